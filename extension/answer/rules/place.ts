/** How people ask where something is, whether there is one, and for lists. */
import type { Program, Relation } from '../program.ts';
import type { ThingKind } from '../things.ts';
import { captured, of, rule } from './rule.ts';
import type { Rule } from './rule.ts';

/** What is done to a kind of control: `where do I type my name`. */
const DONE_TO: readonly (readonly [RegExp, readonly ThingKind[], string])[] = [
  [
    /^(?:enter|type|write|put|fill|input|key|insert|specify|provide)(?: (?:in|out|down))?(?: (?:the|my|your|a|an|our))* /,
    ['text-field', 'text-area', 'select'],
    'field',
  ],
  [/^(?:choose|pick|select|change|set)(?: (?:the|my|your|a|an|our))* (?=\S)/, ['select', 'radio'], 'select'],
  [/^(?:tick|check|untick|uncheck|mark)(?: (?:the|my|that|off))* /, ['checkbox', 'radio', 'switch'], 'checkbox'],
  [/^(?:turn|switch|toggle)(?: (?:on|off))?(?: (?:the|my))* /, ['switch', 'checkbox'], 'switch'],
];

/** `is A above B`: before what may stand in A and B. */
export const COMPARE: readonly Rule[] = [
  rule(
    ({ match: { groups = {} } }) => ({
      op: 'compare-place',
      a: of(groups['a']),
      relation: relationOf(groups['relation']!),
      b: of(groups['b']),
    }),
    '^(?:is|are|does|do) (?!there\\b|any\\b)(?<a>.+?) (?:(?:located|placed|positioned|come|comes|stand|sit|appear|lie|standing|sitting) )?(?<relation>RELATED|higher(?: up)? than|lower(?: down)? than|further (?:down|up|left|right) than|(?:further )?to the (?:left|right) of) (?<b>.+?)END',
  ),
];

