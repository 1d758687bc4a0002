/**
 * What is in a picture, measured: the interchange between vision and everything after it. Plain JSON.
 * All boxes are in image pixels, x and y from the top left; `scene.scale` image pixels make one CSS pixel.
 * All confidences are probabilities in [0, 1].
 */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Lower-case `#rrggbb`, or `#rrggbbaa` where it lets something through. */
export type Color = string;

export interface Scene {
  /** Version of the models and measurements that made it. */
  version: string;
  image: { width: number; height: number; format: string; sha256: string };
  /** Image pixels for a CSS pixel: 1, 1.25, 1.5, 2 or 3. */
  scale: number;
  /** The page's own background, under everything. */
  background: Fill;
  lines: TextLine[];
  shapes: Shape[];
  elements: Element[];
  pictures: Picture[];
  /** Main colours, the widest first. */
  palette: PaletteColor[];
  medium: Medium;
  /** Probability that `medium` is right. */
  mediumConfidence: number;
}

export const MEDIA = ['interface', 'document', 'chart', 'icon', 'photograph', 'drawing'] as const;
/** What kind of picture it is. */
export type Medium = (typeof MEDIA)[number];

export interface PaletteColor {
  color: Color;
  /** Of the picture's area, 0 to 1. */
  share: number;
}

export type Fill =
  | { kind: 'solid'; color: Color }
  /** Direction as CSS has it: degrees, 0 towards the top, 90 towards the right. */
  | { kind: 'linear-gradient'; angle: number; stops: { offset: number; color: Color }[] };

/** One visual line of text: what a reader takes in at one go, never across columns or cells. */
export interface TextLine {
  id: string;
  /** Tight around the ink. */
  box: Box;
  /** Image y of the baseline. */
  baseline: number;
  text: string;
  confidence: number;
  words: Word[];
  /** Stretches of one style, in order, that cover the line's words. */
  runs: TextRun[];
}

export interface Word {
  text: string;
  box: Box;
  confidence: number;
}

export interface TextRun {
  /** With its inner spaces; a run that follows another begins with the space that parts them, where there is one. */
  text: string;
  box: Box;
  style: TextStyle;
  /** Probability that it is a link, from how it looks. */
  link: number;
}

export interface TextStyle {
  color: Color;
  /** What lies directly under the glyphs. */
  background: Color;
  /** A family of `fonts.json` such as `Arial`, or `sans-serif`, `serif`, `monospace` where it can't be told. */
  family: string;
  /** CSS pixels (already divided by the scene's scale). */
  size: number;
  /** 100 to 900. */
  weight: number;
  italic: boolean;
  underline: boolean;
  strike: boolean;
  /** CSS pixels; 0 where none was measured. */
  letterSpacing: number;
  /** Set where lower-case letters are drawn as small capitals. */
  smallCaps: boolean;
}

/**
 * A region with an edge of its own: a card, a bar, a field's frame, a rule, a coloured band, a dot.
 * Shapes are nested by containment: `parent` is the smallest one around it.
 */
export interface Shape {
  id: string;
  kind: 'rectangle' | 'ellipse' | 'rule';
  /** The border box, exact to the pixel where the edge is sharp; a shadow lies outside it. */
  box: Box;
  parent?: string;
  fill?: Fill;
  /** CSS pixels and colours, clockwise from the top; absent sides have none. */
  border?: { top?: BorderSide; right?: BorderSide; bottom?: BorderSide; left?: BorderSide };
  /** CSS pixels; [top left, top right, bottom right, bottom left]. */
  radius?: [number, number, number, number];
  shadow?: { x: number; y: number; blur: number; spread: number; color: Color };
  confidence: number;
}

export interface BorderSide {
  width: number;
  style: 'solid' | 'dashed' | 'dotted';
  color: Color;
}

export const ELEMENT_CLASSES = [
  'button',
  'link',
  'text-field',
  'text-area',
  'select',
  'checkbox',
  'radio',
  'switch',
  'slider',
  'tab',
  'badge',
  'icon',
  'image',
  'avatar',
  'chart',
  'table',
  'progress',
  'card',
  'dialog',
  'navigation',
] as const;
export type ElementClass = (typeof ELEMENT_CLASSES)[number];

/** Something a person would name. Its box is that of the shape or ink it was refined to. */
export interface Element {
  id: string;
  class: ElementClass;
  box: Box;
  confidence: number;
  /** The shape that draws it, where one does. */
  shape?: string;
  state: {
    checked?: boolean;
    disabled?: boolean;
    selected?: boolean;
    /** 0 to 1: slider and progress. */ value?: number;
  };
}

/** Pixels that code can't redraw (a photograph, a logo, an illustration, a chart) or that it redraws as a path (an icon). */
export interface Picture {
  id: string;
  kind: 'image' | 'avatar' | 'chart' | 'icon';
  box: Box;
  /** CSS pixels. */
  radius?: [number, number, number, number];
  /** For an icon: the one colour of its ink; absent where it has several. */
  color?: Color;
  /** Set where all of it is one colour: a placeholder. */
  solid?: Color;
  confidence: number;
}
