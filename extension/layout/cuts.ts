/**
 * Blocks to rows and columns: the recursive X-Y cut (Nagy and Seth, 1984), with a choice of direction that looks at
 * what lines up, since on pages a gap that crosses everything is as often chance as it is structure.
 */
import type { Block, GroupBlock } from './block.ts';
import { near, unionOf, type Rect } from './geometry.ts';
import { cellsOf, joinRows } from './grids.ts';
import { kindOf } from './kind.ts';
import { untangle } from './untangle.ts';

/** Boxes that share up to this many CSS px still count as parted: measured edges and leading are that uncertain. */
const TOUCH = 1;
/** White between columns that are columns of the page rather than words of a row. CSS px. */
const RIVER = 14;
/** Edges within this many CSS px line up. */
const LINED_UP = 5;

export interface Arranged {
  block: Block | undefined;
  /** What could only be laid over the rest. */
  overlays: Block[];
}

export function arrange(items: Block[]): Arranged {
  const overlays: Block[] = [];
  const block = items.length ? cut(items, overlays) : undefined;
  return { block, overlays };
}

function cut(items: Block[], overlays: Block[]): Block {
  if (items.length === 1) return items[0]!;
  const rows = bandsOf(items, 'y');
  const columns = bandsOf(items, 'x');
  if (rows.length === 1 && columns.length === 1) return pullApart(items, overlays);
  if (rows.length === 1)
    return group(
      'row',
      columns.map((c) => cut(c, overlays)),
    );
  const groups = columns.length === 1 ? joinBands(rows) : isColumns(rows) ? [rows] : joinBands(rows);
  const children = groups.map((bands) => {
    if (bands.length === 1) return cut(bands[0]!, overlays);
    const parts = atWidest(bandsOf(bands.flat(), 'x', RIVER));
    const cells = cellsOf(parts);
    if (!cells)
      return group(
        'row',
        parts.map((c) => cut(c, overlays)),
      );
    const blocks = cells.map((c) => cut(c, overlays));
    return { kind: 'grid' as const, rect: unionOf(blocks.map((c) => c.rect)), children: blocks, columns: parts.length };
  });
  return children.length === 1 ? children[0]! : group('column', children);
}

function pullApart(items: Block[], overlays: Block[]): Block {
  const result = untangle(items);
  overlays.push(...result.overlays);
  if (!result.parts) return cut(result.items, overlays);
  return group(
    result.axis,
    result.parts.map((part) => cut(part, overlays)),
  );
}

/** A row in a row is one row, a column in a column one column. */
function group(kind: 'row' | 'column', children: Block[]): GroupBlock {
  const nested = children.flatMap((c) => (c.kind === kind ? (c as GroupBlock).children : [c]));
  const flat = kind === 'column' ? joinRows(nested) : nested;
  return { kind, rect: unionOf(flat.map((c) => c.rect)), children: flat };
}

/** Groups whose projections on an axis overlap, in order; `apart` is the white that parts two of them. CSS px. */
export function bandsOf(items: Block[], axis: 'x' | 'y', apart = -TOUCH): Block[][] {
  const [start, end] = axis === 'x' ? (['left', 'right'] as const) : (['top', 'bottom'] as const);
  const bands: Block[][] = [];
  let reach = -Infinity;
  for (const item of [...items].sort((a, b) => a.rect[start] - b.rect[start])) {
    if (!bands.length || item.rect[start] - reach >= apart) bands.push([item]);
    else bands.at(-1)!.push(item);
    reach = bands.at(-1)!.length === 1 ? item.rect[end] : Math.max(reach, item.rect[end]);
  }
  return bands;
}

/** Bands one below the other that are really columns side by side, joined. */
function joinBands(bands: Block[][]): Block[][][] {
  const groups: Block[][][] = [];
  for (let i = 0; i < bands.length;) {
    const rows = tableLength(bands, i);
    if (rows) {
      for (let r = 0; r < rows; r++) groups.push([bands[i + r]!]);
      i += rows;
      continue;
    }
    let last = i;
    const close = i + 1 < bands.length && top(bands[i + 1]!) - bottom(bands[i]!) <= RIVER;
    if (close || bandsOf(bands[i]!, 'x', RIVER).length > 1) {
      for (let j = i + 1; j < bands.length; j++) {
        const joined = bands.slice(i, j + 1);
        if (bandsOf(joined.flat(), 'x', RIVER).length < 2) break;
        if (isColumns(joined)) last = j;
      }
    }
    groups.push(bands.slice(i, last + 1));
    i = last + 1;
  }
  return groups;
}

/** How many bands from one on are the rows of a table without lines. */
function tableLength(bands: Block[][], from: number): number {
  if (bands[from]!.length < 2) return 0;
  let to = from;
  while (to < bands.length && bands[to]!.length === bands[from]!.length) to++;
  while (to - from > 2 && !(isMatrix(bands.slice(from, to)) && isTextTable(bands.slice(from, to)))) to--;
  return to - from > 2 ? to - from : 0;
}

