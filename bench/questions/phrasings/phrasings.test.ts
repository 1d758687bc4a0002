import { expect, test } from 'vitest';
import { Random } from '../random.ts';
import { inWords } from '../words.ts';
import { BUILDING } from './building.ts';
import { MEASURING } from './measuring.ts';

const waysOf = ({ asks }: typeof BUILDING) => Object.values(asks).flat();
const bare = (way: string) => way.toLowerCase().replace(/[^a-z{} ]/g, '');

test('both sets put the same asks into words', () => {
  expect(Object.keys(MEASURING.asks).sort()).toEqual(Object.keys(BUILDING.asks).sort());
});

test('no phrasing is in both sets', () => {
  const building = new Set(waysOf(BUILDING).map(bare));
  expect(waysOf(MEASURING).filter((way) => building.has(bare(way)))).toEqual([]);
});

test('a phrasing is filled in whole, and what is quoted keeps its case', () => {
  for (let seed = 0; seed < 60; seed++) {
    const text = inWords('find button', { name: 'Save Changes' }, BUILDING, new Random(seed));
    expect(text).not.toMatch(/[{}]/);
    expect(text).toMatch(/"Save Changes"|save changes/i);
    if (text.includes('"')) expect(text).toContain('"Save Changes"');
  }
});
