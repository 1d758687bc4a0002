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

/** Ends of the ink, to a fraction of a pixel, and how much of it there is (square pixels). */
export interface InkEnds {
  left: number;
  right: number;
  top: number;
  bottom: number;
  area: number;
}

export function inkEnds(coverage: Coverage): InkEnds {
  const { x, y, width, height, data } = coverage;
  const across = findPeaks(coverage, 'columns');
  const down = findPeaks(coverage, 'rows');
  const [firstColumn, lastColumn] = inked(across.peak, width);
  const [firstRow, lastRow] = inked(down.peak, height);
  return {
    left: x + firstColumn + 1 - filled(across, firstColumn, 'after'),
    right: x + lastColumn + filled(across, lastColumn, 'before'),
    top: y + firstRow + 1 - filled(down, firstRow, 'after'),
    bottom: y + lastRow + filled(down, lastRow, 'before'),
    area: data.reduce((sum, value) => sum + value, 0),
  };
}

/** The fullest pixel of each column (or row), and those beside it in the columns (rows) before and after. */
interface Peaks {
  peak: Float32Array;
  before: Float32Array;
  after: Float32Array;
}

function findPeaks({ width, height, data }: Coverage, along: 'columns' | 'rows'): Peaks {
  const [count, length, step, stride] = along === 'columns' ? [width, height, width, 1] : [height, width, 1, width];
  const peaks: Peaks = {
    peak: new Float32Array(count),
    before: new Float32Array(count),
    after: new Float32Array(count),
  };
  for (let i = 0; i < count; i++) {
    let at = i * stride;
    for (let j = 1; j < length; j++) if (data[i * stride + j * step]! > data[at]!) at = i * stride + j * step;
    peaks.peak[i] = data[at]!;
    peaks.before[i] = i > 0 ? data[at - stride]! : 0;
    peaks.after[i] = i + 1 < count ? data[at + stride]! : 0;
  }
  return peaks;
}

/** The first and the last that holds more than a fringe. */
function inked(peak: Float32Array, count: number): [number, number] {
  let first = 0;
  while (first < count - 1 && peak[first]! < FRINGE) first++;
  let last = count - 1;
  while (last > first && peak[last]! < FRINGE) last--;
  return [first, last];
}

/**
 * How much of an outermost column the ink takes: its fullest pixel against the next one inwards. That one may itself be covered
 * in part only, as a thin serif's is.
 */
function filled(peaks: Peaks, at: number, inwards: 'before' | 'after'): number {
  const full = Math.max(peaks.peak[at]!, peaks[inwards][at]!);
  return full > 0 ? peaks.peak[at]! / full : 0;
}

/**
 * Left and right end of each of `count` letters (left, right, left, ...) where columns without ink part them all; undefined where some
 * touch, overlap or have parts side by side.
 */
export function letterEnds(coverage: Coverage, count: number): Float64Array | undefined {
  const peaks = findPeaks(coverage, 'columns');
  for (const gap of GAP_INK) {
    const ends = partedAt(peaks, coverage.x, gap, count);
    if (ends) return ends;
  }
  return undefined;
}

function partedAt(peaks: Peaks, x: number, gap: number, count: number): Float64Array | undefined {
  const { peak } = peaks;
  const found = new Float64Array(count * 2);
  let letters = 0;
  for (let column = 0; column < peak.length; column++) {
    if (peak[column]! < gap) continue;
    const first = column;
    while (column + 1 < peak.length && peak[column + 1]! >= gap) column++;
    if (letters === count) return undefined;
    found[2 * letters] = x + first + 1 - (first < column ? filled(peaks, first, 'after') : peak[first]!);
    found[2 * letters + 1] = x + column + (first < column ? filled(peaks, column, 'before') : peak[first]!);
    letters++;
  }
  return letters === count ? found : undefined;
}
/** Columns between two letters may hold the fringes of both: the clearer gaps are tried first. */
const GAP_INK = [0.15, 0.4];

/** Coverage summed over each row. */
export function rowSums({ width, height, data }: Coverage): Float32Array {
  const sums = new Float32Array(height);
  for (let i = 0; i < data.length; i++) sums[Math.floor(i / width)]! += data[i]!;
  return sums;
}

/**
 * How much sharper the stems are when the word is sheared upright as if it were italic than when it is sheared the other way: the energy
 * of the projection on the x axis, one over the other. About 1 for upright text, whatever its letters; more for italics.
 */
export function slantOf({ width, height, data }: Coverage): number {
  const pad = Math.ceil((height * ITALIC_SHEAR) / 2) + 1;
  const italic = new Float32Array(width + 2 * pad + 1);
  const backward = new Float32Array(width + 2 * pad + 1);
  for (let row = 0; row < height; row++) {
    const shift = (row - height / 2) * ITALIC_SHEAR;
    for (let column = 0; column < width; column++) {
      const value = data[row * width + column]!;
      if (value === 0) continue;
      deposit(italic, column + pad + shift, value);
      deposit(backward, column + pad - shift, value);
    }
  }
  const energy = (sums: Float32Array): number => sums.reduce((total, value) => total + value * value, 0);
  return energy(italic) / Math.max(energy(backward), 1e-6);
}

/** Shares a value between the two places around `at`. */
function deposit(sums: Float32Array, at: number, value: number): void {
  const whole = Math.floor(at);
  sums[whole]! += value * (1 - at + whole);
  sums[whole + 1]! += value * (at - whole);
}
