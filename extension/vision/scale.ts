import type { Pixels } from './pixels.ts';

/** Device scales that screenshots have. */
export const DEVICE_SCALES = [1, 1.25, 1.5, 2, 3] as const;
export type DeviceScale = (typeof DEVICE_SCALES)[number];

/** Coordinates of long straight edges of boxes, image pixels. */
export type Edges = readonly number[];

/** An edge counts if it is straight for so many pixels: a large letter's stem is shorter even at scale 3. */
const LEAST_LENGTH = 100;
/** How strong it must be, and how even along each side (0 to 255). */
const LEAST_STEP = 10;
const EVEN = 4;
/** The first screen of a tall page tells as much as all of it. */
const MOST_PIXELS = 1_200_000;

/** Natural logarithm of how common each scale is among screenshots. */
const PRIOR: Record<DeviceScale, number> = { 1: 0, 1.25: -2.5, 1.5: -2.5, 2: -0.7, 3: -1.6 };
/** Share of edges that lie on the grid of whole CSS pixels at scales 2 and 3; the rest come from pictures and odd sizes. */
const ON_GRID = 0.96;
/** Edges depend on each other: one page in twenty at scale 1 has all of them on even coordinates. So many tell what all tell. */
const MOST_EDGES = 4;
/** Most of a page's text is about so many CSS pixels high, give or take a quarter. */
const BODY_SIZE = 15;
const BODY_SPREAD = 0.25;
/** A title page has little but large text. */
const LEAST_TEXT_EVIDENCE = -3.5;
/** Viewports that people have, CSS pixels, and what it counts to be one. */
const COMMON_WIDTHS = [
  320, 360, 375, 384, 390, 393, 402, 411, 412, 414, 428, 430, 440, 768, 800, 810, 820, 834, 1024, 1280, 1366, 1440,
  1512, 1536, 1600, 1680, 1728, 1920,
];
const COMMON_WIDTH = 2;
/** Narrower than any phone. */
const LEAST_WIDTH = 300;
const TOO_NARROW = -1.5;

/**
 * Image pixels for a CSS pixel, the likeliest given what was measured. Layout puts boxes on whole CSS pixels, so at scale 2
 * nearly all edges have even coordinates, at 3 multiples of three, while a page at 1 has odd ones, if only from its 1 px
 * borders. At 1.25 and 1.5 only sizes tell. `textSize` is the height of most of its text in image pixels (em), where known.
 */
export function estimateScale(width: number, edges: Edges, textSize?: number): DeviceScale {
  const score = (scale: DeviceScale): number =>
    PRIOR[scale] + edgeEvidence(edges, scale) + widthEvidence(width / scale) + textEvidence(textSize, scale);
  return DEVICE_SCALES.reduce((best, scale) => (score(scale) > score(best) ? scale : best));
}

/** Log likelihood against that of coordinates that have no grid. */
function edgeEvidence(edges: Edges, scale: DeviceScale): number {
  if (scale !== 2 && scale !== 3) return 0;
  const on = edges.filter((at) => at % scale === 0).length;
  const weight = Math.min(1, MOST_EDGES / Math.max(1, edges.length));
  return (
    weight * (on * Math.log(ON_GRID * scale) + (edges.length - on) * Math.log(((1 - ON_GRID) * scale) / (scale - 1)))
  );
}

function widthEvidence(width: number): number {
  if (width < LEAST_WIDTH) return TOO_NARROW;
  return COMMON_WIDTHS.some((common) => Math.abs(width - common) < 0.5) ? COMMON_WIDTH : 0;
}

function textEvidence(size: number | undefined, scale: DeviceScale): number {
  if (size === undefined) return 0;
  return Math.max(LEAST_TEXT_EVIDENCE, -0.5 * (Math.log(size / scale / BODY_SIZE) / BODY_SPREAD) ** 2);
}

/** Finds the distinct coordinates of long horizontal and vertical edges. */
export function findEdges(pixels: Pixels): Edges {
  const { width, data } = pixels;
  const height = Math.min(pixels.height, Math.ceil(MOST_PIXELS / width));
  const rows = new Set<number>();
  const columns = new Set<number>();
  // For each column, how long the edge on its left has been going on.
  const down = new Uint16Array(width);
  const row = width * 3;
  for (let y = 1; y < height; y++) {
    let across = 0;
    for (let x = 1, at = y * row + 3; x < width; x++, at += 3) {
      const fromAbove = isApart(data, at, at - row, LEAST_STEP);
      const fromLeft = isApart(data, at, at - 3, LEAST_STEP);
      if (!fromAbove) across = 0;
      else if (
        across > 0 &&
        (fromLeft || isApart(data, at, at - 3, EVEN) || isApart(data, at - row, at - row - 3, EVEN))
      )
        across = 1;
      else if (++across === LEAST_LENGTH) rows.add(y);
      if (!fromLeft) down[x] = 0;
      else if (
        down[x]! > 0 &&
        (fromAbove || isApart(data, at, at - row, EVEN) || isApart(data, at - 3, at - row - 3, EVEN))
      )
        down[x] = 1;
      else if (++down[x]! === LEAST_LENGTH) columns.add(x);
    }
  }
  return [...rows, ...columns];
}

function isApart(data: Uint8Array, a: number, b: number, step: number): boolean {
  return (
    Math.abs(data[a]! - data[b]!) > step ||
    Math.abs(data[a + 1]! - data[b + 1]!) > step ||
    Math.abs(data[a + 2]! - data[b + 2]!) > step
  );
}
