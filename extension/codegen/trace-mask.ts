/**
 * Traces the mask of a one-colour icon to an SVG path: contours by marching squares (Lorensen and Cline, 1987, in the plane),
 * corners where the contour turns sharply, and between corners lines or fitted cubic Béziers.
 */
import { contoursOf, type Point } from './contours.ts';
import { fitCurve, type Cubic } from './fit-curve.ts';
import type { TracedIcon } from './trace.ts';

/** Contours of less than this area, in square mask pixels, are specks. */
const LEAST_AREA = 0.4;
/** How far a fitted curve may be from the contour, in mask pixels: below what anti-aliasing shows. */
const TOLERANCE = 0.2;
/** Turning angle, in degrees, from which a point is a corner. */
const CORNER = 50;

/**
 * @param mask coverage of each pixel, 0 to 255, row by row
 * @returns `undefined` for a mask with nothing in it
 */
export function traceMask(mask: Uint8Array, width: number, height: number): TracedIcon | undefined {
  const contours = contoursOf(mask, width, height).filter((points) => Math.abs(areaOf(points)) >= LEAST_AREA);
  if (contours.length === 0) return undefined;
  return { path: contours.map(pathOf).join(''), width, height };
}

function areaOf(points: readonly Point[]): number {
  let twice = 0;
  points.forEach(([x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!;
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}

function pathOf(contour: Point[]): string {
  const { points, corners } = sharpen(contour);
  const pen = new Pen();
  const first = corners[0] ?? 0;
  pen.move(points[first]!);
  const stops = corners.length ? corners : [0];
  stops.forEach((from, i) => {
    const to = stops[(i + 1) % stops.length]!;
    const piece = between(points, from, to);
    for (const cubic of fitCurve(piece, TOLERANCE, corners.length === 0)) pen.draw(cubic);
  });
  return pen.close();
}

/** Points from index `from` to `to` of a closed contour, once around where they are the same. */
function between(points: Point[], from: number, to: number): Point[] {
  if (to > from) return points.slice(from, to + 1);
  return [...points.slice(from), ...points.slice(0, to + 1)];
}

/** Over this many mask pixels to both sides a corner's direction is taken. */
const REACH = 1.6;

/**
 * Marching squares cut every corner. Where the contour turns sharply within a pixel, the lines before and after are carried
 * on to where they meet.
 */
function sharpen(contour: Point[]): { points: Point[]; corners: number[] } {
  const n = contour.length;
  const turns = contour.map((_, i) => turnAt(contour, i));
  const points: Point[] = [];
  const corners: number[] = [];
  const taken = new Uint8Array(n);
  const peaks = turns
    .map((turn, i) => ({ turn, i }))
    .filter(({ turn }) => turn >= CORNER)
    .sort((a, b) => b.turn - a.turn || a.i - b.i);
  const meeting = new Map<number, Point>();
  for (const { i } of peaks) {
    if (taken[i]) continue;
    const near = neighbourhood(contour, i);
    for (const j of near) taken[j] = 1;
    meeting.set(i, meet(contour, i));
    for (const j of near) if (j !== i) taken[j] = 2;
  }
  contour.forEach((point, i) => {
    const corner = meeting.get(i);
    if (corner) {
      corners.push(points.length);
      points.push(corner);
    } else if (taken[i] !== 2) points.push(point);
  });
  return { points, corners };
}

const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(ax - bx, ay - by);

/** Index of the point `reach` along the contour from `i`. */
function along(contour: Point[], i: number, reach: number, step: 1 | -1): number {
  const n = contour.length;
  let left = reach;
  let at = i;
  for (let k = 0; k < n; k++) {
    const next = (at + step + n) % n;
    left -= distance(contour[at]!, contour[next]!);
    at = next;
    if (left <= 0) break;
  }
  return at;
}

function turnAt(contour: Point[], i: number): number {
  const [x, y] = contour[i]!;
  const [ax, ay] = contour[along(contour, i, REACH, -1)]!;
  const [bx, by] = contour[along(contour, i, REACH, 1)]!;
  const turn = Math.atan2(by - y, bx - x) - Math.atan2(y - ay, x - ax);
  return (Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn))) * 180) / Math.PI;
}

/** Contour points so close to a corner that they are part of its cut. */
function neighbourhood(contour: Point[], i: number): number[] {
  const near: number[] = [i];
  for (const step of [1, -1] as const) {
    let at = i;
    for (let k = 0; k < contour.length; k++) {
      at = (at + step + contour.length) % contour.length;
      if (at === i || distance(contour[at]!, contour[i]!) > CUT) break;
      near.push(at);
    }
  }
  return near;
}

/** A cut corner is at most this long, in mask pixels. */
const CUT = 0.8;
/** The meeting point is at most this far from the contour. */
const FARTHEST = 1.2;

function meet(contour: Point[], i: number): Point {
  const before = [along(contour, i, CUT + 1.2, -1), along(contour, i, CUT, -1)].map((j) => contour[j]!) as [
    Point,
    Point,
  ];
  const after = [along(contour, i, CUT, 1), along(contour, i, CUT + 1.2, 1)].map((j) => contour[j]!) as [Point, Point];
  const [[ax, ay], [bx, by]] = before;
  const [[cx, cy], [dx, dy]] = after;
  const cross = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (Math.abs(cross) < 1e-6) return contour[i]!;
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / cross;
  const met: Point = [ax + t * (bx - ax), ay + t * (by - ay)];
  return distance(met, contour[i]!) <= FARTHEST ? met : contour[i]!;
}

/** Writes relative commands, rounded to a tenth of a pixel without the rounding adding up. */
class Pen {
  private x = 0;
  private y = 0;
  private text = '';

  move([x, y]: Point): void {
    this.x = tenth(x);
    this.y = tenth(y);
    this.text += `M${this.x} ${this.y}`;
  }

  draw({ b, c, d, straight }: Cubic): void {
    const [dx, dy] = this.relative(d);
    if (straight) {
      if (dx === 0 && dy === 0) return;
      this.text += dy === 0 ? `h${dx}` : dx === 0 ? `v${dy}` : `l${pair(dx, dy)}`;
    } else this.text += `c${pair(...this.relative(b))}${join(...this.relative(c))}${join(dx, dy)}`;
    this.x = tenth(this.x + dx);
    this.y = tenth(this.y + dy);
  }

  close(): string {
    return `${this.text}z`;
  }

  private relative([x, y]: Point): [number, number] {
    return [tenth(x - this.x), tenth(y - this.y)];
  }
}

const tenth = (value: number): number => Math.round(value * 10) / 10 || 0;
const short = (value: number): string => String(value).replace(/^(-?)0\./, '$1.');
const pair = (x: number, y: number): string => `${short(x)}${y < 0 ? '' : ' '}${short(y)}`;
const join = (x: number, y: number): string => `${x < 0 ? '' : ' '}${pair(x, y)}`;
