import type { Box, Scene } from '../vision/scene.ts';
import type { Outcome } from './outcome.ts';
import { picturesMeant } from './pictures-meant.ts';
import { plain } from './plain.ts';
import { understand } from './parse.ts';
import type { Understood } from './parse.ts';
import type { Program } from './program.ts';
import { stepsOf } from './program-words.ts';
import { questionsIn } from './questions.ts';
import type { Reply } from './reply.ts';
import { run } from './run.ts';
import { compare } from './comparing.ts';
import { fromOtherLanguage } from './languages.ts';
import { namesIn } from './names.ts';
import { viewOf } from './view.ts';
import type { View } from './view.ts';

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
  | { kind: 'break' }
  /** Ends the answer to one question over one picture. */
  | { kind: 'outcome'; outcome: Outcome };

/** One question with its answer, as asked before in the same conversation. */
export interface Turn {
  question: string;
  answer: AnswerPart[];
}

/**
 * Answers a question from what was seen in the pictures, part by part, and says so where that holds no answer. Never throws for
 * a question. `history`: the conversation so far, oldest first, for words such as `it`. `of`: the one picture that it is asked
 * of, and where the thing lies in it that is meant of several.
 */
export async function* answer(
  pictures: readonly SeenPicture[],
  question: string,
  history: readonly Turn[],
  of?: { picture: number; meant?: Box },
): AsyncGenerator<AnswerPart> {
  if (!pictures.length) {
    yield { kind: 'text', text: 'There is no picture to look at. Attach one first.' };
    return;
  }
  const foreign = fromOtherLanguage(question);
  if (foreign)
    yield {
      kind: 'text',
      text: `I understand English only. I take this ${foreign.language} question as “${plain(foreign.english.replace(/[\s?!.]+$/, ''), 120)}”. `,
    };
  const named = picturesMeant(
    pictures.map(({ name }) => name),
    foreign?.english ?? question,
  );
  const asked = of ? [of.picture] : named.meant;
  let [first, before] = [true, lastProgram(history)];
  const names = namesIn(pictures.map(({ scene }) => scene));
  const said: AnswerPart[] = [];
  const views = new Map<number, View>();
  async function* repliesTo(program: Program): AsyncGenerator<{ picture: number; reply: Reply; isNamed?: true }> {
    if (program.op === 'differences' && pictures.length > 1) {
      yield compared(pictures, pairOf(asked));
      return;
    }
    for (const picture of asked) {
      // Between parts there is time to be stopped.
      await Promise.resolve();
      const view = views.get(picture) ?? viewOf(pictures[picture]!.scene);
      views.set(picture, view);
      const boxes = lastBoxes([...history, { question, answer: said }], picture);
      const reply = run(program, { view, picture, memory: { boxes }, ...(of?.meant && { meant: of.meant }) });
      yield { picture, reply, ...(asked.length > 1 && { isNamed: true }) };
    }
  }
  for (const one of questionsIn(named.question)) {
    const understood = understand(one, { before, names });
    for await (const { picture, reply, isNamed } of repliesTo(understood.program)) {
      const { parts, outcome } = concluded(understood, picture, reply);
      if (!first) yield { kind: 'break' };
      if (isNamed) yield { kind: 'text', text: `${plain(pictures[picture]!.name, 60) || `Picture ${picture + 1}`}: ` };
      first = false;
      said.push(...parts, outcome);
      yield* parts;
      yield outcome;
    }
    before = understood.program;
  }
}

/** The two to compare: a picture named alone (`what is new in the second picture`) goes with its neighbour, the one before it first. */
function pairOf(asked: readonly number[]): [number, number] {
  const [a, b] = asked.slice(-2) as [number, number?];
  if (b !== undefined) return [a, b];
  return a > 0 ? [a - 1, a] : [0, 1];
}

/** What two pictures differ in, as a reply about the second, or the first where only that shows it. */
function compared(pictures: readonly SeenPicture[], [a, b]: [number, number]): { picture: number; reply: Reply } {
  const reply = compare({ picture: a, scene: pictures[a]!.scene }, { picture: b, scene: pictures[b]!.scene });
  // What is gone was in the first one only.
  const isInLast = reply.parts.some((part) => part.kind === 'fact' && part.picture === b && part.boxes.length);
  return { picture: isInLast ? b : a, reply };
}

/** A reply with how it came about: what it stands on is what its facts stand on. */
function concluded(
  { program, confidence: understood }: Understood,
  picture: number,
  { parts, value, declined, candidates, confidence }: Reply,
) {
  const facts = parts.filter((part) => part.kind === 'fact');
  const sure = understood * (confidence ?? Math.min(1, ...facts.map((fact) => fact.confidence)));
  const outcome: Outcome = {
    picture,
    program,
    steps: stepsOf(program),
    ...(value && { value }),
    // A comparison points at two pictures.
    boxes: facts.flatMap((fact) => (fact.picture === picture ? fact.boxes : [])),
    confidence: declined ? 0 : sure,
    declined: declined ?? false,
    ...(candidates && { candidates }),
  };
  return { parts, outcome: { kind: 'outcome' as const, outcome } };
}

/** What was asked last and could be answered at all. */
const lastProgram = (history: readonly Turn[]): Program | undefined =>
  history
    .at(-1)
    ?.answer.flatMap((part) => (part.kind === 'outcome' ? [part.outcome.program] : []))
    .at(-1);

/** Where the last answer that pointed at something pointed, in one picture. */
function lastBoxes(history: readonly Turn[], picture: number): Box[] {
  for (const { answer: parts } of history.toReversed()) {
    const boxes = parts.flatMap((part) => (part.kind === 'fact' && part.picture === picture ? part.boxes : []));
    if (boxes.length) return boxes;
  }
  return [];
}
