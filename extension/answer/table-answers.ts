/** Answers from tables: cells, rows, columns, and what their figures come to. */
import { amountIn } from './amounts.ts';
import { decline } from './decline.ts';
import { fact, say } from './facts.ts';
import type { Subject } from './one.ts';
import { counted, listed, plain, quoted } from './plain.ts';
import { lineBreak, numberValue, textValue } from './reply.ts';
import type { Reply } from './reply.ts';
import { rowsNamed, columnsNamed, columnsOf, figureColumns } from './table-names.ts';
import type { Meant } from './table-names.ts';
import { tablesOf } from './tables.ts';
import type { Cell, Table } from './tables.ts';
import type { Selected } from './select.ts';
import type { View } from './view.ts';

/** Tables less sure than this are lists side by side; only what is found by its names is taken from them. */
const LEAST_TABLE = 0.5;
/** A column that was found by its name is one, whatever else speaks for its table. */
const NAMED_COLUMN = 0.75;
/** How sure a comparison is where a cell of the column is empty, or wasn't read. */
const UNREAD = 0.6;
const NO_TABLE = 'I see no table in this picture.';

/** A cell as a thing that can be pointed at. */
export function selectedCell(cell: Cell, score: number): Selected {
  const { text, box, confidence } = cell;
  return { thing: { kind: 'text', name: plain(text), text, box, confidence, state: {} }, score };
}

/** Tables that are sure to be such. */
export const sureTables = (view: View): Table[] => tablesOf(view).filter(({ confidence }) => confidence >= LEAST_TABLE);

/** `read the second row`, `the row of Kwame Mensah`: by place from 1, -1 the last, or by name. */
export function readRow(row: { ordinal?: number; name: string }, { view, picture }: Subject): Reply {
  const tables = sureTables(view);
  const meant = row.ordinal ? byPlace(tables, row.ordinal) : rowsNamed(tables, row.name)[0];
  if (!meant)
    return decline(view, row.name ? `a row ${quoted(row.name)}` : 'such a row', tables.length ? undefined : NO_TABLE);
  const cells = meant.table.rows[meant.index]!.filter(({ text }) => text);
  return {
    parts: cells.flatMap((cell, i) => [
      ...(i ? [say(' · ')] : []),
      fact(cell.text, picture, [selectedCell(cell, meant.score * meant.table.confidence)]),
    ]),
    value: { kind: 'texts', texts: cells.map(({ text }) => text) },
  };
}

/** In the largest table. */
function byPlace(tables: readonly Table[], ordinal: number): Meant | undefined {
  const table = largest(tables);
  const index = ordinal < 0 ? (table?.rows.length ?? 0) + ordinal : ordinal - 1;
  return table?.rows[index] && { table, index, score: 1 };
}

export const largest = (tables: readonly Table[]): Table | undefined =>
  [...tables].sort((a, b) => b.rows.length * (b.rows[0]?.length ?? 0) - a.rows.length * (a.rows[0]?.length ?? 0))[0];

/** What stands in a column, from top to bottom. */
export function readColumn(name: string, { view, picture }: Subject): Reply {
  const [meant] = columnsNamed(tablesOf(view), name);
  if (!meant) return decline(view, `a column ${quoted(name)}`);
  const cells = columnsOf(meant.table)[meant.index]!;
  const sure = meant.score * Math.max(meant.table.confidence, NAMED_COLUMN);
  return {
    parts: cells.flatMap((cell, i) => [
      ...(i ? [lineBreak] : []),
      fact(cell.text, picture, [selectedCell(cell, sure)]),
    ]),
    value: { kind: 'texts', texts: cells.map(({ text }) => text) },
  };
}

/** The names of the columns of the largest table. */
export function listColumns({ view, picture }: Subject): Reply {
  const table =
    largest(sureTables(view).filter(({ headers }) => headers)) ??
    largest(tablesOf(view).filter(({ headers }) => headers));
  if (!table?.headers) return decline(view, 'named columns');
  const heads = table.headers.filter(({ text }) => text);
  return {
    parts: heads.flatMap((head, i) => [
      ...(i ? [lineBreak] : []),
      fact(head.text, picture, [selectedCell(head, table.confidence)]),
    ]),
    value: { kind: 'texts', texts: heads.map(({ text }) => text) },
  };
}

/** Rows without the names of the columns, as people count them. */
export function countRows({ view, picture }: Subject): Reply {
  const table = largest(sureTables(view));
  if (!table) return decline(view, 'a table');
  const { headers, foot, rows } = table;
  const of = rows.map((row) => selectedCell(row.find(({ text }) => text) ?? row[0]!, table.confidence));
  const others = [headers && 'one with the names of its columns', foot && 'one that adds them up'].filter(Boolean);
  return {
    parts: [
      say('The table has '),
      fact(counted(rows.length, 'row'), picture, of),
      say(others.length ? `, and ${others.join(' and ')}.` : '.'),
    ],
    value: numberValue(rows.length),
    confidence: table.confidence * (headers ? 0.95 : 0.8),
  };
}

