import { wcagContrast } from 'culori';
import { named, namedAlone, of, only } from './ask.ts';
import type { Ask, Asker } from './ask.ts';
import type { CardFact, Fact } from '../facts.ts';

/** Families that draw the same glyphs as far as anybody can tell. */
const SAME_FACES: Record<string, string[]> = {
  'Liberation Sans': ['Arial', 'Helvetica', 'sans-serif'],
  'Liberation Serif': ['Times New Roman', 'Times', 'serif'],
  'Liberation Mono': ['Courier New', 'Courier', 'monospace'],
  'DejaVu Sans': ['Verdana', 'sans-serif'],
  'DejaVu Serif': ['serif'],
  Arial: ['Helvetica', 'Liberation Sans', 'sans-serif'],
};

/** How something looks: colours, fonts, sizes, gaps. */
export const look: Asker = ({ facts }) => {
  const asks: Ask[] = [];
  const add = (id: string, slots: Record<string, string>, expect: Ask['expect'], also?: string[]) =>
    asks.push({ kind: 'look', id, slots, expect, ...(also && { also }) });
  const buttons = named(facts, 'button').filter(({ fill, disabled }) => fill && !disabled);
  for (const { name, fill, box, color } of buttons) {
    add('color of button', { name }, { color: fill! });
    add('size of button', { name }, { size: [Math.round(box.width), Math.round(box.height)] });
    if (color) add('text color of button', { name }, { color });
  }
  const primary = primaryButton(of(facts, 'button'));
  if (primary) add('color of primary button', {}, { color: primary.fill! });
  for (const heading of named(facts, 'heading')) {
    const { name, color, ground, size, family, weight } = heading;
    if (color) add('color of heading', { name }, { color });
    if (size) add('size of heading', { name }, { length: size });
    // Other faces may not be installed, and then others stand in for them.
    if (family && SAME_FACES[family]) add('family of heading', { name }, { text: family }, SAME_FACES[family]);
    if (weight && (weight >= 700 || weight <= 400)) add('heading is bold', { name }, { boolean: weight >= 700 });
    if (color && ground) add('contrast of heading', { name }, { ratio: wcagContrast(color, ground) });
  }
  for (const { name, color, size } of namedAlone(facts, 'link').filter(({ inTable }) => !inTable)) {
    if (color) add('color of link', { name }, { color });
    if (size) add('size of text', { name }, { length: size });
  }
  const main = of(facts, 'heading').filter(({ rank }) => rank === 1);
  if (
    main.length === 1 &&
    main[0]!.size &&
    of(facts, 'heading').every((h) => h === main[0] || (h.size ?? 99) < main[0]!.size!)
  )
    add('size of main heading', {}, { length: main[0]!.size });
  if (facts.background && !facts.overlaid) {
    add('page color', {}, { color: facts.background });
    const light = wcagContrast(facts.background, '#000000');
    // Between the two it is neither dark nor light.
    if (light < 3 || light > 12) add('is dark', {}, { boolean: light < 3 });
  }
  const bar = only(facts, 'navigation');
  if (bar?.fill && bar.fill !== facts.background && bar.box.width > 0.6 * facts.width)
    add('color of bar', {}, { color: bar.fill });
  const banner = only(facts, 'alert');
  if (banner?.fill && banner.fill !== facts.background) add('color of banner', {}, { color: banner.fill });
  const gap = gapBetween(facts.cards);
  if (gap) add('gap between cards', {}, { length: gap });
  return asks;
};

/** The one button that is filled with a strong colour. */
export function primaryButton(buttons: readonly Fact[]): Fact | undefined {
  const strong = buttons.filter(({ fill, disabled, name }) => fill && !disabled && name && chroma(fill) > 60);
  return strong.length === 1 ? strong[0] : undefined;
}

function chroma(hex: string): number {
  const bytes = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  return Math.max(...bytes) - Math.min(...bytes);
}

/** CSS pixels between the cards of one row, where all are as far apart and there is one such row or grid only. */
function gapBetween(cards: readonly CardFact[]): number | undefined {
  const [first] = cards;
  if (!first || cards.some(({ parent }) => parent !== first.parent)) return undefined;
  const row = cards.filter(({ box }) => Math.abs(box.y - first.box.y) < 2).sort((a, b) => a.box.x - b.box.x);
  const gaps = row.slice(1).map((card, i) => card.box.x - row[i]!.box.x - row[i]!.box.width);
  return gaps.length && gaps.every((gap) => gap > 1 && Math.abs(gap - gaps[0]!) < 0.6) ? gaps[0] : undefined;
}
