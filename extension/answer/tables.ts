/** Tables as a person reads them: found by how texts line up, with or without lines drawn between them. */
import type { Box, Scene, Shape, TextLine } from '../vision/scene.ts';
import { areaOf, around, bottom, holds, middleY, right } from './boxes.ts';
import { overlapX, overlapY } from './css-boxes.ts';
import { amountIn } from './amounts.ts';
import { headOf } from './table-heads.ts';
import { rowsIn } from './table-rows.ts';
import type { View } from './view.ts';

export interface Cell {
  /** Empty where no text stands in it. */
  text: string;
  /** Image pixels: around its text. */
  box: Box;
  confidence: number;
}

export interface Table {
  /** Image pixels. */
  box: Box;
  /** Of the heading above it; empty where there is none. */
  title: string;
  /** One for each column; absent where no row looks like their names. */
  headers?: Cell[];
  /** Without the headers. Each has a cell for each column. */
  rows: Cell[][];
  /** The last row, where it adds up the others. */
  foot?: Cell[];
  /** Probability that it is a table at all. */
  confidence: number;
}

/** Of tables that the layout or the detector saw too, with lines between their rows, with columns of figures, and of others. */
const CONFIDENCE = { seen: 0.95, ruled: 0.9, figures: 0.75, aligned: 0.4 };
/** A line between two rows is so wide, of the table's width. */
const RULE_SHARE = 0.6;
const FEWEST_RULES = 2;
const FOOT = /^(?:grand |sub)?totals?\b|^(?:sum|summe|gesamt|average)\b/i;
/** A table is no wider than this, by what was seen of it. */
const WIDER = 1.3;
/** How far names of columns stand above what was seen of a table, and cells aside of it. CSS px. */
const BEYOND = 56;
const MARGIN = 12;
/** A region that may hold a table has so much room, and so many lines. CSS px. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 80;
const LEAST_LINES = 6;
/** A heading is no farther above its table than this. CSS px. */
const TITLE_ABOVE = 90;

/** Tables are asked for many times of one picture. */
const known = new WeakMap<View, Table[]>();

/** All tables of a picture, from top to bottom. */
export function tablesOf(view: View): Table[] {
  const tables = known.get(view) ?? findTables(view);
  known.set(view, tables);
  return tables;
}

function findTables({ scene, things }: View): Table[] {
  const seen = things.filter(({ kind }) => kind === 'table').map(({ box }) => box);
  const free = freeLines(scene);
  const regions = [...seen.map((box) => linesAround(box, free, scene.scale)), ...regionsOf(scene, free)];
  const found = regions.flatMap((lines) =>
    rowsIn(lines, scene.scale).map((rows) => toTable(rows, seen, scene, things)),
  );
  const kept: Table[] = [];
  // The same cells may be found twice, as far as a region goes: where more hang together is the table.
  for (const table of found.sort((a, b) => b.confidence * cellsIn(b) - a.confidence * cellsIn(a)))
    if (table.rows.length && !isCalendar(table) && !kept.some((other) => overlap(other.box, table.box) > 0.3))
      kept.push(table);
  return kept.sort((a, b) => a.box.y - b.box.y);
}

function toTable(rows: readonly Cell[][], seen: readonly Box[], scene: Scene, things: View['things']): Table {
  const box = around(rows.flat().flatMap((cell) => (cell.text ? [cell.box] : [])));
  const { headers, data } = headOf(rows, scene);
  const last = data.at(-1);
  const foot = data.length > 1 && last && FOOT.test(last.find(({ text }) => text)?.text ?? '') ? last : undefined;
  const table: Table = {
    box,
    title: titleOf(scene, box, things),
    ...(headers && { headers }),
    rows: foot ? data.slice(0, -1) : data,
    ...(foot && { foot }),
    confidence: 0,
  };
  return data.length ? { ...table, confidence: CONFIDENCE[evidenceFor(table, seen, scene)] } : table;
}

/** Cells with something in them, fewer for those without. */
function cellsIn({ rows }: Table): number {
  const cells = rows.flat();
  const filled = cells.filter(({ text }) => text).length;
  return filled * (filled / Math.max(1, cells.length));
}

