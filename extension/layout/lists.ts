/** Bulleted and numbered texts below each other to lists, nested where they are indented further. */
import type { Block, GroupBlock, TextBlock } from './block.ts';
import { layColumn, type MakeNode, type Span } from './columns.ts';
import type { BoxNode } from './design.ts';
import { near, unionOf } from './geometry.ts';
import { baseOf, NO_EDGES, round, type Building } from './nodes.ts';

/** Texts of one list share their left edge to this many CSS px. */
const LINED_UP = 3;

/** Replaces stretches of marked texts in every column by lists. */
export function findLists(block: Block): Block {
  if (block.kind === 'row' || block.kind === 'grid') return { ...block, children: block.children.map(findLists) };
  if (block.kind === 'text' && block.marker) return listOf([block]);
  if (block.kind !== 'column') return block;
  const children: Block[] = [];
  let open: TextBlock[] = [];
  const close = () => {
    if (open.length) children.push(listOf(open));
    open = [];
  };
  for (const child of block.children) {
    if (child.kind === 'text' && child.marker && (!open.length || continues(open, child))) open.push(child);
    else {
      close();
      if (child.kind === 'text' && child.marker) open.push(child);
      else children.push(findLists(child));
    }
  }
  close();
  const grouped = children.length > 1 ? groupLinks(children) : children;
  return grouped.length === 1 ? grouped[0]! : { ...block, children: grouped };
}

/** Fewer links below each other are just links. */
const FEWEST_LINKS = 3;

/** Links of one look and distance below each other, with something else above or below. */
function groupLinks(children: Block[]): Block[] {
  const grouped: Block[] = [];
  for (let i = 0; i < children.length;) {
    let end = i + 1;
    while (end < children.length && isNextLink(children.slice(i, end), children[end]!)) end++;
    const links = children.slice(i, end);
    if (links.length >= FEWEST_LINKS && links.length < children.length && isLinkText(links[0]!))
      grouped.push({ kind: 'list', rect: unionOf(links.map((c) => c.rect)), children: links, marker: 'none' });
    else grouped.push(...links);
    i = end;
  }
  return grouped;
}

function isLinkText(block: Block): block is TextBlock {
  return block.kind === 'text' && block.lines.every((l) => l.link > 0.9);
}

function isNextLink(before: Block[], next: Block): boolean {
  const last = before.at(-1)!;
  if (!isLinkText(last) || !isLinkText(next) || !near(last.rect.left, next.rect.left, LINED_UP)) return false;
  if (!near(last.lines[0]!.style.size, next.lines[0]!.style.size, 1)) return false;
  const second = before[1];
  const step = next.rect.top - last.rect.bottom;
  return second ? near(step, second.rect.top - before[0]!.rect.bottom, 3) : step < 3 * next.lines[0]!.style.size;
}

function continues(open: TextBlock[], item: TextBlock): boolean {
  const first = open[0]!;
  return (
    item.rect.left >= first.rect.left - LINED_UP &&
    (item.rect.left > first.rect.left + LINED_UP || item.marker!.kind === first.marker!.kind)
  );
}

function listOf(items: TextBlock[]): GroupBlock {
  const left = items[0]!.rect.left;
  const children: Block[] = [];
  for (let i = 0; i < items.length;) {
    let end = i + 1;
    if (near(items[i]!.rect.left, left, LINED_UP)) children.push(items[i]!);
    else {
      while (end < items.length && !near(items[end]!.rect.left, left, LINED_UP)) end++;
      children.push(listOf(items.slice(i, end)));
    }
    i = end;
  }
  return { kind: 'list', rect: unionOf(items.map((t) => t.rect)), children, marker: items[0]!.marker!.kind };
}

/** A list whose padding holds its markers. */
export function listNode(block: GroupBlock, span: Span, b: Building, make: MakeNode): BoxNode {
  const { rect } = block;
  const indent = Math.max(0, rect.left - span.left);
  const { layout, nodes } = layColumn(
    block.children,
    { left: rect.left, right: Math.max(span.right, rect.right) },
    make,
  );
  for (const node of nodes) {
    if (node.kind !== 'text') continue;
    if (node.tag === 'a') node.runs = node.runs.map((r) => (r.tag === 'text' ? { ...r, tag: 'a' } : r));
    node.tag = 'li';
  }
  return {
    ...baseOf(rect, b),
    kind: 'box',
    tag: block.marker === 'decimal' ? 'ol' : 'ul',
    layout,
    marker: block.marker ?? 'none',
    padding: { ...NO_EDGES, left: round(indent) },
    children: nodes,
  };
}
