import { expect, it } from 'vitest';
import type { Maps } from './pixels.ts';
import { proposeLines } from './propose.ts';

function mapsOf(core: string[], text: string[]): Maps {
  const parse = (rows: string[]) =>
    Float32Array.from(rows.join(''), (c) => (c === '.' ? 0 : c === 'X' ? 1 : Number(c) / 10));
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

it('proposes each core once, to parts of a cell, and text that has none', () => {
  const core = ['..........', '.333..XXX.', '.XXX..XXX.', '..........', '..5....4..', '..........', '..........'];
  const text = ['.999..999.', '.999..999.', '.999..999.', '..........', '..........', '..........', '....88....'];
  const [right, left, rest, ...none] = proposeLines(mapsOf(core, text));
  expect(none).toEqual([]);
  // 1.3 cells of 8 px, whose foot is at 24 px.
  expect(left!.em).toBeCloseTo(20);
  expect(Math.abs(left!.baseline - (24 + 0.05 * 20))).toBeLessThan(1);
  expect(left!.x0).toBeCloseTo(8 - 0.25 * 20);
  expect(left!.x1).toBeCloseTo(32 + 0.25 * 20);
  expect(right!.em).toBeCloseTo(16 / 0.52);
  expect(rest!.x0).toBe(32);
  expect(rest!.x1).toBe(48);
  expect(rest!.em).toBeCloseTo(8 / 1.12);
});

it('cuts lines that a few cells tie together', () => {
  const core = [
    '..........',
    '.XXXXXXXX.',
    '.6........',
    '.XXXXX....',
    '..........',
    '.....XX...',
    '.....XX...',
    '.....XX...',
  ];
  const text = core.map(() => '..........');
  const proposals = proposeLines(mapsOf(core, text)).map(({ baseline }) => Math.round(baseline / 8));
  expect(proposals).toEqual([2, 4, 8]);
});
