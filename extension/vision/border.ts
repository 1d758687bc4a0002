import { packedDistance } from './packed.ts';
import type { Regions } from './regions.ts';
import { blends } from './outline.ts';
import type { Bounds } from './bounds.ts';
import type { Outline } from './outline.ts';

/** 0 top, 1 right, 2 bottom, 3 left. */
export type Side = 0 | 1 | 2 | 3;
export const SIDES: readonly Side[] = [0, 1, 2, 3];

/** What lies outside one side of a box, by distance from it: index 0 touches the side. */
export interface Outlook {
  /** Most common colour along the side (packed), and its share. */
  colors: number[];
  shares: number[];
  /** Region of that colour. */
  regions: number[];
}

/** Places looked at along a side. */
const PLACES = 17;
/** Image pixels: a wider strip is a shape of its own. */
const MAX_BORDER = 8;
/** Share of a strip's contrast with the fill: with less towards the outside it is an edge that isn't quite sharp. */
const FAINT = 0.15;
/** Two colours this near along a strip are one; where the side is all arc, its outermost pixel is blended a little. */
const SAME = 2;
const SAME_ROUND = 16;

/** Looks outwards from a side's straight part, `depth` pixels far or to the picture's edge. */
export function lookOut(regions: Regions, box: Bounds, radius: Outline['radius'], side: Side, depth: number): Outlook {
  const { packed, label, width, height } = regions;
  const places = placesAlong(box, radius, side);
  const outlook: Outlook = { colors: [], shares: [], regions: [] };
  const counts = new Map<number, number>();
  for (let d = 0; d < depth; d++) {
    counts.clear();
    let best = -1;
    let bestAt = 0;
    for (const place of places) {
      const x = side === 3 ? box.x0 - 1 - d : side === 1 ? box.x1 + d : place;
      const y = side === 0 ? box.y0 - 1 - d : side === 2 ? box.y1 + d : place;
      if (x < 0 || y < 0 || x >= width || y >= height) return outlook;
      const i = y * width + x;
      const n = (counts.get(packed[i]!) ?? 0) + 1;
      counts.set(packed[i]!, n);
      if (best < 0 || n > counts.get(packed[bestAt]!)! || bestAt === i) {
        best = packed[i]!;
        bestAt = i;
      }
    }
    // Dithered and compressed strips vary by a level or two around the most common.
    let near = 0;
    for (const [color, n] of counts) if (packedDistance(color, best) <= SAME) near += n;
    outlook.colors.push(best);
    outlook.shares.push(near / places.length);
    outlook.regions.push(label[bestAt]!);
  }
  return outlook;
}

/** Coordinates along a side, between its corners' arcs. */
function placesAlong(box: Bounds, radius: Outline['radius'], side: Side): number[] {
  const horizontal = side === 0 || side === 2;
  const first = Math.ceil(radius[side === 0 ? 0 : side === 1 ? 1 : side === 2 ? 3 : 0]!) + 1;
  const last = Math.ceil(radius[side === 0 ? 1 : side === 1 ? 2 : side === 2 ? 2 : 3]!) + 1;
  let from = (horizontal ? box.x0 : box.y0) + first;
  let to = (horizontal ? box.x1 : box.y1) - last;
  if (to - from < 3) {
    const middle = horizontal ? (box.x0 + box.x1) >> 1 : (box.y0 + box.y1) >> 1;
    [from, to] = [middle - 1, middle + 1];
  }
  const n = Math.min(PLACES, to - from);
  return Array.from({ length: n }, (_, i) => Math.floor(from + ((i + 0.5) * (to - from)) / n));
}

/** A border's side before its style is known. Image pixels, packed colour. */
export interface Strip {
  width: number;
  color: number;
  /** It differs little from what lies outside it, for how much it differs from the fill. */
  faint: boolean;
  /** It may be no more than the blend of a shape that ends inside a pixel. */
  blend: boolean;
}

/**
 * The strip of another colour along a side, if it is thin, even and no longer than the side: a border. `fill`: the packed
 * colour just inside.
 */
export function stripAlong(
  regions: Regions,
  box: Bounds,
  side: Side,
  outlook: Outlook,
  fill: number,
  round = false,
): Strip | undefined {
  const { colors, shares, regions: owners } = outlook;
  const color = colors[0];
  // Half of what shows at the top of an arc is enough; it is two pixels.
  const enough = round ? 0.5 : 0.7;
  if (color === undefined || shares[0]! < enough || regions.core[owners[0]!] || packedDistance(color, fill) <= SAME)
    return undefined;
  let width = 1;
  const same = round ? SAME_ROUND : SAME;
  while (
    width <= MAX_BORDER &&
    width < colors.length &&
    packedDistance(colors[width]!, color) <= same &&
    shares[width]! >= enough
  )
    width++;
  if (width > MAX_BORDER || isRamp(colors, width)) return undefined;
  const beyond = colors[width];
  const faint = beyond !== undefined && packedDistance(beyond, color) < packedDistance(color, fill) * FAINT;
  const blend = width === 1 && beyond !== undefined && packedDistance(beyond, fill) > 8 && blends(color, fill, beyond);
  return goesOn(regions, box, side, width, color) ? undefined : { width, color, faint, blend };
}

/** Whether a strip is the steep beginning of a shadow: what follows goes on the same way, step by smaller step. */
function isRamp(colors: readonly number[], width: number): boolean {
  const [strip, next, after] = [colors[width - 1]!, colors[width], colors[width + 1]];
  if (next === undefined || after === undefined) return false;
  const first = packedDistance(strip, next);
  if (first <= 3) return true;
  const second = packedDistance(next, after);
  return second >= 2 && first < second * 3 && packedDistance(strip, after) > first;
}

/** Whether a strip goes on past the side's ends: then it is a longer line's part (a table's, a neighbour's). */
function goesOn(
  { packed, width, height }: Regions,
  box: Bounds,
  side: Side,
  thickness: number,
  color: number,
): boolean {
  // Past the corner, where another border of the same box may be this wide.
  const past = MAX_BORDER + 2;
  const d = thickness >> 1;
  for (const end of [0, 1]) {
    let same = 0;
    for (let k = past - 2; k <= past; k++) {
      const along = (lo: number, hi: number): number => (end ? hi + k - 1 : lo - k);
      const x = side === 3 ? box.x0 - 1 - d : side === 1 ? box.x1 + d : along(box.x0, box.x1);
      const y = side === 0 ? box.y0 - 1 - d : side === 2 ? box.y1 + d : along(box.y0, box.y1);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      if (packedDistance(packed[y * width + x]!, color) <= SAME) same++;
    }
    if (same === 3) return true;
  }
  return false;
}

/** Drops strips that are blended edges: a real border of a colour between the fill's and the ground's goes all round. */
export function withoutBlends(strips: readonly (Strip | undefined)[]): (Strip | undefined)[] {
  const known = strips.filter((s) => s !== undefined);
  return strips.map((s) =>
    (s?.blend || s?.faint) && known.filter((t) => packedDistance(t.color, s.color) <= SAME).length < 3 ? undefined : s,
  );
}
