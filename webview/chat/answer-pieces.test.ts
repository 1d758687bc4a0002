import { expect, it } from 'vitest';
import { answersOf, splitColors } from './answer-pieces.ts';
import { addressesIn } from './dropped-addresses.ts';

const fact = { kind: 'fact' as const, text: 'b', picture: 0, boxes: [], confidence: 1 };

const outcome = {
  picture: 0,
  program: { op: 'describe' as const },
  steps: [],
  boxes: [],
  confidence: 1,
  declined: false,
};

it('cuts an answer into paragraphs', () => {
  const parts = [{ kind: 'text' as const, text: 'a ' }, fact, { kind: 'break' as const }, { kind: 'break' as const }];
  const [answer] = answersOf([...parts, { kind: 'text', text: 'c' }]);
  expect(answer!.paragraphs).toEqual([[{ kind: 'text', text: 'a ' }, fact], [{ kind: 'text', text: 'c' }]]);
});

it('ends each answer by its outcome, the last one perhaps by none', () => {
  const parts = [fact, { kind: 'outcome' as const, outcome }, { kind: 'break' as const }];
  expect(answersOf(parts)).toEqual([{ paragraphs: [[fact]], outcome }]);
  expect(answersOf([...parts, fact])).toEqual([{ paragraphs: [[fact]], outcome }, { paragraphs: [[fact]] }]);
  expect(answersOf([])).toEqual([]);
});

it.each([
  ['is #2563eb.', ['is ', '#2563eb', '.']],
  ['#2563EB80', ['#2563EB80']],
  ['issue #2563, #2563ebx', ['issue #2563, #2563ebx']],
])('finds the colours in %j', (text, expected) => {
  expect(splitColors(text).map((piece) => piece.text)).toEqual(expected);
});

it('takes addresses from the best list that is dropped', () => {
  const data = (lists: Record<string, string>) => ({ getData: (type: string) => lists[type] ?? '' });
  expect(addressesIn(data({ resourceurls: '["file:///a.png"]', 'text/uri-list': 'file:///b.png' }))).toEqual([
    'file:///a.png',
  ]);
  expect(addressesIn(data({ resourceurls: '{', 'text/uri-list': '# a\r\nfile:///b.png\r\nfile:///b.png' }))).toEqual([
    'file:///b.png',
  ]);
  expect(addressesIn(null)).toEqual([]);
});
