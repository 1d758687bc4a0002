import type { Box } from './scene.ts';
import { isNear } from './packed.ts';
import { find, union } from './union-find.ts';

/**
 * The picture as connected regions (4-neighbours), text left out: surfaces of exactly one colour, and between them lines,
 * gradients, shadows and ink, whose neighbouring pixels differ little. Region `r` has `color[r]` (0xrrggbb),
 * `area[r]` pixels and the bounds `[x0[r], x1[r]) x [y0[r], y1[r])`. Runs are the horizontal stretches they are made of:
 * run `k` starts at `runStart[k]`, ends where the next one of its row (or the row) does, rows begin at `rowFirst[y]`.
 */
export interface Regions {
  width: number;
  height: number;
  count: number;
  /** The picture with its text painted over, 0xrrggbb a pixel. */
  packed: Uint32Array;
  label: Int32Array;
  /** 1 where the region is a surface: exactly one colour, with a solid core. */
  core: Uint8Array;
  /** Set where the picture was compressed with loss: edges and lines are good to a pixel or two only. */
  lossy?: boolean;
  /** Regions that flow into each other (a surface and the shadows on it, a gradient's bands) share one of them's number. */
  group: Int32Array;
  color: Uint32Array;
  area: Uint32Array;
  x0: Int32Array;
  y0: Int32Array;
  x1: Int32Array;
  y1: Int32Array;
  runStart: Int32Array;
  runRegion: Int32Array;
  rowFirst: Int32Array;
}

/** A core is a square of twice this and one, pixels. Wider than any border line that pages commonly draw. */
const CORE_RADIUS = 4;

/** Two-pass connected components over runs, with union-find (Rosenfeld and Pfaltz 1966; run-based as in He et al. 2008). */
export function label(packed: Uint32Array, width: number, height: number, step: number): Regions {
  let capacity = 1 << 16;
  let starts = new Int32Array(capacity);
  let parent = new Int32Array(capacity);
  const rowFirst = new Int32Array(height + 1);
  let runs = 0;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    rowFirst[y] = runs;
    if (runs + width > capacity) {
      capacity = Math.max(capacity * 2, runs + width);
      starts = grown(starts, capacity);
      parent = grown(parent, capacity);
    }
    let above = y ? rowFirst[y - 1]! : 0;
    const aboveEnd = rowFirst[y]!;
    for (let x = 0; x < width;) {
      const color = packed[row + x]!;
      let end = x + 1;
      while (end < width && packed[row + end] === color) end++;
      starts[runs] = x;
      parent[runs] = runs;
      if (y) {
        while (above + 1 < aboveEnd && starts[above + 1]! <= x) above++;
        for (let k = above; k < aboveEnd && starts[k]! < end; k++) {
          if (packed[row - width + Math.max(starts[k]!, x)] === color) union(parent, k, runs);
        }
      }
      runs++;
      x = end;
    }
  }
  rowFirst[height] = runs;
  return collect(packed, width, height, { starts: starts.slice(0, runs), rowFirst }, parent.subarray(0, runs), step);
}

function grown(array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(array);
  return larger;
}

interface Runs {
  starts: Int32Array;
  rowFirst: Int32Array;
}

/** End of run `k` of row `y`. */
export function runEnd(regions: Pick<Regions, 'runStart' | 'rowFirst' | 'width'>, y: number, k: number): number {
  return k + 1 < regions.rowFirst[y + 1]! ? regions.runStart[k + 1]! : regions.width;
}

/** Numbers the roots of a forest in order of appearance; returns each element's number and how many there are. */
function numbered(parent: Int32Array): { ids: Int32Array; count: number } {
  const ids = new Int32Array(parent.length);
  let count = 0;
  // Roots are the smallest of their set, so a root's number is known before its members'.
  for (let k = 0; k < parent.length; k++) {
    const root = find(parent, k);
    ids[k] = root === k ? count++ : ids[root]!;
  }
  return { ids, count };
}

/** Writes each run's region into a label image. */
function paintLabels(label: Int32Array, width: number, { starts, rowFirst }: Runs, ids: Int32Array): void {
  for (let y = 0; y + 1 < rowFirst.length; y++) {
    const row = y * width;
    for (let k = rowFirst[y]!; k < rowFirst[y + 1]!; k++) {
      const end = k + 1 < rowFirst[y + 1]! ? starts[k + 1]! : width;
      const id = ids[k]!;
      // Most runs of ink are a pixel or two: a call costs more than they do.
      if (end - starts[k]! > 16) label.fill(id, row + starts[k]!, row + end);
      else for (let i = row + starts[k]!; i < row + end; i++) label[i] = id;
    }
  }
}

