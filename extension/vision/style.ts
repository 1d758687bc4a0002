import type { Color, TextRun, TextStyle } from './scene.ts';
import type { Rgb } from './pixels.ts';
import { chooseFaces, type Choice } from './families.ts';
import { fitTarget } from './fit.ts';
import { splitRuns, type Stretch } from './runs.ts';
import { settleSizes } from './sizes.ts';
import type { MeasuredLine } from './words.ts';

/** A line's baseline (image y) and its runs. */
export interface StyledLine {
  baseline: number;
  runs: TextRun[];
}

/**
 * Styles for all lines of a page, such that they agree across it: a page has few families and sizes. `scale`: image pixels a CSS pixel.
 * Text of known families is fitted to their advance widths (`fonts.json`), so that a browser given the style sets it as wide as it is.
 */
export function settleStyles(lines: MeasuredLine[], scale: number): StyledLine[] {
  const stretches = lines.flatMap((line) => splitRuns(line));
  const targets = stretches.map((stretch) => fitTarget(stretch, scale));
  const choices = chooseFaces(stretches, targets, scale);
  const known = choices.flatMap((choice, i) => (choice ? [{ i, choice }] : []));
  const sizes = settleSizes(known.map(({ i, choice }) => ({ size: choice.fit.size, error: choice.fit.sizeError, weight: targets[i]!.characters.length })));
  const sizeOf = new Map(known.map(({ i }, k) => [i, sizes[k]!]));
  const styled = new Map<MeasuredLine, StyledLine>(lines.map((line) => [line, { baseline: 0, runs: [] }]));
  for (const [i, stretch] of stretches.entries()) {
    const entry = styled.get(stretch.line)!;
    entry.runs.push(toRun(stretch, choices[i], sizeOf.get(i)));
  }
  return lines.map((line) => styled.get(line)!);
}

function toRun(stretch: Stretch, choice: Choice | undefined, size: number | undefined): TextRun {
  const words = stretch.line.words.slice(stretch.from, stretch.to);
  const first = words[0]!;
  const last = words.at(-1)!;
  const strongest = words.reduce((best, word) => (word.contrast > best.contrast ? word : best));
  const top = Math.min(...words.map((word) => word.box.y));
  const bottom = Math.max(...words.map((word) => word.box.y + word.box.height));
  const style: TextStyle = {
    color: hex(strongest.color),
    background: hex(first.background),
    family: choice?.family.name ?? 'sans-serif',
    size: size ?? 16,
    weight: choice?.weight ?? 400,
    italic: choice?.italic ?? false,
    underline: first.underline,
    strike: first.strike,
    letterSpacing: choice?.fit.letterSpacing ?? 0,
    smallCaps: false,
  };
  const text = (stretch.from > 0 ? ' ' : '') + words.map((word) => word.text).join(' ');
  return { text, box: { x: first.box.x, y: top, width: last.box.x + last.box.width - first.box.x, height: bottom - top }, style, link: 0 };
}

function hex(color: Rgb): Color {
  return '#' + color.map((c) => c.toString(16).padStart(2, '0')).join('');
}
