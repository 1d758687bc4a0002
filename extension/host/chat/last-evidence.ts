import type { AnswerPart } from '../../answer/answer.ts';
import type { Box } from '../../vision/scene.ts';
import type { Exchange, Region } from '../../../webview/chat/messages.ts';

/** Image pixels around a thing that is cut out: without what it lies on, its own ground is taken for the page's. */
const AROUND = 16;

/** The part of a picture that the last answer that pointed at something pointed at, all of it together. */
export function lastEvidence(exchanges: readonly Exchange[]): Region | undefined {
  for (const { answer, about } of exchanges.toReversed()) {
    const last = answer.findLast((part) => part.kind === 'fact' && part.boxes.length > 0);
    const sha256 = last?.kind === 'fact' ? about[last.picture] : undefined;
    if (sha256 === undefined) continue;
    const boxes = answer.flatMap((part) => (isFactOf(part, about, sha256) ? part.boxes : []));
    return { sha256, box: around(boxes) };
  }
  return undefined;
}

type Fact = Extract<AnswerPart, { kind: 'fact' }>;

const isFactOf = (part: AnswerPart, about: readonly string[], sha256: string): part is Fact =>
  part.kind === 'fact' && about[part.picture] === sha256;

/** The smallest box around all of them, and a little more. Nothing left of or above the picture. */
export function around(boxes: readonly Box[]): Box {
  const x = Math.max(0, Math.min(...boxes.map((box) => box.x)) - AROUND);
  const y = Math.max(0, Math.min(...boxes.map((box) => box.y)) - AROUND);
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + AROUND;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + AROUND;
  return { x, y, width: right - x, height: bottom - y };
}
