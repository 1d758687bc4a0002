import { predictEdges, type FitTarget } from './edges.ts';
import type { Face, Family } from './fonts.ts';
import { fitPlain, fitSpaced, fitWords, RISE_SIZE_ERROR, withRise, WORST_EDGE } from './solve.ts';

/** How a stretch would be set in one face. */
export interface Fit {
  size: number;
  /** Standard error of the size. */
  sizeError: number;
  letterSpacing: number;
  /** Negative log likelihood of the ink's edges, heights and area. */
  cost: number;
  /** Root mean square of what edges are off, CSS pixels. */
  residual: number;
}

/** What edges scatter by at least (a browser starts glyphs at quarter pixels), image pixels. */
export const EDGE_SPREAD = 0.17;
/** Heights above the baseline scatter by this around hinted or unhinted ones, image pixels. */
const RISE_SPREAD = 0.35;
/** The logarithm of the area scatters by this. */
const AREA_SPREAD = 0.07;
/** Anti-aliasing and contrast enhancement make ink a little heavier than outlines, as a logarithm. */
const AREA_BIAS = 0.03;
/** Widths are right to this share of a size at best: rounding in tables and browsers. */
const LEAST_SIZE_ERROR = 0.0022;
/** Log odds against letter spacing, and against text set to the measure (justified), before anything is measured. */
const SPACING_COST = 12;
/** Labels in capitals are spaced out often. */
const CAPITALS_SPACING_COST = 3;
const JUSTIFIED_COST = 5;
/** A word that is wider or narrower than its height says by this share has something else at an end. */
const WRONG_ENDS = 0.2;
/** Worse than this (mean square, in spreads) asks for one of those. */
const POOR_FIT = 1.5;
/** Letter spacing below this (CSS pixels) isn't told from none. */
const LEAST_SPACING = 0.15;

/** Fits size (and letter or word spacing, where the plain fit is poor) by least squares; undefined without any ink known. */
export function fitFace(target: FitTarget, face: Face, family: Family, spread: number): Fit | undefined {
  const edges = predictEdges(target, face, family);
  if (edges.count < 2) return undefined;
  const { tops, area } = predictInk(target, face);
  const finish = (size: number, sizeError: number, letterSpacing: number, squares: number, extra: number): Fit => {
    const mean = squares / edges.count;
    return {
      size,
      sizeError: Math.max(sizeError, size * LEAST_SIZE_ERROR),
      letterSpacing,
      cost: squares / 2 + riseCost(target, tops, family, size) + areaCost(target.area, area * size * size) + extra,
      residual: Math.sqrt(mean) * spread,
    };
  };
  const size = riseSize(target, tops);
  const plain = withRise(fitPlain(edges, spread), size);
  if (!(plain.size > 0)) return undefined;
  if (edges.count === 2 && size !== undefined && Math.abs(plain.size / size - 1) > WRONG_ENDS)
    // One word, and its ends can't both be its own (an icon stands at one of them): only its height is left.
    return finish(size, size * RISE_SIZE_ERROR, 0, 2 * WORST_EDGE ** 2, 0);
  let best = finish(plain.size, plain.sizeError, 0, plain.squares, 0);
  if (best.cost < POOR_FIT * (edges.count / 2 + 1)) return best;
  if (edges.count > 2 && size !== undefined) {
    const spaced = fitSpaced(edges, spread, size);
    if (Math.abs(spaced.letterSpacing) >= LEAST_SPACING) {
      const fit = finish(
        spaced.size,
        spaced.sizeError,
        spaced.letterSpacing,
        spaced.squares,
        target.capitals ? CAPITALS_SPACING_COST : SPACING_COST,
      );
      if (fit.cost < best.cost) best = fit;
    }
  }
  if (target.words.length > 2) {
    const justified = fitWords(edges, spread);
    const fit = finish(justified.size, justified.sizeError, 0, justified.squares, JUSTIFIED_COST);
    if (fit.cost < best.cost) best = fit;
  }
  return best;
}

