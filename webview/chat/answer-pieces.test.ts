import { expect, it } from 'vitest';
import { paragraphsOf, splitColors } from './answer-pieces.ts';
import { addressesIn } from './dropped-addresses.ts';

it('cuts an answer into paragraphs', () => {
  const fact = { kind: 'fact' as const, text: 'b', picture: 0, boxes: [], confidence: 1 };
  const parts = [{ kind: 'text' as const, text: 'a ' }, fact, { kind: 'break' as const }, { kind: 'break' as const }];
  expect(paragraphsOf([...parts, { kind: 'text', text: 'c' }])).toEqual([
    [{ kind: 'text', text: 'a ' }, fact],
    [{ kind: 'text', text: 'c' }],
  ]);
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
