import type { Box, ElementClass, Scene, TextLine } from '../vision/scene.ts';
import { bottom, middleX, middleY, right } from './boxes.ts';

/** A label is no farther away than this: above, and to a side. CSS px. */
const ABOVE = 28;
const ASIDE = 24;
const LEFT = 48;
const LEFT_COLON = 200;
/** Longer texts are sentences, and large ones headings: neither labels anything. Characters and CSS px. */
const LONGEST = 40;
const LARGEST = 18;
/** How far a label above may begin left of what it labels. CSS px. */
const INDENT = 14;
const TOGGLES: readonly ElementClass[] = ['checkbox', 'radio', 'switch'];

/** The text that labels what is at `box`: right or left of a toggle, above or left of everything else; empty where none does. */
export function nameNearby(scene: Scene, kind: ElementClass, box: Box): string {
  const outside = scene.lines.filter((line) => isLabelLike(line) && !isWithin(line.box, box));
  const beside = (line: TextLine, gap: number, most: number) =>
    Math.abs(middleY(line.box) - middleY(box)) < Math.max(box.height, line.box.height) / 2 &&
    gap > -2 &&
    gap < most * scene.scale
      ? gap
      : Infinity;
  const onRight = (line: TextLine) => beside(line, line.box.x - right(box), ASIDE);
  const onLeft = (line: TextLine) => beside(line, box.x - right(line.box), line.text.endsWith(':') ? LEFT_COLON : LEFT);
  const above = (line: TextLine) => {
    const gap = box.y - bottom(line.box);
    const level = line.box.x >= box.x - INDENT * scene.scale && line.box.x < middleX(box);
    return level && gap > -2 && gap < ABOVE * scene.scale ? gap : Infinity;
  };
  const label = TOGGLES.includes(kind)
    ? (nearest(outside, onRight) ?? nearest(outside, onLeft))
    : (nearest(outside, above) ?? nearest(outside, onLeft));
  return label?.text ?? '';
}

function isLabelLike({ text, runs }: TextLine): boolean {
  return text.length <= LONGEST && runs.every((run) => run.style.size <= LARGEST && run.link < 0.5);
}

/** Whether a line begins inside a box or goes through it. */
function isWithin(line: Box, box: Box): boolean {
  const across = right(line) > box.x && line.x < right(box);
  return across && bottom(line) > box.y + box.height * 0.2 && line.y < bottom(box) - box.height * 0.2;
}

function nearest(lines: readonly TextLine[], distance: (line: TextLine) => number): TextLine | undefined {
  let [best, least]: [TextLine | undefined, number] = [undefined, Infinity];
  for (const line of lines) {
    const far = distance(line);
    if (far < least) [best, least] = [line, far];
  }
  return best;
}
