import { describe, expect, test } from 'vitest';
import type { Pixels, Rgb } from '../vision/pixels.ts';
import type { Scene } from '../vision/scene.ts';
import { compare } from './compare.ts';
import { findDifference } from './difference.ts';
import type { RenderedLine } from './page.ts';
import { visualSimilarity } from './ssim.ts';

const WHITE: Rgb = [255, 255, 255];

function canvas(width: number, height: number, color: Rgb = WHITE): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < data.length; at += 3) data.set(color, at);
  return { width, height, data };
}

/** Stripes stand in for glyphs: ink and ground in about equal parts. */
function drawWord(pixels: Pixels, x: number, y: number, width: number, height: number, color: Rgb): void {
  for (let row = y; row < y + height; row++) {
    for (let column = x; column < x + width; column += 2) pixels.data.set(color, (row * pixels.width + column) * 3);
  }
}

const BLACK: Rgb = [0, 0, 0];
const WORDS = [
  { text: 'Sign', x: 20, y: 20 },
  { text: 'in', x: 70, y: 20 },
  { text: 'Password', x: 20, y: 60 },
];

const widthOf = (text: string) => text.length * 8;

function picture(shiftY = 0, color = BLACK): Pixels {
  const pixels = canvas(320, 200);
  for (const { text, x, y } of WORDS) drawWord(pixels, x, y + shiftY, widthOf(text), 10, color);
  return pixels;
}

function sceneOf(words = WORDS): Scene {
  const lines = words.map(({ text, x, y }, index) => {
    const box = { x, y, width: widthOf(text), height: 10 };
    return {
      id: `l${index}`,
      box,
      baseline: y + 10,
      text,
      confidence: 1,
      words: [{ text, box, confidence: 1 }],
      runs: [],
    };
  });
  const image = { width: 320, height: 200, format: 'png', sha256: '' };
  const background = { kind: 'solid', color: '#ffffff' } as const;
  const found = { lines, shapes: [], elements: [], pictures: [], palette: [] };
  return { version: '1', image, scale: 1, background, ...found, medium: 'interface', mediumConfidence: 1 };
}

function shown(shiftY = 0, words = WORDS): RenderedLine[] {
  return words.map(({ text, x, y }) => ({
    node: 'n1',
    text,
    box: { x, y: y + shiftY, width: widthOf(text), height: 10 },
    baseline: y + shiftY + 10,
    words: [{ text, x, width: widthOf(text) }],
    color: 'rgb(0, 0, 0)',
  }));
}

describe('compare', () => {
  test('gives 1 for what is equal', () => {
    const result = compare(sceneOf(), picture(), shown(), picture());
    expect(result.final).toBeCloseTo(1, 6);
    expect(result.words).toEqual({ read: 3, shown: 3, matched: 3 });
  });

  test('lowers each figure for its own fault', () => {
    const moved = compare(sceneOf(), picture(), shown(12), picture(12));
    expect(moved.position).toBeCloseTo(1 - 12 / 200, 6);
    expect(moved.offset.median).toBe(12);
    expect([moved.text, moved.color]).toEqual([1, 1]);
    expect(moved.visual).toBeLessThan(0.95);

    const red = compare(sceneOf(), picture(), shown(), picture(0, [255, 0, 0]));
    expect([red.text, red.position]).toEqual([1, 1]);
    expect(red.color).toBeLessThan(0.9);

    const lost = compare(sceneOf(), picture(), shown(0, WORDS.slice(0, 2)), picture());
    expect(lost.text).toBeCloseTo((2 * 6) / (14 + 6), 6);
  });

  test('finds words in a paragraph that wraps elsewhere, and capitals that style makes', () => {
    const one = shown()[0]!;
    const joined = { ...one, text: 'SIGN in', words: [one.words[0]!, { text: 'in', x: 70, width: 16 }] };
    const capitals = { ...joined, words: joined.words.map((word) => ({ ...word, text: word.text.toUpperCase() })) };
    expect(compare(sceneOf(), picture(), [capitals, shown()[2]!], picture()).text).toBe(1);
  });

  test('has no opinion on text where there is none', () => {
    const result = compare(sceneOf([]), canvas(320, 200), [], canvas(320, 200));
    expect(result.final).toBe(1);
  });
});

describe('visualSimilarity', () => {
  test('counts a missing lower part as different', () => {
    const short = { ...picture(), height: 100, data: picture().data.slice(0, 320 * 100 * 3) };
    const dark = canvas(320, 200, [30, 30, 30]);
    expect(visualSimilarity(dark, canvas(320, 100, [30, 30, 30]))).toBeLessThan(0.7);
    expect(visualSimilarity(short, picture())).toBeGreaterThan(0.99);
  });
});

describe('findDifference', () => {
  test('points at the place', () => {
    const other = picture();
    drawWord(other, 200, 150, 40, 20, BLACK);
    const { regions, picture: heat } = findDifference(picture(), other);
    expect(regions).toHaveLength(1);
    const { box, share } = regions[0]!;
    expect(share).toBeGreaterThan(0.99);
    expect(box.x).toBeGreaterThanOrEqual(192);
    expect(box.x + box.width).toBeLessThanOrEqual(248);
    expect([heat.width, heat.height]).toEqual([320, 200]);
  });

  test('takes antialiasing for equal and a longer page for different', () => {
    const soft = picture(0, [14, 14, 14]);
    expect(findDifference(picture(), soft).regions).toEqual([]);
    const { regions } = findDifference(picture(), canvas(320, 240));
    expect(regions.some(({ box }) => box.y + box.height === 240)).toBe(true);
  });
});
