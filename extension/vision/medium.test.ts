import { expect, test } from 'vitest';
import { CHART, DOCUMENT, DRAWING, ICON, INTERFACE, photograph } from './fixtures/media.ts';
import { see } from './see.ts';

test.each([
  ['interface', INTERFACE],
  ['document', DOCUMENT],
  ['chart', CHART],
  ['icon', ICON],
  ['drawing', DRAWING],
  ['photograph', photograph()],
])('tells a picture by what it is made of: %s', { timeout: 60_000 }, async (medium, picture) => {
  const scene = await see(picture);
  expect(scene.medium).toBe(medium);
  expect(scene.mediumConfidence).toBeGreaterThan(0.5);
  expect(scene.mediumConfidence).toBeLessThanOrEqual(1);
});
