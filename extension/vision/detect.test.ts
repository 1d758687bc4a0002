import { describe, expect, it } from 'vitest';
import type { FloatTensor } from '../runtime/model.ts';
import { detect, parseDetectorConfig } from './detect.ts';
import type { Detector } from './detect.ts';
import type { Pixels } from './pixels.ts';

const CONFIG = { file: 'detector.onnx', bytes: 1, sha256: '', version: '1', channels: ['core', 'text'] };

/** Its logits are the red (core) and green (text) of each cell's first pixel, made so that probabilities are those colours. */
function colourDetector(seen: (readonly number[])[]): Detector {
  const logit = (p: number): number => Math.log(p / (1 - p));
  return {
    config: CONFIG,
    release: () => Promise.resolve(),
    run({ image }) {
      const { data, dims } = image as FloatTensor;
      const [, , height = 0, width = 0] = dims;
      seen.push(dims);
      const output = new Float32Array((2 * height * width) / 16);
      for (let channel = 0, i = 0; channel < 2; channel++)
        for (let y = 0; y < height; y += 4)
          for (let x = 0; x < width; x += 4, i++) output[i] = logit(data[(channel * height + y) * width + x]!);
      return Promise.resolve({ maps: { data: output, dims: [1, 2, height / 4, width / 4] } });
    },
  };
}

/** Red tells the row of cells, green the column. */
function chart(width: number, height: number): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set([1 + ((y >> 2) % 250), 1 + ((x >> 2) % 250), 0], (y * width + x) * 3);
  return { width, height, data };
}

describe('detect', () => {
  it('pads to multiples of 32 and gives the maps of the picture', async () => {
    const seen: (readonly number[])[] = [];
    const maps = await detect(colourDetector(seen), chart(70, 50), 1);
    expect(seen).toEqual([[1, 3, 64, 96]]);
    expect([maps.width, maps.height, maps.scale]).toEqual([18, 13, 1]);
    expect(maps.channel('core')[5 * 18 + 3]).toBeCloseTo(6 / 255, 2);
    expect(maps.channel('text')[5 * 18 + 3]).toBeCloseTo(4 / 255, 2);
    expect(() => maps.channel('button')).toThrow(RangeError);
  });

  it('takes tall pages in tiles without a seam', async () => {
    const seen: (readonly number[])[] = [];
    const maps = await detect(colourDetector(seen), chart(1280, 3403), 1);
    expect(seen.length).toBeGreaterThan(1);
    for (const [, , height = 0] of seen) expect(height * 1280).toBeLessThanOrEqual(2_200_000);
    const core = maps.channel('core');
    expect(core.length).toBe(320 * 851);
    const wrong = Array.from({ length: maps.height }, (_, y) => Math.abs(core[y * 320 + 7]! - (1 + (y % 250)) / 255));
    expect(Math.max(...wrong)).toBeLessThan(2e-3);
  });

  it('works at CSS scale', async () => {
    const maps = await detect(colourDetector([]), chart(160, 80), 2);
    expect([maps.width, maps.height, maps.scale]).toEqual([20, 10, 2]);
    expect(maps.channel('core')[3 * 20]).toBeCloseTo(7 / 255, 2);
  });
});

it('refuses a configuration without text', () => {
  expect(() => parseDetectorConfig({ ...CONFIG, channels: ['core'] })).toThrow(/text/);
  expect(parseDetectorConfig(CONFIG)).toEqual(CONFIG);
});
