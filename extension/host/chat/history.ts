import * as vscode from 'vscode';
import type { ChatSession } from './session.ts';
import type { ConversationStore } from './store.ts';

interface Entry extends vscode.QuickPickItem {
  id: string;
}

/** Lets the person choose a conversation, or delete some. */
export function chooseConversation(session: ChatSession, store: ConversationStore): void {
  const remove = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Delete') };
  const pick = vscode.window.createQuickPick<Entry>();
  const fill = () => {
    pick.items = store.list().map(({ id, title, draft, changed }) => ({
      id,
      label: title || draft.text.trim().split('\n')[0]! || draft.pictures[0]?.name || '',
      description: ago(changed),
      ...(id === session.shown.id ? { iconPath: new vscode.ThemeIcon('check') } : {}),
      buttons: [remove],
    }));
  };
  pick.title = vscode.l10n.t('Conversations');
  pick.placeholder = vscode.l10n.t('Choose a conversation to go on with');
  fill();
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    if (chosen) session.open(chosen.id);
    pick.hide();
  });
  pick.onDidTriggerItemButton(({ item }) => {
    void deleteConversation(session, item).then(fill);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

/** Deletes a conversation at once, and offers to bring it back. */
export async function deleteConversation(
  session: ChatSession,
  { id, label }: { id: string; label: string },
): Promise<void> {
  await session.remove(id);
  const undo = vscode.l10n.t('Undo');
  const deleted = vscode.l10n.t('Deleted the conversation “{0}”.', label);
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
