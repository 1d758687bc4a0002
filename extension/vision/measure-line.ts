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
/** The window is made larger where the ink runs out of it, so many times. */
const MOST_WIDENINGS = 3;
/** A core ends so much before the text does, in its own heights: a quarter em of the half em that it is high. */
const CORE_INSET = 0.5;
/** Ink that is part of a frame around the line has next to nothing inside its core. */
const FRAME_FILL = 0.04;
/** Apart from the rest by so many line heights, it is another line even if the network joins them. */
const SPLIT_GAP = 2;

/**
 * Measures a proposed line on the pixels: its background, and the ink that belongs to it, exactly. What is there but isn't
 * its own (a frame, an underline, a neighbour, a rule between two cells) is left out; two cells that were proposed as one
 * come out as two lines; nothing comes out where there is no ink. `cell` is the size of a map's cell in image pixels.
 */
export function measureLine(pixels: Pixels, proposal: Proposal, cell: number): InkLine[] {
  let reach = {
    x: Math.max(1.5 * (proposal.y1 - proposal.y0), 3 * cell),
    y: Math.max(proposal.y1 - proposal.y0, 2.5 * cell),
  };
  for (let widening = 0; ; widening++) {
    const site = survey(pixels, proposal, cell, reach);
    if (!site) return [];
    const own = ownComponents(site, cell);
    if (own.length === 0) return [];
    const cut = cutSides(site, own);
    if (widening < MOST_WIDENINGS && (cut.x || cut.y)) {
      reach = { x: reach.x * (cut.x ? 2 : 1), y: reach.y * (cut.y ? 2 : 1) };
      continue;
    }
    return splitAtGaps(site, own).map((part) => toLine(site, part));
  }
}

/** A proposal's surroundings, with coordinates from the window's corner. */
export interface Site {
  window: Window;
  width: number;
  height: number;
  /** The proposed core, in the window. */
  core: Window;
  background: Rgb;
  distance: Uint8Array;
  threshold: number;
  components: Components;
}

function survey(pixels: Pixels, proposal: Proposal, cell: number, reach: { x: number; y: number }): Site | undefined {
  const window = clipped(
    { x0: proposal.x0 - reach.x, y0: proposal.y0 - reach.y, x1: proposal.x1 + reach.x, y1: proposal.y1 + reach.y },
    pixels,
  );
  const margin = Math.max(cell, (proposal.y1 - proposal.y0) / 2);
  const near = clipped(
    { x0: proposal.x0 - cell, y0: proposal.y0 - margin, x1: proposal.x1 + cell, y1: proposal.y1 + margin },
    pixels,
  );
  const width = window.x1 - window.x0;
  const height = window.y1 - window.y0;
  if (near.x1 <= near.x0 || near.y1 <= near.y0) return undefined;
  const background = commonColor(pixels, near);
  const distance = distanceFrom(pixels, window, background);
  const local = clipped(proposal, pixels);
  const core = {
    x0: local.x0 - window.x0,
    y0: local.y0 - window.y0,
    x1: local.x1 - window.x0,
    y1: local.y1 - window.y0,
  };
  levelHighlights(pixels, window, core, distance);
  const contrast = percentile(part(distance, width, core), 0.95);
  const threshold = Math.max(LEAST_INK, INK_SHARE * contrast);
  const mask = distance.map((value) => (value >= threshold ? 1 : 0));
  eraseRules(mask, distance, width, height, core);
  return {
    window,
    width,
    height,
    core,
    background,
    distance,
    threshold,
    components: findComponents(mask, width, height),
  };
}

function part(values: Uint8Array, width: number, { x0, y0, x1, y1 }: Window): Uint8Array {
  const result = new Uint8Array((x1 - x0) * (y1 - y0));
  for (let y = y0; y < y1; y++) result.set(values.subarray(y * width + x0, y * width + x1), (y - y0) * (x1 - x0));
  return result;
}

/** Indices of the components that are the line's glyphs: those with ink in its core, and the dots and accents around them. */
function ownComponents(site: Site, cell: number): number[] {
  const inCore = pixelsInCore(site, Math.max(cell / 2, CORE_INSET * (site.core.y1 - site.core.y0)));
  const seeds = site.components.list.flatMap((component, i) =>
    inCore[i]! > 0 && isGlyphLike(site, component, inCore[i]!) ? [i] : [],
  );
  if (seeds.length === 0) return [];
  return withNeighbours(site, seeds);
}

