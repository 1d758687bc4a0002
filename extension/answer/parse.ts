import { STATE_WORDS } from './lexicon.ts';
import { parseSelection } from './parse-selection.ts';
import type { Program } from './program.ts';
import { RULES } from './rules.ts';
import { normalized } from './words.ts';

/** What is said before a question for manners. */
const OPENINGS: readonly RegExp[] = [
  /^(?:(?:please|hey|hi|hello|ok|okay|so|and|well|now|then|but|pixelwright)\b[,!]? ?)+/,
  /^(?:(?:can|could|would|will) you (?:please )?|i (?:want|need|would like|'d like) (?:you )?(?:to )?(?:know )?|do you know )(?=(?:what|where|which|how|who|when|if|whether|is|are|tell|show|read|list|find|count|describe|explain|locate|summari|give|name)\b)/,
  /^(?:tell|show) me (?=(?:what|where|which|how|who|if|whether)\b)/,
  /^(?:if|whether) /,
];
/** Another thing is asked the same of: `what about the Cancel button`. */
const SAME_OF = /^(?:(?:what|how) about|same for) (.+)$/;
/** Names of more words than these are sentences. */
const MOST_NAME_WORDS = 6;
const QUESTION_WORD =
  /^(?:what|where|which|how|who|whose|when|why|is|are|do|does|did|has|have|can|could|would|should|will)\b/;

/** The program that a question means, after the question before it. Anything may be asked: what isn't understood is declined. */
export function parse(question: string, before?: string): Program {
  const text = OPENINGS.reduce((rest, opening) => rest.replace(opening, ''), normalized(question))
    .replace(/ please[?.!]*$/, '')
    .replace(/[?.!\s]+$/, '');
  if (!/[\p{L}\p{N}]/u.test(text)) return { op: 'decline', why: 'unclear' };
  const same = SAME_OF.exec(text);
  const last = same && before !== undefined ? parse(before) : undefined;
  if (same && last && 'of' in last) return { ...last, of: parseSelection(same[1]!) };
  return stateQuestion(text) ?? byRule(text) ?? bareName(text);
}

function byRule(text: string): Program | undefined {
  for (const { patterns, make } of RULES)
    for (const pattern of patterns) {
      const match = pattern.exec(text);
      if (match) return make(match.groups ?? {});
    }
  return undefined;
}

/** A name or noun alone: where it is, or what there is of it. */
function bareName(text: string): Program {
  if (QUESTION_WORD.test(text)) return { op: 'decline', why: 'untold' };
  if (text.split(' ').length > MOST_NAME_WORDS) return { op: 'decline', why: 'unclear' };
  const of = parseSelection(text);
  return of.kinds.length && !of.name && of.plural ? { op: 'list', of } : { op: 'find', of };
}

/** `is the box checked`, `which tab is selected`, `which fields are empty`. */
function stateQuestion(text: string): Program | undefined {
  for (const { pattern, name, is } of STATE_WORDS) {
    const match = new RegExp(`${pattern.source.replace(/\$$/, '')}$`).exec(text);
    if (!match) continue;
    const said = text.slice(0, match.index).trim();
    const one = /^(?:is|are|was|were|isn't|aren't) (?!there\b|any\b)(.+)$/.exec(said);
    if (one) return { op: 'state', of: parseSelection(one[1]!), state: { name, is } };
    const which = /^(?:which|what)(?: of the| one of the)? (.+?) (?:is|are)$/.exec(said);
    if (which) return { op: 'list', of: { ...parseSelection(which[1]!), state: { name, is } } };
  }
  return undefined;
}
