import type { Box } from '../vision/scene.ts';

/** One thing that two pictures differ in; each box in the pixels of its own picture. */
export interface Difference {
  kind: 'text' | 'added' | 'removed' | 'moved' | 'resized' | 'color' | 'state' | 'picture';
  /** In plain words, as a sentence for a person. */
  what: string;
  before?: { box: Box; value: string };
  after?: { box: Box; value: string };
}
