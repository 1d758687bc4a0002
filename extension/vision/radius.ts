import type { Regions } from './regions.ts';
import type { Bounds } from './bounds.ts';
import type { Outline } from './outline.ts';
import type { Box, Shape } from './scene.ts';

/** What a box's corner is drawn with: packed colours and image pixels. */
export interface Edges {
  /** Border widths clockwise from the top, 0 where there is none. */
  widths: readonly number[];
  /** Their colours; the fill's where there is none. */
  colors: readonly number[];
  /** Just inside each side. */
  fills: readonly number[];
}

/** Radii (CSS px) of all four corners of a box that is as round as can be; the box in image pixels. */
export function roundRadius({ width, height }: Box, scale: number): NonNullable<Shape['radius']> {
  const radius = Math.min(width, height) / 2 / scale;
  return [radius, radius, radius, radius];
}

type Corner = 0 | 1 | 2 | 3;

/** Radii that are tried first; the best one's surroundings follow in steps of half a pixel. */
const COARSE = [0, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22, 27, 33, 40, 50];
/** Image pixels: corners are looked at in a square of this size first; in the larger, on every so manieth pixel, if they turn out rounder. */
const SMALL = 16;
const LARGE = 56;
const LARGEST = 400;
/** Image pixels: browsers cover the pixels of an arc a little less than their area, so it looks rounder. Measured on the fixtures. */
const BIAS = 0.3;
/** Levels that a gradient's colour at a corner may be from that at its sides' middles. */
const MAX_DRIFT = 90;
/** A round corner must explain its pixels this much better than a square one. */
const BETTER = 0.7;

/**
 * Radii of a box's four corners (image pixels; [top left, top right, bottom right, bottom left]): each is the
 * one whose anti-aliased drawing (outside, border, fill) comes nearest to the pixels.
 */
export function measureRadii(regions: Regions, box: Bounds, edges: Edges): Outline['radius'] {
  const radius = ([0, 1, 2, 3] as const).map((corner) =>
    cornerRadius(regions, box, edges, corner),
  ) as Outline['radius'];
  return settle(radius, box);
}

function cornerRadius(regions: Regions, box: Bounds, edges: Edges, corner: Corner): number {
  const { packed, width, height } = regions;
  const right = corner === 1 || corner === 2;
  const bottom = corner >= 2;
  const outX = right ? box.x1 : box.x0 - 1;
  const outY = bottom ? box.y1 : box.y0 - 1;
  if (outX < 0 || outY < 0 || outX >= width || outY >= height) return 0;
  const half = Math.min(box.x1 - box.x0, box.y1 - box.y0) / 2;
  const across = bottom ? 2 : 0;
  const along = right ? 1 : 3;
  const scene: Scene = {
    outside: rgb(packed[outY * width + outX]!),
    border: rgb(edges.colors[across]!),
    other: rgb(edges.colors[along]!),
    fill: rgb(edges.fills[across]!),
    top: edges.widths[across]!,
    side: edges.widths[along]!,
  };
  // A square corner's own pixel is all border or fill.
  const own = rgb(packed[(bottom ? box.y1 - 1 : box.y0) * width + (right ? box.x1 - 1 : box.x0)]!);
  if ([scene.border, scene.other].some((c) => apart(own, c) * 3 <= apart(own, scene.outside))) return 0;
  const reach = Math.ceil(half);
  const small = pick(readCorner(regions, box, right, bottom, Math.min(reach, SMALL)), scene, half, COARSE);
  if (small < SMALL - 4 || reach <= SMALL) return small;
  const large = pick(readCorner(regions, box, right, bottom, Math.min(reach, LARGE)), scene, half, [...COARSE, half]);
  if (large < LARGE - 6 || reach <= LARGE) return large;
  // Rounder than that are only circles and pills.
  const round = pick(readCorner(regions, box, right, bottom, Math.min(reach, LARGEST)), scene, half, [half]);
  return Number.isNaN(round) ? large : round;
}

interface Square {
  size: number;
  pixels: Uint32Array;
}

/** The radius that explains a corner's pixels best, NaN where none does much better than a square corner. */
function pick(square: Square, scene: Scene, half: number, radii: readonly number[]): number {
  scene.fill = insideOf(square, scene);
  const sharp = drawnError(square, scene, 0);
  let [best, least] = [0, sharp];
  const consider = (radius: number): void => {
    if (radius <= 0 || radius > half) return;
    const error = drawnError(square, scene, radius);
    if (error < least) [best, least] = [radius, error];
  };
  for (const radius of radii) if (radius <= square.size) consider(radius);
  const around = best;
  const gap = Math.max(1.5, best * 0.2);
  for (let radius = Math.max(0.5, Math.round((around - gap) * 2) / 2); radius <= around + gap; radius += 0.5)
    consider(radius);
  if (least >= sharp * BETTER || best === 0) return NaN;
  if (best === half) return half;
  // Between halves: the vertex of the parabola through the best and its neighbours.
  const below = drawnError(square, scene, best - 0.5);
  const above = drawnError(square, scene, best + 0.5);
  const vertex = best + (0.25 * (below - above)) / Math.max(1, below - 2 * least + above);
  return Math.max(0.5, vertex - BIAS);
}

