import { expect, it } from 'vitest';
import { estimateScale, findEdges } from './scale.ts';
import { shrink } from './shrink.ts';

function page(scale: number) {
  const [width, height] = [700 * scale, 300 * scale];
  const data = new Uint8Array(width * height * 3).fill(255);
  const cards = [
    [20, 11, 180, 120],
    [215, 11, 171, 120],
    [401, 11, 180, 120],
    [20, 150, 561, 33],
  ].map((box) => box.map((v) => v * scale));
  for (const [x = 0, y = 0, w = 0, h = 0] of cards)
    for (let v = y; v < y + h; v++) data.fill(200, (v * width + x) * 3, (v * width + x + w) * 3);
  return { width, height, data };
}

it('finds edges', () => {
  expect([...findEdges(page(1))].sort((a, b) => a - b)).toEqual([11, 20, 131, 150, 183, 200, 215, 386, 401, 581]);
});

it('tells device scales by edges and text', () => {
  for (const scale of [1, 2, 3] as const) expect(estimateScale(700 * scale, findEdges(page(scale)))).toBe(scale);
  expect(estimateScale(1280, [])).toBe(1);
  expect(estimateScale(1280, [20, 40, 60, 80, 100], 15)).toBe(1);
  expect(estimateScale(2560, [20, 40, 60, 80, 100], 30)).toBe(2);
  expect(estimateScale(1170, [3, 9, 27], 46)).toBe(3);
});

it('shrinks by covered area', () => {
  const row = { width: 3, height: 1, data: Uint8Array.of(0, 0, 0, 90, 90, 90, 240, 240, 240) };
  expect(shrink(row, 1.5)).toEqual({ width: 2, height: 1, data: Uint8Array.of(30, 30, 30, 190, 190, 190) });
});
