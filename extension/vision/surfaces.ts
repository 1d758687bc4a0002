import { regionBox } from './regions.ts';
import type { Regions } from './regions.ts';
import { fitOutline, profileOf } from './outline.ts';
import type { Bounds } from './bounds.ts';
import type { Outline, Part, Profile } from './outline.ts';
import { fitGradient } from './gradient.ts';
import type { Gradient } from './gradient.ts';
import { completeCovered } from './covered.ts';

/** What looks like the visible part of a filled box: a region, or a group of regions that flow into each other. */
export interface Surface {
  outline: Outline;
  profile: Profile;
  /** Most of its colour, packed. */
  fill: number;
  gradient?: Gradient;
  /** Pixels of it that show. */
  area: number;
  /** A region's number, or a group's. */
  id: number;
  group: boolean;
}

/** Pixels: smaller regions are letters' parts and noise. */
const MIN_AREA = 20;
/** Image pixels: a filled box is at least this wide and high; thinner ones are bars. */
const MIN_SIDE = 5;
/** A gradient or a shadowed surface has at least so many pixels. */
const MIN_GROUP_AREA = 600;
/** A gradient may have holes (what lies on it), but not be a mere ring or edge of something else. */
const MIN_GRADIENT_SHARE = 0.3;
/** Of a gradient no more is of one colour; a surface with a shadow on it is. */
const MAX_FLAT = 0.5;
/** Share of the worst side and of all the outline that must be straight or round: others may cover the rest. */
const MIN_WORST = 0.5;
const MIN_FIT = 0.8;
/** Image pixels: a soft strip this thin beside a surface is a shadow on it, not a gradient. */
const SHADOW_STRIP = 48;

/** The regions and groups of regions that look like boxes or are gradients. */
export function findSurfaces(regions: Regions): Surface[] {
  const groups = groupParts(regions);
  const singles: (Part & { gradient?: Gradient })[] = [];
  for (const group of groups) {
    if (group.flat > group.area * MAX_FLAT) continue;
    group.gradient = gradientOf(regions, group, group.area, (r) => regions.group[r] === group.id);
  }
  const gradual = new Set(groups.filter((g) => g.gradient).map((g) => g.id));
  for (let r = 0; r < regions.count; r++) {
    if (gradual.has(regions.group[r]!)) continue;
    const gradient = mayBeGradient(regions, r)
      ? gradientOf(regions, boundsOf(regions, r), regions.area[r]!, (s) => s === r)
      : undefined;
    if (gradient || mayBeBox(regions, r)) singles.push({ id: r, ...boundsOf(regions, r), gradient });
  }
  const found = [...outlined(regions, groups, true), ...outlined(regions, singles, false)];
  const whole = found.filter(({ outline }) => outline.worst >= MIN_WORST && outline.fit >= MIN_FIT);
  return [...whole, ...completeCovered(regions, found, whole)];
}

type Candidate = Part & { gradient?: Gradient; area?: number; fill?: number };

function outlined(regions: Regions, parts: Candidate[], group: boolean): Surface[] {
  const owner = group ? regions.group : new Int32Array(regions.count).map((_, r) => r);
  return parts.map((part) => {
    const profile = profileOf(regions, part, owner);
    return {
      id: part.id,
      group,
      outline: fitOutline(part, profile),
      profile,
      fill: part.fill ?? regions.color[part.id]!,
      gradient: part.gradient,
      area: part.area ?? regions.area[part.id]!,
    };
  });
}

function boundsOf(regions: Regions, r: number): Bounds {
  return { x0: regions.x0[r]!, y0: regions.y0[r]!, x1: regions.x1[r]!, y1: regions.y1[r]! };
}

/** Groups of more than one region that have some size, with their bounds and the colour of their largest surface. */
function groupParts(regions: Regions): (Part & { area: number; fill: number; flat: number; gradient?: Gradient })[] {
  const { count, group, area, core, color } = regions;
  const members = new Int32Array(count);
  const total = new Float64Array(count);
  const largest = new Int32Array(count).fill(-1);
  for (let r = 0; r < count; r++) {
    const g = group[r]!;
    members[g]!++;
    total[g]! += area[r]!;
    if (core[r] && (largest[g]! < 0 || area[r]! > area[largest[g]!]!)) largest[g] = r;
  }
  const parts = new Map<number, Part & { area: number; fill: number; flat: number }>();
  for (let r = 0; r < count; r++) {
    const g = group[r]!;
    if (members[g]! < 2 || total[g]! < MIN_GROUP_AREA || largest[g]! < 0) continue;
    const box = boundsOf(regions, r);
    const part = parts.get(g);
    if (!part) parts.set(g, { id: g, ...box, area: total[g]!, fill: color[largest[g]!]!, flat: area[largest[g]!]! });
    else {
      part.x0 = Math.min(part.x0, box.x0);
      part.y0 = Math.min(part.y0, box.y0);
      part.x1 = Math.max(part.x1, box.x1);
      part.y1 = Math.max(part.y1, box.y1);
    }
  }
  return [...parts.values()];
}

function mayBeBox(regions: Regions, r: number): boolean {
  const area = regions.area[r]!;
  if (area < MIN_AREA) return false;
  const { width, height } = regionBox(regions, r);
  if (width < MIN_SIDE || height < MIN_SIDE) return false;
  // Without a core: only small solid blocks (dots, slim tracks; a badge has holes where its text was), not lines and letters.
  return regions.core[r] === 1 || area >= width * height * (Math.min(width, height) < 12 ? 0.7 : 0.5);
}

function mayBeGradient(regions: Regions, r: number): boolean {
  return !regions.core[r] && regions.area[r]! >= MIN_GROUP_AREA;
}

/** Fits a gradient to a part of some solidity that isn't the shadow beside another. */
function gradientOf(regions: Regions, box: Bounds, area: number, owns: (r: number) => boolean): Gradient | undefined {
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  if (area < width * height * MIN_GRADIENT_SHARE || Math.min(width, height) < MIN_SIDE) return undefined;
  const gradient = fitGradient(regions, box, area, owns);
  return gradient && !isShadowStrip(regions, box, gradient, owns) ? gradient : undefined;
}

/** A narrow ramp that flows, on one side, into a surface of its own last colour. */
function isShadowStrip(regions: Regions, box: Bounds, gradient: Gradient, owns: (r: number) => boolean): boolean {
  const { packed, label, width: stride } = regions;
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  const radians = (gradient.fill.angle * Math.PI) / 180;
  if (Math.abs(Math.sin(radians)) * width + Math.abs(Math.cos(radians)) * height > SHADOW_STRIP) return false;
  let flowing = 0;
  let seen = 0;
  for (let k = 1; k < 12; k++) {
    const px = box.x0 + Math.floor((k * width) / 12);
    const py = box.y0 + Math.floor((k * height) / 12);
    for (const [ax, ay, bx, by] of [
      [px, box.y0, px, box.y0 - 1],
      [px, box.y1 - 1, px, box.y1],
      [box.x0, py, box.x0 - 1, py],
      [box.x1 - 1, py, box.x1, py],
    ] as const) {
      if (bx < 0 || by < 0 || bx >= regions.width || by >= regions.height) continue;
      seen++;
      const a = packed[ay * stride + ax]!;
      const b = packed[by * stride + bx]!;
      if (owns(label[by * stride + bx]!)) continue;
      if (Math.abs((a & 255) - (b & 255)) <= 2 && Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) <= 2) flowing++;
    }
  }
  return flowing > seen * 0.15;
}
