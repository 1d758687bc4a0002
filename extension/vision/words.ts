import type { Box } from './scene.ts';
import type { Pixels, RawLine, RawWord, StyleGuess } from './pixels.ts';
import { coverageOf, inkEnds, letterEnds, owns, rowSums, slantOf, type Coverage } from './coverage.ts';
import { faceOf, glyphIndexes } from './fonts.ts';
import { measureColors, type InkColors } from './textcolor.ts';

/** A word as its ink measures. Places in image pixels, to a fraction of one; bars above and below left out. */
export interface MeasuredWord extends InkColors {
  text: string;
  box: Box;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** See `letterEnds`. */
  letters: Float64Array | undefined;
  /** Sum of coverage, in square pixels. */
  area: number;
  /** What the reader makes of its style. */
  guess: StyleGuess;
  /** See `slantOf`. */
  slant: number;
  underline: boolean;
  strike: boolean;
  /** See `RawWord`. */
  glued: boolean;
}

export interface MeasuredLine {
  raw: RawLine;
  /** Image row below the last one that letters stand on; undefined where none in the text stands on the baseline. */
  baseline: number | undefined;
  words: MeasuredWord[];
}

/** A pixel that an underline (or strike-through) at least partly covers. */
const BAR_INK = 0.35;
/** An underline covers all columns of a word but the gaps it leaves around descenders. */
const UNDERLINE_COVER = 0.85;
/** A strike-through leaves no gaps; only the pixels at the word's ends may be covered in part. */
const STRIKE_COVER = 1;
/** Depth below the baseline that an underline begins at, at most, in heights of the line above the baseline. */
const UNDERLINE_DEPTH = 0.33;
/** Where a strike-through may lie, in the same heights above the baseline. */
const STRIKE_BAND = [0.22, 0.56] as const;
/** Above an underline the letters end: the drop there, in fully covered columns of a row. */
const LETTERS_END = 0.12;
/** Baselines lie in the lower part of a line's ink. */
const HIGHEST_BASELINE = 0.35;
const DESCENDERS = /[gjpqyQ,;()[\]{}|/$@ç_ýÿþµцщруф]/u;
/** Characters that are bars, or dots that look like one when they stand close. */
const BARS = /^[-–—_=~.…·]+$/;

/** Measures the ink of a line that was read. The line's box must lie inside the picture. */
export function measureWords(pixels: Pixels, raw: RawLine): MeasuredLine {
  const reach = Math.ceil(raw.box.height * UNDERLINE_DEPTH) + 2;
  const parts = raw.words.map((word, i) => {
    const colors = measureColors(pixels, word.box, raw.background, (x, y) => owns(raw, x, y));
    const box = roomAround(pixels, raw, i, reach);
    return { word, colors, all: coverageOf(pixels, box, colors.background, colors.color) };
  });
  const baseline = findBaseline(parts, raw);
  const underlines = betweenEqual(parts.map((part) => findUnderline(part, raw, baseline)));
  const strikes = betweenEqual(parts.map((part) => findStrike(part, raw, baseline)));
  const words = parts.map(({ word, colors, all }, i) => {
    const own = ownPart(all, raw);
    const [underline, strike] = [underlines[i]!, strikes[i]!];
    for (const bar of [underline, strike]) if (bar !== 'none') clearRows(own, bar.top, bar.bottom);
    const letters = letterEnds(own, [...word.text].length);
    const slant = slantOf(own);
    return {
      text: word.text,
      box: word.box,
      ...colors,
      ...inkEnds(own),
      letters,
      guess: meanGuess(word),
      slant,
      underline: underline !== 'none',
      strike: strike !== 'none',
      glued: word.glued ?? false,
    };
  });
  return { raw, baseline: standsOnBaseline(raw.text) ? baseline : undefined, words };
}

interface Part {
  word: RawWord;
  all: Coverage;
}

/** The word's box with a pixel more at the sides (half-way to its neighbours at most), one above and `reach` below. */
function roomAround(pixels: Pixels, raw: RawLine, index: number, reach: number): Box {
  const { box } = raw.words[index]!;
  const before = raw.words[index - 1]?.box;
  const after = raw.words[index + 1]?.box;
  const left = Math.max(0, box.x - 1, before ? Math.ceil((before.x + before.width + box.x) / 2) : 0);
  const right = Math.min(
    pixels.width,
    box.x + box.width + 1,
    after ? Math.floor((box.x + box.width + after.x) / 2) : Infinity,
  );
  const top = Math.max(0, raw.box.y - 1);
  const bottom = Math.min(pixels.height, raw.box.y + raw.box.height + reach);
  return {
    x: Math.min(left, box.x),
    y: top,
    width: Math.max(right, box.x + box.width) - Math.min(left, box.x),
    height: bottom - top,
  };
}

/** What of it belongs to the line: its own ink, and fringes one pixel outside its box. */
function ownPart(all: Coverage, raw: RawLine): Coverage {
  const height = Math.min(all.height, raw.box.y + raw.box.height + 1 - all.y);
  const data = all.data.slice(0, height * all.width);
  for (let i = 0; i < data.length; i++)
    if (data[i]! > 0 && !owns(raw, all.x + (i % all.width), all.y + Math.floor(i / all.width))) data[i] = 0;
  return { ...all, height, data };
}

