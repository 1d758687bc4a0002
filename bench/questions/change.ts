import { createHash } from 'node:crypto';
import type { Box } from '../../extension/vision/scene.ts';
import type { Fact, PageFacts } from './facts.ts';
import { Random } from './random.ts';

export type ChangeKind = 'text' | 'color' | 'state' | 'removed' | 'value';

/** The one thing in which a page differs from another. CSS pixels. */
export interface Change {
  what: ChangeKind;
  box: Box;
  /** What it says since. */
  says?: string;
}

/** What is to be done to an element of a page. */
export interface ChangePlan {
  what: ChangeKind;
  /** Of the element in the page. */
  order: number;
  says?: string;
  /** Takes the change back: what the element was. */
  html?: string;
}

const WORDS = ['Autumn', 'Harbour', 'Pending', 'Lemon', 'Velvet', 'Orbit', 'Quartz', 'Maple', 'Summit', 'Canvas'];

/** What may be changed of a page: by chance, but the same for the same seed. */
export function planChange({ things }: PageFacts, seed: string): ChangePlan | undefined {
  const random = new Random(createHash('sha256').update(seed).digest().readUInt32LE());
  const what = random.pick<ChangeKind>(['text', 'text', 'color', 'state', 'removed', 'value']);
  const fits: Record<ChangeKind, (thing: Fact) => boolean> = {
    text: ({ kind, name }) => /heading|button|link|badge/.test(kind) && name.length > 4,
    color: ({ kind, fill, name }) => kind === 'button' && fill !== undefined && name !== '',
    state: ({ kind }) => kind === 'checkbox',
    removed: ({ kind }) => /^(image|button|avatar|badge|chart)$/.test(kind),
    value: ({ kind }) => kind === 'text-field',
  };
  const open = things.filter(fits[what]);
  if (!open.length) return undefined;
  const { order } = random.pick(open);
  return { what, order, ...(/text|value/.test(what) && { says: random.pick(WORDS) }) };
}

/** Runs in the page. Returns what the element was, undefined where it can't be changed so. */
export function applyChange({ what, order, says, html }: ChangePlan): string | undefined {
  const el = document.body.querySelectorAll<HTMLElement>('*')[order];
  if (!el) return undefined;
  const was = el.outerHTML;
  if (html !== undefined) el.outerHTML = html;
  else if (what === 'removed') el.style.visibility = 'hidden';
  else if (what === 'color') el.style.setProperty('background-color', '#b5179e', 'important');
  else if (what === 'state' && el instanceof HTMLInputElement) el.checked = !el.checked;
  else if (what === 'value' && el instanceof HTMLInputElement && el.type === 'text') el.value = says!;
  else if (what === 'text') {
    const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.textContent?.trim()) texts.push(node as Text);
    if (texts.length !== 1) return undefined;
    // Where it is in a row, others must keep their places.
    const { width } = el.getBoundingClientRect();
    el.style.boxSizing = 'border-box';
    if (getComputedStyle(el).display !== 'inline') el.style.width = `${width}px`;
    texts[0]!.data = says!;
  } else return undefined;
  return was;
}
