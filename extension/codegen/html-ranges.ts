import { addRange, textOfFile, type Range } from './code-ranges.ts';
import type { Drawing } from './generate.ts';

/** What a tag of our own HTML looks like: texts and attributes have no angle brackets of their own. */
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/g;
const VOID = new Set(['img', 'input', 'br', 'hr', 'meta', 'link']);

interface Tag {
  start: number;
  end: number;
  classes: string[];
}

/** The elements of a page's body in order of their opening tags, from tag to tag. */
function bodyElements(html: string): Tag[] {
  const all: Tag[] = [];
  const open: Tag[] = [];
  for (const match of html.slice(html.indexOf('<body')).matchAll(TAG)) {
    const [whole, slash, name, rest] = match as unknown as [string, string, string, string];
    const start = html.indexOf('<body') + match.index;
    const end = start + whole.length;
    if (slash) {
      const element = open.pop();
      if (element) element.end = end;
      continue;
    }
    const element = { start, end, classes: /\sclass="([^"]*)"/.exec(rest)?.[1]?.split(/\s+/) ?? [] };
    all.push(element);
    if (!VOID.has(name) && !rest.endsWith('/')) open.push(element);
  }
  return all;
}

/** By class, its rules outside of media queries: selector and block. */
function rulesOf(css: string): Map<string, { start: number; end: number }[]> {
  const rules = new Map<string, { start: number; end: number }[]>();
  // Top-level rules begin a line; those within a media query are indented.
  for (const match of css.matchAll(/^(\.[^{}]*)\{[^{}]*\}/gm)) {
    const range = { start: match.index, end: match.index + match[0].length };
    const names = new Set([...match[1]!.matchAll(/\.([a-z][a-z0-9-]*)/g)].map(([, name]) => name!));
    for (const name of names) rules.set(name, [...(rules.get(name) ?? []), range]);
  }
  return rules;
}

/** The element in the page first, then the rules of its classes. Throws Error where page and marks don't go together. */
export function htmlRanges(drawing: Drawing): Map<string, Range[]> {
  const page = textOfFile(drawing, 0);
  const sheet = textOfFile(drawing, 1);
  const tags = bodyElements(page.text);
  if (tags.length !== drawing.marks.length)
    throw new Error(`${page.path} has ${tags.length} elements in place of ${drawing.marks.length}`);
  const rules = rulesOf(sheet.text);
  const ranges = new Map<string, Range[]>();
  for (const [i, { nodes }] of drawing.marks.entries()) {
    const { start, end, classes } = tags[i]!;
    for (const node of nodes) {
      addRange(ranges, node, { path: page.path, start, end });
      for (const rule of classes.flatMap((name) => rules.get(name) ?? []))
        addRange(ranges, node, { path: sheet.path, ...rule });
    }
  }
  return ranges;
}
