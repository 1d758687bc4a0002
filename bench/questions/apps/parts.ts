import type { Random } from '../random.ts';
import type { SetName } from '../sets.ts';
import type { AppWords } from './words.ts';

/** What a page tells of itself that is no role or value of its elements. `at` is a selector of the element that is the answer. */
export interface Told {
  id: string;
  slots: Record<string, string>;
  expect: { text: string } | { texts: string[] } | { number: number } | { at: string };
  also?: string[];
}

/** What a kind of page is drawn with. */
export interface Drawing {
  set: SetName;
  random: Random;
  words: AppWords;
}

export interface AppPage {
  body: string;
  told: Told[];
}

export const money = (cents: number, sign = '$'): string =>
  `${sign}${(cents / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`;

/** A bar or a side bar with the application's pages around what is in `main`. */
export function framed({ random, words }: Drawing, main: string, search = false): string {
  const current = random.below(4);
  const links = words.pages
    .slice(0, 4 + random.below(4))
    .map((name, i) => `<a href="#" ${i === current ? 'class="on" aria-current="page"' : ''}>${name}</a>`);
  const brand = `<span class="brand">${random.pick(words.brands)}</span>`;
  const box = search ? '<input class="text end" type="search" placeholder="Search" style="width:220px">' : '';
  if (random.chance(0.5))
    return `<header class="bar">${brand}<nav>${links.join('')}</nav>${box}</header><main>${main}</main>`;
  return `<div class="app"><aside class="side">${brand}<nav>${links.join('')}</nav></aside><main>${box ? `<div class="row" style="margin-bottom:18px">${box}</div>` : ''}${main}</main></div>`;
}

export const button = (text: string, kind = '', more = ''): string =>
  `<button class="btn ${kind}" ${more}>${text}</button>`;

export const field = (label: string, value: string, more = ''): string =>
  `<label class="field"><span>${label}</span><input class="text" type="text" value="${value}" ${more}></label>`;

export const choice = (type: 'checkbox' | 'radio', label: string, checked: boolean): string =>
  `<label class="choice"><input type="${type}" name="${type}" ${checked ? 'checked' : ''}> ${label}</label>`;

export function table(heads: string[], rows: string[][], foot?: string[]): string {
  const row = (cells: string[], tag: string) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${row(heads, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody>${foot ? `<tfoot>${row(foot, 'td')}</tfoot>` : ''}</table>`;
}
