import * as vscode from 'vscode';
import type { Services } from '../services.ts';
import { attempt, withCancel } from '../work.ts';
import { altOf } from './describe-places.ts';
import { wordlessAt } from './document-images.ts';
import { ALT_LANGUAGES } from './languages.ts';
import { altEdit } from './write.ts';

const COMMAND = 'pixelwright.insertAltText';

/** Writes the alternative text of the image at a place; without arguments of the one at the cursor. */
async function insertAlt(services: Services, address: unknown, offset: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const document =
    typeof address === 'string' ? await vscode.workspace.openTextDocument(vscode.Uri.parse(address)) : editor?.document;
  if (!document) return;
  const at =
    typeof offset === 'number' ? document.positionAt(offset) : (editor?.selection.active ?? new vscode.Position(0, 0));
  const place = await wordlessAt(document, new vscode.Range(at, at));
  if (!place) {
    throw new Error(
      vscode.l10n.t('Put the cursor on an image without alt text, in Markdown, HTML, JSX, Vue or Svelte.'),
    );
  }
  const { version } = document;
  const text = await withCancel(vscode.l10n.t('Describing the image'), (signal) =>
    altOf(services, place, document, signal),
  );
  if (text === undefined) throw new Error(vscode.l10n.t('The image that is named here was not found in this project.'));
  if (!text)
    throw new Error(vscode.l10n.t('Nothing certain can be said about this image: write its alt text by hand.'));
  if (document.version !== version) {
    throw new Error(vscode.l10n.t('The file has changed in the meantime. Try again.'));
  }
  const { start, end, text: written } = altEdit(place, text);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), written);
  await vscode.workspace.applyEdit(edit);
}

/** Offers alternative texts on images without one, and writes them. */
export function registerAltFix(services: Services): vscode.Disposable {
  const fixes: vscode.CodeActionProvider = {
    async provideCodeActions(document, range) {
      const place = await wordlessAt(document, range);
      if (!place?.source) return [];
      const title =
        place.alt === 'missing' ? vscode.l10n.t('Write alt text') : vscode.l10n.t('Write alt text (now empty)');
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      action.command = { title, command: COMMAND, arguments: [document.uri.toString(), place.start] };
      return [action];
    },
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMAND, (address: unknown, offset: unknown) =>
      attempt(services, () => insertAlt(services, address, offset)),
    ),
    vscode.languages.registerCodeActionsProvider(ALT_LANGUAGES, fixes, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
}
