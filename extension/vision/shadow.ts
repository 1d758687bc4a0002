import type { Outlook } from './border.ts';

/** A drop shadow, image pixels; `color` packed, `alpha` 0 to 1. */
export interface Shadow {
  x: number;
  y: number;
  blur: number;
  spread: number;
  color: number;
  alpha: number;
}

/** Image pixels that a shadow is followed outwards: common ones reach no further. */
export const SHADOW_REACH = 64;
/** Blurs that are tried, as standard deviations: CSS blur radii are twice them. */
const SIGMAS = [0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 20, 24, 30];
/** Full strengths that are tried, from what shows beside the box up. */
const STRENGTHS = 10;
/** Levels a shadow must darken its ground by beside the box. */
const MIN_DROP = 3;
/** A bigger fall from one pixel to the next is an edge, not a shadow. */
const MAX_STEP = 26;
/** Levels that rounding may take off or add from pixel to pixel. */
const ROUNDING = 1.4;
/** A shadow's second pixel has at least this share of the first's darkness: less is a line. */
const MIN_SOFTNESS = 0.12;

/** Squared levels (mean): a worse fit is no shadow. */
const MAX_ERROR = 6;
/** Squared levels: spread and strength trade for each other; without much to tell them apart no spread is meant. */
const PLAIN_BONUS = 1;

/** Standard deviation, image pixels: a dark line under a box that is no softer is a border. */
const MIN_LONE_SIGMA = 2;

interface Fit {
  error: number;
  sigma: number;
  strength: number;
  /** Where the shadow's own edges lie, outwards from the box's sides. */
  edges: (number | undefined)[];
}

/** Levels below the ground, by distance from the side. */
type Falloff = number[];

/**
 * Fits a CSS box-shadow to what lies outside a box's four sides (clockwise from the top; sides that touch something else
 * say nothing). `ground`: packed colour it falls on. A shadow is a Gaussian-blurred copy of the box, so outside a long
 * side it falls as the normal distribution's tail (CSS Backgrounds 3, 7.1.1: standard deviation half the blur radius).
 */
export function fitShadow(outlooks: readonly Outlook[], ground: number): Shadow | undefined {
  const sides = outlooks.map((o) => falloff(o, ground));
  const seen = sides.filter((s) => s !== undefined);
  const dark = seen.filter((s) => s[0]! >= MIN_DROP);
  if (!dark.length) return undefined;
  const strongest = dark.reduce((a, b) => (b[0]! > a[0]! ? b : a));
  // A lone dark side is some neighbour's: a box's shadow shows at two sides at least, or at one long one below it.
  if (dark.length === 1 && strongest !== sides[2]) return undefined;
  let best: Fit | undefined;
  let plain: Fit | undefined;
  for (const sigma of SIGMAS) {
    for (let k = 0; k < STRENGTHS; k++) {
      const strength = strongest[0]! * (1.02 + k * k * 0.045);
      const edges = sides.map((s) => (s && s[0]! >= 1 ? edgeOf(s, sigma, strength) : undefined));
      let error = 0;
      let n = 0;
      sides.forEach((s, i) => {
        const edge = edges[i];
        if (!s || edge === undefined) return;
        for (let d = 0; d < s.length; d++) error += (s[d]! - strength * tail((d + 0.5 - edge) / sigma)) ** 2;
        n += s.length;
      });
      // Of equally good fits the one with the smaller offsets is meant.
      error = error / Math.max(1, n) + edges.reduce((t: number, e) => t + Math.abs(e ?? 0), 0) / sigma / 50;
      if (!n) continue;
      if (!best || error < best.error) best = { error, sigma, strength, edges };
      if (Math.abs(spreadOf(edges)) < 1 && (!plain || error < plain.error)) plain = { error, sigma, strength, edges };
    }
  }
  if (best && dark.length === 1 && best.sigma < MIN_LONE_SIGMA) return undefined;
  if (plain && best && plain.error < best.error + PLAIN_BONUS) best = plain;
  if (!best || best.error > MAX_ERROR) return undefined;
  const first = outlooks[sides.indexOf(strongest)]!.colors[0]!;
  const shadow = asShadow(best, ground, first);
  return isUsual(shadow) ? shadow : undefined;
}

/** Of its blur, and image pixels on top: as far as the libraries' shadows are offset and spread. Beyond, it is a gradient. */
const MOST_OFFSET = 0.75;
const MOST_SPREAD = 0.3;
const SLACK = 8;

function isUsual({ x, y, blur, spread }: Shadow): boolean {
  const offset = MOST_OFFSET * blur + SLACK;
  return Math.abs(x) <= offset && Math.abs(y) <= offset && Math.abs(spread) <= MOST_SPREAD * blur + SLACK;
}

