import { STATE_WORDS } from './lexicon.ts';
import { parseSelection } from './parse-selection.ts';
import type { Program, Selection } from './program.ts';
import { normalized } from './words.ts';

type Rule = readonly [RegExp, (match: string[]) => Program];

const of = (phrase: string | undefined): Selection => parseSelection(phrase ?? '');

/** In order: the first that matches is meant. */
const RULES: readonly Rule[] = [
  [/\b(?:dark|light|night) (?:mode|theme|ui)\b|\bis (?:it|this) (?:dark|light)\b/, () => ({ op: 'dark' })],
  [
    /^(?:how many|what(?:'s| is) the number of|number of|count(?: all)?(?: the)?) words\b(.*)/,
    ([, rest]) => ({ op: 'count-words', of: of(rest) }),
  ],
  [
    /^(?:so |and |then )?(?:how many|what(?:'s| is) the (?:number|count) of|(?:the )?number of|count(?: all| up)?(?: the| of)?) (.+?)(?: (?:are|is) (?:there|here)| (?:do|can) (?:you|i|we) (?:see|find|count)| does .* (?:have|contain))?(?: (?:in|on) (?:the|this) \w+)?[?.!]*$/,
    ([, what]) => ({ op: 'count', of: of(what) }),
  ],
  [
    /\b(?:which|what) (?:are the )?(?:main |dominant |primary )?colou?rs\b(?! (?:is|are|does|has) (?:the|a|an)\b)|\bpalette\b|\b(?:main|dominant) colou?rs?\b/,
    () => ({ op: 'palette' }),
  ],
  [
    /\b(?:text|font|foreground|letter) colou?r (?:of|in|on|for|is|does|has) (.+)|\bcolou?r (?:is|of) the (?:text|label|words|letters) (?:of|in|on) (.+)/,
    ([, a, b]) => ({ op: 'color', of: of(a ?? b), part: 'text' }),
  ],
  [
    /\b(?:background|fill|bg)(?: |-)?colou?r (?:of|in|on|for|is|does|has) (.+)/,
    ([, what]) => ({ op: 'color', of: of(what), part: 'fill' }),
  ],
  [
    /\b(?:colou?r|hex|shade)\b(?: code| value)? (?:of|for|is|are|does|has|do) (.+?)(?: have| use)?(?:,? in hex)?[?.!]*$/,
    ([, what]) => ({ op: 'color', of: of(what), part: 'fill' }),
  ],
  [/^(?:what|which) (?:background |bg )?colou?rs?\b(.*)/, ([, what]) => ({ op: 'color', of: of(what), part: 'fill' })],
  [
    /\b(?:font|text)[ -]?size\b(?: (?:of|for|is|does|has|in) )?(.*)|\bhow (?:big|large) is the (?:text|font|type) (?:of|in|on) (.+)/,
    ([, a, b]) => ({ op: 'font', of: of(a || b), aspect: 'size' }),
  ],
  [
    /\b(?:font[ -]?weight|how bold|bold)\b(?: (?:of|for|is|does|has|in) )?(.*)/,
    ([, what]) => ({ op: 'font', of: of(what), aspect: 'weight' }),
  ],
  [
    /\b(?:font|typeface|font family)\b(?: (?:of|for|is|does|has|in|do|used in|used for) )?(.*?)(?: (?:have|use|in|set in))?[?.!]*$/,
    ([, what]) => ({ op: 'font', of: of(what), aspect: 'all' }),
  ],
  [
    /\b(?:size|dimensions?|resolution)\b(?: of)? (?:the |this |my )?(?:picture|image|screenshot|photo)\b|^(?:how (?:big|large|wide|tall) is|what size is) (?:the |this )?(?:picture|image|screenshot|photo)\b/,
    () => ({ op: 'picture-size' }),
  ],
  [
    /^how (?:wide|tall|high|big|large) (?:is|are) (.+)|\b(?:size|width|height|dimensions) (?:of|for|is) (.+)|^what(?:'s| is) the (?:size|width|height|dimensions) (?:of|for) (.+)/,
    ([, a, b, c]) => ({ op: 'size', of: of(a ?? b ?? c) }),
  ],
  [
    /^(?:what(?:'s| is)|what does) (?:this|it|the (?:picture|image|screenshot|screen|page|app))(?: (?:about|for|show|depict|all about|called))?[?.!]*$|\b(?:describe|summari[sz]e|sum up|explain|overview|alt text|tl;?dr)\b|^what (?:am i|are we) (?:looking at|seeing)|^what do you see|^what(?:'s| is) (?:in|on|shown (?:in|on)|happening (?:in|on)) (?:this|the|it|here)\b ?(?:picture|image|screenshot|screen|page)?[?.!]*$|^what (?:kind|sort|type) of (?:screen|page|picture|image|app)/,
    () => ({ op: 'describe' }),
  ],
  [
    /^(?:read|transcribe|extract|copy|ocr|give me|show me|list|get)(?: me| out)?(?: all)?(?: of)?(?: the| its)? (?:whole |full |entire |complete )?(?:text|words|everything|it all|all)(?: (?:in|on|from|of) (?:the|this|it) ?(?:picture|image|screenshot|screen|page)?)?[?.!]*$|^what (?:text|words) (?:is|are) (?:in|on|shown|there|visible)?.{0,30}(?:picture|image|screenshot|screen|page|here|there)?[?.!]*$|^what does (?:it|this|the (?:picture|image|screenshot|screen|page)) say[?.!]*$/,
    () => ({ op: 'read-all' }),
  ],
  [
    /^(?:where(?:'s| is| are| can i find| do i find| do i click to| do i press to| should i click to| do i| can i)|(?:locate|find|point (?:me )?(?:to|at)|show me where|highlight)|what (?:do|should|can) i (?:click|press|tap|push)(?: on)?(?: to| for)?|how (?:do|can) i|which (?:button|link) (?:do i (?:click|press)|should i (?:click|press)|is (?:for|to)|lets me|would)(?: to)?) (.+)/,
    ([, what]) => ({ op: 'find', of: withoutWhere(what!) }),
  ],
  [
    /^(?:what(?:'s| is| are| comes| stands| appears| lies)?|which \w+ (?:is|are)|who is)(?: the| shown)? ((?:\w+ )?(?:(?:to|on) the )?(?:left|right)(?: side| hand side)? of .+|(?:directly |just |right )?(?:above|below|under|underneath|beneath|next to|beside|near|inside|within) .+)/,
    ([, what]) => ({ op: 'read', of: of(what) }),
  ],
  [
    /^(?:is|are|was|were) (?:there|any)(?: (?:a|an|any|some|other))? (.+)|^(?:does|do|has|have) (?:it|this|the \w+|we|i|you) (?:have|contain|show|include|see|got)(?: (?:a|an|any|some))? (.+)|^(?:can|do) you (?:see|find|spot)(?: (?:a|an|any|the))? (.+)/,
    ([, a, b, c]) => ({ op: 'exists', of: of(a ?? b ?? c) }),
  ],
  [
    /^(?:is|are) (.+?) ((?:to |on )?(?:the )?(?:left of|right of)|above|over|below|under|underneath|next to|beside|inside) (.+)/,
    ([, a, relation, b]) => place(a!, relation!, b!),
  ],
  [
    /^(?:list|name|enumerate|show(?: me)?|tell me|give me)(?: me)?(?: all)?(?: of)? (.+)|^(?:what|which) (.+?) (?:are|is) (?:there|here|shown|visible|available|on|in)\b.*|^what are (.+)|^which (.+?) (?:can|do) (?:you|i|we) (?:see|find|have)/,
    ([, a, b, c, d]) => ({ op: 'list', of: { ...of(a ?? b ?? c ?? d), plural: true } }),
  ],
  [
    /^(?:what does|what do|what did) (.+?) (?:say|read|show|display|contain|tell|state)[?.!]*$/,
    ([, what]) => ({ op: 'read', of: of(what) }),
  ],
  [/^(?:read|transcribe|quote)(?: me| out)? (.+)/, ([, what]) => ({ op: 'read', of: of(what) })],
  [
    /^(?:what(?:'s| is| are| was)|whats) (?:(?:the )?(?:text|label|wording|words|value|content|contents|caption|placeholder|hint|copy) (?:of|in|on|inside|for|at) |written (?:in|on|inside) |(?:in|on|inside) )(.+)/,
    ([, what]) => ({ op: 'read', of: of(what) }),
  ],
  [
    /^(?:what(?:'s| is| are| was)|whats|tell me|how much (?:is|are|does)|when is|who is) (.+?)(?: cost| costs)?[?.!]*$/,
    ([, what]) => ({ op: 'read', of: of(what) }),
  ],
];

/** The program that a question means. Anything may be asked: what isn't understood is declined. */
export function parse(question: string): Program {
  const text = normalized(question)
    .replace(/^(?:please|hey|hi|hello|ok|okay|so|and|well|pixelwright)[,!]? /, '')
    .replace(
      /^(?:(?:can|could|would|will) you (?:please )?(?:tell me |show me |say )?|i (?:want|need|would like|'d like) (?:you )?to (?:know )?|tell me |do you know )(?=(?:what|where|which|how|who|when|if|whether|is|are|read|list|find|count|describe|locate|summari)\b)/,
      '',
    )
    .replace(/^(?:if|whether) /, '')
    .replace(/ please[?.!]*$/, '')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return { op: 'decline', why: 'unclear' };
  const state = stateQuestion(text);
  if (state) return state;
  for (const [pattern, make] of RULES) {
    const match = pattern.exec(text);
    if (match) return make([...match]);
  }
  if (/^(?:why|who|when|whose|how (?:old|long|come))\b/.test(text)) return { op: 'decline', why: 'world' };
  const of = parseSelection(text);
  // A bare name or noun: what there is of it.
  if (of.kinds.length && !of.name && of.plural) return { op: 'list', of };
  if (text.split(' ').length <= 6 && !/^(?:is|are|do|does|did|has|have|can|could|would|should|will)\b/.test(text))
    return { op: 'find', of };
  return { op: 'decline', why: 'unclear' };
}

/** `is the box checked`, `which tab is selected`, `which fields are empty`. */
function stateQuestion(text: string): Program | undefined {
  const bare = text.replace(/[?.!]+$/, '');
  for (const { pattern, name, is } of STATE_WORDS) {
    const end = new RegExp(`${pattern.source.replace(/\$$/, '')}$`);
    const match = end.exec(bare);
    if (!match) continue;
    const before = bare.slice(0, match.index).trim();
    const one = /^(?:is|are|was|were|isn't|aren't) (.+)$/.exec(before);
    if (one && !/^(?:there|any)\b/.test(one[1]!))
      return { op: 'state', of: parseSelection(one[1]!), state: { name, is } };
    const which = /^(?:which|what)(?: of the| one of the)? (.+?) (?:is|are)$/.exec(before);
    if (which) return { op: 'list', of: { ...parseSelection(which[1]!), state: { name, is } } };
  }
  return undefined;
}

function place(a: string, relation: string, b: string): Program {
  const kind = /left/.test(relation)
    ? 'left of'
    : /right/.test(relation)
      ? 'right of'
      : /above|over/.test(relation)
        ? 'above'
        : /inside/.test(relation)
          ? 'in'
          : /next|beside/.test(relation)
            ? 'next to'
            : 'below';
  return { op: 'compare-place', a: parseSelection(a), relation: kind, b: parseSelection(b) };
}

/** `where do I sign in`, `find the button to export it`: what to do names the control. */
function withoutWhere(phrase: string): Selection {
  return parseSelection(phrase.replace(/ (?:located|placed|positioned|at|be|go|click)[?.!]*$/, ''));
}
