/** Boxes in CSS pixels: pictures of one page at two scales compare as they are laid out. */
import type { Box } from '../vision/scene.ts';
import { bottom, middleX, middleY, right } from './boxes.ts';

/** How far one thing lies from where another one lies, in CSS pixels. */
export interface Shift {
  x: number;
  y: number;
}

export function cssBox(box: Box, scale: number): Box {
  return { x: box.x / scale, y: box.y / scale, width: box.width / scale, height: box.height / scale };
}

export const shifted = (box: Box, by: Shift): Box => ({ ...box, x: box.x + by.x, y: box.y + by.y });

export const distance = (a: Box, b: Box): number => Math.hypot(middleX(a) - middleX(b), middleY(a) - middleY(b));

/** Share of the shorter of two stretches that both cover; negative where they lie apart. */
export function overlapX(a: Box, b: Box): number {
  return (Math.min(right(a), right(b)) - Math.max(a.x, b.x)) / Math.min(a.width, b.width);
}

export function overlapY(a: Box, b: Box): number {
  return (Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y)) / Math.min(a.height, b.height);
}
