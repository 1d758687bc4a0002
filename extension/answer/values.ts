/** Values that stand by a label: `Revenue` and `€48,290` below it, `Total:` and what is right of it. */
import { bottom, gapBetween, right } from './boxes.ts';
import { isRelated } from './relate.ts';
import type { Selected } from './select.ts';
import type { Thing } from './things.ts';
import type { View } from './view.ts';

/** How far a value stands from its label, in CSS px: below it, and beside it. */
const BELOW = 40;
const BESIDE = 320;
const LONGEST_LABEL = 40;
/** A label's left or right edge is that of the value below it, give or take. CSS px. */
const ALIGNED = 8;

/** The text that is the value of a label; undefined where the thing is no label of one. */
export function valueOf(view: View, label: Thing): Thing | undefined {
  if (label.kind !== 'text' || label.text.length > LONGEST_LABEL) return undefined;
  const { scale } = view.scene;
  const texts = view.things.filter(
    (t) => t !== label && (t.kind === 'text' || t.kind === 'heading' || t.kind === 'badge'),
  );
  const nearest = (found: Thing[]) =>
    found.sort((a, b) => gapBetween(a.box, label.box) - gapBetween(b.box, label.box))[0];
  const beside = nearest(
    texts.filter((t) => isRelated(t.box, 'right of', label.box, scale) && t.box.x - right(label.box) < BESIDE * scale),
  );
  const below = nearest(
    texts.filter(
      (t) =>
        isRelated(t.box, 'below', label.box, scale) &&
        t.box.y - bottom(label.box) < BELOW * scale &&
        (Math.abs(t.box.x - label.box.x) < ALIGNED * scale ||
          Math.abs(right(t.box) - right(label.box)) < ALIGNED * scale),
    ),
  );
  if (/:$/.test(label.text)) return beside ?? below;
  const isFigure = (thing: Thing | undefined) => thing !== undefined && /^[+\-−–]?\p{Sc}?\s?\d/u.test(thing.text);
  if (isFigure(below)) return below;
  return isFigure(beside) ? beside : undefined;
}

/** Words of a question for a price, and the figures that answer it. */
const PRICE_WORDS = /\b(?:price|cost|costs|how much)\b(?: of| for)?/;
const PRICE = /\p{Sc}\s?\d|\d\s?\p{Sc}/u;

/** The name without the words that ask for a price; undefined where none is asked for. */
export function withoutPrice(name: string): string | undefined {
  return PRICE_WORDS.test(name) ? name.replace(PRICE_WORDS, ' ').replace(/\s+/g, ' ').trim() : undefined;
}

/** The price that stands nearest below or beside what was named. */
export function priceOf(view: View, { thing: anchor, score }: Selected): Selected | undefined {
  const { scale } = view.scene;
  const prices = view.things.filter((t) => (t.kind === 'text' || t.kind === 'heading') && PRICE.test(t.text));
  const [best] = prices
    .filter(
      (t) =>
        t === anchor || isRelated(t.box, 'below', anchor.box, scale) || isRelated(t.box, 'right of', anchor.box, scale),
    )
    .sort((a, b) => gapBetween(a.box, anchor.box) - gapBetween(b.box, anchor.box));
  return best ? { thing: best, score } : undefined;
}
