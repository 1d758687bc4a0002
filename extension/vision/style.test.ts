import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse, differenceCiede2000 } from 'culori';
import type { Box, TextStyle } from './scene.ts';
import type { Pixels, RawLine, RawWord, Rgb } from './pixels.ts';
import { settleStyles, type StyledLine } from './style.ts';
import { measureWords } from './words.ts';

interface TruthWord {
  text: string;
  rect: [number, number, number, number];
}
interface TruthRun {
  style: Omit<TextStyle, 'smallCaps'>;
  words: TruthWord[];
}
interface TruthLine {
  baseline: number;
  runs: TruthRun[];
}

/** What the reader says when it can't tell: all must come from the ink. */
const NO_GUESS = { bold: 0.27, italic: 0.06, serif: 0.36, monospace: 0.1 };
/** A pixel's largest difference from the background from which it is ink. */
const INK = 24;

const fixture = (name: string): URL => new URL(`fixtures/${name}`, import.meta.url);
const truth = (JSON.parse(readFileSync(fixture('styles.json'), 'utf8')) as { lines: TruthLine[] }).lines;
let styled: StyledLine[];

beforeAll(async () => {
  const { data, info } = await sharp(readFileSync(fixture('styles.png')))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels: Pixels = { width: info.width, height: info.height, data };
  styled = settleStyles(
    truth.map((line) => measureWords(pixels, rawLine(pixels, line))),
    1,
  );
});

describe('settleStyles', () => {
  it('finds baselines to the pixel', () => {
    expect(styled.map(({ baseline }) => baseline)).toEqual(truth.map(({ baseline }) => baseline));
  });

  it('cuts lines into the runs they were written in', () => {
    const written = truth.map(({ runs }) => runs.map(({ words }) => words.map(({ text }) => text).join(' ')));
    expect(styled.map(({ runs }) => runs.map(({ text }) => text.trim()))).toEqual(written);
  });

  it('finds family, size, weight, slant, bars and spacing of every run', () => {
    const look = (style: TruthRun['style']) => ({
      family: style.family,
      size: Math.round(style.size * 100) / 100,
      bold: style.weight >= 600,
      italic: style.italic,
      underline: style.underline,
      strike: style.strike,
      spaced: Math.round(style.letterSpacing * 2) / 2,
    });
    expect(styled.flatMap(({ runs }) => runs.map(({ style }) => look(style)))).toEqual(
      truth.flatMap(({ runs }) => runs.map(({ style }) => look(style))),
    );
  });

  it('finds colours that nobody can tell from the true ones', () => {
    const difference = differenceCiede2000();
    for (const [i, { runs }] of truth.entries())
      for (const [k, { style }] of runs.entries()) {
        const found = styled[i]!.runs[k]!.style;
        expect(difference(parse(found.color)!, parse(style.color)!), runs[k]!.words[0]!.text).toBeLessThan(2);
        expect(found.background).toBe(style.background);
      }
  });
});

/** A line as a perfect reader would hand it over. */
function rawLine(pixels: Pixels, { runs }: TruthLine): RawLine {
  const background = rgbOf(runs[0]!.style.background);
  const words = runs.flatMap(({ words, style }) => words.map((word) => rawWord(pixels, word, rgbOf(style.background))));
  const x = Math.min(...words.map(({ box }) => box.x));
  const y = Math.min(...words.map(({ box }) => box.y));
  const width = Math.max(...words.map(({ box }) => box.x + box.width)) - x;
  const height = Math.max(...words.map(({ box }) => box.y + box.height)) - y;
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++)
    data[i] = distance(pixels, x + (i % width), y + Math.floor(i / width), background);
  const text = words.map((word) => word.text).join(' ');
  return { box: { x, y, width, height }, ink: { width, height, data }, background, text, confidence: 1, words };
}

function rawWord(pixels: Pixels, { text, rect: [left, top, right, bottom] }: TruthWord, background: Rgb): RawWord {
  const ink: [number, number][] = [];
  for (let y = Math.floor(top); y < bottom; y++)
    for (let x = Math.floor(left) - 1; x < right + 1; x++)
      if (distance(pixels, x, y, background) > INK) ink.push([x, y]);
  const xs = ink.map(([x]) => x);
  const ys = ink.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const box: Box = { x, y, width: Math.max(...xs) + 1 - x, height: Math.max(...ys) + 1 - y };
  const step = (right - left) / text.length;
  const characters = [...text].map((character, i) => ({
    text: character,
    x: left + (i + 0.5) * step,
    left: left + i * step,
    right: left + (i + 1) * step,
    confidence: 1,
    style: NO_GUESS,
  }));
  return { text, box, confidence: 1, characters };
}

function distance({ width, data }: Pixels, x: number, y: number, [red, green, blue]: Rgb): number {
  const at = (y * width + x) * 3;
  return Math.max(Math.abs(data[at]! - red), Math.abs(data[at + 1]! - green), Math.abs(data[at + 2]! - blue));
}

function rgbOf(hex: string): Rgb {
  return [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)) as unknown as Rgb;
}
