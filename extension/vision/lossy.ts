import { isNear } from './packed.ts';

/** Levels between neighbours that noise of compression makes in a flat part. */
const NOISE = 7;
/** Pixels across a block of JPEG, and of WebP's transform twice. */
const BLOCK = 8;
/** Share of neighbours that end a flat stretch by a little: below this there is no noise to speak of. */
const MIN_ENDS = 0.002;
/** Share of those ends beside the grid of blocks that tells compression; three eighths are there by chance. */
const ON_GRID = 0.65;
/** Share of neighbours that are equal, and nearly equal, in a picture that is all noise. */
const NO_FLATS = 0.2;
const ALL_NEAR = 0.6;

/**
 * Whether a picture went through lossy compression: its flat parts end, by a little, where blocks of 8 pixels do; or it has
 * next to no flat parts. Dithered gradients and photographs in a lossless picture do neither. `packed`: 0xrrggbb a pixel.
 */
export function isLossy(packed: Uint32Array, width: number, height: number): boolean {
  let [seen, equal, near, ends, onGrid] = [0, 0, 0, 0, 0];
  // Every seventh row is plenty for shares.
  for (let y = 0; y < height; y += 7) {
    let flat = 0;
    for (let x = 1; x < width; x++) {
      const a = packed[y * width + x]!;
      const b = packed[y * width + x - 1]!;
      seen++;
      if (a === b) {
        flat++;
        equal++;
        continue;
      }
      if (isNear(a, b, NOISE)) {
        near++;
        if (flat >= BLOCK - 1) {
          ends++;
          // Chroma of half the size is interpolated: a pixel either way.
          if ((x + 1) % BLOCK <= 2) onGrid++;
        }
      }
      flat = 0;
    }
  }
  return (ends > seen * MIN_ENDS && onGrid > ends * ON_GRID) || (equal < seen * NO_FLATS && near > seen * ALL_NEAR);
}

/** Share of a picture's pixels that makes a colour one of its surfaces'. */
const MIN_SHARE = 0.0008;
/** Levels: nearer colours are shades of one, which compression made. */
const SHADES = 4;
/** Levels from its surface's colour that ringing beside an edge reaches at the usual qualities. */
const RINGING = 16;
/** Bits of each channel that colours are counted by. */
const BITS = 6;

/** Takes the noise of compression out of surfaces: pixels near a colour that is common in the picture get that colour. */
export function smoothLossy(packed: Uint32Array): void {
  const bins = new Int32Array(1 << (3 * BITS));
  for (const c of packed) bins[binOf(c)]!++;
  const palette = commonColors(packed, bins);
  const nearest = new Int32Array(bins.length).fill(UNKNOWN);
  for (let i = 0; i < packed.length; i++) {
    const bin = binOf(packed[i]!);
    if (nearest[bin] === UNKNOWN) nearest[bin] = nearestOf(palette, packed[i]!);
    if (nearest[bin]! >= 0) packed[i] = nearest[bin]!;
  }
}

const UNKNOWN = -2;
const NONE = -1;

function binOf(color: number): number {
  const drop = 8 - BITS;
  return (
    (((color >> (16 + drop)) & 63) << (2 * BITS)) | (((color >> (8 + drop)) & 63) << BITS) | ((color >> drop) & 63)
  );
}

/** The most common exact colour of each bin that is common, shades of a more common one left out. */
function commonColors(packed: Uint32Array, bins: Int32Array): number[] {
  const least = packed.length * MIN_SHARE;
  const counts = new Map<number, number>();
  for (const c of packed) if (bins[binOf(c)]! >= least) counts.set(c, (counts.get(c) ?? 0) + 1);
  const palette: number[] = [];
  for (const [color, n] of [...counts].sort((a, b) => b[1] - a[1])) {
    if (n < least / 2) break;
    if (!palette.some((p) => isNear(p, color, SHADES))) palette.push(color);
  }
  return palette;
}

function nearestOf(palette: readonly number[], color: number): number {
  let best = NONE;
  let least = Infinity;
  for (const p of palette) {
    if (!isNear(p, color, RINGING)) continue;
    const [r, g, b] = [(p >> 16) - (color >> 16), ((p >> 8) & 255) - ((color >> 8) & 255), (p & 255) - (color & 255)];
    const distance = r * r + g * g + b * b;
    if (distance < least) [best, least] = [p, distance];
  }
  return best;
}
