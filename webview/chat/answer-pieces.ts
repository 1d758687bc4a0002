/** Answers cut for the page. Texts stay plain. */
import type { AnswerPart } from '../../extension/answer/answer.ts';

export type Fact = Extract<AnswerPart, { kind: 'fact' }>;

export type Piece = { kind: 'text'; text: string } | Fact;

/** Paragraphs of pieces, cut at breaks. */
export function paragraphsOf(answer: readonly AnswerPart[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const part of answer) {
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
