import * as vscode from 'vscode';
import type { Conversation } from '../../../webview/chat/messages.ts';
import { conversationMarkdown, fileNames, safeStem } from './markdown.ts';
import { picturesOf } from './conversation.ts';
import type { PictureFiles } from './picture-files.ts';

/** Asks where to, then writes a conversation as Markdown, its pictures in a folder beside. Throws FileSystemError. */
export async function exportConversation(conversation: Conversation, pictures: PictureFiles): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${safeStem(conversation.title) || 'chat'}.md`;
  const file = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    filters: { Markdown: ['md'] },
    title: vscode.l10n.t('Export the Conversation'),
  });
  if (!file) return;
  const stem = file.path.split('/').at(-1)!.replace(/\.md$/i, '');
  const beside = `${stem}-pictures`;
  const names = fileNames(picturesOf(conversation.exchanges));
  const bytes = new TextEncoder().encode(
    conversationMarkdown(conversation, ({ sha256 }) => `${beside}/${names.get(sha256)}`),
  );
  for (const [sha256, pictureName] of names) {
    const content = await pictures.read(sha256);
    if (content) await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(file, '..', beside, pictureName), content);
  }
  await vscode.workspace.fs.writeFile(file, bytes);
  await vscode.window.showTextDocument(file);
}
