/** Texts that say something else in the same place. */
import type { TextLine } from '../vision/scene.ts';
import { around, bottom } from './boxes.ts';
import type { Difference } from './differences.ts';
import type { Matched } from './matched.ts';
import { isOneReading } from './pairing.ts';
import type { Pair } from './pairing.ts';
import { plain, quoted } from './plain.ts';

/** Lines of one paragraph lie no farther apart than this, in heights, and begin this near each other, in CSS px. */
const LEADING = 1.2;
const INDENT = 4;
const MOST_SAID = 60;
const MOST_VALUE = 300;

export function changedTexts({ lines }: Matched): Difference[] {
  const changed = lines.pairs.filter(({ before, after }) => !isOneReading(before.of, after.of));
  return paragraphs(changed).map((pairs) => {
    const [before, after] = (['before', 'after'] as const).map((side) => ({
      box: around(pairs.map((pair) => pair[side].of.box)),
      value: plain(pairs.map((pair) => pair[side].of.text).join(' '), MOST_VALUE),
    }));
    return {
      kind: 'text',
      what: `The text ${quoted(before!.value, MOST_SAID)} now reads ${quoted(after!.value, MOST_SAID)}.`,
      before: before!,
      after: after!,
    };
  });
}

/** Changed lines right below one another are one change. */
function paragraphs(changed: readonly Pair<TextLine>[]): Pair<TextLine>[][] {
  const groups: Pair<TextLine>[][] = [];
  for (const pair of [...changed].sort((x, y) => x.before.box.y - y.before.box.y)) {
    const above = groups.find((group) => isNext(group[group.length - 1]!, pair));
    if (above) above.push(pair);
    else groups.push([pair]);
  }
  return groups;
}

function isNext({ before: above }: Pair<TextLine>, { before: below }: Pair<TextLine>): boolean {
  const gap = below.box.y - bottom(above.box);
  return (
    gap >= 0 &&
    gap < LEADING * above.box.height &&
    Math.abs(above.box.x - below.box.x) <= INDENT &&
    isSameSize(above, below)
  );
}

const isSameSize = (a: { of: TextLine }, b: { of: TextLine }): boolean =>
  Math.abs((a.of.runs[0]?.style.size ?? 0) - (b.of.runs[0]?.style.size ?? 0)) < 1;
