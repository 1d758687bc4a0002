/** What belongs to a heading or label: the part of the page that it stands over. */
import type { BoxNode } from '../layout/design.ts';
import { nodesIn } from '../layout/tree.ts';
import type { Box } from '../vision/scene.ts';
import { areaOf, bottom, holds } from './boxes.ts';
import type { Thing } from './things.ts';
import type { View } from './view.ts';

/** A part of the page that takes more of it than this is no section of its own. */
const MOST_SHARE = 0.6;
/** How far a section without a box of its own goes down, in CSS px, where no other heading ends it. */
const REACH = 600;

/** Image pixels: the smallest box of the layout around a thing and more, else what is under it down to the next heading. */
export function sectionOf({ design, scene, things }: View, thing: Thing): Box {
  const around = [...nodesIn(design.root)]
    .flatMap(({ node }) => (node.kind === 'box' && isAround(node, thing) ? [node.source] : []))
    .filter((box) => areaOf(box) < MOST_SHARE * scene.image.width * scene.image.height)
    .sort((a, b) => areaOf(a) - areaOf(b));
  const held = around.find(
    (box) => things.filter((other) => isOther(other, thing) && holds(box, other.box)).length > 0,
  );
  if (held) return held;
  const below = things
    .filter(
      (other) =>
        other.kind === 'heading' &&
        other !== thing &&
        other.box.y > bottom(thing.box) &&
        (other.rank ?? 9) <= (thing.rank ?? 9),
    )
    .map(({ box }) => box.y);
  const end = Math.min(scene.image.height, bottom(thing.box) + REACH * scene.scale, ...below);
  return { x: 0, y: thing.box.y, width: scene.image.width, height: end - thing.box.y };
}

/** The card around a thing, else its section. Image pixels. */
export function cardOrSection(view: View, thing: Thing): Box {
  const card = view.things.find(({ kind, box }) => kind === 'card' && holds(box, thing.box));
  return card?.box ?? sectionOf(view, thing);
}

const isAround = ({ source }: BoxNode, { box }: Thing): boolean =>
  holds(source, box) && areaOf(source) > areaOf(box) * 1.5;

const isOther = (other: Thing, thing: Thing): boolean =>
  other !== thing && !holds(thing.box, other.box) && !holds(other.box, thing.box);
