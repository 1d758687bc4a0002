import { findComponents } from './components.ts';
import type { Window } from './ground.ts';
import type { Maps } from './pixels.ts';

/** Where the network sees the core of a line: its middle, well inside the ink. Image pixels, not whole. */
export type Proposal = Window;

/** A cell belongs to a line's core from here. Low: measurement drops what isn't ink, but can't find what wasn't proposed. */
const CORE = 0.4;
/** A core must be this sure somewhere. */
const CORE_PEAK = 0.55;
/** Text without a core (too small or too wide for one) is proposed from here. */
const TEXT = 0.6;
/** Cells of it that make a proposal. */
const LEAST_CELLS = 2;

/** One proposal for each connected piece of the core map, and for text that no core lies in. */
export function proposeLines(maps: Maps): Proposal[] {
  const core = maps.channel('core');
  const text = maps.channel('text');
  const cores = findComponents(above(core, CORE), maps.width, maps.height);
  const peaks = peaksOf(core, cores.labels, cores.list.length);
  const kept = cores.list.filter((_, i) => peaks[i]! >= CORE_PEAK);
  const uncovered = above(text, TEXT);
  for (const { x0, y0, x1, y1 } of kept)
    for (let y = Math.max(0, y0 - 2); y < Math.min(maps.height, y1 + 2); y++)
      uncovered.fill(0, y * maps.width + Math.max(0, x0 - 2), y * maps.width + Math.min(maps.width, x1 + 2));
  const left = findComponents(uncovered, maps.width, maps.height).list.filter(({ area }) => area >= LEAST_CELLS);
  const cell = maps.stride * maps.scale;
  return [...kept, ...left].map(({ x0, y0, x1, y1 }) => ({
    x0: x0 * cell,
    y0: y0 * cell,
    x1: x1 * cell,
    y1: y1 * cell,
  }));
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
