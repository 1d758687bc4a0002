import type { Edges } from './edges.ts';

/** An edge that is off by more than this many spreads counts no more: a misread character. */
export const WORST_EDGE = 4;

/** Line through (em, x): x = x0 + size * em. */
export function fitPlain(
  { count, em, x }: Edges,
  spread: number,
): { size: number; sizeError: number; squares: number } {
  const weights = new Float64Array(count).fill(1);
  let [size, sizeError, squares] = [0, 0, 0];
  // The second pass leaves out what the first found to be far off.
  for (let pass = 0; pass < 2; pass++) {
    let [w, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const k = weights[i]!;
      w += k;
      sx += k * em[i]!;
      sy += k * x[i]!;
      sxx += k * em[i]! * em[i]!;
      sxy += k * em[i]! * x[i]!;
    }
    const variance = Math.max(sxx - (sx * sx) / w, 1e-6);
    size = (sxy - (sx * sy) / w) / variance;
    const x0 = (sy - size * sx) / w;
    sizeError = spread / Math.sqrt(variance);
    squares = 0;
    for (let i = 0; i < count; i++) {
      const off = Math.abs(x[i]! - x0 - size * em[i]!) / spread;
      squares += Math.min(off, WORST_EDGE) ** 2;
      weights[i] = off > 1 ? 1 / (off * off) : 1;
    }
  }
  return { size, sizeError, squares };
}

/** A single narrow letter's height says more of its size than its width does: both, by their precision. */
export function withRise<T extends { size: number; sizeError: number }>(plain: T, rise: number | undefined): T {
  if (rise === undefined || !(rise > 0)) return plain;
  const [width, height] = [1 / plain.sizeError ** 2, 1 / (rise * RISE_SIZE_ERROR) ** 2];
  if (width > height * MUCH_SURER) return plain;
  return {
    ...plain,
    size: (plain.size * width + rise * height) / (width + height),
    sizeError: 1 / Math.sqrt(width + height),
  };
}
/** From here on heights, which hinting rounds, only spoil what widths say. */
const MUCH_SURER = 9;

/** x = x0 + size * em + spacing * index, with the size near that of the letters' height. */
export function fitSpaced(
  edges: Edges,
  spread: number,
  riseSize: number,
): { size: number; sizeError: number; letterSpacing: number; squares: number } {
  const { count } = edges;
  const mean = (values: Float64Array): number =>
    values.subarray(0, count).reduce((sum, value) => sum + value, 0) / count;
  const [em, index, x] = [mean(edges.em), mean(edges.index), mean(edges.x)];
  // The height's say on the size, as one more observation.
  const prior = (spread / (riseSize * RISE_SIZE_ERROR)) ** 2;
  let [aa, ab, bb, ax, bx] = [prior, 0, 0, prior * riseSize, 0];
  for (let i = 0; i < count; i++) {
    const [a, b, c] = [edges.em[i]! - em, edges.index[i]! - index, edges.x[i]! - x];
    aa += a * a;
    ab += a * b;
    bb += b * b;
    ax += a * c;
    bx += b * c;
  }
  const determinant = Math.max(aa * bb - ab * ab, 1e-9);
  const size = (ax * bb - bx * ab) / determinant;
  const letterSpacing = (bx * aa - ax * ab) / determinant;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const off = edges.x[i]! - x - size * (edges.em[i]! - em) - letterSpacing * (edges.index[i]! - index);
    squares += Math.min(Math.abs(off) / spread, WORST_EDGE) ** 2;
  }
  return { size, sizeError: spread * Math.sqrt(bb / determinant), letterSpacing, squares };
}
/** The size as the height of hinted letters tells it is good to this share. */
export const RISE_SIZE_ERROR = 0.04;

/** As `fitPlain`, but every word may begin anywhere. */
export function fitWords(
  { count, em, x, word }: Edges,
  spread: number,
): { size: number; sizeError: number; squares: number } {
  const ems = em.slice(0, count);
  const places = x.slice(0, count);
  let [sum, products] = [1e-6, 0];
  for (let from = 0, to = 0; from < count; from = to) {
    let [sumEm, sumX] = [0, 0];
    for (to = from; to < count && word[to] === word[from]; to++) {
      sumEm += em[to]!;
      sumX += x[to]!;
    }
    for (let i = from; i < to; i++) {
      ems[i]! -= sumEm / (to - from);
      places[i]! -= sumX / (to - from);
      sum += ems[i]! ** 2;
      products += ems[i]! * places[i]!;
    }
  }
  const size = products / sum;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += Math.min(Math.abs(places[i]! - size * ems[i]!) / spread, WORST_EDGE) ** 2;
  return { size, sizeError: spread / Math.sqrt(sum), squares };
}
