import { median } from './median.ts';
import { areaOf, contains, liesAlong, move, near } from './bounds.ts';
import type { Bounds } from './bounds.ts';
import { SIDES } from './border.ts';
import type { Outlook, Side } from './border.ts';
import type { Draft } from './drafts.ts';
import { packedDistance } from './packed.ts';
import { fitShadow } from './shadow.ts';
import type { Shadow } from './shadow.ts';

/** Levels: nearer fills are the same; a small patch must differ by more, or it is an edge's leftover. */
const SAME_FILL = 1;
const SAME_SMALL_FILL = 6;
/** Pixels: boxes below this area are small. */
const SMALL = 400;

/** Settles what boxes are to each other: parents' fills, shadows, tracks and what fills them. `ground`: the page's colour. */
export function settleDrafts(drafts: Draft[], ground: number, groundIsGradient: boolean, scale: number): Draft[] {
  const kept = withoutTransparent(drafts, ground, groundIsGradient);
  joinTracks(kept, scale);
  const alone = kept.filter((d) => !kept.some((k) => k !== d && (isStripOf(d.box, k) || isShadowOf(d, k))));
  agreeOnShadows(alone);
  return alone;
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
    const same =
      !d.gradient &&
      !onGradient &&
      packedDistance(under, d.fill) <= (areaOf(d.box) < SMALL ? SAME_SMALL_FILL : SAME_FILL);
    d.clear = same && !d.shadow;
    if (d.clear && bordered < 3) continue;
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
    const middle = (of: (s: Shadow) => number): number => median(group.map((d) => of(d.shadow!)))!;
    const blur = middle((s) => s.blur);
    const typical = group.reduce((a, b) =>
      Math.abs(b.shadow!.blur - blur) < Math.abs(a.shadow!.blur - blur) ? b : a,
    ).shadow!;
    const shared = { ...typical, x: middle((s) => s.x), y: middle((s) => s.y), spread: middle((s) => s.spread) };
    for (const d of group) if (Math.abs(d.shadow!.blur - blur) <= blur) d.shadow = shared;
  }
}

/** Whether a box is a step of another's shadow: a bare strip beside it, within reach. */
function isShadowOf({ box, sides }: Draft, { box: owner, shadow }: Draft): boolean {
  return !!shadow && !sides.some(Boolean) && liesAlong(box, owner, shadow.blur + Math.abs(shadow.y));
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