/** Letters end at the baseline: the largest drop of ink from one row to the next. An underline's lower edge isn't one. */
function findBaseline(parts: Part[], raw: RawLine): number | undefined {
  const first = parts[0]?.all;
  if (!first) return undefined;
  const sums = new Float32Array(first.height);
  for (const { all } of parts) rowSums(all).forEach((sum, row) => (sums[row]! += sum));
  const bottom = raw.box.y + raw.box.height - first.y;
  const lowest = Math.ceil(bottom - raw.box.height * (1 - HIGHEST_BASELINE));
  const drop = (row: number): number => (sums[row - 1] ?? 0) - (sums[row] ?? 0);
  let best = bottom;
  for (let row = bottom; row > lowest; row--) if (drop(row) > drop(best)) best = row;
  const width = parts.reduce((sum, { word }) => sum + word.box.width, 0);
  if ((sums[best - 1] ?? 0) > width * UNDERLINE_COVER) {
    // A row that is all ink: letters end above it if it is an underline.
    let above = 0;
    for (let row = best - 1; row > Math.max(lowest, best - 2 - raw.box.height * UNDERLINE_DEPTH); row--)
      if (drop(row) > Math.max(width * LETTERS_END, above && drop(above))) above = row;
    if (above) best = above;
  }
  return first.y + best;
}

interface Bar {
  top: number;
  bottom: number;
}

/** The first row from `from` to `to` that is ink in at least `cover` of the columns, and how far it goes down. */
function findBar(all: Coverage, columns: number[], from: number, to: number, cover: number): Bar | undefined {
  const isBar = (y: number): boolean => {
    const row = y - all.y;
    if (row < 0 || row >= all.height) return false;
    let inked = 0;
    for (const x of columns) if (all.data[row * all.width + x - all.x]! >= BAR_INK) inked++;
    return inked >= cover * columns.length;
  };
  let top = Math.round(from);
  while (top <= to && !isBar(top)) top++;
  if (top > to) return undefined;
  let bottom = top + 1;
  while (isBar(bottom)) bottom++;
  return { top, bottom };
}

type FoundBar = Bar | 'none' | 'unknown';

/** Words that can't tell go with their neighbours where those agree. */
function betweenEqual(bars: FoundBar[]): (Bar | 'none')[] {
  return bars.map((bar, i) => {
    if (bar !== 'unknown') return bar;
    const near = [bars[i - 1], bars[i + 1]].filter((other) => other !== undefined);
    const [first] = near;
    return first !== undefined && first !== 'unknown' && near.every((other) => other !== 'none' && other !== 'unknown')
      ? first
      : 'none';
  });
}

function findUnderline({ all, word }: Part, raw: RawLine, baseline: number | undefined): FoundBar {
  if (baseline === undefined || BARS.test(word.text)) return 'none';
  const height = baseline - raw.box.y;
  const open = columnsOf(word).filter(
    (x) => !word.characters.some((c) => DESCENDERS.test(c.text) && x > c.left - 2 && x < c.right + 2),
  );
  if (open.length === 0) return 'unknown';
  const bar = findBar(all, open, baseline, baseline + Math.max(2, height * UNDERLINE_DEPTH), UNDERLINE_COVER);
  // What goes on to the end of the room below the letters is a border or another surface, not a line.
  return bar && bar.bottom - bar.top <= Math.max(2, height * UNDERLINE_DEPTH) ? bar : 'none';
}

function findStrike({ all, word }: Part, raw: RawLine, baseline: number | undefined): FoundBar {
  if (baseline === undefined || BARS.test(word.text)) return 'none';
  // A single letter may have a bar of its own.
  if ([...word.text].length < 2) return 'unknown';
  const height = baseline - raw.box.y;
  const inner = columnsOf(word).slice(1, -1);
  const bar = findBar(all, inner, baseline - height * STRIKE_BAND[1], baseline - height * STRIKE_BAND[0], STRIKE_COVER);
  return bar && bar.bottom - bar.top <= Math.max(1, height * UNDERLINE_DEPTH) ? bar : 'none';
}

function columnsOf({ box }: RawWord): number[] {
  return Array.from({ length: box.width }, (_, i) => box.x + i);
}

function clearRows(coverage: Coverage, top: number, bottom: number): void {
  // A row that is only partly the bar's is not worth keeping either.
  const from = Math.max(0, top - coverage.y);
  const to = Math.min(coverage.height, bottom + 1 - coverage.y);
  if (to > from) coverage.data.fill(0, from * coverage.width, to * coverage.width);
}

/** Whether some character's foot is at the baseline in most designs (a dash's, a quote's or a comma's isn't). */
function standsOnBaseline(text: string): boolean {
  const face = faceOf('Arial', 400, false);
  // What isn't in the table is most likely a letter of another script.
  return [...glyphIndexes(text.replaceAll(' ', ''))].some((glyph) => !(Math.abs(face.yMin[glyph] ?? 0) >= 0.03));
}

function meanGuess(word: RawWord): StyleGuess {
  const mean = (of: (style: StyleGuess) => number): number =>
    word.characters.reduce((sum, character) => sum + of(character.style), 0) / Math.max(1, word.characters.length);
  return {
    bold: mean((s) => s.bold),
    italic: mean((s) => s.italic),
    serif: mean((s) => s.serif),
    monospace: mean((s) => s.monospace),
  };
}
