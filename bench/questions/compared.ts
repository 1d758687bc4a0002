import { createHash } from 'node:crypto';
import { boxOf } from './asking/ask.ts';
import type { ChangedPage } from './draw.ts';
import { phrasingsOf } from './generate.ts';
import type { Question } from './question.ts';
import { Random } from './random.ts';
import type { SetName } from './sets.ts';
import { inWords } from './words.ts';

/** Of so many pairs of pictures one is of the same picture twice. */
const ALIKE = 10;

/** What changed between a page and the same with one change. */
export function comparing(set: SetName, changed: readonly ChangedPage[]): Question[] {
  return changed.map(({ name, before, change: { box, says } }, i) => {
    const random = new Random(createHash('sha256').update(name).digest().readUInt32LE());
    const question = inWords('what changed', {}, phrasingsOf(set), random);
    const asked = { page: before, kind: 'differences' as const, ask: 'what changed', question };
    if (i % ALIKE === ALIKE - 1) return { ...asked, other: before, expect: { unchanged: true } };
    return { ...asked, other: name, expect: { changed: { box: boxOf(box), ...(says && { says }) } } };
  });
}
