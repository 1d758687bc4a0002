import { checkModelFile } from '../runtime/model.ts';
import type { FloatTensor, Model, ModelFile } from '../runtime/model.ts';
import { decodeCtc } from './ctc.ts';
import type { Spotted } from './ctc.ts';
import { READER_HEIGHT, toReaderInput } from './ink.ts';
import type { ReaderInput } from './ink.ts';
import type { FoundLine } from './lines.ts';
import type { InkLine } from './measure-line.ts';
import type { RawCharacter, RawLine, RawWord, StyleGuess } from './pixels.ts';
import { joinWords, placeWords } from './place-words.ts';
import { isSpaceBetween, partsBySize } from './size-parts.ts';

export interface ReaderConfig extends ModelFile {
  /** One code point for each class; class 0 is the blank, so class i is character i - 1. */
  charset: string[];
  /** What the style output tells, in order. */
  styles: (keyof StyleGuess)[];
  /** Divides the logits, so that probabilities are those of being right. */
  temperature: number;
}

export type Reader = Model<ReaderConfig>;

/** The network halves its input's width, so one step is two columns. */
const STEP = 2;
const WIDTH_MULTIPLE = 8;
/** A batch's widths differ by no more than this share and so many columns: padding costs as much as ink. */
const SPREAD = 0.12;
const SPREAD_COLUMNS = 16;
/** Columns in one run: activations stay below some 50 MB. */
const MOST_COLUMNS = 8192;
/** What was proposed as text and reads as next to nothing isn't text: an icon, a part of a picture. */
const LEAST_CONFIDENCE = 0.45;
/** Without a letter or digit it is rather a dashed line or a row of dots. */
const LEAST_CONFIDENCE_OF_SIGNS = 0.8;
/** What may be an icon is text only if it is a number beyond doubt; one that could be a ring or a bar is left an icon. */
const NUMBER = /^(?![01]$)\d{1,4}[+%]?$/;
const LEAST_CONFIDENCE_OF_NUMBER = 0.9;
/** What stands alone between texts. */
const SEPARATOR = /^[|&•·/»›>–—]$/;

export function parseReaderConfig(value: unknown): ReaderConfig {
  const config = value as Omit<Partial<ReaderConfig>, 'charset'> & { charset?: string | string[] };
  const { temperature, styles } = config;
  const charset = typeof config.charset === 'string' ? [...config.charset] : config.charset;
  if (!Array.isArray(charset) || charset.some((entry) => [...entry].length !== 1))
    throw new Error('charset is missing');
  checkModelFile(config);
  if (typeof temperature !== 'number' || !(temperature > 0)) throw new Error('temperature is missing');
  if (
    !Array.isArray(styles) ||
    !['bold', 'italic', 'serif', 'monospace'].every((name) => styles.includes(name as keyof StyleGuess))
  )
    throw new Error('styles are missing');
  return { ...config, charset, temperature, styles } as ReaderConfig;
}

/** Reads measured lines. Those without any readable text are left out. Keeps the order. */
export async function readLines(reader: Reader, lines: readonly FoundLine[]): Promise<RawLine[]> {
  const parts = lines.map(partsBySize);
  const read = await readParts(reader, parts.flat());
  let at = 0;
  return lines
    .map((line, i) => toRawLine(line, parts[i]!, read.slice(at, (at += parts[i]!.length))))
    .filter((line) => line !== undefined);
}

async function readParts(reader: Reader, lines: readonly InkLine[]): Promise<RawWord[][]> {
  const inputs = lines.map(({ ink }) => toReaderInput(ink));
  const results: RawWord[][] = [];
  for (const batch of batchesOf(inputs)) {
    const columns = Math.max(...batch.map((i) => padded(inputs[i]!.width)));
    const output = await reader.run({
      ink: toTensor(
        batch.map((i) => inputs[i]!),
        columns,
      ),
    });
    batch.forEach((i, row) => (results[i] = toWords(lines[i]!, inputs[i]!, output, row, reader.config)));
  }
  return results;
}

function padded(width: number): number {
  return Math.ceil(width / WIDTH_MULTIPLE) * WIDTH_MULTIPLE;
}

