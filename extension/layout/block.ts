/** What layout works on between the Scene and the Design: things with a place on the page, then rows and columns of them. */
import type { Fill, Shape } from '../vision/scene.ts';
import type { ControlNode } from './design.ts';
import type { Rect } from './geometry.ts';
import type { Line, Marker, Measured } from './measured.ts';

export type Block = TextBlock | ControlBlock | ImageBlock | IconBlock | RuleBlock | FrameBlock | GroupBlock;

/** Lines that one text node of the page made. */
export interface TextBlock {
  kind: 'text';
  /** The CSS boxes of its lines: content areas with their leading. */
  rect: Rect;
  lines: Line[];
  /** CSS px from baseline to baseline. */
  lineHeight: number;
  align: 'left' | 'center' | 'right';
  /** Widths of the containing block at which its lines break as they do: [least, most) in CSS px. */
  wraps: { least: number; most: number };
  /** Numbers of the lines after which a break was forced. */
  breaks: Set<number>;
  marker?: Marker;
  /** The picture it tells about, the heading's rank and the like are found later; these come from elements. */
  isButton?: boolean;
}

export interface ControlBlock {
  kind: 'control';
  rect: Rect;
  control: ControlNode['control'];
  shape?: Shape;
  /** What stands in it: its value or placeholder. */
  lines: Line[];
  checked?: boolean;
  ratio?: number;
  disabled?: boolean;
  accent?: string;
}

export interface ImageBlock {
  kind: 'image';
  rect: Rect;
  /** The picture's, or the shape's that frames it. */
  shape?: Shape;
  radius?: Shape['radius'];
  solid?: string;
  alt: string;
}

export interface IconBlock {
  kind: 'icon';
  rect: Rect;
  color: string;
}

export interface RuleBlock {
  kind: 'rule';
  rect: Rect;
  shape: Shape;
}

/** A box that is drawn: a shape with what lies in it. */
export interface FrameBlock {
  kind: 'frame';
  rect: Rect;
  shape: Pick<Shape, 'fill' | 'border' | 'radius' | 'shadow'>;
  role?: 'button' | 'card' | 'dialog' | 'navigation' | 'badge' | 'tab' | 'fieldset';
  state?: { selected?: boolean; disabled?: boolean };
  /** What was found in it, before it is arranged. */
  items: Block[];
  content?: Block;
  overlays: Block[];
}

/** Blocks side by side or one below the other. */
export interface GroupBlock {
  kind: 'row' | 'column' | 'grid' | 'table' | 'list';
  rect: Rect;
  /** For a grid and a table, row by row. */
  children: Block[];
  /** Of a grid or table. */
  columns?: number;
  /** Of a table: its first row names the columns. */
  header?: boolean;
  /** Of a list. */
  marker?: Marker['kind'] | 'none';
}

export interface PageBlocks {
  measured: Measured;
  background: Fill;
  /** The page itself as a frame without a shape. */
  root: FrameBlock;
}
