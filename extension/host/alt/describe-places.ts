import type * as vscode from 'vscode';
import { imageSource } from '../pictures.ts';
import { locate } from '../references/locate.ts';
import type { Services } from '../services.ts';
import { importedAs, type ImagePlace } from './image-place.ts';

/** How an image in a document is named, as a hover on its name would find it; `undefined` where only running it would tell. */
function referenceOf({ source }: ImagePlace, document: vscode.TextDocument) {
  const value = source && ('text' in source ? source.text : importedAs(source.name, document.getText()));
  if (!value) return undefined;
  if (/^data:/i.test(value)) return { kind: 'data', value } as const;
  if (/^(?:https?:)?\/\//i.test(value)) return { kind: 'url', value: value.replace(/^\/\//, 'https://') } as const;
  return { kind: 'path', value } as const;
}

/**
 * What an image in a document can be called: one sentence, empty where nothing can honestly be said. `undefined` where the image
 * can't be found. Throws Error with one line for a person where it can't be read, and the signal's reason.
 */
export async function altOf(
  services: Services,
  place: ImagePlace,
  document: vscode.TextDocument,
  signal: AbortSignal,
): Promise<string | undefined> {
  const reference = referenceOf(place, document);
  if (!reference || (reference.kind === 'url' && !services.settings.loadsRemoteImages())) return undefined;
  const picture = await locate(reference, document, signal);
  if (!picture) return undefined;
  const { description } = await services
    .engine()
    .describe({ image: await imageSource(picture), lane: 'batch' }, { signal });
  return description.alt;
}
