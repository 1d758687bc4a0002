import type { Choice, Trial } from './families.ts';
import { wordMisfits } from './fit.ts';
import { faceOf } from './fonts.ts';
import { stretchOf, type Stretch } from './runs.ts';

/** Letters of a word in another face are this many standard deviations off, root of the mean square. */
const OTHER_FACE = 2.4;
/** A stretch whose words mostly don't fit is in a face that isn't known; cutting it up finds nothing. */
const MOST_OTHERS = 0.5;
/** Shorter words go with what stands beside them. */
const LEAST_LETTERS = 3;
/** Two parts of one face whose sizes differ by less than this are one. */
const SAME_SIZE = 0.06;

/**
 * Cuts a stretch around words that don't fit the face that the rest is in: a code span or bold words that look much like
 * their neighbours. That face is the stretch's own, or the page's usual one where its own is only the best of a bad lot.
 * Undefined where all words fit.
 */
export function recut(
  { stretch, target }: Trial,
  choice: Choice | undefined,
  usual: Choice,
  spread: number,
): Stretch[] | undefined {
  if (!choice || target.words.length < 2 || choice.fit.letterSpacing !== 0) return undefined;
  const sets = [choice, { ...usual, italic: choice.italic }].map((face) =>
    wordMisfits(target, faceOf(face.family.name, face.weight, face.italic), face.family, spread).map(
      (misfit) => misfit > OTHER_FACE,
    ),
  );
  const counts = sets.map((set) => set.filter(Boolean).length);
  const best = counts[1]! < counts[0]! ? 1 : 0;
  const other = sets[best]!;
  if (counts[best] === 0 || counts[best]! > MOST_OTHERS * other.length) return undefined;
  for (let i = 0; i < other.length; i++)
    if (target.words[i]!.to - target.words[i]!.from < LEAST_LETTERS) other[i] = other[i - 1] ?? other[i + 1]!;
  const cuts: Stretch[] = [];
  let from = 0;
  for (let i = 1; i <= other.length; i++) {
    if (i < other.length && other[i] === other[i - 1]) continue;
    cuts.push(stretchOf(stretch.line, stretch.from + from, stretch.from + i));
    from = i;
  }
  return cuts.length > 1 ? cuts : undefined;
}

/** Whether the parts that a stretch was cut into are of different faces or sizes after all. */
export function isRealCut(parts: (Choice | undefined)[]): boolean {
  const [first, ...rest] = parts;
  return rest.some(
    (part) =>
      !!part &&
      !!first &&
      part.fit.letterSpacing === 0 &&
      (part.family !== first.family ||
        part.weight !== first.weight ||
        part.italic !== first.italic ||
        Math.abs(part.fit.size / first.fit.size - 1) > SAME_SIZE),
  );
}
