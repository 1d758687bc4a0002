/**
 * Which of the known ways to ask a question is meant, for wordings that no rule was written for: a linear classifier over words and
 * pairs of words. The question is then put in the known way (semantic parsing via paraphrasing, Berant and Liang 2014).
 */
import { COLOR_WORDS, NOUNS, ORDINALS } from './lexicon.ts';
import { stem } from './stem.ts';
import data from './wordings.json' with { type: 'json' };

/** What of a question differs from one asking to the next. */
export type Slot = 'name' | 'color' | 'nth' | 'kind' | 'where';

export interface Marked {
  /** Stemmed words, names, colours and places in an order as `§name`, `§color`, `§nth`. */
  words: string[];
  /** What stood in each slot, in order. */
  slots: Record<Slot, string[]>;
}

/** The most likely way to ask what was asked. */
export interface Wording {
  /** The question in that way; undefined for what no picture tells. */
  text: string | undefined;
  /** Probability. */
  confidence: number;
}

/**
 * One way of asking. `slots`: the names that stand in such a question, in their order; `text`: with `{slot}`s, `null` for what no
 * picture tells, empty for what rules know best.
 */
export interface WordingClass {
  text: string | null;
  slots: string[];
  /** It asks of the last answer. */
  follows?: true;
}

const COLORS: ReadonlySet<string> = new Set(COLOR_WORDS);
const PLACES = /^(?:menu|navigation|nav|navbar|tabs?|list|breadcrumbs?|sidebar|toolbar|footer|header)$/;
const WORD = /“[^”]*”|"[^"]*"|[\p{L}\p{N}#%'-]+/gu;
const KINDS: ReadonlySet<string> = new Set(NOUNS.map(([noun]) => noun));

