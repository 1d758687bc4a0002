/** Answers cut for the page. Texts stay plain. */
import type { AnswerPart } from '../../extension/answer/answer.ts';
import type { Outcome } from '../../extension/answer/outcome.ts';

export type Fact = Extract<AnswerPart, { kind: 'fact' }>;

export type Piece = { kind: 'text'; text: string } | Fact;

/** The answer to one question over one picture: what is said, and how it came about once it is all said. */
export interface Answer {
  paragraphs: Piece[][];
  outcome?: Outcome;
}

/** Answers in order, each ended by its outcome; the last may have none yet, or have been given when there were none. */
export function answersOf(parts: readonly AnswerPart[]): Answer[] {
  const answers: Answer[] = [];
  let said: AnswerPart[] = [];
  for (const part of parts) {
    said.push(part);
    if (part.kind !== 'outcome') continue;
    answers.push({ paragraphs: paragraphsOf(said), outcome: part.outcome });
    said = [];
  }
  const paragraphs = paragraphsOf(said);
  return paragraphs.length ? [...answers, { paragraphs }] : answers;
}

/** Paragraphs of pieces, cut at breaks. */
function paragraphsOf(parts: readonly AnswerPart[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'break') paragraphs.push([]);
    else if (part.kind !== 'outcome') paragraphs.at(-1)!.push(part);
  }
  return paragraphs.filter((pieces) => pieces.some(({ text }) => text.trim() !== ''));
}

const COLOR = /(#[0-9a-f]{6}(?:[0-9a-f]{2})?)(?![0-9a-z])/gi;

/** A text parted at the colours it names. */
export function splitColors(text: string): { text: string; isColor: boolean }[] {
  return text
    .split(COLOR)
    .map((piece, index) => ({ text: piece, isColor: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
