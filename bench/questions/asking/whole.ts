import { isAskable, named, of } from './ask.ts';
import type { Ask, Asker } from './ask.ts';
import type { FactKind } from '../facts.ts';

const ASKED_FOR: FactKind[] = ['select', 'checkbox', 'radio', 'switch', 'slider', 'tab', 'chart', 'progress', 'table'];

/** What is on the page as a whole. */
export const whole: Asker = ({ facts, absent, random }) => {
  const asks: Ask[] = [];
  const add = (id: string, slots: Record<string, string>, expect: Ask['expect']) =>
    asks.push({ kind: 'whole', id, slots, expect });
  const menus = facts.lists.filter(({ kind }) => kind === 'navigation');
  if (menus.length === 1 && of(facts, 'navigation').length <= 2)
    add('list navigation', {}, { texts: menus[0]!.items.map(({ text }) => text) });
  const tabs = facts.lists.filter(({ kind }) => kind === 'tabs');
  if (tabs.length === 1) add('list tabs', {}, { texts: tabs[0]!.items.map(({ text }) => text) });
  const buttons = of(facts, 'button');
  if (
    buttons.length > 1 &&
    buttons.length < 8 &&
    buttons.every(({ name }) => isAskable(name)) &&
    new Set(buttons.map(({ name }) => name)).size === buttons.length &&
    !facts.partly.includes('button')
  )
    add('list buttons', {}, { texts: buttons.map(({ name }) => name) });
  if (!facts.overlaid)
    for (const kind of ASKED_FOR)
      if (!facts.partly.includes(kind) && (kind !== 'table' || of(facts, 'table').length === facts.tables.length))
        add('is there kind', { kind }, { boolean: of(facts, kind).length > 0 });
  const button = named(facts, 'button')[0];
  if (button) add('is there button', { name: button.name }, { boolean: true });
  add('is there button', { name: random.pick(absent) }, { boolean: false });
  const password = of(facts, 'text-field').some((field) => field.password || /^password$/i.test(field.name));
  if (
    password &&
    of(facts, 'text-field').length <= 3 &&
    named(facts, 'button').some(({ name }) => /^(sign|log) ?in$/i.test(name))
  )
    add('what is it', {}, { words: ['login', 'log in', 'log-in', 'sign in', 'sign-in'] });
  return asks;
};
