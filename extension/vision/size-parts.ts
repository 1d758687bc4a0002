import { SOLID, toInkMap } from './ink.ts';
import type { InkLine } from './measure-line.ts';
import { median } from './median.ts';
import type { InkMap } from './pixels.ts';

/** Letters of one line whose sizes differ by less are read together: the reader was taught such lines. */
const OTHER_SIZE = 1.6;
/** Letters that are all as high may be lower-case ones without ascenders, so much lower than capitals of their size. */
const LOW_LETTERS = 1.4;
/** Among letters as high as this above the lowest ones there are ascenders or capitals. */
const TWO_LEVELS = 1.2;
/** Gaps this wide, in heights of the line, may part sizes; narrower ones are within small words. */
const LEAST_GAP = 0.06;
/** Signs no higher than this, in heights of the line, tell no size: dots, dashes. */
const SIGN = 0.2;
/** The smaller text has so many glyphs or is so many times as wide as high: less may be a lone sign. */
const LEAST_GLYPHS = 3;
const LEAST_WIDTH = 2;
/** So much above the other's baseline, in its heights, small text is raised: up to so many glyphs that is a superscript. */
const RAISED = 0.15;
const MOST_RAISED = 3;

/** Columns with ink between columns without: a glyph, or several that touch. Rows and columns of the line's box. */
interface Glyph {
  x0: number;
  x1: number;
  top: number;
  bottom: number;
}

/**
 * Cuts a line where the size of its letters changes much (a price and what it is for), from left to right: the reader sees a
 * line at the height of its largest letters, where small ones can't be told apart.
 */
export function partsBySize(line: InkLine): InkLine[] {
  const { height } = line.ink;
  const groups: Glyph[][][] = [];
  for (const word of wordsOf(glyphsOf(line.ink), Math.max(2, LEAST_GAP * height))) {
    const last = groups.at(-1);
    if (last && !differ(last.flat(), word, height)) last.push(word);
    else groups.push([word]);
  }
  if (groups.length === 1) return [line];
  moveShortWords(groups, height);
  const parts = joinEqual(
    groups.map((words) => words.flat()),
    height,
  );
  return parts.length === 1 ? [line] : parts.map((part) => cut(line, part));
}

/** Words too short to tell went with what stands before them: those at the end of larger words go with the smaller ones. */
function moveShortWords(groups: Glyph[][][], height: number): void {
  const heightOf = (glyphs: Glyph[]): number => extentOf(glyphs, height)?.height ?? Infinity;
  groups.slice(1).forEach((next, i) => {
    const group = groups[i]!;
    if (heightOf(group.flat()) < heightOf(next.flat())) return;
    while (group.length > 1 && heightOf(group.at(-1)!) * OTHER_SIZE <= heightOf(group.flat()))
      next.unshift(group.pop()!);
  });
}

/** What told nothing by itself may have parted what is of one size. */
function joinEqual(groups: Glyph[][], height: number): Glyph[][] {
  const parts: Glyph[][] = [];
  for (const group of groups) {
    const last = parts.at(-1);
    if (last && !differ(last, group, height)) last.push(...group);
    else parts.push([...group]);
  }
  return parts;
}

function glyphsOf({ width, height, data }: InkMap): Glyph[] {
  const glyphs: Glyph[] = [];
  let open: Glyph | undefined;
  for (let x = 0; x < width; x++) {
    let top = height;
    let bottom = 0;
    for (let y = 0; y < height; y++) {
      if (data[y * width + x]! < SOLID) continue;
      top = Math.min(top, y);
      bottom = y + 1;
    }
    if (bottom === 0) open = undefined;
    else if (!open) glyphs.push((open = { x0: x, x1: x + 1, top, bottom }));
    else Object.assign(open, { x1: x + 1, top: Math.min(top, open.top), bottom: Math.max(bottom, open.bottom) });
  }
  return glyphs;
}

function wordsOf(glyphs: Glyph[], gap: number): Glyph[][] {
  const words: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = words.at(-1)?.at(-1);
    if (last && glyph.x0 - last.x1 < gap) words.at(-1)!.push(glyph);
    else words.push([glyph]);
  }
  return words;
}

/** Whether two stretches are of two sizes beyond doubt. */
function differ(a: Glyph[], b: Glyph[], height: number): boolean {
  const [first, second] = [extentOf(a, height), extentOf(b, height)];
  if (!first || !second) return false;
  const [large, small] = first.height >= second.height ? [first, second] : [second, first];
  if (small.glyphs < LEAST_GLYPHS && small.width < LEAST_WIDTH * small.height) return false;
  if (large.baseline - small.baseline > RAISED * large.height && small.glyphs <= MOST_RAISED) return false;
  return large.height >= small.height * OTHER_SIZE * (small.levels ? 1 : LOW_LETTERS);
}

interface Extent {
  /** Row below the letters, and rows from the highest one's top to it. */
  baseline: number;
  height: number;
  width: number;
  glyphs: number;
  /** Whether there are low letters and high ones. */
  levels: boolean;
}

/** Undefined where there are signs only. */
function extentOf(glyphs: Glyph[], lineHeight: number): Extent | undefined {
  const letters = glyphs.filter(({ top, bottom }) => bottom - top > SIGN * lineHeight);
  const baseline = median(letters.map(({ bottom }) => bottom));
  if (baseline === undefined) return undefined;
  const heights = letters.map(({ top }) => baseline - top).filter((height) => height > 0);
  const height = Math.max(...heights);
  const low = heights.filter((other) => other >= height / 2);
  return {
    baseline,
    height,
    width: glyphs.at(-1)!.x1 - glyphs[0]!.x0,
    glyphs: letters.length,
    levels: height >= TWO_LEVELS * Math.min(...low),
  };
}

/** A space is at least this wide, in heights of the smaller text's ink; so much of it may be beside the larger letters. */
const SPACE = 0.17;
const SIDE_BEARING = 0.05;

/** Whether a space parts two parts of a line, of which the second follows the first. */
export function isSpaceBetween({ box: a }: InkLine, { box: b }: InkLine): boolean {
  const gap = b.x - a.x - a.width;
  return gap >= SPACE * Math.min(a.height, b.height) + SIDE_BEARING * Math.max(a.height, b.height);
}

/** A part as a line of its own: tight around its ink, which is as dark as a line's. */
function cut({ box, ink, background }: InkLine, glyphs: Glyph[]): InkLine {
  const [x0, x1] = [glyphs[0]!.x0, glyphs.at(-1)!.x1];
  const y0 = Math.min(...glyphs.map(({ top }) => top));
  const y1 = Math.max(...glyphs.map(({ bottom }) => bottom));
  const data = new Uint8Array((x1 - x0) * (y1 - y0));
  for (let y = y0; y < y1; y++)
    data.set(ink.data.subarray(y * ink.width + x0, y * ink.width + x1), (y - y0) * (x1 - x0));
  return {
    box: { x: box.x + x0, y: box.y + y0, width: x1 - x0, height: y1 - y0 },
    ink: toInkMap(data, x1 - x0, y1 - y0),
    background,
  };
}
