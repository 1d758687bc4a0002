/** Blocks side by side: grids of equal columns, columns of the page, and rows of small things. */
import { advance } from '../vision/fonts.ts';
import type { Block, GroupBlock, TextBlock } from './block.ts';
import { boundsOf, isCentred, needsWidth } from './bounds.ts';
import { breakingWidth, commonGap, type MakeNode, type Span } from './columns.ts';
import type { Align, BoxNode, Justify, Node } from './design.ts';
import { heightOf, median, middleX, middleY, near, unionOf, widthOf, type Rect } from './geometry.ts';
import { round } from './nodes.ts';

const EDGE = 2;
/** What a page has side by side fits on a narrow one up to this width. CSS px. */
const NARROW = 350;
/** Columns under this width are words or tiles, not columns of text. */
const NARROW_COLUMN = 110;

export interface Row {
  layout: BoxNode['layout'];
  nodes: Node[];
  stack: boolean;
}

export function layRow(children: Block[], span: Span, make: MakeNode): Row {
  const equal = equalColumns(children, span);
  if (equal) return gridOf(children, equal, children.length, span, make);
  if (children.some((c) => needsWidth(c) || (c.kind === 'image' && widthOf(c.rect) > WIDE_IMAGE)))
    return columnsRow(children, span, make);
  return inlineRow(children, span, make);
}

/** Images from this width on stand beside text as columns do; smaller ones are logos and thumbnails. CSS px. */
const WIDE_IMAGE = 160;

interface Tracks {
  lefts: number[];
  width: number;
  gap: number;
}

/** Columns of one width at one distance that fill the span. */
export function equalColumns(children: Block[], span: Span): Tracks | undefined {
  const n = children.length;
  if (n < 2 || children.some((c) => c.kind === 'icon' || c.kind === 'rule' || c.kind === 'control')) return undefined;
  const steps = (at: (r: Rect) => number) => children.slice(1).map((c, i) => at(c.rect) - at(children[i]!.rect));
  const even = (values: number[]) => Math.max(...values) - Math.min(...values) <= EDGE;
  const room = span.right - span.left;
  const widths = children.map((c) => widthOf(c.rect));
  const boxes = children.every((c) => c.kind === 'frame' || c.kind === 'image');
  if (boxes && even(widths) && widths[0]! >= NARROW_COLUMN) {
    const pitch = median(steps((r) => r.left));
    const fills = near(children[0]!.rect.left, span.left, EDGE) && near(children.at(-1)!.rect.right, span.right, EDGE);
    if (!fills || !even(steps((r) => r.left))) return undefined;
    return { lefts: children.map((c) => c.rect.left), width: median(widths), gap: pitch - median(widths) };
  }
  const byLeft = even(steps((r) => r.left)) && near(children[0]!.rect.left, span.left, EDGE);
  const byCentre = n > 2 || children.every(isCentred) ? even(steps(middleX)) : false;
  if (!byLeft && !byCentre) return undefined;
  const pitch = median(steps(byLeft ? (r) => r.left : middleX));
  const width = byLeft ? room - (n - 1) * pitch : 2 * (middleX(children[0]!.rect) - span.left);
  const gap = pitch - width;
  if (gap < 0 || width < NARROW_COLUMN || gap > width) return undefined;
  const lefts = children.map((_, i) => span.left + i * pitch);
  const fits = children.every((c, i) => {
    const bounds = boundsOf(c);
    return bounds.least <= lefts[i]! + width + 1 && bounds.most > lefts[i]! + width && c.rect.left >= lefts[i]! - 1;
  });
  return fits && near(lefts[0]! + n * width + (n - 1) * gap, span.right, EDGE) ? { lefts, width, gap } : undefined;
}

