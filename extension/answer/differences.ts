/** What two pictures of an interface differ in. */
import type { Box, Scene } from '../vision/scene.ts';
import { areaOf } from './boxes.ts';
import { comings } from './changed-content.ts';
import { changedColors } from './changed-colors.ts';
import { changedSizes } from './changed-sizes.ts';
import { changedStates } from './changed-states.ts';
import { changedTexts } from './changed-texts.ts';
import { match } from './matched.ts';
import type { Matched } from './matched.ts';
import { changedPlaces } from './moved.ts';
import { counted } from './plain.ts';

/** One thing that two pictures differ in; each box in the pixels of its own picture. */
export interface Difference {
  kind: 'text' | 'added' | 'removed' | 'moved' | 'resized' | 'color' | 'state' | 'picture';
  /** In plain words, as a sentence for a person. */
  what: string;
  before?: { box: Box; value: string };
  after?: { box: Box; value: string };
}

/** Differences that are told of: a reader takes in no more. */
const MOST = 40;
/** Pictures of as many lines that share fewer of them than this show two screens. */
const LEAST_LINES = 6;
const LEAST_SHARED = 0.15;
/** How much a person minds a difference, for its area. */
const WEIGHTS: Record<Difference['kind'], number> = {
  picture: 100,
  state: 8,
  added: 3,
  removed: 3,
  text: 4,
  color: 1,
  resized: 0.5,
  moved: 0.3,
};

/**
 * What two pictures differ in, the greatest first; none where they show the same. Pictures of one page at two scales are compared
 * in CSS pixels. What only follows another difference, such as all that a new banner pushes down, isn't told of.
 */
export function differences(a: Scene, b: Scene): Difference[] {
  if (a.image.sha256 === b.image.sha256 && a.image.sha256) return [];
  const matched = match(a, b);
  if (isOtherScreen(matched)) return [otherScreen(a, b)];
  const content = [...changedTexts(matched), ...comings(matched)];
  const states = changedStates(matched);
  const colors = changedColors(matched, states);
  const sizes = changedSizes(matched, content);
  const found = [...pictureSizes(a, b), ...content, ...states, ...colors, ...sizes];
  return [...found, ...changedPlaces(matched, found)]
    .sort((one, other) => weightOf(other, a, b) - weightOf(one, a, b))
    .slice(0, MOST);
}

function weightOf({ kind, before, after }: Difference, a: Scene, b: Scene): number {
  const share = (box: Box | undefined, { image }: Scene) => (box ? areaOf(box) / (image.width * image.height) : 0);
  // Small things count more than their area: an eye takes in a word as a whole.
  return WEIGHTS[kind] * Math.sqrt(Math.max(share(before?.box, a), share(after?.box, b)));
}

function isOtherScreen({ a, b, lines }: Matched): boolean {
  const fewer = Math.min(a.lines.length, b.lines.length);
  const same = lines.pairs.filter(({ before, after }) => before.of.text === after.of.text).length;
  return fewer >= LEAST_LINES && same < fewer * LEAST_SHARED;
}

const whole = ({ image }: Scene): Box => ({ x: 0, y: 0, width: image.width, height: image.height });

function otherScreen(a: Scene, b: Scene): Difference {
  return {
    kind: 'picture',
    what: 'The two pictures show different screens: hardly any text is in both.',
    before: { box: whole(a), value: counted(a.lines.length, 'line') },
    after: { box: whole(b), value: counted(b.lines.length, 'line') },
  };
}

/** CSS pixels: the same page at another scale has the same size. */
function pictureSizes(a: Scene, b: Scene): Difference[] {
  const [before, after] = [a, b].map(({ image, scale }) =>
    [image.width, image.height].map((side) => Math.round(side / scale)).join(' × '),
  );
  if (before === after) return [];
  return [
    {
      kind: 'picture',
      what: `The picture is ${after} pixels, not ${before}.`,
      before: { box: whole(a), value: before! },
      after: { box: whole(b), value: after! },
    },
  ];
}
