/** How questions are put, and what each way asks for. */
import { parseSelection } from './parse-selection.ts';
import type { Program, Relation, Selection } from './program.ts';

/** Pieces that patterns are made of: a word in capitals stands for its pattern. */
const PIECES: Readonly<Record<string, string>> = {
  // `what is`, `what's`, `which are`.
  WHAT: "(?:(?:what|which)(?:'s| is| are| was| were)|whats)",
  // The picture as a whole.
  PICTURE:
    '(?:(?:the |this |that |my )?(?:picture|image|screenshot|screen|page|app|photo|interface|ui)|this|it|here|there)',
  COLOR: '(?:colou?r|shade|hex(?: code| value)?)(?: code| value)?',
  FONT: '(?:font|typeface|font[ -]family)',
  // Between what is asked for and what it is asked of.
  OF: '(?: (?:is|are|does|do|has|have))?(?: (?:used|set|written))?(?: (?:of|for|in|on|by))?',
  RELATED:
    '(?:(?:\\w+ )?(?:(?:to|on) the )?(?:left|right)(?: side| hand side)? of|(?:directly |just |right )?(?:above|below|under|underneath|beneath|over)|next to|beside|near|inside|within)',
  END: '[?.! ]*$',
};

/** A pattern over a normalized question. */
function pattern(source: string): RegExp {
  return new RegExp(source.replace(/WHAT|PICTURE|COLOR|FONT|RELATED|END|OF/g, (word) => PIECES[word]!));
}

type Groups = Readonly<Partial<Record<'a' | 'b' | 'relation', string>>>;
interface Rule {
  patterns: readonly RegExp[];
  make(groups: Groups): Program;
}

const rule = (make: (groups: Groups) => Program, ...sources: string[]): Rule => ({
  patterns: sources.map(pattern),
  make,
});
const of = (phrase = ''): Selection => parseSelection(phrase);

