import type { AltSyntax, ImagePlace } from './image-place.ts';

/** What a text must look like to be taken as text, and nothing else, in each syntax. */
const ESCAPES: Record<AltSyntax, [pattern: RegExp, replace: (character: string) => string]> = {
  markdown: [/[\\`*_[\]<>&!~#|$]/g, (character) => `\\${character}`],
  html: [/[&"<>]/g, entity],
  jsx: [/[&"<>]/g, entity],
  // In Svelte braces are code, in Vue two of them were.
  template: [/[&"<>{}]/g, entity],
};

function entity(character: string): string {
  const named: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
  return named[character] ?? `&#${character.codePointAt(0)};`;
}

/** A text on one line, with nothing in it that a syntax could take for its own, nor characters that turn the direction of others. */
export function escapedAlt(text: string, syntax: AltSyntax): string {
  const [pattern, replace] = ESCAPES[syntax];
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .replace(pattern, replace);
}

/** The edit that gives an image its alternative text. */
export function altEdit({ slot, syntax }: ImagePlace, text: string): { start: number; end: number; text: string } {
  return { start: slot.start, end: slot.end, text: `${slot.before}${escapedAlt(text, syntax)}${slot.after}` };
}
