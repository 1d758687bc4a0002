/** The page's parts: header, navigation, main content, sidebar, footer; and lists of links. */
import type { BoxNode, Node, TextNode } from './design.ts';
import { boxOf, rectOf, unionOf } from './geometry.ts';
import { NO_EDGES, type Building } from './nodes.ts';
import { isLink, nodesIn, textsOf, wordsOf } from './tree.ts';

/** A header ends above this. CSS px. */
const HEADER_BOTTOM = 240;
/** A sidebar takes less than this share of the page's width. */
const SIDEBAR = 0.32;
const FOOTER_WORDS = /©|\(c\)\s*\d{4}|copyright|all rights reserved|privacy|terms of|imprint|powered by/i;
const LONGEST_ENTRY = 32;

export function findLandmarks(root: BoxNode, b: Building, page: { width: number; height: number }): void {
  listLinks(root);
  const scale = b.scale;
  if (root.layout.kind === 'row') return sides(root, b, page);
  const inFlow = root.children.filter((c) => !c.overlay);
  if (inFlow.length < 2) {
    const only = inFlow[0];
    if (only?.kind === 'box' && only.layout.kind === 'row') sides(only, b, page);
    else if (only?.kind === 'box' && only.tag === 'div') only.tag = 'main';
    return;
  }
  let [from, to] = [0, inFlow.length];
  const first = inFlow[0]!;
  if (isHeader(first, scale)) from = tag(first, 'header') ? 1 : 0;
  const second = inFlow[from];
  if (
    from === 1 &&
    to > 2 &&
    second?.kind === 'box' &&
    isNavigation(second) &&
    (second.source.y + second.source.height) / scale < HEADER_BOTTOM
  )
    from = tag(second, 'nav') ? 2 : 1;
  while (from > 0 && from < to - 1 && isRule(inFlow[from]!)) from++;
  const last = inFlow.at(-1)!;
  if (to - 1 > from && isFooter(last, page.height * scale) && tag(last, 'footer')) to--;
  wrapMain(root, inFlow.slice(from, to), b, page);
}

const isRule = (node: Node) => node.kind === 'box' && node.tag === 'hr';

function tag(node: Node, name: BoxNode['tag']): boolean {
  if (node.kind !== 'box' || (node.tag !== 'div' && node.tag !== 'nav')) return false;
  if (name === 'header' && node.tag === 'nav') return true;
  node.tag = name;
  return true;
}

/** Sidebars beside the content. */
function sides(row: BoxNode, b: Building, page: { width: number; height: number }): void {
  const wide = [...row.children].sort((x, y) => y.source.width - x.source.width)[0];
  for (const child of row.children) {
    if (
      child.kind !== 'box' ||
      child === wide ||
      child.source.width > SIDEBAR * page.width * b.scale ||
      child.tag !== 'div'
    )
      continue;
    const texts = textsOf(child);
    const entries = texts.filter((t) => wordsOf(t).length <= LONGEST_ENTRY).length;
    child.tag =
      texts.length > 2 && entries === texts.length && texts.filter(isLink).length > texts.length / 2 ? 'nav' : 'aside';
  }
  if (wide?.kind === 'box' && wide.tag === 'div') {
    const hasHeader =
      wide.layout.kind === 'column' && wide.children[0]?.kind === 'box' && isHeader(wide.children[0], b.scale);
    if (hasHeader && wide.children.length > 1) {
      tag(wide.children[0]!, 'header');
      wrapMain(wide, wide.children.filter((c) => !c.overlay).slice(1), b, page);
    } else wide.tag = 'main';
  }
}

function isHeader(node: Node, scale: number): boolean {
  if (node.kind !== 'box') return false;
  if ((node.source.y + node.source.height) / scale > HEADER_BOTTOM) return false;
  const texts = textsOf(node);
  const controls = [...nodesIn(node)].some(({ node: n }) => n.kind === 'control' || n.kind === 'image');
  return texts.filter(isLink).length >= 2 || texts.length >= 3 || controls || node.fill !== undefined;
}

function isFooter(node: Node, pageHeight: number): boolean {
  const texts = textsOf(node);
  if (node.source.y < 0.5 * pageHeight) return false;
  return (
    texts.some((t) => FOOTER_WORDS.test(wordsOf(t))) ||
    (node.kind === 'box' && node.fill !== undefined && texts.filter(isLink).length >= 3)
  );
}

/** The content in one box of its own; a single box simply becomes it. */
function wrapMain(root: BoxNode, content: Node[], b: Building, page: { width: number; height: number }): void {
  const only = content.length === 1 ? content[0] : undefined;
  if (only?.kind === 'box') {
    if (only.layout.kind === 'row') sides(only, b, page);
    if (only.tag === 'div')
      only.tag =
        only.layout.kind === 'row' && only.children.some((c) => c.kind === 'box' && c.tag === 'main') ? 'div' : 'main';
    return;
  }
  if (
    content.length < 2 ||
    root.layout.kind !== 'column' ||
    [...nodesIn(root)].some(({ node }) => node.kind === 'box' && node.tag === 'main')
  )
    return;
  const at = root.children.indexOf(content[0]!);
  const top = content[0]!.margin.top;
  content[0]!.margin = { ...content[0]!.margin, top: 0 };
  const main: BoxNode = {
    id: b.nextId(),
    source: boxOf(unionOf(content.map((c) => rectOf(c.source, b.scale))), b.scale),
    width: { kind: 'fill' },
    height: { kind: 'hug' },
    margin: { ...NO_EDGES, top },
    grow: 0,
    kind: 'box',
    tag: 'main',
    layout: { ...root.layout, justify: 'start' },
    padding: { ...NO_EDGES },
    children: content,
  };
  root.children = [...root.children.slice(0, at), main, ...root.children.slice(at + content.length)];
}

/** Whether a box is a set of short links, beside or below each other. */
function isNavigation(box: BoxNode): boolean {
  const texts = textsOf(box);
  return (
    texts.length >= 3 &&
    texts.filter((t) => wordsOf(t).length <= LONGEST_ENTRY).length === texts.length &&
    texts.filter(isLink).length >= 0.6 * texts.length
  );
}

/** Rows of links become navigation, columns of links lists. */
function listLinks(box: BoxNode): void {
  for (const child of box.children) if (child.kind === 'box') listLinks(child);
  if (box.tag !== 'div' || box.children.length < 3) return;
  const entries = box.children.filter(
    (c): c is TextNode => c.kind === 'text' && c.tag === 'a' && wordsOf(c).length <= 80,
  );
  if (entries.length !== box.children.length) return;
  if (box.layout.kind === 'row') {
    box.tag = 'nav';
    return;
  }
  box.tag = 'ul';
  box.marker = 'none';
  for (const entry of entries) {
    entry.tag = 'li';
    entry.runs = entry.runs.map((r) => (r.tag === 'text' ? { ...r, tag: 'a' } : r));
  }
}
