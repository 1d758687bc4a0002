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

/** What is measured of a stretch. `scale`: image pixels a CSS pixel. */
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
export interface Edges {
  count: number;
  em: Float64Array;
  index: Float64Array;
  x: Float64Array;
  word: Int16Array;
}

/** Serifs' tips are thinner than a pixel shows: letters look narrower by this much at either side, image pixels. */
const SERIF_INSET = 0.08;

function insetOf(family: Family, { scale }: FitTarget): number {
  return family.generic === 'serif' ? SERIF_INSET / scale : 0;
}

export function predictEdges(target: FitTarget, face: Face, family: Family): Edges {
  const { glyphs, words } = target;
  const inset = insetOf(family, target);
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
