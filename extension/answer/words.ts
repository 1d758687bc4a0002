/** Words of questions and names, and how alike they are. */
import { conceptsIn } from './concepts.ts';
import { stem } from './stem.ts';

/** UTF-16 code units of a question that are looked at. */
export const LONGEST_QUESTION = 2000;
/** Letters from which on one slip of the pen is let pass, and two. */
const ONE_SLIP = 4;
const TWO_SLIPS = 8;
/** A figure in a name tells more than a word does: `order #10480`. */
const FIGURE_WEIGHT = 2;

/** Lower case, plain apostrophes, single spaces, no control characters. */
export function normalized(text: string): string {
  return text
    .slice(0, LONGEST_QUESTION)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\be-mail/g, 'email')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
}

/** Words without what surrounds them: `e-mail`, `sign`, `in`, `$48`. */
export function tokens(text: string): string[] {
  const found =
    normalized(text)
      .replace(/\be-mail/g, 'email')
      .match(/[\p{L}\p{N}\p{Sc}#%@]+(?:[-'./][\p{L}\p{N}]+)*%?/gu) ?? [];
  return found.flatMap((word) => (LETTERS_ONLY.test(word) ? word.split(/[-/]/) : [word]));
}

const LETTERS_ONLY = /^[\p{L}'/-]+$/u;

/** How alike two words are: 1 the same, 0 different; endings and slips of the pen count little. */
export function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const [x, y] = [stem(a), stem(b)];
  if (x === y) return 0.95;
  const short = Math.min(x.length, y.length);
  if (isConcept(a) || isConcept(b) || /\d/.test(a + b) || short < ONE_SLIP) return 0;
  const slips = editDistance(x, y);
  if (slips <= (short >= TWO_SLIPS ? 2 : 1)) return 0.9 - 0.1 * slips;
  return 0;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one into the other (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

/** Words that say nothing of what is meant. */
const EMPTY = new Set(
  'a an the of in on at to for is are was were be been do does did i me my we us our you your it its this that these those there here and or with by from what which where who whose when how please can could would should will tell show give say says said written called labelled labeled named reads read have has had got want need yet already some any screen page picture image screenshot one ones not no so if as'.split(
    ' ',
  ),
);

/** The words that carry a name; all of them where none would be left. */
export function tellingWords(text: string): string[] {
  const all = tokens(text);
  const telling = all.filter((word) => !EMPTY.has(word));
  return telling.length ? telling : all;
}

/** Nouns that a person adds to a name: `the Pro plan`, `the Revenue section`. */
const ADDED =
  /\s*\b(?:plan|tier|package|section|area|part|group|row|column|entry|item|option|product|person|user|member|block|card|box|order|invoice|number|field|word|line|term|query|keyword|icon|page|screen|value)s?\b\s*/g;

/** A name without nouns that may have been added to it; undefined where there are none, or nothing else. */
export function withoutAdded(name: string): string | undefined {
  const bare = name.replace(ADDED, ' ').trim();
  return bare && bare !== name.trim() ? bare : undefined;
}

/** A name found by what it means, not by its words. */
const MEANT = 0.88;

/** How well a text answers to a name: share of the name's words found in it, less for what else it says. 0 to 1. */
export function nameLikeness(name: string, text: string): number {
  const [wanted, said] = [tokens(name), tokens(text)];
  if (!wanted.length || !said.length) return 0;
  if (wanted.join('') === said.join('') || tellingWords(name).join('') === said.join('')) return 1;
  const literally = wordsLikeness(tellingWords(name), said);
  const [meant, means] = [conceptsIn(wanted.map(stem)), conceptsIn(said.map(stem))];
  if (literally === 1 || !meant.some(isConcept)) return Math.max(literally, initialsLikeness(wanted, said));
  return Math.max(
    literally,
    MEANT *
      wordsLikeness(
        meant.filter((word) => !EMPTY.has(word)),
        means,
      ),
  );
}

const isConcept = (word: string): boolean => word.startsWith('§');

/** `sso` for Single Sign-On. */
function initialsLikeness(wanted: readonly string[], said: readonly string[]): number {
  const [word, ...others] = wanted.filter((each) => !EMPTY.has(each));
  if (others.length || !word || !/^[a-z]{2,5}$/.test(word)) return 0;
  return said
    .map((each) => each[0])
    .join('')
    .includes(word) && said.length >= word.length
    ? MEANT
    : 0;
}

/** Share of wanted words found among those said, less for the others said. 0 to 1. */
function wordsLikeness(wanted: readonly string[], said: readonly string[]): number {
  if (!wanted.length) return 0;
  let [found, total] = [0, 0];
  for (const word of wanted) {
    const weight = /\d/.test(word) || isConcept(word) ? FIGURE_WEIGHT : 1;
    found += weight * Math.max(0, ...said.map((other) => wordLikeness(word, other)));
    total += weight;
  }
  const share = found / total;
  // All words found in a name of just these is better than in a long text.
  const extra = said.filter((word) => !EMPTY.has(word)).length - wanted.length;
  return share * (1 - Math.min(0.35, 0.06 * Math.max(0, extra)));
}
