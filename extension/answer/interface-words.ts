/** What an interface shows, in phrases. */
import { likeness } from './boxes.ts';
import { counted, listed, plain, quoted, someOf } from './plain.ts';
import type { Thing, ThingKind } from './things.ts';
import type { View } from './view.ts';

const MOST_NAMES = 4;
/** Characters of a name in a list. */
const MOST_NAME = 32;
const FIELDS: ThingKind[] = ['text-field', 'text-area', 'select'];

/** Phrases in order of weight, and a sentence on what there is besides them. */
export function interfacePhrases(view: View): { parts: string[]; rest: string } {
  const { things, design } = view;
  const of = (...kinds: ThingKind[]) => things.filter((thing) => kinds.includes(thing.kind));
  const parts: string[] = [];
  const title = plain(design.title, 70);
  if (title) parts.push(`heading ${quoted(title, 70)}`);
  const headings = of('heading').filter((thing) => thing.name !== title && (thing.rank ?? 9) <= 3);
  const fields = of(...FIELDS);
  if (fields.length) parts.push(namedOnes(fields, 'field'));
  const toggles = of('checkbox', 'radio', 'switch');
  if (toggles.length) parts.push(togglesIn(toggles));
  const buttons = of('button');
  if (buttons.length) parts.push(namedOnes(buttons, 'button'));
  const tabs = of('tab').filter((tab) => tab.name);
  if (tabs.length > 1) parts.push(namedOnes(tabs, 'tab'));
  if (headings.length)
    parts.push(`${headings.length === 1 ? 'section' : 'sections'} ${someOf(headings.map(shortName), MOST_NAMES)}`);
  const tables = of('table').filter((table) => (table.rows?.length ?? 0) > 1);
  for (const table of tables.slice(0, 2)) parts.push(tableWords(table));
  if (!parts.length) {
    const first = view.lines.find((line) => /\p{L}{2}/u.test(line.text));
    if (first) parts.push(`it says ${quoted(first.text, 90)}`);
  }
  return { parts, rest: restOf(of) };
}

function restOf(of: (...kinds: ThingKind[]) => Thing[]): string {
  const pieces: string[] = [];
  const count = (kind: ThingKind, noun: string) => {
    const found = of(kind);
    if (found.length) pieces.push(counted(found.length, noun));
  };
  count('chart', 'chart');
  const charts = of('chart');
  const images = of('image').filter((image) => !charts.some((chart) => likeness(chart.box, image.box) > 0.5));
  if (images.length) pieces.push(counted(images.length, 'picture'));
  count('link', 'link');
  return pieces.length ? `It also shows ${listed(pieces)}.` : '';
}

function shortName({ name }: Thing): string {
  return quoted(name, MOST_NAME);
}

/** `fields Email and Password`, `14 buttons, among them Save and Cancel`. */
function namedOnes(things: readonly Thing[], noun: string): string {
  const names = [...new Set(things.map(({ name }) => plain(name, MOST_NAME)).filter(Boolean))];
  if (!names.length) return counted(things.length, noun);
  if (names.length <= MOST_NAMES && names.length === things.length)
    return `${names.length === 1 ? noun : `${noun}s`} ${listed(names)}`;
  const told = names.slice(0, MOST_NAMES - 1);
  return `${counted(things.length, noun)}, among them ${listed(told)}`;
}

function togglesIn(toggles: readonly Thing[]): string {
  const checked = toggles.filter((toggle) => toggle.state.checked);
  const noun = toggles.every(({ kind }) => kind === 'switch')
    ? 'switch'
    : toggles.every(({ kind }) => kind === 'radio')
      ? 'radio button'
      : 'checkbox';
  const [only] = toggles;
  if (toggles.length === 1 && only?.name)
    return `${noun} ${plain(only.name, MOST_NAME)} (${only.state.checked ? 'on' : 'off'})`;
  return `${counted(toggles.length, noun)} (${checked.length} on)`;
}

function tableWords({ name, rows = [] }: Thing): string {
  const columns = Math.max(...rows.map((row) => row.length));
  return `table${name ? ` ${quoted(name, MOST_NAME)}` : ''} of ${rows.length} rows and ${columns} columns`;
}
