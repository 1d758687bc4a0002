import { describe, expect, it } from 'vitest';
import { measureLine } from './measure-line.ts';
import type { Pixels, Rgb } from './pixels.ts';

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [20, 20, 20];

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

/** What the network would propose for ten letters at (60, 24). */
const TEXT = { x0: 60, x1: 107, baseline: 34, em: 14 };
/** Their ink. */
const TEN = { x: 60, y: 24, width: 47, height: 10 };

function boxes(drawing: Drawing, proposal = TEXT) {
  return measureLine(drawing, proposal).map(({ box }) => box);
}

describe('measureLine', () => {
  it('is exact', () => {
    const [line] = measureLine(new Drawing().letters(60, 24, 10), TEXT);
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

  it('works on a steep gradient', () => {
    const steep = new Drawing((x, y) => [230 - 4 * y, 230 - 3 * y, 240 - x]).letters(60, 24, 10, WHITE);
    expect(boxes(steep)).toEqual([TEN]);
  });

  it('finds the small letters of a badge', () => {
    const badge = new Drawing()
      .rect(60, 20, 16, 13, [220, 53, 69])
      .letters(63, 22, 2, WHITE)
      .rect(73, 22, 1, 10, WHITE);
    expect(boxes(badge, { x0: 62, x1: 75, baseline: 32, em: 13 })).toEqual([{ x: 63, y: 22, width: 11, height: 10 }]);
  });

  it('leaves out frames, underlines, borders and icons', () => {
    expect(boxes(new Drawing().letters(60, 24, 10).frame(50, 18, 100, 22))).toEqual([TEN]);
    expect(boxes(new Drawing().letters(60, 24, 10).frame(56, 20, 55, 18))).toEqual([TEN]);
    expect(boxes(new Drawing().letters(60, 24, 10).rect(60, 35, 47, 1))).toEqual([TEN]);
    expect(boxes(new Drawing().letters(60, 24, 10).rect(60, 34, 47, 2))).toEqual([TEN]);
    expect(boxes(new Drawing().letters(60, 24, 10).rect(0, 38, 200, 1))).toEqual([TEN]);
    expect(boxes(new Drawing().letters(60, 24, 10).rect(40, 22, 14, 14))).toEqual([TEN]);
  });

  it('leaves out bullets at the ends, but not between words', () => {
    expect(boxes(new Drawing().letters(60, 24, 10).rect(51, 28, 4, 4), { ...TEXT, x0: 50 })).toEqual([TEN]);
    expect(boxes(new Drawing().letters(60, 24, 10).rect(113, 28, 3, 3), { ...TEXT, x1: 118 })).toEqual([TEN]);
    const between = new Drawing().letters(60, 24, 4).rect(83, 28, 4, 4).letters(95, 24, 2);
    expect(boxes(between)).toEqual([{ ...TEN, width: 42 }]);
  });

  it('keeps a descender that crosses the underline', () => {
    const drawing = new Drawing().letters(60, 24, 10).rect(70, 24, 2, 14).rect(60, 35, 47, 1);
    expect(boxes(drawing)).toEqual([{ ...TEN, height: 14 }]);
  });

  it('takes in dots, commas and ends that the core misses', () => {
    expect(boxes(new Drawing().letters(60, 24, 10).rect(75, 21, 2, 2))).toEqual([{ ...TEN, y: 21, height: 13 }]);
    expect(boxes(new Drawing().letters(60, 24, 10).rect(108, 32, 2, 4))).toEqual([{ ...TEN, width: 50, height: 12 }]);
    expect(boxes(new Drawing().letters(60, 24, 10), { ...TEXT, x0: 63, x1: 104 })).toEqual([TEN]);
  });

  it('leaves the neighbouring lines alone', () => {
    const drawing = new Drawing().letters(60, 24, 10).letters(60, 10, 10).letters(60, 38, 10);
    expect(boxes(drawing)).toEqual([TEN]);
  });

  it('cuts lines that touch', () => {
    const drawing = new Drawing().letters(60, 24, 10).letters(60, 10, 10).letters(60, 38, 10).rect(70, 10, 2, 20);
    expect(boxes(drawing)).toEqual([{ ...TEN, y: 21, height: 13 }]);
  });

  it('takes in text that is larger than proposed', () => {
    const drawing = new Drawing().rect(60, 10, 4, 30).rect(70, 10, 4, 30).rect(80, 10, 4, 30);
    expect(boxes(drawing, { x0: 60, x1: 84, baseline: 32, em: 14 })).toEqual([{ x: 60, y: 10, width: 24, height: 30 }]);
  });

  it('takes what ends with the picture', () => {
    expect(boxes(new Drawing().letters(0, 0, 10), { x0: 0, x1: 47, baseline: 10, em: 14 })).toEqual([
      { ...TEN, x: 0, y: 0 },
    ]);
    const low = { x0: 153, x1: 200, baseline: 60, em: 14 };
    expect(boxes(new Drawing().letters(153, 50, 10), low)).toEqual([{ ...TEN, x: 153, y: 50 }]);
  });

  it('parts two cells at a rule and at a wide gap', () => {
    const wide = { ...TEXT, x1: 165 };
    const right = { x: 135, y: 24, width: 27, height: 10 };
    expect(boxes(new Drawing().letters(60, 24, 10).letters(135, 24, 6), wide)).toEqual([TEN, right]);
    expect(boxes(new Drawing().letters(60, 24, 10).letters(120, 24, 6).rect(113, 0, 1, 60), wide)).toEqual([
      TEN,
      { ...right, x: 120 },
    ]);
  });

  it('sees through a highlight behind some words', () => {
    const drawing = new Drawing().rect(95, 20, 40, 18, [255, 230, 140]).letters(60, 24, 14);
    expect(boxes(drawing, { ...TEXT, x1: 127 })).toEqual([{ ...TEN, width: 67 }]);
  });

  it('finds nothing where nothing is', () => {
    expect(boxes(new Drawing())).toEqual([]);
    expect(boxes(new Drawing().frame(50, 18, 100, 22))).toEqual([]);
    expect(boxes(new Drawing(), { x0: 300, x1: 320, baseline: 108, em: 14 })).toEqual([]);
  });

  it('holds letters much larger than the most', () => {
    const drawing = new Drawing().rect(36, 8, 4, 26).rect(46, 8, 4, 26).letters(60, 24, 10);
    expect(boxes(drawing, { ...TEXT, x0: 36 })).toEqual([{ x: 36, y: 8, width: 71, height: 26 }]);
  });

  it('leaves out the sides of low cells', () => {
    const drawing = new Drawing().frame(56, 18, 56, 22).frame(114, 18, 56, 22);
    drawing.letters(60, 24, 10).letters(118, 24, 10);
    expect(boxes(drawing, { ...TEXT, x1: 165 })).toEqual([TEN, { ...TEN, x: 118 }]);
  });
});
