import type { InkMap } from './pixels.ts';

/** Ink below this (0 to 255) is the fringe of a glyph: gaps are looked for, and boxes end, where nothing is above it. */
export const SOLID = 64;

/**
 * The reader's view of a line: how far each pixel is from the background, scaled so that every line looks alike whatever
 * its colours and size. `data` is `READER_HEIGHT * width`, row by row, 0 background to 1 ink.
 */
export interface ReaderInput {
  width: number;
  data: Float32Array;
}

export const READER_HEIGHT = 24;
/** What the ink is scaled to; the rest is empty above and below. */
const INK_HEIGHT = 18;
/** A full stop by itself isn't blown up to the size of a letter. */
const MOST_ENLARGEMENT = 2.5;
/** Empty columns on either side. */
const SIDE = 4;
/** Fainter than this (0 to 255) isn't stretched to full ink. */
const FAINTEST_INK = 24;
/** Full ink: what all but the darkest 2 % of the line's box reach, so that one odd pixel doesn't set the scale. */
const FULL_INK_PERCENTILE = 0.98;

/**
 * Turns distances from the background (0 to 255, `width * height` of a line's box) into ink: `min(1, d / s)`, with `s` the
 * 98th percentile of d, at least 24. What isn't the line's own must be 0.
 */
export function toInkMap(distance: Uint8Array, width: number, height: number): InkMap {
  const full = Math.max(FAINTEST_INK, percentile(distance, FULL_INK_PERCENTILE));
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) data[i] = Math.min(255, Math.round((distance[i]! * 255) / full));
  return { width, height, data };
}

/** With linear interpolation between the two nearest ranks, as NumPy has it. */
export function percentile(values: Uint8Array, share: number): number {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value]!++;
  const rank = share * (values.length - 1);
  const lower = valueAtRank(counts, Math.floor(rank));
  const upper = valueAtRank(counts, Math.ceil(rank));
  return lower + (upper - lower) * (rank - Math.floor(rank));
}

function valueAtRank(counts: Uint32Array, rank: number): number {
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += counts[value]!;
    if (seen > rank) return value;
  }
  return 255;
}

/** Scales a line's ink to what the reader was trained on. */
export function toReaderInput(ink: InkMap): ReaderInput {
  const scale = readerScale(ink);
  const height = Math.max(1, Math.round(ink.height * scale));
  const inner = Math.max(1, Math.round(ink.width * scale));
  const scaled = resample(ink, inner, height);
  const width = inner + 2 * SIDE;
  const data = new Float32Array(READER_HEIGHT * width);
  const top = (READER_HEIGHT - height) >> 1;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < inner; x++) data[(top + y) * width + SIDE + x] = scaled[y * inner + x]! / 255;
  return { width, data };
}

/** Pixels of the reader's input for one pixel of the line's ink. */
function readerScale(ink: InkMap): number {
  return Math.min(INK_HEIGHT / ink.height, MOST_ENLARGEMENT);
}

/** From a column of the reader's input (its middle is at .5) to a column of the line's ink. */
export function fromReaderColumn(ink: InkMap, column: number): number {
  const inner = Math.max(1, Math.round(ink.width * readerScale(ink)));
  return ((column - SIDE) * ink.width) / inner;
}

/**
 * Separable resampling with a triangle filter that widens when it reduces, so that nothing is skipped: what Pillow calls
 * BILINEAR. Returns `width * height` values on the scale of the input.
 */
export function resample(source: InkMap, width: number, height: number): Float32Array {
  const across = triangleWeights(source.width, width);
  const down = triangleWeights(source.height, height);
  const rows = new Float32Array(width * source.height);
  for (let y = 0; y < source.height; y++)
    for (let x = 0; x < width; x++) {
      const { first, weights } = across[x]!;
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += weights[i]! * source.data[y * source.width + first + i]!;
      rows[y * width + x] = sum;
    }
  const result = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const { first, weights } = down[y]!;
    for (let i = 0; i < weights.length; i++) {
      const weight = weights[i]!;
      const from = (first + i) * width;
      for (let x = 0; x < width; x++) result[y * width + x]! += weight * rows[from + x]!;
    }
  }
  return result;
}

interface Tap {
  first: number;
  weights: Float32Array;
}

function triangleWeights(from: number, to: number): Tap[] {
  const step = from / to;
  const support = Math.max(1, step);
  return Array.from({ length: to }, (_, i) => {
    const center = (i + 0.5) * step;
    const first = Math.max(0, Math.floor(center - support + 0.5));
    const end = Math.min(from, Math.floor(center + support + 0.5));
    const weights = new Float32Array(end - first);
    let sum = 0;
    for (let j = first; j < end; j++) sum += weights[j - first] = Math.max(0, 1 - Math.abs(j + 0.5 - center) / support);
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}
