import path from 'node:path/posix';
import * as vscode from 'vscode';
import { ancestors } from './references/resolve.ts';

/** A file's text as an open editor has it, else as it is on disk; `undefined` where there is none. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** Text of the nearest file of a name, from a file's folder up to its workspace's. */
export async function readNearest(name: string, near: vscode.Uri): Promise<string | undefined> {
  const root = vscode.workspace.getWorkspaceFolder(near)?.uri.path;
  for (const folder of ancestors(path.dirname(near.path), root)) {
    const text = await readText(near.with({ path: path.join(folder, name), query: '', fragment: '' }));
    if (text !== undefined) return text;
  }
  return undefined;
}

export async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
