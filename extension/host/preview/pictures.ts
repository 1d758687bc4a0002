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

/** First bytes of the formats that browsers show, with their type. */
const TYPES: [start: number[], at: number, mime: string][] = [
  [[0x89, 0x50, 0x4e, 0x47], 0, 'image/png'],
  [[0xff, 0xd8, 0xff], 0, 'image/jpeg'],
  [[0x47, 0x49, 0x46, 0x38], 0, 'image/gif'],
  [[0x57, 0x45, 0x42, 0x50], 8, 'image/webp'],
  [[0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69], 4, 'image/avif'],
  [[0x42, 0x4d], 0, 'image/bmp'],
];

/** By its content; `undefined` for what a browser may not show. */
export function pictureType(bytes: Uint8Array): string | undefined {
  const found = TYPES.find(([start, at]) => start.every((byte, i) => bytes[at + i] === byte));
  if (found) return found[2];
  const text = new TextDecoder().decode(bytes.subarray(0, 1000));
  return /<svg[\s>]/.test(text) ? 'image/svg+xml' : undefined;
}
