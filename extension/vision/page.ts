import { areaOf } from './bounds.ts';
import type { Bounds } from './bounds.ts';
import type { Regions } from './regions.ts';
import type { Surface } from './surfaces.ts';

/**
 * The page's own surface: of the colours and gradients that reach the picture's rim, the one whose pieces span most of it.
 */
export function findGround(regions: Regions, surfaces: Surface[]): Ground {
  const { width, height, label, group, color } = regions;
  const gradients = new Map(surfaces.filter((s) => s.gradient).map((s) => [s.id, s]));
  const spans = new Map<number, { surface?: Surface; fill: number; score: number }>();
  const bounds = groupBounds(regions);
  const seen = new Set<number>();
  const visit = (x: number, y: number): void => {
    const r = label[y * width + x]!;
    const surface = gradients.get(r) ?? gradients.get(group[r]!);
    if (!surface && !regions.core[r]) return;
    const key = surface ? -1 - surface.id : color[r]!;
    const span = spans.get(key) ?? { surface, fill: surface?.fill ?? color[r]!, score: 0 };
    spans.set(key, span);
    span.score += RIM_WEIGHT;
    const piece = surface ? surface.id : group[r]!;
    if (seen.has(piece)) return;
    seen.add(piece);
    span.score += areaOf(surface?.outline ?? bounds.get(group[r]!)!);
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) visit(x, y);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) visit(x, y);
  const best = [...spans.values()].reduce<{ surface?: Surface; fill: number; score: number } | undefined>(
    (a, b) => (!a || b.score > a.score ? b : a),
    undefined,
  );
  return { surface: best?.surface, fill: best?.fill ?? rimColor(regions) };
}

function groupBounds(regions: Regions): Map<number, Bounds> {
  const bounds = new Map<number, Bounds>();
  for (let r = 0; r < regions.count; r++) {
    if (!regions.core[r]) continue;
    const b = bounds.get(regions.group[r]!);
    if (!b)
      bounds.set(regions.group[r]!, { x0: regions.x0[r]!, y0: regions.y0[r]!, x1: regions.x1[r]!, y1: regions.y1[r]! });
    else {
      b.x0 = Math.min(b.x0, regions.x0[r]!);
      b.y0 = Math.min(b.y0, regions.y0[r]!);
      b.x1 = Math.max(b.x1, regions.x1[r]!);
      b.y1 = Math.max(b.y1, regions.y1[r]!);
    }
  }
  return bounds;
}

export interface Ground {
  /** Where it is a gradient. */
  surface?: Surface;
  fill: number;
}

/** A pixel on the picture's rim counts as much as so many within. */
const RIM_WEIGHT = 20;

/** Most common colour along the picture's rim: what a page without a surface of its own lies on. */
function rimColor({ width, height, packed }: Regions): number {
  const rim = new Map<number, number>();
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) count(rim, packed[y * width + x]!);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) count(rim, packed[y * width + x]!);
  return [...rim].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

export function shownRegions(regions: Regions, surfaces: Surface[], ground: number): Uint8Array {
  const groups = new Set(surfaces.filter((s) => s.group).map((s) => s.id));
  // The ground's pieces needn't have any outline of their own.
  for (let r = 0; r < regions.count; r++)
    if (regions.core[r] && regions.color[r] === ground) groups.add(regions.group[r]!);
  const singles = new Set(surfaces.filter((s) => !s.group).map((s) => s.id));
  const shown = new Uint8Array(regions.count);
  for (let r = 0; r < shown.length; r++) if (groups.has(regions.group[r]!) || singles.has(r)) shown[r] = 1;
  return shown;
}

/** Adds to a tally. */
export function count(map: Map<number, number>, key: number, by = 1): void {
  map.set(key, (map.get(key) ?? 0) + by);
}
