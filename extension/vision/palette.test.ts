import { expect, test } from 'vitest';
import { findPalette } from './palette.ts';
import type { Pixels, Rgb } from './pixels.ts';

function painted(width: number, height: number, colorOf: (x: number, y: number) => Rgb): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(colorOf(x, y), (y * width + x) * 3);
  return { width, height, data };
}

const WHITE: Rgb = [255, 255, 255];
const BLUE: Rgb = [37, 99, 235];

test('flat colours come out exact, the widest first, with their shares', () => {
  const palette = findPalette(painted(400, 300, (x) => (x < 300 ? WHITE : BLUE)));
  expect(palette.map(({ color }) => color)).toEqual(['#ffffff', '#2563eb']);
  expect(palette[0]!.share).toBeCloseTo(0.75, 2);
  expect(palette[1]!.share).toBeCloseTo(0.25, 2);
});

test('noise around a colour is that colour', () => {
  const palette = findPalette(painted(300, 200, (x, y) => [120 + ((x * 7 + y * 3) % 9), 60 + ((x + y) % 7), 40]));
  expect(palette).toHaveLength(1);
  expect(palette[0]!.share).toBe(1);
});

test('a column of one pixel in a large picture is not left out or made wide by the sampling', () => {
  const palette = findPalette(painted(1000, 1000, (x) => (x % 20 === 0 ? BLUE : WHITE)));
  expect(palette.find(({ color }) => color === '#2563eb')?.share).toBeCloseTo(0.05, 2);
});

test('specks are no main colours', () => {
  expect(findPalette(painted(500, 500, (x, y) => (x < 10 && y < 10 ? BLUE : WHITE)))).toHaveLength(1);
});

test('the smallest picture has a palette', () => {
  expect(findPalette(painted(1, 1, () => BLUE))).toEqual([{ color: '#2563eb', share: 1 }]);
});