function pixelsInCore({ components, core, width }: Site, margin: number): Uint32Array {
  const counts = new Uint32Array(components.list.length);
  const x0 = Math.max(0, Math.floor(core.x0 - margin));
  const x1 = Math.min(width, Math.ceil(core.x1 + margin));
  for (let y = core.y0; y < core.y1; y++)
    for (let x = x0; x < x1; x++) {
      const label = components.labels[y * width + x]!;
      if (label) counts[label - 1]!++;
    }
  return counts;
}

function isGlyphLike({ width, height, core }: Site, { x0, y0, x1, y1 }: Component, inCore: number): boolean {
  const acrossAll = y0 === 0 && y1 === height;
  if (acrossAll) return false;
  const around = x0 <= core.x0 && x1 >= core.x1 && y0 < core.y0 && y1 > core.y1;
  const coreArea = (core.x1 - core.x0) * (core.y1 - core.y0);
  if (around && inCore < FRAME_FILL * coreArea) return false;
  return !(x0 === 0 && x1 === width && inCore < FRAME_FILL * coreArea);
}

/** Adds what belongs to the seeds by its place: ends that the core doesn't reach, dots, accents, commas, quotes, underscores. */
function withNeighbours(site: Site, seeds: number[]): number[] {
  const { list } = site.components;
  const bounds = boundsOf(seeds.map((i) => list[i]!));
  const lineHeight = bounds.y1 - bounds.y0;
  const own = new Set(seeds);
  for (let grown = true; grown;) {
    grown = false;
    list.forEach((component, i) => {
      if (own.has(i) || !belongs(component, bounds, lineHeight, site)) return;
      own.add(i);
      grown = true;
      bounds.x0 = Math.min(bounds.x0, component.x0);
      bounds.x1 = Math.max(bounds.x1, component.x1);
    });
  }
  return [...own];
}

/** Ends of words lie nearer than this, in line heights; the next thing on the row (an icon, a cell) lies further off. */
const END_GAP = 0.3;
/** Accents rise above the line's other ink, commas and underscores sink below it, by so many line heights. */
const ABOVE = 0.35;
const BELOW = 0.3;

function belongs({ x0, y0, x1, y1 }: Component, bounds: Window, lineHeight: number, site: Site): boolean {
  const gap = Math.max(x0 - bounds.x1, bounds.x0 - x1);
  if (gap > END_GAP * lineHeight || y1 - y0 > 1.3 * lineHeight) return false;
  if (y0 === 0 || y1 === site.height || x0 === 0 || x1 === site.width) return false;
  if (y0 >= bounds.y0 && y1 <= bounds.y1) return true;
  const isSmall = y1 - y0 <= 0.5 * lineHeight && x1 - x0 <= 1.5 * lineHeight;
  const overlap = Math.min(y1, bounds.y1) - Math.max(y0, bounds.y0);
  if (!isSmall) return overlap >= 0.6 * (y1 - y0);
  return (
    y0 >= bounds.y0 - ABOVE * lineHeight &&
    y1 <= bounds.y1 + BELOW * lineHeight &&
    (y1 + y0) / 2 < bounds.y1 + 0.2 * lineHeight
  );
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

/** Whether the line's ink runs out of the window where the picture goes on. */
function cutSides(site: Site, own: number[]): { x: boolean; y: boolean } {
  const { x0, y0, x1, y1 } = boundsOf(own.map((i) => site.components.list[i]!));
  return { x: x0 === 0 || x1 === site.width, y: y0 === 0 || y1 === site.height };
}

function splitAtGaps(site: Site, own: number[]): number[][] {
  const { list } = site.components;
  const sorted = [...own].sort((a, b) => list[a]!.x0 - list[b]!.x0);
  const bounds = boundsOf(sorted.map((i) => list[i]!));
  const lineHeight = bounds.y1 - bounds.y0;
  const rules = list.filter(({ y0, y1 }) => y0 === 0 && y1 === site.height);
  const parts: number[][] = [];
  let end = -Infinity;
  for (const i of sorted) {
    const { x0, x1 } = list[i]!;
    const isApart = x0 - end > SPLIT_GAP * lineHeight || rules.some((rule) => rule.x0 >= end && rule.x1 <= x0);
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
