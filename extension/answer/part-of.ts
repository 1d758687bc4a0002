/** The part of a Scene that a person has drawn a rectangle around. */
import type { Box, Scene, Shape, TextLine, TextRun, Word } from '../vision/scene.ts';
import { areaOf, around, bottom, holds, right, smallest } from './boxes.ts';

/** Share of a thing that must lie in the rectangle: people draw roughly. */
const MOSTLY = 0.5;

/**
 * What lies in a region, at its place in the whole picture: texts are cut to the words in it; of the rest, what is mostly in it
 * stays. Where the region lies within things, all of it in one button, the smallest of these stays.
 * @param region in image pixels
 */
export function partOf(scene: Scene, region: Box): Scene {
  const around = smallest(scene.shapes.filter((shape) => shape.kind !== 'rule' && shareIn(shape.box, region) === 1));
  const shapes = inside(scene.shapes, region);
  const known = new Set(shapes.map(({ id }) => id));
  return {
    ...scene,
    background: around?.fill ?? scene.background,
    lines: scene.lines.flatMap((line) => cutTo(line, region)),
    shapes: shapes.map((shape) => withoutLost(shape, known)),
    elements: inside(scene.elements, region),
    pictures: inside(scene.pictures, region),
  };
}

function inside<T extends { box: Box }>(things: readonly T[], region: Box): T[] {
  const found = things.filter(({ box }) => shareIn(region, box) >= MOSTLY);
  if (found.length) return found;
  const around = smallest(things.filter(({ box }) => shareIn(box, region) === 1));
  return around ? [around] : [];
}

/** Share of `inner` that `outer` covers; a box without an area is in or out by its middle. */
function shareIn(outer: Box, inner: Box): number {
  if (!areaOf(inner)) return holds(outer, inner) ? 1 : 0;
  const width = Math.min(right(outer), right(inner)) - Math.max(outer.x, inner.x);
  const height = Math.min(bottom(outer), bottom(inner)) - Math.max(outer.y, inner.y);
  return width > 0 && height > 0 ? (width * height) / areaOf(inner) : 0;
}

function withoutLost({ parent, ...shape }: Shape, known: ReadonlySet<string>): Shape {
  return parent !== undefined && known.has(parent) ? { ...shape, parent } : shape;
}

/** A line's words in a region, as a line of their own; none where there are none. */
function cutTo(line: TextLine, region: Box): TextLine[] {
  const words = line.words.filter((word) => shareIn(region, word.box) >= MOSTLY);
  if (!words.length) return [];
  if (words.length === line.words.length) return [line];
  const runs = line.runs.flatMap((run) => cutRun(run, words));
  const [first, ...rest] = runs;
  const trimmed = first ? [{ ...first, text: first.text.trimStart() }, ...rest] : [];
  return [
    {
      ...line,
      box: around(words.map(({ box }) => box)),
      text: words.map(({ text }) => text).join(' '),
      words,
      runs: trimmed,
    },
  ];
}

function cutRun(run: TextRun, words: readonly Word[]): TextRun[] {
  const own = words.filter((word) => holds(run.box, word.box));
  if (!own.length) return [];
  const space = run.text.startsWith(' ') ? ' ' : '';
  return [{ ...run, text: space + own.map(({ text }) => text).join(' '), box: around(own.map(({ box }) => box)) }];
}
