/**
 * A page or component as a tree, independent of any framework: the interchange between layout and codegen. Plain JSON.
 * All lengths are CSS pixels. Every node keeps `source`, the box in the image (image pixels) that it came from.
 */
import type { Box, Color, Fill, BorderSide } from '../vision/scene.ts';

export interface Design {
  /** What the page calls itself: its first heading or best guess. For `<title>`. */
  title: string;
  /** PascalCase, a valid identifier, after what it shows: `SignInForm`, `Dashboard`. */
  name: string;
  /** BCP 47, from the script and words that were read. */
  language: string;
  /** CSS pixels: the picture's size divided by its scale. */
  viewport: { width: number; height: number };
  scale: number;
  background: Fill;
  /** The text style most of the page has; nodes carry only what differs from their parent. */
  text: TextLook;
  root: BoxNode;
}

export type Node = BoxNode | TextNode | ImageNode | IconNode | ControlNode;

interface NodeBase {
  /** Unique in the design, stable under correction: `n12`. */
  id: string;
  source: Box;
  /** How it takes its width in its parent's flow. `fill`: stretches. `hug`: as its content. */
  width: Sizing;
  height: Sizing;
  /** Offset from where the parent's padding, gap and alignment alone would put it. */
  margin: Edges;
  /** In a row: takes the room that is left (`flex-grow`), 0 where it doesn't. */
  grow: number;
  /** Out of flow, only for what truly overlaps: offsets from the parent's padding box. */
  overlay?: { top?: number; right?: number; bottom?: number; left?: number };
  /** Overrides the parent's cross-axis alignment. */
  alignSelf?: Align;
}

export type Sizing =
  | { kind: 'fill' }
  | { kind: 'hug' }
  | { kind: 'fixed'; px: number }
  | { kind: 'min'; px: number }
  | { kind: 'max'; px: number };
export interface Edges {
  top: number;
  right: number;
  bottom: number;
  left: number;
}
export type Align = 'start' | 'center' | 'end' | 'stretch' | 'baseline';

export type BoxTag =
  | 'div'
  | 'header'
  | 'nav'
  | 'main'
  | 'aside'
  | 'footer'
  | 'section'
  | 'article'
  | 'form'
  | 'fieldset'
  | 'dialog'
  | 'ul'
  | 'ol'
  | 'li'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'td'
  | 'th'
  | 'figure'
  | 'a'
  | 'button'
  | 'label'
  | 'hr';

/** A container. `hr` and boxes without children are rules and plain shapes. */
export interface BoxNode extends NodeBase {
  kind: 'box';
  tag: BoxTag;
  /** Accessible name of a landmark, link, button, list or table that has no visible one. */
  label?: string;
  layout:
    | { kind: 'column'; gap: number; align: Align; justify: Justify }
    | { kind: 'row'; gap: number; align: Align; justify: Justify; wrap: boolean }
    /** Tracks: 'fr' shares with weights, or fixed widths. */
    | { kind: 'grid'; columns: ({ fr: number } | { px: number })[]; columnGap: number; rowGap: number; align: Align }
    /** The tag `table`, `thead`, `tbody`, `tr`: the browser's table layout. On `table`: one width for each column. */
    | { kind: 'table'; columns?: number[] };
  padding: Edges;
  fill?: Fill;
  border?: { top?: BorderSide; right?: BorderSide; bottom?: BorderSide; left?: BorderSide };
  radius?: [number, number, number, number];
  shadow?: { x: number; y: number; blur: number; spread: number; color: Color };
  /** For `ul` and `ol`: what is drawn before its items. */
  marker?: 'none' | 'disc' | 'circle' | 'square' | 'decimal';
  /** Text style that its descendants inherit, where it differs from what this box inherits itself. */
  text?: Partial<TextLook>;
  /** State of what it stands for: the current page's link, the selected tab, a disabled button. */
  state?: { current?: boolean; selected?: boolean; disabled?: boolean };
  /** Its children from `from` (of `count`) are instances of one thing, of equal structure; `name` is PascalCase, `Card`. */
  repeat?: { name: string; from: number; count: number };
  /** Stacks its children from here down when the page is narrow; set on rows that don't fit 390 px. */
  stack?: boolean;
  children: Node[];
}

export type Justify = 'start' | 'center' | 'end' | 'between';

export interface TextLook {
  family: string;
  size: number;
  weight: number;
  italic: boolean;
  /** CSS pixels from baseline to baseline. */
  lineHeight: number;
  letterSpacing: number;
  color: Color;
  align: 'left' | 'center' | 'right' | 'justify';
  underline: boolean;
  strike: boolean;
  transform: 'none' | 'uppercase' | 'small-caps';
}

/** A paragraph, heading, label or single word: text that flows together. */
export interface TextNode extends NodeBase {
  kind: 'text';
  tag:
    | 'h1'
    | 'h2'
    | 'h3'
    | 'h4'
    | 'h5'
    | 'h6'
    | 'p'
    | 'span'
    | 'a'
    | 'label'
    | 'li'
    | 'td'
    | 'th'
    | 'legend'
    | 'figcaption'
    | 'pre'
    | 'code'
    | 'button';
  look: Partial<TextLook>;
  /** Inline pieces; `break` is a line break that doesn't come from wrapping. */
  runs: TextRunNode[];
  /** Boxes of its lines in the image, in order: what a rendering is compared with. */
  lines: Box[];
  /** For a label: the id of the control it names. */
  for?: string;
  /** It must stay on one line. */
  nowrap: boolean;
  state?: { current?: boolean; selected?: boolean; disabled?: boolean };
  /** Lowest confidence of the words in it. */
  confidence: number;
}

export interface TextRunNode {
  text: string;
  tag: 'text' | 'a' | 'strong' | 'em' | 'code' | 'break';
  look: Partial<TextLook>;
}

export interface ImageNode extends NodeBase {
  kind: 'image';
  /** What is cut from the screenshot (image pixels). */
  crop: Box;
  alt: string;
  radius?: [number, number, number, number];
  border?: BoxNode['border'];
  /** Set where it is one colour throughout; then nothing needs to be cut. */
  solid?: Color;
}

export interface IconNode extends NodeBase {
  kind: 'icon';
  crop: Box;
  color: Color;
  /** Empty where a text beside it says the same. */
  label: string;
}

export interface ControlNode extends NodeBase {
  kind: 'control';
  control:
    | 'text'
    | 'password'
    | 'email'
    | 'search'
    | 'number'
    | 'date'
    | 'textarea'
    | 'select'
    | 'checkbox'
    | 'radio'
    | 'switch'
    | 'range'
    | 'progress';
  /** Accessible name, where no label node points at it. */
  label: string;
  value?: string;
  placeholder?: string;
  /** Checked, or 0 to 1 for range and progress. */
  checked?: boolean;
  ratio?: number;
  disabled?: boolean;
  /** Radio buttons of one choice share it. */
  group?: string;
  look: Partial<TextLook>;
  padding: Edges;
  fill?: Fill;
  border?: BoxNode['border'];
  radius?: [number, number, number, number];
  shadow?: BoxNode['shadow'];
  /** Drawn as the browser draws it, with no style of its own. */
  native: boolean;
  /** Colour of a checked mark, a slider's or progress bar's filled part. */
  accent?: Color;
}
