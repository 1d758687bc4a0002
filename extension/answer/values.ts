/** Values that stand by a label: `Revenue` and `€48,290` below it, `Total:` and what is right of it. */
import { bottom, gapBetween, right } from './boxes.ts';
import { isRelated } from './relate.ts';
import type { Thing, ThingKind } from './things.ts';
import type { View } from './view.ts';

/** How far a value stands from its label, in CSS px: below it, and beside it. */
const BELOW = 40;
const BESIDE = 320;
const LONGEST_LABEL = 40;
/** A label's left or right edge is that of the value below it, give or take. CSS px. */
const ALIGNED = 8;
const TEXTS: readonly ThingKind[] = ['text', 'heading', 'badge', 'link'];
const FIGURE = /^[+\-−–]?\p{Sc}?\s?\d/u;

/** The text that is the value of a label; undefined where the thing is no label of one. */
export function valueOf(view: View, label: Thing): Thing | undefined {
  if (label.kind !== 'text' || label.text.length > LONGEST_LABEL || FIGURE.test(label.text)) return undefined;
  const { scale } = view.scene;
  const texts = view.things.filter((t) => t !== label && TEXTS.includes(t.kind));
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
        isAligned(t, label, scale),
    ),
  );
  if (label.text.endsWith(':')) return beside ?? below;
  const isFigure = (thing: Thing | undefined) => thing !== undefined && FIGURE.test(thing.text);
  if (isFigure(below)) return below;
  return isFigure(beside) ? beside : undefined;
}

const isAligned = (a: Thing, b: Thing, scale: number): boolean =>
  Math.abs(a.box.x - b.box.x) < ALIGNED * scale || Math.abs(right(a.box) - right(b.box)) < ALIGNED * scale;
