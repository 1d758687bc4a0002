/** The current entry of a menu, which is drawn on a plate and so taken for a button: it stands in line with links. */
import { median } from '../vision/median.ts';
import type { Box, Scene } from '../vision/scene.ts';
import { bottom, holds, middleY, right } from './boxes.ts';
import { CERTAIN } from './element-things.ts';
import { inRuns } from './runs.ts';
import type { Thing, ThingKind } from './things.ts';

const ENTRIES: readonly ThingKind[] = ['link', 'text'];
const APART: readonly ThingKind[] = ['table', 'card', 'dialog'];
const MOST_WORDS = 3;
const FEWEST = 2;
const CONFIDENCE = 0.75;
/** Entries are set alike: share of the larger size. */
const SAME_SIZE = 0.15;
/** Entries begin as far left, within this, and stand so near each other, across and down. CSS px. */
const IN_LINE = 4;
const ACROSS = 90;
const DOWN = 48;
/** The text of a plate may be set lower than that of bare links, by this share of the plate's height. */
const OFF_LINE = 0.25;
/** They stand as far from each other, give or take this share; after the last of a row often comes a button. */
const PITCH = 0.2;

interface Words {
  thing: Thing;
  /** Of its one line. */
  box: Box;
  size: number;
  weight: number;
}

/** Things with words among the links of a menu told as links, and those on a plate as its current entry. */
export function withCurrentEntries(scene: Scene, things: readonly Thing[]): Thing[] {
  const { scale } = scene;
  const apart = things.filter(({ kind }) => APART.includes(kind));
  const words = things
    .filter(({ kind, name, label }) => (ENTRIES.includes(kind) || kind === 'button') && name && !label)
    .filter(({ name, box }) => name.split(' ').length <= MOST_WORDS && !apart.some((other) => holds(other.box, box)))
    .flatMap((thing): Words[] => {
      const [line, more] = scene.lines.filter(({ box }) => holds(thing.box, box));
      const style = line?.runs[0]?.style;
      return line && style && !more ? [{ thing, box: line.box, size: style.size, weight: style.weight }] : [];
    });
  const current = new Set(
    words
      .filter(({ thing }) => thing.kind === 'button' && thing.confidence < CERTAIN)
      .filter((one) => isInRow(one, words, scale) || isInColumn(one, words, scale))
      .map(({ thing }) => thing),
  );
  const menus = things.filter(({ kind }) => kind === 'navigation' || kind === 'sidebar');
  const plainOnes = new Set(
    words
      .filter(({ thing, box }) => thing.kind === 'text' && menus.some((menu) => holds(menu.box, box)))
      .filter((one) => words.filter((other) => isBesideLink(one, other, scale)).length > 0)
      .map(({ thing }) => thing),
  );
  return things.map((thing) => {
    if (plainOnes.has(thing)) return { ...thing, kind: 'link', confidence: Math.min(thing.confidence, CONFIDENCE) };
    if (!current.has(thing)) return thing;
    return { ...thing, kind: 'link', confidence: CONFIDENCE, state: { ...thing.state, selected: true } };
  });
}

/** Next to a link of its size, in a row or column. */
function isBesideLink(one: Words, other: Words, scale: number): boolean {
  const { thing, box, weight } = other;
  if (thing.kind !== 'link' || !isAlike(one, other)) return false;
  const isLevel = Math.abs(middleY(box) - middleY(one.box)) <= IN_LINE * scale;
  const across = Math.max(box.x - right(one.box), one.box.x - right(box));
  if (isLevel && across < ACROSS * scale) return true;
  // Heavier words over links are their title.
  const isTitle = one.weight > weight && one.box.y < box.y;
  const down = Math.max(box.y - bottom(one.box), one.box.y - bottom(box));
  return !isTitle && Math.abs(box.x - one.box.x) <= IN_LINE * scale && down < DOWN * scale;
}

const isAlike = (a: Words, b: Words): boolean => Math.abs(a.size - b.size) <= SAME_SIZE * Math.max(a.size, b.size);

function isInRow(one: Words, words: readonly Words[], scale: number): boolean {
  const off = Math.max(IN_LINE * scale, OFF_LINE * one.thing.box.height);
  const level = words.filter((other) => isAlike(one, other) && Math.abs(middleY(other.box) - middleY(one.box)) <= off);
  const order = runOf(one, level, (a, b) => Math.max(a.x - right(b), b.x - right(a)) < ACROSS * scale).sort(
    (a, b) => a.box.x - b.box.x,
  );
  const gaps = order.slice(1).map(({ box }, i) => box.x - right(order[i]!.box));
  const last = gaps.pop()!;
  const usual = median(gaps) ?? 0;
  const isEven = gaps.length > 1 && Math.abs(last - usual) <= PITCH * usual;
  return isOneAmongLinks(one, order) && (order.at(-1) !== one || isEven);
}

function isInColumn(one: Words, words: readonly Words[], scale: number): boolean {
  const lined = words.filter((other) => isAlike(one, other) && Math.abs(other.box.x - one.box.x) <= IN_LINE * scale);
  const order = runOf(one, lined, (a, b) => Math.max(a.y - bottom(b), b.y - bottom(a)) < DOWN * scale).sort(
    (a, b) => a.box.y - b.box.y,
  );
  const pitches = order.slice(1).map((other, i) => middleY(other.box) - middleY(order[i]!.box));
  const isEven = Math.max(...pitches) - Math.min(...pitches) <= PITCH * Math.max(...pitches);
  return isOneAmongLinks(one, order) && isEven;
}

/** The only plate, and no fewer links than make a menu. */
const isOneAmongLinks = (one: Words, others: readonly Words[]): boolean =>
  others.length > FEWEST && others.every((other) => other === one || other.thing.kind !== 'button');

/** Those that hang together with one, each near the next. */
const runOf = (one: Words, words: readonly Words[], isNear: (a: Box, b: Box) => boolean): Words[] =>
  inRuns(words, (a, b) => isNear(a.box, b.box)).find((run) => run.includes(one)) ?? [];
