import { boxOf, named, namedAlone, normalised, of, only } from './ask.ts';
import type { Ask, Asker } from './ask.ts';

/** Where something is: the answer is its box. */
export const finding: Asker = ({ facts, goals }) => {
  const asks: Ask[] = [];
  const add = (id: string, slots: Record<string, string>, thing: { box: Parameters<typeof boxOf>[0] }) =>
    asks.push({ kind: 'finding', id, slots, expect: { box: boxOf(thing.box) } });
  for (const button of named(facts, 'button')) add('find button', { name: button.name }, button);
  for (const link of named(facts, 'link')) if (!link.inTable) add('find link', { name: link.name }, link);
  for (const field of named(facts, 'text-field', 'text-area')) add('find field', { name: field.name }, field);
  for (const field of named(facts, 'select')) add('find dropdown', { name: field.name }, field);
  for (const check of named(facts, 'checkbox')) add('find checkbox', { name: check.name }, check);
  for (const toggle of named(facts, 'switch')) add('find switch', { name: toggle.name }, toggle);
  for (const tab of named(facts, 'tab')) add('find tab', { name: tab.name }, tab);
  for (const heading of namedAlone(facts, 'heading')) add('find heading', { name: heading.name }, heading);
  for (const thing of namedAlone(facts, 'button', 'link', 'tab')) add('find by name', { name: thing.name }, thing);
  for (const card of named(facts, 'card')) add('find card', { name: card.name }, card);
  const search = facts.things.filter((t) => t.kind === 'text-field' && /^search/i.test(t.name || (t.hint ?? '')));
  const searches = facts.things.filter((t) => /search/i.test(`${t.name} ${t.hint ?? ''}`));
  if (search.length === 1 && searches.every((t) => t.kind !== 'text-field' || t === search[0]))
    add('find search', {}, search[0]!);
  for (const kind of ['chart', 'slider', 'avatar', 'image', 'table', 'dialog'] as const) {
    const thing = only(facts, kind);
    // A table without heads only places what is in it.
    if (thing && (kind !== 'table' || facts.tables.length)) add(`find ${kind}`, {}, thing);
  }
  const pressed = of(facts, 'button', 'link', 'tab');
  for (const [names, purposes] of Object.entries(goals)) {
    const group = names.split('|');
    const meant = pressed.filter(({ name }) => group.includes(normalised(name)));
    const near = pressed.filter(({ name }) => group.some((word) => normalised(name).includes(word)));
    if (meant.length === 1 && near.length === 1) for (const goal of purposes) add('find by goal', { goal }, meant[0]!);
  }
  return asks;
};
