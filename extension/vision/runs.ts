import type { Rgb, StyleGuess } from './pixels.ts';
import { faceOf, glyphIndexes } from './fonts.ts';
import type { MeasuredLine, MeasuredWord } from './words.ts';

/** Words `from` (inclusive) to `to` (exclusive) of a line that share one style. */
export interface Stretch {
  line: MeasuredLine;
  from: number;
  to: number;
  /** Summed evidence, log odds: what the reader and the ink say of the stretch as a whole. */
  bold: number;
  italic: number;
  monospace: number;
  serif: number;
}

/** Colours of two words must be this far apart (largest channel) to be two; anti-aliasing alone moves thin text by less. */
const COLOR_STEP = 40;
/** Backgrounds are flat, so that a small step is one. */
const BACKGROUND_STEP = 5;
/** Two sizes on a line: the ink's heights differ by more than hinting makes them. */
const SIZE_RATIO = 1.22;
/** Log odds that a style doesn't change from one word to the next. */
const STAY = 2;
/** The reader's word for one character counts fully for words of this many. */
const FULL_WORD = 4;
/** How common the styles are in what the reader was trained on: what it answers when it sees nothing. */
const USUAL_SHARE: Record<keyof StyleGuess, number> = { bold: 0.27, italic: 0.06, serif: 0.36, monospace: 0.1 };
/** The reader's certainty is capped: log odds. */
const MOST_LOGIT = 3;
/** Bold strokes are this much heavier than regular ones in most families, as the logarithm of the ratio of ink... */
const BOLD_STEP = 0.36;
/** ...and the ink of one word scatters by this around its family's mean. */
const BOLD_SPREAD = 0.16;
/** Slants lie around these (medians on rendered text), and scatter by this. */
const UPRIGHT_SLANT = 0.975;
const ITALIC_SLANT = 1.2;
const SLANT_SPREAD = 0.06;

/** How heavy most of the page's text is, see `inkWeight`: most text is of regular weight. */
export function usualInkWeight(lines: MeasuredLine[]): number {
  const weights = lines
    .flatMap((line) => line.words.map((word) => ({ weight: inkWeight(line, word), letters: word.text.length })))
    .filter((entry): entry is { weight: number; letters: number } => entry.weight !== undefined)
    .sort((a, b) => a.weight - b.weight);
  let left = weights.reduce((sum, { letters }) => sum + letters, 0) / 2;
  return weights.find(({ letters }) => (left -= letters) <= 0)?.weight ?? 0;
}

/**
 * Cuts a line where its look changes: colour, background, bars, size, weight, slant, a change to or from monospace. `usual`: see
 * `usualInkWeight`.
 */
export function splitRuns(line: MeasuredLine, usual: number): Stretch[] {
  const evidence = wordEvidence(line, usual);
  const bold = steadyStates(evidence.map((word) => word.relativeBold));
  const italic = steadyStates(evidence.map((word) => word.italic));
  const monospace = steadyStates(evidence.map((word) => word.monospace));
  const stretches: Stretch[] = [];
  let from = 0;
  for (let i = 1; i <= line.words.length; i++) {
    const cut =
      i === line.words.length ||
      bold[i] !== bold[i - 1] ||
      italic[i] !== italic[i - 1] ||
      monospace[i] !== monospace[i - 1] ||
      looksDifferent(line, i - 1, i);
    if (!cut) continue;
    stretches.push(stretchOf(line, from, i, evidence));
    from = i;
  }
  return stretches;
}

/** A part of a line with the evidence for its style. */
export function stretchOf(line: MeasuredLine, from: number, to: number, evidence = wordEvidence(line, 0)): Stretch {
  const sum = (of: (word: WordEvidence) => number): number =>
    evidence.slice(from, to).reduce((total, word) => total + of(word), 0);
  return {
    line,
    from,
    to,
    bold: sum((word) => word.bold),
    italic: sum((word) => word.italic),
    monospace: sum((word) => word.monospace),
    serif: sum((word) => word.serif),
  };
}

interface WordEvidence {
  /** From the reader alone: how heavy the ink should be depends on the family. */
  bold: number;
  /** With how heavy the ink is beside the rest of the line. */
  relativeBold: number;
  italic: number;
  monospace: number;
  serif: number;
}

