import { converter } from 'culori';
import type { Pixels } from './pixels.ts';
import type { PaletteColor } from './scene.ts';
import { hexColor } from './packed.ts';
import { samplePixels } from './sampling.ts';

/** Bits a channel that tell two bins of the histogram apart: 4096 bins. */
const BITS = 4;
/** Distance in OKLab (lightness is 0 to 1) from which on a person would call it another colour. */
const APART = 0.085;
/** Colours that others may be counted to, and colours told of. */
const MOST_SEEDS = 24;
const MOST_COLORS = 6;
/** Share of the picture below which a colour isn't one of its main ones. */
const LEAST_SHARE = 0.01;
/** A colour that this share of its bin's pixels have exactly is the bin's colour; else their mean is. */
const EXACT = 0.4;

interface Bin {
  count: number;
  color: number;
}

/** A colour that others are counted to. */
interface Seed {
  bin: Bin;
  /** Lightness and the two axes of OKLab. */
  lab: readonly [number, number, number];
  count: number;
}

const toOklab = converter('oklab');

/**
 * The main colours of a picture, the widest first, from a fixed sample of its pixels: flat areas keep their exact colour, shades
 * close to each other are one. Shares are of the whole picture and may sum to less than 1.
 */
export function findPalette(pixels: Pixels): PaletteColor[] {
  const samples = samplePixels(pixels);
  const bins = fillBins(samples);
  const seeds: Seed[] = [];
  for (const bin of bins) {
    const lab = labOf(bin.color);
    const near = nearest(seeds, lab);
    if (near && (near.distance < APART || seeds.length === MOST_SEEDS)) near.seed.count += bin.count;
    else seeds.push({ bin, lab, count: bin.count });
  }
  return seeds
    .map(({ bin, count }) => ({
      color: hexColor(bin.color),
      share: Math.round((count / samples.length) * 1000) / 1000,
    }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share || (a.color < b.color ? -1 : 1))
    .slice(0, MOST_COLORS);
}

function labOf(color: number): Seed['lab'] {
  const { l, a, b } = toOklab({
    mode: 'rgb',
    r: (color >> 16) / 255,
    g: ((color >> 8) & 255) / 255,
    b: (color & 255) / 255,
  });
  return [l, a, b];
}

/** The seed nearest in OKLab, where there is any. Thousands of bins ask: objects of a colour library would take 100 ms. */
function nearest(seeds: readonly Seed[], [l, a, b]: Seed['lab']): { seed: Seed; distance: number } | undefined {
  let found: Seed | undefined;
  let least = Infinity;
  for (const seed of seeds) {
    const [x, y, z] = seed.lab;
    const distance = Math.sqrt((x - l) ** 2 + (y - a) ** 2 + (z - b) ** 2);
    if (distance < least) [found, least] = [seed, distance];
  }
  return found && { seed: found, distance: least };
}

/** The histogram's bins, the fullest first. */
function fillBins(samples: Uint32Array): Bin[] {
  const size = 1 << (3 * BITS);
  const counts = new Uint32Array(size);
  const sums = [new Float64Array(size), new Float64Array(size), new Float64Array(size)] as const;
  const [candidates, votes, exact] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
  for (const color of samples) {
    const bin = binOf(color);
    counts[bin]!++;
    sums[0][bin]! += color >> 16;
    sums[1][bin]! += (color >> 8) & 255;
    sums[2][bin]! += color & 255;
    // Boyer and Moore's majority vote.
    if (votes[bin] === 0) candidates[bin] = color;
    votes[bin]! += candidates[bin] === color ? 1 : -1;
  }
  for (const color of samples) if (candidates[binOf(color)] === color) exact[binOf(color)]!++;
  const bins: Bin[] = [];
  counts.forEach((count, bin) => {
    if (!count) return;
    const mean = sums.reduce((packed, sum) => (packed << 8) | Math.round(sum[bin]! / count), 0);
    bins.push({ count, color: exact[bin]! >= count * EXACT ? candidates[bin]! : mean });
  });
  return bins.sort((a, b) => b.count - a.count || a.color - b.color);
}

function binOf(color: number): number {
  const drop = 8 - BITS;
  const [red, green, blue] = [color >> (16 + drop), ((color >> 8) & 255) >> drop, (color & 255) >> drop];
  return (((red << BITS) | green) << BITS) | blue;
}
