/** How questions are put, and what each way asks for. A cue may stand anywhere: what is left of the question says of what. */
import { COLOR_WORDS, STATE_WORDS } from './lexicon.ts';
import { parseSelection } from './parse-selection.ts';
import type { AnswerType, Program, Relation, Selection, StateName } from './program.ts';

/** Pieces that patterns are made of: a word in capitals stands for its pattern. */
const PIECES: Readonly<Record<string, string>> = {
  // The picture as a whole.
  PICTURE:
    '(?:(?:the |this |that |my |a |an )?(?:whole |entire )?(?:picture|image|screenshot|screen|page|app|photo|interface|ui|view|site|website|web page)|this|it|here|there|that)',
  COLOR: '(?:colors?|shades?|hues?|hex(?: code| value| color)?|rgb)(?: code| value| hex)?',
  FONT: '(?:font[ -]?family|font[ -]?face|typeface|fonts?)',
  RELATED:
    '(?:(?:\\w+ )?(?:(?:to|on|at) the )?(?:immediate )?(?:left|right)(?: side| hand side)? of|(?:directly |just |right |immediately )?(?:above|below|under|underneath|beneath|over|next to|beside|near|inside|within|after|before|between))',
  END: '[?.! ]*$',
  BE: '(?:is|are|was|were)',
  BELONG:
    '(?: (?:is|are|does|do|has|have))?(?: (?:used|set|written|drawn|shown))?(?: (?:of|for|in|on|by|inside|within))?',
};

function pattern(source: string): RegExp {
  return new RegExp(source.replace(/PICTURE|COLOR|FONT|RELATED|END|BELONG|\bBE\b/g, (word) => PIECES[word]!));
}

export interface Asked {
  text: string;
  match: RegExpExecArray;
  /** The question without its cue. */
  rest: string;
}

interface Rule {
  cues: readonly RegExp[];
  /** Undefined where the cue means something else here. */
  make(asked: Asked): Program | undefined;
}

const rule = (make: Rule['make'], ...sources: string[]): Rule => ({ cues: sources.map(pattern), make });
const of = (phrase = ''): Selection => parseSelection(phrase);
const captured = ({ match }: Asked): string => match.groups?.['a'] ?? '';
/** What was captured, else what is left. */
const subject = (asked: Asked): Selection => of(captured(asked) || asked.rest);
const untold = (): Program => ({ op: 'decline', why: 'untold' });

export function byRule(text: string): Program | undefined {
  for (const { cues, make } of RULES)
    for (const cue of cues) {
      const match = cue.exec(text);
      if (!match) continue;
      const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
        .replace(/\s+/g, ' ')
        .trim();
      const program = make({ text, match, rest });
      if (program) return program;
    }
  return undefined;
}

const FONT_ASPECTS = {
  italic: /\b(?:italics?|slanted|oblique)\b/,
  underline: /\bunderlined?\b/,
} as const;

/** What a value may be called without saying which. */
const BARE_VALUE = /^(?:the )?(?:value|amount|figure|number|content|entry|text|data)$/;

