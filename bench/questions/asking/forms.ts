import { isAskable, named, normalised, of, only } from './ask.ts';
import type { Ask, Asker } from './ask.ts';
import type { TableFact } from '../facts.ts';
import { ORDINALS } from './reading.ts';

/** What stands in a table's cells, in a form's fields, beside a label. */
export const forms: Asker = ({ facts, random }) => {
  const asks: Ask[] = [];
  const add = (id: string, slots: Record<string, string>, expect: Ask['expect']) =>
    asks.push({ kind: 'tables and forms', id, slots, expect });
  const table = only(facts, 'table') && facts.tables.length === 1 ? facts.tables[0]! : undefined;
  if (table) askOfTable(table, random.shuffled(table.rows.map((_, i) => i)).slice(0, 4), add);
  for (const field of named(facts, 'text-field', 'text-area', 'select')) {
    if (!field.text || field.cut || field.password || field.text.length > 60) continue;
    add(field.kind === 'select' ? 'chosen in dropdown' : 'value of field', { name: field.name }, { text: field.text });
  }
  for (const { label, value } of facts.pairs)
    if (
      isAskable(label) &&
      facts.pairs.filter((pair) => normalised(pair.label) === normalised(label)).length === 1 &&
      value.length < 50
    )
      add('value of label', { name: label }, { text: value });
  const fields = of(facts, 'text-field', 'text-area', 'select');
  if (
    fields.length > 2 &&
    fields.every(({ name }) => isAskable(name)) &&
    new Set(fields.map(({ name }) => name)).size === fields.length
  )
    add('list fields', {}, { texts: fields.map(({ name }) => name) });
  return asks;
};

function askOfTable(
  { headers, rows, plain }: TableFact,
  some: number[],
  add: (id: string, slots: Record<string, string>, expect: Ask['expect']) => void,
): void {
  const once = (texts: readonly string[], text: string) =>
    texts.filter((other) => normalised(other).includes(normalised(text))).length === 1;
  if (headers.every(Boolean) && new Set(headers).size === headers.length) add('list columns', {}, { texts: headers });
  const keys = rows.map((row) => row[0] ?? '');
  for (const i of some) {
    const row = rows[i]!;
    const key = row[0]!;
    if (plain && i < ORDINALS.length && row.every(Boolean)) add('read row', { nth: ORDINALS[i]! }, { texts: row });
    if (!key || key.length > 40 || !once(keys, key)) continue;
    headers.forEach((header, column) => {
      const cell = row[column]!;
      if (column === 0 || !isAskable(header) || !once(headers, header) || !cell || cell.length > 60) return;
      add('cell', { row: key, column: header }, { text: cell });
      const cells = rows.map((other) => other[column]!);
      if (once(cells, cell) && once(rows.flat(), cell)) add('row with', { value: cell, column: header }, { text: key });
    });
  }
}
