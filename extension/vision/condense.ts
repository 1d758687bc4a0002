/** A page without the inside of its long stretches of equal rows and columns: blank bands and margins tell a network nothing. */
import type { Pixels } from './pixels.ts';

/** Pixels of a stretch that stay at each of its ends: what a network sees around a cell. */
const KEPT = 48;

export interface Condensed {
  pixels: Pixels;
  /** For each row of cells of the page, the row of the condensed page's cells that shows the same. */
  rows: Int32Array;
  columns: Int32Array;
}

/** Takes out whole cells of `cell` x `cell` pixels only, so that the rest stays on its grid. */
export function condense(pixels: Pixels, cell: number): Condensed {
  const { width, height, data } = pixels;
  const line = width * 3;
  const rows = keptCells(height, cell, (y) => {
    return Buffer.compare(data.subarray((y - 1) * line, y * line), data.subarray(y * line, (y + 1) * line)) === 0;
  });
  const columns = keptCells(width, cell, (x) => equalsColumnBefore(pixels, x));
  const kept = cut(pixels, rows, columns, cell);
  return { pixels: kept, rows: cellMap(rows), columns: cellMap(columns) };
}

function equalsColumnBefore({ width, height, data }: Pixels, x: number): boolean {
  for (let y = 0, at = x * 3; y < height; y++, at += width * 3)
    if (data[at] !== data[at - 3] || data[at + 1] !== data[at - 2] || data[at + 2] !== data[at - 1]) return false;
  return true;
}

/** For each cell along one side, 1 where it stays. `equals(i)`: line i is as the one before. */
function keptCells(length: number, cell: number, equals: (i: number) => boolean): Uint8Array {
  const kept = new Uint8Array(Math.ceil(length / cell)).fill(1);
  for (let from = 0; from < length;) {
    let to = from + 1;
    while (to < length && equals(to)) to++;
    kept.fill(0, Math.ceil((from + KEPT) / cell), Math.max(0, Math.floor((to - KEPT) / cell)));
    from = to;
  }
  return kept;
}

/** Cells that went show what the last one before them does. */
function cellMap(kept: Uint8Array): Int32Array {
  let count = 0;
  return Int32Array.from(kept, (stays) => (stays ? count++ : count - 1));
}

function cut({ width, height, data }: Pixels, rows: Uint8Array, columns: Uint8Array, cell: number): Pixels {
  if (rows.every(Boolean) && columns.every(Boolean)) return { width, height, data };
  const stretches = keptStretches(columns, cell, width);
  const newWidth = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  const lines = keptStretches(rows, cell, height);
  const newHeight = lines.reduce((sum, { from, to }) => sum + to - from, 0);
  const out = new Uint8Array(newWidth * newHeight * 3);
  let at = 0;
  for (const line of lines)
    for (let y = line.from; y < line.to; y++)
      for (const { from, to } of stretches) {
        out.set(data.subarray((y * width + from) * 3, (y * width + to) * 3), at);
        at += (to - from) * 3;
      }
  return { width: newWidth, height: newHeight, data: out };
}

/** Pixels of the cells that stay, joined. */
function keptStretches(kept: Uint8Array, cell: number, length: number): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (let i = 0; i < kept.length; i++) {
    if (!kept[i]) continue;
    const last = stretches.at(-1);
    const to = Math.min(length, (i + 1) * cell);
    if (last?.to === i * cell) last.to = to;
    else stretches.push({ from: i * cell, to });
  }
  return stretches;
}
