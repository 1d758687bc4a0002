import { isSaid, named, of } from './ask.ts';
import type { Ask, Asker } from './ask.ts';

/** What no picture tells, or this one doesn't: to be declined. */
export const unanswerable: Asker = ({ facts, absent, random }) => {
  const asks: Ask[] = [];
  const add = (id: string, slots: Record<string, string> = {}) =>
    asks.push({ kind: 'unanswerable', id, slots, expect: { declined: true } });
  const name = () => random.pick(absent);
  for (const id of [
    'absent button color',
    'absent button place',
    'absent field',
    'absent heading size',
    'absent price',
    'absent neighbour',
    'absent checkbox',
  ])
    add(id, { name: name() });
  for (const id of ['world', 'people', 'intent', 'time', 'code']) add(id);
  const button = named(facts, 'button')[0];
  if (button) add('what happens', { name: button.name });
  if (button) add('why', { name: button.name });
  const closed = named(facts, 'select')[0];
  if (closed) add('hidden options', { name: closed.name });
  if (of(facts, 'text-field').some(({ password }) => password)) add('hidden password');
  if (of(facts, 'image', 'avatar').length) add('photograph');
  if (!facts.tables.length && !isSaid(facts, 'total')) add('absent total');
  return asks;
};
