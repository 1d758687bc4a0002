import type { Fact, PageFacts, ToldAnswer } from '../facts.ts';
import { cardsIn, listsIn, pairsIn, tablesIn, textsIn } from './groups.ts';
import { isChecked, isDisabled, isSelected, kindOf } from './kinds.ts';
import { fillOf, inkOf, pageColor } from './style.ts';
import { isOverlaid, isPartlySeen, seenBox } from './visible.ts';
import { fits, labelOf, shownIn, wordsOf } from './words.ts';

const FIELDS = new Set(['text-field', 'text-area', 'select']);
const LABELLED = new Set([...FIELDS, 'checkbox', 'radio', 'switch', 'slider', 'progress']);

/** Runs in the page: all that its DOM tells of what can be seen. The viewport must show all of it. */
export function readFacts(): PageFacts {
  const all = [...document.body.querySelectorAll('*')];
  const numbers = new Map(all.map((el, i) => [el, i] as const));
  const numberOf = (el: Element) => numbers.get(el) ?? -1;
  const cards = cardsIn(numberOf);
  const partly = new Set<Fact['kind']>();
  const things = all.flatMap((el): Fact[] => {
    const kind = kindOf(el);
    if (!kind) return [];
    if (!seenBox(el) && isPartlySeen(el)) partly.add(kind);
    const card = cards.findIndex((c) => c.el !== el && c.el.contains(el));
    return factOf(el, kind, numberOf, card);
  });
  return {
    width: document.documentElement.scrollWidth,
    height: innerHeight,
    background: pageColor(),
    overlaid: isOverlaid(),
    things,
    partly: [...partly],
    tables: tablesIn(),
    cards: cards.map(({ fact }) => fact),
    lists: listsIn(),
    pairs: pairsIn(),
    told: toldBy(),
    texts: textsIn(document.body),
  };
}

function factOf(el: Element, kind: Fact['kind'], numberOf: (el: Element) => number, card: number): Fact[] {
  let box = seenBox(el);
  if (!box) return [];
  const isField = FIELDS.has(kind);
  // A press on the label sets the box: both are the thing.
  const label = /checkbox|radio|switch/.test(kind) ? el.closest('label') : null;
  box = (label && seenBox(label)) ?? box;
  const shown = shownIn(el);
  const isInputButton = kind === 'button' && el instanceof HTMLInputElement;
  const words = isField ? '' : isInputButton ? el.value : wordsOf(el);
  const group = kind === 'card' || kind === 'dialog';
  const heading = group ? el.querySelector('h1,h2,h3,h4,h5,h6') : null;
  return [
    {
      order: numberOf(el),
      kind,
      name: LABELLED.has(kind) ? labelOf(el) : group ? (heading ? wordsOf(heading) : '') : words,
      box,
      text: isField ? shown.text : words,
      ...(isField && !fits(el) && { cut: true }),
      ...(shown.hint && { hint: shown.hint }),
      ...(shown.password && { password: true }),
      checked: isChecked(el),
      disabled: isDisabled(el),
      selected: isSelected(el),
      ...(kind === 'heading' && { rank: Number(el.tagName[1]) || 2 }),
      ...(!group && !isField && inkOf(el)),
      ...(fillOf(el) && { fill: fillOf(el)! }),
      ...(card >= 0 && { card }),
      parent: numberOf(el.parentElement!),
      inTable: el.closest('table') !== null,
      inNav: el.closest('nav, [data-class=navigation]') !== null,
    },
  ];
}

/** What the page's author wrote down of it, with boxes for selectors; what can't be seen is left out. */
function toldBy(): PageFacts['told'] {
  const source = document.querySelector('script#told')?.textContent ?? '[]';
  const all = JSON.parse(source) as (Omit<PageFacts['told'][number], 'expect'> & {
    expect: ToldAnswer | { at: string };
  })[];
  return all.flatMap(({ expect, ...ask }) => {
    if (!('at' in expect) || typeof expect.at !== 'string') return [{ ...ask, expect: expect as ToldAnswer }];
    const el = document.querySelector(expect.at);
    const at = el && seenBox(el);
    return at ? [{ ...ask, expect: { at } }] : [];
  });
}
