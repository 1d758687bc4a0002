import { near, move } from './bounds.ts';
import type { Bounds } from './bounds.ts';
import type { Bar } from './bars.ts';
import { SIDES, lookOut, stripAlong, withoutBlends } from './border.ts';
import type { Outlook, Side, Strip } from './border.ts';
import { findFrames } from './frames.ts';
import { blends, coverage, stretchRoundEnds } from './outline.ts';
import type { Outline } from './outline.ts';
import { count } from './page.ts';
import { measureRadii } from './radius.ts';
import { packedDistance } from './packed.ts';
import type { Regions } from './regions.ts';
import { SHADOW_REACH } from './shadow.ts';
import type { Shadow } from './shadow.ts';
import type { Surface } from './surfaces.ts';

/** A box while it is measured: image pixels, packed colours. */
export interface Draft {
  box: Bounds;
  radius: Outline['radius'];
  sides: [Strip?, Strip?, Strip?, Strip?];
  fill: number;
  gradient?: Surface['gradient'];
  /** Shows what it lies on: a frame. */
  clear?: boolean;
  shadow?: Shadow;
  outlooks: Outlook[];
  confidence: number;
}

/** A box lies on a surface with at least this share of its surroundings; what lies in a photograph doesn't. */
const MIN_SUPPORT = 0.55;

/** Boxes from surfaces and from frames of lines, each once, without those that lie in texture. `shown`: see `Geometry`. */
export function findDrafts(
  regions: Regions,
  surfaces: readonly Surface[],
  bars: readonly Bar[],
  shown: Uint8Array,
): Draft[] {
  const drafts = surfaces.map((s) => draftOf(regions, s));
  addFrames(drafts, bars, regions);
  return distinct(drafts).filter((d) => support(regions, d, shown) >= MIN_SUPPORT);
}

/** Leaves one of drafts that stand for the same box: a surface found alone and with its shadows. */
function distinct(drafts: Draft[]): Draft[] {
  const sides = (d: Draft): number => d.sides.filter(Boolean).length + d.confidence;
  const kept: Draft[] = [];
  for (const d of [...drafts].sort((a, b) => sides(b) - sides(a))) {
    if (!kept.some((k) => near(k.box, d.box, 2) && packedDistance(k.fill, d.fill) <= 3)) kept.push(d);
  }
  return kept;
}

function draftOf(regions: Regions, { outline, gradient, fill }: Surface): Draft {
  const inner = { x0: outline.x0, y0: outline.y0, x1: outline.x1, y1: outline.y1 };
  const innerEdge = SIDES.map((side) => (gradient ? edgeColor(regions, inner, side) : fill));
  const strips = SIDES.map((side) => {
    let outlook = lookOut(regions, inner, outline.radius, side, MAX_LOOK);
    if (isBlendedEdge(outlook, innerEdge[side]!, isRoundEnd(outline, side))) {
      move(inner, side, 1);
      outlook = lookOut(regions, inner, outline.radius, side, MAX_LOOK);
    }
    return stripAlong(regions, inner, side, outlook, innerEdge[side]!, isRoundEnd(outline, side));
  });
  const sides = withoutBlends(strips) as Draft['sides'];
  return finish(regions, { fill, gradient, inner, sides, innerEdge, rough: outline.radius, confidence: outline.fit });
}

/** Image pixels: borders and blended edges end within. */
const MAX_LOOK = 12;

/** Whether a side is all arc: its outermost pixels are blended even where the box ends with a pixel. */
function isRoundEnd(box: Outline, side: Side): boolean {
  const length = side === 0 || side === 2 ? box.x1 - box.x0 : box.y1 - box.y0;
  return box.radius[side]! + box.radius[(side + 1) % 4]! > length * 0.6;
}

/** A side that ends inside a pixel: most of that pixel is the box's, or, under an arc, its border's. */
function isBlendedEdge({ colors, shares, regions }: Outlook, fill: number, round: boolean): boolean {
  const [first, second] = colors;
  if (
    first === undefined ||
    second === undefined ||
    shares[0]! < (round ? 0.5 : 0.7) ||
    packedDistance(second, fill) < 24
  )
    return false;
  return (
    first !== second &&
    blends(first, fill, second) &&
    coverage(first, fill, second) > (round && regions[1] !== regions[2] ? 0.1 : 0.6)
  );
}