/** In order: the first that matches is meant. */
export const RULES: readonly Rule[] = [
  rule(
    () => ({ op: 'dark' }),
    '\\b(?:dark|light|night)[ -](?:mode|theme|ui)\\b',
    '^is (?:it|this|PICTURE) (?:dark|light)END',
  ),
  rule(
    ({ a }) => ({ op: 'count-words', of: of(a) }),
    '^(?:how many|WHAT the number of|number of|count(?: all)?(?: the)?) words\\b(?<a>.*?)END',
  ),
  rule(
    ({ a }) => ({ op: 'grid', part: /^col/.test(a!) ? 'columns' : 'rows', of: parseSelection('table') }),
    '^(?:how many|WHAT the number of|number of|count(?: the)?) (?<a>rows|columns|cols)\\b',
  ),
  rule(
    ({ a }) => ({ op: 'count', of: of(a) }),
    '^(?:how many|WHAT the (?:number|count) of|(?:the )?number of|count(?: all| up)?(?: of)?(?: the)?) (?<a>.+?)(?: (?:are|is)(?: (?:there|here|shown|visible))?| (?:do|can) (?:you|i|we) (?:see|find|count)| does .* (?:have|contain))?(?: (?:in|on) PICTURE)?END',
  ),
  rule(
    () => ({ op: 'palette' }),
    '\\b(?:which|what|list)(?: (?:are )?the)?(?: main| dominant| primary)? colou?rs(?: (?:are|is|does|do|can|has)\\b.*)?END',
    '\\b(?:palette|(?:main|dominant) colou?rs?)\\b',
  ),
  rule(
    ({ a }) => ({ op: 'color', of: of(a), part: 'text' }),
    '\\b(?:text|font|foreground|letter) COLOROF (?<a>.+?)END',
    '\\bCOLOR (?:is|of) the (?:text|label|words|letters|font) (?:of|in|on) (?<a>.+?)END',
  ),
  rule(
    () => ({ op: 'color', of: of(), part: 'fill' }),
    '\\b(?:background|page|bg)(?:.s)? COLOREND',
    '\\bCOLOROF(?: the)? (?:page )?backgroundEND',
  ),
  rule(
    ({ a }) => ({ op: 'color', of: of(a), part: 'fill' }),
    '\\b(?:background |fill |bg |main )?COLOROF (?<a>.+?)(?:,? in hex)?END',
    '^(?:what|which) COLOR\\b(?<a>.*?)END',
  ),
  rule(
    ({ a }) => ({ op: 'font', of: of(a), aspect: 'size' }),
    '\\b(?:font|text|type)[ -]sizeOF(?<a>.*?)END',
    '^how (?:big|large) is the (?:text|font|type) (?:of|in|on) (?<a>.+?)END',
  ),
  rule(
    ({ a }) => ({ op: 'font', of: of(a), aspect: 'weight' }),
    '\\b(?:font[ -]weight|how bold)OF(?<a>.*?)END',
    '^is (?<a>.+) boldEND',
  ),
  rule(({ a }) => ({ op: 'font', of: of(a), aspect: 'all' }), '\\bFONTOF(?<a>.*?)(?: (?:have|use|in|set in))?END'),
  rule(
    () => ({ op: 'picture-size' }),
    '\\b(?:size|dimensions?|resolution)(?: of| is)? (?:the |this |my )?(?:picture|image|screenshot|photo)\\b',
    '^how (?:big|large|wide|tall|high) is (?:the |this )?(?:picture|image|screenshot|photo)\\b',
  ),
  rule(
    ({ a }) => ({ op: 'size', of: of(a) }),
    '^how (?:wide|tall|high|big|large|long) (?:is|are) (?<a>.+?)END',
    '\\b(?:size|width|height|dimensions) (?:of|for|is) (?<a>.+?)END',
  ),
  rule(
    () => ({ op: 'describe' }),
    '^(?:WHAT|what does) PICTURE(?: (?:about|for|show|depict|all about|called|do|of))?END',
    '^(?:describe|summari[sz]e|sum up|explain|give me (?:an? )?(?:overview|summary|description)|tl;?dr|alt text|write (?:an? )?alt text|caption)\\b',
    '^what (?:am i|are we) (?:looking at|seeing)|^what do you see',
    '^WHAT(?: shown| happening)? (?:in|on) PICTUREEND',
    '^what (?:kind|sort|type) of (?:\\w+ )?(?:screen|page|picture|image|app|form)\\b',
  ),
  rule(
    () => ({ op: 'read-all' }),
    '^(?:read|transcribe|extract|copy|ocr|give me|show me|list|get)(?: me| out)?(?: all)?(?: of)?(?: the| its)?(?: whole| full| entire| complete)? (?:text|words|everything|it all|all|PICTURE)(?: (?:in|on|from|of) PICTURE)?END',
    '^(?:what|which) (?:text|words) (?:is|are)(?: (?:shown|written|visible))?(?: (?:in|on))?(?: PICTURE)?END',
    '^what does PICTURE sayEND',
    '^WHAT (?:written|the text)(?: (?:in|on) PICTURE)?END',
  ),
  rule(
    ({ a }) => ({ op: 'read', of: of(a) }),
    '^(?:what|which(?: \\w+)?|who)(?: (?:is|are|comes|stands|appears|lies|do you see)|.s)(?: the| shown| located)? (?<a>RELATED .+?)END',
    '^(?:the )?(?<a>(?:one|ones|thing|item|button|field|link|text) RELATED .+?)END',
  ),
  rule(
    ({ a }) => ({ op: 'find', of: of(a) }),
    "^(?:where(?:'s| is| are| can i find| do i find| (?:do|can|should|would) i(?: (?:click|press|tap|go))?(?: to)?)|locate|find|point (?:me )?(?:to|at)|show me where|highlight|(?:what|where) (?:do|should|can|must) i (?:click|press|tap|push)(?: on)?(?: to| for)?|how (?:do|can) i|(?:click|press|tap|select|choose|go to|hit|push)(?: on)?|which (?:button|link|control|icon) (?:do i (?:click|press|use)|should i (?:click|press|use)|is (?:for|to)|lets me|would)(?: to)?) (?<a>.+?)(?: (?:located|placed|positioned|at))?END",
  ),
  rule(
    ({ a }) => ({ op: 'exists', of: of(a) }),
    '^(?:is|are|was|were) (?:there|any)(?: (?:a|an|any|some|other))? (?<a>.+?)END',
    '^(?:does|do|has|have) (?:it|this|the \\w+|we|i|you) (?:have|contain|show|include|see|got)(?: (?:a|an|any|some))? (?<a>.+?)END',
    '^(?:can|do) you (?:see|find|spot)(?: (?:a|an|any|the))? (?<a>.+?)END',
  ),
  rule(
    ({ a, relation, b }) => ({ op: 'compare-place', a: of(a), relation: relationOf(relation!), b: of(b) }),
    '^(?:is|are) (?<a>.+?) (?<relation>RELATED) (?<b>.+?)END',
  ),
  rule(
    ({ a }) => ({ op: 'lookup', what: 'price', of: of(a) }),
    '^how much (?:is|are|does|do|for|would) (?<a>.+?)(?: cost)?END',
    '^what does (?<a>.+?) costEND',
  ),
  rule(
    ({ a }) => ({ op: 'list', of: { ...of(a), plural: true } }),
    '^(?:list|name|enumerate|show(?: me)?|tell me|give me)(?: me)?(?: all)?(?: of)? (?<a>.+?)END',
    '^(?:what|which) (?<a>.+?) (?:are|is) (?:there|here|shown|visible|available|present|on PICTURE|in PICTURE)END',
    '^(?:what|which) (?<a>.+?) (?:can|do) (?:you|i|we) (?:see|find|have)',
    '^(?:what|which) (?<a>.+?) does PICTURE (?:have|contain|show)END',
  ),
  rule(
    ({ a }) => ({ op: 'read', of: of(a) }),
    '^(?:what|which) (?:does|do|did) (?<a>.+?) (?:say|read|show|display|contain|tell|state|hold)END',
    '^(?:read|transcribe|quote)(?: me| out)? (?<a>.+?)END',
    '^WHAT (?:(?:the )?(?:text|label|wording|words|content|contents|caption|placeholder|hint|copy) (?:of|in|on|inside|for|at) |(?:written|typed|entered) (?:in|on|inside|into) |(?:in|on|inside) )(?<a>.+?)END',
  ),
  rule(
    ({ a, b }) => ({ op: 'lookup', what: a!, of: of(b) }),
    '^(?:WHAT|tell me|give me) (?:the )?(?<a>[^?]+?) (?:of|for|on|in) (?<b>.+?)END',
  ),
  rule(({ a }) => ({ op: 'read', of: of(a) }), '^(?:WHAT|tell me) (?<a>.+?)END'),
];

function relationOf(words: string): Relation {
  const known: readonly (readonly [RegExp, Relation])[] = [
    [/left/, 'left of'],
    [/right (?:side )?of|right hand|the right/, 'right of'],
    [/above|over/, 'above'],
    [/inside|within/, 'in'],
    [/next|beside|near/, 'next to'],
  ];
  return known.find(([words_]) => words_.test(words))?.[1] ?? 'below';
}
