/** How people ask for colours, fonts, sizes and distances. */
import { COLOR_WORDS } from '../lexicon.ts';
import type { Program, Selection } from '../program.ts';
import { of, rule, subject } from './rule.ts';
import type { Asked, Rule } from './rule.ts';

const COLORS = COLOR_WORDS.join('|');

const FONT_ASPECTS = {
  italic: /\b(?:italics?|slanted|oblique)\b/,
  underline: /\bunderlined?\b/,
} as const;

const TEXT_NOUN = '(?:heading|headline|title|text|font|paragraph|label|caption|subtitle|letters|lettering|words)s?';

/** Without the words that ask for hex codes. */
const plainColor = (asked: Asked): Selection =>
  subject({
    ...asked,
    rest: asked.rest.replace(/\b(?:in|as) (?:hex|rgb)\b|\b(?:hex|rgb)(?: code| value)?\b|\bused\b/g, ''),
  });

const isWith = (aspect: keyof typeof FONT_ASPECTS): Rule =>
  rule(({ text }) => {
    if (!/^(?:is|are|does|do)\b/.test(text)) return undefined;
    const phrase = text
      .replace(FONT_ASPECTS[aspect], '')
      .replace(/^(?:is|are|does|do)\b| (?:set|written|printed|shown)? ?in *$/g, '');
    return { op: 'font', of: of(phrase), aspect };
  }, FONT_ASPECTS[aspect].source);

/** Of text a person means the size of its letters. */
function sizeOf(asked: Asked): Program {
  const selection = subject(asked);
  const isText = ['heading', 'headline', 'title', 'subtitle', 'subheading', 'text', 'paragraph', 'label'].includes(
    selection.noun,
  );
  return isText ? { op: 'font', of: selection, aspect: 'size' } : { op: 'size', of: selection };
}

