/** The cell of a table that a question means, by the names of its row and column. */
import type { Lookup, Found } from './lookup.ts';
import { tablesOf } from './tables.ts';
import type { Cell, Table } from './tables.ts';
import type { Thing } from './things.ts';
import type { View } from './view.ts';
import { nameLikeness, tellingWords, tokens } from './words.ts';

/** How well a row and a column must answer to the words. */
const FOUND = 0.55;

interface Candidate {
  cell: Cell;
  by: Cell;
  score: number;
}

/** Words name a row and a column, in any order: `the total for March`, `when does Ada's plan end`. */
export function cellAsked({ what, of, type }: Lookup, words: string, view: View): Found | undefined {
  const isRow = /\brows?\b/.test(`${of.noun} ${words}`);
  const candidates = tablesOf(view).flatMap((table) =>
    cellsFor(table, { what, name: of.name, words, type, ordinal: isRow || of.ordinal ? of.ordinal : undefined }),
  );
  const [best] = candidates.sort((a, b) => b.score - a.score);
  if (!best || best.score < FOUND || !best.cell.text) return undefined;
  return {
    text: best.cell.text,
    on: [
      { thing: asThing(best.cell), score: best.score },
      { thing: asThing(best.by), score: best.score },
    ],
    confidence: best.score * best.cell.confidence,
  };
}

interface Names {
  what: string;
  name: string;
  words: string;
  type: Lookup['type'];
  ordinal: number | undefined;
}

function cellsFor({ headers, rows, foot }: Table, names: Names): Candidate[] {
  if (!headers) return [];
  const { what, name, words, type, ordinal } = names;
  const found: Candidate[] = [];
  headers.forEach((header, column) => {
    const asColumn = columnLikeness(header.text, what || words, type);
    if (asColumn < FOUND) return;
    const numbered = ordinal === undefined ? undefined : rows.at(ordinal > 0 ? ordinal - 1 : ordinal);
    if (numbered) found.push({ cell: numbered[column]!, by: header, score: asColumn * 0.9 });
    for (const row of foot ? [...rows, foot] : rows) {
      const by = row
        .filter((_, i) => i !== column)
        .map((cell) => ({ cell, score: rowLikeness(cell.text, what ? name : withoutWords(words, header.text)) }));
      const [best] = by.sort((a, b) => b.score - a.score);
      if (best && best.score >= FOUND)
        found.push({ cell: row[column]!, by: best.cell, score: Math.sqrt(asColumn * best.score) });
    }
  });
  return found;
}

const TYPED_HEADS: Partial<Record<Lookup['type'], RegExp>> = {
  money: /\b(?:price|cost|amount|total|salary|balance|fee|revenue|paid)\b/i,
  date: /\b(?:date|when|day|due|created|updated|start|end|since|until|time|year)\b/i,
  time: /\b(?:time|at|start|end)\b/i,
  person: /\b(?:name|by|author|customer|user|owner|person|assignee|member|who|client)\b/i,
  percentage: /%|percent|share|rate/i,
  duration: /\b(?:duration|length|time|minutes|hours|days)\b/i,
};

function columnLikeness(header: string, words: string, type: Lookup['type']): number {
  const literal = partLikeness(header, words);
  return Math.max(literal, TYPED_HEADS[type]?.test(header) ? 0.7 : 0);
}

/** How much of a short head is in the words. */
function partLikeness(head: string, words: string): number {
  return head && tellingWords(head).length
    ? nameLikeness(head, words) /
        (1 - Math.min(0.35, 0.06 * Math.max(0, tellingWords(words).length - tellingWords(head).length)))
    : 0;
}

const rowLikeness = (cell: string, words: string): number =>
  words && cell ? Math.max(nameLikeness(words, cell), /\d/.test(cell) ? 0 : 0.9 * partLikeness(cell, words)) : 0;

function withoutWords(words: string, taken: string): string {
  const gone = new Set(tokens(taken));
  return tokens(words)
    .filter((word) => !gone.has(word))
    .join(' ');
}

const asThing = ({ text, box, confidence }: Cell): Thing => ({
  kind: 'text',
  name: text,
  text,
  box,
  confidence,
  state: {},
});
