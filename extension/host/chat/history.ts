import * as vscode from 'vscode';
import type { Conversation } from '../../../webview/chat/messages.ts';
import type { ChatSession } from './session.ts';
import type { ConversationStore } from './store.ts';

interface Entry extends vscode.QuickPickItem {
  conversation: Conversation;
}

/** What a conversation is called, also before anything was asked; without what lists take for icons, messages for links. */
function nameOf({ title, draft }: Conversation): string {
  const name = title || draft.text.trim().split('\n')[0]! || (draft.pictures[0]?.name ?? '');
  return name.replaceAll('$(', '$\u200b(').replaceAll('](', ']\u200b(');
}

/** Lets the person choose a conversation, or delete some. */
export function chooseConversation(session: ChatSession, store: ConversationStore): void {
  const remove = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Delete') };
  const pick = vscode.window.createQuickPick<Entry>();
  const fill = () => {
    pick.items = store.list().map((conversation) => ({
      conversation,
      label: nameOf(conversation),
      description: ago(conversation.changed),
      ...(conversation.id === session.shown.id ? { iconPath: new vscode.ThemeIcon('check') } : {}),
      buttons: [remove],
    }));
  };
  pick.title = vscode.l10n.t('Conversations');
  pick.placeholder = vscode.l10n.t('Choose a conversation to go on with');
  fill();
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    if (chosen) session.open(chosen.conversation.id);
    pick.hide();
  });
  pick.onDidTriggerItemButton(({ item }) => {
    void deleteConversation(session, item.conversation).then(fill);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

/** Deletes a conversation at once, and offers to bring it back. */
export async function deleteConversation(session: ChatSession, conversation: Conversation): Promise<void> {
  const { id } = conversation;
  await session.remove(id);
  const undo = vscode.l10n.t('Undo');
  const deleted = vscode.l10n.t('Deleted the conversation “{0}”.', nameOf(conversation));
  void vscode.window.showInformationMessage(deleted, undo).then((chosen) => {
    if (chosen === undo) void session.restore(id);
  });
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

function ago(time: number): string {
  const passed = Date.now() - time;
  const [unit, length] = UNITS.find(([, each]) => passed >= each) ?? ['minute', 60_000];
  const words = new Intl.RelativeTimeFormat(vscode.env.language, { numeric: 'auto' });
  return words.format(-Math.floor(passed / length), unit);
}
