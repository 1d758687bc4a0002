import { describe, expect, it } from 'vitest';
import { measureLine } from './measure-line.ts';
import type { Pixels, Rgb } from './pixels.ts';

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [20, 20, 20];
const CELL = 4;

class Drawing implements Pixels {
  width = 200;
  height = 60;
  data: Uint8Array;
  constructor(background: (x: number, y: number) => Rgb = () => WHITE) {
    this.data = new Uint8Array(this.width * this.height * 3);
    for (let y = 0; y < this.height; y++)
      for (let x = 0; x < this.width; x++) this.data.set(background(x, y), (y * this.width + x) * 3);
  }
  rect(x: number, y: number, width: number, height: number, color: Rgb = BLACK): this {
    for (let v = y; v < y + height; v++)
      for (let u = x; u < x + width; u++) this.data.set(color, (v * this.width + u) * 3);
    return this;
  }
  frame(x: number, y: number, width: number, height: number, color: Rgb = BLACK): this {
    return this.rect(x, y, width, 1, color)
      .rect(x, y + height - 1, width, 1, color)
      .rect(x, y, 1, height, color)
      .rect(x + width - 1, y, 1, height, color);
  }
  /** Letters: 2 x 10 px strokes with 3 px between them, from the baseline at y + 10. */
  letters(x: number, y: number, count: number, color: Rgb = BLACK): this {
    for (let i = 0; i < count; i++) this.rect(x + i * 5, y, 2, 10, color);
    return this;
  }
}

/** The core that the network would give for ten letters at (60, 24). */
const CORE = { x0: 64, y0: 26, x1: 104, y1: 33 };
/** Their ink. */
const TEN = { x: 60, y: 24, width: 47, height: 10 };

function boxes(drawing: Drawing, core = CORE) {
  return measureLine(drawing, core, CELL).map(({ box }) => box);
}

describe('measureLine', () => {
  it('is exact', () => {
    const [line] = measureLine(new Drawing().letters(60, 24, 10), CORE, CELL);
    expect(line!.box).toEqual(TEN);
    expect(line!.background).toEqual(WHITE);
    expect([...line!.ink.data.subarray(0, 8)]).toEqual([255, 255, 0, 0, 0, 255, 255, 0]);
  });

  it('works light on dark, on a gradient and on a button in a page', () => {
    expect(boxes(new Drawing(() => [17, 24, 39]).letters(60, 24, 10, [140, 150, 160]))).toEqual([TEN]);
    expect(boxes(new Drawing((x, y) => [70 + (y >> 2), 100 + (x >> 4), 200]).letters(60, 24, 10, WHITE))).toEqual([
      TEN,
    ]);
    const button = new Drawing().rect(52, 19, 63, 20, [37, 99, 235]).letters(60, 24, 10, WHITE);
    expect(boxes(button)).toEqual([TEN]);
  });

  it('finds the small letters of a badge', () => {
    const badge = new Drawing()
      .rect(60, 20, 16, 13, [220, 53, 69])
      .letters(63, 22, 2, WHITE)
      .rect(73, 22, 1, 10, WHITE);
    expect(boxes(badge, { x0: 64, y0: 24, x1: 72, y1: 28 })).toEqual([{ x: 63, y: 22, width: 11, height: 10 }]);
  });

  it('leaves out frames, underlines, borders and icons', () => {
    expect(boxes(new Drawing().letters(60, 24, 10).frame(50, 18, 100, 22))).toEqual([TEN]);
    expect(boxes(new Drawing().letters(60, 24, 10).frame(56, 20, 55, 18))).toEqual([TEN]);
    expect(boxes(new Drawing().letters(60, 24, 10).rect(60, 35, 47, 1))).toEqual([TEN]);
    expect(boxes(new Drawing().letters(60, 24, 10).rect(60, 34, 47, 2))).toEqual([TEN]);
    expect(boxes(new Drawing().letters(60, 24, 10).rect(0, 38, 200, 1))).toEqual([TEN]);
    expect(boxes(new Drawing().letters(60, 24, 10).rect(40, 22, 14, 14))).toEqual([TEN]);
  });

  it('keeps a descender that crosses the underline', () => {
    const drawing = new Drawing().letters(60, 24, 10).rect(70, 24, 2, 14).rect(60, 35, 47, 1);
    expect(boxes(drawing)).toEqual([{ ...TEN, height: 14 }]);
  });

  it('takes in dots, commas and ends that the core misses', () => {
    expect(boxes(new Drawing().letters(60, 24, 10).rect(75, 21, 2, 2))).toEqual([{ ...TEN, y: 21, height: 13 }]);
    expect(boxes(new Drawing().letters(60, 24, 10).rect(108, 32, 2, 4))).toEqual([{ ...TEN, width: 50, height: 12 }]);
    expect(boxes(new Drawing().letters(60, 24, 10), { ...CORE, x0: 69, x1: 99 })).toEqual([TEN]);
  });

  it('leaves the neighbouring lines alone', () => {
    const drawing = new Drawing().letters(60, 24, 10).letters(60, 10, 10).letters(60, 38, 10);
    expect(boxes(drawing)).toEqual([TEN]);
  });

  it('parts two cells at a rule and at a wide gap', () => {
    const wide = { ...CORE, x1: 160 };
    const right = { x: 130, y: 24, width: 27, height: 10 };
    expect(boxes(new Drawing().letters(60, 24, 10).letters(130, 24, 6), wide)).toEqual([TEN, right]);
    expect(boxes(new Drawing().letters(60, 24, 10).letters(120, 24, 6).rect(113, 0, 1, 60), wide)).toEqual([
      TEN,
      { ...right, x: 120 },
    ]);
  });

  it('sees through a highlight behind some words', () => {
    const drawing = new Drawing().rect(95, 20, 40, 18, [255, 230, 140]).letters(60, 24, 14);
    expect(boxes(drawing, { ...CORE, x1: 126 })).toEqual([{ ...TEN, width: 67 }]);
  });

  it('finds nothing where nothing is', () => {
    expect(boxes(new Drawing())).toEqual([]);
    expect(boxes(new Drawing().frame(50, 18, 100, 22))).toEqual([]);
    expect(boxes(new Drawing(), { x0: 300, y0: 100, x1: 320, y1: 108 })).toEqual([]);
  });
});
