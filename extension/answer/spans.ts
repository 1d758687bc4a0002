import type { Scene } from '../vision/scene.ts';
import { around } from './boxes.ts';
import type { Selected } from './select.ts';
import { linesIn } from './said-in.ts';
import { tellingWords, wordLikeness } from './words.ts';

/** A thing of text becomes the words that were asked for, where it has many more: `create an account` in a longer line. */
export function narrowed(scene: Scene, found: Selected, name: string): Selected {
  const { thing } = found;
  const wanted = tellingWords(name);
  if ((thing.kind !== 'text' && thing.kind !== 'heading') || !name || tellingWords(thing.text).length <= wanted.length)
    return found;
  const spans = linesIn(scene, thing.box).flatMap(({ words }) => {
    const hits = words.flatMap((word, i) => (wanted.some((want) => isLike(want, word.text)) ? [i] : []));
    const covered = wanted.filter((want) => words.some((word) => isLike(want, word.text)));
    return covered.length === wanted.length ? [words.slice(hits[0], hits[hits.length - 1]! + 1)] : [];
  });
  const [span] = spans;
  if (!span) return found;
  const text = span.map((word) => word.text).join(' ');
  return { ...found, thing: { ...thing, name: text, text, box: around(span.map((word) => word.box)) } };
}

const isLike = (want: string, said: string): boolean => tellingWords(said).some((word) => wordLikeness(want, word) > 0);
