import * as vscode from 'vscode';
import type { FromPreview, PreviewState, ToPreview } from '../../../webview/preview/messages.ts';
import { insertInto, LastEditor, saveInto, showDone } from './actions.ts';
import { pictureType } from '../picture-type.ts';
import { imageSource, keepPicture } from './pictures.ts';
import type { Services } from '../services.ts';
import { Session, type Wish } from './session.ts';
import { TARGETS } from './targets.ts';

/** Where the target last chosen is remembered, in the workspace's memento. */
export const TARGET_KEY = 'pixelwright.target';

interface PanelStart {
  picture?: vscode.Uri;
  name: string;
  wish: Wish;
  /** Whether the person chooses a part of the picture first. */
  asksRegion: boolean;
}

/** One picture's preview in the editor: its page on one side, session and workspace on the other. */
export class PreviewPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #services: Services;
  readonly #session: Session;
  readonly #editor = new LastEditor();
  /** For the page, until it listens. */
  readonly #waiting: ToPreview[] = [];
  #isReady = false;
  #picture: vscode.Uri | undefined;
  #name: string;
  #asksRegion: boolean;

  constructor(panel: vscode.WebviewPanel, services: Services, start: PanelStart) {
    this.#panel = panel;
    this.#services = services;
    this.#name = start.name;
    this.#asksRegion = start.asksRegion;
    this.#session = new Session(start.wish, {
      post: (message) => this.#post(message),
      engine: () => services.engine(),
      log: (message) => services.log.error(message),
    });
    if (start.picture) this.#use(start.picture, start.name);
    panel.webview.onDidReceiveMessage((message: FromPreview) => this.#safely(() => this.#take(message)));
    panel.onDidDispose(() => {
      this.#session.cancel();
      this.#editor.dispose();
    });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Asks for what is missing, else makes the component. */
  start(): void {
    this.#safely(() => this.#begin());
  }

  /** What goes wrong is shown in the page. */
  #safely(work: () => void | Promise<void>): void {
    void Promise.resolve()
      .then(work)
      .catch((error: unknown) => this.#session.fail(error));
  }

  #post(message: ToPreview): void {
    if (this.#isReady) void this.#panel.webview.postMessage(message);
    else this.#waiting.push(message);
  }

  #use(picture: vscode.Uri, name: string): void {
    this.#picture = picture;
    this.#name = name;
    this.#session.use({ name, address: picture.toString(), source: () => imageSource(picture) });
  }

  #begin(): Promise<void> | void {
    if (!this.#picture) return this.#session.ask({ kind: 'askPicture' });
    return this.#asksRegion ? this.#askRegion(this.#picture) : this.#session.make();
  }

  async #askRegion(picture: vscode.Uri): Promise<void> {
    this.#asksRegion = false;
    const bytes = new Uint8Array(await vscode.workspace.fs.readFile(picture));
    const mime = pictureType(bytes);
    if (mime) return this.#session.ask({ kind: 'askRegion', picture: bytes, mime, name: this.#name });
    void vscode.window.showWarningMessage(
      vscode.l10n.t("{0} can't be shown here to choose a part of it; all of it is taken.", this.#name),
    );
    return this.#session.make();
  }

  async #take(message: FromPreview): Promise<void> {
    const session = this.#session;
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        for (const each of this.#waiting.splice(0)) this.#post(each);
        return;
      case 'picture': {
        const kept = await keepPicture(this.#services.storage, new Uint8Array(message.bytes));
        this.#use(kept, message.name || this.#name);
        this.#panel.title = this.#name;
        return this.#begin();
      }
      case 'chooseRegion':
        return this.#picture && this.#askRegion(this.#picture);
      case 'region':
        return session.takeRegion(message.region);
      case 'correct':
        return session.correct(message.line, message.text);
      case 'target':
        await this.#services.memento.update(TARGET_KEY, message.target);
        return session.takeTarget(message.target);
      case 'retry':
        return session.make();
      case 'cancel':
        if (session.isRunning) session.cancel();
        else if (!session.showAgain()) this.#panel.dispose();
        return;
      case 'insert':
        return session.result && insertInto(session.result, this.#editor);
      case 'save':
        return session.result && saveInto(session.result, this.#services.memento, this.#picture);
      case 'copy':
        return this.#copy(message.path);
      case 'showLog':
        return this.#services.log.show();
    }
  }

  async #copy(path: string): Promise<void> {
    const file = this.#session.result?.files.find((each) => each.path === path);
    if (typeof file?.content !== 'string') return;
    await vscode.env.clipboard.writeText(file.content);
    showDone(vscode.l10n.t('Copied {0}.', path), []);
  }
}

/** Whether what the editor kept of a page is a state of ours. */
export function isState(value: unknown): value is PreviewState {
  const state = value as Partial<PreviewState> | null | undefined;
  return (
    typeof state?.image === 'string' &&
    typeof state.name === 'string' &&
    typeof state.corrections === 'object' &&
    TARGETS.some((target) => target === state.target)
  );
}
