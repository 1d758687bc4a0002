import type { Color, TextRun, TextStyle } from './scene.ts';
import type { Rgb } from './pixels.ts';
import { chooseFaces, pageFamilies, tryFaces, type Choice, type PageFamilies, type Trial } from './families.ts';
import { faceOf, glyphIndexes } from './fonts.ts';
import { isRealCut, recut } from './recut.ts';
import { splitRuns, usualInkWeight, type Stretch } from './runs.ts';
import { joinWords } from './place-words.ts';
import { settleSizes } from './sizes.ts';
import type { MeasuredLine } from './words.ts';

/** CSS pixels, where nothing tells the size: what browsers start from. */
const USUAL_SIZE = 16;

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
  const usual = usualInkWeight(lines);
  const found = lines.flatMap((line) => splitRuns(line, usual));
  const page = pageFamilies(found, scale);
  const first = found.map((stretch) => tryFaces(stretch, scale, page));
  const trials = recutAll(first, page, scale);
  const choices = chooseFaces(trials, page.families);
  const known = choices.flatMap((choice, i) => (choice ? [{ i, choice }] : []));
  const sizes = settleSizes(
    known.map(({ i, choice }) => ({
      size: choice.fit.size,
      error: choice.fit.sizeError,
      weight: trials[i]!.target.glyphs.length,
    })),
  );
  const sizeOf = new Map(known.map(({ i }, k) => [i, sizes[k]!]));
  const styled = new Map<MeasuredLine, StyledLine>(
    lines.map((line) => [line, { baseline: line.baseline ?? NaN, runs: [] }]),
  );
  for (const [i, { stretch }] of trials.entries()) {
    const entry = styled.get(stretch.line)!;
    const size = sizeOf.get(i);
    entry.runs.push(toRun(stretch, choices[i], size));
    if (Number.isNaN(entry.baseline)) entry.baseline = baselineFrom(stretch, choices[i], (size ?? USUAL_SIZE) * scale);
  }
  return lines.map((line) => styled.get(line)!);
}

/** The stretches again, those cut in parts in which different faces show. */
function recutAll(trials: Trial[], page: PageFamilies, scale: number): Trial[] {
  const choices = chooseFaces(trials, page.families);
  const usual = usualChoice(trials, choices);
  if (!usual) return trials;
  const parts = trials.map((trial, i) =>
    recut(trial, choices[i], usual, page.spread)?.map((stretch) => tryFaces(stretch, scale, page)),
  );
  if (!parts.some(Boolean)) return trials;
  // What the parts are depends on what the page's families are, which the parts have a say in.
  const all = trials.flatMap((trial, i) => parts[i] ?? [trial]);
  const after = chooseFaces(all, page.families);
  let at = 0;
  return trials.flatMap((trial, i) => {
    const count = parts[i]?.length ?? 1;
    const own = after.slice(at, (at += count));
    return parts[i] && isRealCut(own) ? parts[i] : [trial];
  });
}

/** What most of the page's text is set in. */
function usualChoice(trials: Trial[], choices: (Choice | undefined)[]): Choice | undefined {
  const say = new Map<string, { choice: Choice; letters: number }>();
  for (const [i, choice] of choices.entries()) {
    if (!choice) continue;
    const key = `${choice.family.name} ${choice.weight}`;
    const entry = say.get(key) ?? { choice, letters: 0 };
    entry.letters += trials[i]!.target.glyphs.length;
    say.set(key, entry);
  }
  return [...say.values()].sort((a, b) => b.letters - a.letters)[0]?.choice;
}

/** Where the baseline of a dash, quotes or dots must be: as far below their top as their face has it. `size` in image pixels. */
function baselineFrom({ line, from, to }: Stretch, choice: Choice | undefined, size: number): number {
  const { raw, words } = line;
  const bottom = raw.box.y + raw.box.height;
  if (!choice) return bottom;
  const face = faceOf(choice.family.name, choice.weight, choice.italic);
  for (const word of words.slice(from, to)) {
    const top = Math.max(...[...glyphIndexes(word.text)].map((glyph) => face.yMax[glyph] ?? NaN));
    if (!Number.isNaN(top)) return Math.round(word.top + top * size);
  }
  return bottom;
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
    size: size ?? USUAL_SIZE,
    weight: choice?.weight ?? 400,
    italic: choice?.italic ?? false,
    underline: first.underline,
    strike: first.strike,
    letterSpacing: choice?.fit.letterSpacing ?? 0,
    smallCaps: false,
  };
  const text = (stretch.from > 0 && !first.glued ? ' ' : '') + joinWords(words);
  return {
    text,
    box: { x: first.box.x, y: top, width: last.box.x + last.box.width - first.box.x, height: bottom - top },
    style,
    link: 0,
  };
}

function hex(color: Rgb): Color {
  return '#' + color.map((c) => c.toString(16).padStart(2, '0')).join('');
}
