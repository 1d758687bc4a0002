import type { Face, Family } from './fonts.ts';
import type { Stretch } from './runs.ts';

/** A stretch of words as a row of edges to fit: in CSS pixels. */
export interface FitTarget {
  text: string;
  characters: string[];
  words: FitWord[];
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

/** What edges scatter by in a browser's own rendering (glyphs start at quarter pixels), image pixels. */
export const EDGE_SPREAD = 0.3;
/** Heights above the baseline scatter by this around hinted or unhinted ones, image pixels. */
const RISE_SPREAD = 0.35;
/** The logarithm of the area scatters by this. */
const AREA_SPREAD = 0.12;
/** An edge that is off by more than this many spreads counts no more: a misread character. */
const WORST_EDGE = 4;
/** Widths are right to this share of a size at best: rounding in tables and browsers. */
const LEAST_SIZE_ERROR = 0.0015;
/** Log odds against letter spacing, and against text set to the measure (justified), before anything is measured. */
const SPACING_COST = 6;
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
      rise: line.baseline === undefined ? undefined : (line.baseline - word.top) / scale,
    };
    at += length + 1;
    return fitWord;
  });
  const text = words.map((word) => word.text).join(' ');
  const area = words.reduce((sum, word) => sum + word.area, 0) / scale ** 2;
  return { text, characters: [...text], words: fitWords, area, scale };
}

interface Edge {
  /** Place in ems and in characters from the start, and as measured. */
  em: number;
  index: number;
  x: number;
  word: number;
}

/** Fits size (and letter or word spacing, where the plain fit is poor) by least squares; undefined without any ink known. */
export function fitFace(target: FitTarget, face: Face, family: Family, spread: number): Fit | undefined {
  const edges = predictEdges(target, face);
  if (edges.length < 2) return undefined;
  const area = predictArea(target, face);
  const finish = (size: number, sizeError: number, letterSpacing: number, squares: number, extra: number): Fit => {
    const mean = squares / edges.length;
    return {
      size,
      sizeError: Math.max(sizeError, size * LEAST_SIZE_ERROR),
      letterSpacing,
      cost: squares / 2 + riseCost(target, face, family, size) + areaCost(target.area, area * size * size) + extra,
      residual: Math.sqrt(mean) * spread,
    };
  };
  const plain = fitPlain(edges, spread);
  let best = finish(plain.size, plain.sizeError, 0, plain.squares, 0);
  if (best.cost < POOR_FIT * (edges.length / 2 + 1)) return best;
  const size = riseSize(target, face);
  if (target.characters.length > 2 && size !== undefined) {
    const spaced = fitSpaced(edges, spread, size);
    if (Math.abs(spaced.letterSpacing) >= LEAST_SPACING) {
      const fit = finish(spaced.size, spaced.sizeError, spaced.letterSpacing, spaced.squares, SPACING_COST);
      if (fit.cost < best.cost) best = fit;
    }
  }
  if (target.words.length > 2) {
    const justified = fitWidths(edges, spread);
    const fit = finish(justified.size, justified.sizeError, 0, justified.squares, JUSTIFIED_COST);
    if (fit.cost < best.cost) best = fit;
  }
  return best;
}

function predictEdges(target: FitTarget, face: Face): Edge[] {
  const { characters } = target;
  const edges: Edge[] = [];
  let pen = 0;
  let word = 0;
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!;
    const current = target.words[word]!;
    const step = face.advance(character);
    if (i === current.from || i === current.to - 1) {
      const ink = face.ink(character);
      if (ink && step !== undefined) {
        if (i === current.from) edges.push({ em: pen + ink.xMin, index: i, x: current.left, word });
        if (i === current.to - 1) edges.push({ em: pen + ink.xMax, index: i, x: current.right, word });
      }
    }
    if (i === current.to) word++;
    pen += (step ?? UNKNOWN_ADVANCE) + (i + 1 < characters.length ? face.kerning(character, characters[i + 1]!) : 0);
  }
  return edges;
}
const UNKNOWN_ADVANCE = 0.55;

