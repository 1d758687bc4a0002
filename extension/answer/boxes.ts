import type { Box } from '../vision/scene.ts';

export const right = (box: Box): number => box.x + box.width;
export const bottom = (box: Box): number => box.y + box.height;
export const middleX = (box: Box): number => box.x + box.width / 2;
export const middleY = (box: Box): number => box.y + box.height / 2;
export const areaOf = (box: Box): number => box.width * box.height;

/** Whether the middle of `inner` lies in `outer`. */
export function holds(outer: Box, inner: Box): boolean {
  const [x, y] = [middleX(inner), middleY(inner)];
  return x >= outer.x && x <= right(outer) && y >= outer.y && y <= bottom(outer);
}

/** Share of their union that both cover (IoU). */
export function likeness(a: Box, b: Box): number {
  const width = Math.min(right(a), right(b)) - Math.max(a.x, b.x);
  const height = Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (areaOf(a) + areaOf(b) - width * height);
}

/** How far apart two boxes are, in image pixels: 0 where they touch. */
export function gapBetween(a: Box, b: Box): number {
  const across = Math.max(0, a.x - right(b), b.x - right(a));
  const down = Math.max(0, a.y - bottom(b), b.y - bottom(a));
  return Math.hypot(across, down);
}

/** The smallest box around all of them; there must be one. */
export function around(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  return { x, y, width: Math.max(...boxes.map(right)) - x, height: Math.max(...boxes.map(bottom)) - y };
}

/** The one with the least area; the first of several. */
export const smallest = <T extends { box: Box }>(things: readonly T[]): T | undefined =>
  things.toSorted((a, b) => areaOf(a.box) - areaOf(b.box))[0];
