import type { Medium, Scene, TextLine } from '../vision/scene.ts';
import { nameColors } from './color-names.ts';
import type { Description } from './description.ts';
import { interfacePhrases } from './interface-words.ts';
import { listed, plain, quoted, someOf } from './plain.ts';
import { tellScreen } from './screens.ts';
import { viewOf } from './view.ts';
import type { View } from './view.ts';

/** Characters of alternative text: screen readers read it at one go. */
const MOST_ALT = 125;
const MOST_SUMMARY = 400;
/** Below this probability the medium is named as a guess. */
const SURE_MEDIUM = 0.6;
/** Share of the picture from which on a colour is told of. */
const TOLD_SHARE = 0.06;
const MOST_COLORS = 3;
const MOST_LABELS = 5;
/** Lines surer than this are told of where little was read: noise in photographs looks like text. */
const READ = 0.8;

const NOUNS: Record<Medium, string> = {
  interface: 'interface',
  document: 'page of text',
  chart: 'chart',
  icon: 'icon',
  photograph: 'photograph',
  drawing: 'drawing',
};

/** Describes a picture from what its Scene holds; nothing is added to it. */
export function describe(scene: Scene): Description {
  return describeView(viewOf(scene));
}

export function describeView(view: View): Description {
  const { medium, mediumConfidence: confidence, palette } = view.scene;
  const text = view.lines.map((line) => plain(line.text, 1000)).join('\n');
  const { summary, alt } = medium === 'interface' ? describeInterface(view) : describePicture(view);
  return { medium, confidence, summary: plain(summary, MOST_SUMMARY), alt, text, colors: palette };
}

/** Kinds of screens whose own words say most of what they are. */
const SAYING = ['article', 'page', 'error', 'gallery', 'dialog', 'component'];

function describeInterface(view: View): { summary: string; alt: string } {
  const { kind, name } = tellScreen(view);
  const { parts, begin, rest } = interfacePhrases(view);
  const hedge = view.scene.mediumConfidence < SURE_MEDIUM ? 'Probably an interface. ' : '';
  const title = plain(view.design.title, 70);
  const head = title && title.toLowerCase() !== name.toLowerCase() ? `${name} ${quoted(title, 70)}` : name;
  const says = SAYING.includes(kind) ? begin : '';
  const summary = [`${hedge}${sentence(head, parts)}`, says, rest].filter(Boolean).join(' ');
  // As much of it as fits.
  let kept = parts;
  while (kept.length && sentence(head, kept).length > MOST_ALT) kept = kept.slice(0, -1);
  const alt = view.lines.length ? plain(sentence(head, kept), MOST_ALT) : '';
  return { summary, alt };
}

const sentence = (head: string, parts: readonly string[]): string =>
  `${[head, parts.join('; ')].filter(Boolean).join(': ')}.`;

/** What isn't an interface: what it is, its colours, what it says. */
function describePicture({ scene, lines, design }: View): { summary: string; alt: string } {
  const { medium, mediumConfidence, image, palette } = scene;
  const noun = NOUNS[medium];
  const article = /^[aeiou]/.test(noun) ? 'an' : 'a';
  const what = mediumConfidence < SURE_MEDIUM ? `Probably ${article} ${noun}` : `${capital(article)} ${noun}`;
  const told = palette.filter(({ share }, i) => i === 0 || share >= TOLD_SHARE).map(({ color }) => color);
  const colors = nameColors(told).slice(0, MOST_COLORS);
  const read = lines.filter((line) => line.confidence >= READ && /[\p{L}\p{N}]/u.test(line.text));
  const said = read.map((line) => line.text).join(' ');
  if (medium === 'document') return describeDocument(what, said, design.title);
  if (medium === 'chart') return describeChart(what, read, image.height);
  const text = said ? `it says ${quoted(said, 140)}` : 'it holds no text';
  const mostly = colors.length ? `, ${medium === 'photograph' ? 'mostly' : 'in'} ${listed(colors)}` : '';
  return {
    summary: `${what}, ${image.width} × ${image.height}${mostly}; ${text}.`,
    alt: said ? plain(`${capital(noun)} with the text ${quoted(said, 90)}`, MOST_ALT) : '',
  };
}

/** A chart's heading is in this part of it, at the top. */
const HEADING_SHARE = 0.2;

/** Ticks of axes are left out. */
function describeChart(what: string, lines: readonly TextLine[], height: number): { summary: string; alt: string } {
  const sizeOf = (line: TextLine) => Math.max(...line.runs.map((run) => run.style.size));
  const [largest] = [...lines].sort((a, b) => sizeOf(b) - sizeOf(a));
  const isHeading = largest && largest.box.y < height * HEADING_SHARE && /\p{L}{3}/u.test(largest.text);
  const title = isHeading ? plain(largest.text, 100) : '';
  const isNamed = title !== '';
  const labels = lines
    .map(({ text }) => plain(text, 40))
    .filter((text) => /\p{L}/u.test(text) && !title.includes(text));
  const told = [...new Set(labels)];
  const name = isNamed ? ` ${quoted(title)}` : '';
  const reads = told.length
    ? `; its labels read ${someOf(
        told.map((text) => quoted(text, 40)),
        MOST_LABELS,
      )}`
    : '';
  const alt = isNamed
    ? `Chart ${quoted(title, 100)}`
    : told.length
      ? `Chart with the labels ${listed(told.slice(0, MOST_LABELS))}`
      : '';
  return { summary: `${what}${name}${reads}.`, alt: plain(alt, MOST_ALT) };
}

function describeDocument(what: string, said: string, title: string): { summary: string; alt: string } {
  const words = said.split(/\s+/).filter(Boolean).length;
  const named = title ? `: ${quoted(title)}` : '';
  const begin = (said.startsWith(title) ? said.slice(title.length) : said).trim();
  return {
    summary: `${what}${named}, about ${words} words.${begin ? ` It begins ${quoted(begin, 140)}` : ''}`,
    alt: said ? plain(`Page of text: ${quoted(title || said, 100)}`, MOST_ALT) : '',
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
