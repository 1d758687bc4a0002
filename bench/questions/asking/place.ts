import { isAskable, named, namedAlone, timesSaid } from './ask.ts';
import type { Ask, Asker } from './ask.ts';
import type { Fact, ListFact } from '../facts.ts';
import { ORDINALS } from './reading.ts';

/** CSS pixels: neighbours are no further apart. */
const NEIGHBOUR = 160;
/** CSS pixels: what is above or left of another is so by this much. */
const CLEAR = 20;

const LIST_NAMES = { navigation: 'menu', tabs: 'tabs' } as const;

/** What is beside what. */
export const place: Asker = ({ facts, random }) => {
  const asks: Ask[] = [];
  const say = (id: string, slots: Record<string, string>, text: string) =>
    asks.push({ kind: 'place', id, slots, expect: { text } });
  const ask = (id: string, slots: Record<string, string>, boolean: boolean) =>
    asks.push({ kind: 'place', id, slots, expect: { boolean } });
  for (const kind of ['button', 'text-field'] as const) {
    const all = facts.things.filter(
      (thing) => thing.kind === kind || (kind === 'text-field' && /select|text-area/.test(thing.kind)),
    );
    for (const a of named(facts, kind)) {
      const right = nearest(a, facts.things, 'right');
      if (right && all.includes(right) && isAskable(right.name)) say(`right of ${kind}`, { name: a.name }, right.name);
      const left = nearest(a, facts.things, 'left');
      if (left && all.includes(left) && isAskable(left.name)) say(`left of ${kind}`, { name: a.name }, left.name);
      const below = kind === 'text-field' ? nearest(a, all, 'below') : undefined;
      if (below && Math.abs(below.box.x - a.box.x) < 4 && isAskable(below.name))
        say('field below', { name: a.name }, below.name);
    }
  }
  for (const kind of ['navigation', 'tabs'] as const) {
    const lists = facts.lists.filter((list) => list.kind === kind);
    if (lists.length === 1) askOfList(lists[0]!, LIST_NAMES[kind], say);
  }
  const row = facts.cards.filter(({ box }) => facts.cards[0] && Math.abs(box.y - facts.cards[0].box.y) < 4);
  if (row.every(({ title }) => isAskable(title) && timesSaid(facts, title) === 1))
    row.slice(1).forEach((card, i) => {
      say('card right of', { name: row[i]!.title }, card.title);
      say('card left of', { name: card.title }, row[i]!.title);
    });
  const marks = namedAlone(facts, 'heading', 'button', 'tab', 'text-field', 'link').filter(({ inTable }) => !inTable);
  for (let i = 0; i < 6 && marks.length > 3; i++) {
    const [a, b] = random.shuffled(marks) as [Fact, Fact];
    const [top, bottom] = a.box.y < b.box.y ? [a, b] : [b, a];
    const [left, right] = a.box.x < b.box.x ? [a, b] : [b, a];
    const slots = { a: a.name, b: b.name };
    if (top.box.y + top.box.height + CLEAR < bottom.box.y)
      ask(random.chance(0.5) ? 'is above' : 'is below', slots, top === a);
    else if (left.box.x + left.box.width + CLEAR < right.box.x && Math.abs(a.box.y - b.box.y) < 12)
      ask('is left of', slots, left === a);
  }
  return asks.map((one) =>
    one.id === 'is below' && 'boolean' in one.expect ? { ...one, expect: { boolean: !one.expect.boolean } } : one,
  );
};

function askOfList(
  { items, row }: ListFact,
  where: string,
  say: (id: string, slots: Record<string, string>, text: string) => void,
): void {
  if (new Set(items.map(({ text }) => text)).size < items.length) return;
  say('last in list', { where }, items.at(-1)!.text);
  say('first in list', { where }, items[0]!.text);
  items
    .slice(1, -1)
    .forEach(({ text }, i) => i + 1 < ORDINALS.length && say('nth in list', { where, nth: ORDINALS[i + 1]! }, text));
  items.forEach(({ text }, i) => {
    if (!isAskable(text)) return;
    const next = items[i + 1];
    const previous = items[i - 1];
    if (next) say(row ? 'right of item' : 'below item', { name: text, where }, next.text);
    if (previous) say(row ? 'left of item' : 'above item', { name: text, where }, previous.text);
  });
}

/** The thing next to another on one side, where it is alone there. */
function nearest(a: Fact, things: readonly Fact[], side: 'left' | 'right' | 'below'): Fact | undefined {
  const gap = (b: Fact) =>
    side === 'right'
      ? b.box.x - a.box.x - a.box.width
      : side === 'left'
        ? a.box.x - b.box.x - b.box.width
        : b.box.y - a.box.y - a.box.height;
  const beside = (b: Fact) =>
    side === 'below'
      ? Math.min(a.box.x + a.box.width, b.box.x + b.box.width) - Math.max(a.box.x, b.box.x) > 0
      : Math.abs(a.box.y + a.box.height / 2 - b.box.y - b.box.height / 2) < 6;
  const near = things
    .filter((b) => b !== a && beside(b) && gap(b) >= -1 && gap(b) < NEIGHBOUR)
    .sort((b, c) => gap(b) - gap(c));
  const [first, second] = near;
  return first && (!second || gap(second) > gap(first) + 4) ? first : undefined;
}
