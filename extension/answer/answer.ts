import type { Box, Scene } from '../vision/scene.ts';
import { plain, quoted } from './plain.ts';
import { parse } from './parse.ts';
import { run } from './run.ts';
import { viewOf } from './view.ts';
import { nameLikeness, normalized } from './words.ts';

/** A picture that a question may be about, and how the conversation calls it. */
export interface SeenPicture {
  name: string;
  scene: Scene;
}

/**
 * A piece of an answer, in reading order. A fact is a piece that stands on evidence: `boxes` (image pixels) in the picture at
 * `picture` of those asked about. All texts are plain: whoever shows them escapes them.
 */
export type AnswerPart =
  | { kind: 'text'; text: string }
  | { kind: 'fact'; text: string; picture: number; boxes: Box[]; confidence: number }
  | { kind: 'break' };

/** One question with its answer, as asked before in the same conversation. */
export interface Turn {
  question: string;
  answer: AnswerPart[];
}

/**
 * Answers a question from what was seen in the pictures, part by part, and says so where that holds no answer. Never throws for
 * a question. `history`: the conversation so far, oldest first, for words such as `it`.
 */
export async function* answer(
  pictures: readonly SeenPicture[],
  question: string,
  history: readonly Turn[],
): AsyncGenerator<AnswerPart> {
  if (!pictures.length) {
    yield { kind: 'text', text: 'There is no picture to look at. Attach one first.' };
    return;
  }
  const asked = picturesMeant(pictures, question);
  const program = parse(question, history.at(-1)?.question);
  let first = true;
  for (const picture of asked) {
    // Between pictures there is time to be stopped.
    await Promise.resolve();
    const subject = { view: viewOf(pictures[picture]!.scene), picture, memory: { boxes: lastBoxes(history, picture) } };
    const parts = run(program, subject);
    if (asked.length > 1) {
      if (!first) yield { kind: 'break' };
      yield { kind: 'text', text: `${plain(pictures[picture]!.name, 60) || quoted(`picture ${picture + 1}`)}: ` };
    }
    first = false;
    yield* parts;
  }
}

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth'];
/** A picture is meant by its name from this likeness on. */
const NAMED = 0.9;

/** The pictures that a question names, by place or name; else all. */
function picturesMeant(pictures: readonly SeenPicture[], question: string): number[] {
  const all = pictures.map((_, i) => i);
  if (pictures.length === 1) return all;
  const text = normalized(question);
  const meant = all.filter((i) => {
    const place = PLACES[i]
      ? new RegExp(`\\b${PLACES[i]} (?:picture|image|screenshot|screen|one)\\b`).test(text)
      : false;
    const base = pictures[i]!.name.replace(/\.\w+$/, '');
    return (
      place ||
      (base.length > 2 && nameLikeness(base, question) >= NAMED) ||
      text.includes(normalized(pictures[i]!.name))
    );
  });
  return meant.length ? meant : all;
}

/** Where the last answer that pointed at something pointed, in one picture. */
function lastBoxes(history: readonly Turn[], picture: number): Box[] {
  for (const { answer: parts } of history.toReversed()) {
    const boxes = parts.flatMap((part) => (part.kind === 'fact' && part.picture === picture ? part.boxes : []));
    if (boxes.length) return boxes;
  }
  return [];
}
