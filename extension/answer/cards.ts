/** Cards: boxes that stand out from the page and hold something. */
import type { BoxNode } from '../layout/design.ts';
import { nodesIn, textsOf } from '../layout/tree.ts';
import type { Box, Scene } from '../vision/scene.ts';
import { areaOf, holds, likeness } from './boxes.ts';
import { plain } from './plain.ts';
import { saidIn } from './said-in.ts';
import type { Thing, ThingKind } from './things.ts';

/** A card is at least so large, CSS px, at most so wide and so large, of the page, and holds so many texts. */
const CARD = { width: 80, height: 48, share: 0.92, area: 0.6, texts: 2 };
/** Of what only looks like a card. */
const LOOKED = 0.7;
const SAME = 0.6;
/** A card is more than the table or chart in it. */
const WHOLE = 0.85;
/** Cards of a page are alike: as wide as one that was seen, or as high. */
const ALIKE = 0.05;
/** What looks like a card and is something else. */
const OTHERS: readonly ThingKind[] = [
  'table',
  'dialog',
  'chart',
  'image',
  'navigation',
  'button',
  'text-field',
  'text-area',
  'select',
];

/** Cards that the detector didn't see: the outermost boxes that stand out; those around several of them only hold them. */
export function cardsOf(scene: Scene, boxes: readonly BoxNode[], things: readonly Thing[]): Thing[] {
  const { image, scale } = scene;
  const candidates = boxes.filter(
    (node) =>
      ['div', 'section', 'article', 'li', 'form', 'a'].includes(node.tag) &&
      (isDrawn(node.border) || node.shadow !== undefined || node.fill !== undefined) &&
      node.source.width >= CARD.width * scale &&
      node.source.height >= CARD.height * scale &&
      node.source.width <= CARD.share * image.width &&
      areaOf(node.source) <= CARD.area * image.width * image.height &&
      textsOf(node).length + [...nodesIn(node)].filter(({ node: n }) => n.kind === 'control').length >= CARD.texts,
  );
  const inside = (outer: BoxNode) =>
    candidates.filter(
      (one) => one !== outer && holds(outer.source, one.source) && areaOf(one.source) < areaOf(outer.source) * 0.9,
    );
  const cards = candidates.filter((node) => inside(node).length <= 1).map(({ source }) => source);
  const seen = things.filter(({ kind }) => kind === 'card').map(({ box }) => box);
  return cards
    .filter((box) => !cards.some((other) => other !== box && holds(other, box) && areaOf(other) > areaOf(box)))
    .filter((box, i, all) => all.findIndex((other) => likeness(other, box) > SAME) === i)
    .filter((box) => !things.some((thing) => OTHERS.includes(thing.kind) && likeness(thing.box, box) > WHOLE))
    .filter((box) => !seen.some((card) => holds(card, box) || holds(box, card)))
    .filter((box) => !seen.length || seen.some((card) => isAlike(card, box)))
    .map((box) => ({
      kind: 'card',
      name: groupName(box, things),
      box,
      confidence: LOOKED,
      text: saidIn(scene, box),
      state: {},
    }));
}

/** What a card or dialog is called: its largest heading, else the first text in it. */
export function groupName(box: Box, things: readonly Thing[]): string {
  const inside = things.filter((thing) => thing.text && holds(box, thing.box) && areaOf(thing.box) < areaOf(box));
  const headings = inside.filter(({ kind, text }) => kind === 'heading' && /\p{L}{2}/u.test(text));
  const top = Math.min(...headings.map(({ rank }) => rank ?? 9));
  const named = headings.find(({ rank }) => (rank ?? 9) === top) ?? inside.find(({ kind }) => kind === 'text');
  return plain(named?.text ?? inside[0]?.text ?? '');
}

const isAlike = (a: Box, b: Box): boolean =>
  Math.abs(a.width - b.width) < ALIKE * a.width || Math.abs(a.height - b.height) < ALIKE * a.height;

const isDrawn = (border: BoxNode['border']): boolean => Object.values(border ?? {}).filter(Boolean).length >= 3;
