import type { Box, Shape } from '../vision/scene.ts';

/** Edges in CSS pixels from the top left of the page. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function rectOf(box: Box, scale: number): Rect {
  return {
    left: box.x / scale,
    top: box.y / scale,
    right: (box.x + box.width) / scale,
    bottom: (box.y + box.height) / scale,
  };
}

/** What lies within a box's border, whose widths are CSS pixels too. */
export function insideBorder({ left, top, right, bottom }: Rect, border: Shape['border']): Rect {
  return {
    left: left + (border?.left?.width ?? 0),
    top: top + (border?.top?.width ?? 0),
    right: right - (border?.right?.width ?? 0),
    bottom: bottom - (border?.bottom?.width ?? 0),
  };
}

/** Back to image pixels. */
export function boxOf(rect: Rect, scale: number): Box {
  return {
    x: rect.left * scale,
    y: rect.top * scale,
    width: (rect.right - rect.left) * scale,
    height: (rect.bottom - rect.top) * scale,
  };
}

export const widthOf = (r: Rect): number => r.right - r.left;
export const heightOf = (r: Rect): number => r.bottom - r.top;
export const areaOf = (r: Rect): number => Math.max(0, widthOf(r)) * Math.max(0, heightOf(r));
export const middleX = (r: Rect): number => (r.left + r.right) / 2;
export const middleY = (r: Rect): number => (r.top + r.bottom) / 2;

/** Length that two rectangles share along x; negative is the gap between them. */
export const sharedX = (a: Rect, b: Rect): number => Math.min(a.right, b.right) - Math.max(a.left, b.left);
export const sharedY = (a: Rect, b: Rect): number => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);

export function unionOf(rects: Rect[]): Rect {
  return {
    left: Math.min(...rects.map((r) => r.left)),
    top: Math.min(...rects.map((r) => r.top)),
    right: Math.max(...rects.map((r) => r.right)),
    bottom: Math.max(...rects.map((r) => r.bottom)),
  };
}

/** Share of `inner`'s area that lies in `outer`, in [0, 1]. */
export function insideShare(inner: Rect, outer: Rect): number {
  const w = sharedX(inner, outer);
  const h = sharedY(inner, outer);
  const area = areaOf(inner);
  return w > 0 && h > 0 && area > 0 ? (w * h) / area : 0;
}

export function near(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance;
}

/** Middle value of a list that isn't empty. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}
