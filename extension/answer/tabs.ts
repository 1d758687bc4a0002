/** Tabs that the detector told as a button among words: the current one has a plate, and all stand on a line. */
import type { Box, Scene } from '../vision/scene.ts';
import { bottom, holds, middleY, right } from './boxes.ts';
import { overlapX } from './css-boxes.ts';
import { CERTAIN } from './element-things.ts';
import type { Thing, ThingKind } from './things.ts';

const CONFIDENCE = 0.7;
const WORDS: readonly ThingKind[] = ['text', 'link', 'button'];
/** What has entries of its own. */
const APART: readonly ThingKind[] = ['navigation', 'table', 'form'];
/** The line under tabs is so thin and near the plate, CSS px. */
const LINE = { thin: 4, near: 4 };
/** Tabs stand so near each other. CSS px. */
const NEAR = 90;
const MOST_WORDS = 3;
const FEWEST = 3;

/** Things with rows of tabs told as tabs. */
export function withTabs(scene: Scene, things: readonly Thing[]): Thing[] {
  if (things.some(({ kind }) => kind === 'tab')) return [...things];
  const around = things.filter(({ kind }) => APART.includes(kind));
  const words = things.filter(
    ({ kind, name, box }) =>
      WORDS.includes(kind) &&
      name &&
      name.split(' ').length <= MOST_WORDS &&
      !around.some((bar) => holds(bar.box, box)),
  );
  const plates = words.filter(
    ({ kind, box, confidence }) => kind === 'button' && confidence < CERTAIN && standsOnLine(scene, box),
  );
  const tabs = new Map<Thing, boolean>();
  for (const current of plates) {
    const row = rowOf(current, words, scene.scale);
    if (row.length < FEWEST || row.some((one) => one !== current && one.kind === 'button')) continue;
    row.forEach((one) => tabs.set(one, one === current));
  }
  return things.map((thing) => {
    const selected = tabs.get(thing);
    if (selected === undefined) return thing;
    return { ...thing, kind: 'tab', confidence: CONFIDENCE, state: { ...thing.state, ...(selected && { selected }) } };
  });
}

/** A line goes on beyond a plate right at its foot. */
const standsOnLine = ({ shapes, scale }: Scene, box: Box): boolean =>
  shapes.some(
    (shape) =>
      shape.box.height <= LINE.thin * scale &&
      shape.box.width > 1.5 * box.width &&
      Math.abs(shape.box.y - bottom(box)) <= LINE.near * scale &&
      overlapX(shape.box, box) > 0.9,
  );

/** The words left and right of one, each near the next. */
function rowOf(start: Thing, words: readonly Thing[], scale: number): Thing[] {
  const row = [start];
  for (const one of row)
    for (const other of words) {
      const gap = Math.max(other.box.x - right(one.box), one.box.x - right(other.box));
      if (!row.includes(other) && isLevel(other.box, one.box) && gap > 0 && gap < NEAR * scale) row.push(other);
    }
  return row;
}

const isLevel = (a: Box, b: Box): boolean => Math.abs(middleY(a) - middleY(b)) < Math.min(a.height, b.height) / 2;
