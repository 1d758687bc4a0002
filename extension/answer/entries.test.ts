import { expect, test } from 'vitest';
import { answer } from './answer.ts';
import { box, line, scene, shape } from './fixtures.ts';

/** Two columns: a list under a heading, and another heading with texts beside it. */
const page = scene({
  lines: [
    line('Skills', 300, 40, { size: 24, weight: 700 }),
    ...['Planning', 'Research', 'Writing'].map((text, i) => line(text, 324, 90 + 30 * i)),
    line('Home', 20, 90, { link: 0.9 }),
    line('Projects', 20, 120, { link: 0.9 }),
    line('A note on what else there is to do.', 300, 240),
  ],
  shapes: [0, 1, 2].map((i) => shape(`d${i}`, box(304, 95 + 30 * i, 6, 6), '#111827')),
});

async function valueOf(question: string): Promise<unknown> {
  const parts = [];
  for await (const part of answer([{ name: 'page.png', scene: page }], question, [])) parts.push(part);
  return parts.flatMap((part) => (part.kind === 'outcome' ? [part.outcome.value] : [])).at(-1);
}

test('entries under a heading are the items of its list', async () => {
  expect(await valueOf('How many items are listed under Skills?')).toEqual({ kind: 'number', number: 3 });
  expect(await valueOf('What is the second item under Skills?')).toEqual({ kind: 'text', text: 'Research' });
});

test('items of a list are whole', async () => {
  expect(await valueOf('Which item is third in the list?')).toEqual({ kind: 'text', text: 'Writing' });
});