/** Cells in equal tracks; `children` go row by row. */
export function gridOf(children: Block[], tracks: Tracks, columns: number, span: Span, make: MakeNode): Row {
  const rows: Block[][] = [];
  for (let i = 0; i < children.length; i += columns) rows.push(children.slice(i, i + columns));
  const bottoms = rows.map((r) => Math.max(...r.map((c) => c.rect.bottom)));
  const tops = rows.map((r) => Math.min(...r.map((c) => c.rect.top)));
  const rowGaps = tops.slice(1).map((t, i) => round(t) - round(bottoms[i]!));
  const rowGap = rowGaps.length ? Math.max(0, Math.min(...rowGaps)) : 0;
  const level = rows.every((row) =>
    row.every((c) => near(heightOf(c.rect), heightOf(row[0]!.rect), EDGE) && near(c.rect.top, row[0]!.rect.top, EDGE)),
  );
  const nodes = children.map((child, i) => {
    const left = tracks.lefts[i % columns]!;
    const node = make(child, { left, right: left + tracks.width });
    node.width = { kind: 'fill' };
    if (level && child.kind === 'frame' && child.content) node.height = { kind: 'fill' };
    const row = Math.floor(i / columns);
    const down = round(child.rect.top) - round(tops[row]!) + (row > 0 ? rowGaps[row - 1]! - rowGap : 0);
    if (down > 1) node.margin = { ...node.margin, top: down };
    return node;
  });
  const fills =
    near(tracks.lefts[0]!, span.left, EDGE) && near(tracks.lefts.at(-1)! + tracks.width, span.right, EDGE * 2);
  const track = fills ? { fr: 1 } : { px: round(tracks.width) };
  return {
    layout: {
      kind: 'grid',
      columns: Array.from({ length: columns }, () => track),
      columnGap: round(tracks.gap),
      rowGap,
      align: level ? 'stretch' : 'start',
    },
    nodes,
    stack: tracks.width > NARROW / 2,
  };
}

/** Columns of different widths: one takes the room that is left, the others have a width. */
function columnsRow(children: Block[], span: Span, make: MakeNode): Row {
  const last = children.at(-1)!;
  const isOpen = (b: Block) => b.kind === 'text' || b.kind === 'column' || b.kind === 'list';
  const fits = (b: Block, right: number) => isOpen(b) && needsWidth(b) && right < boundsOf(b).most - 1;
  const extends_ = last.rect.right < span.right && (fits(last, span.right) || isTextColumn(last));
  const endsAt = near(last.rect.right, span.right, EDGE) || extends_ ? span.right : undefined;
  const slots = spaced(
    children,
    children.map((child, i) => slotOf(child, children[i - 1], children[i + 1], endsAt)),
  );
  if (endsAt !== undefined && isTextColumn(last)) slots[slots.length - 1] = { ...slots.at(-1)!, right: endsAt };
  const flexible = children
    .map((c, i) => ({ c, i }))
    .filter(({ c, i }) => needsWidth(c) || (c.kind === 'control' && slotWidth(slots[i]!) > WIDE_IMAGE));
  const widest = flexible.sort((a, b) => slotWidth(slots[b.i]!) - slotWidth(slots[a.i]!))[0];
  const growing = endsAt !== undefined && widest ? widest.i : -1;
  const gaps = slots.slice(1).map((s, i) => round(s.left) - round(slots[i]!.right));
  const gap = commonGap(gaps);
  const lead = round(slots[0]!.left - span.left);
  const nodes = children.map((child, i) => {
    const node = make(child, slots[i]!);
    if (i === growing) {
      node.width = { kind: 'fill' };
      node.grow = 1;
    } else if (needsWidth(child) || child.kind === 'frame' || slotWidth(slots[i]!) > widthOf(child.rect) + 1)
      node.width = { kind: 'fixed', px: round(slotWidth(slots[i]!)) };
    const before = i === 0 ? lead : gaps[i - 1]! - gap;
    if (Math.abs(before) > 1) node.margin = { ...node.margin, left: before };
    return node;
  });
  const slack = round(span.right) - round(slots.at(-1)!.right);
  const centred = growing < 0 && lead > EDGE && near(lead, slack, EDGE);
  const end = growing < 0 && lead > EDGE && Math.abs(slack) <= EDGE;
  if (centred || end) nodes[0]!.margin = { ...nodes[0]!.margin, left: 0 };
  const align = alignRow(children, nodes);
  const wide = unionOf(children.map((c) => c.rect));
  return {
    layout: { kind: 'row', gap, align, justify: centred ? 'center' : end ? 'end' : 'start', wrap: false },
    nodes,
    stack: widthOf(wide) > NARROW && children.filter((c) => widthOf(c.rect) > NARROW_COLUMN).length > 1,
  };
}

