import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadModel } from '../extension/runtime/model.ts';
import { loadPicture } from '../extension/vision/decode.ts';
import { detect, parseDetectorConfig } from '../extension/vision/detect.ts';
import type { Detector } from '../extension/vision/detect.ts';
import { meanIn } from '../extension/vision/evidence.ts';
import type { Maps } from '../extension/vision/pixels.ts';
import type { PageTruth } from '../models/training/pages/truth.ts';

/** Pages in a framework, with icons and in faces that the detector never saw, each with its truth. */
const SAMPLE = fileURLToPath(new URL('../models/training/detector/sample/', import.meta.url));
const MODEL = fileURLToPath(new URL('../models/detector', import.meta.url));
/** A line's kernel counts as found at this mean probability. */
const FOUND = 0.4;
/** Share of lines that must be found; and of cells with a kernel, the most that may lie off all text. */
const LEAST_FOUND = 0.93;
const MOST_FALSE = 0.08;

let detector: Detector;
const pages: { maps: Maps; truth: PageTruth }[] = [];

beforeAll(async () => {
  detector = await loadModel(MODEL, parseDetectorConfig);
  for (const name of readdirSync(SAMPLE).filter((file) => file.endsWith('.json'))) {
    const truth = JSON.parse(readFileSync(SAMPLE + name, 'utf8')) as PageTruth;
    const { pixels } = await loadPicture(SAMPLE + name.replace('.json', '.png'));
    pages.push({ maps: await detect(detector, pixels, 1), truth });
  }
}, 120_000);
afterAll(() => detector.release());

it('finds the lines of text', () => {
  const found = pages.flatMap(({ maps, truth }) =>
    truth.lines.map(({ box, baseline, size }) => {
      const inset = Math.min(0.4 * size, 0.3 * box.width);
      const kernel = { x: box.x + inset, y: baseline - 0.5 * size, width: box.width - 2 * inset, height: 0.4 * size };
      return meanIn(maps, 'core', kernel) > FOUND;
    }),
  );
  expect(found.filter(Boolean).length / found.length).toBeGreaterThan(LEAST_FOUND);
});

it('finds no text where there is none', () => {
  let kernels = 0;
  let off = 0;
  for (const { maps, truth } of pages) {
    const core = maps.channel('core');
    core.forEach((probability, cell) => {
      if (probability < FOUND) return;
      kernels++;
      const x = ((cell % maps.width) + 0.5) * maps.stride;
      const y = (Math.floor(cell / maps.width) + 0.5) * maps.stride;
      const onText = ({ box }: PageTruth['lines'][number]): boolean =>
        x > box.x - 4 && x < box.x + box.width + 4 && y > box.y - 4 && y < box.y + box.height + 4;
      if (!truth.lines.some(onText)) off++;
    });
  }
  expect(off / kernels).toBeLessThan(MOST_FALSE);
});

it.each(['button', 'checkbox', 'icon', 'image', 'badge', 'avatar'] as const)('tells %s from the rest', (name) => {
  let [inside, insides, outside, outsides] = [0, 0, 0, 0];
  for (const { maps, truth } of pages)
    for (const element of truth.elements) {
      const mean = meanIn(maps, name, element.box);
      if (element.class === name) [inside, insides] = [inside + mean, insides + 1];
      else [outside, outsides] = [outside + mean, outsides + 1];
    }
  expect(inside / insides).toBeGreaterThan(4 * (outside / outsides));
});
