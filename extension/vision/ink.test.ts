import { describe, expect, it } from 'vitest';
import { fromReaderColumn, percentile, READER_HEIGHT, resample, toInkMap, toReaderInput } from './ink.ts';

describe('resample', () => {
  it('gives what Pillow gives', () => {
    // Image.fromarray(np.float32([[0, 10, 20, 30, 40, 50]]), 'F').resize((4, 1), BILINEAR) and (9, 1).
    const ramp = { width: 6, height: 1, data: Uint8Array.of(0, 10, 20, 30, 40, 50) };
    const reduced = [...resample(ramp, 4, 1)];
    [3.75, 17.7778, 32.2222, 46.25].forEach((value, i) => expect(reduced[i]).toBeCloseTo(value, 3));
    const enlarged = [...resample(ramp, 9, 1)];
    [0, 5, 11.6667, 18.3333, 25, 31.6667, 38.3333, 45, 50].forEach((value, i) =>
      expect(enlarged[i]).toBeCloseTo(value, 3),
    );
  });

  it('keeps a flat map flat in both directions', () => {
    const flat = { width: 7, height: 31, data: new Uint8Array(7 * 31).fill(200) };
    for (const value of resample(flat, 20, 18)) expect(value).toBeCloseTo(200, 3);
  });
});

describe('toInkMap', () => {
  it('stretches the line to full ink, but not what is fainter than 24', () => {
    expect([...toInkMap(Uint8Array.of(0, 50, 100, 100), 4, 1).data]).toEqual([0, 128, 255, 255]);
    expect([...toInkMap(Uint8Array.of(0, 12), 2, 1).data]).toEqual([0, 128]);
  });

  it('interpolates percentiles', () => {
    expect(percentile(Uint8Array.of(0, 10, 20, 30, 40), 0.9)).toBeCloseTo(36);
  });
});

describe('toReaderInput', () => {
  it('makes the ink 18 px high with 3 px above and below and 4 px beside it', () => {
    const { width, data } = toReaderInput({ width: 18, height: 9, data: new Uint8Array(162).fill(255) });
    expect(width).toBe(36 + 8);
    expect(data.length).toBe(READER_HEIGHT * width);
    const at = (x: number, y: number) => data[y * width + x];
    expect([at(4, 2), at(3, 3), at(4, 3), at(39, 20), at(40, 20), at(39, 21)]).toEqual([0, 0, 1, 1, 0, 0]);
  });

  it('does not blow up what is flat, and centres it', () => {
    const { width, data } = toReaderInput({ width: 8, height: 2, data: new Uint8Array(16).fill(255) });
    expect(width).toBe(20 + 8);
    const rows = Array.from({ length: READER_HEIGHT }, (_, y) => data[y * width + 10]);
    expect(rows.findIndex((value) => value! > 0)).toBe(9);
    expect(rows.filter((value) => value === 1)).toHaveLength(5);
  });

  it('finds the way back', () => {
    const ink = { width: 90, height: 9, data: new Uint8Array(810) };
    expect(fromReaderColumn(ink, 4)).toBe(0);
    expect(fromReaderColumn(ink, 184)).toBe(90);
  });
});
