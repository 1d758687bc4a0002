import { expect, it } from 'vitest';
import type { Maps } from './pixels.ts';
import { proposeLines } from './propose.ts';

function mapsOf(core: string[], text: string[]): Maps {
  const parse = (rows: string[]) => Float32Array.from(rows.join(''), (c) => (c === '.' ? 0 : Number(c) / 10));
  const channels: Record<string, Float32Array> = { core: parse(core), text: parse(text) };
  return {
    width: core[0]!.length,
    height: core.length,
    stride: 4,
    scale: 2,
    channels: Object.keys(channels),
    channel: (name) => channels[name]!,
  };
}

it('proposes each core once, and text that has none', () => {
  const core = ['..........', '.999..999.', '..........', '..........', '..5....4..', '..........', '..........'];
  const text = ['.999..999.', '.999..999.', '.999..999.', '..........', '..........', '..........', '....88....'];
  expect(proposeLines(mapsOf(core, text))).toEqual([
    { x0: 8, y0: 8, x1: 32, y1: 16 },
    { x0: 48, y0: 8, x1: 72, y1: 16 },
    { x0: 32, y0: 48, x1: 48, y1: 56 },
  ]);
});
