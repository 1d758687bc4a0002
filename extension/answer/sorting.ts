/** Answers about the order of a table's rows. */
import type { Scene } from '../vision/scene.ts';
import { amountIn } from './amounts.ts';
import { middleY, right } from './boxes.ts';
import { colorDifference } from './color-difference.ts';
import { decline } from './decline.ts';
import { fact, say } from './facts.ts';
import type { Subject } from './one.ts';
import { quoted } from './plain.ts';
import { textValue } from './reply.ts';
import type { Reply } from './reply.ts';
import { largest, selectedCell, sureTables } from './table-answers.ts';
import type { Cell, Table } from './tables.ts';

type Order = 'rising' | 'falling';
/** Fewer different values are in order by chance. */
const FEWEST = 3;
/** An arrow of another colour than the others' marks its column (CIEDE2000). */
const OTHER_COLOR = 10;
/** Words in a name of a column that draw an arrow. */
const ARROW = /[▲▼△▽↑↓⌃⌄˄˅]/u;
const SURE = { arrow: 0.85, only: 0.75, first: 0.5 };

/** The column that the rows of the largest table are sorted by, and by what that is told. */
export function sortedBy({ view, picture }: Subject): Reply {
  const table = largest(sureTables(view).filter(({ headers }) => headers));
  if (!table?.headers) return decline(view, 'a table with named columns');
  const heads = table.headers;
  const orders = heads.map((_, i) => orderOf(table.rows.map((row) => row[i]!.text)));
  const inOrder = orders.flatMap((order, i) => (order ? [i] : []));
  const arrow = heads.findIndex((head, i) => isMarked(view.scene, table, head, i));
  const column = arrow >= 0 ? arrow : (inOrder[0] ?? -1);
  const head = heads[column];
  if (!head) return decline(view, 'a column whose values are in order, or an arrow at its name');
  const order = orders[column];
  const sure = arrow >= 0 ? SURE.arrow : inOrder.length === 1 ? SURE.only : SURE.first;
  const by = arrow >= 0 ? 'the arrow at its name' : `its values, which are ${order}`;
  const others =
    arrow < 0 && inOrder.length > 1
      ? ` So are those of ${inOrder
          .slice(1)
          .map((i) => quoted(heads[i]!.text))
          .join(', ')}.`
      : '';
  return {
    parts: [
      say('The rows are sorted by '),
      fact(head.text, picture, [selectedCell(head, 1)]),
      say(`, by ${by}.${others}`),
    ],
    value: textValue(head.text),
    confidence: sure * table.confidence,
  };
}

/** Whether texts are all in order; undefined where they aren't, or say too little. */
export function orderOf(texts: readonly string[]): Order | undefined {
  const filled = texts.filter(Boolean);
  if (new Set(filled).size < FEWEST || filled.length < texts.length) return undefined;
  const keys = keysOf(filled);
  const compare = (a: number | string, b: number | string) =>
    typeof a === 'string' || typeof b === 'string'
      ? String(a).localeCompare(String(b), 'en', { numeric: true })
      : a - b;
  const steps = keys.slice(1).map((key, i) => compare(keys[i]!, key));
  if (steps.every((step) => step <= 0)) return 'rising';
  return steps.every((step) => step >= 0) ? 'falling' : undefined;
}

/** Figures as numbers, days as times, anything else as it is written. */
function keysOf(texts: readonly string[]): (number | string)[] {
  const amounts = texts.map(amountIn);
  if (amounts.every((amount) => amount !== undefined)) return amounts;
  const days = texts.map((text) => (/\d{4}/.test(text) && /\d.*\d.*\d.*\d.*\d/.test(text) ? Date.parse(text) : NaN));
  if (days.every(Number.isFinite)) return days;
  return texts.map((text) => text.toLowerCase());
}

/** An arrow in a column's name: the only one there is, or the only one of its colour. */
function isMarked({ pictures }: Scene, { headers = [], rows }: Table, head: Cell, column: number): boolean {
  if (ARROW.test(head.text)) return headers.filter(({ text }) => ARROW.test(text)).length === 1;
  const end =
    headers[column + 1]?.box.x ??
    Math.max(right(head.box), ...rows.map((row) => right(row[column]!.box))) + head.box.height * 2;
  const arrowsAt = (from: number, to: number) =>
    pictures.filter(
      ({ kind, box }) =>
        kind === 'icon' &&
        box.x >= from &&
        right(box) <= to &&
        Math.abs(middleY(box) - middleY(head.box)) < head.box.height,
    );
  const own = arrowsAt(right(head.box), end);
  const all = arrowsAt(Math.min(...headers.map(({ box }) => box.x)), Infinity);
  if (!own.length) return false;
  if (own.length === all.length) return true;
  const others = all.filter((icon) => !own.includes(icon)).flatMap(({ color }) => color ?? []);
  const [color] = own.flatMap((icon) => icon.color ?? []);
  return (
    color !== undefined && others.length > 0 && others.every((other) => colorDifference(color, other) > OTHER_COLOR)
  );
}
