import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Scene } from '../../extension/vision/scene.ts';
import { readPages } from '../pages.ts';
import { askAll } from './ask-all.ts';
import { comparing } from './compared.ts';
import { drawAll } from './draw.ts';
import { FROZEN_ASKS, frozenPages } from './frozen.ts';
import { generate } from './generate.ts';
import type { Question } from './question.ts';
import { failuresOf, reportOf } from './report.ts';
import { seenScenes } from './seen.ts';
import { drawnPages, fixedPages } from './sets.ts';
import type { SetName } from './sets.ts';
import { writtenQuestions } from './written.ts';

export interface QuestionsOptions {
  set: SetName;
  /** From what is seen in the pictures, too. */
  pixels: boolean;
  /** Looks at the pictures again although they were seen before. */
  fresh: boolean;
  /** One kind of question only. */
  kind?: string;
  /** Of the set, the first so many pages. */
  limit: number;
  /** File for what went wrong, as lines of JSON. */
  failures?: string;
  /** Folders of frozen pages: asked about from pixels only. */
  folders: string[];
}

const SAMPLES = path.join(import.meta.dirname, '../../media/samples');

/** Asks a set's questions and returns the figures as Markdown. */
export async function benchQuestions(options: QuestionsOptions): Promise<string> {
  const { set, kind, folders } = options;
  const { pages, changed } = await drawAll((await drawnPages(set)).slice(0, options.limit));
  const { pages: samples } = await drawAll(fixedPages('samples'));
  const frozen = frozenPages(folders, set);
  const asked: [title: string, questions: Question[]][] = [
    ['drawn pages', [...generate(set, pages), ...comparing(set, changed)]],
    ['real pages', generate(set, frozen, FROZEN_ASKS)],
    ['written by hand', writtenQuestions(set)],
  ];
  if (options.failures) writeFileSync(options.failures, '');
  const truth = new Map([...pages, ...changed, ...samples].map(({ name, scene }) => [name, scene]));
  const scenes: [string, ReadonlyMap<string, Scene>][] = [['given the true Scene', truth]];
  if (options.pixels) {
    const shown = samples.map(({ name }) => ({ name, png: `${path.join(SAMPLES, path.basename(name))}.png` }));
    const real = folders.flatMap(readPages).map((page) => ({ name: `${page.kind}/${page.id}`, png: page.png }));
    scenes.push(['from pixels', await seenScenes([...pages, ...changed, ...shown, ...real], options.fresh)]);
  }
  const sections = [`# Questions, ${set}`];
  for (const [title, questions] of asked) {
    const wanted = questions.filter((question) => !kind || question.kind === kind);
    for (const [from, known] of scenes) {
      const judged = await askAll(wanted, (page) => known.get(page));
      if (options.failures) appendFileSync(options.failures, `${failuresOf(judged, from)}\n`);
      const on = new Set(judged.map(({ question }) => question.page)).size;
      if (judged.length) sections.push(`## ${title}, ${from}: ${judged.length} on ${on} pages`, reportOf(judged));
    }
  }
  return sections.join('\n\n');
}
