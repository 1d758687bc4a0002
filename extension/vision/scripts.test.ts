import { describe, expect, it } from 'vitest';
import { bestClasses, scriptsOf } from './scripts.ts';

const charset = [' ', 'A', 'o', 'А', 'о', 'Д'];
const scripts = scriptsOf(charset);

/** One step for each entry: logits by character, 0 elsewhere. */
function logitsOf(steps: Record<string, number>[]): Float32Array {
  return Float32Array.from(steps.flatMap((step) => [0, ...charset.map((character) => step[character] ?? 0)]));
}

const read = (steps: Record<string, number>[]) =>
  [...bestClasses(logitsOf(steps), steps.length, scripts, 1)].map((i) => (i ? charset[i - 1] : '')).join('');

describe('bestClasses', () => {
  it('keeps a word to the script that most of it is sure of', () => {
    expect(
      read([
        { A: 5, А: 5.5 },
        { o: 6, о: 5 },
      ]),
    ).toBe('Ao');
    expect(read([{ Д: 9 }, { o: 6, о: 5.5 }])).toBe('До');
  });

  it("gives a lone letter its line's script", () => {
    expect(read([{ o: 9, о: 5 }, { o: 9, о: 5 }, { ' ': 9 }, { A: 5, А: 5.5 }])).toBe('oo A');
  });

  it('lets a word of another script stand where it is clear', () => {
    expect(read([{ o: 9, о: 5 }, { o: 9, о: 5 }, { ' ': 9 }, { Д: 9 }, { о: 9, o: 8 }])).toBe('oo До');
  });
});