export function countColumns({ view, picture }: Subject): Reply {
  const table = largest(sureTables(view));
  if (!table) return decline(view, 'a table');
  const first = table.headers ?? table.rows[0]!;
  const named = table.headers ? `: ${listed(table.headers.map(({ text }) => plain(text, 40)).filter(Boolean))}` : '';
  return {
    parts: [
      say('The table has '),
      fact(
        counted(first.length, 'column'),
        picture,
        first.map((cell) => selectedCell(cell, table.confidence)),
      ),
      say(`${named}.`),
    ],
    value: numberValue(first.length),
    confidence: table.confidence * 0.95,
  };
}

/** The figures of a column, by its name or the only one that holds figures; undefined where it isn't all figures. */
function figuresOf(
  tables: readonly Table[],
  column: string,
): { meant: Meant; cells: { cell: Cell; row: number; amount: number }[] } | undefined {
  const named = columnsNamed(tables, column);
  const main = largest(tables.filter(({ headers }) => headers)) ?? largest(tables);
  const figures = main ? figureColumns(main) : [];
  const only = main && figures.length === 1 ? [{ table: main, index: figures[0]!, score: 0.8 }] : [];
  const [meant] = column ? named : only;
  if (!meant) return undefined;
  const cells = meant.table.rows.flatMap((row, i) => {
    const cell = row[meant.index]!;
    const amount = amountIn(cell.text);
    return amount === undefined ? [] : [{ cell, row: i, amount }];
  });
  const filled = meant.table.rows.filter((row) => row[meant.index]!.text).length;
  if (cells.length < 2 || cells.length < filled) return undefined;
  // A cell that wasn't read may hold the greatest.
  const isWhole = filled === meant.table.rows.length;
  return { meant: { ...meant, score: meant.score * (isWhole ? 1 : UNREAD) }, cells };
}

/** The cell with the most or the least in a column; with a noun, what its row has for that: `which customer has the highest total`. */
export function extreme(column: string, which: 'most' | 'least', noun: string, { view, picture }: Subject): Reply {
  const found = figuresOf(sureTables(view), column);
  if (!found) return decline(view, column ? `a column of figures ${quoted(column)}` : 'one column of figures');
  const { meant, cells } = found;
  const by = which === 'most' ? 1 : -1;
  const [best] = [...cells].sort((a, b) => by * (b.amount - a.amount));
  const same = cells.filter(({ amount }) => amount === best!.amount);
  const sure = meant.score * meant.table.confidence;
  const names = same.map(({ row }) => nameCell(meant.table, row, meant.index, noun));
  const texts = same.map(({ cell }, i) => (noun ? (names[i]?.text ?? cell.text) : cell.text));
  const [name] = names;
  return {
    parts: [
      fact(
        listed([...new Set(texts)]),
        picture,
        same.flatMap(({ cell }, i) => [...(names[i] ? [selectedCell(names[i], sure)] : []), selectedCell(cell, sure)]),
      ),
      say(noun ? `, with ${best!.cell.text}.` : name ? `, by ${quoted(name.text, 60)}.` : '.'),
    ],
    value: noun && texts.length > 1 ? { kind: 'texts', texts } : textValue(texts[0]!),
  };
}

/** What names a row: what it has in the column that a noun names, else its first cell that isn't a figure nor the one asked about. */
export function nameCell(table: Table, row: number, but: number, noun: string): Cell | undefined {
  const { rows } = table;
  const named = columnsNamed([table], noun).find(({ index }) => index !== but);
  if (named && rows[row]![named.index]!.text) return rows[row]![named.index];
  const cells = rows[row]!.filter(({ text }, i) => text && i !== but);
  return cells.find(({ text }) => amountIn(text) === undefined) ?? cells[0];
}

/** The sum or the mean of a column's figures, as it is and with its currency. */
export function total(column: string, how: 'sum' | 'mean', { view, picture }: Subject): Reply {
  const found = figuresOf(sureTables(view), column);
  if (!found) return decline(view, column ? `a column of figures ${quoted(column)}` : 'one column of figures');
  const { meant, cells } = found;
  const sum = cells.reduce((all, { amount }) => all + amount, 0);
  const number = Math.round((how === 'sum' ? sum : sum / cells.length) * 100) / 100;
  const unit = /\p{Sc}|%/u.exec(cells[0]!.cell.text)?.[0] ?? '';
  const said =
    unit === '%'
      ? `${number} %`
      : `${unit}${number.toLocaleString('en', { minimumFractionDigits: Number.isInteger(number) ? 0 : 2 })}`;
  const sure = meant.score * meant.table.confidence;
  return {
    parts: [
      say(how === 'sum' ? 'Together they come to ' : 'On average they come to '),
      fact(
        said,
        picture,
        cells.map(({ cell }) => selectedCell(cell, sure)),
      ),
      say('.'),
    ],
    value: unit ? textValue(said) : numberValue(number),
  };
}
