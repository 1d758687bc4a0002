/** Difference of colour, of a possible 255, below which two pixels look the same: what anti-aliasing alone makes. */
const ALIKE = 24;
/** Difference from which a pixel is marked at full strength. */
const CLEAR = 96;

/** Red, green, blue: stands out from interfaces, light and dark, and for the colour-blind. */
const MARK = [230, 0, 126] as const;
/** How far the screenshot fades towards its page, so that marks stand out. */
const FADE = 0.75;

/** Pictures as a canvas has them: RGBA, 8 bits, row by row. */
export interface Rgba {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/**
 * The screenshot, faded to grey, with what differs from the rendering marked on it; as large as both together. `share` of the
 * pixels differs, 0 to 1.
 */
export function difference(screenshot: Rgba, rendering: Rgba): Rgba & { share: number } {
  const width = Math.max(screenshot.width, rendering.width);
  const height = Math.max(screenshot.height, rendering.height);
  const data = new Uint8ClampedArray(width * height * 4);
  let different = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const a = inside(screenshot, x, y) ? (y * screenshot.width + x) * 4 : -1;
      const b = inside(rendering, x, y) ? (y * rendering.width + x) * 4 : -1;
      const distance = a < 0 || b < 0 ? 255 : differing(screenshot, rendering, x, y, a, b);
      if (distance > ALIKE) different++;
      const strength = Math.max(0, Math.min(1, (distance - ALIKE) / (CLEAR - ALIKE)));
      const ground = a < 0 ? 255 : faded(screenshot.data, a);
      const at = (y * width + x) * 4;
      for (let channel = 0; channel < 3; channel++) data[at + channel] = ground + (MARK[channel]! - ground) * strength;
      data[at + 3] = 255;
    }
  return { width, height, data, share: different / (width * height) };
}

const inside = ({ width, height }: Rgba, x: number, y: number) => x < width && y < height;

/** How far a pixel is from the same one of the other picture, or from its neighbours: edges may lie a pixel off. */
function differing(one: Rgba, other: Rgba, x: number, y: number, a: number, b: number): number {
  const direct = apart(one.data, a, other.data, b);
  if (direct <= ALIKE) return direct;
  return Math.min(direct, Math.max(nearest(one.data, a, other, x, y), nearest(other.data, b, one, x, y)));
}

/** Least difference from a pixel of `data` to those around (x, y) in the other picture. */
function nearest(data: Uint8ClampedArray, at: number, other: Rgba, x: number, y: number): number {
  let least = 255;
  for (let ny = Math.max(0, y - 1); ny <= Math.min(other.height - 1, y + 1); ny++)
    for (let nx = Math.max(0, x - 1); nx <= Math.min(other.width - 1, x + 1); nx++)
      least = Math.min(least, apart(data, at, other.data, (ny * other.width + nx) * 4));
  return least;
}

/** Largest difference of a channel. */
function apart(one: Uint8ClampedArray, a: number, other: Uint8ClampedArray, b: number): number {
  return Math.max(
    Math.abs(one[a]! - other[b]!),
    Math.abs(one[a + 1]! - other[b + 1]!),
    Math.abs(one[a + 2]! - other[b + 2]!),
  );
}

/** Lightness by Rec. 601, brought towards white. */
function faded(data: Uint8ClampedArray, at: number): number {
  const grey = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
  return grey + (255 - grey) * FADE;
}
