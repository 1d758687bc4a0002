/** What stands in a part of a picture, as a person reads it. */
import type { Box, Scene, TextLine, Word } from '../vision/scene.ts';
import { areaOf, holds } from './boxes.ts';

/** Lines with their middle in a box, from top to bottom. */
export function linesIn(scene: Scene, box: Box): TextLine[] {
  return scene.lines.filter((line) => holds(box, line.box) && areaOf(line.box) <= areaOf(box));
}

/** The words in a box, line by line, but for those that are in others (a badge's in a tab). */
export function saidIn(scene: Scene, box: Box, without: readonly Box[] = []): string {
  const isOwn = ({ box: place }: Word) => holds(box, place) && !without.some((other) => holds(other, place));
  const lines = scene.lines.flatMap((line) => {
    const words = line.words.filter(isOwn);
    return words.length ? [{ words, y: line.baseline, x: words[0]!.box.x, height: line.box.height }] : [];
  });
  const isLevel = (a: (typeof lines)[number], b: (typeof lines)[number]) =>
    Math.abs(a.y - b.y) < Math.min(a.height, b.height) / 2;
  const inOrder = lines.sort((a, b) => (isLevel(a, b) ? a.x - b.x : a.y - b.y));
  return inOrder.map(({ words }) => words.map(({ text }) => text).join(' ')).reduce(joined, '');
}

/** A word that was parted at its hyphen goes on without a blank. */
function joined(before: string, next: string): string {
  if (!before) return next;
  return /\p{L}-$/u.test(before) && /^\p{L}/u.test(next) ? before + next : `${before} ${next}`;
}
