import type { Box } from './scene.ts';
import type { Pixels, RawLine } from './pixels.ts';
import { isLossy, smoothLossy } from './lossy.ts';

/** What segmentation needs of a line of text. */
export type TextArea = Pick<RawLine, 'box' | 'background'> & { ink?: RawLine['ink'] };

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

/** Neighbours in a gradient or shadow differ by no more: a shadow of 8 px blur falls 3 levels a pixel at 10 % black. */
const RAMP_STEP = 3;
/** Levels that a gradient's colour beside a line is from the line's background, at most. */
const MAX_RAMP = 40;
/** The same after compression. */
const LOSSY_RAMP_STEP = 8;
/** A core is a square of twice this and one, pixels. Wider than any border line that pages commonly draw. */
const CORE_RADIUS = 4;

/** Largest difference in any channel of two packed colours, 0 to 255. */
export function packedDistance(a: number, b: number): number {
  return Math.max(
    Math.abs(((a >> 16) & 255) - ((b >> 16) & 255)),
    Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)),
    Math.abs((a & 255) - (b & 255)),
  );
}

/** Whether two packed colours differ by no more than `step` in every channel. */
export function isNear(a: number, b: number, step: number): boolean {
  const blue = (a & 255) - (b & 255);
  if (blue > step || blue < -step) return false;
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  if (green > step || green < -step) return false;
  const red = (a >> 16) - (b >> 16);
  return red <= step && red >= -step;
}

/** `#rrggbb` of a packed colour. */
export function hexColor(packed: number): string {
  return '#' + (packed & 0xffffff).toString(16).padStart(6, '0');
}

/** Splits the picture into flat regions. Time and memory are linear in pixels: about 12 bytes a pixel besides the picture. */
export function segment(pixels: Pixels, text: readonly TextArea[]): Regions {
  const packed = pack(pixels);
  for (const area of text) paintOver(packed, pixels.width, pixels.height, area);
  const { width, height } = pixels;
  if (!isLossy(packed, width, height)) return label(packed, width, height, RAMP_STEP);
  smoothLossy(packed);
  return { ...label(packed, width, height, LOSSY_RAMP_STEP), lossy: true };
}

function pack({ width, height, data }: Pixels): Uint32Array {
  const packed = new Uint32Array(width * height);
  for (let i = 0, j = 0; i < packed.length; i++, j += 3)
    packed[i] = (data[j]! << 16) | (data[j + 1]! << 8) | data[j + 2]!;
  return packed;
}

/** Replaces a line's ink with what lies under it: its background, or on a gradient what lies left and right of the row. */
function paintOver(packed: Uint32Array, width: number, height: number, { box, background, ink }: TextArea): void {
  if (isBlock(ink)) return;
  const ground = (background[0] << 16) | (background[1] << 8) | background[2];
  // One pixel around the tight box, for blended fringes.
  const x0 = Math.max(0, box.x - 1);
  const x1 = Math.min(width, box.x + box.width + 1);
  for (let y = Math.max(0, box.y - 1); y < Math.min(height, box.y + box.height + 1); y++) {
    const row = y * width;
    const left = packed[row + Math.max(0, x0 - 1)]!;
    const right = packed[row + Math.min(width - 1, x1)]!;
    // A gradient changes little along a line, and isn't far from the most common colour; else another thing is beside it.
    const ramp = packedDistance(left, right) <= 2 + (x1 - x0) * 0.25 && packedDistance(left, ground) <= MAX_RAMP;
    for (let x = x0; x < x1; x++) {
      if (!isInk(ink, x - box.x, y - box.y)) continue;
      packed[row + x] = ramp ? mix(left, right, (x - x0 + 1) / (x1 - x0 + 1)) : ground;
    }
  }
}

/** Whether "ink" fills its box: a block that was taken for a letter. Narrow letters do fill theirs. */
function isBlock(ink: TextArea['ink']): boolean {
  if (!ink || Math.min(ink.width, ink.height) < 12) return false;
  let filled = 0;
  for (const v of ink.data) if (v > 0) filled++;
  return filled > ink.data.length * 0.62;
}

/** Whether a place in a line's box, or one beside it, has ink. */
function isInk(ink: TextArea['ink'], x: number, y: number): boolean {
  if (!ink) return true;
  for (let v = Math.max(0, y - 1); v <= Math.min(ink.height - 1, y + 1); v++) {
    for (let u = Math.max(0, x - 1); u <= Math.min(ink.width - 1, x + 1); u++)
      if (ink.data[v * ink.width + u]! > 0) return true;
  }
  return false;
}

function mix(a: number, b: number, t: number): number {
  const channel = (shift: number): number => {
    const from = (a >> shift) & 255;
    return Math.round(from + (((b >> shift) & 255) - from) * t) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

/** Two-pass connected components over runs, with union-find (Rosenfeld and Pfaltz 1966; run-based as in He et al. 2008). */
function label(packed: Uint32Array, width: number, height: number, step: number): Regions {
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

/** Root of an element, halving its path on the way. */
export function find(parent: Int32Array, i: number): number {
  while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
  return i;
}

/** Joins two elements' sets; the smaller root stays root. */
export function union(parent: Int32Array, a: number, b: number): void {
  const x = find(parent, a);
  const y = find(parent, b);
  if (x < y) parent[y] = x;
  else parent[x] = y;
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
