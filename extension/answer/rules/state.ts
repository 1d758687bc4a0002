/** How people ask for states: checked, selected, empty. */
import { STATE_WORDS } from '../lexicon.ts';
import type { Program, StateName } from '../program.ts';
import { of, rule } from './rule.ts';
import type { Asked, Rule } from './rule.ts';

const WHEN = /\b(?:right now|now|yet|already|by default|at the moment|or not|currently)\b/g;
const ENDS = '(?= *(?:right now|now|yet|already|by default|at the moment|or not|there|here|in|on|inside|for|$))';

export const STATE: readonly Rule[] = [
  rule(
    ({ match: { groups = {} } }) => ({
      op: 'list',
      of: { ...of(`${groups['noun']} ${groups['where'] ?? ''}`), plural: false, state: { name: 'selected', is: true } },
    }),
    '^(?:what|which) (?:is|are) (?:the )?(?:current|active|selected|chosen|highlighted|open) (?<noun>tab|page|menu item|item|entry|option|section|step|link|radio button|choice)(?<where>(?: (?:in|of|on) .+)?)END',
    '^(?:the )?(?:current|active|selected|chosen|highlighted) (?<noun>tab|page|menu item|item|entry|option|section|step|link|radio button|choice)(?<where>(?: (?:in|of|on) .+)?)END',
    '^(?:on )?(?:which|what) (?<noun>tab|page|section|step) (?:am i|are we)(?: on| in| at)?(?: right now| currently| now)*(?<where>)END',
  ),
  rule(
    ({ match: { groups = {} } }) => ({
      op: 'state',
      of: of(`${groups['noun']} ${groups['a']}`),
      state: { name: 'selected', is: true },
    }),
    '^is (?<a>.+?) (?:the )?(?:current|active|selected|chosen|highlighted|open) (?<noun>tab|page|menu item|item|entry|option|link|radio button|one)END',
  ),
  rule(
    ({ match }) => ({
      op: 'list',
      of: { ...of(match.groups!['a']), plural: true, state: { name: 'empty', is: true } },
    }),
    '^(?:which|what|list the) (?<a>(?:\\w+ )?(?:fields?|inputs?|boxes|text boxes)) (?:that )?(?:have|has|with|without|contain|hold)(?: still)?(?: no| any| nothing)?(?: value| values| text| content| in them)*END',
  ),
  rule(
    ({ match }) => ({ op: 'state', of: of(match.groups!['a']), state: { name: 'empty', is: false } }),
    '^(?:is|has|was) (?:there )?(?:anything|something|any text|text|a value|any value)(?: already| been)? (?:typed|entered|written|filled|put|in|inside)(?: (?:in|into|inside|to))* (?<a>.+?)END',
    '^(?:does|has) (?<a>.+?(?:field|input|box|area)) (?:have|contain|hold|got) (?:a |any |some )?(?:value|text|content|something|anything)(?: in it)?END',
  ),
  rule(
    ({ match }) => ({ op: 'state', of: of(match.groups!['a'] || 'it'), state: { name: 'disabled', is: false } }),
    '^can (?:i |you |one |we )?(?:actually )?(?:click|press|use|tap|push)(?: on)? (?<a>.+?)END',
    '^can (?<a>.+?) be (?:clicked|pressed|used|tapped)END',
  ),
  rule(
    () => ({ op: 'state', of: of('it'), state: { name: 'disabled', is: true } }),
    '^can (?:it|that|this) be .+ or is (?:it|that|this) (?:disabled|gr[ae]yed out|inactive)END',
  ),
  ...STATE_WORDS.map(({ pattern: words, name, is }) =>
    rule((asked) => stateProgram(asked, name, is), `${words.source.replace(/\$$/, '')}${ENDS}`),
  ),
];

/** `is the box checked`, `which tab is selected`, `has the password been filled in`. */
function stateProgram({ text, match }: Asked, name: StateName, is: boolean): Program | undefined {
  const before = text.slice(0, match.index).trim();
  const after = text
    .slice(match.index + match[0].length)
    .replace(WHEN, ' ')
    .trim();
  const place = after ? ` ${after}` : '';
  const which =
    /^(?:which|what|show|list|name|tell me|find)\b(?: (?:of|one of|are|is|all|me)\b)*(?: the\b)? ?(.*?) ?(?:\b(?:that )?(?:is|are|was|were|has|have|had|(?:is|are|has|have) been|still)(?: (?:currently|still|left|already|been|the|now))*)?$/.exec(
      before,
    );
  if (which && !/^(?:color|shade)/.test(which[1]!)) {
    const selection = of(`${which[1] ?? ''}${place}`.trim() || 'item');
    const isOfField = !which[1] && selection.relation?.kind === 'in' && selection.relation.to.kinds.includes('select');
    // `what is selected in the country dropdown` asks for its value.
    if (isOfField && name === 'selected') return { op: 'read', of: selection.relation!.to };
    // `which option is chosen for the language`
    if (selection.name && selection.noun === 'option')
      return { op: 'lookup', what: '', of: { ...selection, kinds: [], noun: '' }, type: 'any' };
    // `which country is selected` asks for the value that stands by it.
    if (selection.name && !selection.kinds.length && !selection.noun && !selection.plural && is !== (name === 'empty'))
      return { op: 'lookup', what: '', of: selection, type: 'any' };
    return { op: 'list', of: { ...selection, state: { name, is } } };
  }
  const one =
    /^(?:is|are|was|were|has|have|does|do|did)(?: not)? (?!there\b|any\b)(.+?)(?: (?:been|currently|still|already|get|be|marked|set(?: to)?|turned|switched|look|looks|seem|all))*$/.exec(
      before,
    );
  if (!one) return undefined;
  const denies = /^\w+ not\b/.test(before);
  return {
    op: 'state',
    of: of(`${one[1]!.replace(/\b(?:still|already|all)\b/g, ' ')}${place}`),
    state: { name, is: denies ? !is : is },
  };
}
