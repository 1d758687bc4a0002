import { findComponents } from './components.ts';
import type { Component, Components } from './components.ts';
import type { Maps } from './pixels.ts';

/** Where the network sees a line: image pixels, good to about a third of a cell. */
export interface Proposal {
  /** Ends of its text. */
  x0: number;
  x1: number;
  baseline: number;
  /** Font size of most of it. */
  em: number;
}

/** A cell belongs to a line's core from here. Low: measurement drops what isn't ink, but can't find what wasn't proposed. */
const CORE = 0.4;
/** A core must be this sure somewhere. */
const CORE_PEAK = 0.55;
/** Text without a core (too small or too narrow for one) is proposed from here. */
const TEXT = 0.6;
/** Cells of it that make a proposal. */
const LEAST_CELLS = 2;

/** What the network was taught a core is: so much of the em above the baseline, from and to, and from the ends of the text. */
const CORE_TOP = 0.57;
const CORE_BOTTOM = 0.05;
const CORE_INSET = 0.25;
/** The same for the text map, which reaches below the baseline. */
const TEXT_TOP = 0.9;
const TEXT_BOTTOM = -0.22;

/** One proposal for each connected piece of the core map, and for text that no core lies in. */
export function proposeLines(maps: Maps): Proposal[] {
  const core = maps.channel('core');
  const { labels, list } = separateLines(above(core, CORE), maps.width, maps.height);
  const peaks = peaksOf(core, labels, list.length);
  const cores = list.map((component, i) => ({ component, label: i + 1 })).filter((_, i) => peaks[i]! >= CORE_PEAK);
  const uncovered = above(maps.channel('text'), TEXT);
  for (const { component } of cores) erase(uncovered, component, maps);
  const rest = findComponents(uncovered, maps.width, maps.height).list.filter(({ area }) => area >= LEAST_CELLS);
  return [
    ...cores.map(({ component, label }) => fromCore(component, label, labels, core, maps)),
    ...rest.map((component) => fromText(component, maps)),
  ];
}

/** A small thing that the network takes for an icon may be a number or a letter: proposed from here, for the reader to decide. */
const ICON = 0.3;
/** Cells across and down that such a thing has at most. */
const MOST_ICON_CELLS = 10;
/** Height of figures and capitals in em. */
const CAP_HEIGHT = 0.72;

/** Proposals where the network sees icons: short numbers look like them to it. */
export function proposeDoubtful(maps: Maps): Proposal[] {
  const cell = maps.stride * maps.scale;
  return findComponents(above(maps.channel('icon'), ICON), maps.width, maps.height)
    .list.filter(({ x0, x1, y0, y1 }) => Math.max(x1 - x0, y1 - y0) <= MOST_ICON_CELLS)
    .map(({ x0, x1, y0, y1 }) => ({
      x0: x0 * cell,
      x1: x1 * cell,
      baseline: y1 * cell,
      em: ((y1 - y0) * cell) / CAP_HEIGHT,
    }));
}

/** Lines this close are tied together by a few cells: a row that has so few beside those above and below it parts them. */
const TIE = 0.4;
/** Two lines have at least so many rows of cells: one each, and one between. */
const LEAST_ROWS = 3;
/** A core of several lines is cut once for each. */
const MOST_CUTS = 8;

/** Connected components of a mask, after cutting those that are several lines, one above the other. Changes the mask. */
function separateLines(mask: Uint8Array, width: number, height: number): Components {
  let components = findComponents(mask, width, height);
  for (let cuts = 0; cuts < MOST_CUTS; cuts++) {
    const tied = components.list.map((component, i) => tyingRow(component, i + 1, components.labels, width));
    if (tied.every((row) => row === undefined)) break;
    tied.forEach((row, i) => {
      if (row === undefined) return;
      for (let x = 0; x < width; x++) if (components.labels[row * width + x] === i + 1) mask[row * width + x] = 0;
    });
    components = findComponents(mask, width, height);
  }
  return components;
}

