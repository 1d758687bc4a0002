/** Questions of two clauses, of which one names a thing and the other asks about `it`: `I need the chart, where is it?` */
import { NOUNS } from './lexicon.ts';
import { stem } from './stem.ts';

/** Clauses end at these marks outside quotation marks, and before an `and` that asks. */
const QUOTED = /["“”«»„][^"“”«»„]*["“”«»„]/g;
const BOUNDARY =
  /\s*[,;:?!–—]+\s+|\.\s+|\s+-+\s+|\s+(?:and|but|so)\s+(?=(?:where|what|which|how|who|is|are|does|do|has|have|i)\b)/;
/** What stands for a thing named elsewhere: as a whole, or with what belongs to it. */
const PRONOUN =
  /\b(?:it|they|them|that one|this one)\b|(?<=\b(?:is|are|was|does|do|has|where|on|of) )(?:that|this|those|these)\b(?=$| (?:at|located|placed|hiding|hidden|found|on|in|checked|ticked|selected|set|have|has|say|read)\b)/;
const POSSESSIVE = /\b(?:its|their) ((?:[\w-]+ ?){1,4})$/;
/** Asks, with nothing said of what. */
const WHERE_ALONE =
  /^(?:please )?(?:where(?: (?:at|exactly|please|is that|is this))*|find|locate|show me|point out)(?: please)?$/;
const HOW_MANY_ALONE =
  /^(?:so |and )*how many(?: (?:exactly|please|in all|in total|altogether|all told|are there|is that|would there be|would it be|do you (?:see|count)|can you (?:see|count)))*$/;
/** What leads to the thing that is counted. */
const LEAD =
  /^(?:(?:i|we|you) (?:see|have|count|need|want)|(?:is|are) there|there (?:is|are)|of|on|about|suppose i had to \w+)? ?(?:lots of|many|several|some|any|all|a few|a lot of)? ?(?:of )?(?:the )?/;
const DETERMINER = /^(?:the|a|an|any|my|our|this|that|these|those|some|all|your)$/;
/** Words between a determiner and its noun at most: `the big red button`. */
const MOST_ADJECTIVES = 3;
const LONGEST_NOUN = 3;
/** Words of a clause that does nothing but name a thing, at most. */
const MOST_TOPIC_WORDS = 5;

/**
 * The clause that asks, with the thing that the other one names in the place of `it`; undefined where there are no two such clauses.
 * In plain wording, with names in quotation marks.
 */
export function withReferent(text: string): string | undefined {
  const clauses = clausesOf(text);
  if (clauses.length < 2) return undefined;
  for (const [i, clause] of clauses.entries()) {
    const filled = filledIn(
      clause,
      clauses.filter((_, j) => j !== i),
    );
    if (filled) return filled;
  }
  return undefined;
}

function filledIn(clause: string, said: readonly string[]): string | undefined {
  const thing = () => said.map(thingIn).find((found) => found !== undefined);
  if (HOW_MANY_ALONE.test(clause)) {
    const counted = said.find((other) => thingIn(other) !== undefined)?.replace(LEAD, '');
    return counted && `how many ${counted}`;
  }
  if (WHERE_ALONE.test(clause)) {
    const found = thing();
    return found && `where is ${found}`;
  }
  // What is quoted is what the clause is about itself.
  if (clause.search(QUOTED) >= 0) return undefined;
  const isOther = PRONOUN.test(clause) || POSSESSIVE.test(clause);
  if (isOther && asks(clause)) {
    const found = thing();
    if (!found) return undefined;
    return POSSESSIVE.test(clause)
      ? clause.replace(POSSESSIVE, (_, what: string) => `the ${what.trim()} of ${found}`)
      : clause.replace(PRONOUN, found);
  }
  // `tabs: which is the third?`
  const topic = said.find((other) => other.split(' ').length <= MOST_TOPIC_WORDS && !asks(other) && thingIn(other));
  return topic && asks(clause) && thingIn(clause) === undefined ? `${clause} in ${thingIn(topic)!}` : undefined;
}

/** Whether a clause asks for something. */
export const asks = (clause: string): boolean =>
  /\b(?:where|what|which|how|who|whose|when)\b|^(?:is|are|does|do|did|has|have|can|could|was|were|tell|show|give|read|name|list|find|locate|point|report|return|count|identify|determine|check)\b/.test(
    clause,
  );

/** The thing that a clause names: a quoted name with the noun beside it, else its first noun with its adjectives. */
function thingIn(clause: string): string | undefined {
  const { marked, restored } = withQuotesMarked(clause);
  const words = marked.split(/\s+/).filter(Boolean);
  const spoken = (from: number, to: number) => restored(words.slice(from, to).join(' '));
  const name = words.findIndex((word) => word.startsWith('◊'));
  if (name >= 0) {
    const after = nounFrom(words, name + 1);
    if (after) return `the ${spoken(name, name + 1 + after)}`;
    for (let length = LONGEST_NOUN; length > 0; length--)
      if (name >= length && nounFrom(words, name - length) === length) return `the ${spoken(name - length, name + 1)}`;
    return spoken(name, name + 1);
  }
  for (let at = 0; at < words.length; at++) {
    const length = nounFrom(words, at);
    if (!length) continue;
    let from = at;
    while (from > 0 && at - from < MOST_ADJECTIVES && !DETERMINER.test(words[from - 1]!)) from--;
    const isDetermined = DETERMINER.test(words[from - 1] ?? '');
    return `the ${spoken(isDetermined ? from : at, at + length)}`;
  }
  return undefined;
}

/** How many words from a place on make a noun of interfaces; none where they don't. */
function nounFrom(words: readonly string[], at: number): number {
  for (let length = LONGEST_NOUN; length > 0; length--) {
    if (at + length > words.length) continue;
    const said = words.slice(at, at + length).map(stem);
    if (NOUN_STEMS.has(said.join(' '))) return length;
  }
  return 0;
}

const NOUN_STEMS: ReadonlySet<string> = new Set(NOUNS.map(([noun]) => noun.split(' ').map(stem).join(' ')));

/** The last sentence, where it asks and others come before it. In full, with names in quotation marks. */
export function lastAsked(text: string): string | undefined {
  const { marked, restored } = withQuotesMarked(text);
  const sentences = marked.split(/(?<=[.!])\s+/);
  const last = restored(sentences.at(-1)!);
  return sentences.length > 1 && asks(last) ? last : undefined;
}

function clausesOf(text: string): string[] {
  const { marked, restored } = withQuotesMarked(text);
  return marked
    .split(BOUNDARY)
    .map((clause) => restored(clause.replace(/[?.!,;\s]+$/, '')).trim())
    .filter(Boolean);
}

/** A text with a mark for each quotation, so that it is cut at none of its signs, and what puts them back into a piece of it. */
function withQuotesMarked(text: string): { marked: string; restored: (piece: string) => string } {
  const quotes: string[] = [];
  const marked = text.replace(QUOTED, (quote) => `◊${quotes.push(quote) - 1}`);
  return { marked, restored: (piece) => piece.replace(/◊(\d+)/g, (_, i: string) => quotes[Number(i)]!) };
}
