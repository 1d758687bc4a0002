import { isAskable, of } from './ask.ts';
import type { Ask, Asker } from './ask.ts';
import type { FactKind } from '../facts.ts';

const COUNTED: FactKind[] = [
  'button',
  'select',
  'checkbox',
  'radio',
  'switch',
  'slider',
  'tab',
  'image',
  'card',
  'chart',
  'progress',
  'badge',
  'avatar',
];
/** Of these it is asked whether there are none. */
const ABSENT: FactKind[] = ['select', 'checkbox', 'radio', 'switch', 'slider', 'tab', 'chart', 'progress'];
/** More nobody would count. */
const MOST = 15;

/** How many there are. */
export const counting: Asker = ({ facts, random }) => {
  const asks: Ask[] = [];
  const add = (id: string, slots: Record<string, string>, number: number) =>
    asks.push({ kind: 'counting', id, slots, expect: { number } });
  if (facts.overlaid) return asks;
  const countable = (kind: FactKind) => !facts.partly.includes(kind);
  for (const kind of COUNTED) {
    const count = of(facts, kind).length;
    // A wide picture with words on it, or one beside a face: people would differ on what counts.
    if (kind === 'image' && (of(facts, 'avatar').length || of(facts, 'chart').length)) continue;
    if (count > 1 && count <= MOST && countable(kind)) add('count kind', { kind }, count);
  }
  const absent = ABSENT.filter((kind) => countable(kind) && !of(facts, kind).length);
  if (absent.length) add('count kind', { kind: random.pick(absent) }, 0);
  const boxes = of(facts, 'checkbox');
  // Some call a round one a box, too.
  if (boxes.length > 1 && countable('checkbox') && !of(facts, 'radio').length) {
    add('count checked', {}, boxes.filter(({ checked }) => checked).length);
    add('count unchecked', {}, boxes.filter(({ checked }) => !checked).length);
  }
  const switches = of(facts, 'switch');
  if (switches.length > 1 && countable('switch')) add('count on', {}, switches.filter(({ checked }) => checked).length);
  const table = facts.tables.length === 1 && of(facts, 'table').length === 1 ? facts.tables[0]! : undefined;
  if (table) {
    // People would differ on whether totals are a row.
    if (!table.foot) add('count rows', {}, table.rows.length);
    add('count columns', {}, table.headers.length);
  }
  const navigation = facts.lists.filter(({ kind }) => kind === 'navigation');
  if (navigation.length === 1 && of(facts, 'navigation').length <= 2)
    add('count menu items', {}, navigation[0]!.items.length);
  const lists = facts.lists.filter(({ kind }) => kind === 'list');
  if (lists.length === 1) add('count bullets', {}, lists[0]!.items.length);
  for (const list of lists)
    if (isAskable(list.title) && lists.filter(({ title }) => title === list.title).length === 1)
      add('count bullets under', { name: list.title }, list.items.length);
  const parents = new Set(facts.cards.map(({ parent }) => parent));
  if (facts.cards.length > 2 && parents.size === 1 && countable('card')) {
    const first = facts.cards[0]!.box;
    const inRow = facts.cards.filter(({ box }) => Math.abs(box.y - first.y) < 4).length;
    if (inRow > 1) add('count cards per row', {}, inRow);
  }
  facts.cards.forEach((card, i) => {
    if (!isAskable(card.title) || facts.cards.filter(({ title }) => title === card.title).length > 1) return;
    const buttons = facts.things.filter((thing) => thing.card === i && thing.kind === 'button').length;
    if (buttons > 1) add('count buttons in card', { name: card.title }, buttons);
  });
  return asks;
};
