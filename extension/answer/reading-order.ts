import type { Design } from '../layout/design.ts';
import { nodesIn } from '../layout/tree.ts';
import type { Box } from '../vision/scene.ts';
import { bottom, holds, middleY } from './boxes.ts';

/** Things in the order of the layout's leaves that are in them or around them; what holds several stands before them. */
export function inReadingOrder<T extends { box: Box }>(things: readonly T[], design: Design): T[] {
  const leaves = [...nodesIn(design.root)].flatMap(({ node }) => (node.kind === 'box' ? [] : [node.source]));
  const placeOf = (box: Box): number => {
    const within = leaves.findIndex((leaf) => holds(box, leaf) || holds(leaf, box));
    if (within >= 0) return within;
    // By itself: after all that ends above it.
    return leaves.findLastIndex((leaf) => bottom(leaf) <= middleY(box)) + 0.5;
  };
  const places = new Map(things.map((thing) => [thing, placeOf(thing.box)] as const));
  const isLevel = (a: Box, b: Box) => Math.abs(middleY(a) - middleY(b)) < Math.min(a.height, b.height) / 2;
  return [...things].sort((a, b) => {
    const apart = places.get(a)! - places.get(b)!;
    if (apart) return apart;
    return isLevel(a.box, b.box) ? a.box.x - b.box.x : a.box.y - b.box.y;
  });
}
