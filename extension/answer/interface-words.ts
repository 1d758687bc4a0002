/** What an interface shows, in phrases. */
import { areaOf } from './boxes.ts';
import { counted, listed, plain, quoted, someOf } from './plain.ts';
import { figuresIn, pricesIn } from './figures.ts';
import type { Thing, ThingKind } from './things.ts';
import type { View } from './view.ts';
import { FIELDS } from './kinds.ts';

/** Names that a phrase lists, and UTF-16 code units of each. */
const MOST_NAMES = 4;
const MOST_NAME = 32;
const MOST_TABLES = 2;
/** Headings below this rank name details. */
const LOWEST_RANK = 3;
/** Smaller images are icons to the eye. CSS px². */
const LEAST_PICTURE = 40 * 40;
/** Words of a text that may stand for what a page says. */
const PROSE_WORDS = 8;

export interface Phrases {
  /** The most telling first. */
  parts: string[];
  /** A sentence of the page's own, where it has prose. */
  begin: string;
  /** A sentence on what there is besides; empty where there is nothing. */
  rest: string;
}

export function interfacePhrases(view: View): Phrases {
  const of = (...kinds: readonly ThingKind[]) => view.things.filter(({ kind }) => kinds.includes(kind));
  const headings = of('heading').filter(
    ({ name, rank = 9 }) => name !== plain(view.design.title) && rank <= LOWEST_RANK,
  );
  const tables = of('table').filter(({ rows = [] }) => rows.length > 1);
  const prices = pricesIn(view);
  const figures = prices.length ? [] : figuresIn(view);
  const sections = prices.length ? [] : distinct(headings);
  const parts = [
    prices.length ? `prices ${someOf(prices, MOST_NAMES)}` : '',
    figures.length ? `figures ${someOf(figures, MOST_NAMES)}` : '',
    namedOnes(of(...FIELDS), 'field'),
    toggleWords(of('checkbox', 'radio', 'switch')),
    figures.length ? '' : namedOnes(of('button'), 'button'),
    namedOnes(of('tab'), 'tab'),
    sections.length ? `${sections.length === 1 ? 'section' : 'sections'} ${someOf(sections, MOST_NAMES)}` : '',
    ...tables.slice(0, MOST_TABLES).map(tableWords),
    figures.length ? namedOnes(of('button'), 'button') : '',
  ].filter(Boolean);
  return { parts, begin: firstProse(view), rest: restOf(view, of) };
}

const distinct = (things: readonly Thing[]): string[] => [
  ...new Set(things.map(({ name }) => quoted(name, MOST_NAME))),
];

/** The first text of some length. */
function firstProse({ things }: View): string {
  const first = things.find(({ kind, text }) => kind === 'text' && text.split(/\s+/).length >= PROSE_WORDS);
  return first ? `It says ${quoted(first.text, 120)}.` : '';
}

function restOf({ scene }: View, of: (...kinds: ThingKind[]) => Thing[]): string {
  const pictures = of('image').filter(({ box }) => areaOf(box) >= LEAST_PICTURE * scene.scale ** 2);
  const pieces = [
    [of('chart').length, 'chart'],
    [pictures.length, 'picture'],
    [of('link').length, 'link'],
  ] as const;
  const told = pieces.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
  return told.length ? `It also shows ${listed(told)}.` : '';
}

/** `fields Email and Password`, `14 buttons, among them Save and Cancel`; empty where there are none. */
function namedOnes(things: readonly Thing[], noun: string): string {
  if (!things.length) return '';
  const names = [...new Set(things.map(({ name }) => plain(name, MOST_NAME)).filter(Boolean))];
  if (!names.length) return '';
  if (names.length <= MOST_NAMES && names.length === things.length)
    return `${names.length === 1 ? noun : `${noun}s`} ${listed(names)}`;
  return `${counted(things.length, noun)}, among them ${listed(names.slice(0, MOST_NAMES - 1))}`;
}

const ON: Partial<Record<ThingKind, readonly [noun: string, on: string, off: string]>> = {
  checkbox: ['checkbox', 'checked', 'not checked'],
  radio: ['radio button', 'selected', 'not selected'],
  switch: ['switch', 'on', 'off'],
};

function toggleWords(toggles: readonly Thing[]): string {
  return Object.entries(Object.groupBy(toggles, ({ kind }) => kind))
    .map(([kind, ones]) => {
      const [noun, on, off] = ON[kind as ThingKind]!;
      const [only] = ones;
      if (ones.length === 1 && only!.name)
        return `${noun} ${plain(only!.name, MOST_NAME)} (${only!.state.checked ? on : off})`;
      return `${counted(ones.length, noun)} (${counted(ones.filter(({ state }) => state.checked).length, on, on)})`;
    })
    .join('; ');
}

function tableWords({ name, rows = [] }: Thing): string {
  const columns = Math.max(...rows.map((row) => row.length));
  return `table${name ? ` ${quoted(name, MOST_NAME)}` : ''} of ${counted(rows.length, 'row')} and ${counted(columns, 'column')}`;
}