/** Share of the smaller one that both cover. */
function overlap(a: Box, b: Box): number {
  const [x, y] = [overlapX(a, b), overlapY(a, b)];
  return x > 0 && y > 0
    ? (x * y * Math.min(a.width, b.width) * Math.min(a.height, b.height)) / Math.min(areaOf(a), areaOf(b))
    : 0;
}

/** What speaks for a table besides its alignment. */
function evidenceFor({ box, headers, rows }: Table, seen: readonly Box[], { shapes }: Scene): keyof typeof CONFIDENCE {
  if (seen.some((one) => overlapY(box, one) > 0.5 && overlapX(box, one) > 0.5 && box.width < WIDER * one.width))
    return 'seen';
  // Labels with values, or a list of mails, line up too, without names over them.
  if (!headers) return 'aligned';
  const between = shapes.filter(
    (shape) => holds(box, shape.box) && shape.box.width >= RULE_SHARE * box.width && shape.box.height < box.height / 2,
  );
  if (between.length >= Math.max(FEWEST_RULES, rows.length - 1)) return 'ruled';
  const amounts = rows[0]!.filter((_, i) => rows.every((row) => amountIn(row[i]!.text) !== undefined));
  return amounts.length && rows.length > 1 ? 'figures' : 'aligned';
}

/** Weeks of a calendar line up, but are no table to a person. */
const isCalendar = ({ headers = [] }: Table): boolean =>
  headers.length > 2 && headers.every(({ text }) => /^(?:mo|tu|we|th|fr|sa|su|[mtwfs])[a-z]{0,2}$/i.test(text));

/** Lines of a table that was seen, and of what stands right above and below it in its columns. */
function linesAround(box: Box, lines: readonly TextLine[], scale: number): TextLine[] {
  const reach = {
    x: box.x - MARGIN * scale,
    width: box.width + 2 * MARGIN * scale,
    y: box.y - BEYOND * scale,
    height: box.height + 2 * BEYOND * scale,
  };
  return lines.filter((line) => holds(reach, line.box));
}

/** Lines that aren't those of a field or button. */
function freeLines(scene: Scene): TextLine[] {
  const fields = scene.elements.filter(
    (element) => ['text-field', 'text-area', 'button'].includes(element.class) && element.confidence > 0.5,
  );
  return scene.lines.filter((line) => !fields.some((field) => holds(field.box, line.box)));
}

/** The lines of each card or panel, and those that are in none. */
function regionsOf(scene: Scene, free: readonly TextLine[]): TextLine[][] {
  const panels = panelsOf(scene);
  const regions = new Map<Shape | undefined, TextLine[]>();
  for (const line of free) {
    const panel = panels.find((shape) => holds(shape.box, line.box));
    regions.set(panel, [...(regions.get(panel) ?? []), line]);
  }
  return [...regions.values()];
}

/** Shapes that hold more than a row of text, the smallest first. */
function panelsOf({ shapes, lines, scale }: Scene): Shape[] {
  return shapes
    .filter(
      ({ kind, box }) => kind === 'rectangle' && box.width >= LEAST_WIDTH * scale && box.height >= LEAST_HEIGHT * scale,
    )
    .filter(({ box }) => lines.filter((line) => holds(box, line.box)).length >= LEAST_LINES)
    .sort((a, b) => areaOf(a.box) - areaOf(b.box));
}

/** The heading right above a table. */
function titleOf({ scale }: Scene, box: Box, things: View['things']): string {
  const above = things
    .filter(({ kind }) => kind === 'heading')
    .filter((heading) => bottom(heading.box) <= middleY(box) && box.y - bottom(heading.box) < TITLE_ABOVE * scale)
    .filter(
      (heading) =>
        heading.box.x < right(box) && right(heading.box) > box.x && bottom(heading.box) <= box.y + box.height / 4,
    )
    .sort((a, b) => b.box.y - a.box.y);
  return above[0]?.name ?? '';
}
