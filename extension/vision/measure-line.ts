import type { Component, Components } from './components.ts';
import { findComponents } from './components.ts';
import type { Window } from './ground.ts';
import { clipped, commonColor, distanceFrom } from './ground.ts';
import { percentile, toInkMap } from './ink.ts';
import type { Box } from './scene.ts';
import type { InkMap, Pixels, Rgb } from './pixels.ts';
import type { Proposal } from './propose.ts';
import { levelHighlights } from './highlight.ts';
import { eraseRules } from './rules.ts';

/** A line of text, measured but not read. */
export interface InkLine {
  /** Tight around the ink, whole image pixels. */
  box: Box;
  ink: InkMap;
  background: Rgb;
}

/** Share of the full contrast from which a pixel is ink: at half, thin strokes would break. */
const INK_SHARE = 0.3;
/** Less than this (0 to 255) above the background is noise of compression. */
const LEAST_INK = 14;

/** Extents in em from the baseline, upwards: where lower-case letters are, where letters and signs are, and all there can be. */
const CORE = { top: 0.55, bottom: 0.03 };
const LETTERS = { top: 0.95, bottom: -0.25 };
const LIMITS = { top: 1.2, bottom: -0.45 };
/** The window goes so many em past the ends of the text. */
const REACH = 1.2;
/** If this share of the glyphs' ink lies in ones that leave the window, the text is larger than proposed, else its lines touch. */
const LARGER = 0.4;
const ENLARGEMENT = 1.5;
const MOST_ENLARGEMENTS = 3;
/** Ink that is part of a frame around the line has next to nothing inside its core. */
const FRAME_FILL = 0.04;
/** Apart from the rest by so many em, it is another line even if the network joins them. */
const SPLIT_GAP = 1.8;

/**
 * Measures a proposed line on the pixels: its background, and the ink that belongs to it, exactly. What is there but isn't
 * its own (a frame, an underline, a neighbour, a rule between two cells) is left out; two cells that were proposed as one
 * come out as two lines; nothing comes out where there is no ink.
 */
export function measureLine(pixels: Pixels, proposal: Proposal): InkLine[] {
  let { em } = proposal;
  let reach = REACH * em;
  for (let tries = 0; ; tries++) {
    const site = survey(pixels, { ...proposal, em }, reach);
    if (!site) return [];
    const own = ownComponents(site);
    const leaving = leavingInk(site, own);
    if (tries < MOST_ENLARGEMENTS && (leaving.sideways || leaving.share > LARGER)) {
      if (leaving.share > LARGER) em *= ENLARGEMENT;
      reach = Math.max(reach, REACH * em) * (leaving.sideways ? 2 : 1);
      continue;
    }
    if (own.length === 0) return [];
    if (leaving.share > 0) {
      cutTouchingLines(site, own);
      return splitAtGaps(site, ownComponents(site)).map((part) => toLine(site, part));
    }
    return splitAtGaps(site, own).map((part) => toLine(site, part));
  }
}

/** A proposal's surroundings, with coordinates from the window's corner. */
interface Site {
  window: Window;
  width: number;
  height: number;
  /** From end to end of the text, from x-height to baseline. */
  core: Window;
  em: number;
  baseline: number;
  background: Rgb;
  distance: Uint8Array;
  mask: Uint8Array;
  components: Components;
}

function survey(pixels: Pixels, { x0, x1, baseline, em }: Proposal, reach: number): Site | undefined {
  const rows = ({ top, bottom }: { top: number; bottom: number }) => ({
    y0: baseline - top * em,
    y1: baseline - bottom * em,
  });
  const window = clipped({ x0: x0 - reach, x1: x1 + reach, ...rows(LIMITS) }, pixels);
  const near = clipped({ x0, x1, ...rows(LETTERS) }, pixels);
  const inPicture = clipped({ x0, x1, ...rows(CORE) }, pixels);
  if (inPicture.x1 <= inPicture.x0 || inPicture.y1 <= inPicture.y0) return undefined;
  const width = window.x1 - window.x0;
  const height = window.y1 - window.y0;
  const core = {
    x0: inPicture.x0 - window.x0,
    y0: inPicture.y0 - window.y0,
    x1: inPicture.x1 - window.x0,
    y1: inPicture.y1 - window.y0,
  };
  const background = commonColor(pixels, near);
  const distance = distanceFrom(pixels, window, background);
  levelHighlights(pixels, window, core, distance);
  const contrast = percentile(part(distance, width, core), 0.95);
  const threshold = Math.max(LEAST_INK, INK_SHARE * contrast);
  const mask = distance.map((value) => (value >= threshold ? 1 : 0));
  const components = withoutLines(mask, distance, width, height, core);
  return { window, width, height, core, em, baseline: baseline - window.y0, background, distance, mask, components };
}