/**
 * How many standard deviations each word's letters are off in this face, wherever the word begins, at the size that most of the words
 * are in: the root of the mean square over its edges. NaN for words of which too little is known.
 */
export function wordMisfits(target: FitTarget, face: Face, family: Family, spread: number): number[] {
  const { count, em, x, word } = predictEdges(target, face, family);
  const misfits = target.words.map(() => NaN);
  const words: { index: number; n: number; ems: number; products: number; squares: number }[] = [];
  for (let from = 0, to = 0; from < count; from = to) {
    let [sumEm, sumX] = [0, 0];
    for (to = from; to < count && word[to] === word[from]; to++) {
      sumEm += em[to]!;
      sumX += x[to]!;
    }
    const n = to - from;
    if (n < 2) continue;
    let [ems, products, squares] = [0, 0, 0];
    for (let i = from; i < to; i++) {
      const [a, b] = [em[i]! - sumEm / n, x[i]! - sumX / n];
      ems += a * a;
      products += a * b;
      squares += b * b;
    }
    words.push({ index: word[from]!, n, ems, products, squares });
  }
  const size = weightedMedian(words.map(({ ems, products }) => ({ value: products / ems, weight: Math.sqrt(ems) })));
  for (const { index, n, ems, products, squares } of words)
    misfits[index] = Math.sqrt(Math.max(0, squares - 2 * size * products + size * size * ems) / (n - 1)) / spread;
  return misfits;
}

function weightedMedian(values: { value: number; weight: number }[]): number {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let sum = 0;
  return sorted.find(({ weight }) => (sum += weight) >= half)?.value ?? NaN;
}

/** Each word's highest ink (NaN where unknown) and the ink of all, in ems. */
function predictInk({ glyphs, words }: FitTarget, face: Face): { tops: Float64Array; area: number } {
  const tops = new Float64Array(words.length);
  let area = 0;
  for (let w = 0; w < words.length; w++) {
    for (let i = words[w]!.from; i < words[w]!.to; i++) {
      const glyph = glyphs[i]!;
      tops[w] = Math.max(tops[w]!, face.yMax[glyph] ?? NaN);
      area += face.area[glyph] ?? NaN;
    }
  }
  return { tops, area };
}

/** The size that the words' heights speak for, with no thought of hinting. */
function riseSize({ words }: FitTarget, tops: Float64Array): number | undefined {
  let [sum, count] = [0, 0];
  for (let w = 0; w < words.length; w++) {
    const rise = words[w]!.rise;
    if (rise === undefined || !(tops[w]! > 0)) continue;
    sum += rise / tops[w]!;
    count++;
  }
  return count > 0 ? sum / count : undefined;
}

/** How far heights are from what this size should have; hinted or not, whichever is nearer. */
function riseCost({ words, scale }: FitTarget, tops: Float64Array, family: Family, size: number): number {
  let [hinted, plain, count] = [0, 0, 0];
  const grid = hintedScale(family.xHeight * size * scale);
  for (let w = 0; w < words.length; w++) {
    const top = tops[w]! * size * scale;
    if (words[w]!.rise === undefined || !(top > 0)) continue;
    const rise = words[w]!.rise! * scale;
    hinted += Math.min(Math.abs(rise - Math.round(top * grid)), 2) ** 2;
    plain += Math.min(Math.abs(rise - top), 2) ** 2;
    count++;
  }
  // All words of a line share their rounding: they count as one observation.
  return count === 0 ? 0 : Math.min(hinted, plain) / count / (2 * RISE_SPREAD ** 2);
}

/**
 * How FreeType's light auto-hinter stretches letters upwards so that the x-height, given in image pixels, is whole: it rounds up
 * from .375 (aflatin.c, af_latin_metrics_scale_dim).
 */
function hintedScale(xHeight: number): number {
  return xHeight > 1 ? Math.floor(xHeight + 0.625) / xHeight : 1;
}

function areaCost(measured: number, predicted: number): number {
  if (!(predicted > 0) || measured <= 0) return 0;
  return Math.min(((Math.log(measured / predicted) - AREA_BIAS) / AREA_SPREAD) ** 2 / 2, 12);
}
