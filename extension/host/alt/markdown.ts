import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/markdown';
import type { ImagePlace } from './image-place.ts';
import { imagesInMarkup } from './markup.ts';
import { parse } from './parse.ts';

/** Images of a Markdown document, those of HTML in it among them; what code blocks show isn't meant. */
export function imagesInMarkdown(text: string): ImagePlace[] {
  const images: SyntaxNode[] = [];
  const markup: SyntaxNode[] = [];
  const definitions = new Map<string, string>();
  parse(parser, text).iterate({
    enter({ node }) {
      if (node.name === 'Image') images.push(node);
      if (node.name === 'HTMLBlock' || node.name === 'HTMLTag') markup.push(node);
      if (node.name !== 'LinkReference') return;
      const label = textOf(node, 'LinkLabel', text);
      const url = textOf(node, 'URL', text);
      if (label && url && !definitions.has(normal(label))) definitions.set(normal(label), destination(url));
    },
  });
  const places = images.map((image) => placeOf(image, text, definitions));
  const inMarkup = markup.flatMap(({ from, to }) => imagesInMarkup(text.slice(from, to), 'html', from));
  return [...places.filter((place) => place !== undefined), ...inMarkup].sort((a, b) => a.start - b.start);
}

function placeOf(image: SyntaxNode, text: string, definitions: ReadonlyMap<string, string>): ImagePlace | undefined {
  const [open, close] = image.getChildren('LinkMark');
  if (!open || !close) return undefined;
  const alt = text.slice(open.to, close.from);
  const url = textOf(image, 'URL', text);
  const label = textOf(image, 'LinkLabel', text);
  const source =
    url === undefined ? definitions.get(normal(label && label !== '[]' ? label : `[${alt}]`)) : destination(url);
  return {
    start: image.from,
    end: image.to,
    syntax: 'markdown',
    ...(source ? { source: { text: source } } : {}),
    alt: alt.trim() ? 'written' : 'missing',
    slot: { start: open.to, end: close.from, before: '', after: '' },
  };
}

function textOf(node: SyntaxNode, child: string, text: string): string | undefined {
  const found = node.getChild(child);
  return found ? text.slice(found.from, found.to) : undefined;
}

/** Labels are the same whatever their case and spaces (CommonMark, link reference definitions). */
const normal = (label: string): string => label.toLowerCase().replace(/\s+/g, ' ');

const destination = (url: string): string => url.replace(/^<([^]*)>$/, '$1').replace(/\\([!-/:-@[-`{-~])/g, '$1');
