import type { Box } from './scene.ts';
import type { Side } from './border.ts';

/** A box by its ends: `[x0, x1) x [y0, y1)`, image pixels. */
export type Bounds = { x0: number; y0: number; x1: number; y1: number };

/** Moves a side outwards. */
export function move(box: Bounds, side: Side, by: number): void {
  if (side === 0) box.y0 -= by;
  else if (side === 1) box.x1 += by;
  else if (side === 2) box.y1 += by;
  else box.x0 -= by;
}

/** Whether every side of two boxes is within `by` pixels. */
export function near(a: Bounds, b: Bounds, by: number): boolean {
  return (
    Math.abs(a.x0 - b.x0) <= by &&
    Math.abs(a.y0 - b.y0) <= by &&
    Math.abs(a.x1 - b.x1) <= by &&
    Math.abs(a.y1 - b.y1) <= by
  );
}

export function contains(outer: Bounds, inner: Bounds): boolean {
  return outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.x1 >= inner.x1 && outer.y1 >= inner.y1;
}

export function areaOf(b: Bounds): number {
  return (b.x1 - b.x0) * (b.y1 - b.y0);
}

export function boxOf(b: Bounds): Box {
  return { x: b.x0, y: b.y0, width: b.x1 - b.x0, height: b.y1 - b.y0 };
}

/** Whether a strip runs along one of a box's sides, outside and within `reach` pixels of it. */
export function liesAlong(strip: Bounds, box: Bounds, reach: number): boolean {
  const horizontal = strip.x1 - strip.x0 >= strip.y1 - strip.y0;
  const [from, to, lo, hi] = horizontal ? [strip.x0, strip.x1, box.x0, box.x1] : [strip.y0, strip.y1, box.y0, box.y1];
  const [at, end, first, last] = horizontal
    ? [strip.y0, strip.y1, box.y0, box.y1]
    : [strip.x0, strip.x1, box.x0, box.x1];
  const beside = (end <= first && first - at <= reach) || (at >= last && end - last <= reach);
  return beside && Math.min(to, hi) - Math.max(from, lo) >= (to - from) * 0.7;
}
