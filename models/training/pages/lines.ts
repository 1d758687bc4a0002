import type { Box } from '../../../extension/vision/scene.ts';

/** Text of one style on one line. */
export interface TrueRun {
  text: string;
  /** Content area: the advance width by ascent and descent of the font. */
  box: Box;
  baseline: number;
  /** CSS pixels. */
  size: number;
  color: string;
  family: string;
  weight: number;
  italic: boolean;
  underline: boolean;
  strike: boolean;
  letterSpacing: number;
  smallCaps: boolean;
  link: boolean;
  /** The link or tab around it is the one that is open. */
  selected: boolean;
  /** What lies directly under the glyphs; a near white where that isn't one colour. */
  ground: string;
}

export interface TrueLine {
  text: string;
  box: Box;
  baseline: number;
  /** Of its largest run, CSS pixels. */
  size: number;
  runs: TrueRun[];
}

/** A run and what it may be joined within: runs of different flows are different lines however near they are. */
export interface PlacedRun {
  run: TrueRun;
  flow: object;
}

/** Runs further apart than this many em are different lines: it parts navigation items, and no words of a sentence. */
const MAX_GAP = 0.6;

/** Joins runs to the visual lines that a reader would take in at one go. */
export function joinRuns(placed: PlacedRun[]): TrueLine[] {
  const flows = Map.groupBy(placed, ({ flow }) => flow);
  return [...flows.values()].flatMap((members) => {
    const lines: TrueRun[][] = [];
    for (const { run } of members.sort((a, b) => a.run.box.x - b.run.box.x)) {
      const line = lines.find((runs) => follows(runs[runs.length - 1] as TrueRun, run));
      if (line) line.push(run);
      else lines.push([run]);
    }
    return lines.map(toLine);
  });
}

function follows(before: TrueRun, run: TrueRun): boolean {
  const em = Math.max(before.size, run.size);
  const gap = run.box.x - (before.box.x + before.box.width);
  // Superscripts sit up to half an em off; a heading and the small print after it share the baseline.
  return gap < MAX_GAP * em && gap > -0.3 * em && Math.abs(run.baseline - before.baseline) < 0.5 * em;
}

function toLine(runs: TrueRun[]): TrueLine {
  const main = runs.reduce((a, b) => (b.size > a.size ? b : a));
  const left = Math.min(...runs.map(({ box }) => box.x));
  const right = Math.max(...runs.map(({ box }) => box.x + box.width));
  const box = { x: left, y: main.box.y, width: right - left, height: main.box.height };
  return { text: spaced(runs), box, baseline: main.baseline, size: main.size, runs };
}

function spaced(runs: TrueRun[]): string {
  return runs.reduce((text, run, i) => {
    const before = runs[i - 1];
    const apart = before && run.box.x - (before.box.x + before.box.width) > 0.12 * run.size;
    return text + (apart ? ' ' : '') + run.text;
  }, '');
}
