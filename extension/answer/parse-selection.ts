import { COLOR_WORDS, NOUNS, ORDINALS, RELATION_WORDS, STATE_WORDS } from './lexicon.ts';
import type { Relation, Selection } from './program.ts';
import { stem, tokens, wordLikeness } from './words.ts';

/** Words at the edges of a phrase that belong to no name. */
const EDGE = new Set(
  'a an the this that these those there my your its all any every each some of is are was be do does here please now currently really say says said written called labelled labeled named titled reading shown visible'.split(
    ' ',
  ),
);
/** What comes after these names what comes before. */
const CLAUSE =
  /\b(?:called|labell?ed|named|titled|that says?|which says?|saying|reading|with the (?:text|label|name|title)|for|to|with)\b/;
/** The picture itself, which everything is in. */
const WHOLE =
  /\b(?:in|on|of|from|at|inside|within) (?:the|this|that|my) (?:\w+ )?(?:picture|image|screenshot|screen|page|app|interface|ui|view|window|form|photo)\b/g;
const PRONOUN = /^(?:it|that|this|them|they|those|these|that one|this one|the one|one)$/;
const LARGEST = /\b(?:largest|biggest|tallest|widest)\b/;
const SMALLEST = /\b(?:smallest|tiniest|shortest|narrowest)\b/;
const MAIN = /\b(?:main|primary|principal|most prominent)\b/;
const QUOTED = /["“”«»„]([^"“”«»„]+)["“”«»„]|(?<![\p{L}\p{N}])'([^']+)'(?![\p{L}\p{N}])/u;

/** What a phrase such as `the blue button left of the search field` means. It is in lower case, as `normalized` makes it. */
export function parseSelection(phrase: string): Selection {
  let text = phrase
    .replace(WHOLE, ' ')
    .replace(/[?!.]+$/, '')
    .trim();
  const quote = QUOTED.exec(text);
  const said = quote ? (quote[1] ?? quote[2])! : '';
  // A mark in its place, so that its words mean nothing but themselves.
  if (quote) text = text.replace(quote[0], ' ◊ ');
  const relation = relationIn(text);
  if (relation) {
    const of = head(relation.before, said);
    // `the one below it` is any one.
    return {
      ...of,
      it: false,
      name: of.it ? '' : of.name,
      relation: { kind: relation.kind, to: head(relation.after, said) },
    };
  }
  return head(text, said);
}

function relationIn(text: string): { before: string; kind: Relation; after: string } | undefined {
  for (const [pattern, kind] of RELATION_WORDS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const after = text.slice(match.index + match[0].length).trim();
    if (after) return { before: text.slice(0, match.index).trim(), kind, after };
  }
  return undefined;
}

function head(phrase: string, said: string): Selection {
  let rest = ` ${phrase} `;
  const take = (pattern: RegExp): boolean => {
    if (!pattern.test(rest)) return false;
    rest = rest.replace(pattern, ' ');
    return true;
  };
  const state = STATE_WORDS.find((word) => !word.loose && take(word.pattern));
  const extreme = take(LARGEST) ? 'largest' : take(SMALLEST) ? 'smallest' : take(MAIN) ? 'main' : undefined;
  const ordinalWord = Object.keys(ORDINALS).find((word) => take(new RegExp(`(?<![\\w-])${word}(?![\\w-])`)));
  const color = COLOR_WORDS.find((word) => take(new RegExp(`(?<![\\w-])${word}(?![\\w-])`)));
  const noun = nounIn(rest);
  const name = (noun ? noun.name : rest).replace('◊', ` ${said} `);
  const words = trimmed(name.trim().split(/\s+/));
  return {
    kinds: noun?.kinds ?? [],
    noun: noun?.noun ?? '',
    name: words.join(' '),
    exact: phrase.includes('◊'),
    plural: noun?.plural ?? false,
    it: !noun && PRONOUN.test(phrase.trim().replace(/^(?:is|are|does|do) /, '')),
    ...(state && { state: { name: state.name, is: state.is } }),
    ...(color && { color: color === 'gray' ? 'grey' : color === 'violet' ? 'purple' : color }),
    ...(ordinalWord && { ordinal: ORDINALS[ordinalWord]! }),
    ...(extreme && { extreme }),
  };
}

function trimmed(words: string[]): string[] {
  let [start, end] = [0, words.length];
  while (start < end && EDGE.has(words[start]!)) start++;
  while (end > start && EDGE.has(words[end - 1]!)) end--;
  return words.slice(start, end);
}

interface FoundNoun {
  noun: string;
  kinds: Selection['kinds'];
  plural: boolean;
  /** The phrase without it. */
  name: string;
}

/** The noun that names a kind: before `called`, `for`, `to`; else the last one, as English has it. */
function nounIn(phrase: string): FoundNoun | undefined {
  const clause = CLAUSE.exec(phrase);
  if (clause) {
    const before = lastNoun(phrase.slice(0, clause.index));
    if (before) return { ...before, name: `${before.name} ${phrase.slice(clause.index + clause[0].length)}` };
  }
  return lastNoun(phrase);
}

function lastNoun(phrase: string): FoundNoun | undefined {
  const words = phrase.trim().split(/\s+/);
  for (let end = words.length; end > 0; end--)
    for (const length of [3, 2, 1]) {
      if (end < length) continue;
      const said = words.slice(end - length, end).map((word) => tokens(word)[0] ?? word);
      const found = NOUNS.find(([noun]) => isNoun(noun.split(' '), said));
      if (!found) continue;
      const last = said[said.length - 1]!;
      const name = [...words.slice(0, end - length), ...words.slice(end)].join(' ');
      return { noun: found[0], kinds: found[1], plural: /s$/.test(last) && !/ss$/.test(last), name };
    }
  return undefined;
}

function isNoun(noun: string[], said: string[]): boolean {
  if (noun.length !== said.length) return false;
  // Short words must be right: `tab` is no `tap`.
  return noun.every(
    (word, i) => stem(said[i]!) === stem(word) || (word.length > 4 && wordLikeness(word, said[i]!) > 0.75),
  );
}