/** Marks regions with a solid core somewhere: surfaces and blocks, not lines, letters, dithering or a shadow's steps. */
function findCores(label: Int32Array, width: number, height: number, count: number): Uint8Array {
  const core = new Uint8Array(count);
  const t = CORE_RADIUS;
  // Every other pixel: a small circle holds the square in few places.
  for (let y = t; y < height - t; y += 2) {
    for (let x = t; x < width - t; x += 2) {
      const i = y * width + x;
      const r = label[i]!;
      if (core[r]) continue;
      const up = i - t * width;
      const down = i + t * width;
      if (label[up - t] === r && label[up + t] === r && label[down - t] === r && label[down + t] === r) core[r] = 1;
    }
  }
  return core;
}

/**
 * Joins neighbouring regions of nearly one colour. `ramps`: coreless ones only, so that a dithered gradient or the steps
 * of a shadow become one region. `groups`: all, so that a surface goes with the shadows on it. `exact` holds each run's
 * region of exactly one colour; both results give each of those regions' parent.
 */
function joinAlike(
  packed: Uint32Array,
  width: number,
  runs: Runs,
  exact: Int32Array,
  core: Uint8Array,
  step: number,
): { ramps: Int32Array; groups: Int32Array } {
  const { starts, rowFirst } = runs;
  const ramps = new Int32Array(core.length);
  for (let i = 0; i < ramps.length; i++) ramps[i] = i;
  const groups = ramps.slice();
  const join = (r: number, s: number, a: number, b: number): void => {
    if (!isNear(a, b, step)) return;
    const ramp = !core[r] && !core[s];
    if (ramp) union(ramps, r, s);
    // A surface that differs by this much from what it lies on is one of its own.
    if (ramp || isNear(a, b, step - 1)) union(groups, r, s);
  };
  for (let y = 0; y + 1 < rowFirst.length; y++) {
    const row = y * width;
    const first = rowFirst[y]!;
    const last = rowFirst[y + 1]!;
    let above = y ? rowFirst[y - 1]! : 0;
    for (let k = first; k < last; k++) {
      const r = exact[k]!;
      const start = starts[k]!;
      const end = k + 1 < last ? starts[k + 1]! : width;
      const color = packed[row + start]!;
      if (k > first) join(exact[k - 1]!, r, color, packed[row + start - 1]!);
      if (!y) continue;
      while (above + 1 < first && starts[above + 1]! <= start) above++;
      for (let a = above; a < first && starts[a]! < end; a++) {
        const s = exact[a]!;
        if (s !== r) join(s, r, color, packed[row - width + Math.max(starts[a]!, start)]!);
      }
    }
  }
  return { ramps, groups };
}

function collect(
  packed: Uint32Array,
  width: number,
  height: number,
  runs: Runs,
  parent: Int32Array,
  step: number,
): Regions {
  const { ids: exact, count: exactCount } = numbered(parent);
  const label = new Int32Array(width * height);
  paintLabels(label, width, runs, exact);
  const core = findCores(label, width, height, exactCount);
  const { ramps, groups } = joinAlike(packed, width, runs, exact, core, step);
  const joined = numbered(ramps);
  for (let k = 0; k < exact.length; k++) exact[k] = joined.ids[exact[k]!]!;
  paintLabels(label, width, runs, exact);
  const count = joined.count;
  const regions: Regions = {
    width,
    height,
    count,
    packed,
    label,
    core: new Uint8Array(count),
    group: new Int32Array(count),
    color: new Uint32Array(count),
    area: new Uint32Array(count),
    x0: new Int32Array(count).fill(width),
    y0: new Int32Array(count).fill(height),
    x1: new Int32Array(count),
    y1: new Int32Array(count),
    runStart: runs.starts,
    runRegion: exact,
    rowFirst: runs.rowFirst,
  };
  for (let i = 0; i < exactCount; i++) {
    const r = joined.ids[i]!;
    if (core[i]) regions.core[r] = 1;
    regions.group[r] = joined.ids[find(groups, i)]!;
  }
  measure(regions);
  return regions;
}

/** Fills in area, bounds and colour (that of the longest run). */
function measure(regions: Regions): void {
  const { width, height, packed, color, area, x0, y0, x1, y1, runStart, runRegion, rowFirst, count } = regions;
  const longest = new Int32Array(count);
  for (let y = 0; y < height; y++) {
    for (let k = rowFirst[y]!; k < rowFirst[y + 1]!; k++) {
      const start = runStart[k]!;
      const end = runEnd(regions, y, k);
      const r = runRegion[k]!;
      area[r]! += end - start;
      if (end - start > longest[r]!) {
        longest[r] = end - start;
        color[r] = packed[y * width + start]!;
      }
      if (start < x0[r]!) x0[r] = start;
      if (end > x1[r]!) x1[r] = end;
      if (y < y0[r]!) y0[r] = y;
      y1[r] = y + 1;
    }
  }
}

/** The bounds of a region. */
export function regionBox(regions: Regions, r: number): Box {
  const x = regions.x0[r]!;
  const y = regions.y0[r]!;
  return { x, y, width: regions.x1[r]! - x, height: regions.y1[r]! - y };
}
