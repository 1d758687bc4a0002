import { isBlank, parseSelection } from './parse-selection.ts';
import type { Program, Selection } from './program.ts';
import { byRule } from './rules.ts';
import { NO_NAMES } from './names.ts';
import type { Names } from './names.ts';
import { stem } from './stem.ts';
import { tellingWords, tokens } from './words.ts';
import { lastAsked, withReferent } from './clauses.ts';
import { inFull, plainWording, withoutManners } from './wording.ts';
import { knownWording } from './wordings.ts';

/** Another thing is asked the same of: `what about the Cancel button`, `and the second one`. */
const SAME_OF =
  /^(?:(?:what|how) about |(?:the )?same(?: question| thing| again)? (?:for|of|with) |(?:and )?what (?:is|are) with |(?:(?:now|then|next|also)[,:]? )*(?:ditto|likewise|(?:tell|give|show|report|state|do|read)(?: me)? (?:it|that|this|the same)(?: thing| one)?) (?:for|of) |(?:now|then|also|next)[,:]? (?:for|with) )(.+?)(?: (?:as well|too|also|instead))*$/;
const AND = /^and\b,? /;
/** Names of more words than these are sentences. */
const MOST_NAME_WORDS = 9;
const QUESTION_WORD =
  /^(?:what|where|which|how|who|whose|when|why|is|are|do|does|did|has|have|can|could|would|should|will|am|was|were)\b/;
/** What a person asks after the whole of the last answer with: `how many are there`, `where`. */
const ALONE: readonly (readonly [RegExp, (of: Selection) => Program])[] = [
  [
    /^how many(?: (?:of (?:them|those)|are (?:there|they|those)|is that|of them are there))*$/,
    (of) => ({ op: 'count', of }),
  ],
  [/^where(?: (?:is|are)(?: (?:it|they|that|those|this))?)?$/, (of) => ({ op: 'find', of })],
  [
    /^(?:what|which) color(?: (?:is|are|has|does) (?:it|they|that|this|that one)(?: have)?)?$/,
    (of) => ({ op: 'color', part: 'fill', of }),
  ],
];
/** `are there any switches, and how many` counts all of a kind, found or not. */
const ofKind = (before: Program): Selection | undefined =>
  before.op === 'exists' && before.of.kinds.length && !before.of.name ? { ...before.of, plural: true } : undefined;
const IT: Selection = { kinds: [], noun: '', name: '', exact: false, plural: false, it: true };

export interface Asking {
  /** The program of the question before. */
  before?: Program | undefined;
  /** What stands in the pictures asked about, name by name. */
  names?: Names;
}

/** What a question was understood as. */
export interface Understood {
  program: Program;
  /** Probability that it is what was meant. */
  confidence: number;
}

/** The program that a question means. Anything may be asked: what isn't understood is declined. */
export function understand(question: string, { before, names = NO_NAMES }: Asking = {}): Understood {
  const full = inFull(question, names);
  const isAdded = AND.test(question.trim().toLowerCase());
  const heard = (said: string): Understood => understandPlain(withoutManners(said), isAdded, { before, names });
  const isWhole = (understood: Understood): boolean => !isOpen(understood, before !== undefined);
  const last = lastAsked(full);
  const asked = last === undefined ? undefined : heard(last);
  if (asked && isWhole(asked)) return asked;
  const understood = heard(full);
  if (isWhole(understood)) return understood;
  const said = withReferent(full);
  const other = said === undefined ? undefined : heard(said);
  return other && isWhole(other) ? other : understood;
}

/** Whether a question was left with nothing that it asks about, or was hardly understood. */
function isOpen({ program, confidence }: Understood, follows: boolean): boolean {
  if (program.op === 'decline') return program.why === 'unclear';
  // The page has a colour of its own.
  const isAboutIt = 'of' in program && (program.of.it || (isBlank(program.of) && program.op !== 'color'));
  return isAboutIt ? !follows : confidence <= BY_PART;
}

/** What a text in plain wording means; `isAdded` to the question before. */
function understandPlain(text: string, isAdded: boolean, { before, names = NO_NAMES }: Asking): Understood {
  const isForeign = !/[\p{Script=Latin}\p{N}]/u.test(text) && !tokens(text).some((word) => names.words.has(word));
  if (isForeign) return { program: { op: 'decline', why: 'unclear' }, confidence: 1 };
  const program = byGrammar(text, isAdded, before);
  // What is asked of the picture as a whole is put in few ways, that rules know.
  if (program && OF_ALL.has(program.op)) return { program, confidence: 1 };
  const isVague = !program || isGuess(program);
  const isWhole = !isVague && isAccounted(program, names);
  const other = reworded(text, names, before, isVague ? LIKELY : isWhole ? CERTAIN : SURE);
  if (other) return other;
  if (program) return { program, confidence: isWhole ? 1 : BY_PART };
  return { program: bareName(SAME_OF.exec(text)?.[1] ?? text, before), confidence: BY_PART };
}

/** The program alone. */
export const parse = (question: string, asking?: Asking): Program => understand(question, asking).program;

