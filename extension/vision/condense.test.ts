import { expect, it } from 'vitest';
import { condense } from './condense.ts';

/** A white page with a black dot at each place. */
function page(width: number, height: number, dots: [number, number][]) {
  const data = new Uint8Array(width * height * 3).fill(255);
  for (const [x, y] of dots) data.fill(0, (y * width + x) * 3, (y * width + x) * 3 + 3);
  return { width, height, data };
}

it('takes out blank stretches and knows where the rest went', () => {
  const { pixels, rows, columns } = condense(
    page(400, 600, [
      [10, 20],
      [210, 520],
    ]),
    4,
  );
  expect(pixels.width).toBeLessThan(400);
  expect(pixels.height).toBeLessThan(600);
  expect([rows.length, columns.length]).toEqual([150, 100]);
  for (const [x, y] of [
    [10, 20],
    [210, 520],
  ] as const) {
    const [u, v] = [columns[Math.floor(x / 4)]! * 4 + (x % 4), rows[Math.floor(y / 4)]! * 4 + (y % 4)];
    expect(pixels.data[(v * pixels.width + u) * 3]).toBe(0);
  }
  expect(pixels.data.filter((value) => value === 0)).toHaveLength(6);
  expect(Math.max(...rows)).toBe(Math.ceil(pixels.height / 4) - 1);
});

it('leaves a page without blank stretches alone', () => {
  const dots = Array.from({ length: 20 }, (_, i): [number, number] => [i * 10, i * 10]);
  const whole = page(200, 200, dots);
  expect(condense(whole, 4).pixels).toEqual(whole);
});
