import { expect, test } from 'vitest';
import type { BoxNode } from '../layout/design.ts';
import { applyEdits, nodesById, shareEdits } from './edits.ts';
import type { Edit } from './edits.ts';
import { column, designOf, text } from './fixtures.ts';
import { widthToWrapAt } from './wrap.ts';

test('instances of a repeated thing are changed alike', () => {
  const items = ['a', 'b', 'c'].map((id) => column(`item-${id}`, [text(`text-${id}`, 'x')]));
  const list = { ...column('list', items), repeat: { name: 'Item', from: 0, count: 3 } };
  const design = designOf(list);
  const ask = (id: string, by: number): Edit => ({ node: id, property: 'padding-top', by });
  expect(shareEdits(design, [ask('item-a', 4), ask('item-b', 4.2), ask('item-c', 3.9)])).toEqual(
    ['item-a', 'item-b', 'item-c'].map((id) => ask(id, 4)),
  );
  expect(shareEdits(design, [ask('item-a', 4)])).toEqual([]);
});

test('a correction changes a copy, and nothing that nodes share', () => {
  const padding = { top: 8, right: 8, bottom: 8, left: 8 };
  const [a, b] = [column('a', []), column('b', [])];
  a.padding = b.padding = padding;
  const design = designOf(column('root', [a, b]));
  const edited = nodesById(applyEdits(design, [{ node: 'a', property: 'padding-top', by: 4 }]));
  expect((edited.get('a') as BoxNode).padding.top).toBe(12);
  expect((edited.get('b') as BoxNode).padding.top).toBe(8);
  expect(padding.top).toBe(8);
  const impossible = nodesById(applyEdits(design, [{ node: 'a', property: 'padding-top', by: -20 }]));
  expect((impossible.get('a') as BoxNode).padding.top).toBe(8);
});

test('a width is found at which words wrap as they did', () => {
  const words = [40, 40, 40, 40].map((width, index) => ({ text: 'word', x: index * 44, width }));
  const line = { node: 'n', text: '', box: { x: 0, y: 0, width: 172, height: 10 }, baseline: 10, words, color: '' };
  const wanted = [
    { x: 0, y: 0, width: 84, height: 10 },
    { x: 0, y: 20, width: 84, height: 10 },
  ];
  const room = widthToWrapAt(wanted, [line])!;
  expect(room).toBeGreaterThanOrEqual(84);
  expect(room).toBeLessThan(128);
  expect(room % 8).toBe(0);
  expect(widthToWrapAt([{ x: 0, y: 0, width: 10, height: 10 }], [line])).toBeUndefined();
});
