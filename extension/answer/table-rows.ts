/** Rows and columns of texts that line up. */
import type { Box, TextLine } from '../vision/scene.ts';
import { around, bottom, middleX, middleY, right } from './boxes.ts';
import type { Cell } from './tables.ts';

/** White space between columns is at least this wide, in CSS px, and between rows at most this high, in sizes of their letters. */
const GUTTER = 2;
const LARGEST_GAP = 3.4;
const HIGHEST_GAP = 90;
/** Rows that fill so much of the columns are rows; others are what is left of a cell's text. */
const FILLED = 0.4;
const FEWEST_ROWS = 3;
/** Share of the columns that the first row fills, at least: it names them, or has them all. */
const LEADING = 0.6;
const FEWEST_COLUMNS = 3;
/** Longer cells are prose; a table has few of them. */
const PROSE_WORDS = 7;
const MOST_PROSE = 0.3;
/** Share of a column's texts that stand level with those of others, at least. */
const LEVEL = 0.6;
/** A cell's second line is this near, in line heights. */
const WRAPPED = 1.7;

type Band = TextLine[];

/** Tables in lines of one region, each as rows of cells; the first row may be the names of the columns. */
export function rowsIn(lines: readonly TextLine[], scale: number): Cell[][][] {
  const bands = bandsOf(lines);
  const found: Cell[][][] = [];
  for (let from = 0; from < bands.length;) {
    const run = runFrom(bands, from, scale);
    const rows = run ? cellsOf(level(run.bands, scale), scale) : [];
    const isFound = isTable(rows);
    if (isFound) found.push(rows);
    from = isFound ? run!.end : from + 1;
  }
  return found;
}

/** Lines of one height on the page, from left to right. */
function bandsOf(lines: readonly TextLine[]): Band[] {
  const bands: Band[] = [];
  for (const line of [...lines].sort((a, b) => middleY(a.box) - middleY(b.box))) {
    const last = bands.at(-1);
    const level =
      last &&
      Math.abs(middleY(last[0]!.box) - middleY(line.box)) < 0.4 * Math.min(last[0]!.box.height, line.box.height) + 2;
    if (level) last.push(line);
    else bands.push([line]);
  }
  return bands.map((band) => band.sort((a, b) => a.box.x - b.box.x));
}

/** As many bands from one on as keep its columns apart. */
function runFrom(bands: readonly Band[], from: number, scale: number): { bands: Band[]; end: number } | undefined {
  const first = bands[from]!;
  if (first.length < 2) return undefined;
  let run = [first];
  for (let i = from + 1; i < bands.length; i++) {
    const band = bands[i]!;
    const gap = Math.min(...band.map(({ box }) => box.y)) - Math.max(...run.at(-1)!.map(({ box }) => bottom(box)));
    const height =
      scale * Math.max(...run.at(-1)!.map((line) => Math.max(...line.runs.map(({ style }) => style.size))));
    if (gap > Math.min(HIGHEST_GAP * scale, Math.max(LARGEST_GAP * height, pitchOf(run) * 1.3))) break;
    const next = [...run, band];
    const most = Math.max(...next.map((one) => one.length));
    if (columnsOf(next, scale).length < most) break;
    run = next;
  }
  const end = from + run.length;
  // What leads with fewer texts is what comes before the table.
  const most = Math.max(...run.map((band) => band.length));
  while (run.length > 1 && run[0]!.length < LEADING * most) run = run.slice(1);
  // What trails with one text is what comes after the table.
  while (run.length > 1 && run.at(-1)!.length < 2 && !isWrapped(run)) run = run.slice(0, -1);
  return { bands: run, end };
}

function isWrapped(run: readonly Band[]): boolean {
  const [above, last] = [run.at(-2)!, run.at(-1)!];
  const gap = last[0]!.box.y - Math.max(...above.map(({ box }) => bottom(box)));
  return gap < last[0]!.box.height * 0.8;
}

/** White space between the last two rows that have several cells. */
function pitchOf(run: readonly Band[]): number {
  const full = run.filter((band) => band.length > 1);
  const [above, below] = [full.at(-2), full.at(-1)];
  return above && below ? below[0]!.box.y - bottom(above[0]!.box) : 0;
}

