import type { Pixels } from './pixels.ts';

/** Enough for shares to half a percent, few enough for a millisecond. */
const MOST_SAMPLES = 24_000;

/**
 * Colours (packed `0xrrggbb`) of pixels spread evenly over a picture, always the same ones: each `stride`-th in reading order,
 * where the stride has no divisor in common with the width, so that no column is left out.
 */
export function samplePixels({ width, height, data }: Pixels): Uint32Array {
  const stride = strideOf(width, height);
  const samples = new Uint32Array(Math.ceil((width * height) / stride));
  for (let i = 0, at = 0; i < samples.length; i++, at += 3 * stride)
    samples[i] = (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
  return samples;
}

/** Pixels between two samples, in reading order. */
export function strideOf(width: number, height: number): number {
  let stride = Math.max(1, Math.floor((width * height) / MOST_SAMPLES));
  while (greatestDivisor(stride, width) > 1) stride++;
  return stride;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
