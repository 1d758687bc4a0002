import { COLOR_WORDS, NOUNS, ORDINALS, RELATION_WORDS, SIDES, STATE_WORDS } from './lexicon.ts';
import type { Selection } from './program.ts';
import { stem } from './stem.ts';
import { tokens } from './words.ts';

/** Words at the edges of a phrase that belong to no name. */
const EDGE = new Set(
  'a an the this that these those there here my your our its their his her all any every each some one ones only of is are was were be been being do does did has have had having i you we it they me us please now currently really still already written called labelled labeled named titled shown showing shows visible listed displayed present stated given located placed found seen see for in on at to from with by as and or so just exactly page screen screenshot what which who whose where when how can could will would should many much not if piece big little whole entire different various'.split(
    ' ',
  ),
);
/** What comes after these names what comes before. */
const CLAUSE =
  /\b(?:called|labell?ed|named|titled|(?:that|which) (?:says?|reads?|is called|is labell?ed)|saying|reading|with the (?:text|label|name|title|words?)|(?:that|which) (?:lets?|allows?|opens?|takes?|brings?) (?:me|you|us)?(?: to)?|for|to|with|about|of)\b/;
/** The picture itself, which everything is in. */
const WHOLE =
  /(?<!\w)(?:(?:in|on|of|from|at|inside|within|across|throughout) )(?:the |this |that |my |our )?(?:whole |entire |current )?(?:picture|image|screenshot|screen|page|app|interface|ui|view|window|photo|website|web page|site)(?= |$)(?! (?:title|heading|header|footer|number))/g;
const PRONOUN =
  /^(?:it|its|its text|of (?:it|them|those|these)|that|this|them|they|their|those|these|that one|this one|the one|one|those ones|these ones|the same|same)$/;
const LARGEST =
  /\b(?:largest|biggest|tallest|widest|longest|most prominent|(?:big|large)(?= (?:\w+ )?(?:heading|headline|title|text|font|image|picture|button)\b))\b/;
