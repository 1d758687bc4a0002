import { colorDistance } from './pixels.ts';
import type { Pixels, Rgb } from './pixels.ts';

/** A part of the picture in whole pixels: `[x0, x1) x [y0, y1)`. */
export interface Window {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Colours are counted in cells of 8 values a channel, so that noise and dithering don't split them. */
const CELL_BITS = 5;
const CELL_SHIFT = 8 - CELL_BITS;
const counts = new Uint32Array(1 << (3 * CELL_BITS));

/** So many pixels, evenly spread, tell which colour is common. */
const ENOUGH = 1500;
/** Nearer than this (largest difference of any channel) a pixel has the common colour. */
const NEAR = 12;

/**
 * The most common colour of a window, its solid background where it has one, and the share of the window that has it. Within
 * the commonest cell of similar colours it is the commonest exact one, so that a rendered background comes out exact. The
 * window must not be empty.
 */
export function commonColor(pixels: Pixels, window: Window): { color: Rgb; share: number } {
  const colors = sampled(pixels, window);
  const color = commonColorOf(colors);
  let near = 0;
  for (const other of colors) if (colorDistance(unpacked(other), color) <= NEAR) near++;
  return { color, share: near / colors.length };
}

/** The most common of packed colours (0xrrggbb), of which there must be one. */
export function commonColorOf(colors: readonly number[]): Rgb {
  let best = cellOf(colors[0]!);
  for (const color of colors) {
    const cell = cellOf(color);
    if (++counts[cell]! > counts[best]!) best = cell;
  }
  for (const color of colors) counts[cellOf(color)] = 0;
  return unpacked(mostCommon(colors.filter((color) => cellOf(color) === best)));
}

function sampled({ data, width }: Pixels, { x0, y0, x1, y1 }: Window): number[] {
  const colors: number[] = [];
  // Odd, so that it doesn't fall into step with a pattern of two.
  const step = Math.max(1, Math.round(((x1 - x0) * (y1 - y0)) / ENOUGH)) | 1;
  let skip = 0;
  for (let y = y0; y < y1; y++) {
    let x = x0 + skip;
    for (; x < x1; x += step) {
      const at = (y * width + x) * 3;
      colors.push((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
    }
    skip = x - x1;
  }
  return colors;
}

function mostCommon(colors: readonly number[]): number {
  const exact = new Map<number, number>();
  let best = colors[0]!;
  for (const color of colors) {
    const count = (exact.get(color) ?? 0) + 1;
    exact.set(color, count);
    if (count > exact.get(best)!) best = color;
  }
  return best;
}

function cellOf(color: number): number {
  return (
    (((color >> 16) >> CELL_SHIFT) << (2 * CELL_BITS)) |
    ((((color >> 8) & 255) >> CELL_SHIFT) << CELL_BITS) |
    ((color & 255) >> CELL_SHIFT)
  );
}

function unpacked(color: number): Rgb {
  return [color >> 16, (color >> 8) & 255, color & 255];
}

/** Largest difference of any channel from a colour, for every pixel of a window, row by row. */
export function distanceFrom(pixels: Pixels, { x0, y0, x1, y1 }: Window, [red, green, blue]: Rgb): Uint8Array {
  const distance = new Uint8Array((x1 - x0) * (y1 - y0));
  for (let y = y0, i = 0; y < y1; y++)
    for (let x = x0, at = (y * pixels.width + x0) * 3; x < x1; x++, at += 3, i++)
      distance[i] = Math.max(
        Math.abs(pixels.data[at]! - red),
        Math.abs(pixels.data[at + 1]! - green),
        Math.abs(pixels.data[at + 2]! - blue),
      );
  return distance;
}

/** A window cut to the picture. */
export function clipped(window: Window, { width, height }: { width: number; height: number }): Window {
  return {
    x0: Math.max(0, Math.min(width, Math.floor(window.x0))),
    y0: Math.max(0, Math.min(height, Math.floor(window.y0))),
    x1: Math.max(0, Math.min(width, Math.ceil(window.x1))),
    y1: Math.max(0, Math.min(height, Math.ceil(window.y1))),
  };
}
