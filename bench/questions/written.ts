import { readFileSync } from 'node:fs';
import path from 'node:path';
import { KINDS } from './question.ts';
import type { Kind, Question } from './question.ts';
import type { SetName } from './sets.ts';

const SHORT: Record<string, Kind> = { tables: 'tables and forms', followups: 'follow-up', followup: 'follow-up' };

/** The questions of a set that were written by hand. Throws for a kind that there is none of. */
export function writtenQuestions(set: SetName): Question[] {
  const file = path.join(import.meta.dirname, 'written', `${set}.json`);
  const written = JSON.parse(readFileSync(file, 'utf8')) as (Omit<Question, 'kind'> & { kind: string })[];
  return written.map((question) => {
    const kind = KINDS.find((name) => name === (SHORT[question.kind] ?? question.kind));
    if (!kind) throw new Error(`${file}: no such kind of question: ${question.kind}`);
    return { ...question, kind };
  });
}