/** A question in plain wording with its slots marked. */
export function marked(text: string): Marked {
  const slots: Marked['slots'] = { name: [], color: [], nth: [], kind: [], where: [] };
  const words = (text.match(WORD) ?? []).map((word, i, all) => {
    const isName = /^["“]/.test(word);
    const slot = isName ? 'name' : COLORS.has(word) ? 'color' : Object.hasOwn(ORDINALS, word) ? 'nth' : undefined;
    if (slot) {
      slots[slot].push(isName ? word.slice(1, -1) : word);
      return `§${slot}`;
    }
    if (PLACES.test(word)) slots.where.push(word);
    // `radio buttons` are no buttons.
    const pair = `${all[i - 1]} ${word}`;
    if (word.endsWith('s') && KINDS.has(stem(pair))) slots.kind.push(pair);
    else if (word.endsWith('s') && KINDS.has(stem(word))) slots.kind.push(word);
    return stem(word);
  });
  return { words, slots };
}

/** What the classifier looks at: words, pairs of neighbours, pairs with one between, the first and last word. */
export function featuresOf(words: readonly string[]): string[] {
  const features = new Set<string>(words);
  words.forEach((word, i) => {
    if (i + 1 < words.length) features.add(`${word} ${words[i + 1]}`);
    if (i + 2 < words.length) features.add(`${word} _ ${words[i + 2]}`);
  });
  features.add(`^${words[0] ?? ''}`);
  features.add(`${words.at(-1) ?? ''}$`);
  return [...features];
}

/**
 * The known way to ask this. Undefined where what differs doesn't fit in. `words`: those of the pictures' texts, any of which may be
 * a name that isn't quoted; one that stands in no picture is known by being no word of a question.
 */
export function knownWording(text: string, words: ReadonlySet<string>, follows: boolean): Wording | undefined {
  const ways = [text, ...quotings(text, words)].flatMap((said) => wordingOf(said, follows) ?? []);
  return ways.sort((a, b) => b.confidence - a.confidence)[0];
}

/** The question with a stretch of words, or two, in quotation marks that may be names: words of the pictures, or of no question. */
function quotings(text: string, known: ReadonlySet<string>): string[] {
  const pieces = text.match(WORD) ?? [];
  const isName = (word: string) =>
    !/^["“]/.test(word) && !NO_NAME.test(word) && (known.has(word) || !FEATURES.has(stem(word)));
  const found: string[] = [];
  const stretches: [number, number][] = [];
  const quoting = (...spans: [number, number][]) =>
    pieces
      .flatMap((word, i) => {
        const span = spans.find(([from, to]) => i >= from && i < to);
        if (!span) return [word];
        return i === span[0] ? [`“${pieces.slice(...span).join(' ')}”`] : [];
      })
      .join(' ');
  for (let start = 0; start < pieces.length; start++) {
    if (!isName(pieces[start]!)) continue;
    let end = start + 1;
    while (end < pieces.length && isName(pieces[end]!)) end++;
    stretches.push([start, end]);
    found.push(quoting([start, end]));
    // A word before or after the name may stand in the picture too.
    if (end - start > 1) for (let i = start; i < end; i++) if (known.has(pieces[i]!)) found.push(quoting([i, i + 1]));
    start = end;
  }
  const [first, second, third] = stretches;
  if (second) found.unshift(quoting(first!, second));
  if (third) found.unshift(quoting(second!, third));
  return found.slice(0, MOST_QUOTINGS);
}

function wordingOf(text: string, follows: boolean): Wording | undefined {
  const { words, slots } = marked(text);
  const unknown = words.filter((word) => !FEATURES.has(word));
  if (unknown.length > MOST_UNKNOWN * words.length) return undefined;
  const { index, confidence: likely } = classify(featuresOf(words), follows);
  const confidence = likely * DOUBT ** unknown.length;
  const { text: way, slots: names } = CLASSES[index]!;
  if (way === '') return undefined;
  if (way === null) return { text: undefined, confidence };
  if (
    slots.name.length !== names.length ||
    slots.color.length > count(way, 'color') ||
    slots.nth.length > count(way, 'nth')
  )
    return undefined;
  const values: Record<string, string | undefined> = {
    ...Object.fromEntries(names.map((slot, i) => [slot, `“${slots.name[i]}”`])),
    color: slots.color[0],
    nth: slots.nth[0],
    kind: slots.kind[0],
    where: slots.where[0],
    goal: GOAL.exec(text)?.[1],
  };
  const missing = [...way.matchAll(SLOT)].some(([, slot]) => !values[slot!]);
  return missing ? undefined : { text: way.replace(SLOT, (_, slot: string) => values[slot]!), confidence };
}

/** Small words stand in many texts and are no names alone. */
const NO_NAME =
  /^(?:a|an|the|of|in|on|at|to|for|is|are|was|were|do|does|did|has|have|i|me|my|you|your|it|its|this|that|these|those|there|here|and|or|with|by|from|what|which|where|who|when|how|can|could|please|one|ones|not|if|so|as|be|any|all|many|much|more|show|read|find|list|name|field|button|link|menu|page|text|box|color|size)s?$/;
const MOST_QUOTINGS = 10;
/** What someone wants to do. */
const GOAL = /\b(?:to|for|order to) ((?!the |click|press|tap)\w+(?: .+?)?)(?:[,.]? (?:where|what|which).*)?$/;
/** Share of words that no known way of asking has: with more of them, something else is asked. */
const MOST_UNKNOWN = 0.2;
/** How much less likely each makes it. */
const DOUBT = 0.7;
const SLOT = /\{(\w+)\}/g;
const count = (way: string, slot: string): number => way.split(`{${slot}}`).length - 1;

/** What questions are put in: what is close to one of them is a slip of the pen. */
export const QUESTION_VOCABULARY: ReadonlySet<string> = new Set(data.words);
const CLASSES = data.classes as WordingClass[];
const FEATURES: ReadonlyMap<string, number> = new Map(data.features.map((feature, i) => [feature, i]));
/** A row of signed bytes for each feature, one for each class; `scale` makes them logits. */
const WEIGHTS = Buffer.from(data.weights, 'base64');

function classify(features: readonly string[], follows: boolean): { index: number; confidence: number } {
  const rows = features.flatMap((feature) => FEATURES.get(feature) ?? []);
  const logits = CLASSES.map((known, c) =>
    known.follows && !follows
      ? -Infinity
      : rows.reduce((sum, row) => sum + WEIGHTS.readInt8(row * CLASSES.length + c), 0) *
        (data.scale / Math.sqrt(rows.length || 1)),
  );
  const most = Math.max(...logits);
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0);
  return { index: logits.indexOf(most), confidence: 1 / total };
}
