/** How people ask for numbers of things. */
import { of, rule } from './rule.ts';
import type { Rule } from './rule.ts';

const HOW_MANY =
  '(?:how many(?: of)?|how much|(?:what(?: is)? )?(?:the )?(?:total )?(?:number|count|amount|quantity) of|count(?: up)?(?: all)?(?: of)?(?: the)?|total number of|nr of)';

export const COUNT: readonly Rule[] = [
  rule(({ rest }) => ({ op: 'count-words', of: of(rest) }), `${HOW_MANY} words\\b`),
  rule(
    ({ text }) => ({
      op: 'per-row',
      of: of(/\b(cards?|tiles?|products?|items?|images?|pictures?|columns?|plans?|boxes)\b/.exec(text)?.[1] ?? 'cards'),
    }),
    '\\b(?:per|in (?:a|one|each|every|the first)|in the same|side by side in a) (?:row|line)\\b(?=.*|$)(?<!words per row)',
    '\\b(?:next to each other|side by side|beside each other)\\b',
  ),
  rule(
    ({ match }) => ({ op: 'grid', part: /col/.test(match[0]) ? 'columns' : 'rows' }),
    `${HOW_MANY} (?:data |table |body )?(?:rows|columns|cols)\\b`,
    `${HOW_MANY} lines\\b(?=.*\\btable)`,
  ),
  rule(
    () => ({ op: 'count-unread' }),
    `${HOW_MANY} (?:new |unread |unopened )(?:messages?|mails?|emails?|conversations?|notifications?|threads?)\\b`,
    `${HOW_MANY} (?:messages?|mails?|emails?|conversations?|notifications?|threads?) (?:are |is )?(?:still )?(?:unread|not read|unopened|new)\\b`,
    '^(?:any )?unread (?:messages|mails|emails)END',
  ),
  rule(
    ({ match: { groups = {} } }) => ({
      op: 'count-having',
      noun: groups['noun']!,
      what: groups['what']!.replace(/["“”]/g, ''),
    }),
    `${HOW_MANY} (?<noun>[\\w-]+) (?:with|have|has|of) (?:the |a )?(?:status|state|type|category|label|tag|role|priority) (?<what>.+?)END`,
    `${HOW_MANY} (?<noun>orders|rows|entries|invoices|tasks|tickets|customers|users|projects|items|payments|people|members) (?:are|is|were|was) (?:marked (?:as )?)?(?!there|in |on\\b|off\\b|checked|unchecked|ticked|selected|disabled|enabled|empty|shown|listed|visible|below|under|above|here)(?<what>\\S+(?: \\S+)?)END`,
  ),
  rule(({ text, match }) => {
    // `how much is it` asks for a price, `how many px` for a length.
    if (/^how much/.test(match[0])) return undefined;
    const after = text.slice(match.index + match[0].length).trim();
    if (/^(?:px|pixels)\b/.test(after)) return undefined;
    if (/^[^a-z]*$/.test(after) || (/\b(?:amount|quantity) of/.test(match[0]) && /^“/.test(after))) return undefined;
    return { op: 'count', of: { ...of(withoutAsking(after)), plural: true } };
  }, `\\b${HOW_MANY}\\b`),
];

/** `buttons are there on the left` without the words that ask. */
function withoutAsking(text: string): string {
  return text
    .replace(/^(?:of )?(?:the )?/, '')
    .replace(/\b(?:they|them|those|these)\b/, 'it')
    .replace(
      /\b(?:are|is|were|was)(?: (?:there|here|shown|visible|listed|displayed|present|available|given|offered|included|currently))+\b/g,
      ' ',
    )
    .replace(
      /\b(?:do|can|could) (?:you|i|we|one) (?:see|find|count|spot|have(?: to (?:fill in|fill out|choose from))?|choose from|pick from|fill in|fill out|select|click|use|type(?: info| into| in)?)\b/g,
      ' ',
    )
    .replace(
      /\b(?:does|do|did) (.+?) (?:have|has|contain|contains|show|shows|offer|include|consist of|got|hold)\b/g,
      ' in the $1',
    )
    .replace(/\b(?:has|have|contains?) (?:the |this )?(.+)$/, ' in the $1')
    .replace(/^(?:that|which) (?:are|is) /, '')
    .replace(/\b(?:that |which )?(?:are|is|were|was)(?= )/g, ' ')
    .replace(/\bin the (?:the|this|that) /g, 'in the ')
    .replace(/\bon$/, 'switched on')
    .replace(/\boff$/, 'switched off')
    .replace(/\s+/g, ' ')
    .trim();
}