/** What rules make of a question in plain wording; undefined where they know no cue of it. */
function byGrammar(text: string, isAdded: boolean, before: Program | undefined): Program | undefined {
  if (before) {
    for (const [pattern, make] of ALONE) if (pattern.test(text)) return make(ofKind(before) ?? IT);
    const same = SAME_OF.exec(text)?.[1] ?? (isAdded || isElliptic(text) ? text : undefined);
    const again = same !== undefined && !QUESTION_WORD.test(same) ? askedAgain(before, same) : undefined;
    if (again) return again;
  }
  return SAME_OF.test(text) ? undefined : byRule(text);
}

const OF_ALL: ReadonlySet<Program['op']> = new Set(['read-all', 'picture-size', 'palette', 'is-screen', 'count-words']);

/**
 * From these probabilities on a known wording is taken: over a rule that all words of the question went into, over one that left
 * some, and where rules only guess.
 */
const CERTAIN = 0.8;
const SURE = 0.45;
const LIKELY = 0.3;
/** How likely a program is right that not all words of the question went into. */
const BY_PART = 0.7;

/** The program of the known wording that a question comes closest to, where that is likelier than what rules make of it. */
function reworded(text: string, names: Names, before: Program | undefined, least: number): Understood | undefined {
  const known = knownWording(text, names.words, before !== undefined);
  if (!known || known.confidence < least) return undefined;
  const { confidence } = known;
  if (known.text === undefined) return { program: { op: 'decline', why: 'untold' }, confidence };
  const program = byGrammar(plainWording(known.text, NO_NAMES), AND.test(known.text), before);
  return program && { program, confidence };
}

/** Whether all words that a program has for names stand in the pictures: what else is left of a question wasn't understood. */
function isAccounted(program: Program, { words }: Names): boolean {
  const stems = new Set([...words].map(stem));
  const isSaid = (text: string) => tellingWords(text).every((word) => stems.has(stem(word)));
  const isKnown = ({ name, exact, relation }: Selection): boolean =>
    (!name || exact || isSaid(name)) &&
    (!relation || (isKnown(relation.to) && (!relation.and || isKnown(relation.and))));
  const selections = ['of', 'a', 'b'].flatMap((key) =>
    key in program ? [program[key as keyof Program] as unknown as Selection] : [],
  );
  return (
    selections.every(isKnown) &&
    (!('what' in program) || isSaid(program.what)) &&
    (!('column' in program) || isSaid(program.column))
  );
}

/** What rules come to where nothing in particular is asked. */
const isGuess = (program: Program): boolean =>
  program.op === 'tell' ||
  (program.op === 'lookup' && program.type === 'any') ||
  (program.op === 'list' && !program.of.kinds.length);

/** `the one below it`, `the second one`: nothing is asked but of what. */
const isElliptic = (text: string): boolean =>
  /^(?:the )?(?:(?:\w+ )?ones?\b|that of\b|(?:second|third|next|last|other|fourth|first)(?: one)?$)/.test(text);

/** The last question, of something else. */
function askedAgain(before: Program, phrase: string): Program | undefined {
  if (!('of' in before)) return undefined;
  const attribute = byRule(phrase);
  // `and its text color` asks for something else.
  if (attribute && 'of' in attribute && ['color', 'font', 'size', 'length', 'count'].includes(attribute.op))
    return isBlank(attribute.of) ? ({ ...attribute, of: IT } as Program) : attribute;
  const of = parseSelection(phrase);
  const isOne = /\bones?\b/.test(phrase) || isBlank(of);
  const kinds = of.kinds.length || !isOne ? of.kinds : before.of.kinds;
  const noun = of.kinds.length || !isOne ? of.noun : before.of.noun;
  // `the one below it` is below what was found; `the second one` is another of those asked for.
  const isAnother = isOne && !of.relation && !of.name;
  const next: Selection = isAnother
    ? { ...before.of, ...of, kinds, noun, name: before.of.name, it: false }
    : { ...of, kinds, noun };
  const relation = before.of.relation;
  const scoped = isAnother && relation ? { ...next, relation } : next;
  if ((before.op === 'count' || before.op === 'find') && of.relation) return { op: 'read', of: scoped };
  return { ...before, of: scoped } as Program;
}

/** A name or noun alone: where it is, or what there is of it. */
function bareName(text: string, before: Program | undefined): Program {
  const of = parseSelection(text.replace(/^(?:what|which|who|is|are) /, ''));
  if (before && of.it) return { op: 'read', of };
  if (text.split(' ').length > MOST_NAME_WORDS && !of.kinds.length) return { op: 'decline', why: 'unclear' };
  if (QUESTION_WORD.test(text)) return { op: 'lookup', what: '', of: { ...of, name: of.name || text }, type: 'any' };
  if (of.kinds.length && !of.name && of.plural) return { op: 'list', of };
  if (isBlank(of)) return { op: 'decline', why: 'unclear' };
  if (of.relation || of.ordinal !== undefined) return { op: 'read', of };
  return of.kinds.length ? { op: 'find', of } : { op: 'tell', of };
}
