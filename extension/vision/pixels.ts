import type { Box } from './scene.ts';

/** A decoded picture: 8 bits a channel, sRGB, RGB (3 bytes a pixel, row by row), orientation applied, alpha composited. */
export interface Pixels {
  width: number;
  height: number;
  /** `width * height * 3` bytes; pixel (x, y) starts at `(y * width + x) * 3`. */
  data: Uint8Array;
}

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/**
 * What the detector saw. Cell (i, j) stands for image pixels `[i * stride * scale, (i + 1) * stride * scale)` across and
 * the same down; the last row and column may reach past the picture.
 */
export interface Maps {
  /** Cells across and down. */
  width: number;
  height: number;
  /** CSS pixels a cell. */
  stride: 4;
  /** Image pixels a CSS pixel. */
  scale: number;
  /** Names of the channels, in the model's order: `core`, `text`, the element classes, `checked`, `disabled`, `selected`. */
  channels: readonly string[];
  /** Probabilities, `width * height`, row by row. Throws a RangeError for a channel that the model doesn't have. */
  channel(name: string): Float32Array;
}

/** Probabilities for the style of the glyphs at one place, as the reader tells them. */
export interface StyleGuess {
  bold: number;
  italic: number;
  serif: number;
  monospace: number;
}

/** One character that was read; spaces are not among them. */
export interface RawCharacter {
  /** One code point. */
  text: string;
  /** Image x of its middle, good to about a third of its width. */
  x: number;
  /** Image x of its left and right end: cut half-way to its neighbours, or at the word's edge. */
  left: number;
  right: number;
  confidence: number;
  style: StyleGuess;
}

export interface RawWord {
  text: string;
  /** Tight around the word's ink, image pixels. */
  box: Box;
  confidence: number;
  characters: RawCharacter[];
  /** Set where no space parts it from the word before it, which looks different: a size, a colour of its own. */
  glued?: boolean;
}

/** How much a line's background each pixel covers: 0 background, 255 full ink; `width * height` of the line's box. */
export interface InkMap {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A line of text, read, before its style is measured. */
export interface RawLine {
  /** Tight around the ink, whole image pixels. */
  box: Box;
  /** Over `box`. What isn't the line's own (a rule under it, a field's frame, a neighbour) is 0 there. */
  ink: InkMap;
  /** What lies directly under the glyphs: the most common colour around them. */
  background: Rgb;
  /** The words joined with single spaces, but for glued ones. */
  text: string;
  confidence: number;
  /** In order from left to right. */
  words: RawWord[];
}

/** The colour at a place that must lie inside the picture. */
export function colorAt(pixels: Pixels, x: number, y: number): Rgb {
  const at = (y * pixels.width + x) * 3;
  return [pixels.data[at]!, pixels.data[at + 1]!, pixels.data[at + 2]!];
}

/** How far apart two colours are: the largest difference in any channel, 0 to 255. */
export function colorDistance(a: Rgb, b: Rgb): number {
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));
}
