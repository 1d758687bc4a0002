import { expect, test } from 'vitest';
import type { Fact, FactKind, PageFacts } from '../facts.ts';
import { isAskable, named, namedAlone, only } from './ask.ts';

const thing = (kind: FactKind, name: string): Fact => ({
  order: 0,
  kind,
  name,
  text: name,
  box: { x: 0, y: 0, width: 10, height: 10 },
  checked: false,
  disabled: false,
  selected: false,
  parent: 0,
  inTable: false,
  inNav: false,
});
const page = (things: Fact[], texts: string[] = [], partly: FactKind[] = []): PageFacts => ({
  width: 100,
  height: 100,
  overlaid: false,
  things,
  partly,
  tables: [],
  cards: [],
  lists: [],
  pairs: [],
  told: [],
  texts: texts.map((text) => ({ text, box: { x: 0, y: 0, width: 1, height: 1 } })),
});
const names = (things: Fact[]) => things.map(({ name }) => name);

test('a thing is asked for by a name that no other of its kind has or holds', () => {
  const facts = page([thing('button', 'Save'), thing('button', 'Save changes'), thing('button', 'Cancel')]);
  expect(names(named(facts, 'button'))).toEqual(['Save changes', 'Cancel']);
  const twice = page([thing('button', 'Edit'), thing('button', 'edit'), thing('link', 'Cancel')]);
  expect(names(named(twice, 'button'))).toEqual([]);
});

test('a part of a word is no name', () => {
  const facts = page([thing('button', 'Go'), thing('button', 'Google')]);
  expect(names(named(facts, 'button'))).toEqual(['Go', 'Google']);
});

test('by its name alone goes what no other text of the page says', () => {
  const facts = page([thing('button', 'Export'), thing('button', 'Print')], ['Export', 'Export your data', 'Print']);
  expect(names(namedAlone(facts, 'button'))).toEqual(['Print']);
});

test('long, foreign and quoted names are not asked for', () => {
  expect(isAskable('Create account')).toBe(true);
  expect(isAskable('24/7 support')).toBe(true);
  expect(isAskable('A name that nobody would ever care to type into a box')).toBe(false);
  expect(isAskable('Übersicht')).toBe(false);
  expect(isAskable('Say "hello"')).toBe(false);
  expect(isAskable('42')).toBe(false);
});

test('the only one of a kind is one that can be seen whole', () => {
  expect(only(page([thing('chart', '')]), 'chart')).toBeDefined();
  expect(only(page([thing('chart', '')], [], ['chart']), 'chart')).toBeUndefined();
  expect(only(page([thing('chart', ''), thing('chart', '')]), 'chart')).toBeUndefined();
});
