import type { AnswerPart } from './answer.ts';

/** An answer as plain text, without its evidence. */
export const textOf = (parts: readonly AnswerPart[]): string =>
  parts.map((part) => (part.kind === 'break' ? '\n' : part.kind === 'outcome' ? '' : part.text)).join('');
