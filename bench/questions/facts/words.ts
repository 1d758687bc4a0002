import { seenBox } from './visible.ts';

/** Runs in the page: what stands in it, as a person reads it. */

export const clean = (text: string): string =>
  text
    .replace(/[\u200b\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The words in an element without those of the badges in it. */
export function wordsOf(el: Element): string {
  if (!(el instanceof HTMLElement)) return clean(el.textContent ?? '');
  const all = clean(el.innerText);
  const badges = [...el.querySelectorAll<HTMLElement>('[data-class=badge], .badge')].map((badge) =>
    clean(badge.innerText),
  );
  return badges.reduce((text, badge) => (text.endsWith(` ${badge}`) ? text.slice(0, -badge.length - 1) : text), all);
}

const CONTROLS =
  'input, select, textarea, button, [role=switch], [role=checkbox], [role=radio], [role=slider], [role=progressbar], progress, meter';
/** CSS pixels: a label stands no further from its control. */
const LABEL_REACH = 60;
/** Longer texts are sentences that explain. */
const LONGEST_LABEL = 40;

/** The visible label of a control: its own, the one that its form writes before it, or the name of its row. */
export function labelOf(el: Element): string {
  const labels = 'labels' in el ? [...((el as HTMLInputElement).labels ?? [])] : [];
  const own = el.closest('label') ?? labels[0];
  if (own) return trimmed(ownWords(own));
  // What stands before a field in the page's bar is its brand or menu.
  if (el.closest('header, nav, [data-class=navigation]')) return '';
  for (
    let at: Element | null = el, depth = 0;
    at && depth < 4 && at !== document.body;
    at = at.parentElement, depth++
  ) {
    const before = at.previousElementSibling;
    if (before && !before.matches(CONTROLS) && !before.querySelector(CONTROLS) && seenBox(before)) {
      const [a, b] = [before.getBoundingClientRect(), el.getBoundingClientRect()];
      const near = b.top - a.bottom < LABEL_REACH && a.top < b.bottom;
      const first = clean((before as HTMLElement).innerText?.split('\n')[0] ?? '');
      const besideRow =
        a.bottom > b.top &&
        a.top < b.bottom &&
        !before.querySelector('a, h1, h2, h3') &&
        !before.matches('a, h1, h2, h3, nav');
      if (near && first && first.length <= LONGEST_LABEL && (before.tagName === 'LABEL' || besideRow))
        return trimmed(first);
      return '';
    }
    if (at.parentElement && at.parentElement.querySelectorAll(CONTROLS).length > 1) return '';
  }
  return '';
}

/** The words of a label without those of the controls in it. */
function ownWords(label: Element): string {
  const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement!.closest(CONTROLS) && node.parentElement!.checkVisibility())
      words.push(node.textContent ?? '');
  return clean(words.join(' '));
}

const trimmed = (label: string): string => label.replace(/\s*[:*]+$/, '').trim();

/** What a field shows: its value, or its hint. */
export function shownIn(el: Element): { text: string; hint?: string; password?: boolean } {
  if (el instanceof HTMLSelectElement) return { text: clean(el.selectedOptions[0]?.label ?? '') };
  if (!(el instanceof HTMLInputElement || el instanceof HTMLTextAreaElement)) return { text: '' };
  const hint = el.value ? undefined : clean(el.placeholder);
  if (el.type === 'date') return { text: el.value.replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1') };
  return { text: clean(el.value), ...(hint && { hint }), ...(el.type === 'password' && { password: true }) };
}

/** Whether all that a field holds can be read in it. */
export function fits(el: Element): boolean {
  return el.scrollWidth <= el.clientWidth + 1 && el.scrollHeight <= el.clientHeight + 4;
}
