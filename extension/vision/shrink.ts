import type { Pixels } from './pixels.ts';

/** Reduces a picture by `scale` (>= 1), each pixel the mean of the area it covers. The size is rounded up. */
export function shrink(pixels: Pixels, scale: number): Pixels {
  const width = Math.ceil(pixels.width / scale);
  const height = Math.ceil(pixels.height / scale);
  const across = coverage(pixels.width, width, scale);
  const down = coverage(pixels.height, height, scale);
  const data = new Uint8Array(width * height * 3);
  const row = new Float32Array(pixels.width * 3);
  for (let y = 0; y < height; y++) {
    row.fill(0);
    const { first, weights } = down[y]!;
    weights.forEach((weight, i) => {
      const from = (first + i) * pixels.width * 3;
      for (let k = 0; k < row.length; k++) row[k]! += weight * pixels.data[from + k]!;
    });
    for (let x = 0; x < width; x++) {
      const span = across[x]!;
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (let i = 0; i < span.weights.length; i++) sum += span.weights[i]! * row[(span.first + i) * 3 + channel]!;
        data[(y * width + x) * 3 + channel] = Math.round(sum);
      }
    }
  }
  return { width, height, data };
}

/** Which source pixels each target pixel covers, with weights that sum to one. */
function coverage(from: number, to: number, scale: number): { first: number; weights: number[] }[] {
  return Array.from({ length: to }, (_, i) => {
    const start = i * scale;
    const end = Math.min(from, start + scale);
    const first = Math.floor(start);
    const weights: number[] = [];
    for (let k = first; k < end; k++) weights.push((Math.min(k + 1, end) - Math.max(k, start)) / (end - start));
    return { first, weights };
  });
}
