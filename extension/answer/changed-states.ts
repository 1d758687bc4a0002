/** Checkboxes ticked, buttons disabled, tabs chosen. */
import type { Element, TextLine } from '../vision/scene.ts';
import { overlapX, overlapY } from './css-boxes.ts';
import { isNearColor } from './color-difference.ts';
import type { Difference } from './differences.ts';
import { nameElement, sentence } from './matched.ts';
import type { Matched } from './matched.ts';
import type { Pair } from './pairing.ts';
import { quoted } from './plain.ts';

const WORDS = {
  checked: ['checked', 'not checked'],
  disabled: ['disabled', 'enabled'],
  selected: ['selected', 'not selected'],
} as const;
/** A slider or bar that moved less than this stands where it stood. */
const LEAST_VALUE = 0.06;

export function changedStates(matched: Matched): Difference[] {
  return [...matched.elements.pairs.flatMap((pair) => ofElement(matched, pair)), ...chosenOnes(matched)];
}

function ofElement({ b }: Matched, { before, after }: Pair<Element>): Difference[] {
  const found: Difference[] = [];
  if (before.of.class !== after.of.class) return found;
  const tell = (was: string, is: string) => {
    const [from, to] = [
      { box: before.of.box, value: was },
      { box: after.of.box, value: is },
    ];
    found.push({
      kind: 'state',
      what: sentence(`${nameElement(b, after.of)} is ${is}, and was ${was}`),
      before: from,
      after: to,
    });
  };
  for (const name of ['checked', 'disabled', 'selected'] as const) {
    const [was, is] = [before.of.state[name] ?? false, after.of.state[name] ?? false];
    if (was !== is) tell(WORDS[name][was ? 0 : 1], WORDS[name][is ? 0 : 1]);
  }
  const [was, is] = [before.of.state.value, after.of.state.value];
  if (was !== undefined && is !== undefined && Math.abs(was - is) >= LEAST_VALUE) tell(percent(was), percent(is));
  return found;
}

const percent = (value: number): string => `at ${Math.round(value * 100)} %`;

/** Two texts of one row or column that traded looks: the mark of what is chosen went from one to the other. */
function chosenOnes({ lines }: Matched): Difference[] {
  const changed = lines.pairs.filter((pair) => isMarkedOtherwise(pair));
  return changed.flatMap((one) => {
    const other = changed.find((pair) => pair !== one && isTrade(one, pair));
    // Told once, by the one that is marked now: its siblings look as the other does.
    if (!other || !isChosenNow(one, lines.pairs)) return [];
    const [was, is] = [other.before.of.text, one.after.of.text];
    return [
      {
        kind: 'state' as const,
        what: `${quoted(is, 60)} is selected, not ${quoted(was, 60)}.`,
        before: { box: other.before.of.box, value: was },
        after: { box: one.after.of.box, value: is },
      },
    ];
  });
}

const lookOf = (line: TextLine) => line.runs[0]!.style;

function isMarkedOtherwise({ before, after }: Pair<TextLine>): boolean {
  return before.of.runs.length > 0 && after.of.runs.length > 0 && !isLikeLook(before.of, after.of);
}

/** Weights this near are one weight to the eye, and to the measure. */
const SAME_WEIGHT = 200;

function isLikeLook(a: TextLine, b: TextLine): boolean {
  const [one, other] = [lookOf(a), lookOf(b)];
  return (
    isNearColor(one.color, other.color) &&
    isNearColor(one.background, other.background) &&
    Math.abs(one.weight - other.weight) < SAME_WEIGHT
  );
}

function isTrade(one: Pair<TextLine>, other: Pair<TextLine>): boolean {
  const inRow = overlapY(one.after.box, other.after.box) > 0.5;
  const inColumn = overlapX(one.after.box, other.after.box) > 0.3;
  return (inRow || inColumn) && isLikeLook(one.after.of, other.before.of) && isLikeLook(one.before.of, other.after.of);
}

/** Whether a text looks unlike most of those that keep their looks around it. */
function isChosenNow({ after }: Pair<TextLine>, pairs: readonly Pair<TextLine>[]): boolean {
  const near = pairs
    .filter((pair) => pair.after !== after && pair.after.of.runs.length > 0)
    .filter(({ after: other }) => overlapY(other.box, after.box) > 0.5 || overlapX(other.box, after.box) > 0.3)
    .filter(({ after: other }) => Math.abs(lookOf(other.of).size - lookOf(after.of).size) < 1);
  const alike = near.filter((pair) => isLikeLook(pair.after.of, after.of)).length;
  const wasAlike = near.filter(
    (pair) => isLikeLook(pair.after.of, after.of) && isLikeLook(pair.before.of, pair.after.of),
  );
  return near.length > 1 ? alike < near.length / 2 && !wasAlike.length : lookOf(after.of).weight > 500;
}
