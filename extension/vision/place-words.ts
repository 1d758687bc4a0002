import type { Spotted } from './ctc.ts';
import { fromReaderColumn, SOLID } from './ink.ts';
import type { InkLine } from './measure-line.ts';
import type { InkMap, RawCharacter, RawWord } from './pixels.ts';
import type { Box } from './scene.ts';
import { partAtSpaces } from './spaces.ts';
import type { StyledSpot } from './spaces.ts';
import { tellStrokes } from './strokes.ts';

/**
 * Splits a line's characters at spaces and puts each word's box around its ink. Steps are `step` columns of the reader's
 * input. Words are cut where the ink has its widest gap between the last character of one and the first of the next.
 */
export function placeWords(line: InkLine, characters: readonly StyledSpot[], step: number): RawWord[] {
  const profile = columnInk(line.ink);
  const columnOf = (spot: Spotted): number => fromReaderColumn(line.ink, spot.step * step);
  const groups = partAtSpaces(characters, profile, line.ink.height, columnOf).filter(isText);
  const cuts = groups
    .slice(1)
    .map((group, i) => cutBetween(profile, columnOf(groups[i]!.at(-1)!), columnOf(group[0]!)));
  const words = groups.map((group, i) => {
    const from = i === 0 ? 0 : cuts[i - 1]!;
    const to = i < cuts.length ? cuts[i]! : line.ink.width;
    return toWord(line, group, columnOf, from, to);
  });
  tellStrokes(words, line.box.height);
  return words;
}

/** The text of words: single spaces between them, but before glued ones. */
export function joinWords(words: readonly Pick<RawWord, 'text' | 'glued'>[]): string {
  return words.map(({ text, glued }, i) => (i === 0 || glued ? text : ` ${text}`)).join('');
}

/** Longer rows of one sign are dashed or dotted rules, such as a chart's grid. */
const LONGEST_ROW = 5;

function isText(group: readonly StyledSpot[]): boolean {
  return group.length <= LONGEST_ROW || group.some(({ text }) => !/[-–—_.·•]/.test(text));
}

/** Strongest ink in each column. */
function columnInk({ width, height, data }: InkMap): Uint8Array {
  const profile = new Uint8Array(width);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) profile[x] = Math.max(profile[x]!, data[y * width + x]!);
  return profile;
}

/** Middle of the widest gap between two columns; where there is none, the column with the least ink. */
function cutBetween(profile: Uint8Array, left: number, right: number): number {
  const from = Math.max(0, Math.floor(Math.min(left, right)));
  const to = Math.min(profile.length, Math.ceil(Math.max(left, right)));
  let cut = Math.round((left + right) / 2);
  let widest = 0;
  for (let x = from; x < to;) {
    let end = x;
    while (end < to && profile[end]! < SOLID) end++;
    if (end - x > widest) {
      widest = end - x;
      cut = Math.round((x + end) / 2);
    }
    x = end + 1;
  }
  if (widest === 0) for (let x = from; x < to; x++) if (profile[x]! < profile[cut]!) cut = x;
  return Math.min(profile.length, Math.max(0, cut));
}

function toWord(
  line: InkLine,
  group: StyledSpot[],
  columnOf: (spot: Spotted) => number,
  from: number,
  to: number,
): RawWord {
  const box = inkBox(line.ink, from, Math.max(from + 1, to));
  const middles = group.map(columnOf);
  const characters = group.map(({ text, confidence, style }, i): RawCharacter => {
    const left = i === 0 ? box.x : (middles[i - 1]! + middles[i]!) / 2;
    const right = i === group.length - 1 ? box.x + box.width : (middles[i]! + middles[i + 1]!) / 2;
    const toImage = (x: number): number => line.box.x + x;
    return { text, x: toImage(middles[i]!), left: toImage(left), right: toImage(right), confidence, style };
  });
  return {
    text: group.map(({ text }) => text).join(''),
    box: { ...box, x: line.box.x + box.x, y: line.box.y + box.y },
    confidence: wordConfidence(group),
    characters,
  };
}

/**
 * A word is right if all its characters are. They tend to err together, so the product of their probabilities is too low and
 * the least of them too high; the truth lies about half-way (geometrically).
 */
function wordConfidence(group: StyledSpot[]): number {
  const product = group.reduce((value, { confidence }) => value * confidence, 1);
  return Math.sqrt(product * Math.min(...group.map(({ confidence }) => confidence)));
}

/** Bounds of the solid ink in the columns `[from, to)`, from the line's corner; all of the columns where there is none. */
function inkBox({ width, height, data }: InkMap, from: number, to: number): Box {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (let y = 0; y < height; y++)
    for (let x = from; x < to; x++)
      if (data[y * width + x]! >= SOLID) {
        x0 = Math.min(x0, x);
        x1 = Math.max(x1, x + 1);
        y0 = Math.min(y0, y);
        y1 = Math.max(y1, y + 1);
      }
  if (x1 < x0) return { x: from, y: 0, width: to - from, height };
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}
