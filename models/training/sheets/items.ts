import type { Faker } from '@faker-js/faker';
import { BOLD_FROM, inkColor, itemStyle, rgb, type ItemStyle } from './styles.ts';
import type { Family } from './fonts.ts';
import { sized } from './icons.ts';
import type { Random } from './random.ts';
import type { Texts } from './texts.ts';

export interface Run {
  text: string;
  css: string;
  bold: boolean;
  italic: boolean;
}

export interface Item {
  style: ItemStyle;
  /** Empty for junk: an icon or a shape, which the reader must not read. */
  runs: Run[];
  /** Markup drawn in place of text. */
  junk?: string;
  /** An icon beside the text, which the reader has to pass over. */
  icon?: { svg: string; side: 'left' | 'right' };
}

/** Shares of the items that are no text, that have an icon beside them, and that change style half-way. */
const JUNK_SHARE = 0.025;
const ICON_SHARE = 0.07;
const MIXED_SHARE = 0.24;
/** No line is longer than this, in characters; and large type is short. */
const LONGEST = 110;
/** Width of a line that its font size allows, CSS pixels. */
const LINE_WIDTH = 620;

const escape = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Splits a text at spaces into runs, some of them emphasised, linked or in another weight. */
function mixedRuns(text: string, style: ItemStyle, random: Random): Run[] {
  const base = { bold: style.weight >= BOLD_FROM, italic: style.italic };
  const words = text.split(' ');
  if (words.length < 2 || !random.chance(MIXED_SHARE)) return [{ text, css: '', ...base }];
  const from = random.int(0, words.length - 1);
  const to = Math.min(words.length, from + random.int(1, 3));
  const parts = [words.slice(0, from), words.slice(from, to), words.slice(to)].map((w) => w.join(' '));
  const heavy = style.family.weights.filter((w) => w >= BOLD_FROM);
  const emphasis = random.weighted<Partial<Run>>([
    [4, { css: `color:${rgb(inkColor(random, style.background))};` }],
    [3, { css: `color:${rgb(inkColor(random, style.background))};text-decoration:underline;` }],
    [heavy.length ? 5 : 0, { css: `font-weight:${heavy[0] ?? 700};`, bold: true }],
    [style.family.italic ? 3 : 0, { css: 'font-style:italic;', italic: true }],
    [1, { css: `font-size:${random.pick([75, 80, 85, 120])}%;` }],
  ]);
  const runs: Run[] = [
    { text: parts[0]! ? `${parts[0]} ` : '', css: '', ...base },
    { text: parts[1]!, css: '', ...base, ...emphasis },
    { text: parts[2]! ? ` ${parts[2]}` : '', css: '', ...base },
  ];
  return runs.filter((run) => run.text);
}

/** The items of one sheet. */
export function makeItems(
  count: number,
  random: Random,
  faker: Faker,
  texts: Texts,
  families: { web: Family[]; system: Family[] },
  scale: number,
  icons: string[],
  pictures: number,
): Item[] {
  return Array.from({ length: count }, () => {
    const style = itemStyle(random, families, scale, pictures);
    if (random.chance(JUNK_SHARE)) return { style, runs: [], junk: junk(random, icons, pictures) };
    const limit = Math.min(LONGEST, Math.max(3, Math.round(LINE_WIDTH / (style.size * 0.5))));
    const runs = mixedRuns(texts.draw(random, faker, limit), style, random);
    if (!random.chance(ICON_SHARE)) return { style, runs };
    const svg = sized(random.pick(icons), `${random.range(0.8, 1.3).toFixed(2)}em`);
    return { style, runs, icon: { svg, side: random.chance(0.75) ? 'left' : 'right' } };
  });
}

function junk(random: Random, icons: string[], pictures: number): string {
  const size = random.int(12, 48);
  if (random.chance(0.75)) return sized(random.pick(icons), `${size}px`);
  return `<i style="display:inline-block;width:${random.int(20, 200)}px;height:${size}px;background:var(--picture${random.int(0, pictures - 1)}) ${random.int(0, 200)}px 0;border-radius:${random.pick([0, 4, 50])}px"></i>`;
}

export function itemHtml(item: Item, random: Random): string {
  const text = item.runs.map((run) => `<span style="${run.css}">${escape(run.text)}</span>`).join('');
  const gap = `<u style="display:inline-block;width:${random.range(0.2, 0.7).toFixed(2)}em"></u>`;
  const beside = item.icon?.side === 'left' ? item.icon.svg + gap + text : text + gap + (item.icon?.svg ?? '');
  const inner = item.junk ?? (item.icon ? beside : text);
  const place = `margin:0 0 ${random.range(0, 1).toFixed(2)}px ${random.range(0, 1.5).toFixed(2)}px;padding:${random.int(4, 10)}px ${random.range(7, 12).toFixed(2)}px;`;
  return `<div style="${item.style.css.replace(/"/g, "'")}${place}"><b>${inner}</b></div>`;
}
