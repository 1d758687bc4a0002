/** Which things of two pictures are the same: by what they say, then by where they would be. */
import type { Box, Scene, TextLine } from '../vision/scene.ts';
import { holds, likeness, middleX, right } from './boxes.ts';
import { cssBox, distance, overlapX, overlapY, shifted } from './css-boxes.ts';
import type { Shift } from './css-boxes.ts';
import { editDistance, normalized } from './words.ts';

/** Something of a picture with its box in CSS pixels. */
export interface Placed<T> {
  of: T;
  box: Box;
}
export interface Pair<T> {
  before: Placed<T>;
  after: Placed<T>;
}
export interface Pairing<T> {
  pairs: Pair<T>[];
  removed: Placed<T>[];
  added: Placed<T>[];
}

/** Neighbours that say where a thing would be: what was inserted above may have pushed any of them. */
const NEIGHBOURS = 6;
/** Edges or middles of two texts that stand in one place agree this well. CSS px. */
const ALIGNED = 6;
/** Text of one place keeps its size within this share. */
const SIZE_SLACK = 0.2;
/** What readers mistake for one another: two readings of one text may differ in these. */
const CONFUSED: readonly (readonly [RegExp, string])[] = [
  [/[\s.,:;·•…'"“”‘’`|\-–—_]/g, ''],
  [/[o0]/g, '0'],
  [/[il1!]/g, '1'],
  [/rn/g, 'm'],
  [/[s5]/g, '5'],
];
/** A reading surer than this is taken at its word. */
const SURE_READING = 0.9;
/** Below this it is no reading at all. */
const READABLE = 0.6;

export const placed = <T extends { box: Box }>(things: readonly T[], scale: number): Placed<T>[] =>
  things.map((of) => ({ of, box: cssBox(of.box, scale) }));

export const shiftOf = <T>({ before, after }: Pair<T>): Shift => ({
  x: after.box.x - before.box.x,
  y: after.box.y - before.box.y,
});

/** Pairs lines of text: the same words first, then another text in the same place. */
export function pairLines(a: Scene, b: Scene): Pairing<TextLine> {
  const before = placed(a.lines, a.scale);
  const after = placed(b.lines, b.scale);
  const pairs = pairSame(before, after);
  const left = { removed: without(before, pairs, 'before'), added: without(after, pairs, 'after') };
  const inPlace = pairInPlace(left.removed, left.added, pairs);
  pairs.push(...inPlace);
  return {
    pairs,
    removed: without(before, pairs, 'before').filter((line) => !saidAt(line, after, pairs, 1)),
    added: without(after, pairs, 'after').filter((line) => !saidAt(line, before, pairs, -1)),
  };
}

function without<T>(all: readonly Placed<T>[], pairs: readonly Pair<T>[], side: 'before' | 'after'): Placed<T>[] {
  const taken = new Set(pairs.map((pair) => pair[side]));
  return all.filter((one) => !taken.has(one));
}

/** Equal texts: those that stand once in each first, then the others, each where its neighbours went. */
function pairSame(before: readonly Placed<TextLine>[], after: readonly Placed<TextLine>[]): Pair<TextLine>[] {
  const texts = Map.groupBy(before, ({ of }) => normalized(of.text));
  const others = Map.groupBy(after, ({ of }) => normalized(of.text));
  const pairs: Pair<TextLine>[] = [];
  for (const [text, ones] of texts) {
    const same = others.get(text);
    if (ones.length === 1 && same?.length === 1) pairs.push({ before: ones[0]!, after: same[0]! });
  }
  const anchors = [...pairs];
  for (const [text, ones] of texts) {
    const same = others.get(text);
    if (same && ones.length + same.length > 2) pairs.push(...pairNearest(ones, same, anchors));
  }
  return pairs;
}

function pairNearest<T>(ones: readonly Placed<T>[], others: readonly Placed<T>[], anchors: readonly Pair<TextLine>[]) {
  const far = ones.flatMap((before) => {
    const shifts = shiftsAt(before.box, anchors);
    return others.map((after) => ({
      pair: { before, after },
      score: -Math.min(...shifts.map((shift) => distance(shifted(before.box, shift), after.box))),
    }));
  });
  return best(far);
}

/** The highest scores first, each thing once. */
function best<T>(scored: { pair: Pair<T>; score: number }[]): Pair<T>[] {
  const taken = new Set<Placed<T>>();
  return scored
    .sort((x, y) => y.score - x.score)
    .flatMap(({ pair }) => {
      if (taken.has(pair.before) || taken.has(pair.after)) return [];
      taken.add(pair.before).add(pair.after);
      return [pair];
    });
}

/** Where the things around a box of the first picture went. */
export function shiftsAt(box: Box, anchors: readonly Pair<TextLine>[]): Shift[] {
  const near = anchors
    .map((pair) => ({ shift: shiftOf(pair), far: distance(pair.before.box, box) }))
    .sort((x, y) => x.far - y.far)
    .slice(0, NEIGHBOURS)
    .map(({ shift }) => shift);
  return [...near, { x: 0, y: 0 }];
}

function pairInPlace(
  removed: readonly Placed<TextLine>[],
  added: readonly Placed<TextLine>[],
  anchors: readonly Pair<TextLine>[],
): Pair<TextLine>[] {
  return best(
    removed.flatMap((before) => {
      const shifts = shiftsAt(before.box, anchors);
      return added.flatMap((after) => {
        const score = Math.max(...shifts.map((shift) => samePlace(shifted(before.box, shift), after.box)));
        return score > 0 && isLikeSized(before.of, after.of) ? [{ pair: { before, after }, score }] : [];
      });
    }),
  );
}

/** How much two texts stand in one place: on one line, with an edge or the middle in common; 0 where they don't. */
function samePlace(a: Box, b: Box): number {
  const edges = [a.x - b.x, right(a) - right(b), middleX(a) - middleX(b)].map(Math.abs);
  const off = Math.min(...edges);
  if (overlapY(a, b) < 0.5 || overlapX(a, b) <= 0 || off > ALIGNED) return 0;
  return overlapY(a, b) + overlapX(a, b) + 1 - off / ALIGNED;
}

function isLikeSized(a: TextLine, b: TextLine): boolean {
  const [one, other] = [a.runs[0]?.style.size ?? 0, b.runs[0]?.style.size ?? 0];
  return Math.abs(one - other) <= SIZE_SLACK * Math.max(one, other);
}

/** Whether the other picture says the same there, cut into lines otherwise. */
function saidAt(
  line: Placed<TextLine>,
  others: readonly Placed<TextLine>[],
  pairs: readonly Pair<TextLine>[],
  direction: 1 | -1,
): boolean {
  const anchors = direction === 1 ? pairs : pairs.map(({ before, after }) => ({ before: after, after: before }));
  return shiftsAt(line.box, anchors).some((shift) => {
    const place = shifted(line.box, shift);
    const there = others.filter(({ box }) => overlapX(place, box) > 0.2 && overlapY(place, box) > 0.5);
    const words = there.map(({ of }) => of.text).join('');
    return there.length > 0 && bare(words).includes(bare(line.of.text));
  });
}

/** Whether two texts may be two readings of one. */
export function isOneReading(a: TextLine, b: TextLine): boolean {
  if (normalized(a.text) === normalized(b.text)) return true;
  const [one, other] = [sureWords(a), sureWords(b)];
  const isWhole = one.length === a.words.length && other.length === b.words.length;
  // What wasn't made out may be what the other picture says there.
  if (!isWhole) return one.every((word) => other.includes(word)) || other.every((word) => one.includes(word));
  if (Math.min(a.confidence, b.confidence) >= SURE_READING) return false;
  const [x, y] = [bare(a.text), bare(b.text)];
  return CONFUSED.reduce(replaced, x) === CONFUSED.reduce(replaced, y) || (!/\d/.test(x + y) && editDistance(x, y) < 2);
}

const sureWords = ({ words }: TextLine): string[] =>
  words.filter(({ confidence }) => confidence >= READABLE).map(({ text }) => normalized(text));

const replaced = (text: string, [what, by]: readonly [RegExp, string]): string => text.replace(what, by);

/** A text's letters and signs alone. */
const bare = (text: string): string => normalized(text).replace(/[\s.,:;·•…'"“”‘’`|_]/g, '');

/** Pairs what covers the same place, where the lines around it went. `alike`: 0 for what can't be the same, to 1; `least`: IoU. */
export function pairPlaces<T extends { box: Box }>(
  before: readonly Placed<T>[],
  after: readonly Placed<T>[],
  anchors: readonly Pair<TextLine>[],
  alike: (a: T, b: T) => number,
  least = 0.5,
): Pairing<T> {
  const scored = before.flatMap((one) => {
    const shifts = [...contained(one.box, anchors), ...shiftsAt(one.box, anchors)];
    return after.flatMap((other) => {
      const share = Math.max(...shifts.map((shift) => likeness(shifted(one.box, shift), other.box)));
      const score = share * alike(one.of, other.of);
      return share >= least && score > 0 ? [{ pair: { before: one, after: other }, score }] : [];
    });
  });
  const pairs = best(scored);
  return { pairs, removed: without(before, pairs, 'before'), added: without(after, pairs, 'after') };
}

/** Where its own lines went: a card goes with its text. */
function contained(box: Box, anchors: readonly Pair<TextLine>[]): Shift[] {
  const own = anchors.filter((pair) => holds(box, pair.before.box));
  return own.slice(0, NEIGHBOURS).map(shiftOf);
}
