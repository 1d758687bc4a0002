import type { Box } from '../vision/scene.ts';
import { holds } from './boxes.ts';
import { overlapX, overlapY } from './css-boxes.ts';
import { tablesOf } from './tables.ts';
import type { Table } from './tables.ts';
import type { Thing } from './things.ts';
import type { View } from './view.ts';

/** Cells that only line up are told of from this probability on that they are a table. */
const LIKELY = 0.75;
/** From this probability on a table was detected. */
const DETECTED = 0.5;
/** Two boxes cover this much of each other, both ways, where they show one table. */
const SAME = 0.6;
/** What a row of settings has in it, and a table hasn't. */
const CONTROLS = ['switch', 'slider', 'text-field', 'text-area', 'radio'];

/** A view's things with its tables, read; what looked like a table and can't be read as one is left out. */
export function withTables(view: View): Thing[] {
  const { things } = view;
  const isDetected = (box: Box) =>
    view.scene.elements.some((e) => e.class === 'table' && e.confidence >= DETECTED && isOne(e.box, box));
  // Without heads it may as well be a list of messages, a bill or a calendar.
  const tables = tablesOf(view).filter(
    ({ confidence, headers, box }) =>
      isDetected(box) || (confidence >= LIKELY && headers && !isForm(box, things) && !isChart(box, things)),
  );
  const seen = things.filter(({ kind }) => kind === 'table');
  const twinOf = (table: Table) => seen.find(({ box }) => isOne(box, table.box));
  const read = new Map<Thing, Thing>();
  const added: Thing[] = [];
  for (const table of tables) {
    const twin = twinOf(table);
    const rows = [...(table.headers ? [table.headers] : []), ...table.rows].map((row) => row.map(({ text }) => text));
    const text = rows.flat().filter(Boolean).join(' ');
    if (twin) read.set(twin, { ...twin, name: twin.name || table.title, text, rows });
    else
      added.push({
        kind: 'table',
        name: table.title,
        box: table.box,
        confidence: table.confidence,
        text,
        state: {},
        rows,
      });
  }
  const kept = things.flatMap((thing) => {
    if (thing.kind !== 'table') return [thing];
    return read.has(thing) || isDetected(thing.box) ? [read.get(thing) ?? thing] : [];
  });
  return [...kept, ...added];
}

const isOne = (a: Box, b: Box): boolean => overlapX(a, b) > SAME && overlapY(a, b) > SAME;

const isForm = (box: Box, things: readonly Thing[]): boolean =>
  things.filter((thing) => CONTROLS.includes(thing.kind) && holds(box, thing.box)).length > 1;

const isChart = (box: Box, things: readonly Thing[]): boolean =>
  things.some((thing) => thing.kind === 'chart' && holds(thing.box, box));
