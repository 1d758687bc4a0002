import { describe, expect, it } from 'vitest';
import { fitScale, scaleFor } from './zoom.ts';

describe('fitScale', () => {
  it('shows a page whole where there is room, never larger than it is', () => {
    expect(fitScale({ width: 640, height: 500 }, { width: 1280, height: 800 })).toBe(0.5);
    expect(fitScale({ width: 900, height: 400 }, { width: 1280, height: 800 })).toBe(0.5);
    expect(fitScale({ width: 900, height: 900 }, { width: 390, height: 844 })).toBe(1);
  });

  it('shows the width of a tall page', () => {
    expect(fitScale({ width: 652, height: 400 }, { width: 1280, height: 5000 })).toBe(0.5);
  });
});

it('enlarges small text, and leaves large text alone', () => {
  const line = (height: number) => ({ x: 0, y: 0, width: 100, height });
  expect(scaleFor(line(12), 0.5)).toBe(3);
  expect(scaleFor(line(48), 0.5)).toBe(1);
});
