import { appendFileSync, writeFileSync } from 'node:fs';
import type { Scene } from '../../extension/vision/scene.ts';
import { askAll } from './ask-all.ts';
import type { Judged } from './ask-all.ts';
import { drawAll } from './draw.ts';
import { generate } from './generate.ts';
import type { Question } from './question.ts';
import { failuresOf, reportOf } from './report.ts';
import { drawnPages } from './sets.ts';
import type { SetName } from './sets.ts';
import { seenScenes } from './seen.ts';

export interface QuestionsOptions {
  set: SetName;
  /** From what is seen in the pictures, too. */
  pixels: boolean;
  /** Looks at the pictures again although they were seen before. */
  fresh: boolean;
  /** One kind of question only. */
  kind?: string;
  /** Of the set, the first so many. */
  limit: number;
  /** File for what went wrong, as lines of JSON. */
  failures?: string;
}

/** Asks a set's questions and returns the figures as Markdown. */
export async function benchQuestions(options: QuestionsOptions): Promise<string> {
  const pages = await drawAll((await drawnPages(options.set)).slice(0, options.limit));
  const questions = generate(options.set, pages).filter(({ kind }) => !options.kind || kind === options.kind);
  if (options.failures) writeFileSync(options.failures, '');
  const sections = [`## Questions, ${options.set}: ${questions.length} of ${pages.length} drawn pages`];
  const truth = new Map(pages.map(({ name, scene }) => [name, scene]));
  sections.push(`### Given the true Scene\n\n${await section(questions, truth, 'truth', options)}`);
  if (options.pixels) {
    const seen = await seenScenes(pages, options.fresh);
    sections.push(`### From pixels\n\n${await section(questions, seen, 'pixels', options)}`);
  }
  return sections.join('\n\n');
}

async function section(
  questions: readonly Question[],
  scenes: ReadonlyMap<string, Scene>,
  from: string,
  { failures }: QuestionsOptions,
): Promise<string> {
  const judged: Judged[] = await askAll(questions, (page) => scenes.get(page));
  if (failures) appendFileSync(failures, `${failuresOf(judged, from)}\n`);
  return reportOf(judged);
}
