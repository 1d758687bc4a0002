/** Lines that vision cut in two are one again. */
import type { TextLine } from '../vision/scene.ts';
import { near, type Rect } from './geometry.ts';
import { measureLine, type Line } from './measured.ts';

/** A gap up to this many font sizes is a space between words; a cell's or a menu's gap is wider. */
const WIDEST_SPACE = 0.5;
const NARROWEST = -0.1;

/** Joins lines on one baseline, of one size, that are a space apart with nothing drawn between them. */
export function joinPieces(lines: Line[], between: Rect[], scale: number): Line[] {
  const sorted = [...lines].sort((a, b) => a.rect.left - b.rect.left);
  const joined: Line[] = [];
  for (const line of sorted) {
    const before = joined.findIndex((l) => continues(l, line) && !between.some((r) => isBetween(r, l, line)));
    if (before < 0) joined.push(line);
    else joined[before] = join(joined[before]!, line, scale);
  }
  return joined;
}

function continues(a: Line, b: Line): boolean {
  const { size } = a.style;
  const gap = b.ink.left - a.ink.right;
  if (gap < NARROWEST * size || gap > WIDEST_SPACE * size) return false;
  return (
    near(a.baseline, b.baseline, 1.5) &&
    near(b.style.size, size, Math.max(1, 0.08 * size)) &&
    !a.isButton &&
    !b.isButton
  );
}

function isBetween(r: Rect, a: Line, b: Line): boolean {
  const middle = (r.left + r.right) / 2;
  return middle > a.ink.right - 2 && middle < b.ink.left + 2 && r.top < a.baseline && r.bottom > a.ink.top;
}

function join(a: Line, b: Line, scale: number): Line {
  const [s, t] = [a.source, b.source];
  const right = Math.max(s.box.x + s.box.width, t.box.x + t.box.width);
  const top = Math.min(s.box.y, t.box.y);
  const bottom = Math.max(s.box.y + s.box.height, t.box.y + t.box.height);
  const source: TextLine = {
    ...s,
    box: { x: s.box.x, y: top, width: right - s.box.x, height: bottom - top },
    text: `${s.text.trimEnd()} ${t.text.trimStart()}`,
    confidence: Math.min(s.confidence, t.confidence),
    words: [...s.words, ...t.words],
    runs: [...s.runs, ...t.runs.map((r, i) => (i === 0 ? { ...r, text: ` ${r.text.trimStart()}` } : r))],
  };
  return measureLine(source, scale);
}
