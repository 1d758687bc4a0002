import type { Regions } from './regions.ts';
import type { Surface } from './surfaces.ts';

/** Share of a side that must show where it isn't covered, and of what covers it that must be one surface. */
const SHOWN = 0.8;
/** Pixels between two surfaces that touch: their blended edge. */
const EDGE = 2;

/**
 * Boxes of which another surface covers one side, as an icon's part does with a split button or a bar's filled end with its
 * track: three sides fit a box, and where the fourth fails its neighbour is a surface that the box's other sides enclose.
 * The box then goes out to the covering surface's own far side.
 */
export function completeCovered(
  regions: Regions,
  candidates: readonly Surface[],
  whole: readonly Surface[],
): Surface[] {
  const owner = new Map<number, Surface>();
  for (const s of whole) if (!s.group) owner.set(s.id, s);
  const known = new Set(whole);
  return candidates.flatMap((c) => {
    if (known.has(c) || c.group) return [];
    const bad = ([0, 1, 2, 3] as const).filter((side) => c.outline.sides[side] < SHOWN);
    if (bad.length !== 1 || (bad[0] !== 1 && bad[0] !== 3)) return [];
    const box = uncover(regions, c, bad[0], owner);
    return box ? [{ ...c, outline: { ...c.outline, ...box, fit: SHOWN, worst: SHOWN } }] : [];
  });
}

/** Where a box ends under the surface that covers its left (3) or right (1) side. */
function uncover(
  { label, packed, width }: Regions,
  { outline, profile, fill }: Surface,
  side: 1 | 3,
  owner: ReadonlyMap<number, Surface>,
): { x0: number; x1: number } | undefined {
  const { y0, y1 } = outline;
  const counts = new Map<Surface, number>();
  let missing = 0;
  for (let row = 2; row < y1 - y0 - 2; row++) {
    const x = side === 3 ? profile.left[row]! - EDGE : profile.right[row]! + EDGE - 1;
    if (x < 0 || x >= width) continue;
    missing++;
    const cover = owner.get(label[(y0 + row) * width + x]!);
    if (cover) counts.set(cover, (counts.get(cover) ?? 0) + 1);
  }
  const [cover, n] = [...counts].reduce<[Surface | undefined, number]>((a, b) => (b[1] > a[1] ? b : a), [undefined, 0]);
  if (!cover || n < missing * SHOWN || cover.outline.y0 < y0 || cover.outline.y1 > y1) return undefined;
  if (cover.outline.y1 - cover.outline.y0 < (y1 - y0) * SHOWN) return undefined;
  // Past the cover there may be a rim of the box's own.
  const middle = ((y0 + y1) >> 1) * width;
  let { x0, x1 } = outline;
  if (side === 3) {
    x0 = cover.outline.x0;
    while (x0 > 0 && packed[middle + x0 - 1] === fill) x0--;
  } else {
    x1 = cover.outline.x1;
    while (x1 < width && packed[middle + x1] === fill) x1++;
  }
  return { x0, x1 };
}
