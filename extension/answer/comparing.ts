/** The answer to what changed between two pictures. */
import type { Scene } from '../vision/scene.ts';
import { differences } from './differences.ts';
import type { Difference } from './differences.ts';
import { say } from './facts.ts';
import { plain } from './plain.ts';
import { lineBreak } from './reply.ts';
import type { Part, Reply } from './reply.ts';

/** A picture by its place among those asked about. */
export interface Side {
  picture: number;
  scene: Scene;
}

/** Differences that a reader is told of in words. */
const MOST_TOLD = 12;
const NONE = 'The two pictures show the same.';
/** How sure a difference is, and that there is none. */
const SURE = 0.75;

/** What the second picture has otherwise than the first, each with its place in both. */
export function compare(before: Side, after: Side): Reply {
  const found = differences(before.scene, after.scene);
  if (!found.length) return { parts: [say(NONE)], value: { kind: 'texts', texts: [] }, confidence: SURE };
  const told = found
    .slice(0, MOST_TOLD)
    .flatMap((each, i): Part[] => [...(i ? [lineBreak] : []), ...tell(each, before, after)]);
  const more = found.length - MOST_TOLD;
  return {
    parts: more > 0 ? [...told, lineBreak, say(`and ${more} smaller ones.`)] : told,
    value: { kind: 'texts', texts: found.map(({ what }) => plain(what, 300)) },
    confidence: SURE,
  };
}

/** A difference stands on its place after, and before where it was. */
function tell({ what, before, after }: Difference, first: Side, second: Side): Part[] {
  const at = (text: string, side: Side, boxes: Difference['after']): Part => ({
    kind: 'fact',
    text,
    picture: side.picture,
    boxes: boxes ? [boxes.box] : [],
    confidence: SURE,
  });
  if (!after) return [at(plain(what, 300), first, before)];
  if (!before) return [at(plain(what, 300), second, after)];
  return [at(plain(what, 300), second, after), say(' '), at('(before)', first, before)];
}
