import type { Box } from '../../extension/vision/scene.ts';
import { differenceCiede2000 } from 'culori';
import type { Outcome, Value } from '../../extension/answer/outcome.ts';
import { normalised } from './asking/ask.ts';
import type { Question } from './question.ts';

/** What came of a question: its outcomes, one for each picture or more, and all that was said. */
export interface Answered {
  outcomes: Outcome[];
  said: string;
  /** Milliseconds. */
  time: number;
}

export type Verdict = 'right' | 'wrong' | 'declined';

const COLOR_TOLERANCE = 5;
/** CSS pixels, or this share: whichever is more. */
const LENGTH_TOLERANCE = 1;
const LENGTH_SHARE = 0.05;
const RATIO_SHARE = 0.05;
/** From this confidence on a wrong answer is a bluff. */
export const SURE = 0.8;

const deltaE = differenceCiede2000();

/** Judges an answer. To decline is right where that is expected, and a verdict of its own where it is not. */
export function judge({ expect, also = [] }: Pick<Question, 'expect' | 'also'>, { outcomes, said }: Answered): Verdict {
  if ('words' in expect) return expect.words.some((word) => normalised(said).includes(word)) ? 'right' : 'wrong';
  const outcome = outcomes.at(-1);
  if (!outcome) return 'wrong';
  if ('declined' in expect) return outcomes.every(({ declined }) => declined) ? 'right' : 'wrong';
  if ('changed' in expect)
    return foundChange(expect.changed, outcomes, said)
      ? 'right'
      : outcomes.every(({ declined }) => declined)
        ? 'declined'
        : 'wrong';
  if ('unchanged' in expect)
    return outcomes.every(({ boxes, declined }) => !declined && !boxes.length) ? 'right' : 'wrong';
  if (outcome.declined) return 'declined';
  return outcome.value && matches(outcome.value, outcome.boxes, expect, also) ? 'right' : 'wrong';
}

/** Whether a wrong answer was given with confidence. */
export function isBluff(verdict: Verdict, { outcomes }: Answered): boolean {
  return verdict === 'wrong' && (outcomes.at(-1)?.confidence ?? 0) >= SURE;
}

function matches(value: Value, boxes: readonly Box[], expect: Question['expect'], also: readonly string[]): boolean {
  if ('text' in expect) return [expect.text, ...also].map(normalised).includes(normalised(textOf(value)));
  if ('texts' in expect)
    return value.kind === 'texts'
      ? sameTexts(value.texts, expect.texts)
      : expect.texts.length === 1 && normalised(textOf(value)) === normalised(expect.texts[0]!);
  if ('number' in expect) return Number(textOf(value) || NaN) === expect.number;
  if ('boolean' in expect) return value.kind === 'boolean' && value.boolean === expect.boolean;
  if ('color' in expect) return value.kind === 'color' && deltaE(value.color, expect.color) <= COLOR_TOLERANCE;
  if ('length' in expect) return value.kind === 'length' && isNear(value.pixels, expect.length);
  if ('size' in expect)
    return value.kind === 'size' && isNear(value.width, expect.size[0]) && isNear(value.height, expect.size[1]);
  if ('ratio' in expect)
    return value.kind === 'number' && Math.abs(value.number - expect.ratio) <= RATIO_SHARE * expect.ratio;
  if ('box' in expect) {
    // What is read stands on its place.
    const box = value.kind === 'place' ? value.box : boxes[0];
    return box !== undefined && holdsCentre(expect.box, box);
  }
  return false;
}

function textOf(value: Value): string {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'texts') return value.texts.join(' ');
  return value.kind === 'number' ? String(value.number) : '';
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a, b].map((texts) => texts.map(normalised).sort());
  return x!.length === y!.length && x!.every((text, i) => text === y![i]);
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(LENGTH_TOLERANCE, LENGTH_SHARE * b);

type Frame = [x: number, y: number, width: number, height: number];

function holdsCentre(
  [x, y, width, height]: Frame,
  box: { x: number; y: number; width: number; height: number },
): boolean {
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  return cx >= x && cx <= x + width && cy >= y && cy <= y + height;
}

/** More places than this are no answer to what changed. */
const MOST_PLACES = 4;

function foundChange(
  { box, says }: { box: Frame; says?: string },
  outcomes: readonly Outcome[],
  said: string,
): boolean {
  const places = outcomes.flatMap(({ boxes }) => boxes);
  const told = says === undefined || normalised(said).includes(normalised(says));
  const near: Frame = [box[0] - 4, box[1] - 4, box[2] + 8, box[3] + 8];
  return told && places.length <= MOST_PLACES && places.some((place) => holdsCentre(near, place));
}
