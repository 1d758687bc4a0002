import type { Pixels } from '../vision/pixels.ts';

/** Widths that the pictures are shrunk to: layout at a glance, blocks, and single elements. */
const WIDTHS = [320, 160, 80];
/** Side of a window and the step between two, pixels of the shrunk picture. */
const WINDOW = 8;
const STEP = 4;
/** (0.01 * 255)² and (0.03 * 255)², as Wang et al. have them. */
const C1 = 6.5025;
const C2 = 58.5225;
const WHITE = 255;

/** Shrinks by averaging all pixels that fall on one; a picture is never enlarged. */
export function shrink(image: Pixels, toWidth: number): Pixels {
  const width = Math.min(toWidth, image.width);
  const ratio = image.width / width;
  const height = Math.max(1, Math.round(image.height / ratio));
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const top = Math.min(image.height - 1, Math.floor((y * image.height) / height));
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * image.height) / height));
    for (let x = 0; x < width; x++) {
      const left = Math.floor(x * ratio);
      const right = Math.max(left + 1, Math.floor((x + 1) * ratio));
      const sum = [0, 0, 0];
      for (let row = top; row < bottom; row++) {
        for (let at = (row * image.width + left) * 3; at < (row * image.width + right) * 3; at += 3) {
          sum[0]! += image.data[at]!;
          sum[1]! += image.data[at + 1]!;
          sum[2]! += image.data[at + 2]!;
        }
      }
      const count = (bottom - top) * (right - left);
      data.set(
        sum.map((value) => Math.round(value / count)),
        (y * width + x) * 3,
      );
    }
  }
  return { width, height, data };
}

/** SSIM of one channel in one window; below a picture's end it is white, so that a missing part costs. */
function windowSsim(a: Pixels, b: Pixels, left: number, top: number, channel: number): number {
  let sumA = 0;
  let sumB = 0;
  let squareA = 0;
  let squareB = 0;
  let product = 0;
  for (let y = top; y < top + WINDOW; y++) {
    for (let x = left; x < left + WINDOW; x++) {
      const p = y < a.height ? a.data[(y * a.width + x) * 3 + channel]! : WHITE;
      const q = y < b.height ? b.data[(y * b.width + x) * 3 + channel]! : WHITE;
      sumA += p;
      sumB += q;
      squareA += p * p;
      squareB += q * q;
      product += p * q;
    }
  }
  const count = WINDOW * WINDOW;
  const meanA = sumA / count;
  const meanB = sumB / count;
  const varianceA = squareA / count - meanA * meanA;
  const varianceB = squareB / count - meanB * meanB;
  const covariance = product / count - meanA * meanB;
  const likeness = (2 * meanA * meanB + C1) * (2 * covariance + C2);
  return likeness / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
}

function ssim(a: Pixels, b: Pixels): number {
  const height = Math.max(a.height, b.height, WINDOW);
  const width = Math.min(a.width, b.width);
  let sum = 0;
  let count = 0;
  for (let y = 0; y + WINDOW <= height; y += STEP) {
    for (let x = 0; x + WINDOW <= width; x += STEP) {
      for (let channel = 0; channel < 3; channel++) {
        sum += windowSsim(a, b, x, y, channel);
        count++;
      }
    }
  }
  return count ? sum / count : 1;
}

/**
 * Structural similarity of two pictures, 0 to 1: the mean over colour channels and over three scales (Wang, Bovik, Sheikh,
 * Simoncelli: Image quality assessment: from error visibility to structural similarity, 2004). Both are brought to the same
 * widths; where one is longer, the other counts as white there.
 */
export function visualSimilarity(a: Pixels, b: Pixels): number {
  const scales = WIDTHS.map((width) => ssim(shrink(a, width), shrink(b, width)));
  return Math.max(0, scales.reduce((sum, value) => sum + value, 0) / scales.length);
}
