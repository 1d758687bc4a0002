import * as vscode from 'vscode';
import { isImageFile } from '../choose-picture.ts';
import type { Picture } from '../pictures.ts';

/** The one picture that is pasted or dropped; `undefined` where there is none or there are several. */
export async function pictureIn(transfer: vscode.DataTransfer): Promise<Picture | undefined> {
  const files: vscode.DataTransferFile[] = [];
  transfer.forEach((item, mime) => {
    const file = item.asFile();
    if (file && mime.startsWith('image/')) files.push(file);
  });
  if (files.length > 1) return undefined;
  if (files[0]) {
    const name = files[0].name || vscode.l10n.t('Pasted picture');
    return { name, bytes: new Uint8Array(await files[0].data()) };
  }
  const list = (await transfer.get('text/uri-list')?.asString()) ?? '';
  const uris = list
    .split(/\r?\n/)
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => vscode.Uri.parse(line));
  const [only] = uris;
  return only && uris.length === 1 && isImageFile(only) && !/^https?$/.test(only.scheme) ? only : undefined;
}
