/** Answers about how well text can be read: contrast and size. */
import { wcagContrast } from 'culori';
import type { Scene, TextLine, TextStyle } from '../vision/scene.ts';
import { decline } from './decline.ts';
import { called, fact, say } from './facts.ts';
import { styleOf } from './looks.ts';
import { forOne, MOST_LISTED } from './one.ts';
import type { Subject } from './one.ts';
import { counted, plain, quoted } from './plain.ts';
import type { Selection } from './program.ts';
import { lineBreak, textValue } from './reply.ts';
import type { Part, Reply } from './reply.ts';
import type { Selected } from './select.ts';

/** WCAG 2.2, success criterion 1.4.3: the ratio of text, and of large text; which text is large, in CSS px (18 pt, 14 pt bold). */
const LEAST_RATIO = 4.5;
const LEAST_LARGE = 3;
const LARGE = 24;
const LARGE_BOLD = 18.66;
const BOLD = 700;
/** Text below this is hard to read. CSS px. */
export const SMALL = 12;
/** Sizes are measured to this. CSS px. */
const SIZE_SLACK = 0.4;
/** Lines less sure than this may be no text at all. */
const READ = 0.6;

const ratioOf = ({ color, background }: TextStyle): number => Math.round(wcagContrast(color, background) * 100) / 100;

const leastFor = ({ size, weight }: TextStyle): number =>
  size >= LARGE || (size >= LARGE_BOLD && weight >= BOLD) ? LEAST_LARGE : LEAST_RATIO;

const ratioWords = (ratio: number): string => `${ratio} : 1`;

/** The contrast of one thing's text with what lies under it. */
export function contrast(of: Selection, subject: Subject): Reply {
  const { view, picture } = subject;
  return forOne(of, subject, (one) => {
    const style = styleOf(view.scene, one.thing);
    if (!style) return decline(view, `text in the ${called(one.thing)}`);
    const ratio = ratioOf(style);
    const least = leastFor(style);
    return {
      parts: [
        say(`The contrast of the ${called(one.thing)} is `),
        fact(ratioWords(ratio), picture, [one]),
        say(
          ` (${style.color} on ${style.background}); ${ratio >= least ? 'WCAG AA' : 'less than WCAG AA'} asks for ${least} : 1.`,
        ),
      ],
      value: { kind: 'number', number: ratio },
    };
  });
}

interface Found {
  line: TextLine;
  style: TextStyle;
}

/** The style of most of a line's letters. */
function linesOf({ lines }: Scene): Found[] {
  return lines
    .filter(({ confidence, text, runs }) => confidence >= READ && runs.length && /[\p{L}\p{N}]/u.test(text))
    .map((line) => ({ line, style: [...line.runs].sort((a, b) => b.text.length - a.text.length)[0]!.style }));
}

/** Texts with less contrast than WCAG 2.2 AA asks for, the worst first. */
export function lowContrast({ view, picture }: Subject): Reply {
  const found = linesOf(view.scene)
    .filter(({ style }) => ratioOf(style) < leastFor(style))
    .sort((a, b) => ratioOf(a.style) - ratioOf(b.style));
  const tell = ({ line, style }: Found) =>
    `${quoted(line.text, 60)}: ${ratioWords(ratioOf(style))}, of ${leastFor(style)} : 1 (${style.color} on ${style.background})`;
  return told(
    found,
    'has too little contrast',
    'have too little contrast',
    'I see no text with less contrast than WCAG AA asks for.',
    tell,
    picture,
  );
}

/** Texts set smaller than 12 CSS px, the smallest first. */
export function smallText({ view, picture }: Subject): Reply {
  const found = linesOf(view.scene)
    .filter(({ style }) => style.size < SMALL - SIZE_SLACK)
    .sort((a, b) => a.style.size - b.style.size);
  const tell = ({ line, style }: Found) => `${quoted(line.text, 60)}: ${Math.round(style.size * 10) / 10} px`;
  const none = `I see no text smaller than ${SMALL} px.`;
  return told(found, `is smaller than ${SMALL} px`, `are smaller than ${SMALL} px`, none, tell, picture);
}

function told(
  found: readonly Found[],
  one: string,
  many: string,
  none: string,
  tell: (found: Found) => string,
  picture: number,
): Reply {
  if (!found.length) return { parts: [say(none)], value: { kind: 'texts', texts: [] }, confidence: 0.8 };
  const parts = found
    .slice(0, MOST_LISTED)
    .flatMap((each): Part[] => [lineBreak, fact(tell(each), picture, [selected(each)])]);
  const texts = found.map(({ line }) => plain(line.text, 300));
  return {
    parts: [say(`${capital(counted(found.length, 'text'))} ${found.length === 1 ? one : many}:`), ...parts],
    value: texts.length === 1 ? textValue(texts[0]!) : { kind: 'texts', texts },
    confidence: 0.7,
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const selected = ({ line }: Found): Selected => ({
  thing: {
    kind: 'text',
    name: plain(line.text),
    text: line.text,
    box: line.box,
    confidence: line.confidence,
    state: {},
  },
  score: 1,
});
