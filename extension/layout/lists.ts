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
  return children.length === 1 ? children[0]! : { ...block, children };
}

function continues(open: TextBlock[], item: TextBlock): boolean {
  const first = open[0]!;
  return item.rect.left >= first.rect.left - LINED_UP && (item.rect.left > first.rect.left + LINED_UP || item.marker!.kind === first.marker!.kind);
}

function listOf(items: TextBlock[]): GroupBlock {
  const left = items[0]!.rect.left;
  const children: Block[] = [];
  for (let i = 0; i < items.length; ) {
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
  const { layout, nodes } = layColumn(block.children, { left: rect.left, right: Math.max(span.right, rect.right) }, make);
  for (const node of nodes) if (node.kind === 'text') node.tag = 'li';
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
