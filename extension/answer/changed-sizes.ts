/** Boxes and letters that are larger or smaller. */
import type { Box, Element, TextLine } from '../vision/scene.ts';
import { holds } from './boxes.ts';
import { cssBox, overlapY } from './css-boxes.ts';
import type { Difference } from './differences.ts';
import { nameElement, sentence } from './matched.ts';
import type { Matched } from './matched.ts';
import type { Pair } from './pairing.ts';
import { quoted } from './plain.ts';

/** Measured boxes are right to this. CSS px, and share. */
const SAME_SIDE = 3;
const SAME_SHARE = 0.04;
/** Sizes of letters are measured to this share. */
const SAME_LETTERS = 0.12;
/** Below this probability the edges of an element are a guess. */
const SURE = 0.5;
/** Text this far below a box still is what stretched it. CSS px. */
const BELOW = 40;
const PICTURES: readonly Element['class'][] = ['image', 'avatar', 'chart'];

/** `content`: what a box has grown or shrunk for already. */
export function changedSizes({ a, b, elements, lines }: Matched, content: readonly Difference[]): Difference[] {
  const causes = content.flatMap(({ before, after }) => [
    ...(before ? [cssBox(before.box, a.scale)] : []),
    ...(after ? [cssBox(after.box, b.scale)] : []),
  ]);
  const isForContent = ({ before, after }: Pair<Element>) =>
    causes.some((cause) =>
      differs(before.box.height, after.box.height)
        ? overlapY(cause, grown(before.box)) > 0 || overlapY(cause, grown(after.box)) > 0
        : holds(before.box, cause) || holds(after.box, cause),
    );
  const boxes = elements.pairs
    .filter((pair) => isResized(pair) && !isForContent(pair))
    .filter(({ before, after }) => hasEdges(before.of) && hasEdges(after.of))
    .map(({ before, after }): Difference => {
      const [was, is] = [sizeWords(before.box), sizeWords(after.box)];
      return {
        kind: 'resized',
        what: sentence(`${nameElement(b, after.of)} is ${is}, and was ${was}`),
        before: { box: before.of.box, value: was },
        after: { box: after.of.box, value: is },
      };
    });
  return [...boxes, ...lines.pairs.flatMap(ofLetters)];
}

const differs = (one: number, other: number): boolean =>
  Math.abs(one - other) > SAME_SIDE && Math.abs(one - other) > SAME_SHARE * Math.max(one, other);

/** What came right below a box stretched it, or what stands beside it. */
const grown = (box: Box): Box => ({ ...box, height: box.height + BELOW });

const hasEdges = ({ confidence, shape, class: kind }: Element): boolean =>
  confidence >= SURE && (shape !== undefined || PICTURES.includes(kind));

function isResized({ before: { box: was }, after: { box: is } }: Pair<Element>): boolean {
  return differs(was.width, is.width) || differs(was.height, is.height);
}

const sizeWords = ({ width, height }: Box): string => `${Math.round(width)} × ${Math.round(height)} px`;

function ofLetters({ before, after }: Pair<TextLine>): Difference[] {
  const [was, is] = [before.of.runs[0]?.style.size, after.of.runs[0]?.style.size];
  if (!was || !is || before.of.text !== after.of.text) return [];
  // The ink has to be as much larger as the letters are said to be.
  const ink = after.box.width / before.box.width;
  if (Math.abs(is - was) <= SAME_LETTERS * Math.max(was, is) || Math.abs(ink - 1) <= SAME_LETTERS) return [];
  const px = (size: number) => `${Math.round(size * 10) / 10} px`;
  return [
    {
      kind: 'resized',
      what: `The text ${quoted(after.of.text, 60)} is set in ${px(is)}, and was in ${px(was)}.`,
      before: { box: before.of.box, value: px(was) },
      after: { box: after.of.box, value: px(is) },
    },
  ];
}
