import type { Box } from './scene.ts';
import type { Pixels, Rgb } from './pixels.ts';

/** A word's two colours, and how far each pixel of its box goes from one to the other. */
export interface InkColors {
  background: Rgb;
  color: Rgb;
  /** Largest difference in a channel between the two, 0 to 255. */
  contrast: number;
  /** Pixels that show the full colour: more make it surer. */
  solid: number;
}

/** The most common colour must have this share of a word's surroundings to be its background; on pictures none has. */
const FLAT_SHARE = 0.3;
/** A pixel at least this far towards the farthest one may be full ink; the rest are edges. */
const NEARLY_FULL = 0.9;
/** Skia rounds coverage: equal ink differs by no more than this in any channel. */
const SAME_INK = 6;
/** A word with fewer nearly full pixels than this can't spare any. */
const FEW_PIXELS = 8;
/** Weaker ink than this (0 to 255) is noise. */
const FAINTEST = 10;

/**
 * Colours of the ink in `box` (image pixels). The background is the most common colour in and around it, or `ground`
 * where none is. Anti-aliased pixels lie on the line from the background to the text's colour, so the text's colour is
 * where that line ends: the mean of its last, equal pixels.
 * `owned` says whether a pixel belongs to the text.
 */
export function measureColors(
  pixels: Pixels,
  box: Box,
  ground: Rgb,
  owned: (x: number, y: number) => boolean,
): InkColors {
  const background = commonColor(pixels, box, ground, owned);
  const [red, green, blue] = background;
  const { data, width } = pixels;
  // Where inked pixels are in `data`, and how far from the background (squared).
  const places: number[] = [];
  const distances: number[] = [];
  let farthest = FAINTEST ** 2;
  for (let y = box.y; y < box.y + box.height; y++)
    for (let x = box.x; x < box.x + box.width; x++) {
      const at = (y * width + x) * 3;
      const distance = (data[at]! - red) ** 2 + (data[at + 1]! - green) ** 2 + (data[at + 2]! - blue) ** 2;
      if (distance < farthest * NEARLY_FULL ** 2 || !owned(x, y)) continue;
      places.push(at);
      distances.push(distance);
      if (distance > farthest) farthest = distance;
    }
  const full = [...places.keys()]
    .filter((i) => distances[i]! >= farthest * NEARLY_FULL ** 2)
    .sort((a, b) => distances[b]! - distances[a]!)
    .map((i): Rgb => [data[places[i]!]!, data[places[i]! + 1]!, data[places[i]! + 2]!]);
  if (full.length === 0) return { background, color: background, contrast: 0, solid: 0 };
  const end = plateau(full);
  const color = mean(end);
  return {
    background,
    color,
    contrast: Math.max(...color.map((c, i) => Math.abs(c - background[i]!))),
    solid: end.length,
  };
}

/** The farthest colours that are equal. One odd pixel beyond them (compression, a neighbour's ink) doesn't count. */
function plateau(colors: Rgb[]): Rgb[] {
  const groupOf = (center: Rgb): Rgb[] =>
    colors.filter((color) => color.every((c, i) => Math.abs(c - center[i]!) <= SAME_INK));
  const farthest = groupOf(colors[0]!);
  if (farthest.length > 1 || colors.length < FEW_PIXELS) return farthest;
  return groupOf(colors[1]!);
}

function mean(colors: Rgb[]): Rgb {
  const sum = [0, 0, 0];
  for (const color of colors) for (let i = 0; i < 3; i++) sum[i]! += color[i]!;
  return [
    Math.round(sum[0]! / colors.length),
    Math.round(sum[1]! / colors.length),
    Math.round(sum[2]! / colors.length),
  ];
}

/** The most common colour between and around the letters of a box; `ground` where no colour is common. */
function commonColor(pixels: Pixels, box: Box, ground: Rgb, owned: (x: number, y: number) => boolean): Rgb {
  const counts = new Map<number, number>();
  const packedGround = (ground[0] << 16) | (ground[1] << 8) | ground[2];
  let [total, grounds, best, most] = [0, 0, packedGround, 0];
  const countAll = (count: (packed: number, x: number, y: number) => void): void => {
    for (let y = Math.max(0, box.y - 1); y < Math.min(pixels.height, box.y + box.height + 1); y++)
      for (let x = Math.max(0, box.x - 1); x < Math.min(pixels.width, box.x + box.width + 1); x++) {
        const at = (y * pixels.width + x) * 3;
        count((pixels.data[at]! << 16) | (pixels.data[at + 1]! << 8) | pixels.data[at + 2]!, x, y);
      }
  };
  countAll((packed) => {
    total++;
    if (packed === packedGround) grounds++;
  });
  // Nearly always so, and counting one colour is quick.
  if (grounds * 2 > total) return ground;
  // On a gradient nothing is as common as the ink.
  countAll((packed, x, y) => {
    if (owned(x, y)) return;
    const count = (counts.get(packed) ?? 0) + 1;
    counts.set(packed, count);
    if (count > most) [most, best] = [count, packed];
  });
  return most >= total * FLAT_SHARE ? [best >> 16, (best >> 8) & 255, best & 255] : ground;
}
