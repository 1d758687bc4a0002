import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { ImageSource } from '../../engine/protocol.ts';

const FOLDER = 'pictures';

/** Pictures that are kept at most; older ones go. */
const MOST_KEPT = 30;

/** Keeps a picture that lies nowhere, so that its panel survives a reload; equal pictures are one. */
export async function keepPicture(storage: vscode.Uri, bytes: Uint8Array): Promise<vscode.Uri> {
  const folder = vscode.Uri.joinPath(storage, FOLDER);
  await vscode.workspace.fs.createDirectory(folder);
  const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => vscode.Uri.joinPath(folder, name));
  const kept = await Promise.all(names.map(async (uri) => ({ uri, ...(await vscode.workspace.fs.stat(uri)) })));
  for (const { uri } of kept.sort((a, b) => b.mtime - a.mtime).slice(MOST_KEPT - 1))
    await vscode.workspace.fs.delete(uri);
  const uri = vscode.Uri.joinPath(folder, createHash('sha256').update(bytes).digest('hex'));
  await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}

/** A picture as the engine takes it: by path where it lies on this machine. Throws FileSystemError where it can't be read. */
export async function imageSource(picture: vscode.Uri): Promise<ImageSource> {
  if (picture.scheme === 'file') return { path: picture.fsPath };
  return { bytes: new Uint8Array(await vscode.workspace.fs.readFile(picture)) };
}