/** Short texts below each other, as in a footer: a column whose width doesn't show. */
function isTextColumn(block: Block): boolean {
  return (block.kind === 'column' || block.kind === 'list') && !needsWidth(block);
}

/** Columns of short texts reach to where the same gap parts all columns. */
function spaced(children: Block[], slots: Span[]): Span[] {
  const gaps = slots.slice(1).map((s, i) => s.left - slots[i]!.right);
  const gap = Math.max(LEAST_GAP, Math.min(...gaps));
  return slots.map((slot, i) =>
    isTextColumn(children[i]!) && i < gaps.length && gaps[i]! > gap + EDGE
      ? { left: slot.left, right: slots[i + 1]!.left - gap }
      : slot,
  );
}

/** CSS px. */
const LEAST_GAP = 16;

const slotWidth = (s: Span) => s.right - s.left;

/** The span that a column has to itself: as wide as its texts may be, short of its neighbours. */
function slotOf(child: Block, before: Block | undefined, after: Block | undefined, endsAt: number | undefined): Span {
  const { left, right } = child.rect;
  if (!needsWidth(child)) return { left, right };
  if (isCentred(child)) {
    const { least, most } =
      child.kind === 'text'
        ? child.wraps
        : {
            least: widthOf(child.rect),
            most: widthOf(child.rect) + (boundsOf(child).most - boundsOf(child).least) * 2,
          };
    const room = Math.min(before ? left - before.rect.right : left, after ? after.rect.left - right : left);
    const spare = Math.max(0, Math.min(breakingWidth(least, most) - widthOf(child.rect), room));
    return { left: left - spare / 2, right: right + spare / 2 };
  }
  const bounds = boundsOf(child);
  if (!after)
    return {
      left,
      right:
        endsAt !== undefined && endsAt < bounds.most - 1 ? Math.max(endsAt, bounds.least) : roomy(bounds, Infinity),
    };
  return { left, right: roomy(bounds, after.rect.left - Math.min(16, (after.rect.left - bounds.least) / 2)) };
}

function roomy(bounds: { least: number; most: number }, limit: number): number {
  const wish = Number.isFinite(bounds.most)
    ? Math.min((bounds.least + bounds.most) / 2, bounds.least + 16)
    : bounds.least + 4;
  return Math.max(bounds.least, Math.min(wish, limit));
}

/** A row that only just doesn't start at the left isn't one that is pushed to the right. CSS px. */
const END_LEAD = 40;
/** Two things further apart than this are pushed to the ends of their row. CSS px. */
const SPREAD_GAP = 40;
/** More than two are so from this gap on; closer ones are an ordinary row. CSS px. */
const EVEN_SPREAD = 48;

/** Small things in a row: links, buttons, a picture and its label. */
function inlineRow(children: Block[], span: Span, make: MakeNode): Row {
  const gaps = inlineGaps(children);
  const lead = round(children[0]!.rect.left - span.left);
  const trail = round(span.right - children.at(-1)!.rect.right);
  const touches = Math.abs(lead) <= EDGE && Math.abs(trail) <= EDGE;
  const big = Math.max(...gaps);
  const apart = gaps.indexOf(big);
  const rest = gaps.filter((_, i) => i !== apart);
  if (touches && children.length > 2 && big > 40 && big > 2 * Math.max(0, ...rest)) {
    const [left, right] = [children.slice(0, apart + 1), children.slice(apart + 1)].map((part) =>
      part.length > 1 ? rowOf(part) : part[0]!,
    );
    return inlineRow([left!, right!], span, make);
  }
  const even = Math.max(...gaps) - Math.min(...gaps) <= EDGE;
  const between = touches && big > SPREAD_GAP && (children.length === 2 || (even && big > EVEN_SPREAD));
  const centred = !touches && lead > EDGE && near(lead, trail, EDGE + 1);
  const end = !touches && !centred && trail <= EDGE && lead > Math.max(END_LEAD, 0.2 * (span.right - span.left));
  const justify: Justify = between ? 'between' : centred ? 'center' : end ? 'end' : 'start';
  const gap = between ? 16 : evenGap(gaps);
  const nodes = children.map((child, i) => {
    const node = make(child, { left: child.rect.left, right: child.rect.right });
    if (child.kind === 'text' && node.kind === 'text') node.look = { ...node.look, align: 'left' };
    const before = i === 0 ? (justify === 'start' ? lead : 0) : between ? 0 : gaps[i - 1]! - gap;
    if (Math.abs(before) > (i === 0 ? 1 : 0)) node.margin = { ...node.margin, left: before };
    return node;
  });
  const align = alignRow(children, nodes);
  return { layout: { kind: 'row', gap, align, justify, wrap: needsWrap(children) }, nodes, stack: false };
}