/** The row of a component with the fewest cells beside the fullest row above and below it, where they are few enough. */
function tyingRow({ y0, y1, x0, x1 }: Component, label: number, labels: Int32Array, width: number): number | undefined {
  if (y1 - y0 < LEAST_ROWS) return undefined;
  const counts = Array.from({ length: y1 - y0 }, (_, y) => {
    let count = 0;
    for (let x = x0; x < x1; x++) if (labels[(y0 + y) * width + x] === label) count++;
    return count;
  });
  let best: number | undefined;
  let least = TIE;
  for (let y = 1; y < counts.length - 1; y++) {
    const share = counts[y]! / Math.min(Math.max(...counts.slice(0, y)), Math.max(...counts.slice(y + 1)));
    if (share <= least) {
      least = share;
      best = y0 + y;
    }
  }
  return best;
}

function above(map: Float32Array, threshold: number): Uint8Array {
  const mask = new Uint8Array(map.length);
  for (let i = 0; i < map.length; i++) mask[i] = map[i]! >= threshold ? 1 : 0;
  return mask;
}

function peaksOf(map: Float32Array, labels: Int32Array, count: number): Float32Array {
  const peaks = new Float32Array(count);
  for (let i = 0; i < map.length; i++) if (labels[i]) peaks[labels[i]! - 1] = Math.max(peaks[labels[i]! - 1]!, map[i]!);
  return peaks;
}

/** Takes away the text around a core, and two cells more. */
function erase(mask: Uint8Array, { x0, y0, x1, y1 }: Component, { width, height }: Maps): void {
  const margin = y1 - y0 + 1;
  for (let y = Math.max(0, y0 - margin); y < Math.min(height, y1 + margin); y++)
    mask.fill(0, y * width + Math.max(0, x0 - 2), y * width + Math.min(width, x1 + 2));
}

/**
 * A cell's probability is the share of it that the core covers, so sums over columns tell its height and place, and the
 * columns at its ends where it begins, to parts of a cell.
 */
function fromCore(
  { x0, y0, x1, y1 }: Component,
  label: number,
  labels: Int32Array,
  core: Float32Array,
  maps: Maps,
): Proposal {
  const columns = new Float32Array(x1 - x0 + 2);
  let moment = 0;
  for (let y = Math.max(0, y0 - 1); y < Math.min(maps.height, y1 + 1); y++)
    for (let x = Math.max(0, x0 - 1); x < Math.min(maps.width, x1 + 1); x++) {
      const at = y * maps.width + x;
      if (labels[at] && labels[at] !== label) continue;
      columns[x - x0 + 1]! += core[at]!;
      moment += core[at]! * (y + 0.5);
    }
  const inner = x1 - x0 > 3 ? [...columns.subarray(2, -2)] : [Math.max(...columns)];
  const plateau = inner.reduce((sum, value) => sum + value, 0) / inner.length;
  const cell = maps.stride * maps.scale;
  const em = (plateau * cell) / (CORE_TOP - CORE_BOTTOM);
  const middle = (moment / columns.reduce((sum, value) => sum + value, 0)) * cell;
  const left = x0 + 1 - Math.min(2, (columns[0]! + columns[1]!) / plateau);
  const right = x1 - 1 + Math.min(2, (columns.at(-1)! + columns.at(-2)!) / plateau);
  return {
    x0: left * cell - CORE_INSET * em,
    x1: right * cell + CORE_INSET * em,
    baseline: middle + ((CORE_TOP + CORE_BOTTOM) / 2) * em,
    em,
  };
}

function fromText({ x0, y0, x1, y1 }: Component, maps: Maps): Proposal {
  const cell = maps.stride * maps.scale;
  const em = ((y1 - y0) * cell) / (TEXT_TOP - TEXT_BOTTOM);
  return { x0: x0 * cell, x1: x1 * cell, baseline: y1 * cell + TEXT_BOTTOM * em, em };
}
