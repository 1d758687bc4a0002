/** Blocks one below the other to a column's children: gaps, margins, and how each takes its width. */
import type { Block } from './block.ts';
import { boundsOf, chooseRight, needsWidth } from './bounds.ts';
import type { BoxNode, Node } from './design.ts';
import { near, type Rect } from './geometry.ts';
import { NO_EDGES, round } from './nodes.ts';

/** Offsets on both sides that differ by no more than this are centring. CSS px. */
const CENTRED = 2.5;
/** Edges within this many CSS px are one edge. */
const EDGE = 1.5;

/** The horizontal span that a column's children share. CSS px on the page. */
export interface Span {
  left: number;
  right: number;
}

export type Column = Extract<BoxNode['layout'], { kind: 'column' }>;

/** Makes the node of a child that has `span` to itself. */
export type MakeNode = (block: Block, span: Span) => Node;

/** Where a box's content starts and ends sideways. `inner` is the box within its border. */
export function contentSpan(children: Block[], inner: Span): Span {
  const offset = children.map((c) => ({ c, l: c.rect.left - inner.left, r: inner.right - c.rect.right }));
  const sided = offset.filter(({ l, r }) => !isCentredOffset(l, r));
  if (!sided.length) {
    const pad = Math.min(...offset.map(({ l }) => l));
    const most = inner.right - inner.left < NARROW_BOX && pad <= LARGEST_SIDE ? pad : Math.min(pad, SIDE_PADDING);
    return { left: inner.left + most, right: inner.right - most };
  }
  const left = Math.min(...sided.map(({ c }) => c.rect.left), ...offset.map(({ c }) => c.rect.left));
  // Children that are only as wide as their text say nothing about the right edge; boxes and wrapped text do.
  const blocks = sided.map(({ c }) => c);
  const least = Math.max(...offset.map(({ c }) => boundsOf(c).least));
  const right = chooseRight(blocks, [inner.right - (left - inner.left)]);
  // A text that ends where the content does needs room to come out a little wider.
  const roomy = least + Math.max(0, Math.min(TEXT_SLACK, (inner.right - least) / 2));
  return { left, right: Math.min(Math.max(right, roomy), Math.max(inner.right, least)) };
}

/** Boxes under this width have padding as drawn; wider ones centre their content, and padding only guards the edges. */
const NARROW_BOX = 420;
/** CSS px. */
const TEXT_SLACK = 6;
const LARGEST_SIDE = 40;
const SIDE_PADDING = 16;

function isCentredOffset(l: number, r: number): boolean {
  return l > CENTRED && near(l, r, CENTRED);
}

/** The column's layout and its children, each with margins for what the common gap doesn't say. */
export function layColumn(children: Block[], span: Span, make: MakeNode): { layout: Column; nodes: Node[] } {
  const gaps = evened(children.slice(1).map((c, i) => round(c.rect.top) - round(children[i]!.rect.bottom)));
  const gap = commonGap(gaps);
  const flush = children.some((c) => near(c.rect.left, span.left, EDGE) && span.right - c.rect.right > FLUSH);
  const nodes = children.map((child, i) => {
    const node = inColumn(child, span, flush, make);
    if (i > 0) node.margin = { ...node.margin, top: gaps[i - 1]! - gap };
    return node;
  });
  const centred = nodes.length > 0 && nodes.every((n) => n.alignSelf === 'center');
  if (centred) for (const node of nodes) delete node.alignSelf;
  return { layout: { kind: 'column', gap, align: centred ? 'center' : 'stretch', justify: 'start' }, nodes };
}

/**
 * Gaps that differ by no more than rounding are one gap: their mean, to a tenth where that isn't nearly whole, so that
 * long lists don't drift.
 */
function evened(gaps: number[]): number[] {
  if (gaps.length < 2 || Math.max(...gaps) - Math.min(...gaps) > 1) return gaps;
  const mean = gaps.reduce((sum, g) => sum + g, 0) / gaps.length;
  const whole = Math.abs(mean - Math.round(mean)) < 0.25 || gaps.length < 4;
  return gaps.map(() => (whole ? Math.round(mean) : Math.round(mean * 10) / 10));
}

/** The gap that most neighbours have, if none has less; gaps all around a common one become margins. */
export function commonGap(gaps: number[]): number {
  if (!gaps.length) return 0;
  const least = Math.min(...gaps);
  if (least < 0) return 0;
  const count = gaps.filter((g) => g === least).length;
  return count * 2 >= gaps.length ? least : 0;
}

/** A child that starts at the left and ends this far from the right shows that its column isn't centred. CSS px. */
const FLUSH = 8;
/** Beside such a child, others are centred only where they keep this share of the room clear on both sides. */
const CLEARLY_CENTRED = 0.12;

