import type { Color } from '../../extension/vision/scene.ts';

export const KINDS = [
  'reading',
  'finding',
  'counting',
  'place',
  'look',
  'state',
  'tables and forms',
  'whole',
  'differences',
  'follow-up',
  'unanswerable',
] as const;
export type Kind = (typeof KINDS)[number];

/** The right answer. Boxes are [x, y, width, height] in image pixels. */
export type Expected =
  | { text: string }
  /** In any order. */
  | { texts: string[] }
  | { number: number }
  | { boolean: boolean }
  | { color: Color }
  /** CSS pixels. */
  | { length: number }
  | { size: [number, number] }
  /** WCAG contrast ratio. */
  | { ratio: number }
  /** Where the true element is. */
  | { box: [number, number, number, number] }
  /** What was said holds one of these words. */
  | { words: string[] }
  /** The one thing that changed between two pictures: where it is in both, and what was said of it, where that can be read. */
  | { changed: { box: [number, number, number, number]; says?: string } }
  /** Two pictures that are alike. */
  | { unchanged: true }
  | { declined: true };

export interface Question {
  /** `SET/ID`. */
  page: string;
  /** A second picture, to compare with. */
  other?: string;
  kind: Kind;
  /** Which ask of the generator it came from. */
  ask?: string;
  question: string;
  /** Asked before in the same conversation. */
  history?: string[];
  expect: Expected;
  /** Other texts that are right. */
  also?: string[];
}