/** How much darker than the ground each pixel outside a side is, until the ground or a neighbour's shadow is reached. */
function falloff({ colors, shares }: Outlook, ground: number): Falloff | undefined {
  const light = level(ground);
  const drop: Falloff = [];
  let cut = false;
  for (let d = 0; d < colors.length && shares[d]! >= 0.4; d++) {
    const value = light - level(colors[d]!);
    if (value < -ROUNDING) return undefined;
    if (d && (value - drop[d - 1]! > ROUNDING || drop[d - 1]! - value > MAX_STEP)) {
      // Another's shadow lifts it again: only the nearer part is its own.
      drop.length = Math.ceil(d * 0.5);
      cut = true;
      break;
    }
    drop.push(value);
    if (value < 0.7) break;
  }
  // It never levels out: another surface.
  if (!cut && drop.length > 2 && drop.at(-1)! > drop[0]! * 0.7 && drop[0]! > MIN_DROP) return undefined;
  if (drop.length < 2) return drop[0] !== undefined && drop[0] < 0.7 ? drop : undefined;
  return drop[0]! >= MIN_DROP && drop[1]! < drop[0]! * MIN_SOFTNESS ? undefined : drop;
}

function level(color: number): number {
  return (((color >> 16) & 255) + ((color >> 8) & 255) + (color & 255)) / 3;
}

/** Where the shadow's own edge lies, outwards from the side: the weighted mean of what its pixels say. */
function edgeOf(side: Falloff, sigma: number, strength: number): number {
  let sum = 0;
  let weight = 0;
  for (let d = 0; d < side.length; d++) {
    const part = side[d]! / strength;
    if (part <= 0.04 || part >= 0.97) continue;
    // Where the tail is steep a pixel tells most.
    const w = part * (1 - part);
    sum += w * (d + 0.5 - sigma * inverseTail(part));
    weight += w;
  }
  return weight ? sum / weight : -2 * sigma;
}

/** Steps of the tables for a unit of standard deviation, and how many deviations they reach. */
const STEPS = 32;
const REACH = 4;
/** Upper tail of the standard normal distribution (logistic approximation of Bowling et al. 2009, error under 0.0002). */
const TAIL = Float64Array.from({ length: 2 * REACH * STEPS + 1 }, (_, i) => {
  const z = i / STEPS - REACH;
  return 1 / (1 + Math.exp(1.5976 * z + 0.07056 * z ** 3));
});
/** Its inverse, by hundredths. */
const INVERSE = Float64Array.from({ length: 101 }, (_, i) => {
  const at = TAIL.findIndex((v) => v <= i / 100);
  return (at < 0 ? TAIL.length - 1 : at) / STEPS - REACH;
});

function tail(z: number): number {
  return TAIL[Math.min(TAIL.length - 1, Math.max(0, Math.round((z + REACH) * STEPS)))]!;
}

function inverseTail(p: number): number {
  return INVERSE[Math.round(p * 100)]!;
}

function mean(values: (number | undefined)[]): number | undefined {
  const known = values.filter((v) => v !== undefined);
  return known.length ? known.reduce((a, b) => a + b, 0) / known.length : undefined;
}

/** Top and bottom move by the offset against each other; the sides alone tell the spread. */
function spreadOf([top, right, bottom, left]: (number | undefined)[]): number {
  return mean([left, right]) ?? (top !== undefined && bottom !== undefined ? (top + bottom) / 2 : 0);
}

function asShadow({ sigma, strength, edges }: Fit, ground: number, first: number): Shadow {
  const [top, right, bottom, left] = edges;
  const measured = spreadOf(edges);
  const spread = Math.abs(measured) < Math.max(1.5, sigma * 0.2) ? 0 : measured;
  const y =
    bottom !== undefined && top !== undefined
      ? (bottom - top) / 2
      : bottom !== undefined
        ? bottom - spread
        : spread - (top ?? spread);
  const x = left !== undefined && right !== undefined ? (right - left) / 2 : 0;
  const { color, span } = shadowColor(ground, first);
  const alpha = Math.min(1, Math.round((strength / span) * 100) / 100);
  return {
    x: Math.abs(x) < Math.max(0.75, sigma * 0.25) ? 0 : x,
    y: Math.abs(y) < 0.4 ? 0 : y,
    blur: Math.round(sigma * 2),
    spread,
    color,
    alpha,
  };
}

/** Darkening in proportion to the ground is black's; else the hue that, at full strength, takes all of one channel. */
function shadowColor(ground: number, first: number): { color: number; span: number } {
  const grounds = [16, 8, 0].map((s) => (ground >> s) & 255);
  const drops = [16, 8, 0].map((s, i) => grounds[i]! - ((first >> s) & 255));
  const shares = drops.map((d, i) => d / Math.max(1, grounds[i]!));
  const most = Math.max(...shares);
  const proportional = most <= 0 || shares.every((s) => s > most * 0.75);
  const channels = grounds.map((g, i) => (proportional ? 0 : Math.max(0, Math.round(g - drops[i]! / most))));
  const span = grounds.reduce((t, g, i) => t + g - channels[i]!, 0) / 3;
  return { color: (channels[0]! << 16) | (channels[1]! << 8) | channels[2]!, span: Math.max(1, span) };
}
