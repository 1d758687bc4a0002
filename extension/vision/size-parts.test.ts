import { describe, expect, it } from 'vitest';
import type { InkLine } from './measure-line.ts';
import { isSpaceBetween, partsBySize } from './size-parts.ts';

const HEIGHT = 36;
const BASELINE = 29;

/** Glyphs as `[x, width, height above the baseline]`, on one line at (100, 50). */
function lineOf(glyphs: [number, number, number][], raised = 0, ink = 255): InkLine {
  const width = Math.max(...glyphs.map(([x, w]) => x + w));
  const data = new Uint8Array(width * HEIGHT);
  for (const [x, w, h] of glyphs) {
    const isSmall = h < 20;
    const bottom = BASELINE - (isSmall ? raised : 0);
    for (let y = bottom - h; y < bottom; y++) data.fill(isSmall ? ink : 255, y * width + x, y * width + x + w);
  }
  return { box: { x: 100, y: 50, width, height: HEIGHT }, ink: { width, height: HEIGHT, data }, background: [9, 9, 9] };
}

const LARGE: [number, number, number][] = [
  [0, 16, 29],
  [18, 16, 29],
];
/** `per month` of 16 px: low letters, and high ones. */
const SMALL = [8, 8, 12, 8, 8, 12, 8].map((height, i): [number, number, number] => [44 + i * 8, 6, height]);

describe('partsBySize', () => {
  it('parts large figures from small words', () => {
    const parts = partsBySize(lineOf([...LARGE, ...SMALL]));
    expect(parts.map(({ box }) => box)).toEqual([
      { x: 100, y: 50, width: 34, height: 29 },
      { x: 144, y: 67, width: 54, height: 12 },
    ]);
    expect(isSpaceBetween(parts[0]!, parts[1]!)).toBe(true);
  });

  it('makes a fainter part as dark as a line', () => {
    const parts = partsBySize(lineOf([...LARGE, ...SMALL], 0, 100));
    expect(Math.max(...parts[1]!.ink.data)).toBe(255);
  });

  it('parts them where the small words stand higher, but leaves a superscript', () => {
    expect(partsBySize(lineOf([...LARGE, ...SMALL], 9))).toHaveLength(2);
    expect(partsBySize(lineOf([...LARGE, ...SMALL.slice(1, 4)], 17))).toHaveLength(1);
  });

  it('keeps together capitals and low letters, which may be of one size, and signs', () => {
    const low = [15, 15, 15, 15].map((height, i): [number, number, number] => [44 + i * 20, 16, height]);
    const dots = [4, 4, 4].map((height, i): [number, number, number] => [44 + i * 8, 4, height]);
    expect(partsBySize(lineOf([...LARGE, ...low]))).toHaveLength(1);
    expect(partsBySize(lineOf([...LARGE, ...dots]))).toHaveLength(1);
  });

  it('gives a short word between them to its like', () => {
    const word = SMALL.map(([x, w, h]): [number, number, number] => [x + 16, w, h]);
    const parts = partsBySize(lineOf([...LARGE, [44, 6, 8], ...word]));
    expect(parts.map(({ box }) => box.x)).toEqual([100, 144]);
  });
});

it('sees no space where a unit follows its figure', () => {
  const [first, second] = partsBySize(
    lineOf([...LARGE, ...SMALL.map(([x, w, h]): [number, number, number] => [x - 7, w, h])]),
  );
  expect(isSpaceBetween(first!, second!)).toBe(false);
});
