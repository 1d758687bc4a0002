import { describe, expect, it } from 'vitest';
import type { FloatTensor } from '../runtime/model.ts';
import type { InkLine } from './measure-line.ts';
import { parseReaderConfig, readLines } from './read.ts';
import type { Reader } from './read.ts';

const CONFIG = parseReaderConfig({
  file: 'reader.onnx',
  bytes: 1,
  sha256: '',
  version: '1',
  charset: 'I ',
  styles: ['bold', 'italic', 'serif', 'monospace'],
  temperature: 1,
});
const SURE = 12;

/** Reads every upright stroke as I, bold, and a space in gaps of 12 columns or more. */
function strokeReader(batches: (readonly number[])[]): Reader {
  return {
    config: CONFIG,
    release: () => Promise.resolve(),
    run({ ink }) {
      const { data, dims } = ink as FloatTensor;
      const [count = 0, , height = 0, width = 0] = dims;
      batches.push(dims);
      const steps = width / 2;
      const logits = new Float32Array(count * steps * 3);
      const style = new Float32Array(count * steps * 4).fill(-SURE);
      for (let n = 0; n < count; n++) {
        const row = (n * height + 12) * width;
        for (let step = 0, gap = 0; step < steps; step++) {
          const isInk = data[row + 2 * step]! > 0.5 || data[row + 2 * step + 1]! > 0.5;
          gap = isInk ? 0 : gap + 2;
          logits[(n * steps + step) * 3 + (isInk ? 1 : gap === 12 ? 2 : 0)] = SURE;
          style[(n * steps + step) * 4] = SURE;
        }
      }
      return Promise.resolve({
        logits: { data: logits, dims: [count, steps, 3] },
        style: { data: style, dims: [count, steps, 4] },
      });
    },
  };
}

/** 18 px high strokes of 4 px at the given columns. */
function strokes(x: number, ...at: number[]): InkLine {
  const width = at.at(-1)! + 4;
  const data = new Uint8Array(width * 18);
  for (let y = 0; y < 18; y++) for (const column of at) data.fill(255, y * width + column, y * width + column + 4);
  return { box: { x, y: 50, width, height: 18 }, ink: { width, height: 18, data }, background: [255, 255, 255] };
}

describe('readLines', () => {
  it('reads words with their boxes, characters and styles', async () => {
    const [line] = await readLines(strokeReader([]), [strokes(100, 0, 8, 40)]);
    expect(line!.text).toBe('II I');
    expect(line!.confidence).toBeGreaterThan(0.99);
    expect(line!.words.map(({ box }) => box)).toEqual([
      { x: 100, y: 50, width: 12, height: 18 },
      { x: 140, y: 50, width: 4, height: 18 },
    ]);
    const [first] = line!.words[0]!.characters;
    expect(first!.x).toBeCloseTo(102, 0);
    expect(first!.style.bold).toBeGreaterThan(0.99);
    expect(first!.style.serif).toBeLessThan(0.01);
  });

  it('batches by width and keeps the order', async () => {
    const batches: (readonly number[])[] = [];
    const lines = [strokes(0, 0, 300), strokes(1, 0, 8), strokes(2, 0, 290), strokes(3, 0)];
    const read = await readLines(strokeReader(batches), lines);
    expect(read.map(({ box }) => box.x)).toEqual([0, 1, 2, 3]);
    expect(read.map(({ text }) => text)).toEqual(['I I', 'II', 'I I', 'I']);
    expect(batches.map(([count]) => count)).toEqual([2, 2]);
  });

  it('leaves out what has no text', async () => {
    const blank = { ...strokes(0, 0), ink: { width: 4, height: 18, data: new Uint8Array(72) } };
    expect(await readLines(strokeReader([]), [blank])).toEqual([]);
    expect(await readLines(strokeReader([]), [])).toEqual([]);
  });

  it('reads letters of two sizes apart, as words of one line', async () => {
    const large = strokes(100, 0, 8, 40, 45, 50, 55, 60, 65);
    for (let y = 0; y < 11; y++) large.ink.data.fill(0, y * large.ink.width + 20, (y + 1) * large.ink.width);
    const batches: (readonly number[])[] = [];
    const [line] = await readLines(strokeReader(batches), [large]);
    expect(batches.reduce((sum, [count]) => sum + count!, 0)).toBe(2);
    expect(line!.words.length).toBeGreaterThan(1);
    expect(line!.words[1]!.box).toMatchObject({ x: 140, y: 61, height: 7 });
    expect(line!.box.width).toBe(69);
  });
});
