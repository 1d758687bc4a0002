import type { Box } from '../../extension/vision/scene.ts';
import type { Size } from '../shared/region.ts';

/** Times the scale at which all fits. */
export const ZOOMS: readonly number[] = [1, 1.5, 2, 3, 4, 6];

/** Share of the scale that fits the width below which a page is too small to see whole: it scrolls instead. */
const LEAST_WHOLE = 0.5;

/** CSS pixels that a scroll bar takes. */
const SCROLLBAR = 12;

/** Screen pixels for a CSS pixel of the page: so that all of it is seen, or all of its width where it is tall. At most 1. */
export function fitScale(room: Size, page: Size): number {
  if (room.width <= SCROLLBAR) return 1;
  const across = Math.min(1, room.width / page.width);
  const whole = Math.min(across, room.height / page.height);
  return whole >= across * LEAST_WHOLE ? whole : Math.min(1, (room.width - SCROLLBAR) / page.width);
}

/** Screen pixels that a line of text is high when it is easy to read. */
const EASY_HEIGHT = 16;

/** The zoom at which a line of text (its box in CSS pixels of the page) is easy to read. */
export function scaleFor(line: Box, fitted: number): number {
  const wanted = EASY_HEIGHT / (line.height * fitted);
  return ZOOMS.find((zoom) => zoom >= wanted) ?? ZOOMS.at(-1)!;
}
