import type { BorderSide, Box, Fill, Shape } from './scene.ts';
import type { Pixels } from './pixels.ts';
import { hexColor, packedDistance, segment } from './segment.ts';
import type { Regions, TextArea } from './segment.ts';
import { blends, coverage, stretchRoundEnds } from './outline.ts';
import type { Bounds, Outline } from './outline.ts';
import { measureRadii } from './radius.ts';
import { findBars } from './bars.ts';
import type { Bar } from './bars.ts';
import { SIDES, lookOut, stripAlong, withoutBlends } from './border.ts';
import type { Outlook, Side, Strip } from './border.ts';
import { findFrames } from './frames.ts';
import { findSurfaces } from './surfaces.ts';
import type { Surface } from './surfaces.ts';
import { SHADOW_REACH, fitShadow } from './shadow.ts';
import type { Shadow } from './shadow.ts';

/** The shapes of a picture, and the regions they were measured from, for `findPictures` and `findElements`. */
export interface Geometry {
  background: Fill;
  shapes: Shape[];
  regions: Regions;
  /** For each region 1 where a shape or the background shows it; everything else is ink. */
  shown: Uint8Array;
}

interface Draft {
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

/** Image pixels: a shorter line is a dash, a bullet or part of an icon. */
const MIN_RULE = 16;
/** CSS pixels: a solid box this thin is a rule. */
const MAX_RULE = 4;
/** A box lies on a surface with at least this share of its surroundings; what lies in a photograph doesn't. */
const MIN_SUPPORT = 0.55;
/** Levels: nearer fills are the same. */
const SAME_FILL = 1;

/**
 * Finds the boxes, lines and dots that a page is built of, and its background. `text`: its lines, which are painted over
 * first. `scale`: image pixels a CSS pixel. Boxes are in image pixels, styles in CSS pixels.
 */
export function findShapes(pixels: Pixels, text: readonly TextArea[], scale = 1): Geometry {
  const regions = segment(pixels, text);
  const surfaces = findSurfaces(regions);
  const ground = findGround(regions, surfaces);
  const shown = shownRegions(regions, surfaces, ground.fill);
  const bars = findBars(regions);
  const drafts = surfaces.filter((s) => s !== ground.surface).map((s) => draftOf(regions, s));
  addFrames(drafts, bars, regions);
  const kept = withoutTransparent(
    distinct(drafts).filter((d) => support(regions, d, shown) >= MIN_SUPPORT),
    ground.fill,
    !!ground.surface,
  );
  joinTracks(kept, scale);
  const alone = kept.filter((d) => !kept.some((k) => k !== d && isStripOf(d.box, k)));
  agreeOnShadows(alone);
  const claimed = claimBars(alone, bars);
  const shapes = [...alone.map((d) => asShape(d, scale)), ...rules(bars, claimed, regions, shown, alone)];
  const background = ground.surface?.gradient?.fill ?? { kind: 'solid', color: hexColor(ground.fill) };
  return { background, shapes: nest(shapes), regions, shown };
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

/**
 * The page's own surface: of the colours and gradients that reach the picture's rim, the one whose pieces span most of it.
 */
function findGround(regions: Regions, surfaces: Surface[]): Ground {
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

interface Ground {
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

function shownRegions(regions: Regions, surfaces: Surface[], ground: number): Uint8Array {
  const groups = new Set(surfaces.filter((s) => s.group).map((s) => s.id));
  // The ground's pieces needn't have any outline of their own.
  for (let r = 0; r < regions.count; r++)
    if (regions.core[r] && regions.color[r] === ground) groups.add(regions.group[r]!);
  const singles = new Set(surfaces.filter((s) => !s.group).map((s) => s.id));
  const shown = new Uint8Array(regions.count);
  for (let r = 0; r < shown.length; r++) if (groups.has(regions.group[r]!) || singles.has(r)) shown[r] = 1;
  return shown;
}

function count(map: Map<number, number>, key: number, by = 1): void {
  map.set(key, (map.get(key) ?? 0) + by);
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

function move(box: Bounds, side: Side, by: number): void {
  if (side === 0) box.y0 -= by;
  else if (side === 1) box.x1 += by;
  else if (side === 2) box.y1 += by;
  else box.x0 -= by;
}

/** Colour just inside the middle of a side. */
function edgeColor({ packed, width }: Regions, box: Bounds, side: Side): number {
  const x = side === 3 ? box.x0 : side === 1 ? box.x1 - 1 : (box.x0 + box.x1) >> 1;
  const y = side === 0 ? box.y0 : side === 2 ? box.y1 - 1 : (box.y0 + box.y1) >> 1;
  return packed[y * width + x]!;
}

/** Adds the boxes that lines close, unless a surface inside them was found with the same border. */
function addFrames(drafts: Draft[], bars: readonly Bar[], regions: Regions): void {
  for (const frame of findFrames(bars)) {
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

function near(a: Bounds, b: Bounds, by: number): boolean {
  return (
    Math.abs(a.x0 - b.x0) <= by &&
    Math.abs(a.y0 - b.y0) <= by &&
    Math.abs(a.x1 - b.x1) <= by &&
    Math.abs(a.y1 - b.y1) <= by
  );
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

function contains(outer: Bounds, inner: Bounds): boolean {
  return outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.x1 >= inner.x1 && outer.y1 >= inner.y1;
}

function areaOf(b: Bounds): number {
  return (b.x1 - b.x0) * (b.y1 - b.y0);
}

/**
 * Fits shadows, and drops what shows its parent's own colour without a closed border or a shadow: a part of the parent
 * between others.
 */
function withoutTransparent(drafts: Draft[], ground: number, groundIsGradient: boolean): Draft[] {
  const sorted = [...drafts].sort((a, b) => areaOf(b.box) - areaOf(a.box));
  const kept: Draft[] = [];
  for (const d of sorted) {
    const parent = kept.findLast((p) => contains(p.box, d.box) && areaOf(p.box) > areaOf(d.box));
    const under = parent?.fill ?? ground;
    const onGradient = parent ? !!parent.gradient : groundIsGradient;
    const room = d.outlooks.map((o, side) => (parent ? within(o, gapTo(parent, d, side as Side)) : o));
    d.shadow = onGradient ? undefined : fitShadow(room, under);
    for (const side of SIDES) {
      const strip = d.sides[side];
      // A rim of the parent's own colour is what it leaves of the parent.
      if (!strip || !parent || packedDistance(strip.color, parent.fill) > SAME_FILL) continue;
      move(d.box, side, -strip.width);
      d.sides[side] = undefined;
    }
    const bordered = d.sides.filter(Boolean).length;
    d.clear = !d.gradient && !onGradient && !d.shadow && packedDistance(under, d.fill) <= SAME_FILL;
    if (!d.gradient && !onGradient && packedDistance(under, d.fill) <= SAME_FILL && bordered < 3 && !d.shadow) continue;
    kept.push(d);
  }
  return kept;
}

/** Boxes drawn alike have one shadow: neighbours' shadows that run into theirs make them differ. Takes the middle one. */
function agreeOnShadows(drafts: Draft[]): void {
  const alike = new Map<string, Draft[]>();
  for (const d of drafts) {
    if (!d.shadow) continue;
    const key = d.sides.map((s) => (s ? `${s.width}` : '-')).join() + Math.round(Math.max(...d.radius) / 2);
    alike.set(key, [...(alike.get(key) ?? []), d]);
  }
  for (const group of alike.values()) {
    if (group.length < 3) continue;
    const middle = (of: (s: Shadow) => number): number =>
      group.map((d) => of(d.shadow!)).sort((a, b) => a - b)[group.length >> 1]!;
    const blur = middle((s) => s.blur);
    const typical = group.reduce((a, b) =>
      Math.abs(b.shadow!.blur - blur) < Math.abs(a.shadow!.blur - blur) ? b : a,
    ).shadow!;
    const shared = { ...typical, x: middle((s) => s.x), y: middle((s) => s.y), spread: middle((s) => s.spread) };
    for (const d of group) if (Math.abs(d.shadow!.blur - blur) <= blur) d.shadow = shared;
  }
}

/** Whether a box is no more than another's border. */
function isStripOf(box: Bounds, owner: Draft): boolean {
  return SIDES.some((side) => {
    const width = owner.sides[side]?.width;
    if (!width) return false;
    const strip = { ...owner.box };
    if (side === 0) strip.y1 = strip.y0 + width;
    else if (side === 1) strip.x0 = strip.x1 - width;
    else if (side === 2) strip.y0 = strip.y1 - width;
    else strip.x1 = strip.x0 + width;
    return near(box, strip, 2);
  });
}

/** CSS pixels: a bar of two parts that is no higher is a track, filled in part. */
const MAX_TRACK = 24;

/** Two parts of a bar, each round at its own end only, are a track and, over its left end, what fills it. */
function joinTracks(drafts: Draft[], scale: number): void {
  for (const rest of drafts) {
    const { box, radius } = rest;
    if (box.y1 - box.y0 > MAX_TRACK * scale || radius[0] > 0 || radius[3] > 0 || radius[1] < 1) continue;
    const part = drafts.find(
      (d) =>
        Math.abs(d.box.x1 - box.x0) <= 1 &&
        Math.abs(d.box.y0 - box.y0) <= 1 &&
        Math.abs(d.box.y1 - box.y1) <= 1 &&
        d.radius[1] === 0 &&
        d.radius[0] >= 1,
    );
    if (!part || box.x1 - part.box.x0 < 3 * (box.y1 - box.y0)) continue;
    box.x0 = part.box.x0;
    rest.radius = [radius[1], radius[1], radius[2], radius[2]];
  }
}

/** Pixels between a box's side and the inside of its parent's. */
function gapTo(parent: Draft, { box }: Draft, side: Side): number {
  const { x0, y0, x1, y1 } = parent.box;
  const gap = [box.y0 - y0, x1 - box.x1, y1 - box.y1, box.x0 - x0][side]!;
  return gap - (parent.sides[side]?.width ?? 0);
}

function within({ colors, shares, regions }: Outlook, depth: number): Outlook {
  const n = Math.max(0, depth);
  return { colors: colors.slice(0, n), shares: shares.slice(0, n), regions: regions.slice(0, n) };
}

/** Gives each line to the shape whose side it draws, closed frames first and large before small. */
function claimBars(drafts: Draft[], bars: readonly Bar[]): Set<number> {
  const claimed = new Set<number>();
  const closed = drafts.filter((d) => d.sides.every(Boolean));
  for (const draft of [...closed, ...drafts.filter((d) => !d.sides.every(Boolean))]) {
    for (const side of SIDES) {
      const strip = draft.sides[side];
      if (!strip) continue;
      const own = barsAlong(draft.box, side, strip.width, bars);
      if (own.some((i) => claimed.has(i)) && !closed.includes(draft)) {
        // Another's line: it isn't part of this box.
        draft.sides[side] = undefined;
        move(draft.box, side, -strip.width);
      }
      for (const i of own) claimed.add(i);
    }
  }
  return claimed;
}

function barsAlong(box: Bounds, side: Side, thickness: number, bars: readonly Bar[]): number[] {
  const horizontal = side === 0 || side === 2;
  const line = side === 0 ? box.y0 : side === 2 ? box.y1 - thickness : side === 3 ? box.x0 : box.x1 - thickness;
  const [from, to] = horizontal ? [box.x0, box.x1] : [box.y0, box.y1];
  const found: number[] = [];
  bars.forEach((bar, i) => {
    if (bar.horizontal !== horizontal) return;
    const [at, end, a, b] = horizontal ? [bar.y0, bar.y1, bar.x0, bar.x1] : [bar.x0, bar.x1, bar.y0, bar.y1];
    if (at > line + thickness - 1 || end <= line) return;
    if (Math.min(b, to) - Math.max(a, from) >= Math.min(to - from, b - a) * 0.7) found.push(i);
  });
  return found;
}

/** What is left of the lines: rules. */
function rules(
  bars: readonly Bar[],
  claimed: ReadonlySet<number>,
  regions: Regions,
  shown: Uint8Array,
  drafts: Draft[],
): Shape[] {
  const shapes: Shape[] = [];
  bars.forEach((bar, i) => {
    const length = bar.horizontal ? bar.x1 - bar.x0 : bar.y1 - bar.y0;
    if (claimed.has(i) || length < MIN_RULE || isEdge(regions, bar) || !liesOnSurface(regions, bar, shown)) return;
    if (drafts.some((d) => near(d.box, bar, 2) || (d.shadow && lies(bar, d.box, d.shadow.blur)))) return;
    shapes.push({
      id: '',
      kind: 'rule',
      box: boxOf(bar),
      fill: { kind: 'solid', color: hexColor(bar.color) },
      confidence: 0.9,
    });
  });
  return shapes;
}

/** Whether a line is only the blended pixels where two surfaces meet. */
function isEdge({ packed, width, height }: Regions, bar: Bar): boolean {
  if (Math.min(bar.x1 - bar.x0, bar.y1 - bar.y0) > 1) return false;
  const x = (bar.x0 + bar.x1) >> 1;
  const y = (bar.y0 + bar.y1) >> 1;
  const [ax, ay, bx, by] = bar.horizontal ? [x, bar.y0 - 1, x, bar.y1] : [bar.x0 - 1, y, bar.x1, y];
  if (ax < 0 || ay < 0 || bx >= width || by >= height) return false;
  const a = packed[ay * width + ax]!;
  const b = packed[by * width + bx]!;
  return packedDistance(a, b) > 12 && blends(bar.color, a, b);
}

/** Whether a line runs along one of a box's sides, outside and within its shadow. */
function lies(bar: Bar, box: Bounds, reach: number): boolean {
  const [from, to, lo, hi] = bar.horizontal ? [bar.x0, bar.x1, box.x0, box.x1] : [bar.y0, bar.y1, box.y0, box.y1];
  const [at, end, near, far] = bar.horizontal ? [bar.y0, bar.y1, box.y0, box.y1] : [bar.x0, bar.x1, box.x0, box.x1];
  const beside = (end <= near && near - end <= reach) || (at >= far && at - far <= reach);
  return beside && Math.min(to, hi) - Math.max(from, lo) >= (to - from) * 0.7;
}

function liesOnSurface({ label, width, height }: Regions, bar: Bar, shown: Uint8Array): boolean {
  let good = 0;
  let seen = 0;
  for (let k = 0; k < 16; k++) {
    for (const far of [false, true]) {
      const x = bar.horizontal
        ? bar.x0 + Math.floor(((k + 0.5) * (bar.x1 - bar.x0)) / 16)
        : far
          ? bar.x1 + 1
          : bar.x0 - 2;
      const y = bar.horizontal
        ? far
          ? bar.y1 + 1
          : bar.y0 - 2
        : bar.y0 + Math.floor(((k + 0.5) * (bar.y1 - bar.y0)) / 16);
      seen++;
      if (x < 0 || y < 0 || x >= width || y >= height || shown[label[y * width + x]!]) good++;
    }
  }
  return good >= seen * 0.7;
}

function boxOf(b: Bounds): Box {
  return { x: b.x0, y: b.y0, width: b.x1 - b.x0, height: b.y1 - b.y0 };
}

function asShape(draft: Draft, scale: number): Shape {
  const { box, radius, sides, gradient, shadow } = draft;
  const round = (v: number): number => Math.round((v / scale) * 2) / 2;
  const shape: Shape = {
    id: '',
    kind: 'rectangle',
    box: boxOf(box),
    confidence: Math.round(draft.confidence * 100) / 100,
  };
  const half = Math.min(shape.box.width, shape.box.height) / 2;
  if (Math.abs(shape.box.width - shape.box.height) <= 1 && radius.every((r) => r >= half - 0.6)) shape.kind = 'ellipse';
  if (!draft.clear) shape.fill = gradient?.fill ?? { kind: 'solid', color: hexColor(draft.fill) };
  const [short, long] = [Math.min(shape.box.width, shape.box.height), Math.max(shape.box.width, shape.box.height)];
  if (short <= MAX_RULE * scale && long >= short * 4 && !sides.some(Boolean)) shape.kind = 'rule';
  if (sides.some(Boolean)) {
    const side = (s?: Strip): BorderSide | undefined =>
      s && { width: round(s.width), style: 'solid', color: hexColor(s.color) };
    const [top, right, bottom, left] = sides.map(side);
    shape.border = { ...(top && { top }), ...(right && { right }), ...(bottom && { bottom }), ...(left && { left }) };
  }
  if (radius.some((r) => r > 0)) shape.radius = radius.map((r) => wholeOrHalf(r / scale)) as Outline['radius'];
  if (shadow) {
    const alpha = Math.round(shadow.alpha * 255)
      .toString(16)
      .padStart(2, '0');
    const color = hexColor(shadow.color) + (shadow.alpha < 1 ? alpha : '');
    shape.shadow = {
      x: round(shadow.x),
      y: round(shadow.y),
      blur: round(shadow.blur),
      spread: round(shadow.spread),
      color,
    };
  }
  return shape;
}

/** Radii are whole as a rule; `.35rem` isn't. */
function wholeOrHalf(v: number): number {
  const whole = Math.round(v);
  return Math.abs(v - whole) <= 0.35 ? whole : Math.round(v * 2) / 2;
}

/** Orders shapes from the back to the front and names them and their parents. */
function nest(shapes: Shape[]): Shape[] {
  const sorted = shapes.sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
  sorted.forEach((shape, i) => {
    shape.id = `s${i}`;
    for (let k = i - 1; k >= 0; k--) {
      if (holds(sorted[k]!.box, shape.box) && sorted[k]!.kind !== 'rule') {
        shape.parent = sorted[k]!.id;
        break;
      }
    }
  });
  return sorted;
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
