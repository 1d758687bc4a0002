import { describe, expect, it } from 'vitest';
import { decodeCtc } from './ctc.ts';

const CHARSET = ['a', 'b', ' '];

/** Logits that put `strength` on one class a step. */
function logitsOf(classes: number[], strength = 8): Float32Array {
  const logits = new Float32Array(classes.length * 4);
  classes.forEach((best, step) => (logits[step * 4 + best] = strength));
  return logits;
}

describe('decodeCtc', () => {
  it('joins repeats, drops blanks and keeps what a blank parts', () => {
    const classes = [0, 1, 1, 0, 1, 2, 2, 3, 0, 2];
    const spotted = decodeCtc(logitsOf(classes), classes.length, CHARSET, 1);
    expect(spotted.map(({ text }) => text).join('')).toBe('aab b');
    expect(spotted[0]).toMatchObject({ from: 1, to: 3 });
    expect(spotted[0]!.step).toBeCloseTo(2);
    expect(spotted[4]!.step).toBeCloseTo(9.5);
  });

  it('gives the softmax at the temperature', () => {
    const [sharp] = decodeCtc(logitsOf([1], 2), 1, CHARSET, 1);
    expect(sharp!.confidence).toBeCloseTo(Math.exp(2) / (Math.exp(2) + 3), 5);
    const [soft] = decodeCtc(logitsOf([1], 2), 1, CHARSET, 2);
    expect(soft!.confidence).toBeCloseTo(Math.E / (Math.E + 3), 5);
  });

  it('reads nothing from blanks', () => {
    expect(decodeCtc(logitsOf([0, 0, 0]), 3, CHARSET, 1)).toEqual([]);
    expect(decodeCtc(new Float32Array(0), 0, CHARSET, 1)).toEqual([]);
  });
});
