import { expect, it } from 'vitest';
import type { RawWord } from './pixels.ts';
import { tellStrokes } from './strokes.ts';

function word(text: string, y: number, height: number): RawWord {
  const style = { bold: 0, italic: 0, serif: 0, monospace: 0 };
  const characters = [...text].map((c) => ({ text: c, x: 0, left: 0, right: 0, confidence: 1, style }));
  return { text, box: { x: 0, y, width: 5, height }, confidence: 1, characters };
}

it('tells a capital from a bar by where it ends', () => {
  const words = [word('and', 0, 12), word('|', 0, 12), word('am', 3, 9), word('l', 0, 16), word('happy', 0, 15)];
  tellStrokes(words, 16);
  expect(words.map(({ text }) => text)).toEqual(['and', 'I', 'am', '|', 'happy']);
  expect(words[1]!.characters[0]!.text).toBe('I');
});

it('keeps what it has nothing to compare with', () => {
  const words = [word('|', 0, 12)];
  tellStrokes(words, 12);
  expect(words[0]!.text).toBe('|');
});