function wordEvidence(line: MeasuredLine, usual: number): WordEvidence[] {
  return line.words.map((word) => {
    const share = Math.min(1, [...word.text].length / FULL_WORD);
    const bold = readerOdds(word.guess, 'bold') * share;
    const heavier = (inkWeight(line, word) ?? usual) - usual;
    const heavy = clamp(gaussianOdds(heavier, 0, BOLD_STEP, BOLD_SPREAD));
    const slanted = clamp(gaussianOdds(word.slant, UPRIGHT_SLANT, ITALIC_SLANT, SLANT_SPREAD));
    return {
      bold,
      relativeBold: bold + heavy * share,
      italic: (readerOdds(word.guess, 'italic') + slanted) * share,
      monospace: readerOdds(word.guess, 'monospace') * share,
      serif: readerOdds(word.guess, 'serif') * share,
    };
  });
}

/** Logarithm of a word's ink over what Arial has at the height of the word's letters; undefined where neither is known. */
function inkWeight(line: MeasuredLine, word: MeasuredWord): number | undefined {
  const size = roughSize(line, word);
  if (!size) return undefined;
  const face = faceOf('Arial', 400, false);
  let area = 0;
  for (const glyph of glyphIndexes(word.text)) area += face.area[glyph] ?? NaN;
  return area > 0 ? Math.log(word.area / (area * size * size)) : undefined;
}

/** Font size in image pixels from the height of the tallest letter, as if the family were Arial. */
export function roughSize(line: MeasuredLine, word: MeasuredWord): number | undefined {
  if (line.baseline === undefined) return undefined;
  const face = faceOf('Arial', 400, false);
  let top = 0;
  for (const glyph of glyphIndexes(word.text)) top = Math.max(top, face.yMax[glyph] ?? NaN);
  return top > LOW_TOP ? (line.baseline - word.top) / top : undefined;
}
/** Dots and dashes say nothing about size. */
const LOW_TOP = 0.4;

function looksDifferent(line: MeasuredLine, before: number, after: number): boolean {
  const a = line.words[before]!;
  const b = line.words[after]!;
  if (a.underline !== b.underline || a.strike !== b.strike) return true;
  if (distance(a.background, b.background) > BACKGROUND_STEP) return true;
  if (differentInk(a, b)) return true;
  const [sizeA, sizeB] = [roughSize(line, a), roughSize(line, b)];
  return (
    !!sizeA && !!sizeB && Math.max(sizeA, sizeB) / Math.min(sizeA, sizeB) > SIZE_RATIO && Math.abs(sizeA - sizeB) > 2.5
  );
}

/** Whether the colours differ by more than a lack of full ink explains: that only moves them towards the background. */
function differentInk(a: MeasuredWord, b: MeasuredWord): boolean {
  if (distance(a.color, b.color) <= COLOR_STEP) return false;
  const [strong, weak] = a.contrast >= b.contrast ? [a, b] : [b, a];
  const share = weak.contrast / Math.max(1, strong.contrast);
  const faded = strong.color.map(
    (c, i) => strong.background[i]! + (c - strong.background[i]!) * share,
  ) as unknown as Rgb;
  const sure = weak.solid >= SURE_PIXELS || [...weak.text].length >= FULL_WORD;
  return distance(faded, weak.color) > COLOR_STEP / 2 || (sure && share < FADED);
}
/** Words of normal strokes reach at least this share of their true contrast. */
const FADED = 0.75;
const SURE_PIXELS = 6;

/** Two states along the words: each word's own log odds against the cost of every change (Viterbi). */
function steadyStates(odds: number[]): boolean[] {
  let [off, on] = [0, 0];
  const cameFrom = odds.map((value) => {
    const toOn = on >= off - STAY;
    const toOff = off >= on - STAY;
    [off, on] = [(toOff ? off : on - STAY) - value / 2, (toOn ? on : off - STAY) + value / 2];
    return { toOn, toOff };
  });
  const states: boolean[] = [];
  let state = on > off;
  for (let i = odds.length - 1; i >= 0; i--) {
    states[i] = state;
    state = state ? cameFrom[i]!.toOn : !cameFrom[i]!.toOff;
  }
  return states;
}

/** What the reader adds to what is known before it has looked: log odds, 0 where it can't tell. */
function readerOdds(guess: StyleGuess, style: keyof StyleGuess): number {
  return clamp(logit(guess[style]) - logit(USUAL_SHARE[style]));
}

function logit(probability: number): number {
  const p = Math.min(1 - 1e-3, Math.max(1e-3, probability));
  return Math.log(p / (1 - p));
}

function clamp(odds: number): number {
  return Math.max(-MOST_LOGIT, Math.min(MOST_LOGIT, odds));
}

/** Log odds that a value comes from the second of two normal distributions of equal spread. */
function gaussianOdds(value: number, first: number, second: number, spread: number): number {
  return ((value - first) ** 2 - (value - second) ** 2) / (2 * spread * spread);
}

function distance(a: Rgb, b: Rgb): number {
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));
}
