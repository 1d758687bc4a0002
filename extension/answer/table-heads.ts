/** The row of a table that names its columns. */
import type { Scene, TextStyle } from '../vision/scene.ts';
import { holds, likeness } from './boxes.ts';
import { isNearColor } from './color-difference.ts';
import { amountIn } from './amounts.ts';
import type { Cell } from './tables.ts';
import { normalized } from './words.ts';

/** Share of the columns that have to have a name, or to look unlike the row below. */
const NAMED = 0.6;
const UNLIKE = 0.5;
/** Letters larger or heavier by this look otherwise. CSS px, and weight. */
const OTHER_SIZE = 1.2;
const OTHER_WEIGHT = 200;

/** Parts the names of the columns from the rows below them; without names where the first row is like the others. */
export function headOf(rows: readonly Cell[][], scene: Scene): { headers?: Cell[]; data: Cell[][] } {
  const [first, ...rest] = rows;
  if (!first || !rest.length || !isHead(first, rest, scene)) return { data: [...rows] };
  const said = first.map(({ text }) => normalized(text)).join('|');
  // Long tables repeat the names at their foot.
  return { headers: first, data: rest.filter((row) => row.map(({ text }) => normalized(text)).join('|') !== said) };
}

function isHead(first: readonly Cell[], rest: readonly Cell[][], scene: Scene): boolean {
  const named = first.filter(({ text }) => text && amountIn(text) === undefined);
  if (named.length < NAMED * first.length) return false;
  const figures = first.filter(
    (_, i) => rest.every((row) => !row[i]!.text || /\d/.test(row[i]!.text)) && rest.some((row) => row[i]!.text),
  );
  const isOverFigures = figures.length > 0 && figures.every(({ text }) => text && !/\d/.test(text));
  return isOverFigures || unlike(first, rest, scene) > UNLIKE;
}

/** Share of the columns whose first cell looks unlike most of those below it. */
function unlike(first: readonly Cell[], rest: readonly Cell[][], scene: Scene): number {
  const filled = first.flatMap((cell, i) => {
    const style = styleAt(scene, cell);
    const below = rest.flatMap((row) => (row[i]!.text ? (styleAt(scene, row[i]!) ?? []) : []));
    return style && below.length ? [below.filter((other) => isUnlike(style, other)).length > below.length / 2] : [];
  });
  return filled.length ? filled.filter(Boolean).length / filled.length : 0;
}

function styleAt(scene: Scene, { box, text }: Cell): TextStyle | undefined {
  if (!text) return undefined;
  return scene.lines.find((line) => likeness(line.box, box) > 0.5 || holds(box, line.box))?.runs[0]?.style;
}

function isUnlike(a: TextStyle, b: TextStyle): boolean {
  return (
    Math.abs(a.size - b.size) > OTHER_SIZE ||
    Math.abs(a.weight - b.weight) >= OTHER_WEIGHT ||
    !isNearColor(a.color, b.color) ||
    !isNearColor(a.background, b.background)
  );
}
