import type { Box } from '../../../extension/vision/scene.ts';
import type { Random } from '../random.ts';
import type { Fact, FactKind, PageFacts } from '../facts.ts';
import type { Expected, Kind } from '../question.ts';

/** A question before it is put into words. */
export interface Ask {
  kind: Kind;
  /** Of the phrasings. */
  id: string;
  slots: Record<string, string>;
  expect: Expected;
  also?: string[];
  /** What was asked before it. */
  before?: { id: string; slots: Record<string, string> };
}

/** What askers are given: `absent` are names that no text of the page holds. */
export interface AskingPage {
  facts: PageFacts;
  random: Random;
  absent: string[];
  /** Names of buttons with what they are for. */
  goals: Record<string, string[]>;
}

export type Asker = (page: AskingPage) => Ask[];

export const boxOf = ({ x, y, width, height }: Box): [number, number, number, number] => [x, y, width, height];

/** A text as it is compared: case, blanks, quotes and what ends it don't count. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\u2026/g, '...')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^["'(]+|["')]+$/g, '')
    .replace(/[\s.,:;!?*]+$/, '')
    .replace(/^["']+|["']+$/g, '');
}

/** Characters; longer names nobody types. */
const LONGEST_NAME = 40;
const MOST_WORDS = 6;

/** Whether a person could call a thing by this name: short, readable, of plain letters. */
export function isAskable(name: string): boolean {
  const plain = /^[A-Za-z0-9][A-Za-z0-9 &'’,./$€£%+@_-]*[A-Za-z0-9.%!)]?$/.test(name);
  return plain && /[A-Za-z]{2}/.test(name) && name.length <= LONGEST_NAME && name.split(' ').length <= MOST_WORDS;
}

/** Whether a name holds another as words of its own: then the other could mean both. */
function says(name: string, other: string): boolean {
  return ` ${normalised(name)} `.includes(` ${normalised(other)} `);
}

/** Things of these kinds that can be named: no other of them has the name, or one that holds it. */
export function named(facts: PageFacts, ...kinds: FactKind[]): Fact[] {
  const all = facts.things.filter(({ kind }) => kinds.includes(kind));
  return all.filter(
    (thing) => isAskable(thing.name) && all.every((other) => other === thing || !says(other.name, thing.name)),
  );
}

/** Things that go by their name alone: it stands in no other text of the page. */
export function namedAlone(facts: PageFacts, ...kinds: FactKind[]): Fact[] {
  return named(facts, ...kinds).filter((thing) => timesSaid(facts, thing.name) <= 1 && thing.name.length > 2);
}

/** In how many texts of the page a name stands. */
export function timesSaid(facts: PageFacts, name: string): number {
  return facts.texts.filter(({ text }) => says(text, name)).length;
}

export function isSaid(facts: PageFacts, name: string): boolean {
  const held = facts.things.flatMap((thing) => [thing.name, thing.text, thing.hint ?? '']);
  return [...facts.texts.map(({ text }) => text), ...held].some((text) => normalised(text).includes(normalised(name)));
}

export const of = (facts: PageFacts, ...kinds: FactKind[]): Fact[] =>
  facts.things.filter(({ kind }) => kinds.includes(kind));

/** The one of its kind, where there is one only and it can be seen whole. */
export function only(facts: PageFacts, ...kinds: FactKind[]): Fact | undefined {
  const all = of(facts, ...kinds);
  return all.length === 1 && !facts.partly.some((kind) => kinds.includes(kind)) ? all[0] : undefined;
}
