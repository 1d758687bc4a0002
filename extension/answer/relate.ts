import type { Box } from '../vision/scene.ts';
import { areaOf, bottom, gapBetween, holds, middleX, middleY, right } from './boxes.ts';
import type { Relation } from './program.ts';

/** Boxes that overlap by no more than this share of the smaller one still lie beside each other. */
const OVERLAP = 0.25;
/** `next to` reaches this far, in CSS px. */
const NEXT = 160;

/** Whether `a` lies as `relation` says to `b`. Left and right mean on one level, above and below in one column. */
export function isRelated(a: Box, relation: Relation, b: Box, scale: number): boolean {
  switch (relation) {
    case 'left of':
      return right(a) <= b.x + slack(a.width, b.width) && shareOf(a.y, bottom(a), b.y, bottom(b)) > 0.3;
    case 'right of':
      return isRelated(b, 'left of', a, scale);
    case 'above':
      return bottom(a) <= b.y + slack(a.height, b.height) && shareOf(a.x, right(a), b.x, right(b)) > 0.3;
    case 'below':
      return isRelated(b, 'above', a, scale);
    case 'in':
      return holds(b, a) && areaOf(a) < areaOf(b);
    case 'between':
      // Told by both its ends: see `liesBetween`.
      return false;
    case 'after':
      return isRelated(a, 'right of', b, scale) || isRelated(a, 'below', b, scale);
    case 'before':
      return isRelated(b, 'after', a, scale);
    case 'next to':
      return !holds(a, b) && !holds(b, a) && gapBetween(a, b) <= NEXT * scale;
  }
}

/** Whether `a` lies between two others, in a row or in a column. */
export function liesBetween(a: Box, one: Box, other: Box, scale: number): boolean {
  const [across, down] = [
    isRelated(a, 'right of', one, scale) && isRelated(a, 'left of', other, scale),
    isRelated(a, 'below', one, scale) && isRelated(a, 'above', other, scale),
  ];
  return across || down;
}

/** As `isRelated`, without asking for one level or one column: `is A left of B`. */
export function liesTowards(a: Box, relation: Relation, b: Box, scale: number): boolean {
  switch (relation) {
    case 'left of':
      return middleX(a) < middleX(b) && right(a) <= b.x + slack(a.width, b.width);
    case 'right of':
      return liesTowards(b, 'left of', a, scale);
    case 'above':
      return middleY(a) < middleY(b) && bottom(a) <= b.y + slack(a.height, b.height);
    case 'below':
      return liesTowards(b, 'above', a, scale);
    default:
      return isRelated(a, relation, b, scale);
  }
}

const slack = (a: number, b: number): number => OVERLAP * Math.min(a, b);

/** Share of the shorter of two stretches that both cover. */
function shareOf(a: number, aEnd: number, b: number, bEnd: number): number {
  return (Math.min(aEnd, bEnd) - Math.max(a, b)) / Math.min(aEnd - a, bEnd - b);
}
