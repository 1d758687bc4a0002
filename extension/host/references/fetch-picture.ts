import * as vscode from 'vscode';
import type { Picture } from '../pictures.ts';

/** Milliseconds that a person waits for a hover at most. */
const TIME_LIMIT = 5000;
const SIZE_LIMIT = 20 * 2 ** 20;

/** Loads a picture from the internet. Throws Error with one line for a person where that doesn't work. */
export async function fetchPicture(url: string, signal: AbortSignal): Promise<Picture> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT)]);
  let response: Response;
  try {
    response = await fetch(url, { signal: limited, headers: { accept: 'image/*' }, referrerPolicy: 'no-referrer' });
  } catch (error) {
    signal.throwIfAborted();
    throw new Error(vscode.l10n.t("{0} can't be reached.", hostOf(url)), { cause: error });
  }
  if (!response.ok) throw new Error(vscode.l10n.t('{0} answers with status {1}.', hostOf(url), response.status));
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > SIZE_LIMIT) throw new Error(vscode.l10n.t('The image is larger than {0} MB.', SIZE_LIMIT / 2 ** 20));
    chunks.push(read.value);
  }
  const name = new URL(url).pathname.split('/').at(-1) || hostOf(url);
  return { name, bytes: new Uint8Array(Buffer.concat(chunks)) };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
