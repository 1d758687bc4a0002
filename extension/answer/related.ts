/** Things by where they lie to others: in a card, below a heading, left of a button. */
import type { Box } from '../vision/scene.ts';
import { areaOf, gapBetween, holds } from './boxes.ts';
import { isOfMenu } from './menu-items.ts';
import type { Selection } from './program.ts';
import { isRelated, liesBetween } from './relate.ts';
import { sectionOf } from './sections.ts';
import type { Selected } from './select.ts';
import type { Thing, ThingKind } from './things.ts';
import type { View } from './view.ts';

/** Scores this near are both meant. */
export const TIE = 0.04;
/** What holds other things is meant only where its kind is named. */
export const GROUPS: readonly ThingKind[] = [
  'card',
  'dialog',
  'navigation',
  'table',
  'header',
  'footer',
  'sidebar',
  'list',
  'form',
];

/** Those that lie as the selection says to what `anchorsOf` finds; `isMany`: all that is there is meant. */
export function related(
  view: View,
  found: readonly Selected[],
  selection: Selection,
  anchorsOf: (to: Selection) => readonly Thing[],
  isMany: boolean,
): Selected[] {
  const relation = selection.relation!;
  const { scale } = view.scene;
  const isCards = selection.kinds.length > 0 && selection.kinds.every((kind) => kind === 'card');
  const cardOf = (thing: Thing) =>
    (isCards && view.things.find(({ kind, box }) => kind === 'card' && holds(box, thing.box))) || thing;
  const anchors = anchorsOf(relation.to).map(cardOf);
  if (!anchors.length) return [];
  // Beside a card is another card.
  if (anchors[0]!.kind === 'card' && !selection.kinds.length && !selection.name && relation.kind !== 'in')
    found = view.things.filter(({ kind }) => kind === 'card').map((thing) => ({ thing, score: 1 }));
  if (relation.kind === 'in' && isOfMenu(selection)) return [...found];
  if (relation.kind === 'in') return inside(view, found, anchors, relation.to);
  // `the items under Calendar` are all that its section holds.
  if (relation.kind === 'below' && isMany) return inside(view, found, anchors, relation.to);
  const others = relation.and ? anchorsOf(relation.and) : [];
  const isThere = (thing: Thing) =>
    relation.kind === 'between'
      ? anchors.some((a) =>
          others.some(
            (b) =>
              thing !== a &&
              thing !== b &&
              (liesBetween(thing.box, a.box, b.box, scale) || liesBetween(thing.box, b.box, a.box, scale)),
          ),
        )
      : anchors.some(
          (a) => a !== thing && !holds(thing.box, a.box) && isRelated(thing.box, relation.kind, a.box, scale),
        );
  const near = found
    .filter(({ thing }) => isThere(thing))
    .map((one) => ({
      ...one,
      gap: Math.min(...anchors.map((a) => distanceFrom(a.box, one.thing.box, relation.kind))),
    }));
  // The nearest is meant before those behind it.
  return near.sort((a, b) => a.gap - b.gap).map(({ thing, score }, i) => ({ thing, score: score - i * 2 * TIE }));
}

/** What comes after something is beside it before it is below. */
function distanceFrom(anchor: Box, box: Box, kind: string): number {
  const gap = gapBetween(anchor, box);
  const isLevel = Math.min(anchor.y + anchor.height, box.y + box.height) - Math.max(anchor.y, box.y) > 0;
  return (kind === 'after' || kind === 'before') && !isLevel ? gap * 1.5 : gap;
}

/** What is in a card or a bar; of what only has a heading, what is in its section. */
function inside(view: View, found: readonly Selected[], anchors: readonly Thing[], to: Selection): Selected[] {
  const isGroup = (thing: Thing) =>
    GROUPS.includes(thing.kind) ||
    (areaOf(thing.box) > 0 && view.things.some((t) => t !== thing && t.kind !== 'text' && holds(thing.box, t.box)));
  const regions = anchors.map((anchor) =>
    isGroup(anchor) && (to.kinds.length || anchor.kind !== 'heading') ? anchor.box : sectionOf(view, anchor),
  );
  return found.filter(({ thing }) =>
    regions.some((region, i) => thing !== anchors[i] && holds(region, thing.box) && areaOf(thing.box) < areaOf(region)),
  );
}
