import { describe, expect, it } from 'vitest';
import { difference, type Rgba } from './difference-pixels.ts';

function plain(width: number, height: number, grey: number): Rgba {
  const data = new Uint8ClampedArray(width * height * 4).fill(grey);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return { width, height, data };
}

describe('difference', () => {
  it('marks nothing where pictures are nearly alike', () => {
    const { share, data } = difference(plain(4, 4, 100), plain(4, 4, 110));
    expect(share).toBe(0);
    expect(data[0]).toBe(data[1]);
  });

  it('marks what differs', () => {
    const other = plain(4, 4, 100);
    other.data.set([255, 255, 255], 20);
    const { share, data } = difference(plain(4, 4, 100), other);
    expect(share).toBe(1 / 16);
    expect([...data.slice(20, 23)]).toEqual([230, 0, 126]);
  });

  it('lets an edge lie a pixel off, not two', () => {
    const column = (at: number) => {
      const picture = plain(9, 5, 255);
      for (let y = 0; y < 5; y++) for (let x = at; x < 9; x++) picture.data.set([0, 0, 0], (y * 9 + x) * 4);
      return picture;
    };
    expect(difference(column(4), column(5)).share).toBe(0);
    expect(difference(column(3), column(6)).share).toBeGreaterThan(0);
  });

  it('counts what only one of them has as different', () => {
    const { width, height, share } = difference(plain(4, 2, 0), plain(4, 4, 0));
    expect({ width, height, share }).toEqual({ width: 4, height: 4, share: 0.5 });
  });
});