export const LOOK: readonly Rule[] = [
  rule(
    ({ match }) => ({ op: 'dark', is: !/light|day|bright|white/.test(match[0]) }),
    '\\b(?:dark|light|night|day|bright)[ -]?(?:mode|theme|ui|version|scheme|color scheme|colored theme)\\b|^(?:is|are) PICTURE (?:rather )?(?:dark|light|bright)(?: or (?:dark|light|bright))?END|\\b(?:dark|light|bright) or (?:dark|light|bright)\\b|^(?:dark|light)END',
  ),
  rule(
    ({ text }) => ({ op: /small|size|tiny/.test(text) && !/contrast/.test(text) ? 'small-text' : 'low-contrast' }),
    '\\b(?:which|what|any|is there|are there|find|list|show)\\b.*\\b(?:too small|hard to read|illegible|unreadable|low[ -]contrast|too little contrast|poor contrast|low in contrast|not enough contrast|insufficient contrast|too low in contrast|fails? (?:wcag|contrast|aa)|wcag|accessib\\w+)\\b',
    '\\b(?:wcag|accessib\\w+|contrast) (?:problems?|issues?|failures?|errors?|violations?)\\b',
  ),
  rule(
    (asked) => ({
      op: 'contrast',
      of: subject({
        ...asked,
        rest: asked.rest.replace(
          /\b(?:ratio|wcag|against its background|to its background|how (?:high|strong|good|big|large))\b/g,
          '',
        ),
      }),
    }),
    '\\bcontrast(?: ratio)?BELONG\\b',
  ),
  rule(
    (asked) => gapOf(asked),
    '\\b(?:how far apart|how far away|how far|distance|gap|gaps|gutter|space|spacing|room|margin|white ?space|how (?:much|many) (?:px|pixels|space|room|margin)(?= (?:is|are|lies?) (?:there )?between))\\b(?=.*\\b(?:apart|between|from|cards?|tiles?|buttons?|fields?|columns?|items?|rows?|images?)\\b)(?: (?:is|are|of|there|lies?))*',
    '\\b(?:px|pixels) (?:apart|between)\\b',
  ),
  rule((asked) => ({ op: 'padding', of: subject(asked) }), '\\b(?:inner )?paddingBELONG\\b'),
  rule(
    () => ({ op: 'palette' }),
    '\\b(?:which|what|list)(?: are| is)?(?: (?:all )?the)?(?: main| dominant| primary| most used)? colors(?: (?:is|are|does|do|can|has)\\b.*| (?:of|in|on) PICTURE)?END',
    '\\b(?:palette|color scheme|(?:main|dominant|predominant|prevailing) colors?)\\b',
  ),
  rule(
    (asked) => ({ op: 'color', of: plainColor(asked), part: 'text' }),
    '\\b(?:text|font|foreground|letter|label|writing)(?:.s)?[ -]COLORBELONG\\b',
    '\\bCOLOR(?: is| are| of| has| have)?(?: of)?(?: the| its)? (?:text|label|words|wording|letters|font|lettering|writing)\\b(?: (?:of|in|on|inside))?',
  ),
  rule(
    (asked) => ({ op: 'color', of: plainColor(asked), part: 'border' }),
    '\\b(?:border|outline|frame|stroke)[ -]COLORBELONG\\b',
    '\\bCOLOR(?: is| are| of| has)?(?: of)? the (?:border|outline|frame)\\b(?: (?:of|around|on))?',
  ),
  rule(
    () => ({ op: 'color', of: of(), part: 'fill' }),
    '\\b(?:page|body|screen)?(?:.s)? ?(?:background|page|bg|backdrop) COLOR(?: (?:of|on|in|does|has|is|for))*(?: PICTURE(?: have)?)?(?: in)?(?: hex| code)?END',
    '\\bCOLOR(?: (?:of|is|has|for|does))*(?: the)? (?:page |screen |overall |main )?(?:background|page|backdrop)(?: (?:of|on|in|behind) (?:PICTURE|everything))?(?: have)?(?: in hex)?END',
    '^(?:(?:what|which|page|main) )*(?:background|bg)(?: (?:is|of|the|has))* ?(?:the )?(?:page)?END',
  ),
  rule(
    ({ match: { groups = {} } }) => ({ op: 'color', of: of(groups['a']), part: 'fill' }),
    // One of several, or another.
    `^(?:is|are) (?:it )?(?<a>.+?),? (?:(?:is|are) it )?(?:like |colored )*(?:${COLORS})(?:,? (?:${COLORS}))*,? or (?:${COLORS}|what|which|some other|another)\\b.*END`,
    `^(?<a>.+?), (?:is|are) (?:it|they) (?:like )?(?:${COLORS})(?:,? (?:${COLORS}))*,? or (?:${COLORS}|what|which|some other|another)\\b.*END`,
  ),
  rule(
    ({ match: { groups = {} } }) => ({ op: 'is-color', of: of(groups['a']), color: groups['color']! }),
    `^(?:is|are|does|do) (?<a>.+?) (?:really |actually |colored |look |of color |in )*(?<color>${COLORS})(?:ish)?END`,
  ),
  rule(
    (asked) => ({ op: 'color', of: plainColor(asked), part: 'fill' }),
    '\\b(?:background |bg |fill |main )?COLORBELONG\\b',
    '\\b(?:in|as) (?:hex|rgb)\\b',
  ),
  rule(
    (asked) => ({
      op: 'font',
      of: subject({
        ...asked,
        rest: asked.rest.replace(/\b(?:in )?(?:px|pixels)\b|\bits text\b/g, (word) =>
          word === 'its text' ? 'it' : '',
        ),
      }),
      aspect: 'size',
    }),
    '\\b(?:font|text|type|letter|heading|headline|title)[ -]?sizeBELONG\\b',
    '\\bhow (?:big|large|small|tall|high) (?:is|are) (?:the )?(?:text|font|type|letters|lettering|writing|words)\\b(?: (?:of|in|on|inside))?',
    `\\bhow (?:big|large|small) (?:is|are) (?=.*\\b${TEXT_NOUN}END)`,
    `\\b(?:what|which) size (?:is|are|has|have|does|do) (?:the |its )?(?=.*\\b${TEXT_NOUN}\\b)`,
    '\\b(?:what|which) (?:is the )?size (?:of )?(?:the )?(?:font|text|type)\\b(?: (?:of|in|on))?',
    `\\bsize (?:of|in|for) (?:the )?(?=.*\\b${TEXT_NOUN}\\b)`,
    `\\bhow many (?:px|pixels) (?:is|are|has|does|high is|tall is|large is|big is)(?: the)?(?=.*\\b${TEXT_NOUN}\\b)`,
  ),
  rule(
    (asked) => ({ op: 'font', of: subject(asked), aspect: 'weight' }),
    '\\b(?:font[ -]?)?weightBELONG\\b',
    '\\bhow (?:bold|heavy|thick) (?:is|are)\\b',
  ),
  rule(
    (asked) => ({ op: 'font', of: subject(asked), aspect: 'bold' }),
    '^(?:is|are) (?<a>.+?) (?:in |set in |written in |printed in |set |shown in )*bold(?:ed|face)?(?: (?:text|letters|type|font))?END',
  ),
  isWith('italic'),
  isWith('underline'),
  rule(
    (asked) => ({
      op: 'font',
      of: subject({
        ...asked,
        rest: asked.rest.replace(/\b(?:name|and|size|used|uses?|set in|have|has|style)\b|\bin$/g, ''),
      }),
      aspect: 'all',
    }),
    '\\b(?:FONT|lettering)BELONG\\b',
  ),
  rule(
    () => ({ op: 'picture-size' }),
    '\\b(?:size|dimensions?|resolution)(?: of| is| has)* (?:the |this |my |that )?(?:whole )?(?:picture|image|screenshot|photo|file)END',
    '\\bhow (?:big|large|wide|tall|high) is (?:the |this )?(?:whole )?(?:picture|image|screenshot|photo|file)END',
    '\\b(?:picture|image|screenshot) (?:size|dimensions|resolution)END|\\bresolution\\b',
  ),
  rule(
    (asked) => ({ op: 'size', of: inPixels(asked) }),
    '\\bwidth (?:and|x|by) height(?: (?:of|for|is|has|does))*\\b',
    '\\bheight (?:and|x|by) width(?: (?:of|for|is|has|does))*\\b',
    '\\bhow (?:wide|tall|high) and (?:wide|tall|high) (?:is|are)\\b',
  ),
  rule(
    (asked) => lengthOf(asked, 'height'),
    '\\bhow (?:tall|high) (?:is|are)\\b',
    '\\bheight(?: (?:of|for|is|has|does|do|have))*\\b',
    '\\b(?:px|pixels) (?:tall|high) (?:is|are)\\b',
  ),
  rule(
    (asked) => lengthOf(asked, 'width'),
    '\\bhow wide (?:is|are)\\b',
    '\\bwidth(?: (?:of|for|is|has|does|do|have))*\\b',
    '\\b(?:px|pixels) wide (?:is|are)\\b',
  ),
  rule(
    sizeOf,
    '^how (?:big|large|small) (?:is|are)\\b',
    '\\b(?:what|which) size (?:is|are|has|have|does|do)\\b',
    '\\b(?:size|dimensions)(?: (?:of|for|is|in pixels|in px))+\\b',
    '\\bdimensions\\b(?=.*\\b(?:button|card|field|box|image|picture|icon|dialog|table|chart|avatar|logo|sidebar|header)\\b)',
    '\\bsizeEND(?<=\\b(?:button|card|field|box|image|picture|icon|dialog|table|chart|avatar|logo) size)',
  ),
];

