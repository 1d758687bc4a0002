import type { Component, Components } from './components.ts';
import { findComponents } from './components.ts';
import type { Window } from './ground.ts';
import { clipped, commonColor, distanceFrom } from './ground.ts';
import { levelHighlights } from './highlight.ts';
import { percentile } from './ink.ts';
import type { Pixels, Rgb } from './pixels.ts';
import type { Proposal } from './propose.ts';
import { eraseRules } from './rules.ts';
import { distanceFromSlope, fitSlope, slopeAt } from './slope.ts';

/** Extents in em from the baseline, upwards: where lower-case letters are, where letters and signs are, and all there can be. */
const CORE = { top: 0.55, bottom: 0.03 };
const LETTERS = { top: 0.95, bottom: -0.25 };
const LIMITS = { top: 1.2, bottom: -0.45 };
/** Share of the full contrast from which a pixel is ink: at half, thin strokes would break. */
const INK_SHARE = 0.3;
/** Less than this (0 to 255) above the background is noise of compression. */
const LEAST_INK = 14;
/** Ink that is part of a frame around the line has next to nothing inside its core. */
const FRAME_FILL = 0.04;

/** A proposal's surroundings, with coordinates from the window's corner. */
export interface Site {
  window: Window;
  width: number;
  height: number;
  /** From end to end of the text, from x-height to baseline. */
  core: Window;
  em: number;
  baseline: number;
  background: Rgb;
  distance: Uint8Array;
  mask: Uint8Array;
  components: Components;
  /** Rows (1) that a rule was taken out of; absent where there were none. */
  ruled?: Uint8Array;
  /** What reaches these leaves the window; where the window ends with the picture nothing does. */
  edges: Window;
}

/**
 * Looks at a proposal's surroundings, `reach` image pixels past its ends. Undefined where it lies outside the picture.
 */
export function survey(pixels: Pixels, { x0, x1, baseline, em }: Proposal, reach: number): Site | undefined {
  const rows = ({ top, bottom }: { top: number; bottom: number }) => ({
    y0: baseline - top * em,
    y1: baseline - bottom * em,
  });
  const window = clipped({ x0: x0 - reach, x1: x1 + reach, ...rows(LIMITS) }, pixels);
  const near = clipped({ x0, x1, ...rows(LETTERS) }, pixels);
  const inPicture = clipped({ x0, x1, ...rows(CORE) }, pixels);
  if (inPicture.x1 <= inPicture.x0 || inPicture.y1 <= inPicture.y0) return undefined;
  const width = window.x1 - window.x0;
  const height = window.y1 - window.y0;
  const core = {
    x0: inPicture.x0 - window.x0,
    y0: inPicture.y0 - window.y0,
    x1: inPicture.x1 - window.x0,
    y1: inPicture.y1 - window.y0,
  };
  const { background, distance } = groundOf(pixels, near, window);
  levelHighlights(pixels, window, core, distance);
  const contrast = percentile(part(distance, width, core), 0.95);
  const threshold = Math.max(LEAST_INK, INK_SHARE * contrast);
  const mask = distance.map((value) => (value >= threshold ? 1 : 0));
  const { components, ruled } = withoutLines(mask, distance, width, height, core);
  const edges = {
    x0: window.x0 > 0 ? 0 : -1,
    y0: window.y0 > 0 ? 0 : -1,
    x1: window.x1 < pixels.width ? width : width + 1,
    y1: window.y1 < pixels.height ? height : height + 1,
  };
  const inWindow = { width, height, core, em, baseline: baseline - window.y0 };
  return { window, ...inWindow, background, distance, mask, components, ruled, edges };
}

/** A background is solid if so much of a line's surroundings has its colour; else it is smooth, if that explains more. */
const SOLID_SHARE = 0.4;
const SMOOTH_GAIN = 0.1;

