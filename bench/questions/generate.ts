import { createHash } from 'node:crypto';
import { asksOf } from './asking/all.ts';
import { isSaid } from './asking/ask.ts';
import type { Ask } from './asking/ask.ts';
import type { PageFacts } from './facts.ts';
import { BUILDING } from './phrasings/building.ts';
import { MEASURING } from './phrasings/measuring.ts';
import type { Phrasings } from './phrasings/phrasings.ts';
import type { Kind, Question } from './question.ts';
import { Random } from './random.ts';
import type { SetName } from './sets.ts';
import { inWords } from './words.ts';

const PHRASINGS = { building: BUILDING, measuring: MEASURING };
export const phrasingsOf = (set: SetName): Phrasings => PHRASINGS[set];
/** Most questions of one page, and of one kind of them. */
const MOST_A_PAGE = 12;
const MOST_A_KIND = 2;
/** How often each kind is asked, next to the others: as the issue weighs them, and a tenth that can't be answered. */
const WEIGHTS: Record<Kind, number> = {
  reading: 12,
  finding: 15,
  counting: 11,
  place: 11,
  look: 13,
  state: 9,
  'tables and forms': 11,
  whole: 7,
  differences: 4,
  'follow-up': 7,
  unanswerable: 11,
};
/** Names of things that a page may lack. */
const ABSENT: Record<SetName, string[]> = {
  building: [
    'Publish',
    'Duplicate',
    'Rename',
    'Print',
    'Refresh',
    'Premium',
    'Enterprise',
    'Shipping address',
    'Nickname',
    'Weekly digest',
    'Quarterly results',
    'Archive all',
  ],
  measuring: [
    'Approve',
    'Merge',
    'Snooze',
    'Translate',
    'Platinum',
    'Starter',
    'Middle name',
    'Passport number',
    'Beta features',
    'Our mission',
    'Roll back',
    'Unfollow',
  ],
};

/** Asks the questions of a set's pages, a few of each page, in turn of what has been asked least. The same pages give the same questions. */
export function generate(
  set: SetName,
  pages: readonly { name: string; facts: PageFacts }[],
  only?: ReadonlySet<string>,
): Question[] {
  const phrasings = PHRASINGS[set];
  const counts = new Map<string, number>();
  return pages.flatMap(({ name, facts }) => {
    const random = new Random(createHash('sha256').update(name).digest().readUInt32LE());
    const absent = ABSENT[set].filter((word) => !isSaid(facts, word));
    const all = random.shuffled(asksOf({ facts, random, absent, goals: phrasings.goals }));
    const asks = only ? all.filter(({ id }) => only.has(id)) : all;
    return choose(asks, counts).map((ask) => asQuestion(ask, name));
    function asQuestion(ask: Ask, page: string): Question {
      const history = ask.before && [inWords(ask.before.id, ask.before.slots, phrasings, random, true)];
      const question = inWords(ask.id, ask.slots, phrasings, random, ask.before !== undefined);
      const { kind, expect, also } = ask;
      return { page, kind, ask: ask.id, question, ...(history && { history }), expect, ...(also && { also }) };
    }
  });
}

/** Takes what was asked least so far, of kinds by their weights and of asks within a kind. */
function choose(asks: readonly Ask[], counts: Map<string, number>): Ask[] {
  const left = [...asks];
  const chosen: Ask[] = [];
  const asked = (key: string) => counts.get(key) ?? 0;
  while (chosen.length < MOST_A_PAGE) {
    const open = left.filter((ask) => {
      const ofKind = chosen.filter(({ kind }) => kind === ask.kind);
      return ofKind.length < MOST_A_KIND && !ofKind.some(({ id }) => id === ask.id);
    });
    const urgency = (ask: Ask) => asked(ask.kind) / WEIGHTS[ask.kind] + asked(answerKey(ask)) / 1000;
    const next = open.sort((a, b) => urgency(a) - urgency(b))[0];
    if (!next) break;
    left.splice(left.indexOf(next), 1);
    chosen.push(next);
    for (const key of [next.kind, answerKey(next)]) counts.set(key, asked(key) + 1);
  }
  return chosen;
}

/** Yes and no are asked as often as each other, and none as often as one. */
function answerKey({ id, slots, expect }: Ask): string {
  const side = 'boolean' in expect ? expect.boolean : 'number' in expect ? Math.min(1, expect.number) : '';
  return `${id} ${slots.kind ?? ''} ${side}`;
}