/** Line through (em, x): x = x0 + size * em. */
function fitPlain(edges: Edge[], spread: number): { size: number; sizeError: number; squares: number } {
  let weights = edges.map(() => 1);
  let [size, sizeError, squares] = [0, 0, 0];
  // The second pass leaves out what the first found to be far off.
  for (let pass = 0; pass < 2; pass++) {
    let [w, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
    for (const [i, { em, x }] of edges.entries()) {
      const k = weights[i]!;
      w += k;
      sx += k * em;
      sy += k * x;
      sxx += k * em * em;
      sxy += k * em * x;
    }
    const variance = sxx - (sx * sx) / w;
    size = (sxy - (sx * sy) / w) / Math.max(variance, 1e-6);
    const x0 = (sy - size * sx) / w;
    sizeError = spread / Math.sqrt(Math.max(variance, 1e-6));
    squares = 0;
    weights = edges.map(({ em, x }) => {
      const off = Math.abs(x - x0 - size * em) / spread;
      squares += Math.min(off, WORST_EDGE) ** 2;
      return 1 / Math.max(1, off) ** 2 || 1;
    });
  }
  return { size, sizeError, squares };
}

/** x = x0 + size * em + spacing * index, with the size near that of the letters' height. */
function fitSpaced(edges: Edge[], spread: number, riseSize: number): { size: number; sizeError: number; letterSpacing: number; squares: number } {
  const n = edges.length;
  const mean = (of: (edge: Edge) => number): number => edges.reduce((sum, edge) => sum + of(edge), 0) / n;
  const [em, index, x] = [mean((e) => e.em), mean((e) => e.index), mean((e) => e.x)];
  // The height's say on the size, as one more observation.
  const prior = (spread / (riseSize * RISE_SIZE_ERROR)) ** 2;
  let [aa, ab, bb, ax, bx] = [prior, 0, 0, prior * riseSize, 0];
  for (const edge of edges) {
    const [a, b, c] = [edge.em - em, edge.index - index, edge.x - x];
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
  for (const edge of edges) {
    const off = edge.x - x - size * (edge.em - em) - letterSpacing * (edge.index - index);
    squares += Math.min(Math.abs(off) / spread, WORST_EDGE) ** 2;
  }
  return { size, sizeError: spread * Math.sqrt(bb / determinant), letterSpacing, squares };
}
/** The size as the height of hinted letters tells it is good to this share. */
const RISE_SIZE_ERROR = 0.04;

/** Words' widths alone, wherever they begin. */
function fitWidths(edges: Edge[], spread: number): { size: number; sizeError: number; squares: number } {
  const widths: { em: number; x: number }[] = [];
  for (let i = 1; i < edges.length; i++)
    if (edges[i]!.word === edges[i - 1]!.word) widths.push({ em: edges[i]!.em - edges[i - 1]!.em, x: edges[i]!.x - edges[i - 1]!.x });
  const sum = widths.reduce((total, { em }) => total + em * em, 0);
  const size = widths.reduce((total, { em, x }) => total + em * x, 0) / Math.max(sum, 1e-6);
  // A width has two edges' errors; counted over edges, as the other fits are.
  const both = spread * Math.SQRT2;
  const squares = 2 * widths.reduce((total, { em, x }) => total + Math.min(Math.abs(x - size * em) / both, WORST_EDGE) ** 2, 0);
  return { size, sizeError: both / Math.sqrt(Math.max(sum, 1e-6)), squares };
}

function tallest(target: FitTarget, word: FitWord, face: Face): number {
  let top = 0;
  for (let i = word.from; i < word.to; i++) top = Math.max(top, face.ink(target.characters[i]!)?.yMax ?? NaN);
  return top;
}

/** The size that the words' heights speak for, with no thought of hinting. */
function riseSize(target: FitTarget, face: Face): number | undefined {
  let [sum, count] = [0, 0];
  for (const word of target.words) {
    const top = tallest(target, word, face);
    if (word.rise === undefined || !(top > 0)) continue;
    sum += word.rise / top;
    count++;
  }
  return count > 0 ? sum / count : undefined;
}

/** How far heights are from what this size should have; hinted or not, whichever is nearer. */
function riseCost(target: FitTarget, face: Face, family: Family, size: number): number {
  let [hinted, plain, count] = [0, 0, 0];
  const grid = hintedScale(family.xHeight * size * target.scale);
  for (const word of target.words) {
    const top = tallest(target, word, face) * size * target.scale;
    if (word.rise === undefined || !(top > 0)) continue;
    const rise = word.rise * target.scale;
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

function predictArea(target: FitTarget, face: Face): number {
  let area = 0;
  for (const character of target.characters) if (character !== ' ') area += face.area(character) ?? NaN;
  return area;
}

function areaCost(measured: number, predicted: number): number {
  if (!(predicted > 0) || measured <= 0) return 0;
  return Math.min(((Math.log(measured / predicted) / AREA_SPREAD) ** 2) / 2, 12);
}