/** In order: the first that fits is meant. */
const RULES: readonly Rule[] = [
  // What no picture of an interface tells.
  rule(
    untold,
    '^why\\b|\\bwhy (?:is|are|does|do|did|was|were|should|would|can)\\b|\\bhow come\\b|\\bwhat for\\b',
    '\\bwhat (?:happens|will happen|would happen|happened|comes up|does it do)\\b(?=.*\\b(?:if|when|after|once|i|you)\\b)',
    '\\b(?:if|when|after|once) i (?:click|press|tap|submit|push|hit|select|choose|open|hover)\\b.*\\bwhat\\b|\\bwhere (?:will|would|do|does) .*\\b(?:take|lead|bring|land|redirect|link(?:s)? to|go(?:es)?)\\b(?! to (?:the|my|read|see|change|sign|log|create))',
    '\\b(?:land on|lead to|leads to|link to|links to|redirect)\\b.*\\b(?:click|press)',
    '\\bwho (?:founded|designed|made|built|invented|developed|programmed|owns|owned|runs|coded)\\b',
    '\\b(?:what do you think|do you (?:like|think|recommend)|should i|would you|is it (?:safe|worth|true|secure|legal)|any good|worth (?:it|the)|recommend|recommended (?:for me|to)|trustworthy|how good|how popular|popular)\\b',
    '\\b(?:will|going to) (?:\\w+ ){1,4}(?:be|go|rise|fall|grow|increase|happen|change|win)\\b|\\b(?:predict|forecast|guess|tomorrow|next (?:month|year|week)|last (?:month|year|week)|the (?:month|year|week|day) before|in (?:five|ten|\\d+) years)\\b(?!.*(?:say|show|button|tab|link))',
    '\\b(?:meaning of|what does .+ mean|stand for|capital of|weather|how old is|how do i (?:cook|bake|make a))\\b',
    '\\bwhich (?:\\w+ )?(?:is|are) (?:the )?(?:best|better|worst|nicest|prettiest)\\b',
    '\\b(?:what|which) (?:language|framework|library|css framework|technology|stack|tool)\\b.*\\b(?:built|written|made|coded|used to|uses?)\\b',
  ),
  rule(
    ({ match }) => ({ op: 'dark', is: !/light|day|bright|white/.test(match[0]) }),
    '\\b(?:dark|light|night|day|bright)[ -]?(?:mode|theme|ui|version|scheme|color scheme|colored theme)\\b|^BE PICTURE (?:rather )?(?:dark|light|bright)(?: or (?:dark|light|bright))?END|\\b(?:dark|light|bright) or (?:dark|light|bright)\\b',
  ),
  ...countRules(),
  ...lookRules(),
  ...wholeRules(),
  ...stateRules(),
  ...placeRules(),
  ...readRules(),
];

function countRules(): Rule[] {
  const HOW_MANY =
    '(?:how many|how much|(?:what(?: is)? )?(?:the )?(?:total )?(?:number|count|amount|quantity) of|count(?: up)?(?: all)?(?: of)?(?: the)?|total number of|nr of)';
  return [
    rule(({ rest }) => ({ op: 'count-words', of: of(rest) }), `${HOW_MANY} words\\b`),
    rule(
      ({ match, rest }) => ({ op: 'grid', part: /col/.test(match[0]) ? 'columns' : 'rows', of: tableIn(rest) }),
      `${HOW_MANY} (?:data |table |body )?(?:rows|columns|cols|lines)\\b(?=.*\\btable|END| (?:are|is|does|do|has|have|can|in there))`,
    ),
    rule(
      ({ text, match }) => {
        const after = text.slice(match.index + match[0].length).trim();
        const before = text.slice(0, match.index).trim();
        // `how much is it` asks for a price, `how much text` for nothing that can be counted.
        if (/^how much/.test(match[0])) return undefined;
        const counted = withoutAsking(after || before);
        return { op: 'count', of: { ...of(counted), plural: true } };
      },
      `\\b${HOW_MANY}\\b`,
      '^count\\b',
    ),
  ];
}

const tableIn = (rest: string): Selection => {
  const selection = of(rest);
  return selection.kinds.includes('table')
    ? selection
    : { ...of('table'), ...(selection.it && { it: true, kinds: [] }) };
};

