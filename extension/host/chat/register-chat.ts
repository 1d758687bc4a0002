import * as vscode from 'vscode';
import type { Conversation } from '../../../webview/chat/messages.ts';
import type { Picture } from '../pictures.ts';
import type { Services } from '../services.ts';
import { attempt } from '../work.ts';
import { isEmpty } from './conversation.ts';
import { exportConversation } from './export.ts';
import { chooseConversation, deleteConversation } from './history.ts';
import { keepWithin } from './keep-within.ts';
import { componentMaker } from './make-component.ts';
import { PictureFiles } from './picture-files.ts';
import { ChatSession } from './session.ts';
import { ConversationStore } from './store.ts';
import { attachFrom, ChatView, VIEW } from './view.ts';

/** Where the conversation in sight is remembered, in the workspace's memento. */
const SHOWN_KEY = 'chat.conversation';

interface Chat {
  session: ChatSession;
  store: ConversationStore;
  pictures: PictureFiles;
}

/** What is registered for each window's services. */
const chats = new WeakMap<Services, { view: ChatView; start: () => Promise<Chat> }>();

async function startChat(services: Services, view: ChatView): Promise<Chat> {
  const folder = vscode.Uri.joinPath(services.workspaceStorage, 'chat').fsPath;
  const store = new ConversationStore(`${folder}/conversations`);
  const pictures = new PictureFiles(`${folder}/pictures`);
  await store.load();
  await keepWithin(store, pictures);
  const onShow = ({ id, title }: Conversation) => {
    view.setTitle(title);
    void services.memento.update(SHOWN_KEY, id);
  };
  const session = new ChatSession(services.memento.get<string>(SHOWN_KEY), {
    store,
    pictures,
    engine: () => services.engine(),
    components: componentMaker(services, pictures),
    post: (message) => view.post(message),
    log: (message) => services.log.error(message),
    onShow,
  });
  return { session, store, pictures };
}

/** Registers the chat's view and its commands. Conversations are read when the view is first shown. */
export function registerChat(services: Services): vscode.Disposable {
  let chat: Promise<Chat> | undefined;
  const start = (): Promise<Chat> => {
    chat ??= startChat(services, view).catch((error: unknown) => {
      chat = undefined;
      throw error;
    });
    return chat;
  };
  const view = new ChatView(services, start);
  chats.set(services, { view, start });
  const command = (name: string, run: (chat: Chat) => unknown) =>
    vscode.commands.registerCommand(`pixelwright.${name}`, () => attempt(services, async () => run(await start())));
  return vscode.Disposable.from(
    // A question half written and where one has scrolled to outlive a look at another view.
    vscode.window.registerWebviewViewProvider(VIEW, view, { webviewOptions: { retainContextWhenHidden: true } }),
    command('newChat', async ({ session }) => {
      session.openNew();
      await view.reveal();
    }),
    command('showChats', ({ session, store }) => chooseConversation(session, store)),
    command('exportChat', ({ session, pictures }) => exportShown(session, pictures)),
    command('deleteChat', ({ session }) => !isEmpty(session.shown) && deleteConversation(session, session.shown)),
    { dispose: () => void chat?.then(({ session }) => session.dispose()) },
  );
}

async function exportShown({ shown }: ChatSession, pictures: PictureFiles): Promise<void> {
  if (shown.exchanges.length) return exportConversation(shown, pictures);
  void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to export yet: ask something first.'));
}

/**
 * Shows the chat with pictures attached: to the conversation in sight where nothing was asked in it yet,
 * else to a new one. Throws where `registerChat` wasn't called with these services.
 */
export async function askAbout(services: Services, images: readonly Picture[]): Promise<void> {
  const registered = chats.get(services);
  if (!registered) throw new Error('the chat is not registered');
  if (!images.length) return;
  const { session } = await registered.start();
  if (session.shown.exchanges.length) session.openNew();
  await attachFrom(session, images);
  await registered.view.reveal();
}
