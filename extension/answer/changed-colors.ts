/** Fills, borders and texts of another colour; the same change in many places is told once. */
import type { Box, Color, Fill, Scene, Shape } from '../vision/scene.ts';
import { around, holds } from './boxes.ts';
import { colorDifference, colorOfFill, isNearColor, isNearFill } from './color-difference.ts';
import type { Difference } from './differences.ts';
import { nameBox } from './matched.ts';
import type { Matched } from './matched.ts';
import { isOneReading } from './pairing.ts';
import { counted, quoted } from './plain.ts';

/** One colour of one thing, before and after. */
interface Recolored {
  part: string;
  before: { box: Box; color: Color };
  after: { box: Box; color: Color };
}

/** Colours of letters are measured from few pixels: nearer ones are the same (CIEDE2000). */
const SAME_TEXT_COLOR = 7;

export function changedColors(matched: Matched, states: readonly Difference[]): Difference[] {
  const { a, b, shapes, lines } = matched;
  const found: Recolored[] = [...ofFill('the page', whole(a), whole(b), a.background, b.background)];
  for (const { before, after } of shapes.pairs) found.push(...ofShape(a, b, before.of, after.of));
  for (const { before, after } of lines.pairs) {
    const [was, is] = [before.of.runs[0]?.style.color, after.of.runs[0]?.style.color];
    // Another text in another colour is another text.
    if (was && is && isOneReading(before.of, after.of) && colorDifference(was, is) > SAME_TEXT_COLOR)
      found.push(recolored(`the text ${quoted(after.of.text, 60)}`, before.of.box, after.of.box, was, is));
  }
  return grouped(found.filter((one) => !isOfState(one, states)));
}

const whole = ({ image }: Scene): Box => ({ x: 0, y: 0, width: image.width, height: image.height });

function recolored(part: string, before: Box, after: Box, was: Color, is: Color): Recolored {
  return { part, before: { box: before, color: was }, after: { box: after, color: is } };
}

function ofFill(part: string, before: Box, after: Box, was?: Fill, is?: Fill): Recolored[] {
  if (!was || !is || isNearFill(was, is)) return [];
  return [recolored(part, before, after, colorOfFill(was), colorOfFill(is))];
}

function ofShape(a: Scene, b: Scene, before: Shape, after: Shape): Recolored[] {
  const name = nameBox(b, after.box) ?? (after.kind === 'rule' ? 'a line' : 'a box');
  const fill = ofFill(name, before.box, after.box, groundOf(a, before), groundOf(b, after));
  const [was, is] = [before.border?.top?.color, after.border?.top?.color];
  const border =
    was && is && !isNearColor(was, is) ? [recolored(`the border of ${name}`, before.box, after.box, was, is)] : [];
  return [...fill, ...border];
}

/** Its fill, else what lies under the text in it: a button may be filled only since. */
function groundOf({ lines }: Scene, { fill, box }: Shape): Fill | undefined {
  if (fill) return fill;
  const color = lines.find((line) => holds(box, line.box))?.runs[0]?.style.background;
  return color ? { kind: 'solid', color } : undefined;
}

/** What a state looks like isn't told of beside it. */
function isOfState({ before, after }: Recolored, states: readonly Difference[]): boolean {
  return states.some(
    (state) =>
      (state.after && (holds(after.box, state.after.box) || holds(state.after.box, after.box))) ||
      (state.before && (holds(before.box, state.before.box) || holds(state.before.box, before.box))),
  );
}

/** One difference for all that went from one colour to the same other. */
function grouped(found: readonly Recolored[]): Difference[] {
  const groups: Recolored[][] = [];
  for (const one of found) {
    const same = groups.find(
      ([first]) =>
        isNearColor(first!.before.color, one.before.color) &&
        isNearColor(first!.after.color, one.after.color) &&
        isOfText(first!) === isOfText(one),
    );
    if (same) same.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => {
    const [first] = group;
    const more = group.length - 1;
    const who = more ? `${first!.part} and ${counted(more, 'other')}` : first!.part;
    const [was, is] = [first!.before.color, first!.after.color];
    return {
      kind: 'color',
      what: `The colour of ${who} is ${is}, and was ${was}.`,
      before: { box: around(group.map(({ before }) => before.box)), value: was },
      after: { box: around(group.map(({ after }) => after.box)), value: is },
    };
  });
}

const isOfText = ({ part }: Recolored): boolean => part.startsWith('the text');
