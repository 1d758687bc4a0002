import { describe, expect, it } from 'vitest';
import type { Scene } from '../vision/scene.ts';
import { amountIn } from './amounts.ts';
import { line, scene } from './fixtures.ts';
import { countColumns, countRows, extreme, listColumns, readColumn, readRow, total } from './table-answers.ts';
import { tablesOf } from './tables.ts';
import { viewOf } from './view.ts';

const COLUMNS = [40, 200, 360, 520];
const ROWS = [
  ['Invoice', 'Customer', 'Status', 'Total'],
  ['#101', 'Ingrid Berg', 'Paid', '€128.40'],
  ['#102', 'Kwame Asante', 'Open', '€42.00'],
  ['#103', 'Lucia Prieto', 'Paid', '€1,310.75'],
];

/** A table with names over its columns, no line drawn, and a paragraph below it. */
function invoices(rows = ROWS): Scene {
  const lines = rows.flatMap((row, r) =>
    row.flatMap((text, c) =>
      text ? [line(text, COLUMNS[c]!, 100 + 40 * r, r ? {} : { size: 13, weight: 700, color: '#6b7280' })] : [],
    ),
  );
  return scene({
    lines: [
      line('Latest invoices', 40, 50, { size: 20, weight: 700 }),
      ...lines,
      line('All amounts are in euros, with value added tax', 40, 400),
    ],
  });
}
const subject = (of = invoices()) => ({ view: viewOf(of), picture: 0, memory: { boxes: [] } });

describe('tables', () => {
  it('parts the names of the columns from the rows', () => {
    const [table, ...others] = tablesOf(viewOf(invoices()));
    expect(others).toEqual([]);
    expect(table!.headers!.map(({ text }) => text)).toEqual(ROWS[0]);
    expect(table!.rows.map((row) => row.map(({ text }) => text))).toEqual(ROWS.slice(1));
  });

  it('keeps the column of an empty cell', () => {
    const rows = tablesOf(viewOf(invoices([...ROWS, ['#104', '', 'Open', '€9.00']])))[0]!.rows;
    expect(rows.at(-1)!.map(({ text }) => text)).toEqual(['#104', '', 'Open', '€9.00']);
  });

  it('puts a second line into its cell', () => {
    const broken = invoices();
    broken.lines.push(line('(new)', 200, 198));
    expect(tablesOf(viewOf(broken))[0]!.rows[1]![1]!.text).toBe('Kwame Asante (new)');
  });

  it('leaves out a foot that repeats the names', () => {
    expect(tablesOf(viewOf(invoices([...ROWS, ROWS[0]!])))[0]!.rows).toHaveLength(3);
  });

  it('takes prose in two columns for no table', () => {
    const prose = (x: number) =>
      [0, 1, 2, 3].map((i) => line('one two three four five six seven eight', x, 100 + 24 * i));
    expect(tablesOf(viewOf(scene({ lines: [...prose(20), ...prose(420)] })))).toEqual([]);
  });
});

describe('answers from a table', () => {
  const texts = (...all: string[]) => ({ kind: 'texts', texts: all });

  it('reads rows by place and by name', () => {
    expect(readRow({ ordinal: 2, name: '' }, subject()).value).toEqual(texts('#102', 'Kwame Asante', 'Open', '€42.00'));
    expect(readRow({ ordinal: -1, name: '' }, subject()).value).toEqual(
      texts('#103', 'Lucia Prieto', 'Paid', '€1,310.75'),
    );
    expect(readRow({ name: 'ingrid berg' }, subject()).value).toEqual(texts('#101', 'Ingrid Berg', 'Paid', '€128.40'));
    expect(readRow({ ordinal: 9, name: '' }, subject()).declined).toBe(true);
  });

  it('reads columns, by their names or by what they hold', () => {
    expect(readColumn('status', subject()).value).toEqual(texts('Paid', 'Open', 'Paid'));
    expect(readColumn('amount', subject()).value).toEqual(texts('€128.40', '€42.00', '€1,310.75'));
    expect(readColumn('weight', subject()).declined).toBe(true);
    expect(listColumns(subject()).value).toEqual(texts(...ROWS[0]!));
  });

  it('counts rows without the names of the columns', () => {
    expect(countRows(subject()).value).toEqual({ kind: 'number', number: 3 });
    expect(countColumns(subject()).value).toEqual({ kind: 'number', number: 4 });
    expect(countRows(subject(scene({}))).declined).toBe(true);
  });

  it('compares and adds figures', () => {
    expect(extreme('total', 'most', 'customer', subject()).value).toEqual({ kind: 'text', text: 'Lucia Prieto' });
    expect(extreme('', 'least', '', subject()).value).toEqual({ kind: 'text', text: '€42.00' });
    expect(total('total', 'sum', subject()).value).toEqual({ kind: 'text', text: '€1,481.15' });
    expect(total('status', 'sum', subject()).declined).toBe(true);
  });

  it('points at what it says', () => {
    const boxes = readRow({ ordinal: 1, name: '' }, subject()).parts.flatMap((part) =>
      part.kind === 'fact' ? part.boxes : [],
    );
    expect(boxes.map(({ x, y }) => [x, y])).toEqual(COLUMNS.map((x) => [x, 140]));
  });
});

it.each([
  ['€1,284.50', 1284.5],
  ['1.234,56 €', 1234.56],
  ['-2.7%', -2.7],
  ['$1.2M', 1_200_000],
  ['1,284', 1284],
  ['12.5', 12.5],
  ['$29 / month', 29],
  ['14 May 2026', undefined],
  ['2008/11/28', undefined],
  ['#101', undefined],
  ['Paid', undefined],
])('reads %s as %s', (text, number) => expect(amountIn(text)).toBe(number));
