import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { loadModel } from '../runtime/model.ts';
import { decodeCtc } from './ctc.ts';
import { READER_HEIGHT } from './ink.ts';
import { parseReaderConfig } from './read.ts';

/** Ink maps of families and texts that the reader wasn't trained on: models/training/reader/evaluation_set.py. */
const SET = new URL('../../models/training/eval/', import.meta.url);
const MODEL = fileURLToPath(new URL('../../models/reader', import.meta.url));
/** Every so many lines are read: enough to notice a worse model, soon done. */
const STRIDE = 4;
/** Share of the ASCII words read right, well under what is in the model's card. */
const LEAST_WORDS = 0.93;

interface Entry {
  text: string;
  x: number;
  y: number;
  width: number;
}

it('reads families that it never saw', async () => {
  const entries = (JSON.parse(readFileSync(new URL('reader.json', SET), 'utf8')) as Entry[]).filter(
    ({ text }, i) => i % STRIDE === 0 && /^[ -~]+$/.test(text),
  );
  const { data, info } = await sharp(fileURLToPath(new URL('reader.png', SET)))
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const reader = await loadModel(MODEL, parseReaderConfig);
  let words = 0;
  let right = 0;
  for (const { text, x, y, width } of entries) {
    const columns = Math.ceil(width / 8) * 8;
    const ink = new Float32Array(READER_HEIGHT * columns);
    for (let row = 0; row < READER_HEIGHT; row++)
      for (let column = 0; column < width; column++)
        ink[row * columns + column] = data[(y + row) * info.width + x + column]! / 255;
    const { logits } = await reader.run({ ink: { data: ink, dims: [1, 1, READER_HEIGHT, columns] } });
    const { charset, temperature } = reader.config;
    const read = decodeCtc(logits!.data, Math.ceil(width / 2), charset, temperature)
      .map((spotted) => spotted.text)
      .join('')
      .split(' ');
    const truth = text.split(' ');
    words += truth.length;
    right += truth.filter((word) => read.includes(word)).length;
  }
  await reader.release();
  expect(right / words).toBeGreaterThan(LEAST_WORDS);
});
