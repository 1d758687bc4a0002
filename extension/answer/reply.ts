/** What a program comes to over one picture: words, and the value in them. */
import type { Box } from '../vision/scene.ts';
import type { AnswerPart } from './answer.ts';
import { middleX, middleY } from './boxes.ts';
import type { Candidate, Value } from './outcome.ts';

export type Part = Exclude<AnswerPart, { kind: 'outcome' }>;

export interface Reply {
  parts: Part[];
  value?: Value;
  declined?: true;
  candidates?: Candidate[];
  /** Probability that it is right, where that isn't what its facts say. */
  confidence?: number;
}

export const lineBreak: Part = { kind: 'break' };

export const textValue = (text: string): Value => ({ kind: 'text', text });
export const numberValue = (number: number): Value => ({ kind: 'number', number });
export const booleanValue = (boolean: boolean): Value => ({ kind: 'boolean', boolean });

/** `box` where to click: in its middle. */
export const placeValue = (box: Box): Value => ({
  kind: 'place',
  box,
  point: { x: Math.round(middleX(box)), y: Math.round(middleY(box)) },
});

/** Replies to the same question about several things, one below the other; texts become one list. */
export function joined(replies: readonly Reply[]): Reply {
  if (replies.length === 1) return replies[0]!;
  const parts = replies.flatMap((each, i) => [...(i ? [lineBreak] : []), ...each.parts]);
  const value = valueOfAll(replies.flatMap((each) => each.value ?? []));
  return { parts, ...(value && { value }), ...(replies.every((each) => each.declined) && { declined: true }) };
}

function valueOfAll(values: readonly Value[]): Value | undefined {
  const texts = values.flatMap((value) => (value.kind === 'text' ? [value.text] : []));
  return values.length > 1 && texts.length === values.length ? { kind: 'texts', texts } : values[0];
}
