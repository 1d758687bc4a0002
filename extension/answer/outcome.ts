import type { Box, Color } from '../vision/scene.ts';
import type { Program } from './program.ts';
import type { Step } from './program-words.ts';

/** What an answer comes to, without its words. Boxes and points in image pixels, lengths in CSS pixels. */
export type Value =
  /** As it stands in the picture. */
  | { kind: 'text'; text: string }
  | { kind: 'texts'; texts: string[] }
  | { kind: 'number'; number: number }
  | { kind: 'boolean'; boolean: boolean }
  | { kind: 'color'; color: Color }
  | { kind: 'length'; pixels: number }
  | { kind: 'size'; width: number; height: number }
  /** `point` is where to click. */
  | { kind: 'place'; box: Box; point: { x: number; y: number } };

/** One of several things that a question could mean. */
export interface Candidate {
  /** `button “Save”` */
  name: string;
  box: Box;
}

/** How one question was answered over one picture. */
export interface Outcome {
  /** Place of the picture among those asked about. */
  picture: number;
  program: Program;
  /** The program in plain words. */
  steps: Step[];
  /** Absent where the answer is declined, or only words. */
  value?: Value;
  /** What the answer stands on. */
  boxes: Box[];
  /** Probability that the answer is right; 0 where it is declined. */
  confidence: number;
  /** The picture doesn't tell. */
  declined: boolean;
  /** What the question could mean, where that isn't one thing. */
  candidates?: Candidate[];
}
