import { say } from './facts.ts';
import { counted, listed } from './plain.ts';
import type { Reply } from './reply.ts';
import type { ThingKind } from './things.ts';
import type { View } from './view.ts';

/** Where a question isn't understood. */
export const HELP =
  'I don’t understand that question. In English, you can ask what the picture says, where something is, how many of something there are, or what colour, size, font or state something has.';

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
export function decline(view: View, missing = '', why?: string): Reply {
  const can = why ?? (missing ? `I can’t find ${missing} in this picture.` : 'I can’t tell that from this picture.');
  return { parts: [say(`${can} ${lookedAt(view)}`)], declined: true };
}

/** A sentence on what an answer could have come from. */
export function lookedAt({ things, scene }: View): string {
  const nouns = LOOKED_AT.map(([kinds, noun]) => ({
    noun,
    count: things.filter((thing) => kinds.includes(thing.kind)).length,
  })).filter(({ count }) => count > 0);
  const lines = scene.lines.length
    ? [`its ${counted(scene.lines.length, 'line')} of text`]
    : ['its pixels; it holds no text'];
  return `I looked at ${listed([...lines, ...nouns.slice(0, MOST_NOUNS).map(({ noun, count }) => counted(count, noun))])}.`;
}