/** Columns parted only where the white is widest: a sidebar from a grid, and not the grid's columns yet. */
function atWidest(columns: Block[][]): Block[][] {
  const rivers = riversOf(columns);
  const least = WIDEST * Math.max(...rivers);
  const joined: Block[][] = [columns[0]!];
  columns.slice(1).forEach((c, i) => {
    if (rivers[i]! >= least) joined.push(c);
    else joined[joined.length - 1] = [...joined.at(-1)!, ...c];
  });
  return joined;
}

/** Rivers this much narrower than the widest belong to a level further in. */
const WIDEST = 0.6;

function riversOf(columns: Block[][]): number[] {
  return columns.slice(1).map((c, i) => left(c) - Math.max(...columns[i]!.map((b) => b.rect.right)));
}

/** Whether bands are better read as columns: down each in turn, not across. */
function isColumns(bands: Block[][]): boolean {
  const items = bands.flat();
  const columns = bandsOf(items, 'x', RIVER);
  if (columns.length < 2 || !columns.every(isLinedUp)) return false;
  const river = Math.min(...riversOf(columns));
  const gaps = bands.slice(1).map((b, i) => top(b) - Math.max(...bands[i]!.map((x) => x.rect.bottom)));
  const gap = Math.max(...gaps);
  const counts = countsOf(bands, columns);
  if (isOneEach(counts)) {
    if (isTextTable(bands)) return false;
    const across = likeness(bands);
    const down = likeness(columns.map((c) => [...c].sort((a, b) => a.rect.top - b.rect.top)));
    if (Math.abs(across - down) > 0.25) return across > down;
    return river > 1.5 * gap;
  }
  // Things that take turns, as the messages of a chat, go down the page together.
  if (!counts.some((row) => row.filter((n) => n > 0).length > 1)) return false;
  // A band whose columns hold several things each, not level with each other, can't be read across.
  const uneven = counts.some((row) => row.filter((n) => n > 1).length > 0 && row.filter((n) => n > 0).length > 1);
  const extent = bottom(items) - top(items);
  const covered = columns.every((c) => bottom(c) - top(c) > 0.5 * extent);
  if (!uneven && !covered) return false;
  if (uneven) return gap <= Math.max(64, 2 * river);
  return river >= 0.8 * gap;
}

/** How many things each column has in each band. */
function countsOf(bands: Block[][], columns: Block[][]): number[][] {
  const columnOf = new Map(columns.flatMap((column, c) => column.map((b) => [b, c] as const)));
  return bands.map((band) => {
    const counts = columns.map(() => 0);
    for (const b of band) counts[columnOf.get(b)!]!++;
    return counts;
  });
}

const isOneEach = (counts: number[][]): boolean => counts.every((row) => row.every((n) => n === 1));
const isMatrix = (bands: Block[][]): boolean => isOneEach(countsOf(bands, bandsOf(bands.flat(), 'x', RIVER)));

/** Rows of short texts that aren't links, one look after the first: a table without lines, read across. */
function isTextTable(bands: Block[][]): boolean {
  const texts = bands.flat().every((b) => b.kind === 'text' && b.lines.length === 1 && b.lines[0]!.link < 0.5);
  if (!texts || bands.length < 3) return false;
  const kinds = bands.slice(1).map((band) => inOrder(band).map(kindOf).join());
  return kinds.every((k) => k === kinds[0]);
}

const inOrder = (band: Block[]) => [...band].sort((a, b) => a.rect.left - b.rect.left);
const left = (items: Block[]) => Math.min(...items.map((b) => b.rect.left));
const top = (items: Block[]) => Math.min(...items.map((b) => b.rect.top));
const bottom = (items: Block[]) => Math.max(...items.map((b) => b.rect.bottom));

/** Whether most of a column's things share their left edge or their centre. */
function isLinedUp(column: Block[]): boolean {
  const rects = bandsOf(column, 'y').map((band) => unionOf(band.map((b) => b.rect)));
  const share = (of: (r: Rect) => number) =>
    Math.max(...rects.map((a) => rects.filter((b) => near(of(a), of(b), LINED_UP)).length)) / rects.length;
  return share((r) => r.left) >= 0.6 || share((r) => r.left + r.right) >= 0.6 || share((r) => r.right) >= 0.75;
}

/** Share of neighbours in each list that are of one kind, averaged. */
function likeness(lists: Block[][]): number {
  let [same, pairs] = [0, 0];
  for (const list of lists) {
    for (let i = 1; i < list.length; i++) {
      pairs++;
      if (kindOf(list[i]!) === kindOf(list[i - 1]!)) same++;
    }
  }
  return pairs ? same / pairs : 0;
}
