/** Parts of a picture as people name them: `at the top`, `in the bottom right corner`. */
import type { Box, Scene } from '../vision/scene.ts';
import { middleX, middleY } from './boxes.ts';
import type { Side } from './program.ts';

/** Tall pictures are scrolled: their top is what a window shows of it first. Image widths. */
const WINDOW = 0.6;
/** Share of the picture's width or of a window's height that a side is. */
const SIDE = 0.4;

/** How far a box lies towards a side: 0 and less where it doesn't, 1 at its edge. */
export function towards(side: Side, box: Box, { image }: Pick<Scene, 'image'>): number {
  const window = Math.min(image.height, image.width * WINDOW);
  const [x, y] = [middleX(box), middleY(box)];
  const left = 1 - x / (image.width * SIDE);
  const right = 1 - (image.width - x) / (image.width * SIDE);
  const top = 1 - y / (window * SIDE);
  const bottom = 1 - (image.height - y) / (window * SIDE);
  const each = { left, right, top, bottom };
  if (side === 'middle') return 1 - Math.abs(x / image.width - 0.5) / SIDE;
  return Math.min(...side.split(' ').map((word) => each[word as keyof typeof each]));
}
