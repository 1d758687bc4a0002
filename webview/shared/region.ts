/** A region being drawn on a picture: whole image pixels that stay inside it. */
import type { Box } from '../../extension/vision/scene.ts';

export interface Size {
  width: number;
  height: number;
}

/** Smallest side of a region, image pixels: less shows no interface. */
export const LEAST = 16;

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** Between two corners, in any order. */
export function between(a: { x: number; y: number }, b: { x: number; y: number }, picture: Size): Box {
  const left = Math.round(clamp(Math.min(a.x, b.x), 0, picture.width));
  const top = Math.round(clamp(Math.min(a.y, b.y), 0, picture.height));
  const right = Math.round(clamp(Math.max(a.x, b.x), 0, picture.width));
  const bottom = Math.round(clamp(Math.max(a.y, b.y), 0, picture.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether it is worth looking at. */
export const isEnough = ({ width, height }: Box): boolean => width >= LEAST && height >= LEAST;

/** The same grown around its middle until it is worth looking at, as far as the picture goes; in whole pixels. */
export function enough({ x, y, width, height }: Box, picture: Size): Box {
  const along = (start: number, length: number, room: number) => {
    const size = Math.min(room, Math.max(LEAST, Math.ceil(length)));
    return [Math.round(clamp(start + (length - size) / 2, 0, room - size)), size] as const;
  };
  const [left, across] = along(x, width, picture.width);
  const [top, down] = along(y, height, picture.height);
  return { x: left, y: top, width: across, height: down };
}

const STEPS: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * After an arrow key: the region moved by `step` image pixels, or its right and lower side with `resize`. Without a region
 * it starts as the middle half of the picture. `undefined` for other keys.
 */
export function byKey(
  region: Box | undefined,
  key: string,
  { step, resize }: { step: number; resize: boolean },
  picture: Size,
): Box | undefined {
  const direction = STEPS[key];
  if (!direction) return undefined;
  const { width, height } = picture;
  if (!region)
    return {
      x: Math.round(width / 4),
      y: Math.round(height / 4),
      width: Math.round(width / 2),
      height: Math.round(height / 2),
    };
  const { x, y } = direction;
  if (resize)
    return {
      ...region,
      width: clamp(region.width + x * step, Math.min(LEAST, width), width - region.x),
      height: clamp(region.height + y * step, Math.min(LEAST, height), height - region.y),
    };
  return {
    ...region,
    x: clamp(region.x + x * step, 0, width - region.width),
    y: clamp(region.y + y * step, 0, height - region.height),
  };
}
