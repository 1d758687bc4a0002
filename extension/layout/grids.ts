/** Cards in rows and columns: found where columns repeat one sequence of things level with each other, or rows have equal cells. */
import type { Block, GroupBlock } from './block.ts';
import { heightOf, median, near, unionOf, widthOf } from './geometry.ts';
import { kindOf } from './kind.ts';

/** Tops of the cells of a row agree to this many CSS px. */
const LEVEL = 3;
/** Share of a sequence that must repeat; an optional badge or a missing picture doesn't make another card. */
const ALIKE = 0.75;

/**
 * Cells of a grid, row by row, where every column repeats one sequence of things and the repetitions begin level with
 * each other; `undefined` where the columns are columns of their own.
 */
export function cellsOf(columns: Block[][]): Block[][] | undefined {
  if (columns.length < 2) return undefined;
  const sorted = columns.map((c) => [...c].sort((a, b) => a.rect.top - b.rect.top));
  const starts = sorted.map(startsOf);
  const rows = Math.max(...starts.map((s) => s.length));
  if (rows < 2) return undefined;
  // All rows but the last are full.
  if (
    starts.some(
      (s, i) => s.length < rows - 1 || (s.length < rows && starts.slice(i + 1).some((o) => o.length === rows)),
    )
  )
    return undefined;
  const first = sorted[0]!;
  const cells: Block[][] = [];
  for (let r = 0; r < rows; r++) {
    const level = first[starts[0]![r]!]!.rect.top;
    for (const [c, column] of sorted.entries()) {
      const from = starts[c]![r];
      if (from === undefined) continue;
      if (!near(column[from]!.rect.top, level, LEVEL)) return undefined;
      cells.push(column.slice(from, starts[c]![r + 1] ?? column.length));
    }
  }
  return isRegular(cells) ? cells : undefined;
}

/** Where the sequence of a column begins anew: at every thing of its first one's kind and size. */
function startsOf(column: Block[]): number[] {
  const first = column[0]!;
  const same = (b: Block) =>
    kindOf(b) === kindOf(first) && (b.kind === 'text' || near(heightOf(b.rect), heightOf(first.rect), LEVEL));
  return column.flatMap((b, i) => (same(b) ? [i] : []));
}

function isRegular(cells: Block[][]): boolean {
  if (cells[0]!.length < 2) return false;
  const kinds = cells.map((c) => c.map(kindOf).join());
  const most = Math.max(...kinds.map((k) => kinds.filter((o) => o === k).length));
  return most >= ALIKE * kinds.length;
}

/** Rows below each other whose boxes have the same places and widths become one grid; the last may be short. */
export function joinRows(children: Block[]): Block[] {
  const joined: Block[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    const grid = last && (last.kind === 'grid' || last.kind === 'row') && continuesGrid(last, child);
    if (!grid) {
      joined.push(child);
      continue;
    }
    const cells = child.kind === 'row' ? child.children : [child];
    joined[joined.length - 1] = {
      kind: 'grid',
      rect: unionOf([last.rect, child.rect]),
      columns: last.kind === 'grid' ? last.columns! : last.children.length,
      children: [...last.children, ...cells],
    };
  }
  return joined;
}

function continuesGrid(grid: GroupBlock, next: Block): boolean {
  const columns = grid.kind === 'grid' ? grid.columns! : grid.children.length;
  if (columns < 2 || grid.children.length % columns !== 0) return false;
  const cells = next.kind === 'row' ? next.children : [next];
  if (cells.length > columns || cells.length === 0) return false;
  const isCell = (b: Block) => b.kind === 'frame' || b.kind === 'image';
  const first = grid.children.slice(0, columns);
  const widths = first.map((c) => widthOf(c.rect));
  if (!near(Math.max(...widths), Math.min(...widths), LEVEL)) return false;
  return cells.every(
    (c, i) =>
      isCell(c) &&
      isCell(first[i]!) &&
      c.kind === first[i]!.kind &&
      near(c.rect.left, first[i]!.rect.left, LEVEL) &&
      near(widthOf(c.rect), widths[i]!, LEVEL),
  );
}

/** Where a grid's columns begin and how wide they are, as far as `right`. CSS px. */
export function tracksOf(grid: GroupBlock, right: number): { lefts: number[]; width: number; gap: number } {
  const columns = grid.columns ?? 1;
  const lefts = Array.from({ length: columns }, (_, c) =>
    Math.min(...grid.children.filter((_, i) => i % columns === c).map((b) => b.rect.left)),
  );
  const widest = Math.max(...grid.children.map((b) => widthOf(b.rect)));
  const pitch = median(lefts.slice(1).map((l, i) => l - lefts[i]!));
  const rest = right - lefts.at(-1)!;
  const boxes = grid.children.some(
    (b) =>
      b.kind === 'frame' ||
      b.kind === 'image' ||
      (b.kind === 'column' &&
        b.children.some(
          (c) => (c.kind === 'image' || c.kind === 'frame') && near(widthOf(c.rect), widthOf(b.rect), 1),
        )),
  );
  const width = !boxes && rest <= pitch && rest >= widest - 1 ? rest : Math.min(widest, pitch);
  return { lefts, width, gap: Math.max(0, pitch - width) };
}
