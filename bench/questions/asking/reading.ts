import { isAskable, named, of, only, timesSaid } from './ask.ts';
import type { Ask, Asker } from './ask.ts';
import { colorName } from './color-names.ts';

/** Longer texts nobody asks to have read word for word. */
const LONGEST = 160;
export const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** What something says. */
export const reading: Asker = ({ facts }) => {
  const asks: Ask[] = [];
  const add = (id: string, slots: Record<string, string>, text: string, also?: string[]) => {
    if (text && text.length <= LONGEST)
      asks.push({ kind: 'reading', id, slots, expect: { text }, ...(also && { also }) });
  };
  const headings = of(facts, 'heading');
  const [main, ...other] = headings.filter(({ rank }) => rank === 1);
  if (main && !other.length && headings.every((h) => h === main || (h.size ?? 99) < (main.size ?? 0)))
    add('read main heading', {}, main.name);
  const banner = only(facts, 'alert');
  if (banner) add('read banner', { color: (banner.fill && colorName(banner.fill)) ?? '' }, banner.text);
  const buttons = of(facts, 'button').filter(({ fill, name }) => fill && name);
  for (const button of buttons) {
    const color = colorName(button.fill!);
    const alike = of(facts, 'button', 'badge', 'link').filter((b) => b.fill && colorName(b.fill) === color);
    if (color && alike.length === 1 && !/white|grey|black/.test(color))
      add('read button of color', { color }, button.name);
  }
  for (const card of facts.cards) {
    if (!isAskable(card.title) || facts.cards.filter(({ title }) => title === card.title).length > 1) continue;
    const prices = card.texts.filter(({ text }) => /^[$€£]\d+(\/month)?$/.test(text));
    if (prices.length === 1 && timesSaid(facts, card.title) === 1) {
      const price = prices[0]!.text.replace('/month', '');
      add('read price', { name: card.title }, price, [`${price}/month`, `${price} /month`]);
    }
    const i = facts.cards.indexOf(card);
    const badges = facts.things.filter((thing) => thing.card === i && thing.kind === 'badge');
    if (badges.length === 1) add('read badge of card', { name: card.title }, badges[0]!.text);
    const inside = facts.things.filter((thing) => thing.card === i && thing.kind === 'button' && thing.name);
    if (inside.length === 1) add('read button of card', { name: card.title }, inside[0]!.name);
  }
  const titled = facts.cards.filter(({ title }) => title);
  if (
    titled.length === facts.cards.length &&
    titled.length > 1 &&
    new Set(titled.map(({ parent }) => parent)).size === 1
  )
    titled.slice(0, 6).forEach((card, i) => add('read nth card', { nth: ORDINALS[i]! }, card.title));
  for (const { label, value } of facts.pairs)
    if (isAskable(label) && timesSaid(facts, label) === 1 && /\d/.test(value))
      add('read number', { name: label }, value);
  const lists = facts.lists.filter(({ kind }) => kind === 'list');
  for (const list of lists) {
    const alone = lists.length === 1;
    if (!alone && !(isAskable(list.title) && lists.filter(({ title }) => title === list.title).length === 1)) continue;
    list.items.slice(0, 6).forEach(({ text }, i) => {
      if (alone) add('read nth bullet', { nth: ORDINALS[i]! }, text);
      else add('read nth bullet under', { nth: ORDINALS[i]!, name: list.title }, text);
    });
  }
  for (const heading of named(facts, 'heading')) {
    const below = facts.texts.filter(
      ({ box }) => box.y >= heading.box.y + heading.box.height - 2 && Math.abs(box.x - heading.box.x) < 3,
    );
    const next = below.sort((a, b) => a.box.y - b.box.y)[0];
    const near = next && next.box.y - heading.box.y - heading.box.height < 24;
    if (near && next.isParagraph && / .* .* /.test(next.text) && timesSaid(facts, heading.name) === 1)
      add('read under heading', { name: heading.name }, next.text);
  }
  for (const field of named(facts, 'text-field', 'text-area'))
    if (field.hint) add('read hint', { name: field.name }, field.hint);
  return asks;
};
