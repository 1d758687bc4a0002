/** Which row or column of which table is meant. */
import { amountIn } from './amounts.ts';
import type { Cell, Table } from './tables.ts';
import { nameLikeness, normalized } from './words.ts';

/** A row or column of a table, by number from 0, and how well it answers to its name. */
export interface Meant {
  table: Table;
  index: number;
  score: number;
}

/** A name is found from this likeness on. */
const NAMED = 0.6;
/** Names mean what a row is called before what else stands in it. */
const OTHER_CELL = 0.93;
/** A column that has no such name but holds what is asked for. */
const BY_CONTENT = 0.75;
const EVERY = 0.7;

const CONTENTS: readonly (readonly [words: RegExp, holds: (text: string) => boolean])[] = [
  [/\b(?:price|cost|amount|total|salary|fee|revenue|sum|money|pay|balance)s?\b/, (text) => /\p{Sc}/u.test(text)],
  [/\b(?:share|percent|percentage|rate)s?\b/, (text) => /%/.test(text)],
  [/\b(?:date|day|when)s?\b/, (text) => /\d{4}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(text)],
];

/** Rows that a name may mean, the likeliest first. A row's first cell names it before the others do. */
export function rowsNamed(tables: readonly Table[], name: string): Meant[] {
  if (!name) return [];
  return ranked(
    tables.flatMap((table) =>
      table.rows.map((row, index) => {
        const scores = row.map(({ text }, i) => (i === 0 ? 1 : OTHER_CELL) * likenessOf(name, text));
        return { table, index, score: Math.max(...scores) };
      }),
    ),
  );
}

/** Columns that a name may mean, by their heads, else by what they hold. */
export function columnsNamed(tables: readonly Table[], name: string): Meant[] {
  if (!name) return [];
  const byHead = ranked(
    tables.flatMap((table) =>
      (table.headers ?? []).map(({ text }, index) => ({ table, index, score: likenessOf(name, text) })),
    ),
  );
  if (byHead.length) return byHead;
  const content = CONTENTS.find(([words]) => words.test(normalized(name)))?.[1];
  if (!content) return [];
  return tables.flatMap((table) =>
    columnsOf(table).flatMap((cells, index) =>
      cells.length && cells.filter(({ text }) => content(text)).length >= EVERY * cells.length
        ? [{ table, index, score: BY_CONTENT }]
        : [],
    ),
  );
}

/** The cells of each column, without its head and without empty ones. */
export function columnsOf({ rows }: Table): Cell[][] {
  return (rows[0] ?? []).map((_, i) => rows.map((row) => row[i]!).filter(({ text }) => text));
}

/** The columns whose cells are all figures. */
export function figureColumns(table: Table): number[] {
  return columnsOf(table).flatMap((cells, i) =>
    cells.length > 1 && cells.every(({ text }) => amountIn(text) !== undefined) ? [i] : [],
  );
}

/** A name written just so comes first: `Open` isn't `Open source`. */
function likenessOf(name: string, text: string): number {
  if (!text) return 0;
  return normalized(name) === normalized(text) ? 1 : 0.98 * nameLikeness(name, text);
}

const ranked = (meant: Meant[]): Meant[] =>
  meant.filter(({ score }) => score >= NAMED).sort((a, b) => b.score - a.score);
