import { answer } from '../../extension/answer/answer.ts';
import type { AnswerPart, Turn } from '../../extension/answer/answer.ts';
import type { Scene } from '../../extension/vision/scene.ts';
import type { Question } from './question.ts';
import { isBluff, judge } from './score.ts';
import type { Answered, Verdict } from './score.ts';

export interface Judged {
  question: Question;
  verdict: Verdict;
  /** Wrong, and sure of it. */
  bluff: boolean;
  answered: Answered;
}

/** Asks each question of its page's Scene, with what was asked before it, and judges the answer. Pages without one are left out. */
export async function askAll(
  questions: readonly Question[],
  sceneOf: (page: string) => Scene | undefined,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const question of questions) {
    const names = [question.page, ...(question.other ? [question.other] : [])];
    const scenes = names.map(sceneOf);
    if (scenes.some((scene) => !scene)) continue;
    const pictures = scenes.map((scene, i) => ({ name: `screenshot${i + 1}.png`, scene: scene! }));
    const history: Turn[] = [];
    for (const before of question.history ?? []) {
      const { parts } = await ask(pictures, before, history);
      history.push({ question: before, answer: parts });
    }
    const { parts, time } = await ask(pictures, question.question, history);
    const outcomes = parts.flatMap((part) => (part.kind === 'outcome' ? [part.outcome] : []));
    const said = parts.flatMap((part) => ('text' in part ? [part.text] : [])).join('');
    const answered = { outcomes, said, time };
    const verdict = judge(question, answered);
    judged.push({ question, verdict, bluff: isBluff(verdict, answered), answered });
  }
  return judged;
}

async function ask(pictures: Parameters<typeof answer>[0], question: string, history: Turn[]) {
  const start = performance.now();
  const parts: AnswerPart[] = [];
  for await (const part of answer(pictures, question, history)) parts.push(part);
  return { parts, time: performance.now() - start };
}