const inPixels = (asked: Asked): Selection =>
  subject({ ...asked, rest: asked.rest.replace(/\b(?:in )?(?:px|pixels)\b|\bhow many\b/g, '') });

/** `how high is “Revenue”` asks for a figure. */
function lengthOf(asked: Asked, side: 'width' | 'height'): Program | undefined {
  const selection = inPixels(asked);
  if (selection.name && !selection.kinds.length && /\bhow high\b/.test(asked.match[0]))
    return { op: 'lookup', what: '', of: selection, type: 'any' };
  return { op: 'length', side, of: selection };
}

/** Between two things, or between those of a kind. */
function gapOf({ text }: Asked): Program {
  const pair =
    /\b(?:between|from) (?:the )?(.+?) (?:and|to) (?:the )?(.+?)(?: (?:apart|in px|in pixels))*$/.exec(text) ??
    /\bhow far (?:apart |away )?(?:is|are) (?:the )?(.+?) (?:and|from) (?:the )?(.+?)(?: apart| away)?$/.exec(text);
  if (pair) return { op: 'distance', a: of(pair[1]), b: of(pair[2]) };
  const ones =
    /\b(?:between|apart (?:are|is)|of|are|for)(?: the| all)* ([^?]+?)(?: (?:apart|in px|in pixels|next to each other|in a row))*$/.exec(
      text,
    )?.[1] ??
    /\b(\w+) (?:gap|spacing|gutter)\b/.exec(text)?.[1] ??
    'cards';
  return { op: 'gaps', of: { ...of(ones), plural: true } };
}
