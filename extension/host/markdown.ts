/**
 * A text as Markdown that shows it as it is: no mark-up, link, picture, theme icon or HTML can come of it, as all that could
 * begin one is written as a character reference. On one line; characters that turn the direction of others are left out.
 */
export function escapedMarkdown(text: string): string {
  return onOneLine(text).replace(PUNCTUATION, (character) => `&#${character.charCodeAt(0)};`);
}

/** The same with backslashes, for what the editor may show as plain text too: character references stay as they are there. */
export function backslashedMarkdown(text: string): string {
  return onOneLine(text).replace(PUNCTUATION, '\\$&');
}

const PUNCTUATION = /[!-/:-@[-`{-~]/g;

const onOneLine = (text: string): string =>
  text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\s\u0000-\u001f\u007f]+/g, ' ');

/** A link that runs a command with arguments, which must survive JSON. @param label Markdown */
export function commandLink(label: string, command: string, args: readonly unknown[]): string {
  const query = encodeURIComponent(JSON.stringify(args)).replace(
    /[()']/g,
    (each) => `%${each.charCodeAt(0).toString(16)}`,
  );
  return `[${label}](command:${command}?${query})`;
}
