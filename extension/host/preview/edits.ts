import * as vscode from 'vscode';
import type { ComponentResult, SourceFile } from '../../engine/protocol.ts';
import { insertHtml, insertReact } from './insertion.ts';
import { modulePath } from './names.ts';
import { htmlFolder, partsOf, reactFolder } from './parts.ts';
import { namesIn, noStyles, projectStyles, type ProjectStyles } from './project.ts';
import { importEdit } from './theme.ts';

/** An edit to apply, and what a person must know of it. */
export interface PreparedEdit {
  edit: vscode.WorkspaceEdit;
  /** The component's own file. */
  main: vscode.Uri;
  /** The style sheet that is changed so that it imports the component's theme. */
  sheet?: vscode.Uri;
  /** Sentences. */
  notes: string[];
}

/** An edit that makes files. */
export interface PreparedFiles extends PreparedEdit {
  /** The component's own first. */
  files: vscode.Uri[];
}

/** Puts a component into a document in place of `range`: code or an element, its other files beside. */
export async function insertionEdit(
  result: ComponentResult,
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<PreparedEdit> {
  const folder = document.isUntitled
    ? vscode.workspace.workspaceFolders?.[0]?.uri
    : vscode.Uri.joinPath(document.uri, '..');
  const styles = folder ? await projectStyles(vscode.Uri.joinPath(folder, 'x')) : noStyles();
  const parts = partsOf(result, styles.tokens);
  const place = {
    text: document.getText(),
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
    language: document.languageId,
    beside: folder ? await namesIn(folder) : [],
  };
  const insertion = result.target === 'html' ? insertHtml(parts, place) : insertReact(parts, place);
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of insertion.edits)
    edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  const notes: string[] = [];
  if (folder) {
    createFiles(edit, folder, insertion.files);
    if (insertion.theme) {
      const sheet = importTheme(edit, vscode.Uri.joinPath(folder, insertion.theme), styles, notes);
      return { edit, main: document.uri, notes, ...(sheet ? { sheet } : {}) };
    }
  } else if (insertion.files.length) {
    notes.push(
      vscode.l10n.t('Its pictures and styles were left out: save the file in a folder first, then insert it again.'),
    );
  }
  return { edit, main: document.uri, notes };
}

/** Writes a component into a folder of its own below `folder`. */
export async function saveEdit(result: ComponentResult, folder: vscode.Uri): Promise<PreparedFiles> {
  const styles = await projectStyles(vscode.Uri.joinPath(folder, 'x'));
  const parts = partsOf(result, styles.tokens);
  const taken = await namesIn(folder);
  const own = result.target === 'html' ? htmlFolder(parts, taken) : reactFolder(parts, taken);
  const edit = new vscode.WorkspaceEdit();
  createFiles(edit, folder, own.files);
  const notes: string[] = [];
  const sheet = own.theme && importTheme(edit, vscode.Uri.joinPath(folder, own.theme), styles, notes);
  const files = own.files.map((file) => vscode.Uri.joinPath(folder, file.path));
  return { edit, main: vscode.Uri.joinPath(folder, own.main), files, notes, ...(sheet ? { sheet } : {}) };
}

function createFiles(edit: vscode.WorkspaceEdit, folder: vscode.Uri, files: readonly SourceFile[]): void {
  for (const { path, content } of files) {
    const contents = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    edit.createFile(vscode.Uri.joinPath(folder, path), { contents, overwrite: false, ignoreIfExists: false });
  }
}

/** Has Tailwind's entry import a theme, and returns it where it is changed; without an entry notes what to do. */
function importTheme(
  edit: vscode.WorkspaceEdit,
  theme: vscode.Uri,
  { entry }: ProjectStyles,
  notes: string[],
): vscode.Uri | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(theme);
  const name = vscode.workspace.asRelativePath(theme, false);
  if (!entry || !folder) {
    notes.push(
      vscode.l10n.t('Its colours are in {0}: import that from the style sheet that imports Tailwind CSS 4.', name),
    );
    return undefined;
  }
  const within = (uri: vscode.Uri) => uri.path.slice(folder.uri.path.length + 1);
  const path = modulePath(within(vscode.Uri.joinPath(entry.uri, '..')), within(theme));
  const added = importEdit(entry.text, path);
  if (!added) return undefined;
  edit.insert(entry.uri, positionAt(entry.text, added.offset), added.text);
  return entry.uri;
}

function positionAt(text: string, offset: number): vscode.Position {
  const lines = text.slice(0, offset).split('\n');
  return new vscode.Position(lines.length - 1, lines.at(-1)!.length);
}
