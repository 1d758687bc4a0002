import path from 'node:path/posix';
import * as vscode from 'vscode';
import { isFile, readText } from '../files.ts';
import type { Picture } from '../pictures.ts';
import { readAliases } from './aliases.ts';
import { dataUriBytes } from './data-uri.ts';
import { fetchPicture } from './fetch-picture.ts';
import type { ImageReference } from './find.ts';
import { candidates } from './resolve.ts';

/**
 * The picture that a reference in a document means; `undefined` where there is no such file.
 * Throws Error with one line for a person where there is one that can't be had.
 */
export async function locate(
  reference: Pick<ImageReference, 'kind' | 'value'>,
  document: vscode.TextDocument,
  signal: AbortSignal,
): Promise<Picture | undefined> {
  const { kind, value } = reference;
  if (kind === 'data') {
    const bytes = dataUriBytes(value);
    if (!bytes) throw new Error(vscode.l10n.t('The data of this image is not valid base64.'));
    return { name: vscode.l10n.t('Image in {0}', path.basename(document.uri.path)), bytes };
  }
  return kind === 'url' ? fetchPicture(value, signal) : locateFile(value, document);
}

async function locateFile(value: string, document: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const base = baseOf(document);
  if (!base) return undefined;
  const root = vscode.workspace.getWorkspaceFolder(base)?.uri.path;
  const at = (file: string) => base.with({ path: file, query: '', fragment: '' });
  const folder = path.dirname(base.path);
  const aliases = /^(?:\.{0,2}[/\\]|[a-z]+:)/i.test(value)
    ? []
    : await readAliases(folder, root, (file) => readText(at(file)));
  for (const file of candidates(value, { document: base.path, ...(root === undefined ? {} : { root }), aliases }))
    if (await isFile(at(file))) return at(file);
  return undefined;
}

/** Where a document's paths start: a notebook's for its cells, the file's for an older version of it, the workspace for a new one. */
function baseOf({ uri, isUntitled }: vscode.TextDocument): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (isUntitled) return folder && vscode.Uri.joinPath(folder, 'untitled');
  const notebook = vscode.workspace.notebookDocuments.find((each) =>
    each.getCells().some((cell) => cell.document.uri.toString() === uri.toString()),
  );
  if (notebook) return notebook.uri;
  const isKnown = uri.scheme === 'file' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== undefined;
  return isKnown && uri.scheme !== 'git'
    ? uri
    : uri.with({ scheme: folder?.scheme ?? 'file', authority: folder?.authority ?? '' });
}
