import { differenceCiede2000 } from 'culori';
import type { Color, Fill } from '../vision/scene.ts';

const deltaE = differenceCiede2000();

/** Colours nearer than this are one colour, measured twice (CIEDE2000; 2 is what an eye can tell side by side). */
const SAME_COLOR = 4;

export const colorDifference = (a: Color, b: Color): number => deltaE(a, b);
export const isNearColor = (a: Color, b: Color): boolean => deltaE(a, b) <= SAME_COLOR;

/** The one colour that stands for a fill: its own, or where its gradient begins. */
export const colorOfFill = (fill: Fill): Color => (fill.kind === 'solid' ? fill.color : fill.stops[0]!.color);

export function isNearFill(a: Fill, b: Fill): boolean {
  if (a.kind === 'solid' && b.kind === 'solid') return isNearColor(a.color, b.color);
  const ends = (fill: Fill) =>
    fill.kind === 'solid' ? [fill.color, fill.color] : [fill.stops[0]!, fill.stops.at(-1)!].map(({ color }) => color);
  const [one, other] = [ends(a), ends(b)];
  return isNearColor(one[0]!, other[0]!) && isNearColor(one[1]!, other[1]!);
}