function part(values: Uint8Array, width: number, { x0, y0, x1, y1 }: Window): Uint8Array {
  const result = new Uint8Array((x1 - x0) * (y1 - y0));
  for (let y = y0; y < y1; y++) result.set(values.subarray(y * width + x0, y * width + x1), (y - y0) * (x1 - x0));
  return result;
}

/** Takes frames and rules out of the mask. Frames first: without its upper and lower side a field's frame looks like two bars. */
function withoutLines(mask: Uint8Array, distance: Uint8Array, width: number, height: number, core: Window): Components {
  const all = findComponents(mask, width, height);
  const inCore = pixelsInCore(all.labels, all.list.length, width, core);
  const isFrame = Uint8Array.from([
    0,
    ...all.list.map((component, i) => Number(isFrameLike(component, inCore[i]!, width, core))),
  ]);
  if (isFrame.includes(1)) all.labels.forEach((label, i) => (mask[i]! *= 1 - isFrame[label]!));
  const erased = eraseRules(mask, distance, width, height, core);
  return erased || isFrame.includes(1) ? findComponents(mask, width, height) : all;
}

function isFrameLike({ x0, y0, x1, y1 }: Component, inCore: number, width: number, core: Window): boolean {
  const isFaint = inCore < FRAME_FILL * (core.x1 - core.x0) * (core.y1 - core.y0);
  const isAround = x0 <= core.x0 && x1 >= core.x1 && y0 < core.y0 && y1 > core.y1;
  return isFaint && (isAround || (x0 === 0 && x1 === width));
}

/** Indices of the components that are the line's glyphs: those with ink in its core, and the dots and accents around them. */
function ownComponents(site: Site): number[] {
  const { components, width, height, core } = site;
  const { labels, list } = components;
  const inCore = pixelsInCore(labels, list.length, width, core);
  const seeds = list.flatMap((component, i) => (inCore[i]! > 0 && !isThrough(component, height) ? [i] : []));
  return seeds.length === 0 ? [] : withNeighbours(site, seeds);
}

/** From top to bottom of the window: a vertical rule, or what surrounds a button. */
function isThrough({ y0, y1 }: Component, height: number): boolean {
  return y0 === 0 && y1 === height;
}

function pixelsInCore(labels: Int32Array, count: number, width: number, core: Window): Uint32Array {
  const counts = new Uint32Array(count);
  for (let y = core.y0; y < core.y1; y++)
    for (let x = core.x0; x < core.x1; x++) {
      const label = labels[y * width + x]!;
      if (label) counts[label - 1]!++;
    }
  return counts;
}

/** Adds what belongs to the seeds by its place: ends that the core misses, dots, accents, commas, quotes, underscores. */
function withNeighbours(site: Site, seeds: number[]): number[] {
  const { list } = site.components;
  const own = new Set(seeds);
  const bounds = boundsOf(seeds.map((i) => list[i]!));
  for (let grown = true; grown;) {
    grown = false;
    list.forEach((component, i) => {
      if (own.has(i) || !belongs(component, bounds, site)) return;
      own.add(i);
      grown = true;
      bounds.x0 = Math.min(bounds.x0, component.x0);
      bounds.x1 = Math.max(bounds.x1, component.x1);
    });
  }
  return [...own];
}

