import { expect, it } from 'vitest';
import type { Scene } from '../../extension/vision/scene.ts';
import { exactSize } from './exact-size.ts';

const scene = { image: { width: 400, height: 300, format: 'svg', sha256: '' } } as Scene;
const natural = { width: 40, height: 30 };

it("takes the browser's size only where the picture is seen at that size", () => {
  expect(exactSize(undefined, 'image/png', natural)).toEqual(natural);
  expect(exactSize(undefined, 'image/svg+xml', natural)).toBeUndefined();
  expect(exactSize(scene, 'image/svg+xml', natural)).toEqual({ width: 400, height: 300 });
});