/** Stretches across that texts stand in, with white space between them all the way down. */
function columnsOf(bands: readonly Band[], scale: number): { left: number; right: number }[] {
  const columns: { left: number; right: number }[] = [];
  for (const { box } of bands.flat().sort((a, b) => a.box.x - b.box.x)) {
    const last = columns.at(-1);
    if (last && box.x < last.right + GUTTER * scale) last.right = Math.max(last.right, right(box));
    else columns.push({ left: box.x, right: right(box) });
  }
  return columns;
}

/** Without columns at the sides whose texts stand at other heights: they are of another list beside the table. */
function level(run: readonly Band[], scale: number): Band[] {
  let left = [...run];
  for (;;) {
    const columns = columnsOf(left, scale);
    const ends = columns.length > 2 ? [columns[0]!, columns.at(-1)!] : [];
    const stray = ends.find(({ left: from, right: to }) => {
      const own = left.filter((band) => band.some(({ box }) => box.x >= from && right(box) <= to));
      return own.filter((band) => band.length > 1).length < LEVEL * own.length;
    });
    if (!stray) return left;
    left = left
      .map((band) => band.filter(({ box }) => box.x < stray.left || right(box) > stray.right))
      .filter((band) => band.length);
  }
}

function cellsOf(run: readonly Band[], scale: number): Cell[][] {
  const columns = columnsOf(run, scale);
  const size = run[0]?.length ?? 0;
  // Names over wide columns may stand beside what they name: then they are told by their order.
  const isByOrder = columns.length > size && run.every((band) => band.length === size);
  if (isByOrder) return run.map((band) => band.map(({ text, box, confidence }) => ({ text, box, confidence })));
  const columnOf = (box: Box) =>
    columns.findIndex((column) => middleX(box) >= column.left && middleX(box) <= column.right);
  const least = Math.max(2, FILLED * columns.length);
  const isRow = (band: Band) => new Set(band.map(({ box }) => columnOf(box))).size >= least;
  const rows = run.filter(isRow).map((band) => [...band]);
  if (!rows.length) return [];
  for (const line of run.filter((band) => !isRow(band)).flat()) {
    const [near] = [...rows].sort((a, b) => distanceTo(a, line) - distanceTo(b, line));
    if (near && distanceTo(near, line) <= WRAPPED * line.box.height) near.push(line);
  }
  return withoutRests(rows, columnOf).map((lines) =>
    columns.map(({ left, right: end }, i) => {
      const own = lines.filter(({ box }) => columnOf(box) === i).sort((a, b) => a.box.y - b.box.y);
      const y = Math.min(...lines.map(({ box }) => box.y));
      const empty = { x: left, y, width: end - left, height: Math.max(...lines.map(({ box }) => bottom(box))) - y };
      return {
        text: own
          .map(({ text }) => text)
          .join(' ')
          .replace(/(\d)- (?=\d)/g, '$1-'),
        box: own.length ? around(own.map(({ box }) => box)) : empty,
        confidence: Math.min(1, ...own.map(({ confidence }) => confidence)),
      };
    }),
  );
}

/** Rows of which a part is missing, right below others, are the second lines of their cells. */
function withoutRests(rows: readonly TextLine[][], columnOf: (box: Box) => number): TextLine[][] {
  const whole: TextLine[][] = [];
  const columnsIn = (lines: readonly TextLine[]) => new Set(lines.map(({ box }) => columnOf(box)));
  for (const row of rows) {
    const above = whole.at(-1);
    const isRest =
      above !== undefined &&
      whole.length > 1 &&
      [...columnsIn(row)].every((column) => columnsIn(above).has(column)) &&
      columnsIn(row).size < columnsIn(above).size &&
      row.every((line) => distanceTo(above, line) <= WRAPPED * line.box.height);
    if (isRest) above.push(...row);
    else whole.push(row);
  }
  return whole;
}

const distanceTo = (row: readonly TextLine[], { box }: TextLine): number =>
  Math.min(...row.map((line) => Math.abs(middleY(line.box) - middleY(box))));

function isTable(rows: readonly Cell[][]): boolean {
  const cells = rows.flat().filter(({ text }) => text);
  const prose = cells.filter(({ text }) => text.split(/\s+/).length > PROSE_WORDS).length;
  // Two rows, of which one may be the names of the columns, are a table only where there are several columns.
  const isEnough = rows.length >= FEWEST_ROWS || (rows.length === FEWEST_ROWS - 1 && rows[0]!.length >= FEWEST_COLUMNS);
  return isEnough && rows[0]!.length > 1 && prose <= MOST_PROSE * cells.length;
}
