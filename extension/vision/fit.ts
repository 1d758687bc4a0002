import { glyphIndexes, penPositions, type Face, type Family } from './fonts.ts';
import type { Stretch } from './runs.ts';

/** A stretch of words as a row of edges to fit: in CSS pixels. */
export interface FitTarget {
  text: string;
  /** See `glyphIndexes`. */
  glyphs: Int16Array;
  words: FitWord[];
  /** Without any lower-case letter. */
  capitals: boolean;
  /** Covered area, square CSS pixels. */
  area: number;
  /** Image pixels a CSS pixel. */
  scale: number;
}

interface FitWord {
  /** Index of its first character in the text, and of the one after its last. */
  from: number;
  to: number;
  left: number;
  right: number;
  /** Left and right ends of all its letters, where they stand apart. */
  letters: Float64Array | undefined;
  /** Height of its ink above the baseline; undefined without a baseline. */
  rise: number | undefined;
}

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
/** An edge that is off by more than this many spreads counts no more: a misread character. */
const WORST_EDGE = 4;
/** Widths are right to this share of a size at best: rounding in tables and browsers. */
const LEAST_SIZE_ERROR = 0.0022;
/** Log odds against letter spacing, and against text set to the measure (justified), before anything is measured. */
const SPACING_COST = 12;
/** Labels in capitals are spaced out often. */
const CAPITALS_SPACING_COST = 3;
const JUSTIFIED_COST = 5;
/** Worse than this (mean square, in spreads) asks for one of those. */
const POOR_FIT = 1.5;
/** Letter spacing below this (CSS pixels) isn't told from none. */
const LEAST_SPACING = 0.15;

export function fitTarget(stretch: Stretch, scale: number): FitTarget {
  const { line, from, to } = stretch;
  const words = line.words.slice(from, to);
  let at = 0;
  const fitWords = words.map((word): FitWord => {
    const length = [...word.text].length;
    const fitWord = {
      from: at,
      to: at + length,
      left: word.left / scale,
      right: word.right / scale,
      letters: word.letters?.map((x) => x / scale),
      rise: line.baseline === undefined ? undefined : (line.baseline - word.top) / scale,
    };
    at += length + 1;
    return fitWord;
  });
  const text = words.map((word) => word.text).join(' ');
  const area = words.reduce((sum, word) => sum + word.area, 0) / scale ** 2;
  return {
    text,
    glyphs: glyphIndexes(text),
    words: fitWords,
    capitals: !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text),
    area,
    scale,
  };
}

/** The ends of words and letters: places in ems and in characters from the start, and as measured; `word` counts from 0. */
interface Edges {
  count: number;
  em: Float64Array;
  index: Float64Array;
  x: Float64Array;
  word: Int16Array;
}

/** Fits size (and letter or word spacing, where the plain fit is poor) by least squares; undefined without any ink known. */
export function fitFace(target: FitTarget, face: Face, family: Family, spread: number): Fit | undefined {
  const edges = predictEdges(target, face, insetOf(family, target));
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
  let best = finish(plain.size, plain.sizeError, 0, plain.squares, 0);
  if (best.cost < POOR_FIT * (edges.count / 2 + 1)) return best;
  if (target.glyphs.length > 2 && size !== undefined) {
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

/** Serifs' tips are thinner than a pixel shows: letters look narrower by this much at either side, image pixels. */
const SERIF_INSET = 0.08;

function insetOf(family: Family, { scale }: FitTarget): number {
  return family.generic === 'serif' ? SERIF_INSET / scale : 0;
}

function predictEdges({ glyphs, words }: FitTarget, face: Face, inset: number): Edges {
  const pens = penPositions(glyphs, face);
  const most = glyphs.length * 2;
  const edges: Edges = {
    count: 0,
    em: new Float64Array(most),
    index: new Float64Array(most),
    x: new Float64Array(most),
    word: new Int16Array(most),
  };
  const add = (em: number, index: number, x: number, word: number): void => {
    if (em !== em) return;
    edges.em[edges.count] = em;
    edges.index[edges.count] = index;
    edges.x[edges.count] = x;
    edges.word[edges.count++] = word;
  };
  for (let w = 0; w < words.length; w++) {
    const { from, to, left, right, letters } = words[w]!;
    add(pens[from]! + (face.xMin[glyphs[from]!] ?? NaN), from, left - inset, w);
    for (let i = from; letters && i < to; i++) {
      const k = 2 * (i - from);
      if (i > from) add(pens[i]! + (face.xMin[glyphs[i]!] ?? NaN), i, letters[k]! - inset, w);
      if (i < to - 1) add(pens[i]! + (face.xMax[glyphs[i]!] ?? NaN), i, letters[k + 1]! + inset, w);
    }
    add(pens[to - 1]! + (face.xMax[glyphs[to - 1]!] ?? NaN), to - 1, right + inset, w);
  }
  return edges;
}

/** Line through (em, x): x = x0 + size * em. */
function fitPlain({ count, em, x }: Edges, spread: number): { size: number; sizeError: number; squares: number } {
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
function withRise<T extends { size: number; sizeError: number }>(plain: T, rise: number | undefined): T {
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
function fitSpaced(
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
const RISE_SIZE_ERROR = 0.04;

/** As `fitPlain`, but every word may begin anywhere. */
function fitWords({ count, em, x, word }: Edges, spread: number): { size: number; sizeError: number; squares: number } {
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

/**
 * How many standard deviations each word's letters are off in this face, wherever the word begins, at the size that most of the words
 * are in: the root of the mean square over its edges. NaN for words of which too little is known.
 */
export function wordMisfits(target: FitTarget, face: Face, family: Family, spread: number): number[] {
  const { count, em, x, word } = predictEdges(target, face, insetOf(family, target));
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