/** The background and everything's distance from it; of a smooth one the colour in the middle stands for it. */
function groundOf(pixels: Pixels, near: Window, window: Window): { background: Rgb; distance: Uint8Array } {
  const { color, share } = commonColor(pixels, near);
  if (share < SOLID_SHARE) {
    const slope = fitSlope(pixels, near);
    if (slope.share > share + SMOOTH_GAIN) {
      const middle = slopeAt(slope, (near.x0 + near.x1) >> 1, (near.y0 + near.y1) >> 1);
      return { background: middle, distance: distanceFromSlope(pixels, window, slope) };
    }
  }
  return { background: color, distance: distanceFrom(pixels, window, color) };
}

function part(values: Uint8Array, width: number, { x0, y0, x1, y1 }: Window): Uint8Array {
  const result = new Uint8Array((x1 - x0) * (y1 - y0));
  for (let y = y0; y < y1; y++) result.set(values.subarray(y * width + x0, y * width + x1), (y - y0) * (x1 - x0));
  return result;
}

/** Takes frames and rules out of the mask. Frames first: without its upper and lower side a field's frame looks like two bars. */
function withoutLines(
  mask: Uint8Array,
  distance: Uint8Array,
  width: number,
  height: number,
  core: Window,
): Pick<Site, 'components' | 'ruled'> {
  const all = findComponents(mask, width, height);
  const inCore = pixelsInCore(all.labels, all.list.length, width, core);
  const isFrame = Uint8Array.from([
    0,
    ...all.list.map((component, i) => Number(isFrameLike(component, inCore[i]!, width, core))),
  ]);
  if (isFrame.includes(1)) all.labels.forEach((label, i) => (mask[i]! *= 1 - isFrame[label]!));
  const ruled = eraseRules(mask, distance, width, height, core);
  return { components: ruled || isFrame.includes(1) ? findComponents(mask, width, height) : all, ruled };
}

function isFrameLike({ x0, y0, x1, y1 }: Component, inCore: number, width: number, core: Window): boolean {
  const isFaint = inCore < FRAME_FILL * (core.x1 - core.x0) * (core.y1 - core.y0);
  const isAround = x0 <= core.x0 && x1 >= core.x1 && y0 < core.y0 && y1 > core.y1;
  return isFaint && (isAround || (x0 === 0 && x1 === width));
}

/** From top to bottom of the window: a vertical rule, or what surrounds a button. */
export function isThrough({ y0, y1 }: Component, height: number): boolean {
  return y0 === 0 && y1 === height;
}

/** The side of a table's cell: no wider than this, in em (at least 2 px), and higher than a bar among letters. */
const MOST_BAR_WIDTH = 0.15;
const LEAST_BAR_HEIGHT = 1.05;

/** Whether it parts what stands beside it: from top to bottom of the window, or a thin bar from one rule to the next. */
export function isUpright(component: Component, { height, em, ruled }: Site): boolean {
  if (isThrough(component, height)) return true;
  const { x0, x1, y0, y1 } = component;
  if (!ruled || x1 - x0 > Math.max(2, MOST_BAR_WIDTH * em) || y1 - y0 < LEAST_BAR_HEIGHT * em) return false;
  return (y0 === 0 || ruled[y0 - 1] === 1) && (y1 === height || ruled[y1] === 1);
}

export function pixelsInCore(labels: Int32Array, count: number, width: number, core: Window): Uint32Array {
  const counts = new Uint32Array(count);
  for (let y = core.y0; y < core.y1; y++)
    for (let x = core.x0; x < core.x1; x++) {
      const label = labels[y * width + x]!;
      if (label) counts[label - 1]!++;
    }
  return counts;
}

/** Around all of them; at least one. */
export function boundsOf(components: Component[]): Window {
  const bounds = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const { x0, y0, x1, y1 } of components) {
    bounds.x0 = Math.min(bounds.x0, x0);
    bounds.y0 = Math.min(bounds.y0, y0);
    bounds.x1 = Math.max(bounds.x1, x1);
    bounds.y1 = Math.max(bounds.y1, y1);
  }
  return bounds;
}
