/** Values that stand by a label: `Revenue` and `€48,290` below it, `Total:` and what is right of it. */
import { bottom, gapBetween, middleY, right } from './boxes.ts';
import { FIELDS } from './kinds.ts';
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
/** What may stand in the row of a label. */
const ROW_TEXTS: readonly ThingKind[] = [...TEXTS, 'tab', 'button', ...FIELDS];
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

const isWholeFigure = (text: string): boolean =>
  /^[+\-−–]?\p{Sc}?\s?\d[\d.,]*\s?(?:%|\p{Sc}|[kKmM])?$/u.test(text.trim());

/** The value right of a label, a figure or one in a list of such pairs. */
export function valueInRow(view: View, label: Thing): Thing | undefined {
  const { scale } = view.scene;
  const texts = view.things.filter((t) => t !== label && !t.label && ROW_TEXTS.includes(t.kind));
  const beside = texts
    .filter(
      ({ box }) =>
        box.x >= right(label.box) - 2 &&
        Math.abs(middleY(box) - middleY(label.box)) < Math.max(box.height, label.box.height) * 0.6,
    )
    .sort((a, b) => a.box.x - b.box.x)[0];
  if (!beside) return undefined;
  if (isWholeFigure(beside.text)) return beside;
  // One pair is chance: others stand above or below it, in the same columns.
  const isPaired = (other: Thing) =>
    Math.abs(other.box.x - label.box.x) < 4 * scale &&
    other !== label &&
    texts.some(({ box }) => Math.abs(box.x - beside.box.x) < 4 * scale && Math.abs(box.y - other.box.y) < 8 * scale);
  return label.text.endsWith(':') || texts.some(isPaired) ? beside : undefined;
}
