/** Answers about the one thing that is meant. */
import type { AnswerPart } from './answer.ts';
import { decline } from './decline.ts';
import { NOUN_OF, say } from './facts.ts';
import { counted, plain, plural, quoted } from './plain.ts';
import type { Selection } from './program.ts';
import { likeliest, select } from './select.ts';
import type { Memory, Selected } from './select.ts';
import type { View } from './view.ts';

/** What a program is run over. */
export interface Subject {
  view: View;
  /** Place among the pictures asked about. */
  picture: number;
  memory: Memory;
}

export const lineBreak: AnswerPart = { kind: 'break' };
/** Things that an answer goes through at most. */
export const MOST_LISTED = 40;
/** More candidates than these aren't named: the question was too wide. */
const MOST_CANDIDATES = 6;

/** Does `then` to the one thing that is meant; names the candidates where several are, and says what wasn't found. */
export function forOne(selection: Selection, subject: Subject, then: (one: Selected) => AnswerPart[]): AnswerPart[] {
  const found = select(subject.view, selection, subject.memory);
  if (!found.length) return decline(subject.view, missing(selection));
  if (selection.plural || selection.it) return eachOf(found.slice(0, MOST_LISTED), then);
  return forLikeliest(likeliest(found), then);
}

/** Does `then` to each of those that are as likely, of which there is one at least. */
export function forLikeliest(alike: readonly Selected[], then: (one: Selected) => AnswerPart[]): AnswerPart[] {
  const [first] = alike;
  if (alike.length === 1) return then(first!);
  if (alike.length > MOST_CANDIDATES) {
    const kinds = new Set(alike.map(({ thing }) => thing.kind));
    const noun = kinds.size === 1 ? NOUN_OF[first!.thing.kind] : 'thing';
    const names = alike.map(({ thing }) => thing.name).filter(Boolean);
    const some = names.slice(0, MOST_CANDIDATES).map((name) => quoted(name, 40));
    return [
      say(
        `This could mean any of ${counted(alike.length, noun, plural(noun))}${some.length ? `, among them ${some.join(', ')}` : ''}. Which one?`,
      ),
    ];
  }
  return [say(`This could mean any of ${counted(alike.length, 'thing')}.`), lineBreak, ...eachOf(alike, then)];
}

function eachOf(found: readonly Selected[], then: (one: Selected) => AnswerPart[]): AnswerPart[] {
  return found.flatMap((one, i) => [...(i ? [lineBreak] : []), ...then(one)]);
}

/** What a selection asks for, as a person would say it back; empty where it says nothing. */
export function missing({ noun, name, state, color }: Selection): string {
  const kind = [state && `${state.is ? '' : 'not '}${state.name}`, color, noun].filter(Boolean).join(' ');
  const article = kind ? `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}` : '';
  return plain([article, name && quoted(name, 60)].filter(Boolean).join(' '), 120);
}
