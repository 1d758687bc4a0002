/** An answer as plain JSON. */
import type { AnswerPart } from '../answer/answer.ts';
import type { Candidate, Outcome } from '../answer/outcome.ts';
import { textOf } from '../answer/text-of.ts';
import { wordsOf } from '../answer/value-words.ts';
import { hundredths, wholeBox } from './result.ts';
import type { ToolResult } from './tool.ts';

export const outcomesOf = (parts: readonly AnswerPart[]): Outcome[] =>
  parts.flatMap((part) => (part.kind === 'outcome' ? [part.outcome] : []));

export const factsOf = (parts: readonly AnswerPart[], names: readonly string[]) =>
  parts.flatMap((part) => {
    if (part.kind !== 'fact') return [];
    const { text, picture, boxes, confidence } = part;
    return [{ text, image: names[picture]!, boxes: boxes.map(wholeBox), confidence: hundredths(confidence) }];
  });

/** What else the words may mean. */
export const plainCandidates = (candidates: readonly Candidate[]) =>
  candidates.map(({ name, box }) => ({ name, box: wholeBox(box) }));

/** @param names of the images asked about */
export function answerResult(parts: readonly AnswerPart[], names: readonly string[]): ToolResult {
  const outcomes = outcomesOf(parts);
  return {
    answer: outcomes.flatMap(({ value }) => (value ? [wordsOf(value)] : [])).join('\n'),
    text: textOf(parts),
    confidence: hundredths(Math.min(1, ...outcomes.map(({ confidence }) => confidence))),
    declined: outcomes.length > 0 && outcomes.every(({ declined }) => declined),
    facts: factsOf(parts, names),
    outcomes: outcomes.map(({ picture, value, boxes, confidence, declined, steps, candidates }) => ({
      image: names[picture]!,
      value,
      boxes: boxes.map(wholeBox),
      confidence: hundredths(confidence),
      declined,
      candidates: candidates && plainCandidates(candidates),
      how: steps.map(({ verb, what }) => `${verb} ${what}`.trim()).join(', then '),
    })),
  };
}
