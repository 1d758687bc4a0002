import { findComponents } from './components.ts';
import type { Component } from './components.ts';
import type { Window } from './ground.ts';
import { commonColorOf } from './ground.ts';
import type { Pixels } from './pixels.ts';

/** Further than this (0 to 255) from the line's background, a patch is a ground of its own. */
const APART = 10;
/** Share of each side of its bounds that a patch reaches; a letter doesn't reach all four. */
const SIDE_FILL = 0.6;

/**
 * Within a line some words may lie on a ground of their own: inline code, a mark, a selection, a tag. There `distance` (from
 * the line's background, `window` in size) is replaced by the distance from that ground, so that only glyphs stay ink.
 * `core` is the line's core in the window.
 */
export function levelHighlights(pixels: Pixels, window: Window, core: Window, distance: Uint8Array): void {
  const width = window.x1 - window.x0;
  const height = window.y1 - window.y0;
  if (!mayHoldPatch(distance, width, height, core)) return;
  const mask = distance.map((value) => (value > APART ? 1 : 0));
  const { labels, list } = findComponents(mask, width, height);
  list.forEach((component, i) => {
    if (isPatch(component, i + 1, labels, width, height, core))
      level(pixels, window, component, i + 1, labels, distance);
  });
}

/** A patch shows as a long stretch right above the core and right below it; looking there is cheap. */
function mayHoldPatch(distance: Uint8Array, width: number, height: number, core: Window): boolean {
  const least = 1.6 * (core.y1 - core.y0);
  return [core.y0 - 1, core.y1].every((y) => {
    if (y < 0 || y >= height) return false;
    for (let x = 0, run = 0; x < width; x++) {
      run = distance[y * width + x]! > APART ? run + 1 : 0;
      if (run >= least) return true;
    }
    return false;
  });
}

function isPatch(
  patch: Component,
  label: number,
  labels: Int32Array,
  width: number,
  height: number,
  core: Window,
): boolean {
  const { x0, y0, x1, y1, area } = patch;
  const coreHeight = core.y1 - core.y0;
  if (y0 >= core.y0 || y1 <= core.y1 || x1 <= core.x0 || x0 >= core.x1) return false;
  if (y0 === 0 || y1 === height || y1 - y0 < 1.6 * coreHeight || x1 - x0 < y1 - y0) return false;
  if (area < 0.5 * (x1 - x0) * (y1 - y0)) return false;
  const along = (from: number, to: number, at: (k: number) => number): boolean => {
    let hit = 0;
    for (let k = from; k < to; k++) if (labels[at(k)] === label) hit++;
    return hit >= SIDE_FILL * (to - from);
  };
  return (
    along(x0, x1, (x) => y0 * width + x) &&
    along(x0, x1, (x) => (y1 - 1) * width + x) &&
    along(y0, y1, (y) => y * width + x0) &&
    along(y0, y1, (y) => y * width + x1 - 1)
  );
}

function level(
  pixels: Pixels,
  window: Window,
  patch: Component,
  label: number,
  labels: Int32Array,
  distance: Uint8Array,
): void {
  const width = window.x1 - window.x0;
  const [red, green, blue] = commonColorOf(colorsOf(pixels, window, patch, label, labels));
  for (let y = patch.y0; y < patch.y1; y++) {
    let left = patch.x0;
    let right = patch.x1;
    while (left < right && labels[y * width + left] !== label) left++;
    while (right > left && labels[y * width + right - 1] !== label) right--;
    const isEdgeRow = y === patch.y0 || y === patch.y1 - 1;
    for (let x = left; x < right; x++) {
      const at = ((window.y0 + y) * pixels.width + window.x0 + x) * 3;
      const apart = Math.max(
        Math.abs(pixels.data[at]! - red),
        Math.abs(pixels.data[at + 1]! - green),
        Math.abs(pixels.data[at + 2]! - blue),
      );
      // Its own border and smoothed corners are no ink.
      distance[y * width + x] = isEdgeRow || x - left < 2 || right - x <= 2 ? 0 : apart;
    }
  }
}

function colorsOf(
  { data, width }: Pixels,
  window: Window,
  patch: Component,
  label: number,
  labels: Int32Array,
): number[] {
  const colors: number[] = [];
  for (let y = patch.y0; y < patch.y1; y++)
    for (let x = patch.x0; x < patch.x1; x++) {
      if (labels[y * (window.x1 - window.x0) + x] !== label) continue;
      const at = ((window.y0 + y) * width + window.x0 + x) * 3;
      colors.push((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
    }
  return colors;
}
