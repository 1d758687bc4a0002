import type { CardFact, ListFact, Pair, Said, TableFact } from '../facts.ts';
import { isSelected, kindOf } from './kinds.ts';
import { seenBox } from './visible.ts';
import { clean, wordsOf } from './words.ts';

/** Runs in the page: things that belong together. */

/** The blocks of text in an element that can be seen whole, in document order. */
export function textsIn(root: Element): Said[] {
  const found: Said[] = [];
  const blocks = new Set<Element>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let el = node.parentElement;
    if (!el || !clean(node.textContent ?? '') || el.closest('svg, script, style, option, textarea')) continue;
    while (el !== root && el.parentElement && /^(inline|contents)$/.test(getComputedStyle(el).display) && !isItem(el))
      el = el.parentElement;
    if (blocks.has(el)) continue;
    blocks.add(el);
    const box = seenBox(el);
    if (box && el instanceof HTMLElement)
      found.push({ text: clean(el.innerText), box, ...(el.tagName === 'P' && { isParagraph: true }) });
  }
  return found.filter(({ text }) => text);
}

/** A child of a row is a text of its own, whatever it is. */
function isItem(el: Element): boolean {
  return /flex|grid/.test(getComputedStyle(el.parentElement!).display);
}

/** Words of the heading that stands right before an element, or before what it is in. */
export function titleOf(el: Element): string {
  for (let at: Element | null = el, depth = 0; at && depth < 3; at = at.parentElement, depth++) {
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
      const heading = before.matches('h1,h2,h3,h4,h5,h6,caption') ? before : before.querySelector('h1,h2,h3,h4,h5,h6');
      if (heading && seenBox(heading)) return wordsOf(heading);
      if (before.getBoundingClientRect().height > 0) return '';
    }
  }
  return '';
}

export function tablesIn(): TableFact[] {
  return [...document.querySelectorAll('table')].flatMap((table) => {
    const box = seenBox(table);
    const rows = [...table.rows].filter((row) => seenBox(row) && row.parentElement?.tagName !== 'TFOOT');
    const [head, ...body] = rows;
    const odd = rows.some((row) => [...row.cells].some((cell) => cell.colSpan > 1 || cell.rowSpan > 1));
    if (
      !box ||
      kindOf(table) !== 'table' ||
      !head ||
      odd ||
      !body.length ||
      ![...head.cells].every((cell) => cell.tagName === 'TH')
    )
      return [];
    if (rows.some((row) => row.cells.length !== head.cells.length)) return [];
    const plain = !table.querySelector('tbody :is(img, svg, input, button, select, progress, [role], [data-class])');
    const said = (row: HTMLTableRowElement) => [...row.cells].map((cell) => clean(cell.innerText));
    const title = table.caption ? clean(table.caption.innerText) : titleOf(table);
    return [{ box, title, headers: said(head), rows: body.map(said), foot: table.tFoot !== null, plain }];
  });
}

export function cardsIn(numberOf: (el: Element) => number): { el: Element; fact: CardFact }[] {
  return [...document.querySelectorAll('[data-class=card], .card, .x-card')].flatMap((el) => {
    const box = el.parentElement?.closest('[data-class=card], .card, .x-card') ? undefined : seenBox(el);
    if (!box) return [];
    const heading = el.querySelector('h1,h2,h3,h4,h5,h6');
    const title = heading && seenBox(heading) ? wordsOf(heading) : '';
    return [{ el, fact: { box, title, texts: textsIn(el), parent: numberOf(el.parentElement!) } }];
  });
}

/** At least so many items make a list. */
const FEWEST = 3;

export function listsIn(): ListFact[] {
  const found: ListFact[] = [];
  const add = (kind: ListFact['kind'], around: Element, items: Element[]) => {
    const said = items.flatMap((el) => {
      const box = seenBox(el);
      return box ? [{ text: wordsOf(el), box }] : [];
    });
    const box = seenBox(around);
    if (!box || said.length !== items.length || said.some(({ text }) => !text)) return;
    const selected = items.filter(isSelected).map(wordsOf);
    const row = said.every((item) => Math.abs(item.box.y - said[0]!.box.y) < 8);
    found.push({
      kind,
      items: said,
      box,
      row,
      title: titleOf(around),
      ...(selected.length === 1 && { selected: selected[0]! }),
    });
  };
  for (const nav of document.querySelectorAll('nav, [role=navigation], [data-class=navigation]')) {
    const parents = new Map<Element, Element[]>();
    for (const link of nav.querySelectorAll('a')) {
      const item = link.parentElement!.tagName === 'LI' ? link.parentElement! : link;
      if (kindOf(link) === 'button') continue;
      parents.set(item.parentElement!, [...(parents.get(item.parentElement!) ?? []), link]);
    }
    const groups = [...parents].filter(([, links]) => links.length >= FEWEST);
    const nested = nav.parentElement?.closest('nav, [data-class=navigation]');
    if (groups.length === 1 && !nested) add('navigation', groups[0]![0], groups[0]![1]);
  }
  for (const list of document.querySelectorAll('ul, ol')) {
    const items = [...list.children];
    if (
      !list.closest('nav, header, footer, [data-class=navigation]') &&
      items.length >= 2 &&
      !list.querySelector('ul, ol')
    )
      add('list', list, items);
  }
  for (const list of document.querySelectorAll('[role=tablist]')) {
    const tabs = [...list.querySelectorAll('[role=tab]')];
    if (tabs.length >= 2) add('tabs', list, tabs);
  }
  return found;
}

/** Texts that can't be but a label and its value: in a description list, or at both ends of a row. */
export function pairsIn(): Pair[] {
  const pairs: Pair[] = [];
  for (const term of document.querySelectorAll('dt')) {
    const value = term.nextElementSibling;
    if (value?.tagName === 'DD' && seenBox(term) && seenBox(value))
      pairs.push({ label: wordsOf(term), value: wordsOf(value) });
  }
  for (const row of document.querySelectorAll('div, li, p')) {
    const [label, value] = row.children;
    const style = getComputedStyle(row);
    if (row.children.length !== 2 || !label || !value || style.justifyContent !== 'space-between') continue;
    const isBare = [...row.childNodes].every(
      (node) => node.nodeType === Node.ELEMENT_NODE || !clean(node.textContent ?? ''),
    );
    const isLeaf = [label, value].every(
      (el) => el.children.length === 0 && !/^(BUTTON|A|H[1-6])$/.test(el.tagName) && seenBox(el) && wordsOf(el),
    );
    if (isBare && isLeaf) pairs.push({ label: wordsOf(label), value: wordsOf(value) });
  }
  return pairs;
}
