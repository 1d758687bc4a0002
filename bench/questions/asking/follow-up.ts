import { isAskable, named, of } from './ask.ts';
import type { Ask, Asker } from './ask.ts';

/** Questions that mean what was asked before them. */
export const followUp: Asker = ({ facts, random }) => {
  const asks: Ask[] = [];
  const add = (before: Ask['before'], id: string, expect: Ask['expect'], slots: Record<string, string> = {}) =>
    asks.push({ kind: 'follow-up', id, slots, expect, before });
  for (const button of named(facts, 'button')) {
    const before = { id: 'find button', slots: { name: button.name } };
    if (button.fill && !button.disabled) add(before, 'its color', { color: button.fill });
    if (button.size) add(before, 'its text size', { length: button.size });
    add(before, 'is it disabled', { boolean: button.disabled });
  }
  for (const heading of named(facts, 'heading')) {
    const before = { id: 'find heading', slots: { name: heading.name } };
    if (heading.size) add(before, 'its text size', { length: heading.size });
    if (heading.color) add(before, 'its text color', { color: heading.color });
  }
  const menus = facts.lists.filter(({ kind }) => kind === 'navigation');
  if (menus.length === 1) {
    const { items, row } = menus[0]!;
    items.slice(0, -1).forEach(({ text }, i) => {
      if (
        isAskable(text) &&
        items.filter((item) => item.text === text).length === 1 &&
        items.filter((item) => item.text === items[i + 1]!.text).length === 1
      )
        add({ id: 'find link', slots: { name: text } }, row ? 'the one right of it' : 'the one below it', {
          text: items[i + 1]!.text,
        });
    });
  }
  const checks = of(facts, 'checkbox');
  if (checks.length > 1 && !of(facts, 'radio').length && !facts.partly.includes('checkbox')) {
    const before = { id: 'count kind', slots: { kind: 'checkbox' } };
    add(before, 'how many of them checked', { number: checks.filter(({ checked }) => checked).length });
    const checked = checks.filter((check) => check.checked).map(({ name }) => name);
    if (checked.length && checks.every(({ name }) => isAskable(name)))
      add(before, 'which of them checked', { texts: checked });
  }
  const table = facts.tables.length === 1 && of(facts, 'table').length === 1 ? facts.tables[0]! : undefined;
  if (table) {
    const keys = table.rows.map((row) => row[0]!);
    const [first, second] = random.shuffled(
      keys.filter((key) => key && key.length < 40 && keys.filter((k) => k.includes(key)).length === 1),
    );
    table.headers.forEach((column, i) => {
      const cell = second && table.rows[keys.indexOf(second)]![i];
      if (
        i > 0 &&
        first &&
        cell &&
        cell.length < 50 &&
        isAskable(column) &&
        table.headers.filter((h) => h.includes(column)).length === 1
      )
        add({ id: 'cell', slots: { row: first, column } }, 'and for', { text: cell }, { name: second });
    });
  }
  const fields = named(facts, 'text-field').filter(({ text, cut, password }) => text && !cut && !password);
  for (const [i, field] of fields.entries()) {
    const next = fields[i + 1];
    if (next)
      add({ id: 'value of field', slots: { name: field.name } }, 'and for', { text: next.text }, { name: next.name });
  }
  return asks;
};
