/** What is measured, reckoned or looked up beyond one thing: room, legibility, tables. */
import { contrast, lowContrast, smallText } from './legibility.ts';
import type { Subject } from './one.ts';
import type { Selection } from './program.ts';
import type { Reply } from './reply.ts';
import { sortedBy } from './sorting.ts';
import { distance, gaps, padding, perRow } from './spacing.ts';
import { extreme, listColumns, readColumn, readRow, total } from './table-answers.ts';
import { whichHas } from './which-has.ts';

export type Operation =
  /** Edge to edge, in CSS pixels. */
  | { op: 'distance'; a: Selection; b: Selection }
  /** Between neighbours of a kind. */
  | { op: 'gaps' | 'padding' | 'per-row' | 'contrast'; of: Selection }
  /** Texts that WCAG would fail, or that are small. */
  | { op: 'low-contrast' | 'small-text' }
  /** By place from 1 (-1 is the last), or by name. */
  | { op: 'row'; ordinal?: number; name: string }
  | { op: 'column'; name: string }
  | { op: 'columns' | 'sorted' }
  /** `noun`: what is asked for of the row, `customer`; empty for the value itself. `column`: empty for the only one of figures. */
  | { op: 'extreme'; column: string; which: 'most' | 'least'; noun: string }
  | { op: 'total'; column: string; how: 'sum' | 'mean' }
  | { op: 'which-has'; noun: string; what: string };

export function operate(operation: Operation, subject: Subject): Reply {
  switch (operation.op) {
    case 'distance':
      return distance(operation.a, operation.b, subject);
    case 'gaps':
      return gaps(operation.of, subject);
    case 'padding':
      return padding(operation.of, subject);
    case 'per-row':
      return perRow(operation.of, subject);
    case 'contrast':
      return contrast(operation.of, subject);
    case 'low-contrast':
      return lowContrast(subject);
    case 'small-text':
      return smallText(subject);
    case 'row':
      return readRow(operation, subject);
    case 'column':
      return readColumn(operation.name, subject);
    case 'columns':
      return listColumns(subject);
    case 'sorted':
      return sortedBy(subject);
    case 'extreme':
      return extreme(operation.column, operation.which, operation.noun, subject);
    case 'total':
      return total(operation.column, operation.how, subject);
    case 'which-has':
      return whichHas(operation.noun, operation.what, subject);
  }
}