/** Ends of words lie nearer than this, in em; the next thing on the row (an icon, a cell) lies further off. */
const END_GAP = 0.28;
/** ... and no further than this past where the network saw the text end: an error of its, not another thing. */
const OUTSIDE = 0.15;
/** A full stop in a monospaced font stands further off. */
const STOP_GAP = 0.42;
const STOP_SIZE = 0.3;
/** Accents rise so much above the line's other ink, and commas and underscores sink below it, in em. */
const ABOVE = 0.33;
const BELOW = 0.25;

function belongs({ x0, y0, x1, y1 }: Component, bounds: Window, { width, height, core, em, baseline }: Site): boolean {
  if (y0 === 0 || y1 === height || x0 === 0 || x1 === width) return false;
  const isStop = Math.max(x1 - x0, y1 - y0) <= STOP_SIZE * em && Math.abs(y1 - baseline) < 0.2 * em;
  const isWithin = x0 >= core.x0 && x1 <= core.x1;
  const gap = isWithin ? 0 : Math.max(x0 - bounds.x1, bounds.x0 - x1);
  if (gap > (isStop ? STOP_GAP : END_GAP) * em) return false;
  const outside = Math.max(x0 - core.x1, core.x0 - x1);
  if (outside > (isStop ? STOP_GAP : OUTSIDE) * em) return false;
  const overlap = Math.min(y1, bounds.y1) - Math.max(y0, bounds.y0);
  const isSmall = y1 - y0 <= 0.5 * em && x1 - x0 <= 1.2 * em;
  if (!isSmall) return y1 - y0 <= 1.3 * em && overlap >= 0.6 * (y1 - y0);
  return (
    y0 >= bounds.y0 - ABOVE * em &&
    y1 <= bounds.y1 + BELOW * em &&
    (y0 + y1) / 2 < Math.max(bounds.y1, baseline + 0.2 * em)
  );
}

/**
 * How much of the ink is in glyphs that leave the window above or below, and whether any leaves it sideways. What goes
 * through from top to bottom within the text counts: it may be letters much larger than proposed.
 */
function leavingInk(site: Site, own: number[]): { share: number; sideways: boolean } {
  const { components, width, height, core } = site;
  const through = components.list.filter((c) => isThrough(c, height) && c.x0 >= core.x0 && c.x1 <= core.x1);
  let leaving = through.reduce((sum, { area }) => sum + area, 0);
  let all = leaving;
  let sideways = false;
  for (const i of own) {
    const { x0, x1, y0, y1, area } = components.list[i]!;
    all += area;
    if (y0 === 0 || y1 === height) leaving += area;
    if (x0 === 0 || x1 === width) sideways = true;
  }
  return { share: all === 0 ? 0 : leaving / all, sideways };
}

/** Where the line above or below may touch: between what ours reaches and what theirs does, in em from the baseline. */
const CUT_ABOVE = { top: 0.98, bottom: 0.7 };
const CUT_BELOW = { top: -0.18, bottom: -0.4 };

/** Cuts glyphs that are tied to those of the line above or below, at the row with the least ink. Changes the site. */
function cutTouchingLines(site: Site, own: number[]): void {
  const { components, mask, width, height, baseline, em } = site;
  const touching = own.map((i) => components.list[i]!).filter(({ y0, y1 }) => y0 === 0 || y1 === height);
  if (touching.some(({ y0 }) => y0 === 0))
    mask.fill(0, 0, (thinnestRow(site, own, baseline, em, CUT_ABOVE) + 1) * width);
  if (touching.some(({ y1 }) => y1 === height)) mask.fill(0, thinnestRow(site, own, baseline, em, CUT_BELOW) * width);
  site.components = findComponents(mask, width, height);
}

function thinnestRow(
  { components, width, height }: Site,
  own: number[],
  baseline: number,
  em: number,
  range: { top: number; bottom: number },
): number {
  const isOwn = new Set(own.map((i) => i + 1));
  const from = Math.max(0, Math.round(baseline - range.top * em));
  const to = Math.min(height - 1, Math.round(baseline - range.bottom * em));
  let best = from;
  let least = Infinity;
  for (let y = from; y <= to; y++) {
    let ink = 0;
    for (let x = 0; x < width; x++) if (isOwn.has(components.labels[y * width + x]!)) ink++;
    if (ink < least) {
      least = ink;
      best = y;
    }
  }
  return best;
}

