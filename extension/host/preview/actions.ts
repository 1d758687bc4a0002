import * as vscode from 'vscode';
import type { ComponentResult } from '../../engine/protocol.ts';
import { chooseFolder } from './choose-folder.ts';
import { insertionEdit, saveEdit, type PreparedEdit } from './edits.ts';

/** The text editor that a person was last in, and where in it: a webview takes the focus away from it. */
export class LastEditor {
  #document: vscode.TextDocument | undefined;
  #selection: vscode.Selection | undefined;
  readonly #listeners: vscode.Disposable[];

  constructor() {
    this.#note(vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors.find(isFile));
    this.#listeners = [
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#note(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#note(textEditor)),
    ];
  }

  #note(editor: vscode.TextEditor | undefined): void {
    if (!editor || !isFile(editor)) return;
    this.#document = editor.document;
    this.#selection = editor.selection;
  }

  /** `undefined` where there was none, or it has been closed. */
  get place(): { document: vscode.TextDocument; selection: vscode.Selection } | undefined {
    if (!this.#document || !this.#selection || this.#document.isClosed) return undefined;
    return { document: this.#document, selection: this.#selection };
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }
}

/** What can be written to: not an output channel, an old version or the like. */
const isFile = ({ document: { uri, isUntitled } }: vscode.TextEditor): boolean =>
  isUntitled || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;

/** Inserts a component where the person was last in a text; undone in one step. */
export async function insertInto(result: ComponentResult, editor: LastEditor): Promise<void> {
  const { place } = editor;
  if (!place) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a file and put the cursor where the component goes, then insert it again.'),
    );
    return;
  }
  const { document, selection } = place;
  const prepared = await insertionEdit(result, document, selection);
  await applyEdit(prepared);
  await vscode.window.showTextDocument(document, columnOf(document));
  showDone(vscode.l10n.t('Inserted {0}.', result.name), prepared.notes);
}

/** Saves a component into a folder that the person chooses, and opens it; undone in one step. */
export async function saveInto(
  result: ComponentResult,
  memento: vscode.Memento,
  near: vscode.Uri | undefined,
): Promise<void> {
  const folder = await chooseFolder(memento, near);
  if (!folder) return;
  const prepared = await saveEdit(result, folder);
  const { main, notes } = prepared;
  await applyEdit(prepared);
  await vscode.window.showTextDocument(main, { viewColumn: vscode.ViewColumn.One, preview: false });
  showDone(vscode.l10n.t('Saved {0}.', vscode.workspace.asRelativePath(main)), notes);
}

/** Opens the style sheet that an edit changes, where it does: in files that aren't open, the editor forgets how to undo. */
export async function openSheet({ sheet }: PreparedEdit): Promise<void> {
  if (!sheet) return;
  await vscode.window.showTextDocument(sheet, {
    viewColumn: vscode.ViewColumn.One,
    preview: false,
    preserveFocus: true,
  });
}

/**
 * Applies an edit. A style sheet that it changes is saved at once, as what runs the project reads it from disk. Throws Error
 * where the editor refuses: then nothing has changed.
 */
export async function applyEdit(prepared: PreparedEdit): Promise<void> {
  const { edit, sheet } = prepared;
  await openSheet(prepared);
  if (await vscode.workspace.applyEdit(edit)) {
    if (sheet) await vscode.workspace.save(sheet);
    return;
  }
  throw new Error(vscode.l10n.t("The files can't be written. Check that they aren't read-only, then try again."));
}

function columnOf(document: vscode.TextDocument): vscode.ViewColumn {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  return shown?.viewColumn ?? vscode.ViewColumn.One;
}

/** A word in passing where all went well, else a message that stays. */
export function showDone(done: string, notes: readonly string[]): void {
  if (notes.length) void vscode.window.showWarningMessage([done, ...notes].join(' '));
  else vscode.window.setStatusBarMessage(`$(check) ${done}`, DONE_MS);
}

/** Long enough to be read. */
const DONE_MS = 5000;