interface Scene {
  outside: number[];
  border: number[];
  other: number[];
  fill: number[];
  top: number;
  side: number;
}

function apart(a: number[], b: number[]): number {
  return Math.max(...a.map((v, c) => Math.abs(v - b[c]!)));
}

/** What fills this corner, looked at on its diagonal: a card's head differs from its body. */
function insideOf({ size, pixels }: Square, scene: Scene): number[] {
  // Past the roundest arc that fits the square, whose point on the diagonal is at 0.3 of its radius.
  const i = Math.min(size - 1, Math.ceil(0.3 * size + 2 * Math.max(scene.top, scene.side)) + 1);
  const seen = rgb(pixels[i * size + i]!);
  // Without a border the fill reaches the corner itself; what differs much lies on it.
  const other = scene.top === 0 && scene.side === 0 && apart(seen, scene.fill) > MAX_DRIFT;
  return other || apart(seen, scene.outside) <= 3 ? scene.fill : seen;
}

function rgb(packed: number): number[] {
  return [(packed >> 16) & 255, (packed >> 8) & 255, packed & 255];
}

/** A corner's square of pixels, turned so that the corner is at the top left. */
function readCorner({ packed, width }: Regions, box: Bounds, right: boolean, bottom: boolean, reach: number): Square {
  const pixels = new Uint32Array(reach * reach);
  for (let j = 0; j < reach; j++) {
    const row = (bottom ? box.y1 - 1 - j : box.y0 + j) * width;
    for (let i = 0; i < reach; i++) pixels[j * reach + i] = packed[row + (right ? box.x1 - 1 - i : box.x0 + i)]!;
  }
  return { size: reach, pixels };
}

/** Sum of squared differences between a corner's pixels and its drawing with a radius. Only what a radius can change. */
function drawnError({ size, pixels }: Square, scene: Scene, radius: number): number {
  const stride = Math.max(1, Math.round(size / SMALL));
  const innerX = Math.max(0, radius - scene.side);
  const innerY = Math.max(0, radius - scene.top);
  // Under a shadow the ground differs from place to place: what lies just outside the arc counts.
  const beside = Math.floor((1 - Math.SQRT1_2) * radius) - 2;
  const outside = beside >= 0 ? rgb(pixels[beside * size + beside]!) : scene.outside;
  let sum = 0;
  for (let j = 0; j < size; j += stride) {
    for (let i = 0; i < size; i += stride) {
      const outer = arcCoverage(i, j, radius, radius, radius);
      const inner = i + 1 <= scene.side || j + 1 <= scene.top ? 0 : arcCoverage(i, j, radius, innerX, innerY);
      const border = j < i ? scene.border : scene.other;
      const pixel = pixels[j * size + i]!;
      for (let c = 0; c < 3; c++) {
        const drawn =
          outside[c]! * (1 - outer) +
          border[c]! * (outer - Math.min(outer, inner)) +
          scene.fill[c]! * Math.min(outer, inner);
        const d = Math.min(64, Math.abs(((pixel >> (16 - 8 * c)) & 255) - drawn));
        sum += d * d;
      }
    }
  }
  return sum * stride * stride;
}

/** How much of pixel (i, j) lies inside a corner whose arc has its centre at (centre, centre) and the radii rx, ry. */
function arcCoverage(i: number, j: number, centre: number, rx: number, ry: number): number {
  const dx = centre - i - 0.5;
  const dy = centre - j - 0.5;
  if (dx <= 0 || dy <= 0) return 1;
  if (rx <= 0 || ry <= 0) return 1;
  const distance = Math.sqrt((dx * dx) / (rx * rx) + (dy * dy) / (ry * ry));
  return Math.min(1, Math.max(0, (1 - distance) * Math.min(rx, ry) + 0.5));
}

/** Near-equal radii are one; about half the short side is exactly that. */
function settle(measured: Outline['radius'], box: Bounds): Outline['radius'] {
  // A corner that nothing explains has something on it: it is like the others.
  const known = measured.filter((v) => !Number.isNaN(v));
  const usual = known.length ? Math.max(...known) : 0;
  const radius = measured.map((v) => (Number.isNaN(v) ? usual : v));
  const half = Math.min(box.x1 - box.x0, box.y1 - box.y0) / 2;
  const snapped = radius.map((v) => (v > half - Math.max(0.75, half * 0.06) ? half : v)) as Outline['radius'];
  // Two opposite corners alone are never round: something lies in the others.
  for (const i of [0, 1]) {
    const [a, b, c, d] = [0, 1, 2, 3].map((k) => snapped[(i + k) % 4]!) as Outline['radius'];
    if (b === 0 && d === 0 && a > 0 && Math.abs(a - c) <= 1) snapped.fill((a + c) / 2);
  }
  // A square box with two round corners is a circle; something meets it at the others.
  const square = Math.abs(box.x1 - box.x0 - box.y1 + box.y0) <= 1;
  if (square && snapped.filter((v) => v === half).length >= 2) snapped.fill(half);
  const mean = snapped.reduce((s, v) => s + v, 0) / 4;
  if (snapped.every((v) => Math.abs(v - mean) <= Math.max(0.7, mean * 0.08))) snapped.fill(mean);
  return snapped;
}
