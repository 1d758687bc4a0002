import * as vscode from 'vscode';
import type { ChatPicture, ChatSetup, FromChat, ToChat, Trouble } from '../../../webview/chat/messages.ts';
import type { Services } from '../services.ts';
import { showPage } from '../webview/page.ts';
import { editorPicture, parseUris, pickPictures, readPictures } from './attach.ts';
import { fileNames, plainAnswer } from './markdown.ts';
import { MOST_PICTURE_BYTES, type PictureFiles } from './picture-files.ts';
import type { ChatSession } from './session.ts';
import { chatStrings } from './strings.ts';

export const VIEW = 'pixelwright.chat';

/** The page's side of the chat: at most one page is there, and it may come and go. */
export class ChatView implements vscode.WebviewViewProvider {
  readonly #services: Services;
  readonly #start: () => Promise<{ session: ChatSession; pictures: PictureFiles }>;
  #view: vscode.WebviewView | undefined;
  #isReady = false;
  #wantsFocus = false;
  /** What went wrong before there was a page to tell it. */
  #untold: Trouble[] = [];
  /** Messages are taken one after the other: a question waits for the pictures that were pasted before it. */
  #messages: Promise<void> = Promise.resolve();

  /** @param start gives the session, which is made when it is first needed */
  constructor(services: Services, start: () => Promise<{ session: ChatSession; pictures: PictureFiles }>) {
    this.#services = services;
    this.#start = start;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    this.#isReady = false;
    view.webview.onDidReceiveMessage((message: FromChat) => this.#queue(message));
    view.onDidDispose(() => {
      if (this.#view !== view) return;
      this.#view = undefined;
      this.#isReady = false;
    });
    const setup: ChatSetup = { strings: chatStrings(), mostBytes: MOST_PICTURE_BYTES };
    showPage(view.webview, this.#services.extensionUri, { name: 'chat', title: 'Pixelwright', setup });
  }

  /** Reaches the page if there is one; a page that comes later asks for everything but troubles. */
  post(message: ToChat): void {
    if (this.#isReady) void this.#view?.webview.postMessage(message);
    else if (message.kind === 'trouble') this.#untold.push(...message.troubles);
  }

  setTitle(title: string): void {
    if (this.#view) this.#view.description = title;
  }

  /** Shows the view, with the caret where questions are written. */
  async reveal(): Promise<void> {
    this.#wantsFocus = true;
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    this.#focus();
  }

  #focus(): void {
    if (!this.#isReady || !this.#wantsFocus) return;
    this.#wantsFocus = false;
    this.post({ kind: 'focus' });
  }

  #queue(message: FromChat): void {
    this.#messages = this.#messages
      .then(() => this.#take(message))
      .catch((error: unknown) => {
        const text = error instanceof Error ? error.message : String(error);
        this.#services.log.error(text);
        void vscode.window.showErrorMessage(text.split('\n')[0]!);
      });
  }

  async #take(message: FromChat): Promise<void> {
    const { session, pictures } = await this.#start();
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        session.showAgain();
        session.tell(this.#untold.splice(0));
        return this.#focus();
      case 'draft':
        return session.setDraft(message.conversation, message.text, message.region);
      case 'attach':
        return session.attach(message.files.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) })));
      case 'attachUris':
        return attachFrom(session, parseUris(message.uris));
      case 'pickFiles':
        // Other messages don't wait for the dialog.
        return void pickPictures().then((uris) => this.#queue({ kind: 'attachUris', uris: uris.map(String) }));
      case 'attachEditor': {
        const uri = editorPicture();
        return uri ? attachFrom(session, [uri]) : session.tell([{ reason: 'noEditorPicture', name: '' }]);
      }
      case 'detach':
        return session.detach(message.sha256);
      // Answers take their time; meanwhile other messages are taken.
      case 'ask':
        return void session.ask(message.text, message.region);
      case 'edit':
        return void session.askAgain(message.exchange, message.text);
      case 'retry':
        return void session.askAgain(message.exchange);
      case 'choose':
        return void session.choose(message.exchange, message.meant);
      case 'component':
        return session.makeComponent(message.sha256, message.thing);
      case 'stop':
        return session.stop();
      case 'copyAnswer': {
        const exchange = session.shown.exchanges.find(({ id }) => id === message.exchange);
        return exchange && vscode.env.clipboard.writeText(plainAnswer(exchange.answer));
      }
      case 'copy':
        return vscode.env.clipboard.writeText(message.text);
      case 'needPicture':
        return session.givePicture(message.sha256);
      case 'look':
        return void session.look(message.sha256);
      case 'openPicture':
        return openPicture(pictures, message);
      case 'showLog':
        return this.#services.log.show();
    }
  }
}

/** Attaches what can be read; of the rest the page tells the person. */
export async function attachFrom(session: ChatSession, pictures: Parameters<typeof readPictures>[0]): Promise<void> {
  const { files, troubles } = await readPictures(pictures);
  await session.attach(files, troubles);
}

/** Shows a picture in the editor's own viewer for pictures. */
async function openPicture(pictures: PictureFiles, { sha256, name, mime }: ChatPicture): Promise<void> {
  const [file] = fileNames([{ sha256, name, mime }]).values();
  const uri = vscode.Uri.file(await pictures.named(sha256, file!));
  await vscode.commands.executeCommand('vscode.open', uri);
}
