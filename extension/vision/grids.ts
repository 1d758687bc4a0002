import type { Box, Shape } from './scene.ts';
import type { Draft, ElementInput } from './elements.ts';
import { meanIn } from './evidence.ts';

/** Image pixels: rules of one table begin and end together. */
const ALIGNED = 3;
/** A table has at least two rows and two columns. */
const MIN_LINES = 3;
const MIN_COLUMNS = 2;
/** CSS pixels: rows are no higher. */
const MAX_ROW = 160;

/** Tables: rules, or stripes of fill, of equal length with rows of text in several columns between them. */
export function findTables({
  shapes,
  lines,
  scale,
  maps,
}: Pick<ElementInput, 'shapes' | 'lines' | 'scale' | 'maps'>): Draft[] {
  const drafts: Draft[] = [];
  for (const stack of stacks(shapes.filter(isRowMark), scale)) {
    const box = hull(stack.map((s) => s.box));
    const edges = stack
      .flatMap((s) => (s.kind === 'rule' ? [s.box.y] : [s.box.y, s.box.y + s.box.height]))
      .sort((a, b) => a - b);
    let rows = 0;
    for (let i = 1; i < edges.length; i++) {
      const inside = lines.filter(
        (l) =>
          l.box.y >= edges[i - 1]! - 2 &&
          l.box.y + l.box.height <= edges[i]! + 2 &&
          l.box.x >= box.x - 2 &&
          l.box.x + l.box.width <= box.x + box.width + 2,
      );
      if (columnsOf(inside.map((l) => l.box)) >= MIN_COLUMNS) rows++;
    }
    if (rows < 2 || rows < (edges.length - 1) * 0.4) continue;
    // A frame around the same width is the table's own.
    const frame = shapes.find(
      (s) =>
        s.kind !== 'rule' &&
        Math.abs(s.box.x - box.x) <= ALIGNED &&
        Math.abs(s.box.width - box.width) <= 2 * ALIGNED &&
        s.box.y <= box.y + 2 &&
        s.box.y + s.box.height >= box.y + box.height - 2 &&
        s.box.height <= box.height + 2 * MAX_ROW * scale,
    );
    const whole = frame?.box ?? box;
    const seen = maps ? meanIn(maps, 'table', whole) : 0;
    drafts.push({
      class: 'table',
      box: whole,
      confidence: Math.round((maps ? 0.4 + 0.55 * seen : 0.6) * 100) / 100,
      ...(frame && { shape: frame.id }),
      state: {},
    });
  }
  return drafts;
}

function isRowMark({ kind, box }: Shape): boolean {
  return kind !== 'ellipse' && box.width >= box.height * 4;
}

/** Sets of shapes one below the other with the same ends, near enough to be a table's rows. */
function stacks(marks: Shape[], scale: number): Shape[][] {
  const found: Shape[][] = [];
  for (const mark of [...marks].sort((a, b) => a.box.y - b.box.y)) {
    const stack = found.find((s) => {
      const last = s.at(-1)!.box;
      return (
        Math.abs(last.x - mark.box.x) <= ALIGNED &&
        Math.abs(last.width - mark.box.width) <= 2 * ALIGNED &&
        mark.box.y - last.y - last.height <= MAX_ROW * scale
      );
    });
    if (stack) stack.push(mark);
    else found.push([mark]);
  }
  return found.filter((s) => s.length >= MIN_LINES - 1);
}

function hull(boxes: Box[]): Box {
  const x = Math.min(...boxes.map((b) => b.x));
  const y = Math.min(...boxes.map((b) => b.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((b) => b.x + b.width)) - x,
    height: Math.max(...boxes.map((b) => b.y + b.height)) - y,
  };
}

/** Columns that boxes fall into: groups apart from each other across. */
function columnsOf(boxes: Box[]): number {
  let columns = 0;
  let end = -Infinity;
  for (const b of [...boxes].sort((p, q) => p.x - q.x)) {
    if (b.x > end + 8) columns++;
    end = Math.max(end, b.x + b.width);
  }
  return columns;
}
