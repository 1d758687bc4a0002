import type * as vscode from 'vscode';
import type { ImagePlace } from './image-place.ts';
import { ALT_LANGUAGES } from './languages.ts';

/** Longer documents are data, which nobody writes alternative texts in. UTF-16 code units. */
const LONGEST = 1_000_000;

/** By document, for the version that was read last: quick fixes ask at each move of the cursor. */
const known = new WeakMap<vscode.TextDocument, { version: number; images: Promise<ImagePlace[]> }>();

/** Images of an open document. */
export function documentImages(document: vscode.TextDocument): Promise<ImagePlace[]> {
  const found = known.get(document);
  if (found?.version === document.version) return found.images;
  const images = imagesInText(document.getText(), document.languageId);
  known.set(document, { version: document.version, images });
  return images;
}

/** Images of a text in a language, by VS Code's id; none where it has no alternative texts. */
export async function imagesInText(text: string, language: string): Promise<ImagePlace[]> {
  if (!ALT_LANGUAGES.includes(language) || text.length > LONGEST) return [];
  // Parsers are loaded when the first document that they are for is looked at.
  return (await import('./images.ts')).imagesIn(text, language);
}

/** The image at a place of a document that has no words for it. */
export async function wordlessAt(document: vscode.TextDocument, range: vscode.Range): Promise<ImagePlace | undefined> {
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const images = await documentImages(document);
  return images.find((image) => image.alt !== 'written' && image.start <= end && image.end >= start);
}

/** Whether the image at a place of a document lacks an alternative text. */
export async function lacksAlt(document: vscode.TextDocument, position: vscode.Position): Promise<boolean> {
  const offset = document.offsetAt(position);
  const images = await documentImages(document);
  return images.some(({ alt, source, start, end }) => alt !== 'written' && source && start <= offset && offset <= end);
}
