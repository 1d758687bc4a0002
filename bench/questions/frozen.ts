import { readFileSync } from 'node:fs';
import type { Box } from '../../extension/vision/scene.ts';
import { readPages } from '../pages.ts';
import type { BenchPage } from '../pages.ts';
import type { Fact, FactKind, PageFacts } from './facts.ts';
import { setOf } from './sets.ts';
import type { SetName } from './sets.ts';

/** A page of which only the picture and some of what it held is there. */
export interface FrozenPage {
  name: string;
  png: string;
  facts: PageFacts;
}

interface FrozenTruth {
  width: number;
  height: number;
  /** Text in lower case; boxes as shares of the page. */
  blocks: { text: string; box: [number, number, number, number]; color: [number, number, number] }[];
  elements: { kind: string; box: [number, number, number, number] }[];
}

/** What such a page's truth is good for: names and places, no counts or neighbours, since it doesn't list everything. */
export const FROZEN_ASKS: ReadonlySet<string> = new Set([
  'find button',
  'find heading',
  'color of heading',
  'is above',
  'is below',
  'is left of',
  'is there button',
  'absent button color',
  'absent button place',
  'absent field',
  'absent heading size',
  'absent price',
  'absent neighbour',
  'absent checkbox',
  'world',
  'people',
  'intent',
  'time',
]);

/** The pages of folders of frozen pages that are in a set. */
export function frozenPages(folders: readonly string[], set: SetName): FrozenPage[] {
  return folders
    .flatMap(readPages)
    .map((page) => ({ name: `${page.kind}/${page.id}`, png: page.png, facts: factsOf(page) }))
    .filter(({ name }) => setOf(name) === set);
}

function factsOf({ json }: BenchPage): PageFacts {
  const { width, height, blocks, elements } = JSON.parse(readFileSync(json, 'utf8')) as FrozenTruth;
  const texts = blocks.map(({ text, box: [x, y, w, h], color }) => ({
    text,
    box: { x: x * width, y: y * height, width: w * width, height: h * height },
    color: `#${color.map((v) => v.toString(16).padStart(2, '0')).join('')}`,
  }));
  const things = elements.flatMap(({ kind, box: [x, y, w, h] }, order): Fact[] => {
    const box = { x, y, width: w, height: h };
    const inside = texts.filter((text) => isInside(text.box, box));
    const [text] = inside;
    if (inside.length !== 1 || !text || (kind !== 'heading' && kind !== 'button')) return [];
    const said = { name: text.text, text: text.text, color: text.color };
    const states = { checked: false, disabled: false, selected: false };
    return [
      { order, kind: kind satisfies FactKind, box, ...said, ...states, parent: -1, inTable: false, inNav: false },
    ];
  });
  const nothing = { partly: [], tables: [], cards: [], lists: [], pairs: [], told: [] };
  return { width, height, overlaid: false, things, texts, ...nothing };
}

function isInside(text: Box, box: Box): boolean {
  const [x, y] = [text.x + text.width / 2, text.y + text.height / 2];
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}