function boundsOf(components: Component[]): Window {
  const bounds = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const { x0, y0, x1, y1 } of components) {
    bounds.x0 = Math.min(bounds.x0, x0);
    bounds.y0 = Math.min(bounds.y0, y0);
    bounds.x1 = Math.max(bounds.x1, x1);
    bounds.y1 = Math.max(bounds.y1, y1);
  }
  return bounds;
}

/** A bullet's size and the gap beside it, in em, where its middle lies, and how much of its bounds it fills. */
const BULLET = { least: 0.12, most: 0.5, gap: 0.3, top: 0.6, bottom: 0.12, fill: 0.65, aspect: 1.4 };

/** Takes list markers and separators off the ends: they are drawn beside text. Between words they stay. */
function withoutBullets(site: Site, sorted: number[]): number[] {
  const { list } = site.components;
  const isBullet = (at: number, gap: number): boolean => {
    const { x0, y0, x1, y1, area } = list[at]!;
    const [width, height] = [x1 - x0, y1 - y0];
    const middle = (site.baseline - (y0 + y1) / 2) / site.em;
    const size = Math.max(width, height);
    return (
      gap >= BULLET.gap * site.em &&
      size >= BULLET.least * site.em &&
      size <= BULLET.most * site.em &&
      size <= BULLET.aspect * Math.min(width, height) &&
      area >= BULLET.fill * width * height &&
      middle <= BULLET.top &&
      middle >= BULLET.bottom
    );
  };
  let [from, to] = [0, sorted.length];
  while (to - from > 1 && isBullet(sorted[from]!, list[sorted[from + 1]!]!.x0 - list[sorted[from]!]!.x1)) from++;
  const endBefore = (k: number): number => Math.max(...sorted.slice(from, k).map((i) => list[i]!.x1));
  while (to - from > 1 && isBullet(sorted[to - 1]!, list[sorted[to - 1]!]!.x0 - endBefore(to - 1))) to--;
  return sorted.slice(from, to);
}

function splitAtGaps(site: Site, own: number[]): number[][] {
  const { list } = site.components;
  const sorted = withoutBullets(
    site,
    [...own].sort((a, b) => list[a]!.x0 - list[b]!.x0),
  );
  const rules = list.filter((component) => isThrough(component, site.height));
  const parts: number[][] = [];
  let end = -Infinity;
  for (const i of sorted) {
    const { x0, x1 } = list[i]!;
    const isApart = x0 - end > SPLIT_GAP * site.em || rules.some((rule) => rule.x0 >= end && rule.x1 <= x0);
    if (isApart || parts.length === 0) parts.push([]);
    parts[parts.length - 1]!.push(i);
    end = Math.max(end, x1);
  }
  return parts;
}

function toLine({ components, window, width, height, distance, background }: Site, own: number[]): InkLine {
  const { x0, y0, x1, y1 } = boundsOf(own.map((i) => components.list[i]!));
  const isOwn = new Uint8Array(components.list.length + 1);
  for (const i of own) isOwn[i + 1] = 1;
  const box = { x: window.x0 + x0, y: window.y0 + y0, width: x1 - x0, height: y1 - y0 };
  const inside = new Uint8Array(box.width * box.height);
  const mask = new Uint8Array(box.width * box.height);
  for (let y = y0, i = 0; y < y1; y++)
    for (let x = x0; x < x1; x++, i++) {
      inside[i] = distance[y * width + x]!;
      mask[i] = isForeign(components.labels, isOwn, x, y, width, height) ? 0 : 1;
    }
  return { box, ink: toInkMap(inside, box.width, box.height, mask), background };
}

/** Another component's pixel, or its anti-aliased fringe. */
function isForeign(
  labels: Int32Array,
  isOwn: Uint8Array,
  x: number,
  y: number,
  width: number,
  height: number,
): boolean {
  const label = labels[y * width + x]!;
  if (label) return !isOwn[label];
  let foreign = false;
  for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
    for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
      const near = labels[v * width + u]!;
      if (near && isOwn[near]) return false;
      if (near) foreign = true;
    }
  return foreign;
}
