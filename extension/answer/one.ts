/** Answers about the one thing that is meant. */
import type { Box } from '../vision/scene.ts';
import { likeness } from './boxes.ts';
import { decline } from './decline.ts';
import { called, NOUN_OF, say } from './facts.ts';
import { counted, plain, plural, quoted } from './plain.ts';
import type { Selection } from './program.ts';
import { joined, lineBreak } from './reply.ts';
import type { Reply } from './reply.ts';
import { likeliest, select } from './select.ts';
import type { Memory, Selected } from './select.ts';
import type { View } from './view.ts';

/** What a program is run over. */
export interface Subject {
  view: View;
  /** Place among the pictures asked about. */
  picture: number;
  memory: Memory;
  /** Of several things that could be meant, the one here is. */
  meant?: Box;
}

/** Things that an answer goes through at most. */
export const MOST_LISTED = 40;
/** More candidates than these aren't named: the question was too wide. */
const MOST_CANDIDATES = 6;
/** Candidates to choose among, at most. */
const MOST_CHOICES = 24;
/** Boxes with this IoU are of one thing. */
const SAME = 0.9;

/** Does `then` to the one thing that is meant; names the candidates where several are, and says what wasn't found. */
export function forOne(selection: Selection, subject: Subject, then: (one: Selected) => Reply): Reply {
  const found = selected(selection, subject);
  if (!found.length) return decline(subject.view, missing(selection));
  if (selection.plural || selection.it) return joined(found.slice(0, MOST_LISTED).map(then));
  return forLikeliest(likeliest(found), subject, then);
}

/** `the one below it` is of the same kind where there is one, else anything. */
function selected(selection: Selection, { view, memory }: Subject): Selected[] {
  const found = select(view, selection, memory);
  const isBesideIt = selection.relation?.to.it === true && !selection.name;
  return found.length || !isBesideIt ? found : select(view, { ...selection, kinds: [], noun: '' }, memory);
}

/** Does `then` to each of those that are as likely, of which there is one at least. */
export function forLikeliest(
  likeliest: readonly Selected[],
  { meant }: Subject,
  then: (one: Selected) => Reply,
): Reply {
  const chosen = meant && likeliest.find(({ thing }) => likeness(thing.box, meant) > SAME);
  const alike = chosen ? [chosen] : likeliest;
  const [first] = alike;
  if (alike.length === 1) return then(first!);
  const candidates = alike.slice(0, MOST_CHOICES).map(({ thing }) => ({ name: called(thing), box: thing.box }));
  const replies = alike.slice(0, MOST_CANDIDATES).map(then);
  // The first is the best guess, and no more than that.
  const { value } = replies[0]!;
  if (alike.length > MOST_CANDIDATES) {
    const kinds = new Set(alike.map(({ thing }) => thing.kind));
    const noun = kinds.size === 1 ? NOUN_OF[first!.thing.kind] : 'thing';
    const names = alike.map(({ thing }) => thing.name).filter(Boolean);
    const some = names.slice(0, MOST_CANDIDATES).map((name) => quoted(name, 40));
    return {
      parts: [
        say(
          `This could mean any of ${counted(alike.length, noun, plural(noun))}${some.length ? `, among them ${some.join(', ')}` : ''}. Which one?`,
        ),
      ],
      ...(value && { value }),
      candidates,
      confidence: 1 / alike.length,
    };
  }
  return {
    parts: [say(`This could mean any of ${counted(alike.length, 'thing')}.`), lineBreak, ...joined(replies).parts],
    ...(value && { value }),
    candidates,
    confidence: 1 / alike.length,
  };
}

/** What a selection asks for, as a person would say it back; empty where it says nothing. */
export function missing({ noun, name, state, color }: Selection): string {
  const kind = [state && `${state.is ? '' : 'not '}${state.name}`, color, noun].filter(Boolean).join(' ');
  const article = kind ? `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}` : '';
  return plain([article, name && quoted(name, 60)].filter(Boolean).join(' '), 120);
}
