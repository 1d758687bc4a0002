import type { Spotted } from './ctc.ts';
import { faceOf, glyphIndexes, UNKNOWN_ADVANCE } from './fonts.ts';
import { SOLID } from './ink.ts';
import { median } from './median.ts';
import type { StyleGuess } from './pixels.ts';

export type StyledSpot = Spotted & { style: StyleGuess };

/** Columns between two neighbours. */
type GapAfter = (a: StyledSpot, b: StyledSpot) => number;

/**
 * Parts a line's characters at spaces: those the reader sees and those that the gaps in the ink show. `profile` is the
 * strongest ink in each column of a line `height` pixels high, and `columnOf` tells a character's.
 */
export function partAtSpaces(
  characters: readonly StyledSpot[],
  profile: Uint8Array,
  height: number,
  columnOf: (spot: Spotted) => number,
): StyledSpot[][] {
  const gapAfter: GapAfter = (a, b) => gapBetween(profile, columnOf(a), columnOf(b));
  const spaced = joinSpaced(splitAtSpaces(characters), gapAfter, height);
  return splitAtGaps(spaced, gapAfter, columnOf);
}

function splitAtSpaces(characters: readonly StyledSpot[]): StyledSpot[][] {
  const groups: StyledSpot[][] = [[]];
  for (const spot of characters) {
    if (spot.text !== ' ') groups.at(-1)!.push(spot);
    else if (groups.at(-1)!.length > 0) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

/** Letters stand apart from this share of the line's height on: letter-spaced text. */
const SPACED = 0.15;
/** Its gaps between words are this much wider than those between letters. */
const WORD_GAP = 1.7;
/** So many characters, most of them letters, make a text that can be letter-spaced: rows of numbers aren't. */
const LEAST_LETTERS = 4;

/** `L I K E   T H I S` is two words: the reader takes some gaps between letters for spaces. */
function joinSpaced(groups: StyledSpot[][], gapAfter: GapAfter, height: number): StyledSpot[][] {
  const all = groups.flat();
  const letters = all.filter(({ text }) => /\p{L}/u.test(text)).length;
  if (groups.length < 2 || letters < LEAST_LETTERS || letters < 0.7 * all.length) return groups;
  const gaps = all.slice(1).map((spot, i) => gapAfter(all[i]!, spot));
  const usual = median(gaps)!;
  if (usual < SPACED * height) return groups;
  const words = [groups[0]!];
  for (const group of groups.slice(1)) {
    const before = words.at(-1)!;
    if (gapAfter(before.at(-1)!, group[0]!) > WORD_GAP * usual) words.push(group);
    else words[words.length - 1] = [...before, ...group];
  }
  return words;
}

/**
 * Columns that two neighbours stand further apart than their designs have them: a stop or an `i` has room of its own at its
 * sides. The font's size is told by the places of the line's characters.
 */
function roomBetween(groups: StyledSpot[][], gapAfter: GapAfter, columnOf: (spot: Spotted) => number): GapAfter {
  const all = groups.flat();
  const face = faceOf(
    all.filter(({ style }) => style.serif > 0.5).length * 2 > all.length ? 'Times New Roman' : 'Arial',
    400,
    false,
  );
  const glyphOf = ({ text }: Spotted): number => glyphIndexes(text)[0]!;
  const advanceOf = (spot: Spotted): number => face.advance[glyphOf(spot)] ?? UNKNOWN_ADVANCE;
  const space = face.advance[glyphIndexes(' ')[0]!]!;
  let ems = (groups.length - 1) * space;
  all.slice(1).forEach((spot, i) => (ems += (advanceOf(all[i]!) + advanceOf(spot)) / 2));
  const size = all.length > 1 ? (columnOf(all.at(-1)!) - columnOf(all[0]!)) / ems : 0;
  const bearing = (value: number): number => (Number.isNaN(value) ? USUAL_BEARING : value);
  return (a, b) => {
    const [left, right] = [glyphOf(a), glyphOf(b)];
    const own = bearing((face.advance[left] ?? NaN) - (face.xMax[left] ?? NaN)) + bearing(face.xMin[right] ?? NaN);
    return gapAfter(a, b) - own * size;
  };
}
/** Ems beside a letter. */
const USUAL_BEARING = 0.05;

/** Between the gap that parts letters (0) and the one that parts words (1) on a line, a gap is a space from here on. */
const SPACE_SHARE = 0.65;
/** So many spaces of a line's own tell how wide they are. */
const LEAST_SPACES = 2;

/**
 * Spaces that the reader passed over, before a full stop mostly, show in the ink: as wide as the line's other spaces, with the
 * room that the two characters' designs have beside them and without.
 */
function splitAtGaps(groups: StyledSpot[][], gapAfter: GapAfter, columnOf: (spot: Spotted) => number): StyledSpot[][] {
  const isWide = widerThanLetters(groups, gapAfter);
  if (!isWide) return groups;
  const isRoomy = widerThanLetters(groups, roomBetween(groups, gapAfter, columnOf));
  if (!isRoomy) return groups;
  return groups.flatMap((group) => {
    const parts = [[group[0]!]];
    for (const [i, spot] of group.slice(1).entries())
      if (!isMonospaced(spot) && isWide(group[i]!, spot) && isRoomy(group[i]!, spot)) parts.push([spot]);
      else parts.at(-1)!.push(spot);
    return parts;
  });
}

/** Tells gaps that are spaces by the line's own spaces and letters; undefined where it has too few. */
function widerThanLetters(
  groups: StyledSpot[][],
  gapAfter: GapAfter,
): ((a: StyledSpot, b: StyledSpot) => boolean) | undefined {
  const between = groups.slice(1).map((group, i) => gapAfter(groups[i]!.at(-1)!, group[0]!));
  const within = groups.flatMap((group) => group.slice(1).map((spot, i) => gapAfter(group[i]!, spot)));
  if (between.length < LEAST_SPACES || within.length === 0) return undefined;
  const letters = median(within)!;
  const least = Math.max(letters + 1, letters + SPACE_SHARE * (median(between)! - letters));
  return (a, b) => gapAfter(a, b) > least;
}

/** There a full stop has as much room as any letter: gaps say nothing. */
function isMonospaced({ style }: StyledSpot): boolean {
  return style.monospace > 0.5;
}

/** Columns of the widest stretch without ink between two columns. */
function gapBetween(profile: Uint8Array, left: number, right: number): number {
  let widest = 0;
  for (let x = Math.max(0, Math.round(left)), gap = 0; x < Math.min(profile.length, right); x++) {
    gap = profile[x]! < SOLID ? gap + 1 : 0;
    widest = Math.max(widest, gap);
  }
  return widest;
}
