/** Fits cubic Béziers to points: Schneider, "An algorithm for automatically fitting digitized curves", Graphics Gems, 1990. */
import type { Point } from './contours.ts';

export interface Cubic {
  a: Point;
  b: Point;
  c: Point;
  d: Point;
  /** A line from `a` to `d`. */
  straight: boolean;
}

/** Reparametrisations before a curve is split. */
const ITERATIONS = 4;

/** @param closed the first and last point are one, and the curve is smooth there */
export function fitCurve(points: readonly Point[], tolerance: number, closed: boolean): Cubic[] {
  const clean = points.filter((point, i) => i === 0 || length(minus(point, points[i - 1]!)) > 1e-9);
  if (clean.length < 2) return [];
  const seam = closed ? unit(minus(clean[1]!, clean.at(-2)!)) : undefined;
  return fit(clean, seam ?? startTangent(clean), seam ? scale(seam, -1) : endTangent(clean), tolerance);
}

function fit(points: Point[], tangentA: Point, tangentD: Point, tolerance: number): Cubic[] {
  const a = points[0]!;
  const d = points.at(-1)!;
  if (isStraight(points, tolerance)) return [{ a, b: a, c: d, d, straight: true }];
  let parameters = chordLengths(points);
  let curve = leastSquares(points, parameters, tangentA, tangentD);
  let worst = farthest(points, curve, parameters);
  for (let i = 0; i < ITERATIONS && worst.error > tolerance && worst.error < 4 * tolerance; i++) {
    parameters = parameters.map((t, j) => improve(curve, points[j]!, t));
    curve = leastSquares(points, parameters, tangentA, tangentD);
    worst = farthest(points, curve, parameters);
  }
  if (worst.error <= tolerance || points.length < 4) return [curve];
  const at = Math.min(Math.max(worst.at, 1), points.length - 2);
  const tangent = unit(minus(points[at - 1]!, points[at + 1]!));
  return [
    ...fit(points.slice(0, at + 1), tangentA, tangent, tolerance),
    ...fit(points.slice(at), scale(tangent, -1), tangentD, tolerance),
  ];
}

function isStraight(points: Point[], tolerance: number): boolean {
  const a = points[0]!;
  const along = minus(points.at(-1)!, a);
  const size = length(along);
  if (size < 1e-9) return false;
  return points.every((point) => {
    const [x, y] = minus(point, a);
    const position = (x * along[0] + y * along[1]) / size;
    return (
      Math.abs(x * along[1] - y * along[0]) / size <= tolerance && position > -tolerance && position < size + tolerance
    );
  });
}

/** Control points along the given tangents that come closest to the points at their parameters. */
function leastSquares(points: Point[], parameters: number[], tangentA: Point, tangentD: Point): Cubic {
  const a = points[0]!;
  const d = points.at(-1)!;
  let [c00, c01, c11, x0, x1] = [0, 0, 0, 0, 0];
  points.forEach((point, i) => {
    const t = parameters[i]!;
    const s = 1 - t;
    const [b0, b1, b2, b3] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    const [left, right] = [scale(tangentA, b1), scale(tangentD, b2)];
    c00 += dot(left, left);
    c01 += dot(left, right);
    c11 += dot(right, right);
    const rest: Point = [
      point[0] - a[0] * (b0 + b1) - d[0] * (b2 + b3),
      point[1] - a[1] * (b0 + b1) - d[1] * (b2 + b3),
    ];
    x0 += dot(left, rest);
    x1 += dot(right, rest);
  });
  const determinant = c00 * c11 - c01 * c01;
  const chord = length(minus(d, a));
  let left = determinant === 0 ? 0 : (x0 * c11 - x1 * c01) / determinant;
  let right = determinant === 0 ? 0 : (c00 * x1 - c01 * x0) / determinant;
  // Wu and Barsky's heuristic where the system has no good answer.
  if (left < chord * 1e-3 || right < chord * 1e-3 || left > 3 * chord || right > 3 * chord) left = right = chord / 3;
  return { a, b: plus(a, scale(tangentA, left)), c: plus(d, scale(tangentD, right)), d, straight: false };
}

function chordLengths(points: Point[]): number[] {
  const sums = [0];
  for (let i = 1; i < points.length; i++) sums.push(sums[i - 1]! + length(minus(points[i]!, points[i - 1]!)));
  const total = sums.at(-1)!;
  return sums.map((sum) => sum / total);
}

function pointAt({ a, b, c, d }: Cubic, t: number): Point {
  const s = 1 - t;
  const mix = (i: 0 | 1): number => s * s * s * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t * t * t * d[i];
  return [mix(0), mix(1)];
}

function farthest(points: Point[], curve: Cubic, parameters: number[]): { error: number; at: number } {
  let worst = { error: 0, at: points.length >> 1 };
  points.forEach((point, at) => {
    const error = length(minus(point, pointAt(curve, parameters[at]!)));
    if (error > worst.error) worst = { error, at };
  });
  return worst;
}

/** One Newton step towards the curve's point nearest to `point`. */
function improve(curve: Cubic, point: Point, t: number): number {
  const { a, b, c, d } = curve;
  const s = 1 - t;
  const off = minus(pointAt(curve, t), point);
  const derive = (i: 0 | 1): number => 3 * (s * s * (b[i] - a[i]) + 2 * s * t * (c[i] - b[i]) + t * t * (d[i] - c[i]));
  const derive2 = (i: 0 | 1): number => 6 * (s * (c[i] - 2 * b[i] + a[i]) + t * (d[i] - 2 * c[i] + b[i]));
  const first: Point = [derive(0), derive(1)];
  const second: Point = [derive2(0), derive2(1)];
  const denominator = dot(first, first) + dot(off, second);
  return Math.abs(denominator) < 1e-9 ? t : Math.min(1, Math.max(0, t - dot(off, first) / denominator));
}

/** Directions are taken over this many points: one step of a contour is too noisy. */
const TANGENT_POINTS = 2;

const startTangent = (points: Point[]): Point =>
  unit(minus(points[Math.min(TANGENT_POINTS, points.length - 1)]!, points[0]!));
const endTangent = (points: Point[]): Point =>
  unit(minus(points[Math.max(0, points.length - 1 - TANGENT_POINTS)]!, points.at(-1)!));

const minus = (p: Point, q: Point): Point => [p[0] - q[0], p[1] - q[1]];
const plus = (p: Point, q: Point): Point => [p[0] + q[0], p[1] + q[1]];
const scale = (p: Point, by: number): Point => [p[0] * by, p[1] * by];
const dot = (p: Point, q: Point): number => p[0] * q[0] + p[1] * q[1];
const length = (p: Point): number => Math.hypot(p[0], p[1]);
const unit = (p: Point): Point => (length(p) < 1e-9 ? [1, 0] : scale(p, 1 / length(p)));