const SMALLEST = /\b(?:smallest|tiniest|shortest|narrowest|littlest)\b/;
const MAIN = /\b(?:main|primary|principal|key)\b/;
const QUOTED = /["“”«»„]([^"“”«»„]+)["“”«»„]|(?<![\p{L}\p{N}])'([^']+)'(?![\p{L}\p{N}])/u;
const NUMBER_WORDS = /\b(?:two|three|four|five|six|seven|eight|nine|ten|both|several)\b/;

/** What a phrase such as `the blue button left of the search field` means. In plain wording. */
export function parseSelection(phrase: string): Selection {
  let text = phrase.replace(/[?!.]+$/, '').trim();
  const quotes: string[] = [];
  // Marks in their place, so that their words mean nothing but themselves.
  for (let quote = QUOTED.exec(text); quote; quote = QUOTED.exec(text)) {
    quotes.push((quote[1] ?? quote[2])!);
    text = text.replace(quote[0], `◊${quotes.length - 1} `);
  }
  return parseMarked(text.replace(WHOLE, ' ').replace(/\s+/g, ' ').trim(), quotes);
}

function parseMarked(phrase: string, quotes: readonly string[]): Selection {
  const [side, text] = sideIn(phrase);
  const selection = parsePlaced(text, quotes);
  const { relation } = selection;
  // `next to Save on the right`
  if (relation?.kind === 'next to' && (side === 'left' || side === 'right'))
    return { ...selection, relation: { ...relation, kind: `${side} of` } };
  return side ? { ...selection, side } : selection;
}

/** A side that a phrase names, and the rest of it. */
function sideIn(phrase: string): [Selection['side'], string] {
  for (const [pattern, side] of SIDES) {
    if (pattern.test(phrase)) return [side, phrase.replace(pattern, ' ').replace(/\s+/g, ' ').trim()];
  }
  return [undefined, phrase];
}

function parsePlaced(text: string, quotes: readonly string[]): Selection {
  const between = /^(.*?)\b(?:between|in between) (.+?) and (.+)$/.exec(text);
  if (between) {
    const [, before, to, and] = between;
    return {
      ...withoutIt(head(before!, quotes)),
      relation: { kind: 'between', to: parseMarked(to!, quotes), and: parseMarked(and!, quotes) },
    };
  }
  const relation = relationIn(text);
  if (!relation) return head(text, quotes);
  return {
    ...withoutIt(head(relation.before, quotes)),
    relation: { kind: relation.kind, to: parseMarked(relation.after, quotes) },
  };
}

/** `the one below it` is any one. */
const withoutIt = (of: Selection): Selection => ({ ...of, it: false, name: of.it ? '' : of.name });

const GROUP_NOUN =
  /\b(?:card|table|list|menu|nav\w*|sidebar|header|footer|form|dialog|modal|section|panel|tile|box|toolbar|bar|row|column|page)s?$/;

type Found = { at: number; before: string; kind: NonNullable<Selection['relation']>['kind']; after: string };

/** The first relation in a phrase. */
function relationIn(text: string): Found | undefined {
  let first: Found | undefined;
  for (const [pattern, kind] of RELATION_WORDS) {
    const match = pattern.exec(text);
    if (!match || (first && match.index >= first.at)) continue;
    const after = text.slice(match.index + match[0].length).trim();
    // `the picture of the loaf` is named, `the first link of the menu` placed.
    if (match[0] === 'of' && !GROUP_NOUN.test(after)) continue;
    if (after.replace(/^(?:the|a|an|my)\b ?/, ''))
      first = { at: match.index, before: text.slice(0, match.index).trim(), kind, after };
  }
  return first;
}

function head(phrase: string, quotes: readonly string[]): Selection {
  let rest = ` ${phrase} `;
  const take = (pattern: RegExp): boolean => {
    if (!pattern.test(rest)) return false;
    rest = rest.replace(pattern, ' ');
    return true;
  };
  const isIt = PRONOUN.test(phrase.trim().replace(/^(?:(?:is|are|does|do|has|have|of|for|in|on) )+/, ''));
  const state = STATE_WORDS.find((word) => !word.loose && take(word.pattern));
  const extreme = take(LARGEST) ? 'largest' : take(SMALLEST) ? 'smallest' : take(MAIN) ? 'main' : undefined;
  const ordinalWord = Object.keys(ORDINALS).find((word) => take(new RegExp(`(?<![\\w-])${word}(?![\\w-])(?! name)`)));
  const color = COLOR_WORDS.find((word) => take(new RegExp(`(?<![\\w-])${word}(?:-?colored|ish)?(?![\\w-])`)));
  const isSeveral = take(NUMBER_WORDS);
  const noun = nounIn(rest);
  const words = trimmed((noun ? noun.name : rest).trim().split(/\s+/), noun !== undefined);
  const marked = words.filter((word) => word.startsWith('◊'));
  // What is quoted is the name, and words around it say of what.
  const name = (marked.length ? marked : words).join(' ').replace(/◊(\d+)/g, (_, i: string) => quotes[Number(i)]!);
  return {
    kinds: noun?.kinds ?? [],
    noun: noun?.noun ?? '',
    name,
    exact: words.some((word) => word.startsWith('◊')),
    plural: noun?.plural ?? isSeveral,
    it: isIt || (!name && !color && !extreme && !ordinalWord && /\b(?:it|its|them|their|those|these)\b/.test(phrase)),
    ...(state && { state: { name: state.name, is: state.is } }),
    ...(color && { color: color === 'violet' ? 'purple' : color === 'grey' ? 'gray' : color }),
    ...(ordinalWord && { ordinal: ORDINALS[ordinalWord]! }),
    ...(extreme && { extreme }),
  };
}

function trimmed(words: string[], isAfterNoun: boolean): string[] {
  let [start, end] = [0, words.length];
  while (start < end && EDGE.has(words[start]!)) start++;
  // `sign in` ends in a word that is its own.
  const isVerb = () => /^(?:sign|signed|log|logged|check|opt|turn|zoom|drop|fill|set)$/.test(words[end - 2] ?? '');
  while (end > start && EDGE.has(words[end - 1]!) && !isVerb()) end--;
  const left = words.slice(start, end).filter((word) => word !== 'the' && word !== 'a' && word !== 'an');
  return isAfterNoun ? left.filter((word, i) => i > 0 || !EDGE.has(word)) : left;
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
      const said = words
        .slice(end - length, end)
        .map((word) => (word.startsWith('◊') ? word : (tokens(word)[0] ?? word)));
      const found = NOUNS.find(([noun]) => isNoun(noun.split(' '), said));
      if (!found) continue;
      const last = said[said.length - 1]!;
      const name = [...words.slice(0, end - length), found[2] ?? '', ...words.slice(end)].join(' ');
      return { noun: found[0], kinds: found[1], plural: /s$/.test(last) && !/ss$/.test(last), name };
    }
  return undefined;
}

const isNoun = (noun: string[], said: string[]): boolean =>
  noun.length === said.length && noun.every((word, i) => stem(said[i]!) === stem(word));

/** Whether nothing is selected by it: it means everything, or nothing that was understood. */
export const isBlank = (of: Selection): boolean =>
  !of.name &&
  !of.kinds.length &&
  !of.relation &&
  of.ordinal === undefined &&
  !of.side &&
  !of.color &&
  !of.extreme &&
  !of.it;