/** Indices of inputs that go through together: of similar width. */
function batchesOf(inputs: readonly ReaderInput[]): number[][] {
  const order = inputs.map((_, i) => i).sort((a, b) => inputs[a]!.width - inputs[b]!.width);
  const batches: number[][] = [];
  let narrowest = 0;
  for (const i of order) {
    const { width } = inputs[i]!;
    const batch = batches.at(-1);
    const fits =
      batch && width <= narrowest * (1 + SPREAD) + SPREAD_COLUMNS && (batch.length + 1) * width <= MOST_COLUMNS;
    if (fits) batch.push(i);
    else {
      batches.push([i]);
      narrowest = width;
    }
  }
  return batches;
}

/** `[N, 1, 24, W]`, empty to the right of narrower lines. */
function toTensor(inputs: ReaderInput[], columns: number): FloatTensor {
  const data = new Float32Array(inputs.length * READER_HEIGHT * columns);
  inputs.forEach((input, n) => {
    for (let y = 0; y < READER_HEIGHT; y++)
      data.set(input.data.subarray(y * input.width, (y + 1) * input.width), (n * READER_HEIGHT + y) * columns);
  });
  return { data, dims: [inputs.length, 1, READER_HEIGHT, columns] };
}

function toWords(
  line: InkLine,
  input: ReaderInput,
  output: Record<string, FloatTensor>,
  row: number,
  { charset, styles, temperature }: ReaderConfig,
): RawWord[] {
  const { logits, style: styleLogits } = output;
  const [, steps = 0, classes = 0] = logits?.dims ?? [];
  if (!logits || !styleLogits || classes !== charset.length + 1)
    throw new Error("The reader's output doesn't fit its configuration.");
  // Steps over the padding say nothing.
  const own = Math.min(steps, Math.ceil(input.width / STEP));
  const start = row * steps;
  const spotted = decodeCtc(logits.data.subarray(start * classes, (start + own) * classes), own, charset, temperature);
  const guesses = styleLogits.data.subarray(start * styles.length, (start + own) * styles.length);
  const characters = spotted.map((found) => ({ ...found, style: styleAt(guesses, found, styles) }));
  return placeWords(line, characters, STEP);
}

/** A line of the words of its parts; undefined where they are no text. */
function toRawLine(line: FoundLine, parts: readonly InkLine[], read: readonly RawWord[][]): RawLine | undefined {
  const words = read.flatMap(([first, ...rest], i) => {
    if (!first) return [];
    const isGlued = i > 0 && read[i - 1]!.length > 0 && !isSpaceBetween(parts[i - 1]!, parts[i]!);
    return [isGlued ? { ...first, glued: true } : first, ...rest];
  });
  if (words.length === 0) return undefined;
  const text = joinWords(words);
  const confidence = geometricMean(words.flatMap((word) => word.characters));
  const { box, ink, background } = line;
  return confidence < leastConfidence(text, line) ? undefined : { box, ink, background, text, confidence, words };
}

/** How sure the reader must be of a line for it to be text. */
function leastConfidence(text: string, { doubt }: FoundLine): number {
  if (doubt === 'icon') return NUMBER.test(text) ? LEAST_CONFIDENCE_OF_NUMBER : Infinity;
  if (doubt === 'between') return SEPARATOR.test(text) ? LEAST_CONFIDENCE_OF_SIGNS : Infinity;
  return /[\p{L}\p{N}]/u.test(text) ? LEAST_CONFIDENCE : LEAST_CONFIDENCE_OF_SIGNS;
}

/** Mean probability over the steps at which the character was seen. */
function styleAt(logits: Float32Array, { from, to }: Spotted, names: readonly (keyof StyleGuess)[]): StyleGuess {
  const guess: StyleGuess = { bold: 0, italic: 0, serif: 0, monospace: 0 };
  names.forEach((name, i) => {
    for (let step = from; step < to; step++) guess[name] += 1 / (1 + Math.exp(-logits[step * names.length + i]!));
    guess[name] /= to - from;
  });
  return guess;
}

function geometricMean(characters: readonly RawCharacter[]): number {
  return Math.exp(characters.reduce((sum, { confidence }) => sum + Math.log(confidence), 0) / characters.length);
}
