/** What stands elsewhere, and not only because something else came, went or grew. */
import type { Box, TextLine } from '../vision/scene.ts';
import { around, bottom, right } from './boxes.ts';
import { cssBox } from './css-boxes.ts';
import type { Shift } from './css-boxes.ts';
import type { Difference } from './differences.ts';
import type { Matched } from './matched.ts';
import { shiftOf } from './pairing.ts';
import type { Pair } from './pairing.ts';
import { counted, quoted } from './plain.ts';

/** Things that went as far to this were moved together, and nearer than this stand where they stood. CSS px. */
const TOGETHER = 2;
const LEAST = 3;

/** Another difference, that things may have moved for. CSS px. */
interface Cause {
  kind: Difference['kind'];
  box: Box;
}

/** `found`: the other differences, which explain most of what moved. */
export function changedPlaces(matched: Matched, found: readonly Difference[]): Difference[] {
  const { a, b } = matched;
  const groups: Pair<TextLine>[][] = [];
  for (const pair of matched.lines.pairs) {
    const shift = shiftBy(pair);
    if (Math.max(Math.abs(shift.x), Math.abs(shift.y)) < LEAST) continue;
    const same = groups.find(([first]) => isTogether(shiftBy(first!), shift));
    if (same) same.push(pair);
    else groups.push([pair]);
  }
  const causes: Cause[] = found.flatMap(({ kind, before, after }) =>
    kind === 'color' || kind === 'state' || kind === 'picture'
      ? []
      : [
          ...(before ? [{ kind, box: cssBox(before.box, a.scale) }] : []),
          ...(after ? [{ kind, box: cssBox(after.box, b.scale) }] : []),
        ],
  );
  return groups.flatMap((group) => {
    const shift = shiftBy(group[0]!);
    const box = around(group.map(({ after }) => after.box));
    if (causes.some((cause) => explains(cause, box, shift))) return [];
    return [tell(group, shift)];
  });
}

/** How far a text went: text of another length keeps one of its edges, or its middle. */
function shiftBy(pair: Pair<TextLine>): Shift {
  const { before, after } = pair;
  const { x, y } = shiftOf(pair);
  const ends = [x, right(after.box) - right(before.box)];
  const middle = (ends[0]! + ends[1]!) / 2;
  const least = [...ends, middle].sort((one, other) => Math.abs(one) - Math.abs(other))[0]!;
  return { x: least, y: bottomShift(pair) ?? y };
}

/** By baselines, which stay where letters go below them. CSS px need no scale here: both boxes are in CSS px. */
function bottomShift({ before, after }: Pair<TextLine>): number | undefined {
  if (before.of.text === after.of.text) return undefined;
  const shift = bottom(after.box) - bottom(before.box);
  return Math.abs(shift) < Math.abs(after.box.y - before.box.y) ? shift : undefined;
}

const isTogether = (a: Shift, b: Shift): boolean => Math.abs(a.x - b.x) <= TOGETHER && Math.abs(a.y - b.y) <= TOGETHER;

/** What is above pushes down, what is beside pushes aside; what is centred makes room to both sides. */
function explains({ box: cause, kind }: Cause, moved: Box, { x, y }: Shift): boolean {
  const isCentred = kind === 'removed' ? y > 0 : y < 0;
  const above = cause.y <= moved.y + moved.height || (isCentred && Math.abs(y) <= cause.height);
  const level = cause.y < bottom(moved) && bottom(cause) > moved.y;
  return (Math.abs(y) >= LEAST && above) || (Math.abs(x) >= LEAST && (level || above));
}

function tell(group: readonly Pair<TextLine>[], { x, y }: Shift): Difference {
  const [first] = group;
  const more = group.length - 1;
  const ways = [
    Math.abs(x) >= LEAST ? `${Math.round(Math.abs(x))} px to the ${x < 0 ? 'left' : 'right'}` : '',
    Math.abs(y) >= LEAST ? `${Math.round(Math.abs(y))} px ${y < 0 ? 'up' : 'down'}` : '',
  ].filter(Boolean);
  const who = `${quoted(first!.after.of.text, 60)}${more ? ` and ${counted(more, 'other text')}` : ''}`;
  const place = (side: 'before' | 'after') => {
    const box = around(group.map((pair) => pair[side].of.box));
    return { box, value: `x ${Math.round(box.x)}, y ${Math.round(box.y)}` };
  };
  return { kind: 'moved', what: `${who} moved ${ways.join(' and ')}.`, before: place('before'), after: place('after') };
}
