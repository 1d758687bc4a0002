import type { Box, Scene } from '../vision/scene.ts';

/** A picture that a question may be about, and how the conversation calls it. */
export interface SeenPicture {
  name: string;
  scene: Scene;
}

/**
 * A piece of an answer, in reading order. A fact is a piece that stands on evidence: `boxes` (image pixels) in the picture at
 * `picture` of those asked about. All texts are plain: whoever shows them escapes them.
 */
export type AnswerPart =
  | { kind: 'text'; text: string }
  | { kind: 'fact'; text: string; picture: number; boxes: Box[]; confidence: number }
  | { kind: 'break' };

/** One question with its answer, as asked before in the same conversation. */
export interface Turn {
  question: string;
  answer: AnswerPart[];
}
