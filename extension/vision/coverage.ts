import type { Box } from './scene.ts';
import type { Pixels, RawLine, Rgb } from './pixels.ts';

/** How much of each pixel in a box (image pixels) the ink of one word covers: 0 to 1, row by row. */
export interface Coverage {
  x: number;
  y: number;
  width: number;
  height: number;
  data: Float32Array;
}

/** Fainter than this is a fringe, not an edge. */
const FRINGE = 0.1;
/** Horizontal shift a row upwards of common italics: the tangent of 12 degrees. */
const ITALIC_SHEAR = 0.21;

/** Where on the line from background to colour each pixel of `box` lies. */
export function coverageOf(pixels: Pixels, box: Box, background: Rgb, color: Rgb): Coverage {
  const { x, y, width, height } = box;
  const data = new Float32Array(width * height);
  const [red, green, blue] = [color[0] - background[0], color[1] - background[1], color[2] - background[2]];
  const length = red ** 2 + green ** 2 + blue ** 2;
  if (length === 0) return { x, y, width, height, data };
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const at = ((y + row) * pixels.width + x + column) * 3;
      const along =
        (pixels.data[at]! - background[0]) * red +
        (pixels.data[at + 1]! - background[1]) * green +
        (pixels.data[at + 2]! - background[2]) * blue;
      data[row * width + column] = Math.min(1, Math.max(0, along / length));
    }
  return { x, y, width, height, data };
}

/** Whether a pixel is the text's: by the line's ink inside its box; just outside, where only fringes are, it is. */
export function owns(raw: RawLine, x: number, y: number): boolean {
  const column = x - raw.box.x;
  const row = y - raw.box.y;
  if (column < 0 || row < 0 || column >= raw.ink.width || row >= raw.ink.height) return true;
  return raw.ink.data[row * raw.ink.width + column]! > 0;
}

/** Ends of the ink, to a fraction of a pixel: a column or row that is half covered at its fullest counts half. */
export function inkEnds({ x, y, width, height, data }: Coverage): {
  left: number;
  right: number;
  top: number;
  bottom: number;
  area: number;
} {
  const columns = new Float32Array(width);
  const rows = new Float32Array(height);
  let area = 0;
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const value = data[row * width + column]!;
      area += value;
      if (value > columns[column]!) columns[column] = value;
      if (value > rows[row]!) rows[row] = value;
    }
  const [left, right] = ends(columns);
  const [top, bottom] = ends(rows);
  return { left: x + left, right: x + right, top: y + top, bottom: y + bottom, area };
}

function ends(peaks: Float32Array): [number, number] {
  let first = 0;
  while (first < peaks.length - 1 && peaks[first]! < FRINGE) first++;
  let last = peaks.length - 1;
  while (last > first && peaks[last]! < FRINGE) last--;
  return [first + 1 - filled(peaks, first, 1), last + filled(peaks, last, -1)];
}

/** How much of an outermost column (or row) the ink takes: its peak against that of the next one inwards. */
function filled(peaks: Float32Array, at: number, inwards: 1 | -1): number {
  return Math.min(1, peaks[at]! / Math.max(peaks[at]!, peaks[at + inwards] ?? 0));
}

/**
 * Left and right end of each of `count` letters (left, right, left, ...) where columns without ink part them all; undefined where some
 * touch, overlap or have parts side by side.
 */
export function letterEnds({ x, width, height, data }: Coverage, count: number): Float64Array | undefined {
  const peaks = new Float32Array(width);
  for (let i = 0; i < width * height; i++) {
    const column = i % width;
    if (data[i]! > peaks[column]!) peaks[column] = data[i]!;
  }
  const found = new Float64Array(count * 2);
  let letters = 0;
  for (let column = 0; column < width; column++) {
    if (peaks[column]! < GAP_INK) continue;
    const first = column;
    while (column + 1 < width && peaks[column + 1]! >= GAP_INK) column++;
    if (letters === count) return undefined;
    found[2 * letters] = x + first + 1 - (first < column ? filled(peaks, first, 1) : peaks[first]!);
    found[2 * letters + 1] = x + column + (first < column ? filled(peaks, column, -1) : peaks[first]!);
    letters++;
  }
  return letters === count ? found : undefined;
}
/** Columns between two letters may hold the fringes of both. */
const GAP_INK = 0.15;

/** Coverage summed over each row. */
export function rowSums({ width, height, data }: Coverage): Float32Array {
  const sums = new Float32Array(height);
  for (let i = 0; i < data.length; i++) sums[Math.floor(i / width)]! += data[i]!;
  return sums;
}

/**
 * How much sharper the stems are when the word is sheared upright than as it stands: the energy of the projection on the
 * x axis, one over the other. Above 1 speaks for italics.
 */
export function slantOf({ width, height, data }: Coverage): number {
  const pad = Math.ceil(height * ITALIC_SHEAR) + 1;
  const upright = new Float32Array(width + 2 * pad);
  const sheared = new Float32Array(width + 2 * pad);
  for (let row = 0; row < height; row++) {
    const shift = (row - height / 2) * ITALIC_SHEAR + pad;
    const whole = Math.floor(shift);
    const rest = shift - whole;
    for (let column = 0; column < width; column++) {
      const value = data[row * width + column]!;
      if (value === 0) continue;
      upright[column + pad]! += value;
      sheared[column + whole]! += value * (1 - rest);
      sheared[column + whole + 1]! += value * rest;
    }
  }
  const energy = (sums: Float32Array): number => sums.reduce((total, value) => total + value * value, 0);
  return energy(sheared) / Math.max(energy(upright), 1e-6);
}
