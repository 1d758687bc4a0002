/** The figures that a screen is about. */
import { bottom, right } from './boxes.ts';
import { plain } from './plain.ts';
import type { Thing, ThingKind } from './things.ts';
import { valueOf } from './values.ts';
import type { View } from './view.ts';

/** How far below a plan's name its price stands, and how far aside of its left edge. CSS px. */
const PRICE_BELOW = 140;
const PRICE_ASIDE = 160;
const MOST_NAME = 24;
const PRICE = /\p{Sc}\s?\d[\d.,]*|\d[\d.,]*\s?\p{Sc}/u;
/** A figure stands alone: `€48,290`, `54%`. */
const FIGURE = /^[+\-−–]?\p{Sc}?\s?\d[\d.,\s]*\s?(?:[%\p{Sc}]|[kKM])?$/u;

/** `Revenue €48,290`: labels with a figure right below that is set larger; none where there is only one. */
export function figuresIn(view: View): string[] {
  const found = view.things.flatMap((label) => {
    const value = valueOf(view, label);
    const isFigure = value && FIGURE.test(value.text) && value.box.y >= bottom(label.box) - label.box.height / 2;
    return isFigure && value.box.height > label.box.height
      ? [`${plain(label.text, MOST_NAME)} ${plain(value.text, MOST_NAME)}`]
      : [];
  });
  return found.length > 1 ? found : [];
}

/** `Studio $29`: headings of one rank and row with a price below each; none where there is only one. */
export function pricesIn({ things, scene }: View): string[] {
  const priced = things.filter(({ kind, text }) => isText(kind) && PRICE.test(text) && text.length < MOST_NAME);
  const plans = things.flatMap((heading) => {
    if (heading.kind !== 'heading' || PRICE.test(heading.text) || heading.text.length > MOST_NAME) return [];
    const price = priced.find((one) => isBelow(one, heading, scene.scale));
    const figure = price && PRICE.exec(price.text)?.[0];
    return figure ? [{ heading, said: `${plain(heading.text, MOST_NAME)} ${plain(figure, MOST_NAME)}` }] : [];
  });
  const [first] = plans;
  const row = plans.filter(
    ({ heading }) =>
      heading.rank === first!.heading.rank && Math.abs(heading.box.y - first!.heading.box.y) < heading.box.height,
  );
  return row.length > 1 && row.length === plans.length ? row.map(({ said }) => said) : [];
}

const isText = (kind: ThingKind): boolean => kind === 'text' || kind === 'heading';

function isBelow({ box }: Thing, heading: Thing, scale: number): boolean {
  const gap = box.y - bottom(heading.box);
  const aside = Math.max(heading.box.x - right(box), box.x - right(heading.box));
  return (
    gap > 0 &&
    gap < PRICE_BELOW * scale &&
    aside < PRICE_ASIDE * scale &&
    Math.abs(box.x - heading.box.x) < PRICE_ASIDE * scale
  );
}
