import type { Bounds } from './bounds.ts';
import type { Regions } from './regions.ts';

/** How far a region reaches: by row its first and last column, by column its first and last row (ends exclusive). */
export interface Profile {
  left: Int32Array;
  right: Int32Array;
  top: Int32Array;
  bottom: Int32Array;
}

export interface Outline {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Image pixels; [top left, top right, bottom right, bottom left]. */
  radius: [number, number, number, number];
  /** Share of the outline that a rounded rectangle explains to the pixel, 0 to 1: of the worst side, and of all. */
  worst: number;
  fit: number;
  /** The same for each side, clockwise from the top. */
  sides: [number, number, number, number];
}

/** A corner may miss this much more than its circle would, as a share of the radius' square, before it isn't one. */
const CORNER_SLACK = 0.12;

/** A part of the picture whose outline is asked for: a region, or a group of them; with its bounds. */
export interface Part extends Bounds {
  id: number;
}

/** Profile of a part: from each side of its bounds inwards to its first pixel. `owner`: each region's part. */
export function profileOf({ label, width }: Regions, { id, x0, y0, x1, y1 }: Part, owner: ArrayLike<number>): Profile {
  const left = new Int32Array(y1 - y0);
  const right = new Int32Array(y1 - y0);
  const top = new Int32Array(x1 - x0);
  const bottom = new Int32Array(x1 - x0);
  for (let y = y0; y < y1; y++) {
    const row = y * width;
    let x = x0;
    while (x < x1 && owner[label[row + x]!] !== id) x++;
    left[y - y0] = x;
    x = x1;
    while (x > x0 && owner[label[row + x - 1]!] !== id) x--;
    right[y - y0] = x;
  }
  for (let x = x0; x < x1; x++) {
    let y = y0;
    while (y < y1 && owner[label[y * width + x]!] !== id) y++;
    top[x - x0] = y;
    y = y1;
    while (y > y0 && owner[label[(y - 1) * width + x]!] !== id) y--;
    bottom[x - x0] = y;
  }
  return { left, right, top, bottom };
}

/**
 * Fits a rounded rectangle to a region's outline. The radii are rough (to about a pixel): the region's blended edge pixels
 * aren't in it. `measureRadii` measures them once the outer edge's colour is known.
 */
export function fitOutline(part: Bounds, profile: Profile): Outline {
  const { x0, y0, x1, y1 } = part;
  const box = { x0, y0, x1, y1 };
  const radius = ([0, 1, 2, 3] as const).map((corner) => roughRadius(profile, box, corner)) as Outline['radius'];
  return { ...box, radius, ...agreement(profile, box, radius) };
}

/** A corner of radius r lacks (1 - pi / 4) r^2 of its square. */
const CORNER_SHARE = 1 - Math.PI / 4;

function roughRadius({ left, right }: Profile, box: Bounds, corner: 0 | 1 | 2 | 3): number {
  const fromRight = corner === 1 || corner === 2;
  const limit = Math.ceil(Math.min(box.x1 - box.x0, box.y1 - box.y0) / 2);
  let missing = 0;
  let previous = Infinity;
  for (let i = 0; i < limit; i++) {
    const row = corner >= 2 ? left.length - 1 - i : i;
    const gap = fromRight ? box.x1 - right[row]! : left[row]! - box.x0;
    if (gap <= 0) break;
    // Not an arc: it goes out again, or its first row is wider than the shape's half.
    if (gap > previous + 1 || gap > limit + 1) return 0;
    previous = gap;
    missing += gap - 0.5;
  }
  return Math.min(limit, Math.sqrt(missing / CORNER_SHARE));
}

/** How far a rounded corner's edge is from the box's at `i` pixels from its end. */
function inset(radius: number, i: number): number {
  return i + 0.5 >= radius ? 0 : radius - Math.sqrt(radius * radius - (radius - i - 0.5) ** 2);
}

/** Share of the outline's rows and columns that end where the rounded rectangle does. */
function agreement(
  { left, right, top, bottom }: Profile,
  box: Bounds,
  radius: Outline['radius'],
): Pick<Outline, 'worst' | 'fit' | 'sides'> {
  const [tl, tr, br, bl] = radius;
  // The arc's blended pixels, and one lost at its outermost point, move the exact colour inwards by up to this.
  const near = (actual: number, ideal: number): boolean =>
    ideal ? actual >= ideal - 1.5 && actual <= ideal + 1.6 + CORNER_SLACK * ideal : actual < 1;
  const share = (ends: Int32Array, gap: (v: number) => number, first: number, last: number): number => {
    let good = 0;
    for (let i = 0; i < ends.length; i++) {
      if (near(gap(ends[i]!), Math.max(inset(first, i), inset(last, ends.length - 1 - i)))) good++;
    }
    return good / ends.length;
  };
  const sides: Outline['sides'] = [
    share(top, (v) => v - box.y0, tl, tr),
    share(right, (v) => box.x1 - v, tr, br),
    share(bottom, (v) => box.y1 - v, bl, br),
    share(left, (v) => v - box.x0, tl, bl),
  ];
  const fit =
    ((sides[1] + sides[3]) * left.length + (sides[0] + sides[2]) * top.length) / (2 * left.length + 2 * top.length);
  return { worst: Math.min(...sides), fit, sides };
}

/** How much of `fill` a pixel has, 0 to 1, where it blends it with `outside`. Packed colours. */
export function coverage(pixel: number, fill: number, outside: number): number {
  let dot = 0;
  let length = 0;
  for (let shift = 0; shift <= 16; shift += 8) {
    const d = ((fill >> shift) & 255) - ((outside >> shift) & 255);
    dot += (((pixel >> shift) & 255) - ((outside >> shift) & 255)) * d;
    length += d * d;
  }
  return length ? Math.min(1, Math.max(0, dot / length)) : 1;
}

/** Whether a pixel's colour lies between two others, on the line that joins them. */
export function blends(pixel: number, a: number, b: number): boolean {
  const t = coverage(pixel, a, b);
  for (let shift = 0; shift <= 16; shift += 8) {
    const from = (b >> shift) & 255;
    if (Math.abs(((pixel >> shift) & 255) - from - (((a >> shift) & 255) - from) * t) > 6) return false;
  }
  return true;
}

/**
 * Moves a box's sides out by the pixel that an arc's outermost point blends: the exact colour starts one further in.
 * `edge`: packed colours of the outer edge, clockwise from the top.
 */
export function stretchRoundEnds({ packed, width, height }: Regions, box: Bounds, edge: readonly number[]): void {
  const midX = (box.x0 + box.x1) >> 1;
  const midY = (box.y0 + box.y1) >> 1;
  const mostly = (x: number, y: number, dx: number, dy: number, color: number): boolean => {
    if (x + dx < 0 || y + dy < 0 || x + dx >= width || y + dy >= height) return false;
    const pixel = packed[y * width + x]!;
    const outside = packed[(y + dy) * width + x + dx]!;
    return pixel !== outside && coverage(pixel, color, outside) > 0.6 && blends(pixel, color, outside);
  };
  if (mostly(midX, box.y0 - 1, 0, -1, edge[0]!)) box.y0--;
  if (mostly(box.x1, midY, 1, 0, edge[1]!)) box.x1++;
  if (mostly(midX, box.y1, 0, 1, edge[2]!)) box.y1++;
  if (mostly(box.x0 - 1, midY, -1, 0, edge[3]!)) box.x0--;
}