/**
 * White between the things of a row. Where a text won't come out as wide as it was measured (a font that was taken for
 * another, a misread sign), what follows keeps its place.
 */
function inlineGaps(children: Block[]): number[] {
  const measured = children.slice(1).map((c, i) => round(c.rect.left) - round(children[i]!.rect.right));
  const error = children.map((c) => (c.kind === 'text' && c.lines.length === 1 ? drawnWidth(c) - widthOf(c.rect) : 0));
  const drift = error.slice(0, -1).reduce((sum, e) => sum + Math.abs(e), 0);
  if (drift <= MOST_DRIFT) return measured;
  return measured.map((gap, i) => Math.max(Math.min(gap, 0), round(gap - error[i]!)));
}

/** CSS px over a whole row. */
const MOST_DRIFT = 4;

function drawnWidth(text: TextBlock): number {
  const line = text.lines[0]!;
  const { runs } = line.source;
  return runs.length ? runs.reduce((sum, r) => sum + advance(r.text, r.style), 0) : widthOf(line.rect);
}

function needsWrap(children: Block[]): boolean {
  return (
    widthOf(unionOf(children.map((c) => c.rect))) > NARROW ||
    children.reduce((sum, c) => sum + widthOf(c.rect), 0) > NARROW
  );
}

/** Rounded gaps of a row of words scatter by a pixel; the middle one serves all of them. */
function evenGap(gaps: number[]): number {
  if (!gaps.length) return 0;
  if (Math.max(...gaps) - Math.min(...gaps) <= EDGE) {
    const middle = median(gaps);
    gaps.fill(middle);
    return Math.max(0, middle);
  }
  return commonGap(gaps) || Math.max(0, Math.min(...gaps));
}

export function rowOf(children: Block[]): GroupBlock {
  return { kind: 'row', rect: unionOf(children.map((c) => c.rect)), children };
}

/** The alignment that leaves least to correct; what it leaves becomes a margin of a child. */
export function alignRow(children: Block[], nodes: Node[]): Align {
  const box = unionOf(children.map((c) => c.rect));
  if (
    children.length > 1 &&
    children.every((c) => near(c.rect.top, box.top, EDGE) && near(c.rect.bottom, box.bottom, EDGE)) &&
    children.some((c) => c.kind === 'frame')
  ) {
    nodes.forEach((n, i) => {
      const child = children[i]!;
      if (child.kind === 'frame' && child.content) n.height = { kind: 'fill' };
    });
    return 'stretch';
  }
  const off = (of: (c: Block) => number) =>
    children.reduce((sum, c) => sum + (Math.abs(of(c)) > 1 ? Math.min(Math.abs(of(c)), 10) : 0), 0);
  const ways: { align: Align; cost: number }[] = [
    { align: 'center', cost: off((c) => middleY(c.rect) - middleY(box)) },
    { align: 'start', cost: off((c) => c.rect.top - box.top) },
    { align: 'end', cost: off((c) => c.rect.bottom - box.bottom) },
  ];
  const lines = children.every((c) => c.kind === 'text');
  if (lines) {
    const baseline = (c: Block) => (c.kind === 'text' ? c.lines[0]!.baseline : 0);
    ways.splice(0, 0, { align: 'baseline', cost: off((c) => baseline(c) - baseline(children[0]!)) });
  }
  const tall = heightOf(box) > 120;
  const best = ways.sort(
    (a, b) => a.cost - b.cost + (tall ? Number(a.align === 'center') - Number(b.align === 'center') : 0),
  )[0]!;
  if (best.cost === 0) return best.align;
  nodes.forEach((node, i) => {
    const down = round(children[i]!.rect.top) - round(box.top);
    if (down > 0) node.margin = { ...node.margin, top: down };
  });
  return 'start';
}
