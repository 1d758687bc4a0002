import { expect, it } from 'vitest';
import type { InkLine } from './measure-line.ts';
import { placeWords } from './place-words.ts';

const STYLE = { bold: 0, italic: 0, serif: 0, monospace: 0 };

/** Strokes of 4 columns, 18 high; one step is a column, and the reader's input begins 4 columns before the ink. */
function lineOf(starts: number[]): InkLine {
  const width = starts.at(-1)! + 4;
  const data = new Uint8Array(width * 18);
  for (let y = 0; y < 18; y++) for (const x of starts) data.fill(255, y * width + x, y * width + x + 4);
  return { box: { x: 10, y: 20, width, height: 18 }, ink: { width, height: 18, data }, background: [255, 255, 255] };
}

/** Characters at columns of the ink. */
function spots(...characters: [string, number, number?][]) {
  return characters.map(([text, column, confidence = 1]) => ({
    text,
    step: column + 4,
    from: column + 4,
    to: column + 5,
    confidence,
    style: STYLE,
  }));
}

it('cuts words in the gap and puts boxes around their ink', () => {
  const line = lineOf([0, 6, 30, 36]);
  const words = placeWords(line, spots(['a', 2], ['b', 8], [' ', 20], ['c', 32, 0.5], ['d', 38]), 1);
  expect(words.map(({ text }) => text)).toEqual(['ab', 'cd']);
  expect(words.map(({ box }) => [box.x, box.width])).toEqual([
    [10, 10],
    [40, 10],
  ]);
  expect(words[0]!.characters[0]).toMatchObject({ text: 'a', x: 12, left: 10, right: 15 });
  expect(words[1]!.confidence).toBeCloseTo(0.5);
});

it('takes letter-spaced text together', () => {
  const line = lineOf([0, 12, 24, 36, 70, 82]);
  const letters = [...'LIKEUS'].flatMap((letter, i): [string, number][] => {
    const column = [2, 14, 26, 38, 72, 84][i]!;
    return [
      [letter, column],
      [' ', column + 6],
    ];
  });
  expect(placeWords(line, spots(...letters), 1).map(({ text }) => text)).toEqual(['LIKE', 'US']);
});

it('leaves lone letters and digits alone', () => {
  const line = lineOf([0, 30, 60]);
  const words = placeWords(line, spots(['a', 2], [' ', 20], ['b', 32]), 1);
  expect(words.map(({ text }) => text)).toEqual(['a', 'b']);
});

it('leaves monospaced words together', () => {
  const line = lineOf([0, 5, 25, 30, 50, 55, 71]);
  const text: [string, number][] = [
    ['1', 2],
    ['2', 7],
    [' ', 18],
    ['c', 27],
    ['d', 32],
    [' ', 43],
    ['e', 52],
    ['.', 57],
    ['f', 73],
  ];
  const texts = (monospace: number) =>
    placeWords(
      line,
      spots(...text).map((spot) => ({ ...spot, style: { ...STYLE, monospace } })),
      1,
    ).map((word) => word.text);
  expect(texts(0)).toEqual(['12', 'cd', 'e.', 'f']);
  expect(texts(1)).toEqual(['12', 'cd', 'e.f']);
});

it('finds a space that was passed over, but not in the room beside an l or a stop', () => {
  // Three letters a word, 2 columns between letters, 14 between words and 11 before the last character.
  const starts = [0, 6, 12, 30, 36, 42, 60, 66, 72, 87];
  const read = (last: string, before: string) =>
    placeWords(
      lineOf(starts),
      spots(
        ...[...'abc def gh'].map((text, i): [string, number] => [text, [2, 8, 14, 22, 32, 38, 44, 52, 62, 68][i]!]),
        [before, 74],
        [last, 89],
      ),
      1,
    ).map((word) => word.text);
  expect(read('o', 'o')).toEqual(['abc', 'def', 'gho', 'o']);
  expect(read('!', 'l')).toEqual(['abc', 'def', 'ghl!']);
});
