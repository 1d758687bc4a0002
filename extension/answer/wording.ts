/** A question in plain wording: short forms written out, slips of the pen mended, manners dropped. */
import { CONCEPT_WORDS } from './concepts.ts';
import { quotingNames } from './names.ts';
import type { Names } from './names.ts';
import { QUESTION_WORDS } from './question-words.ts';
import { editDistance } from './words.ts';
import { QUESTION_VOCABULARY } from './wordings.ts';

/** Short forms and spellings, as they are written out. */
const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [
    /\b(what|where|who|how|which|when|that|there|it|here)(?:'s|s(?= (?:the|this|that|in|on|my|a|an|under|below|above|left|right|next|wrong|shown|written|it)\b))/g,
    '$1 is',
  ],
  [/\bwhats\b/g, 'what is'],
  [/\bwheres\b/g, 'where is'],
  [/\b(what|where|who|how|they|we|you)'re\b/g, '$1 are'],
  [/\b(is|are|was|were|do|does|did|has|have|had|could|would|should)n'?t\b/g, '$1 not'],
  [/\b(?:can't|cant|cannot)\b/g, 'can not'],
  [/\b(?:won't|wont)\b/g, 'will not'],
  [/\b(?:i'm|im)\b/g, 'i am'],
  [/\b(i|you|we|they|what|where|who|how)'(?:ve)\b/g, '$1 have'],
  [/\b(i|you|we|they|it)'(?:ll)\b/g, '$1 will'],
  [/\b(i|you|we|they)'d\b/g, '$1 would'],
  [/\bwanna\b/g, 'want to'],
  [/\bgotta\b/g, 'have to'],
  [/\bgimme\b/g, 'give me'],
  [/\blemme\b/g, 'let me'],
  [/\b(?:w[au]t|wht|waht)\b/g, 'what'],
  [/\br\b(?= (?:there|the|these|they|any|my|we|u|you)\b)/g, 'are'],
  [/(?<=\b\w+s )r\b(?= (?:there|here|on|in|checked|shown|visible))/g, 'are'],
  [/\bu\b/g, 'you'],
  [/\b(?:pls|plz|plss|thx|ty|thanks|thank you|cheers|kindly)\b/g, 'please'],
  [/\bcolour/g, 'color'],
  [/\bgrey(?=ed|\b)/g, 'gray'],
  [/\be[- ]mail/g, 'email'],
  [/\b(sign|log)[- ]?(in|up|out|on)\b/g, '$1 $2'],
  [/\bcheck[- ](box(?:es)?)\b/g, 'check$1'],
  [/\b(?:tick)[- ]?(box(?:es)?)\b/g, 'check$1'],
  [/\b(drop)[- ](downs?)\b/g, '$1$2'],
  [/\b(text)[- ](box(?:es)?|areas?|fields?|inputs?)\b/g, '$1 $2'],
  [/\btext(box(?:es)?|areas?|fields?)\b/g, 'text $1'],
  [/\b(side|nav|tool|tab|status)[- ](bars?)\b/g, '$1$2'],
  [/\b(?:pwd?|passwd)\b/g, 'password'],
  [/\bbtn(s?)\b/g, 'button$1'],
  [/\bhow numerous (?:is|are) (?:the |these |those )?([^?.!]+)/g, 'how many $1 are there'],
  [/\bpics?\b/g, 'picture'],
  [/\bscreen ?shot(?=s?\b)/g, 'screenshot'],
  [/\bfb\b/g, 'facebook'],
  [/\bnr\.? of\b/g, 'number of'],
];

/** `Save's greyed out`: not what is Save's. */
const IS_SHORT =
  /'s(?= (?:still |now |really |already )*(?:gr[ae]yed|checked|unchecked|ticked|unticked|selected|unselected|chosen|picked|disabled|enabled|active|inactive|highlighted|turned|switched|toggled|empty|blank|filled|placed|located|on|off|in|at|above|below|under|left|right|higher|lower|further|next)\b)/g;

/** What is said for manners, or about asking. */
const MANNERS: readonly RegExp[] = [
  /^(?:(?:please|hey|hi|hello|hiya|ok|okay|so|and|also|well|now|then|but|um+|hm+|quick question|one question|question|just|oh|great|good|cool|right|yes|no|sorry|excuse me|pixelwright|there)\b[,!.:;-]* ?)+/,
  /^(?:(?:can|could|would|will) (?:you|u|i|we) (?:please |maybe |perhaps |kindly |just )?|i (?:just )?(?:want|need|would like|have|wish) (?:you )?(?:to )?(?:know |find out |check |see )|i (?:am|was) (?:just )?(?:wondering|curious|asking|interested in)(?: about)?,? |do you (?:happen to )?know,? |any idea,? |(?:please )?(?:help me|let me know|let me see|remind me),? )(?=(?:what|where|which|how|who|when|if|whether|see (?:if|whether)|is|are|tell|show|read|list|find|count|describe|explain|locate|summari|give|name|point|check|the)\b)/,
  /^(?:please )?(?:tell|show|give|inform) me,? (?:please )?(?:about )?(?=(?:what|where|which|how|who|when|if|whether)\b)/,
  /^(?:please )?(?:check|verify|confirm|see) (?=(?:if|whether)\b)/,
  /^(?:(?:kindly|simply) )?(?:state|specify|identify|indicate|report|determine|return|provide|extract|give|output) (?=(?:the|what|which|whether|if|how|where|all)\b)/,
  /^(?:if|whether) /,
  /^please /,
];
/** What is said before a question, up to a comma or colon. */
const PREAMBLE =
  /^(?=[^“”"]{0,60}?\b(?:know|tell|question|looking|look|screenshot|picture|image|see|here|wondering|curious|please|help|sorry|quickly|hello|thanks)\b)[^“”".?!]{0,60}?[,:;–-]+ (?=(?:(?:and|so|but|then) )?(?:what|where|which|who|whose|when|how|is|are|does|do|did|has|have|can|could|in|read|list|find|show|count|name|tell|give|locate|point|describe|summari\w+|compare|the|number|text|hex|font|size|color|background|width|height|label|price|position|i|any|from|by)\b|[“"])/;
/** `if the box is ticked`, as it is asked. */
const WHETHER = /^(?:if|whether) (.+?) (is|are|was|were|has|have) (.+)$/;
/** `the alert is red, isn't it`: asked by what comes last. */
const TAG =
  /^(.+?),? (?:is|are|was|were|has|have|does|do|did|can|will)(?: not)? (?:it|they|there|that|this|one|he|she)(?: not)?[?.!\s]*$/;
/** What is said there is, is, has. */
const DECLARED =
  /^(?!(?:what|where|which|who|how|is|are|does|do|has|have|can|did|was|were)\b)(.+?) (is|are|was|were|has|have) (.+)$/;
/** `the button is disabled, yes or no`. */
const YES_OR_NO = /(?:[,:;]? *\(?\b(?:yes or no|y\/n|yes\/no|true or false|or not)\)?|, (?:right|correct))[?.!\s]*$/;
const MANNERS_AT_END =
  /(?:,? (?:please|for me|by the way|btw|exactly|here|right now|at the moment|currently|then|though|again|do you know|can you tell(?: me)?|can you see(?: it)?|just (?:a )?(?:guess|roughly)(?: is fine)?))+[?.!\s]*$/;
/** Shorter words are too like others to be mended, but for swapped letters. */
const LEAST_MENDED = 5;
const LEAST_SWAPPED = 3;
/** Short words that are typed in the wrong order more often than they are others. */
const SHORT = new Set(['the', 'and', 'how', 'who', 'are', 'has', 'for']);
/** Words like ours that people mean as they are. */
const OTHER_WORDS = new Set(
  'cart note code data date site form post page time more most mode model made make take back load lead read road them then than this their total sent send font front point print plan plane start state stats rate role rule line like list last late later latter sign size side sort short share shape sheet store score card care cars core text test next best rest tags tap taps thin think thing main mail mark male many even ever every over other another older order border broader user users used uses first fist found round sound ground group close closed clone color colon menu menus item items team term terms tile title table cable able tool tools type types value valid view views week work works word words world year years yes below blow above about after alter afters left let right light might night tight white while write under until upper lower inner outer owner power tower shown show snow slow know now not hot no women though president court county along bank alone character characters stage bring began begin forget played waiting based peace spent spend cold shall clean developed developer contract band spring plant block black coast cost server serve month separate smart fund funds prime prevent produce product carried possible setting taste alternative alternatives plants appeal grant shoes elections identity taxes truck context shots ticket salt prize dedicated seeking chat tank expert chose plate roads contest attacked immediate paint painting paintings pilot shipping chances extensive filed pride smell primarily sharp trick audio bone moral processing shock thick math palace photography woods sand clock locked anger skill still struck banner cares contracts forth compete medal serves forum resort sword begun consent regards exit holes principal shops arena precious shake shore bones packed enable separated carrier followers funded stopping creates revenue spare auction dawn coins coin icons lover spider alert wound applied asset healing hiring trips beats males dose trace track wasted bases heating stored lease stake stairs closet providers valve charm cared range witch rewards reward shark tales statue monkey filmed tablet warming invention dimension massage prizes reporters wheat arrange slice injection weigh whale caution explosive steak thorough cheek curry processed ballet frost enables grind spice bore directory painter prone sixty baked coordinator snack seated hiking lending vague container containers curtain farther lengthy certainty coordinate dividend token banker doses fines splitting activate activated beams biased lifts locking metre photographic coats postponed blink greed remain intentional litter shady slack slick contests fined grape leaking responsive stated transcript beads moist persona princes sewing shale weighs bonding drown strand waits audit'.split(
    ' ',
  ),
);

/**
 * The wording that rules are made for, in lower case. What stands in quotation marks stays as it is.
 * @param names what stands in the pictures asked about: it is taken as quoted, and its words for no slips of the pen
 */
export const plainWording = (question: string, names: Names): string => withoutManners(inFull(question, names));

/** A question with its names quoted, its words written out, its slips mended; manners and all. */
export function inFull(question: string, names: Names): string {
  const quoted = quotingNames(question, names).replace(IS_SHORT, ' is');
  const pieces = quoted.split(/(["“”«»„][^"“”«»„]+["“”«»„])/);
  return pieces.map((piece, i) => (i % 2 ? piece : writtenOut(piece, names.words))).join('');
}

/** A question in full without what is said for manners. */
export function withoutManners(full: string): string {
  let text = full;
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(PREAMBLE, '');
    for (const manner of MANNERS) text = text.replace(WHETHER, '$2 $1 $3').replace(manner, '').trimStart();
    text = text.replace(MANNERS_AT_END, '');
    text = text
      .replace(YES_OR_NO, '')
      .replace(TAG, (whole, said: string) => (DECLARED.test(said) ? said.replace(DECLARED, '$2 $1 $3') : whole));
  }
  return text
    .replace(/[?.!,;\s]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function writtenOut(text: string, known: ReadonlySet<string>): string {
  const mend = (word: string) => (known.has(word) ? word : mended(word));
  // What is mended may be a short form or of another spelling.
  return inLongForm(inLongForm(text).replace(/[\p{L}']+/gu, mend));
}

const inLongForm = (text: string): string =>
  WRITTEN_OUT.reduce((out, [pattern, written]) => out.replace(pattern, written), text);

/** Words that questions are put in, and those of them that others are mended to: short ones are too like words of all sorts. */
const OURS: ReadonlySet<string> = new Set([...QUESTION_WORDS, ...QUESTION_VOCABULARY]);
const MEANT: readonly string[] = [...OURS].filter((word) => word.length >= LEAST_MENDED || QUESTION_WORDS.has(word));

/** The word of ours that was meant, or the word itself. */
function mended(word: string): string {
  if (word.length < LEAST_SWAPPED || OURS.has(word) || CONCEPT_WORDS.has(word) || OTHER_WORDS.has(word)) return word;
  const bare = word.replace(/(?:s|es|ed|ing|er|ly)$/, '');
  if (OURS.has(bare) || OURS.has(`${bare}e`)) return word;
  const most = word.length >= 9 ? 2 : 1;
  let [best, least] = [word, most + 1];
  for (const ours of MEANT) {
    const isSlip = isSwapped(ours, word) && (word.length > LEAST_SWAPPED || SHORT.has(ours));
    if (
      !isSlip &&
      (Math.max(ours.length, word.length) < LEAST_MENDED || word.length < LEAST_MENDED - 1 || ours[0] !== word[0])
    )
      continue;
    // Swapped letters are the slip that is made most.
    const slips = editDistance(ours, word) - (isSlip ? 0.5 : 0);
    if (slips < least) [best, least] = [ours, slips];
  }
  return best;
}

const isSwapped = (a: string, b: string): boolean =>
  a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
