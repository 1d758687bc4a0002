import type { AnswerPart } from './answer.ts';
import { say } from './facts.ts';
import { counted, listed } from './plain.ts';
import type { ThingKind } from './things.ts';
import type { View } from './view.ts';

const LOOKED_AT: readonly (readonly [readonly ThingKind[], string])[] = [
  [['heading'], 'heading'],
  [['button'], 'button'],
  [['link'], 'link'],
  [['text-field', 'text-area', 'select'], 'field'],
  [['checkbox', 'radio', 'switch'], 'toggle'],
  [['table'], 'table'],
  [['image', 'avatar', 'chart'], 'picture'],
];
const MOST_NOUNS = 4;

/** That it can't be told, and what was looked at. `missing`: what wasn't found, as the question has it. */
export function decline(view: View, missing = ''): AnswerPart[] {
  const can = missing ? `I can't find ${missing} in this picture.` : 'I can’t tell that from this picture.';
  return [say(`${can.replace("'", '’')} ${lookedAt(view)}`)];
}

function lookedAt({ things, scene }: View): string {
  const nouns = LOOKED_AT.map(([kinds, noun]) => ({
    noun,
    count: things.filter((thing) => kinds.includes(thing.kind)).length,
  })).filter(({ count }) => count > 0);
  const lines = scene.lines.length
    ? [`its ${counted(scene.lines.length, 'line')} of text`]
    : ['its pixels; it holds no text'];
  return `I looked at ${listed([...lines, ...nouns.slice(0, MOST_NOUNS).map(({ noun, count }) => counted(count, noun))])}.`;
}
