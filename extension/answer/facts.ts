/** Parts of answers. */
import type { Part } from './reply.ts';
import { plain, quoted } from './plain.ts';
import type { Selected } from './select.ts';
import type { Thing, ThingKind } from './things.ts';

export const NOUN_OF: Record<ThingKind, string> = {
  button: 'button',
  link: 'link',
  'text-field': 'field',
  'text-area': 'text area',
  select: 'drop-down',
  checkbox: 'checkbox',
  radio: 'radio button',
  switch: 'switch',
  slider: 'slider',
  tab: 'tab',
  badge: 'badge',
  icon: 'icon',
  image: 'picture',
  avatar: 'avatar',
  chart: 'chart',
  table: 'table',
  progress: 'progress bar',
  card: 'card',
  dialog: 'dialog',
  navigation: 'navigation',
  heading: 'heading',
  text: 'text',
  header: 'header',
  footer: 'footer',
  sidebar: 'sidebar',
  list: 'list',
  bullet: 'list item',
  form: 'form',
  quote: 'quote',
  caption: 'caption',
  banner: 'banner',
};

/** UTF-16 code units of a text that an answer quotes. */
const MOST_QUOTED = 600;

export const say = (text: string): Part => ({ kind: 'text', text });

/** What stands on things: their boxes, and how sure all of it is. */
export function fact(text: string, picture: number, of: readonly Selected[]): Part {
  const confidence = of.length ? Math.min(...of.map(({ thing, score }) => thing.confidence * Math.min(1, score))) : 1;
  return {
    kind: 'fact',
    text: plain(text, MOST_QUOTED),
    picture,
    boxes: of.map(({ thing }) => thing.box),
    confidence: Math.round(Math.max(0, confidence) * 100) / 100,
  };
}

/** `button “Save”`, `picture`. */
export function called({ kind, name }: Thing): string {
  return name ? `${NOUN_OF[kind]} ${quoted(name, 60)}` : NOUN_OF[kind];
}

/** What a thing says: a field its value, anything else its own words. */
export const saidBy = (thing: Thing): string => thing.text || thing.name;