export const PLACE: readonly Rule[] = [
  rule(
    (asked) => existsProgram(captured(asked)),
    '^(?:is|are|was|were) (?:there|any)(?: (?:a|an|any|some|other))*(?: (?:called|like|on))? (?<a>.+?)(?: (?:here|anywhere|somewhere|at all|visible|shown|available|present|to be seen))*END',
    '^(?:does|do|has|have) (?:PICTURE|the \\w+|we|i|you) (?:have|contain|contains|show|include|see|got|offer|mention|list)(?: (?:a|an|any|some))* (?<a>.+?)(?: (?:here|anywhere|somewhere|at all))*END',
    '^(?:can|do|could) (?:you|i|we) (?:see|find|spot)(?: (?:a|an|any|the|some))* (?<a>.+?)(?: (?:here|anywhere|somewhere|at all))*END',
    '^(?:can|could) (?:i|we|one|you|users?|people) (?<a>.+?)(?: (?:here|from here|on PICTURE|in PICTURE))?END',
    '^any (?<a>.+?)(?: (?:here|anywhere|somewhere|at all|to see))*END',
  ),
  rule(
    ({ match }) => ({ op: 'read', of: of(`${match.groups!['a']} ${match.groups!['b']}`) }),
    '^(?:what|which) (?<a>[\\w -]+?) (?:is|are|comes?|stands?|sits?|appears?|lies|goes|follows?)(?: (?:shown|located|written|placed|directly|just|immediately))* ?(?<b>RELATED .+?)END',
    '^(?:what|which)(?<a>) (?:is|are|comes?|stands?|sits?|appears?|lies|goes)(?: (?:shown|located|written|placed|directly|just|immediately))* ?(?<b>RELATED .+?)END',
  ),
  rule(
    ({ match }) => ({ op: 'read', of: of(`${match.groups!['a']} below the ${match.groups!['b']}`) }),
    '^(?:what|which) (?<a>\\w+) (?:follows|comes next after)(?: the)? (?<b>.+?)END',
  ),
  rule(
    (asked) => goal(captured(asked) || asked.rest),
    '\\b(?:what|which|where)(?: \\w+)? (?:do|should|can|must|would|could) (?:i|we|you|one)(?: (?:have to|need to|want to))? (?:click|press|tap|push|hit|use|go|look)(?: on| for| at)?(?: to get to| to| in order to| if i want to)? ?(?<a>.*?)END',
    '\\bwhere(?: exactly)? (?:is|are|was|can|do|does|should|would|could|will|might)(?: (?:i|we|you|one|he|she)\\b)?(?: (?:find|see|locate|get to|click|tap|press|go|have to go|need to go))?(?: on)?(?: to| for| if i want to| in order to)? ?(?<a>.*?)(?: (?:located|placed|positioned|at|hidden|to be found|situated))?END',
    '\\b(?:bounding box|bbox|bounds|coordinates|xy)(?: (?:of|for))?:? (?:the )?(?<a>.+?)END',
    '\\b(?:locate|find|point (?:me |out )?(?:to|at)?|highlight|show me where|position of|location of|coordinates of|where to)(?: on| is| are)?(?: to)? (?<a>.+?)END',
    '\\bhow (?:do|can|could|would|should|to) ?(?:i|we|you|one)? ?(?:go about )?(?<a>.+?)END',
    '^(?:click|press|tap|select|choose|go to|hit|push|open|navigate to|take me to|bring me to)(?: on)? (?<a>.+?)END',
    '^which (?:button|link|control|icon|element|menu item|menu entry|tab|option)s? (?:(?:is|are) (?:for|to|used (?:for|to)|there (?:for|to))|lets? (?:me|you|us|one|users)(?: to)?|(?:would|will|does|do|can) (?:let|allow|open|start|take|bring)(?: me| you)?(?: to)?|opens?|takes (?:me|you)|allows?(?: me| you)?(?: to)?|do i need to) ?(?<a>.+?)END',
    '^(?:i (?:want|need|would like|have|am trying|am looking|am going|wish|intend) (?:to|for)|i (?:am )?(?:looking|searching) for|trying to|looking for|searching for) (?<a>.+?)END',
  ),
  rule(
    ({ match }) => (isPlural(match.groups!['a']!) ? undefined : { op: 'find', of: of(match.groups!['a']) }),
    '^show(?: me| us)? (?:the |a |an |this |that |my )?(?<a>.+?)END',
  ),
  rule(
    ({ match: { groups = {} } }) => listProgram(`${groups['a']}${groups['where'] ? ` ${groups['where']}` : ''}`),
    '^(?:list|name|enumerate|show|tell|give)(?: me| us)*(?: all)?(?: of)?(?: the)? (?<a>(?:.+? )?(?:names|titles|labels|headings|items|options|entries|links|buttons|fields|tabs|columns|sections|values|choices|categories|headers|plans|cards|navigation|menu|nav|checkboxes|inputs|\\w+s)(?: .+?)?)END',
    '^(?:list|name|enumerate|show|tell|give)(?: me| us)?(?: all)?(?: of)?(?: the)? (?<a>.+?)END',
    '^(?:what|which) (?:are|is)(?: all)?(?: of)?(?: the| all the)? (?<a>(?:\\w+ )?(?:names|titles|labels|texts|headings|items|options|entries|links|buttons|fields|tabs|columns|sections|values|choices|categories|headers|plans|cards|tiles)\\b.*?)(?: called| named)?END',
    '^(?:what|which) (?<a>[^“]+?s) (?:are|is) (?:there|here|shown|visible|available|present|listed|offered|included|displayed)\\b ?(?<where>.*)END',
    '^(?:what|which) (?<a>[^“]+?s) (?:are|is) (?<where>(?:in|on|inside|under|below|at|within) .+?)END',
    '^(?:what|which) (?<a>[^“]+?s)(?: (?:can|do|could) (?:you|i|we)(?: (?:see|find|have|choose from|pick|fill in|select|use))?)(?<where>.*?)END',
    '^(?:what|which) (?<a>\\w+s(?: .+?)?) (?:does|do) (?<where>.+?) (?:have|contain|show|offer|list|include)END',
    '^(?:read|read out|read me)(?: all)?(?: of)?(?: the)? (?<a>(?:\\w+ )?(?:navigation|nav|menu|navbar|menu items|links|headings|buttons|tabs|labels|bullets|list)(?: .+)?)END',
    '^(?:all|every)(?: of)?(?: the)? (?<a>.+?)END',
    '^(?<a>(?:names|titles|labels|texts|headings|captions) of .+?)END',
  ),
  rule(
    () => ({ op: 'list', of: { ...of('fields'), plural: true } }),
    '^what (?:can|do|must|should) (?:i|one|you) (?:have to |need to )?(?:fill in|fill out|enter|type in)END',
  ),
];

