import { describe, expect, it } from 'vitest';
import { wordsApart, wordsF1 } from './words.ts';

describe('wordsF1', () => {
  it('compares lower-cased multisets', () => {
    expect(wordsF1(['Sign in', 'in'], ['in sign IN']).f1).toBe(1);
    const score = wordsF1(['a a b'], ['a c']);
    expect(score.precision).toBe(0.5);
    expect(score.recall).toBeCloseTo(1 / 3);
    expect(score.f1).toBeCloseTo(0.4);
  });

  it('finds nothing right in nothing, and all right where nothing was to read', () => {
    expect(wordsF1(['a'], []).f1).toBe(0);
    expect(wordsF1([], []).f1).toBe(1);
  });

  it('tells what is missed and invented', () => {
    expect(wordsApart(['a a b'], ['a c'])).toEqual({ missed: ['a', 'b'], invented: ['c'] });
  });
});