function inColumn(child: Block, span: Span, flush: boolean, make: MakeNode): Node {
  const l = child.rect.left - span.left;
  const r = span.right - child.rect.right;
  const centred = isCentredOffset(l, r) && (!flush || l > CLEARLY_CENTRED * (span.right - span.left));
  if (child.kind === 'text') return textInColumn(make(child, span), child, span, centred);
  const fills = l <= EDGE && r <= EDGE && l >= -EDGE && r >= -EDGE;
  const isGroup =
    child.kind === 'row' ||
    child.kind === 'column' ||
    child.kind === 'grid' ||
    child.kind === 'table' ||
    child.kind === 'list';
  if (fills) return sized(make(child, span), { kind: 'fill' });
  if (isGroup && !centred) {
    if (child.kind === 'table') {
      // A table's columns share all of its width: it mustn't be wider than it was.
      const table = sized(make(child, span), { kind: 'max', px: round(child.rect.right - child.rect.left) });
      table.alignSelf = 'start';
      table.margin = { ...NO_EDGES, left: Math.max(0, round(l)) };
      return table;
    }
    // Rows and the like take all the room; what they contain is placed within.
    return sized(
      make(child, { left: Math.min(span.left, child.rect.left), right: Math.max(span.right, child.rect.right) }),
      { kind: 'fill' },
    );
  }
  const node = make(child, { left: child.rect.left, right: child.rect.right });
  if (centred) {
    node.alignSelf = 'center';
    if (isGroup && needsWidth(child)) sized(node, { kind: 'max', px: round(child.rect.right - child.rect.left) });
    return node;
  }
  if (near(r, 0, EDGE) && l > CENTRED) {
    node.alignSelf = 'end';
    return node;
  }
  node.alignSelf = 'start';
  node.margin = { ...NO_EDGES, left: round(l) };
  return node;
}

function textInColumn(node: Node, child: Extract<Block, { kind: 'text' }>, span: Span, centred: boolean): Node {
  if (node.kind !== 'text') return node;
  const l = child.rect.left - span.left;
  const r = span.right - child.rect.right;
  const room = span.right - span.left;
  const { least, most } = child.wraps;
  const wrapped = child.lines.length > 1;
  const align = wrapped ? child.align : centred ? 'center' : near(r, 0, EDGE) && l > 0.4 * room ? 'right' : 'left';
  node.look = { ...node.look, align };
  node.width = { kind: 'fill' };
  if (align === 'center') {
    if (!isCentredOffset(l, r) && !(Math.abs(l) <= CENTRED && Math.abs(r) <= CENTRED))
      return offCentre(node, child, l, r, room);
    if (wrapped && (room >= most - surely(least, most) || room < least)) {
      node.width = { kind: 'max', px: breakingWidth(least, most) };
      node.alignSelf = 'center';
    }
    return node;
  }
  if (align === 'right') {
    if (wrapped && room >= most - 0.5) {
      node.width = { kind: 'max', px: breakingWidth(least, most) };
      node.alignSelf = 'end';
    }
    if (r > EDGE) node.margin = { ...NO_EDGES, right: round(r) };
    return node;
  }
  if (Math.abs(l) > EDGE) node.margin = { ...NO_EDGES, left: round(l) };
  const own = room - Math.max(0, l);
  if (wrapped && (own >= most - surely(least, most) || own < least)) {
    node.width = { kind: own < least ? 'fixed' : 'max', px: breakingWidth(least, most) };
    node.alignSelf = 'start';
  }
  return node;
}

/** Centred lines whose axis isn't their column's: a box of their own. */
function offCentre(node: Node, child: Extract<Block, { kind: 'text' }>, l: number, r: number, room: number): Node {
  const width =
    child.lines.length > 1 ? breakingWidth(child.wraps.least, child.wraps.most) : child.rect.right - child.rect.left;
  const spare = width - (child.rect.right - child.rect.left);
  node.width = {
    kind: child.lines.length > 1 ? 'max' : 'hug',
    ...(child.lines.length > 1 && { px: round(width) }),
  } as Node['width'];
  node.alignSelf = r < l && r < 0.2 * room && near(r, 0, EDGE) ? 'end' : 'start';
  if (node.alignSelf === 'start') node.margin = { ...NO_EDGES, left: round(l - spare / 2) };
  return node;
}

/** How far below the width that takes one word more a column must be: text may come out a little narrower. CSS px. */
function surely(least: number, most: number): number {
  return Math.max(0.5, Math.min(4, (most - least) * 0.3));
}

/** A width between the least and the most at which the lines break the same, with room on both sides for error. */
export function breakingWidth(least: number, most: number): number {
  if (!Number.isFinite(most)) return Math.ceil(least + 2);
  return Math.round(Math.max(least + 1, Math.min((least + most) / 2, least + 16)));
}

function sized(node: Node, width: Node['width']): Node {
  // A fixed width that stays fixed: pictures and fields keep their own where they don't stretch.
  node.width = width;
  return node;
}

/** Insets of `content` within `outer`. */
export function paddingOf(outer: Rect, span: Span, top: number, bottom: number) {
  return {
    top: Math.max(0, round(top) - round(outer.top)),
    right: Math.max(0, round(outer.right - span.right)),
    bottom: Math.max(0, round(outer.bottom) - round(bottom)),
    left: Math.max(0, round(span.left - outer.left)),
  };
}
