import { toInkMap } from './ink.ts';
import { ownComponents, withoutBullets } from './own-ink.ts';
import type { Box } from './scene.ts';
import type { InkMap, Pixels, Rgb } from './pixels.ts';
import type { Proposal } from './propose.ts';
import { boundsOf, isThrough, isUpright, survey } from './site.ts';
import type { Site } from './site.ts';
import { cutTouchingLines } from './touching.ts';

/** A line of text, measured but not read. */
export interface InkLine {
  /** Tight around the ink, whole image pixels. */
  box: Box;
  ink: InkMap;
  background: Rgb;
}

/** The window goes so many em past the ends of the text. */
const REACH = 1.2;
/** If this share of the glyphs' ink lies in ones that leave the window, the text is larger than proposed, else its lines touch. */
const LARGER = 0.4;
const ENLARGEMENT = 1.5;
const MOST_ENLARGEMENTS = 3;
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
      const larger = withLarger(pixels, { ...proposal, em }, reach);
      if (larger) return splitAtGaps(larger.site, larger.own).map((part) => toLine(larger.site, part));
      cutTouchingLines(site, own);
      return splitAtGaps(site, ownComponents(site)).map((part) => toLine(site, part));
    }
    return splitAtGaps(site, own).map((part) => toLine(site, part));
  }
}

/** Glyphs that end higher than this, in em above the baseline, are those of the line above. */
const ABOVE = 0.75;

/**
 * The line with some glyphs much larger than the most (a price and what it is for), where larger surroundings hold all of
 * them and none of another line's.
 */
function withLarger(pixels: Pixels, proposal: Proposal, reach: number): { site: Site; own: number[] } | undefined {
  let { em } = proposal;
  for (let tries = 0; tries < MOST_ENLARGEMENTS; tries++) {
    em *= ENLARGEMENT;
    const site = survey(pixels, { ...proposal, em }, reach);
    if (!site) return undefined;
    const own = ownComponents(site);
    const highest = site.baseline - ABOVE * proposal.em;
    if (own.some((i) => site.components.list[i]!.y1 < highest)) return undefined;
    if (leavingInk(site, own).share === 0) return own.length > 0 ? { site, own } : undefined;
  }
  return undefined;
}

/**
 * How much of the ink is in glyphs that leave the window above or below, and whether any leaves it sideways. What goes
 * through from top to bottom within the text counts: it may be letters much larger than proposed.
 */
function leavingInk(site: Site, own: number[]): { share: number; sideways: boolean } {
  const { components, edges, height, core } = site;
  const through = components.list.filter((c) => isThrough(c, height) && c.x0 >= core.x0 && c.x1 <= core.x1);
  let leaving = through.reduce((sum, { area }) => sum + area, 0);
  let all = leaving;
  let sideways = false;
  for (const i of own) {
    const { x0, x1, y0, y1, area } = components.list[i]!;
    all += area;
    if (y0 === edges.y0 || y1 === edges.y1) leaving += area;
    if (x0 === edges.x0 || x1 === edges.x1) sideways = true;
  }
  return { share: all === 0 ? 0 : leaving / all, sideways };
}

function splitAtGaps(site: Site, own: number[]): number[][] {
  const { list } = site.components;
  const sorted = withoutBullets(
    site,
    [...own].sort((a, b) => list[a]!.x0 - list[b]!.x0),
  );
  const rules = list.filter((component) => isUpright(component, site));
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
  const { labels, list } = components;
  const bounds = boundsOf(own.map((i) => list[i]!));
  const isOwn = new Uint8Array(list.length + 1);
  for (const i of own) isOwn[i + 1] = 1;
  const box = {
    x: window.x0 + bounds.x0,
    y: window.y0 + bounds.y0,
    width: bounds.x1 - bounds.x0,
    height: bounds.y1 - bounds.y0,
  };
  const inside = new Uint8Array(box.width * box.height);
  for (let y = 0; y < box.height; y++) {
    const from = (bounds.y0 + y) * width + bounds.x0;
    inside.set(distance.subarray(from, from + box.width), y * box.width);
  }
  list.forEach((component, i) => {
    if (isOwn[i + 1]) return;
    // With a pixel around for its anti-aliased fringe.
    const x1 = Math.min(bounds.x1, component.x1 + 1);
    const y1 = Math.min(bounds.y1, component.y1 + 1);
    for (let y = Math.max(bounds.y0, component.y0 - 1); y < y1; y++)
      for (let x = Math.max(bounds.x0, component.x0 - 1); x < x1; x++)
        if (isForeign(labels, isOwn, x, y, width, height)) inside[(y - bounds.y0) * box.width + x - bounds.x0] = 0;
  });
  return { box, ink: toInkMap(inside, box.width, box.height), background };
}

/** Another component's pixel, or next to one and to none of the line's own. */
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
