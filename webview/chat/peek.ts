import type { Box } from '../../extension/vision/scene.ts';

/** Screen pixels around what is looked at, at least. */
const AROUND = 24;

/**
 * How to show a part of a picture in a small window: screen pixels for an image pixel, and where the picture's corner lies.
 * @param most the largest such scale, that at which nothing is blown up
 */
export function peekAt(
  box: Box,
  picture: { width: number; height: number },
  window: { width: number; height: number },
  most: number,
): { scale: number; left: number; top: number } {
  const scale = Math.min(most, (window.width - 2 * AROUND) / box.width, (window.height - 2 * AROUND) / box.height);
  const along = (room: number, length: number, middle: number) => {
    const free = room - length * scale;
    return free >= 0 ? free / 2 : Math.min(0, Math.max(free, room / 2 - middle * scale));
  };
  return {
    scale,
    left: along(window.width, picture.width, box.x + box.width / 2),
    top: along(window.height, picture.height, box.y + box.height / 2),
  };
}