/** `buttons are there on the left` without the words that ask. */
function withoutAsking(text: string): string {
  return text
    .replace(/^(?:of )?(?:the )?/, '')
    .replace(
      /\b(?:are|is|were|was)(?: (?:there|here|shown|visible|listed|displayed|present|available|given|offered|included|currently))+\b/g,
      ' ',
    )
    .replace(
      /\b(?:do|can|could) (?:you|i|we|one) (?:see|find|count|have(?: to (?:fill in|fill out|choose from))?|choose from|pick from|fill in|fill out|select|click|use)\b/g,
      ' ',
    )
    .replace(
      /\b(?:does|do|did) (.+?) (?:have|has|contain|contains|show|shows|offer|list|include|consist of|got|hold)\b/g,
      ' in the $1',
    )
    .replace(/\b(?:has|have|contains?) (?:the |this )?(.+)$/, ' in the $1')
    .replace(/\b(?:are|is|were|was)(?= )/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function lookRules(): Rule[] {
  return [
    rule(
      () => ({ op: 'palette' }),
      '\\b(?:which|what|list)(?: are| is)?(?: (?:all )?the)?(?: main| dominant| primary| most used)? colors(?: (?:is|are|does|do|can|has)\\b.*| (?:of|in|on) PICTURE)?END',
      '\\b(?:palette|color scheme|(?:main|dominant|predominant|prevailing) colors?)\\b',
    ),
    rule(
      (asked) => ({ op: 'color', of: subject(asked), part: 'text' }),
      '\\b(?:text|font|foreground|letter|label)[ -]COLORBELONG\\b',
      '\\bCOLOR(?: is| are| of| has| have)?(?: of)? the (?:text|label|words|wording|letters|font|lettering|writing)\\b(?: (?:of|in|on|inside))?',
    ),
    rule(
      (asked) => ({ op: 'color', of: subject(asked), part: 'border' }),
      '\\b(?:border|outline|frame|stroke)[ -]COLORBELONG\\b',
      '\\bCOLOR(?: is| are| of| has)?(?: of)? the (?:border|outline|frame)\\b(?: (?:of|around|on))?',
    ),
    rule(
      () => ({ op: 'color', of: of(), part: 'fill' }),
      '\\b(?:page|body|screen)?(?:.s)? ?(?:background|page|bg|backdrop) COLOR(?: (?:of|on|in|does|has|is))?(?: PICTURE(?: have)?)?(?: hex| code)?END',
      '\\bCOLOR(?: (?:of|is|has|for|does))*(?: the)? (?:page |screen |overall |main )?(?:background|page|backdrop)(?: (?:of|on|in) PICTURE)?(?: have)?END',
      '^(?:(?:what|which|page|main) )*(?:background|bg)(?: (?:is|of|the|has))* ?(?:the )?(?:page)?END',
    ),
    rule(
      ({ match: { groups = {} } }) => ({ op: 'is-color', of: of(groups['a']), color: groups['color']! }),
      `^(?:is|are|does|do) (?<a>.+?) (?:really |actually |colored |look |of color |in )*(?<color>${COLOR_WORDS.join('|')})(?:ish)?END`,
    ),
    rule(
      (asked) => ({
        op: 'color',
        of: subject({
          ...asked,
          rest: asked.rest.replace(/\b(?:in|as) (?:hex|rgb)\b|\b(?:hex|rgb)(?: code| value)?\b/g, ''),
        }),
        part: 'fill',
      }),
      '\\b(?:background |bg |fill |main )?COLORBELONG\\b',
      '\\b(?:in|as) (?:hex|rgb)\\b',
    ),
    ...fontRules(),
    ...sizeRules(),
  ];
}

function fontRules(): Rule[] {
  const isWith = (aspect: keyof typeof FONT_ASPECTS) =>
    rule(
      ({ text }) =>
        /^(?:is|are|does|do|which|what)\b/.test(text)
          ? {
              op: 'font',
              of: of(
                text
                  .replace(FONT_ASPECTS[aspect], '')
                  .replace(/^(?:is|are|does|do)\b| (?:set|written|printed|shown)? ?in *$/g, ''),
              ),
              aspect,
            }
          : undefined,
      FONT_ASPECTS[aspect].source,
    );
  return [
    rule(
      (asked) => ({ op: 'font', of: subject(asked), aspect: 'size' }),
      '\\b(?:font|text|type|letter|heading|headline|title)[ -]?sizeBELONG\\b',
      '\\bhow (?:big|large|small|tall) (?:is|are) (?:the |its )?(?:text|font|type|letters|lettering|writing|words)\\b(?: (?:of|in|on|inside))?',
      '\\bhow (?:big|large|small) (?:is|are) (?=.*\\b(?:font|text|letters|lettering)END)',
      '\\b(?:what|which) size (?:is|are|has|does|do) (?:the )?(?=.*\\b(?:heading|headline|title|text|font|paragraph|label|caption)s?\\b)',
      '\\b(?:what|which) (?:is the )?size (?:of )?(?:the )?(?:font|text|type)\\b(?: (?:of|in|on))?',
      '\\bsize (?:of|in|for) (?:the )?(?=.*\\b(?:heading|headline|title|text|font|letters)\\b)',
      '\\b(?:what|which) size\\b(?=.*\\b(?:heading|headline|title|text|font)\\b)',
    ),
    rule(
      (asked) => ({ op: 'font', of: subject(asked), aspect: 'weight' }),
      '\\b(?:font[ -]?)?weightBELONG\\b',
      '\\bhow (?:bold|heavy|thick) (?:is|are)\\b',
      '^(?:is|are) (?<a>.+?) (?:in |set in |written in )?bold(?:ed|face)?END',
    ),
    isWith('italic'),
    isWith('underline'),
    rule(
      (asked) => ({
        op: 'font',
        of: subject({ ...asked, rest: asked.rest.replace(/\b(?:name|and|size|used|uses?|set in|have|has)\b/g, '') }),
        aspect: 'all',
      }),
      '\\b(?:FONT|lettering)BELONG\\b',
    ),
  ];
}

function sizeRules(): Rule[] {
  return [
    rule(
      () => ({ op: 'picture-size' }),
      '\\b(?:size|dimensions?|resolution)(?: of| is| has)* (?:the |this |my |that )?(?:whole )?(?:picture|image|screenshot|photo|file)END',
      '\\bhow (?:big|large|wide|tall|high) is (?:the |this )?(?:whole )?(?:picture|image|screenshot|photo|file)END',
      '\\b(?:picture|image|screenshot) (?:size|dimensions|resolution)END|\\bresolution\\b',
    ),
    rule(
      (asked) => ({ op: 'length', side: 'height', of: subject(asked) }),
      '\\bhow (?:tall|high) (?:is|are)\\b',
      '\\bheight(?: (?:of|for|is|has|does))*\\b',
      '\\bhow many (?:px|pixels) (?:tall|high) (?:is|are)\\b',
    ),
    rule(
      (asked) => ({ op: 'length', side: 'width', of: subject(asked) }),
      '\\bhow wide (?:is|are)\\b',
      '\\bwidth(?: (?:of|for|is|has|does))*\\b',
      '\\bhow many (?:px|pixels) wide (?:is|are)\\b',
    ),
    rule(
      (asked) => ({ op: 'size', of: subject(asked) }),
      '^how (?:big|large|small|long) (?:is|are)\\b(?! (?:it|the video))',
      '\\b(?:size|dimensions)(?: (?:of|for|is|in pixels|in px))+\\b',
      '\\bdimensions\\b(?=.*\\b(?:button|card|field|box|image|picture|icon|dialog|table|chart|avatar|logo|sidebar|header)\\b)',
    ),
  ];
}

function wholeRules(): Rule[] {
  const SCREEN =
    '(?:log ?in|sign ?in|sign ?up|registration|register|settings?|preferences|dashboard|analytics|pricing|prices|article|blog(?: post)?|news|checkout|cart|payment|error|404|not found|landing|home|profile|account|chat|messag\\w+|inbox|email|mail|table|list|form|contact|search|results|product|shop|store|calendar|documentation|docs|forum|gallery|admin|onboarding|forgot password|password reset|welcome|data)';
  return [
    rule(
      ({ match }) => ({ op: 'is-screen', what: match.groups!['a']! }),
      `^(?:is|are) (?:this|that|it|PICTURE|we looking at) (?:really |just |supposed to be )?(?:a|an|the|some kind of|some sort of) (?<a>${SCREEN})(?: (?:page|screen|form|view|site|app|panel|window|dialog|post))?END`,
      `^(?:does|do) PICTURE (?:look like|show|seem to be) (?:a|an|the) (?<a>${SCREEN}) (?:page|screen|form|view|site|dialog)END`,
    ),
    rule(
      () => ({ op: 'describe' }),
      '^(?:(?:what|who)(?: exactly)? (?:is|are)|what does) PICTURE(?: (?:about|for|show|showing|depict|all about|of|display|contain|look like|supposed to be))?END',
      '^(?:describe|summari[sz]e|summary|sum up|explain|overview|(?:give me |write )?(?:an? )?(?:short |brief |quick )*(?:overview|summary|description|summari[sz]ation)|tl;?dr|(?:give me |write )?(?:an? )?alt[ -]?text|caption this)\\b(?!.*\\b(?:say|read)\\b)',
      '^what (?:am i|are we) (?:looking at|seeing)|^what do you see|^what can (?:you|i|we) seeEND',
      '^what(?: all)? (?:is|are) (?:shown|happening|going on|visible|there|displayed|to see)?(?: (?:in|on) PICTURE)?END',
      '^(?:what|which) (?:kind|sort|type) of (?:\\w+ )?(?:screen|page|picture|image|app|form|ui|interface|site|website|thing|view|screenshot)\\b',
      '^what (?:screen|page|view|app|site|website) (?:is|am|are)\\b',
      '^in (?:a|one|two|few|short) (?:\\w+ )?(?:sentences?|words?|short)',
      '\\bwhat is (?:the )?(?:purpose|point|topic|subject|gist) of PICTURE',
    ),
    rule(
      () => ({ op: 'read-all' }),
      '^(?:read|transcribe|extract|copy|ocr|give me|show me|list|get|print|dump)(?: me| out)*(?: all)?(?: of)?(?: the| its)?(?: whole| full| entire| complete)? (?:text|texts|words|everything|it all|all|PICTURE)(?: (?:in|on|from|of|that|you|is|see|shown)\\b.*)?END',
      '^(?:what|which) (?:all )?(?:text|words) (?:is|are)(?: (?:there|shown|written|visible|displayed))?(?: (?:in|on))?(?: PICTURE)?END',
      '^what (?:does|do) PICTURE sayEND',
      '^what (?:is|are)(?: the| all)? (?:written|text)(?: (?:in|on) PICTURE)?END',
    ),
  ];
}

function stateRules(): Rule[] {
  const rules: Rule[] = [];
  for (const { pattern: words, name, is } of STATE_WORDS) {
    const source = words.source.replace(/\$$/, '');
    rules.push(
      rule(
        (asked) => stateProgram(asked, name, is),
        `${source}(?= *(?:right now|now|yet|already|by default|at the moment|or not|there|here|in|on|inside|$))`,
      ),
    );
  }
  return rules;
}

/** `is the box checked`, `which tab is selected`, `has the password been filled in`. */
function stateProgram({ text, match }: Asked, name: StateName, is: boolean): Program | undefined {
  const before = text.slice(0, match.index).trim();
  const after = text
    .slice(match.index + match[0].length)
    .replace(/\b(?:right now|now|yet|already|by default|at the moment|or not)\b/g, ' ');
  const which =
    /^(?:which|what|show|list|name|tell me|find)\b(?: (?:of|one of|are|is|all|me)\b)*(?: the)? ?(.*?) ?(?:\b(?:is|are|was|were|has|have|had|(?:is|are|has|have) been|still)(?: (?:currently|still|left|already|been|the|now))*)?$/.exec(
      before,
    );
  const place = after.trim() ? ` ${after.trim()}` : '';
  if (which && !/^(?:color|shade)/.test(which[1]!)) {
    const selection = of(`${which[1] ?? ''}${place}`.trim() || 'item');
    return { op: 'list', of: { ...selection, state: { name, is } } };
  }
  const one =
    /^(?:is|are|was|were|has|have|does|do|did)(?: not)? (?!there\b|any\b)(.+?)(?: (?:been|currently|still|already|get|be|marked|set(?: to)?|turned|switched|look|looks|seem|all))*$/.exec(
      before,
    );
  if (one) {
    const denies = /^\w+ not\b/.test(before);
    return {
      op: 'state',
      of: of(`${one[1]!.replace(/\b(?:still|already|all)\b/g, ' ')}${place}`),
      state: { name, is: denies ? !is : is },
    };
  }
  return undefined;
}

function placeRules(): Rule[] {
  return [
    rule(
      ({ match: { groups = {} } }) => ({
        op: 'compare-place',
        a: of(groups['a']),
        relation: relationOf(groups['relation']!),
        b: of(groups['b']),
      }),
      '^(?:is|are|does|do) (?!there\\b|any\\b)(?<a>.+?) (?:(?:located|placed|positioned|come|comes|stand|sit|appear|lie|standing|sitting) )?(?<relation>RELATED) (?<b>.+?)END',
    ),
    rule(
      (asked) => existsProgram(captured(asked)),
      '^(?:is|are|was|were) (?:there|any)(?: (?:a|an|any|some|other|anything))*(?: (?:called|about|saying|like|on))? (?<a>.+?)(?: (?:here|anywhere|somewhere|at all|visible|shown|available|present))*END',
      '^(?:does|do|has|have) (?:PICTURE|the \\w+|we|i|you) (?:have|contain|contains|show|include|see|got|offer|mention|list)(?: (?:a|an|any|some))* (?<a>.+?)(?: (?:here|anywhere|somewhere|at all))*END',
      '^(?:can|do|could) (?:you|i|we) (?:see|find|spot)(?: (?:a|an|any|the|some))* (?<a>.+?)(?: (?:here|anywhere|somewhere|at all))*END',
      '^(?:can|could) (?:i|we|one|you|users?|people) (?<a>.+?)(?: (?:here|from here|on PICTURE|in PICTURE))?END',
      '^any (?<a>.+?)(?: (?:here|anywhere|somewhere|at all|to see))*END',
    ),
    rule(
      (asked) => ({ op: 'find', of: of(goalOf(captured(asked) || asked.rest)) }),
      '\\b(?:what|which|where)(?: \\w+)? (?:do|should|can|must|would|could) (?:i|we|you|one)(?: (?:have to|need to|want to))? (?:click|press|tap|push|hit|use|select|go|look)(?: on| for| at)?(?: to| in order to| if i want to)? ?(?<a>.*?)END',
      '\\bwhere(?: exactly)? (?:is|are|was|can|do|does|should|would|could|will|might)(?: (?:i|we|you|one))?(?: (?:find|see|locate|get to|click|tap|press|go|have to go|need to go))?(?: on)?(?: to| for| if i want to| in order to)? ?(?<a>.*?)(?: (?:located|placed|positioned|at|hidden|to be found|situated))?END',
      '\\b(?:locate|find|point (?:me |out )?(?:to|at)?|highlight|show me where|position of|location of|coordinates of|where to)(?: on| is| are)?(?: to)? (?<a>.+?)END',
      '\\bhow (?:do|can|could|would|should|to) ?(?:i|we|you|one)? ?(?:go about )?(?<a>.+?)END',
      '^(?:click|press|tap|select|choose|go to|hit|push|open|navigate to|take me to|bring me to)(?: on)? (?<a>.+?)END',
      '^which (?:button|link|control|icon|element|menu item|menu entry|tab|option)s? (?:(?:is|are) (?:for|to|used (?:for|to)|there (?:for|to))|lets? (?:me|you|us|one|users)(?: to)?|(?:would|will|does|do|can) (?:let|allow|open|start|take|bring)(?: me| you)?(?: to)?|opens?|takes (?:me|you)|allows?(?: me| you)?(?: to)?|do i need to) ?(?<a>.+?)END',
      '^(?:i (?:want|need|would like|have|am trying|am looking|am going|wish|intend) (?:to|for)|i (?:am )?(?:looking|searching) for|trying to|looking for|searching for) (?<a>.+?)END',
    ),
    rule(
      (asked) => listProgram(captured(asked)),
      '^(?:list|name|enumerate|show|tell|give)(?: me| us)?(?: all)?(?: of)?(?: the)? (?<a>.+?)END',
      '^(?:what|which) (?:are|is)(?: all)?(?: of)?(?: the| all the)? (?<a>(?:names?|titles?|labels?|texts?|headings?|items|options|entries|links|buttons|fields|tabs|columns|sections|values|choices|categories|menu items|headers|column (?:names|headers|titles|headings)|plans|cards)\\b.*?)END',
      '^(?:what|which) (?<a>.+?s) (?:are|is) (?:there|here|shown|visible|available|present|listed|offered|included|displayed|in|on|inside|under)\\b(?<b>.*)END',
      '^(?:what|which) (?<a>.+?) (?:can|do|could) (?:you|i|we) (?:see|find|have|choose from|pick|fill in|select)',
      '^(?:what|which) (?<a>\\w+s(?: .+?)?) (?:does|do) (?<b>.+?) (?:have|contain|show|offer|list|include)END',
      '^(?:all|every)(?: of)?(?: the)? (?<a>.+?)END',
      '^(?<a>(?:names|titles|labels|texts|headings|captions) of .+?)END',
    ),
  ];
}

/** What someone wants to do, without the words of wanting: `to change my password`. */
function goalOf(text: string): string {
  return (
    text
      .replace(/^(?:(?:to|the|a|an|in order to|i|we|can|could|want to|need to|go to|get to|go|for)\b ?)+/, '')
      .replace(
        /\b(?:,? (?:where|what|which \w+)(?: (?:do|should|can|must|would) i)?(?: (?:go|click|press|tap|look|find))*(?: that| it| this| on)?)$/,
        '',
      )
      .trim() || text
  );
}

function existsProgram(phrase: string): Program {
  const about =
    /^(?:anything|something|a mention|text|a note|information|info|word)s? (?:about|on|of|regarding|concerning|saying|that says|like|called) (.+)$/.exec(
      phrase,
    );
  return { op: 'exists', of: of(about ? about[1] : phrase) };
}

/** Of `the names of the three plans` the plans are asked for. */
function listProgram(phrase: string): Program {
  const named =
    /^(?:(?:names?|titles?|labels?|texts?|headings?|captions?) (?:of|on|in)(?: all)?(?: of)?(?: the)?) (.+)$/.exec(
      phrase,
    );
  const what =
    named && /^(?:titles?|headings?)/.test(phrase) && /\b(?:cards?|sections?|panels?|tiles?)\b/.test(named[1]!)
      ? named[1]!
      : (named?.[1] ?? phrase);
  return { op: 'list', of: { ...of(what.replace(/^(?:what is|everything|all)\b/, 'items')), plural: true } };
}

function readRules(): Rule[] {
  const typed = (type: AnswerType, ...sources: string[]): Rule =>
    rule(
      ({ rest, match }) => ({
        op: 'lookup',
        what: match.groups?.['what'] ?? '',
        of: of(rest.replace(/^(?:is|are|was|were|does|do|did|has|have)\b/, '')),
        type,
      }),
      ...sources,
    );
  return [
    rule(
      (asked) => ({ op: 'read', of: of(captured(asked)) }),
      '^(?:what|which|who)(?: (?:is|are|comes?|stands?|appears?|lies|sits?|do you see|can be seen|does it say|goes))*(?: (?:the|shown|located|written|displayed|placed|right|directly|just))*? ?(?<a>RELATED .+?)END',
      '^(?:and )?(?:the )?(?<a>(?:one|ones|thing|item|button|field|link|text|heading|word|line) RELATED .+?)END',
    ),
    rule(
      ({ match: { groups = {} } }) => ({ op: 'read', of: of(`${groups['a']} ${groups['b']}`) }),
      '^(?:what|which) (?<a>[\\w -]+?) (?:is|are|comes|stands|sits|appears|lies|goes)(?: (?:shown|located|written|placed|right|directly|just|immediately))? ?(?<b>RELATED .+?)END',
    ),
    rule(
      (asked) => ({ op: 'read', of: of(captured(asked)) }),
      '^(?:what|which) (?:does|do|did) (?<a>.+?) (?:say|read|show|display|contain|tell|state|hold|announce)(?: exactly)?END',
      '^(?:read|transcribe|quote|spell)(?: me| us| out)* (?<a>.+?)(?: (?:out|aloud|to me))?END',
      '\\b(?:what|which)(?: exactly)? (?:is|are) (?:(?:the|its) )?(?:exact )?(?:text|label|wording|words|content|contents|caption|placeholder|hint|copy|message|title)(?: text)?(?: (?:written|shown|displayed))? (?:of|in|on|inside|for|at) (?<a>.+?)END',
      '\\b(?:what|which) (?:is|are) (?:written|typed|entered|said|printed|inside|filled in|in|on) (?:in|on|inside|into|at)? ?(?<a>.+?)END',
      '^(?:what|which) (?:text|words?|number|value|label) (?:is|are|stands?|does)(?: (?:written|shown|typed|entered|displayed))? (?:in|on|inside) (?<a>.+?)(?: (?:have|show))?END',
      '^(?:text|label|wording|placeholder|hint|content|contents|caption)(?: text)? (?:of|in|on|inside|for) (?<a>.+?)END',
      '\\bwhat does it say (?:in|on|inside|at|for|about|under) (?<a>.+?)END',
    ),
    typed(
      'money',
      '\\bhow much(?: money)?(?: (?:is|are|does|do|for|would|was|were|did))*(?: (?:cost|costs|the price of))?\\b(?! (?:text|space))',
      '\\bwhat (?:does|do|would) (?=.*\\bcost)',
      '\\b(?:cost|costs)END',
      '\\b(?:the )?(?<what>prices?|costs?)(?: tag)?(?: (?:of|for|is|in|per))+\\b',
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
    typed('person', '^(?:by )?who(?:se|m)?\\b'),
    typed('email', '\\bemail address (?:of|for)\\b'),
    rule(
      ({ match: { groups = {} } }) => lookupOf(groups['a']!, groups['b']!),
      '^(?:(?:what|which|who) (?:is|are|was|were) |tell me |give me )?(?:the )?(?<a>[^?]+?) (?:of|for|from|by|per) (?<b>.+?)END',
      '^(?:(?:what|which|who) (?:is|are|was|were) |tell me |give me )(?:the )?(?<a>[^?]+?) (?:in|on|at) (?<b>.+?)END',
    ),
    rule(
      ({ match: { groups = {} } }) => ({ op: 'lookup', what: '', of: of(groups['a']), type: 'any' }),
      '^(?:what|which|who) (?:is|are|was|were) (?<a>.+?)END',
      '^(?:what|which|whose) (?<a>.+?)END',
      '^tell me (?:about )?(?<a>.+?)END',
    ),
  ];
}

function lookupOf(what: string, whose: string): Program {
  if (BARE_VALUE.test(what)) return { op: 'lookup', what: '', of: of(whose), type: 'any' };
  const asked = of(what);
  const whole = of(`${what} in the ${whose.replace(/^(?:the|this|that|my) /, '')}`);
  // `the first item of the menu`, `the second row in Orders`
  if (
    (asked.ordinal !== undefined || asked.extreme || asked.side) &&
    (asked.noun || !asked.name || asked.plural) &&
    whole.relation
  )
    return { op: 'read', of: { ...asked, relation: whole.relation } };
  // `the label of the blue button`, `the button for the bookstore`
  if (asked.kinds.length && !of(whose).kinds.length) return { op: 'read', of: of(`${what} for ${whose}`) };
  return { op: 'lookup', what, of: of(whose), type: 'any' };
}

export function relationOf(words: string): Relation {
  const known: readonly (readonly [RegExp, Relation])[] = [
    [/left/, 'left of'],
    [/right (?:side )?of|right hand|the right/, 'right of'],
    [/above|over/, 'above'],
    [/inside|within/, 'in'],
    [/next|beside|near/, 'next to'],
    [/after/, 'after'],
    [/before/, 'before'],
  ];
  return known.find(([pattern_]) => pattern_.test(words))?.[1] ?? 'below';
}
