/** How people ask for what something says, and for values by their names. */
import { BARE_VALUE } from '../lexicon.ts';
import { isBlank } from '../parse-selection.ts';
import type { AnswerType, Program } from '../program.ts';
import { captured, of, rule } from './rule.ts';
import type { Rule } from './rule.ts';

const typed = (type: AnswerType, ...sources: string[]): Rule =>
  rule(
    ({ rest, match }) => {
      const whose = rest
        .replace(/^(?:is|are|was|were|does|do|did|has|have)\b/, '')
        .replace(/\b(?:cost|costs|be|been|happen|take place)$/, '');
      return { op: 'lookup', what: match.groups?.['what'] ?? '', of: of(whose), type };
    },
    ...sources,
  );

export const READ: readonly Rule[] = [
  rule(
    ({ match: { groups = {} } }) => ({ op: 'name', of: of(groups['a']) }),
    '^(?:what|which) (?:is|are) (?:the )?(?:titles?|names?|headings?|headlines?) (?:of|on|in) (?<a>(?:the )?.*\\b(?:card|tile|panel|dialog|popup|modal|section|widget)s?\\b.*)END',
    '^(?:read (?:out )?)?(?:the )?(?:title|name|heading|headline) (?:of|on|in) (?<a>(?:the )?.*\\b(?:card|tile|panel|dialog|popup|modal|widget)\\b.*)END',
    '^(?:what|which) (?:is|are) (?<a>(?:the )?.*\\b(?:card|tile|panel|dialog|popup|modal|section|widget)s?\\b.*) (?:called|named|titled)END',
    '^(?:the )?(?<a>(?:\\w+ )?(?:card|tile|panel|dialog|popup|modal)) (?:title|name|heading)END',
  ),
  rule(
    ({ match: { groups = {} } }) => ({
      op: 'which-has',
      noun: groups['noun'] ?? '',
      what: groups['what']!.replace(/["“”]/g, ''),
    }),
    '^(?:what|which)(?: (?<noun>\\w+))? (?:is|are) (?:marked|labell?ed|tagged|flagged|badged|highlighted)(?: (?:as|with))? (?<what>.+?)END',
    '^(?:what|which) (?<noun>plan|product|card|item|row|entry|tier|package|order|post|article|one) (?:is|are|has|have|carries|bears|wears) (?:the |a )?(?<what>“[^”]+”)(?: badge| label| tag)?END',
    '^which (?<noun>plan|product|tier|package|card|item)s? (?:is|are) (?!the\\b|selected|chosen|active|disabled|checked|left|right|above|below|under|next|in |on |first|last|largest|biggest)(?<what>\\w+(?: \\w+)?)END',
  ),
  ...tableRules(),
  rule(
    (asked) => ({ op: 'read', of: of(captured(asked)) }),
    '^(?:what|which|who)(?: (?:is|are|comes?|stands?|appears?|lies|sits?|do you see|can be seen|does it say|goes))*(?: (?:the|shown|located|written|displayed|placed|directly|just))*? ?(?<a>RELATED .+?)END',
    '^(?:and )?(?:the )?(?<a>(?:one|ones|thing|item|button|field|link|text|heading|word|line) RELATED .+?)END',
  ),
  rule(
    (asked) => ({ op: 'read', of: of(captured(asked)) }),
    '\\b(?:what|which)(?: exactly)? (?:is|are) (?:(?:the|its) )?(?:exact )?(?:text|label|wording|words|content|contents|caption|placeholder|hint|copy|message)(?: text)?(?: (?:written|shown|displayed))? (?:of|in|on|inside|for|at) (?<a>.+?)END',
    '^(?:what|which) (?:placeholder|hint|text|label|message|words?)s?(?: text)? (?:does|do|has|is in|is on) (?<a>.+?)(?: (?:have|show|contain|say|display|hold))?END',
    '^(?:what|which) (?:does|do|did) (?<a>.+?) (?:say|read|show|display|contain|tell|state|hold|announce)(?: exactly)?END',
    '^(?:read|transcribe|quote|spell)(?: me| us| out)*(?: the)?(?: (?:text|label|placeholder|hint|words|content|title|message)(?: text)? (?:of|in|on|inside|at)) (?<a>.+?)(?: (?:out|aloud|to me))?END',
    '^(?:read|transcribe|quote|spell)(?: me| us| out)* (?<a>.+?)(?: (?:out|aloud|to me))?END',
    '\\b(?:what|which) (?:is|are|was|has been) (?:written|typed|entered|said|printed|inside|filled in|put|in|on|shown)(?: (?:in|on|inside|into|at))?(?! \\d) (?<a>(?:the |this |that |my )?(?:.* )?(?:field|input|box|area|button|card|banner|heading|title|label|header|footer|badge|tab|cell|select|dropdown|row|dialog|alert|sidebar|list|link|it)\\b.*)END',
    '\\b(?:what|which) (?:is|are) (?:written|typed|entered|said|printed|filled in) (?:in|on|inside|into|at|under|below|above) ?(?<a>.+?)END',
    '^(?:what|which) (?:text|words?|number|value|label) (?:is|are|stands?|does)(?: (?:written|shown|typed|entered|displayed))? (?:in|on|inside) (?<a>.+?)(?: (?:have|show))?END',
    '^(?:text|label|wording|placeholder|hint|content|contents|caption)(?: text)? (?:of|in|on|inside|for) (?<a>.+?)END',
  ),
  rule(
    ({ match: { groups = {} } }) =>
      groups['how'] && /under|below|above/.test(groups['how'])
        ? { op: 'read', of: of(`text ${groups['how']} ${groups['a']}`) }
        : { op: 'lookup', what: '', of: of(groups['a']), type: 'any' },
    '\\bwhat does it say (?<how>in|on|inside|at|for|about|under|below|above|next to) (?<a>.+?)END',
  ),
  typed(
    'money',
    '\\bhow much(?: money)?(?: (?:is|are|does|do|for|would|was|were|did))*(?: (?:cost|costs|the price of))?\\b(?! (?:text|space))',
    '\\bwhat (?:does|do|would) (?=.*\\bcosts?END)',
    '\\b(?:the )?(?<what>prices?|costs?)(?: tag)?(?: (?:of|for|is|in|per))+\\b',
    '\\b(?<what>prices?|costs?)END',
  ),
  typed(
    'date',
    '^(?:on |since |until )?(?:when|(?:what|which) (?:date|day|year|month)|in (?:what|which) year)\\b',
    '\\bwhat (?:is )?the date of\\b',
    '^(?:date|day|year) of\\b',
  ),
  typed('time', '\\b(?:at )?what time\\b'),
  typed('duration', '^how long\\b'),
  typed('percentage', '\\b(?:what|which) percent(?:age)?(?: of)?\\b', '^(?:percent|percentage)\\b'),
  typed('person', '^from (?:whom|who)\\b', '^(?:by )?who(?:se|m)?\\b(?! or what)'),
  typed('email', '\\bemail address (?:of|for)\\b'),
  rule(
    ({ match: { groups = {} } }) => lookupOf(groups['a']!, groups['b']!),
    '^(?:(?:in|from) the (?:table|list|form),? )?(?:(?:what|which|who) (?:is|are|was|were) |tell me |give me )?(?:the )?(?<a>[^?]+?) (?:of|for|from|by|per|in row|in the row|in the row of|in the row for) (?:the row )?(?<b>.+?)END',
    '^(?:(?:what|which|who) (?:is|are|was|were) |tell me |give me )(?:the )?(?<a>[^?]+?) (?:in|on|at) (?<b>.+?)END',
    '^(?:what|which) (?<a>[^?]+?) (?:does|do|did|has|have) (?<b>.+?)(?: (?:have|has|got|show|cost|use|contain|belong to))?END',
  ),
  rule(
    ({ match: { groups = {} } }) => {
      const selection = of(groups['a']);
      return selection.relation || selection.ordinal !== undefined || selection.color || selection.side
        ? { op: 'read', of: selection }
        : { op: 'lookup', what: '', of: selection, type: 'any' };
    },
    '^(?:what|which|who) (?:is|are|was|were|comes?) (?<a>.+?)(?: (?:called|named|at|worth))?END',
    '^(?:what|which|whose) (?<a>.+?)END',
    '^tell me (?:about )?(?<a>.+?)END',
    '^(?:the )?(?<a>.+? (?:value|amount))END',
  ),
];

function tableRules(): Rule[] {
  return [
    rule(
      ({ match: { groups = {} } }) => ({
        op: 'which-has',
        noun: 'row',
        what: [groups['value'], groups['column']].filter(Boolean).join(' ').replace(/["“”]/g, ''),
      }),
      '^(?:which|what) (?:rows?|entry|entries|line) (?:has|have|contains?|shows?|with|is for|is about) (?:the )?(?:(?<column>[^“]*?) )?(?<value>“[^”]+”)END',
      '^(?:which|what) (?:rows?|entry|entries|line) (?:has|have|contains?|shows?) (?<value>.+?) (?:as|in|under|for) (?:the |its |their )?(?:column )?(?<column>.+?)(?: column)?END',
      '^who(?: or what)?(?: else)? (?:has|have) (?<value>.+?) (?:as|in|under|for) (?:the |its |their )?(?:column )?(?<column>.+?)(?: column)?END',
    ),
    rule(
      ({ match: { groups = {} } }) => ({
        op: 'extreme-price',
        noun: groups['noun'] ?? '',
        which: /cheap|least|low/.test(groups['how']!) ? 'least' : 'most',
      }),
      '^(?:which|what) (?<noun>[\\w -]*?) ?(?:is|are|costs?) (?:the )?(?<how>most expensive|dearest|priciest|cheapest|least expensive|lowest priced|least|most)END',
      '^(?:what is |which is |show me |find )?(?:the )?(?<how>cheapest|most expensive|priciest|least expensive) (?<noun>plan|product|tier|package|option|item|subscription|offer|one)END',
    ),
    rule(
      ({ match: { groups = {} } }) => ({
        op: 'which-has',
        noun: groups['by'] ?? groups['noun']!,
        what: groups['what']!,
      }),
      '^(?:which|what) (?<noun>\\w+s) (?:are|have been|were) (?:marked (?:as )?)?(?!there|in\\b|on\\b|shown|listed|visible|below|under|above|here|empty|checked|selected|disabled|required|the\\b|left|right)(?<what>\\w+|“[^”]+”)(?:,? by (?:the |their )?(?<by>\\w+))?END',
      '^(?:list|show|name)(?: me)?(?: all)?(?: of)? (?:the )?(?<noun>\\w+) (?:whose|with|that have|who have|where|which have) .*?(?:is|are|status|has|have|of|as)? ?(?<what>\\w+)END',
    ),
    rule(
      ({ match: { groups = {} } }) => ({
        op: 'extreme',
        which: /low|small|least|cheap|short|few|min/.test(groups['how']!) ? 'least' : 'most',
        column: groups['column'] ?? '',
        noun: groups['noun'] ?? '',
      }),
      '^(?:which|what|who) (?<noun>[\\w -]*?) ?(?:has|have|shows?|got|with) (?:the )?(?<how>highest|largest|biggest|most|greatest|maximum|max|lowest|smallest|least|fewest|minimum|min|longest|shortest) (?<column>.+?)(?: (?:in|of|on) the (?:table|list))?END',
      '^(?:what|which) (?:is|are) the (?<how>highest|largest|greatest|maximum|max|lowest|least|minimum|min) (?<column>(?!button|heading|image|picture|card|icon|text|field|link|font|title)[\\w“” -]+?)(?: (?:in|of|on) the (?:table|list))?END',
      '^(?:which|what) (?<noun>[\\w -]+?) (?:is|are) the (?<how>most expensive|cheapest|least expensive)(?<column>)END',
    ),
    rule(
      ({ match: { groups = {} } }) => ({
        op: 'total',
        how: /average|mean/.test(groups['how']!) ? 'mean' : 'sum',
        column: groups['column']!,
      }),
      '^(?:what is |what are |calculate |compute |give me )?(?:the )?(?<how>sum|average|mean|combined total|sum total)(?: value)?(?: of| for)?(?: all)?(?: the)? (?<column>.+?)(?: (?:column|values|amounts))*(?: (?:in|of) the table)?END',
    ),
    rule(
      ({ match: { groups = {} } }) => rowProgram(groups['a']!, groups['of']),
      '^(?:(?:what|which)(?: (?:is|are|does|do))? |read(?: me| out)* |give me |show me |tell me )?(?:written |in |the )*(?<a>(?:\\w+ )?row(?: \\d+)?)(?: (?<of>(?:of|in|for) .+?))?(?: (?:say|read|contain|show|hold|look like))?END',
    ),
    rule(
      ({ match: { groups = {} } }) => ({ op: 'column', name: groups['a']! }),
      '^(?:(?:what|which)(?: values?)?(?: (?:is|are|does|do))? |read(?: me| out)* |list |give me |show me |tell me )(?:all )?(?:values? |entries |everything |written )*(?:(?:in|of|from) )?(?:the )?(?<a>[^?]+?) column(?: (?:say|contain|show|hold|of the table|in the table))*END',
    ),
    rule(
      ({ match: { groups = {} } }) => ({
        op: 'which-has',
        noun: groups['noun']!,
        what: groups['what']!.replace(/["“”]/g, ''),
      }),
      '^(?:which|what) (?<noun>plans?|tiers?|packages?|products?|editions?|subscriptions?|columns?|rows?) (?:has|have|includes?|comes? with|offers?|supports?|contains?|gives?|gets?) (?<what>.+?)END',
      '^(?:in|with|on) which (?<noun>plans?|tiers?|packages?|products?|editions?) (?:is|are|do i get) (?<what>.+?)(?: included)?END',
    ),
    rule(() => ({ op: 'sorted' }), '\\b(?:sorted|ordered|sort order|sorting)\\b'),
  ];
}

/** `second row`, `row 3`, `last row`, `Ada's row`. */
function rowProgram(phrase: string, whose: string | undefined): Program {
  const selection = of(phrase.replace(/ (\d+)$/, ''));
  const number = / (\d+)$/.exec(phrase)?.[1];
  const ordinal = number ? Number(number) : selection.ordinal;
  const table = whose && /\btable\b/.test(whose) ? '' : (whose ?? '').replace(/^(?:of|in|for) (?:the )?/, '');
  const name =
    selection.name.replace(/\brow\b/, '').trim() || (ordinal === undefined ? table.replace(/["“”]/g, '') : '');
  return { op: 'row', name, ...(ordinal !== undefined && { ordinal }) };
}

function lookupOf(what: string, whose: string): Program {
  const cell = what.replace(/^(?:the|its) /, '');
  if (BARE_VALUE.test(cell)) return { op: 'lookup', what: cell, of: of(whose), type: 'any' };
  const asked = of(cell);
  const whole = of(`${cell} in the ${whose.replace(/^(?:the|this|that|my) /, '')}`);
  // `the first item of the menu`, `the second row in Orders`
  if (
    (asked.ordinal !== undefined || asked.extreme || asked.side) &&
    (asked.noun || !asked.name || asked.plural) &&
    whole.relation
  )
    return { op: 'read', of: { ...asked, relation: whole.relation } };
  // `the label of the blue button`, `the button for the bookstore`
  if (asked.kinds.includes('heading') && of(whose).kinds.includes('card'))
    return { op: 'read', of: { ...asked, relation: { kind: 'in', to: of(whose) } } };
  if (asked.kinds.length && !asked.name && isBlank(of(whose))) return { op: 'read', of: asked };
  if (asked.kinds.length && !asked.name)
    return of(whose).kinds.length ? { op: 'read', of: of(whose) } : { op: 'read', of: of(`${cell} for ${whose}`) };
  return { op: 'lookup', what: cell.replace(/["“”]/g, ''), of: of(whose), type: 'any' };
}
