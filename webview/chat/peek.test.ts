import { expect, it } from 'vitest';
import { peekAt } from './peek.ts';

const picture = { width: 1000, height: 800 };
const window = { width: 300, height: 120 };

it('puts what is looked at in the middle', () => {
  const { scale, left, top } = peekAt({ x: 480, y: 390, width: 40, height: 20 }, picture, window, 1);
  expect([scale, left, top]).toEqual([1, -350, -340]);
});

it('shows no more beside the picture than it must', () => {
  expect(peekAt({ x: 0, y: 780, width: 40, height: 20 }, picture, window, 1)).toEqual({ scale: 1, left: 0, top: -680 });
  expect(peekAt({ x: 0, y: 0, width: 100, height: 20 }, { width: 100, height: 40 }, window, 1)).toEqual({
    scale: 1,
    left: 100,
    top: 40,
  });
});

it('makes what is large fit', () => {
  const { scale } = peekAt({ x: 0, y: 0, width: 1000, height: 100 }, picture, window, 1);
  expect(1000 * scale).toBe(252);
});
