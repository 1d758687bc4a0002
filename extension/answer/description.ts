import type { Medium, PaletteColor } from '../vision/scene.ts';

/** A picture in words, made of what its Scene holds and nothing else. Texts are plain: whoever shows them escapes them. */
export interface Description {
  medium: Medium;
  /** Probability that `medium` is right. */
  confidence: number;
  /** What it is, says and shows, in one or two sentences. */
  summary: string;
  /** Alternative text: one sentence of at most 125 characters; empty where nothing can honestly be said. */
  alt: string;
  /** All that was read, line by line in reading order. */
  text: string;
  /** Main colours, the widest first; `share` of the picture's area, 0 to 1. */
  colors: PaletteColor[];
}
