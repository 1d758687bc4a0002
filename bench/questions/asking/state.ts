import { isAskable, named, of } from './ask.ts';
import type { Ask, Asker } from './ask.ts';

/** Whether something is on, off, chosen, empty or greyed out. */
export const state: Asker = ({ facts }) => {
  const asks: Ask[] = [];
  const add = (id: string, slots: Record<string, string>, expect: Ask['expect']) =>
    asks.push({ kind: 'state', id, slots, expect });
  for (const check of named(facts, 'checkbox')) add('is checked', { name: check.name }, { boolean: check.checked });
  for (const radio of named(facts, 'radio')) add('is chosen', { name: radio.name }, { boolean: radio.checked });
  for (const toggle of named(facts, 'switch')) add('is on', { name: toggle.name }, { boolean: toggle.checked });
  for (const button of named(facts, 'button')) {
    // Few buttons are greyed out: of the others, only what stands beside one is asked.
    const rare = of(facts, 'button').some(({ disabled }) => disabled);
    if (button.disabled || rare) add('is disabled', { name: button.name }, { boolean: button.disabled });
  }
  const tabs = facts.lists.filter(({ kind }) => kind === 'tabs');
  if (tabs.length === 1 && tabs[0]!.selected) {
    add('selected tab', {}, { text: tabs[0]!.selected });
    for (const { text } of tabs[0]!.items)
      if (isAskable(text)) add('is selected', { name: text }, { boolean: text === tabs[0]!.selected });
  }
  const menus = facts.lists.filter(({ kind }) => kind === 'navigation');
  if (menus.length === 1 && menus[0]!.selected) add('selected item', {}, { text: menus[0]!.selected });
  const checks = of(facts, 'checkbox');
  const names = (checked: boolean) => checks.filter((check) => check.checked === checked).map(({ name }) => name);
  if (
    checks.length > 1 &&
    !of(facts, 'radio').length &&
    !facts.partly.includes('checkbox') &&
    checks.every(({ name }) => isAskable(name))
  ) {
    if (names(true).length) add('list checked', {}, { texts: names(true) });
    if (names(false).length) add('list unchecked', {}, { texts: names(false) });
  }
  const fields = of(facts, 'text-field', 'text-area');
  if (fields.length > 1 && fields.every(({ name }) => isAskable(name))) {
    const empty = fields.filter(({ text }) => !text).map(({ name }) => name);
    if (empty.length && new Set(fields.map(({ name }) => name)).size === fields.length)
      add('list empty fields', {}, { texts: empty });
  }
  for (const field of named(facts, 'text-field', 'text-area'))
    add('is empty', { name: field.name }, { boolean: !field.text });
  const radios = of(facts, 'radio').filter(({ checked }) => checked);
  if (radios.length === 1 && of(facts, 'radio').length > 1 && isAskable(radios[0]!.name))
    add('chosen option', {}, { text: radios[0]!.name });
  return asks;
};
