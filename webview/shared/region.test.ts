import { describe, expect, it } from 'vitest';
import { between, byKey, enough, isEnough } from './region.ts';

const picture = { width: 200, height: 100 };
const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
const move = { step: 10, resize: false };

it('is drawn from any corner, in whole pixels, inside the picture', () => {
  expect(between({ x: 150.4, y: 90 }, { x: 20.6, y: -30 }, picture)).toEqual(box(21, 0, 129, 90));
  expect(between({ x: 300, y: 300 }, { x: 190, y: 90 }, picture)).toEqual(box(190, 90, 10, 10));
});

it('must show something', () => {
  expect(isEnough(box(0, 0, 16, 16))).toBe(true);
  expect(isEnough(box(0, 0, 200, 3))).toBe(false);
});

it('grows to what shows something, inside the picture', () => {
  expect(enough(box(50, 50, 8, 8), picture)).toEqual(box(46, 46, 16, 16));
  expect(enough(box(198, 0, 2, 30), picture)).toEqual(box(184, 0, 16, 30));
  expect(enough(box(20, 20, 100, 40), picture)).toEqual(box(20, 20, 100, 40));
});

describe('keys', () => {
  it('start in the middle', () => {
    expect(byKey(undefined, 'ArrowLeft', move, picture)).toEqual(box(50, 25, 100, 50));
  });

  it('move it up to the edges', () => {
    expect(byKey(box(5, 25, 100, 50), 'ArrowLeft', move, picture)).toEqual(box(0, 25, 100, 50));
    expect(byKey(box(5, 45, 100, 50), 'ArrowDown', move, picture)).toEqual(box(5, 50, 100, 50));
  });

  it('resize it, never to nothing', () => {
    const resize = { step: 50, resize: true };
    expect(byKey(box(0, 0, 40, 40), 'ArrowLeft', resize, picture)).toEqual(box(0, 0, 16, 40));
    expect(byKey(box(150, 0, 40, 40), 'ArrowRight', resize, picture)).toEqual(box(150, 0, 50, 40));
  });

  it('do nothing else', () => {
    expect(byKey(undefined, 'a', move, picture)).toBeUndefined();
  });
});
