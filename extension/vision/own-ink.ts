import type { Component } from './components.ts';
import type { Window } from './ground.ts';
import { boundsOf, isUpright, pixelsInCore } from './site.ts';
import type { Site } from './site.ts';

/** Indices of the components that are the line's glyphs: those with ink in its core, and the dots and accents around them. */
export function ownComponents(site: Site): number[] {
  const { components, width, core } = site;
  const { labels, list } = components;
  const inCore = pixelsInCore(labels, list.length, width, core);
  const seeds = list.flatMap((component, i) => (inCore[i]! > 0 && !isUpright(component, site) ? [i] : []));
  return seeds.length === 0 ? [] : withNeighbours(site, seeds);
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

function belongs(component: Component, bounds: Window, site: Site): boolean {
  const { x0, y0, x1, y1 } = component;
  const { edges, core, em, baseline } = site;
  if (isUpright(component, site)) return false;
  if (y0 === edges.y0 || y1 === edges.y1 || x0 === edges.x0 || x1 === edges.x1) return false;
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

/** A bullet's size and the gap beside it, in em, where its middle lies, and how much of its bounds it fills. */
const BULLET = { least: 0.12, most: 0.5, gap: 0.3, top: 0.6, bottom: 0.12, fill: 0.65, aspect: 1.4 };

/**
 * Takes list markers and separators off the ends of components sorted from left to right: they are drawn beside text. Between
 * words they stay.
 */
export function withoutBullets(site: Site, sorted: number[]): number[] {
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