/** `the dropdown for the country`, or what someone wants to do. */
function goal(text: string): Program {
  const wish = goalOf(text);
  const into =
    /^(?:(?:the )?button (?:to|that|for) )?(?:add|adds|put|puts|adding|putting) (.+?) (?:to|in|into) (?:the |my |a )?(cart|basket|bag|wish ?list|favorites)$/.exec(
      wish,
    );
  if (into) return { op: 'find', of: { ...of(`add to ${into[2]} button`), relation: { kind: 'in', to: of(into[1]) } } };
  for (const [verb, kinds, noun] of DONE_TO) {
    const match = verb.exec(wish);
    if (!match) continue;
    const selection = of(wish.slice(match[0].length));
    return {
      op: 'find',
      of: selection.kinds.length || !(selection.name || selection.it) ? selection : { ...selection, kinds, noun },
    };
  }
  return { op: 'find', of: of(wish.replace(/^(?:open|visit|see|view|get to|go to|reach|access)(?: the)? (?=\S)/, '')) };
}

/** What someone wants, without the words of wanting: `to change my password`. */
function goalOf(text: string): string {
  return (
    text
      .replace(
        /^(?:(?:to|the|a|an|in order to|i|we|can|could|want to|need to|have to|go to|get to|go|for|if|that)\b ?)+/,
        '',
      )
      .replace(
        /\b[,.]? ?(?:where|what|which \w+)(?: (?:do|should|can|must|would) i)?(?: (?:go|click|press|tap|look|find|have to|need to))*(?: that| it| this| on)?$/,
        '',
      )
      .trim() || text
  );
}

function existsProgram(phrase: string): Program {
  const about =
    /^(?:anything|something|a mention|mention|text|a note|information|info|word|words?)s? (?:about|on|of|regarding|concerning|saying|that says|like|called) (.+)$/.exec(
      phrase,
    );
  return { op: 'exists', of: of(about ? about[1] : phrase) };
}

const isPlural = (phrase: string): boolean =>
  /^(?:all|every|any|both)\b/.test(phrase) ||
  of(phrase).plural ||
  /^(?:names|titles|labels|nav\w*|menu)\b/.test(phrase);

/** Of `the names of the three plans` the plans are asked for. */
function listProgram(phrase: string): Program {
  const named =
    /^(?:(?:names|titles|labels|texts|headings|captions) (?:of|on|in)(?: all)?(?: of)?(?: the)?) (.+)$/.exec(phrase);
  const what = named?.[1] ?? phrase;
  if (
    /^(?:the )?(?:table )?(?:columns?|column headers|column names|column headings|column titles|headers|table headers?)\b(?! ?“)/.test(
      what,
    )
  )
    return { op: 'columns' };
  const has = /^(.+?) (?:the|this|that) (.+)$/.exec(what);
  const where = has && !/\b(?:in|on|of|under|below|at|for)\b/.test(has[1]!) ? `${has[1]} in the ${has[2]}` : what;
  return { op: 'list', of: { ...of(where.replace(/^(?:what is|everything|all)\b/, 'items')), plural: true } };
}

export function relationOf(words: string): Relation {
  const known: readonly (readonly [RegExp, Relation])[] = [
    [/left/, 'left of'],
    [/right (?:side )?of|right hand|the right|right than/, 'right of'],
    [/above|over|higher|further up/, 'above'],
    [/inside|within/, 'in'],
    [/next|beside|near/, 'next to'],
    [/after/, 'after'],
    [/before/, 'before'],
  ];
  return known.find(([pattern_]) => pattern_.test(words))?.[1] ?? 'below';
}