interface Parts {
  fill: number;
  gradient?: Surface['gradient'];
  /** The padding box. */
  inner: Bounds;
  sides: Draft['sides'];
  innerEdge: number[];
  rough: Outline['radius'];
  confidence: number;
}

/** Puts a border round a padding box and measures what shows from outside: exact ends, radii, what lies around. */
function finish(regions: Regions, parts: Parts): Draft {
  const { fill, gradient, sides, innerEdge, confidence } = parts;
  const box = { ...parts.inner };
  for (const side of SIDES) move(box, side, sides[side]?.width ?? 0);
  const colors = SIDES.map((side) => sides[side]?.color ?? innerEdge[side]!);
  if (Math.max(...parts.rough) * 2.6 > Math.min(box.x1 - box.x0, box.y1 - box.y0))
    stretchRoundEnds(regions, box, colors);
  const radius = measureRadii(regions, box, {
    widths: SIDES.map((side) => sides[side]?.width ?? 0),
    colors,
    fills: innerEdge,
  });
  const outlooks = SIDES.map((side) => lookOut(regions, box, radius, side, SHADOW_REACH));
  return { box, radius, sides, fill, gradient, outlooks, confidence };
}

/** Colour just inside the middle of a side. */
function edgeColor({ packed, width }: Regions, box: Bounds, side: Side): number {
  const x = side === 3 ? box.x0 : side === 1 ? box.x1 - 1 : (box.x0 + box.x1) >> 1;
  const y = side === 0 ? box.y0 : side === 2 ? box.y1 - 1 : (box.y0 + box.y1) >> 1;
  return packed[y * width + x]!;
}

/** Adds the boxes that lines close, unless a surface inside them was found with the same border. */
function addFrames(drafts: Draft[], bars: readonly Bar[], regions: Regions): void {
  for (const frame of findFrames(regions, bars)) {
    if (drafts.some((d) => d.sides.every(Boolean) && near(d.box, frame.box, 2))) continue;
    const inner = { ...frame.box };
    for (const side of SIDES) move(inner, side, -frame.sides[side].width);
    const within = insideColor(regions, inner);
    const same = drafts.findIndex((d) => near(d.box, inner, 2));
    if (same >= 0) drafts.splice(same, 1);
    drafts.push(
      finish(regions, {
        fill: within,
        inner,
        sides: [...frame.sides],
        innerEdge: SIDES.map(() => within),
        rough: [0, 0, 0, 0],
        confidence: 0.9,
      }),
    );
  }
}

/** The most common colour of a box's inside, on a coarse lattice. */
function insideColor({ packed, width }: Regions, box: Bounds): number {
  const counts = new Map<number, number>();
  const stepX = Math.max(1, Math.floor((box.x1 - box.x0) / 24));
  const stepY = Math.max(1, Math.floor((box.y1 - box.y0) / 24));
  for (let y = box.y0 + (stepY >> 1); y < box.y1; y += stepY) {
    for (let x = box.x0 + (stepX >> 1); x < box.x1; x += stepX) count(counts, packed[y * width + x]!);
  }
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0xffffff, 0])[0];
}

/** Share of a box's surroundings that is a surface or soft shadow, not texture. */
function support({ label, core, area, width, height }: Regions, { box }: Draft, shown: Uint8Array): number {
  let good = 0;
  let seen = 0;
  const look = (x: number, y: number): void => {
    seen++;
    if (x < 0 || y < 0 || x >= width || y >= height) {
      good++;
      return;
    }
    const r = label[y * width + x]!;
    if (shown[r] || (core[r] ? area[r]! > width * height * 0.01 : area[r]! > 120)) good++;
  };
  const step = Math.max(2, Math.floor((box.x1 - box.x0 + box.y1 - box.y0) / 60));
  for (let x = box.x0; x < box.x1; x += step) {
    look(x, box.y0 - 2);
    look(x, box.y1 + 1);
  }
  for (let y = box.y0; y < box.y1; y += step) {
    look(box.x0 - 2, y);
    look(box.x1 + 1, y);
  }
  return seen ? good / seen : 0;
}
