import { median } from '../statistics.ts';
import type { Judged } from './ask-all.ts';
import { KINDS } from './question.ts';

const share = (count: number, of: number): string => (of ? (count / of).toFixed(3) : '');
const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

/** A table of what came of the questions: by kind, then what the issue asks for. */
export function reportOf(judged: readonly Judged[]): string {
  const line = (name: string, some: readonly Judged[]) => {
    const count = (verdict: Judged['verdict']) => some.filter((one) => one.verdict === verdict).length;
    return row([
      name,
      String(some.length),
      share(count('right'), some.length),
      share(count('declined'), some.length),
      share(some.filter(({ bluff }) => bluff).length, some.length),
    ]);
  };
  const kinds = KINDS.map((kind) => [kind, judged.filter(({ question }) => question.kind === kind)] as const);
  const wanted = (one: Judged) => 'declined' in one.question.expect;
  const finds = (one: Judged) => 'box' in one.question.expect;
  const times = judged.map(({ answered }) => answered.time).sort((a, b) => a - b);
  return [
    row(['', 'questions', 'right', 'declined', 'wrong and sure']),
    row(['---', '---', '---', '---', '---']),
    ...kinds.filter(([, some]) => some.length).map(([kind, some]) => line(kind, some)),
    line(
      '**answers**',
      judged.filter((one) => !wanted(one) && !finds(one)),
    ),
    line('**finding**', judged.filter(finds)),
    line('**unanswerable**', judged.filter(wanted)),
    line('**all**', judged),
    '',
    `Question to answer with the picture seen: median ${median(times).toFixed(0)} ms, ${times[Math.floor(times.length * 0.95)]?.toFixed(0)} ms for 19 of 20.`,
  ].join('\n');
}

/** What went wrong, a line of JSON for each. */
export function failuresOf(judged: readonly Judged[], from: string): string {
  return judged
    .filter(({ verdict }) => verdict !== 'right')
    .map(({ question, verdict, bluff, answered }) => {
      const outcome = answered.outcomes.at(-1);
      return JSON.stringify({ from, verdict, bluff, ...question, got: outcome?.value, said: answered.said, outcome });
    })
    .join('\n');
}
