import type { Window } from './ground.ts';
import type { Pixels, Rgb } from './pixels.ts';

/** A background that changes smoothly: for each channel `a + b x + c y + d y y`, with x and y in [-1, 1] over a window. */
export interface Slope {
  window: Window;
  /** Four coefficients for each of red, green and blue. */
  coefficients: [Float64Array, Float64Array, Float64Array];
  /** Share of the window's pixels that it explains: the rest is ink. */
  share: number;
}

const TERMS = 4;
/** So many pixels, evenly spread, are enough to fit it. */
const ENOUGH = 2500;
const ROUNDS = 6;
/** Least trimmed squares (Rousseeuw, 1984): each round keeps the pixels that fit best. Text covers less than the rest. */
const KEPT = 0.6;
/** Nearer than this (0 to 255) a pixel is background. */
const NEAR = 12;

/** Fits a smooth background to a window, past the text on it. The window must not be empty. */
export function fitSlope(pixels: Pixels, window: Window): Slope {
  const { points, colors } = sample(pixels, window);
  const count = colors.length / 3;
  const all = Array.from({ length: count }, (_, i) => i);
  let kept = all;
  let coefficients: Slope['coefficients'] = [new Float64Array(TERMS), new Float64Array(TERMS), new Float64Array(TERMS)];
  const errors = new Float64Array(count);
  for (let round = 0; round < ROUNDS; round++) {
    coefficients = solve(points, colors, kept);
    for (let i = 0; i < count; i++) errors[i] = errorAt(coefficients, points, colors, i);
    const limit = Math.max(NEAR / 2, errors.toSorted()[Math.floor(KEPT * (count - 1))]!);
    kept = all.filter((i) => errors[i]! <= limit);
  }
  return { window, coefficients, share: errors.filter((error) => error <= NEAR).length / count };
}

/** Its colour at a place of the picture. */
export function slopeAt({ window, coefficients }: Slope, x: number, y: number): Rgb {
  const u = unit(x, window.x0, window.x1);
  const v = unit(y, window.y0, window.y1);
  const at = (c: Float64Array): number =>
    Math.max(0, Math.min(255, Math.round(c[0]! + c[1]! * u + c[2]! * v + c[3]! * v * v)));
  return [at(coefficients[0]), at(coefficients[1]), at(coefficients[2])];
}

/** Largest difference of any channel from a smooth background, for every pixel of a window, row by row. */
export function distanceFromSlope(pixels: Pixels, { x0, y0, x1, y1 }: Window, slope: Slope): Uint8Array {
  const distance = new Uint8Array((x1 - x0) * (y1 - y0));
  for (let y = y0, i = 0; y < y1; y++)
    for (let x = x0, at = (y * pixels.width + x0) * 3; x < x1; x++, at += 3, i++) {
      const [red, green, blue] = slopeAt(slope, x, y);
      distance[i] = Math.max(
        Math.abs(pixels.data[at]! - red),
        Math.abs(pixels.data[at + 1]! - green),
        Math.abs(pixels.data[at + 2]! - blue),
      );
    }
  return distance;
}

/** Clamped: past its window a curve would run away. */
function unit(value: number, from: number, to: number): number {
  return Math.max(-1.2, Math.min(1.2, (2 * (value + 0.5 - from)) / (to - from) - 1));
}

function sample({ data, width }: Pixels, window: Window): { points: Float64Array; colors: Float64Array } {
  const { x0, y0, x1, y1 } = window;
  const total = (x1 - x0) * (y1 - y0);
  // Odd, so that it doesn't fall into step with a pattern of two.
  const step = Math.max(1, Math.round(total / ENOUGH)) | 1;
  const count = Math.ceil(total / step);
  const points = new Float64Array(count * TERMS);
  const colors = new Float64Array(count * 3);
  for (let i = 0; i < count; i++) {
    const x = x0 + ((i * step) % (x1 - x0));
    const y = y0 + Math.floor((i * step) / (x1 - x0));
    const v = unit(y, y0, y1);
    points.set([1, unit(x, x0, x1), v, v * v], i * TERMS);
    for (let c = 0; c < 3; c++) colors[i * 3 + c] = data[(y * width + x) * 3 + c]!;
  }
  return { points, colors };
}

function errorAt(coefficients: Slope['coefficients'], points: Float64Array, colors: Float64Array, i: number): number {
  let worst = 0;
  for (let c = 0; c < 3; c++) {
    let value = 0;
    for (let k = 0; k < TERMS; k++) value += coefficients[c]![k]! * points[i * TERMS + k]!;
    worst = Math.max(worst, Math.abs(value - colors[i * 3 + c]!));
  }
  return worst;
}

/** Least squares over the kept points, by the normal equations. */
function solve(points: Float64Array, colors: Float64Array, kept: readonly number[]): Slope['coefficients'] {
  const rows = Array.from({ length: TERMS }, () => new Float64Array(TERMS + 3));
  for (const i of kept)
    for (let a = 0; a < TERMS; a++) {
      const row = rows[a]!;
      const value = points[i * TERMS + a]!;
      for (let b = 0; b < TERMS; b++) row[b]! += value * points[i * TERMS + b]!;
      for (let c = 0; c < 3; c++) row[TERMS + c]! += value * colors[i * 3 + c]!;
    }
  // A little of nothing keeps it solvable where a window is one row or column.
  rows.forEach((row, a) => (row[a]! += 1e-6 * (kept.length + 1)));
  eliminate(rows);
  const solution = (c: number): Float64Array => Float64Array.from(rows, (row, a) => row[TERMS + c]! / row[a]!);
  return [solution(0), solution(1), solution(2)];
}

/** Gauss-Jordan; the matrix is positive definite, so no pivoting. */
function eliminate(rows: Float64Array[]): void {
  rows.forEach((pivot, a) =>
    rows.forEach((row, b) => {
      if (a === b) return;
      const factor = row[a]! / pivot[a]!;
      for (let k = a; k < row.length; k++) row[k]! -= factor * pivot[k]!;
    }),
  );
}
