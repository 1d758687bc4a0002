import type { Pixels, RawLine } from './pixels.ts';
import { isLossy, smoothLossy } from './lossy.ts';
import { packedDistance } from './packed.ts';
import { label } from './regions.ts';
import type { Regions } from './regions.ts';

/** What segmentation needs of a line of text. */
export type TextArea = Pick<RawLine, 'box' | 'background'> & { ink?: RawLine['ink'] };

/** Share of a word's box that no heavy face fills. */
const BLOCK_SHARE = 0.62;
/** Neighbours in a gradient or shadow differ by no more: a shadow of 8 px blur falls 3 levels a pixel at 10 % black. */
const RAMP_STEP = 3;
/** Levels that a gradient's colour beside a line is from the line's background, at most. */
const MAX_RAMP = 40;
/** The same after compression. */
const LOSSY_RAMP_STEP = 8;

/** Splits the picture into flat regions. Time and memory are linear in pixels: about 12 bytes a pixel besides the picture. */
export function segment(pixels: Pixels, text: readonly TextArea[]): Regions {
  const packed = pack(pixels);
  for (const area of text) paintOver(packed, pixels.width, pixels.height, area);
  const { width, height } = pixels;
  if (!isLossy(packed, width, height)) return label(packed, width, height, RAMP_STEP);
  smoothLossy(packed);
  return { ...label(packed, width, height, LOSSY_RAMP_STEP), lossy: true };
}

function pack({ width, height, data }: Pixels): Uint32Array {
  const packed = new Uint32Array(width * height);
  for (let i = 0, j = 0; i < packed.length; i++, j += 3)
    packed[i] = (data[j]! << 16) | (data[j + 1]! << 8) | data[j + 2]!;
  return packed;
}

/** Replaces a line's ink with what lies under it: its background, or on a gradient what lies left and right of the row. */
function paintOver(packed: Uint32Array, width: number, height: number, { box, background, ink }: TextArea): void {
  if (isBlock(ink)) return;
  const ground = (background[0] << 16) | (background[1] << 8) | background[2];
  // One pixel around the tight box, for blended fringes.
  const x0 = Math.max(0, box.x - 1);
  const x1 = Math.min(width, box.x + box.width + 1);
  for (let y = Math.max(0, box.y - 1); y < Math.min(height, box.y + box.height + 1); y++) {
    const row = y * width;
    const left = packed[row + Math.max(0, x0 - 1)]!;
    const right = packed[row + Math.min(width - 1, x1)]!;
    // A gradient changes little along a line, and isn't far from the most common colour; else another thing is beside it.
    const ramp = packedDistance(left, right) <= 2 + (x1 - x0) * 0.25 && packedDistance(left, ground) <= MAX_RAMP;
    for (let x = x0; x < x1; x++) {
      if (!isInk(ink, x - box.x, y - box.y)) continue;
      packed[row + x] = ramp ? mix(left, right, (x - x0 + 1) / (x1 - x0 + 1)) : ground;
    }
  }
}

/**
 * Whether "ink" fills its box: a block that was taken for a letter. Narrow letters do fill theirs, and a long line may seem
 * to where its ground is a gradient.
 */
function isBlock(ink: TextArea['ink']): boolean {
  if (!ink || Math.min(ink.width, ink.height) < 12 || ink.width > ink.height * 3) return false;
  let filled = 0;
  for (const v of ink.data) if (v > 0) filled++;
  return filled > ink.data.length * BLOCK_SHARE;
}

/** Whether a place in a line's box, or one beside it, has ink. */
function isInk(ink: TextArea['ink'], x: number, y: number): boolean {
  if (!ink) return true;
  for (let v = Math.max(0, y - 1); v <= Math.min(ink.height - 1, y + 1); v++) {
    for (let u = Math.max(0, x - 1); u <= Math.min(ink.width - 1, x + 1); u++)
      if (ink.data[v * ink.width + u]! > 0) return true;
  }
  return false;
}

function mix(a: number, b: number, t: number): number {
  const channel = (shift: number): number => {
    const from = (a >> shift) & 255;
    return Math.round(from + (((b >> shift) & 255) - from) * t) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}
