/** Design nodes for single things: texts, controls, pictures, rules. */
import type { TextStyle } from '../vision/scene.ts';
import { lineHeightNormal } from '../vision/fonts.ts';
import type { ControlBlock, IconBlock, ImageBlock, RuleBlock, TextBlock } from './block.ts';
import { dotsIn, isPlaceholder } from './controls.ts';
import type {
  BoxNode,
  ControlNode,
  Edges,
  IconNode,
  ImageNode,
  Node,
  TextLook,
  TextNode,
  TextRunNode,
} from './design.ts';
import { boxOf, heightOf, widthOf, type Rect } from './geometry.ts';
import type { Line } from './measured.ts';

/** What all nodes of one design share while it is built. */
export interface Building {
  scale: number;
  nextId: () => string;
}

export const NO_EDGES: Readonly<Edges> = { top: 0, right: 0, bottom: 0, left: 0 };
/** A single line up to this wide never wraps, not even where a font comes out wider; longer ones may on narrow pages. CSS px. */
const NOWRAP_WIDTH = 240;
/** In font sizes; letters further apart were measured on something that isn't text. */
const WIDEST_SPACING = 0.45;
/** Sizes and spacings of runs are noise below these differences. */
const SIZE_STEP = 1;

export function baseOf(rect: Rect, b: Building): Omit<BoxNode, 'kind' | 'tag' | 'layout' | 'padding' | 'children'> {
  return {
    id: b.nextId(),
    source: boxOf(rect, b.scale),
    width: { kind: 'hug' },
    height: { kind: 'hug' },
    margin: { ...NO_EDGES },
    grow: 0,
  };
}

export function lookOf(style: TextStyle, lineHeight: number, align: TextLook['align'] = 'left'): TextLook {
  return {
    family: style.family,
    size: style.size,
    weight: style.weight,
    italic: style.italic,
    lineHeight,
    letterSpacing: Math.abs(style.letterSpacing) > WIDEST_SPACING * style.size ? 0 : style.letterSpacing,
    color: style.color,
    align,
    underline: style.underline,
    strike: style.strike,
    transform: style.smallCaps ? 'small-caps' : 'none',
  };
}

export function textNode(block: TextBlock, b: Building): TextNode {
  const style = blockStyle(block.lines);
  const link = block.lines.every((l) => l.link > 0.9);
  return {
    ...baseOf(block.rect, b),
    kind: 'text',
    tag: block.isButton ? 'button' : link ? 'a' : 'p',
    look: lookOf(style, block.lineHeight, block.align),
    runs: runsOf(block, style, link || block.isButton === true),
    lines: block.lines.map((l) => l.source.box),
    nowrap: block.lines.length === 1 && widthOf(block.rect) <= NOWRAP_WIDTH,
    confidence: Math.min(1, ...block.lines.flatMap((l) => l.source.words.map((w) => w.confidence))),
  };
}

/** The style that most characters have. */
function blockStyle(lines: Line[]): TextStyle {
  const weights = new Map<string, { style: TextStyle; n: number }>();
  for (const line of lines) {
    for (const run of line.source.runs.length ? line.source.runs : [{ text: line.text, style: line.style }]) {
      const key = `${run.style.size}/${run.style.weight}/${run.style.italic}/${run.style.color}/${run.style.family}/${run.style.underline}`;
      const entry = weights.get(key) ?? { style: run.style, n: 0 };
      entry.n += run.text.length;
      weights.set(key, entry);
    }
  }
  return [...weights.values()].sort((a, b) => b.n - a.n)[0]?.style ?? lines[0]!.style;
}

function runsOf(block: TextBlock, style: TextStyle, plain: boolean): TextRunNode[] {
  const runs: TextRunNode[] = [];
  block.lines.forEach((line, i) => {
    const source = line.source.runs.length ? line.source.runs : [{ text: line.text, style: line.style, link: 0 }];
    source.forEach((run, j) => {
      const text = j === 0 ? run.text.trimStart() : run.text;
      const tag = plain ? 'text' : inlineTag(run, style);
      const look = differences(run, style, tag);
      append(
        runs,
        { text, tag, look },
        i > 0 && j === 0 && !block.breaks.has(i - 1) ? joint(block.lines[i - 1]!.text, line.text) : '',
      );
    });
    if (block.breaks.has(i)) runs.push({ text: '', tag: 'break', look: {} });
  });
  return runs;
}

/** A word that was parted at its hyphen goes on without a space. */
function joint(before: string, after: string): string {
  return /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after) ? '' : ' ';
}

function append(runs: TextRunNode[], run: TextRunNode, space: string): void {
  const last = runs.at(-1);
  if (!last || last.tag === 'break') {
    runs.push({ ...run, text: run.text.trimStart() });
    return;
  }
  const text = space && !/\s$/.test(last.text) && !/^\s/.test(run.text) ? space + run.text : run.text;
  if (last.tag === run.tag && JSON.stringify(last.look) === JSON.stringify(run.look)) last.text += text;
  else runs.push({ ...run, text });
}

function inlineTag(run: { style: TextStyle; link: number }, style: TextStyle): TextRunNode['tag'] {
  if (run.link >= 0.5) return 'a';
  if (run.style.family !== style.family && /mono|courier|consolas|menlo/i.test(run.style.family)) return 'code';
  if (run.style.weight >= 600 && style.weight < 600) return 'strong';
  if (run.style.italic && !style.italic) return 'em';
  return 'text';
}

function differences(
  { text, style: run }: { text: string; style: TextStyle },
  style: TextStyle,
  tag: TextRunNode['tag'],
): Partial<TextLook> {
  const look: Partial<TextLook> = {};
  if (run.color !== style.color) look.color = run.color;
  // A lone letter that measures larger than its neighbours was misread; a smaller one may be a superscript.
  const larger = run.size > style.size && text.trim().length < 3;
  if (Math.abs(run.size - style.size) >= SIZE_STEP && !larger) look.size = run.size;
  if (run.weight !== style.weight) look.weight = run.weight;
  if (run.italic !== style.italic) look.italic = run.italic;
  if (run.underline !== style.underline) look.underline = run.underline;
  if (run.strike !== style.strike) look.strike = run.strike;
  if (tag === 'code') look.family = run.family;
  return look;
}

export function controlNode(block: ControlBlock, b: Building): ControlNode {
  const line = block.lines[0];
  const style = line && blockStyle(block.lines);
  const dots = line && block.control === 'password' ? dotsIn(line) : 0;
  const text = dots ? '•'.repeat(dots) : block.lines.map((l) => l.text).join(block.control === 'textarea' ? '\n' : ' ');
  const hint = line !== undefined && !dots && block.control !== 'select' && isPlaceholder(line);
  const { shape } = block;
  const border = shape?.border;
  const inset = line ? Math.max(0, line.rect.left - block.rect.left - (border?.left?.width ?? 0)) : 0;
  const above =
    line && block.control === 'textarea' ? Math.max(0, line.rect.top - block.rect.top - (border?.top?.width ?? 0)) : 0;
  return {
    ...baseOf(block.rect, b),
    kind: 'control',
    control: block.control,
    label: '',
    ...(text && (hint ? { placeholder: text } : { value: text })),
    ...(block.checked !== undefined && { checked: block.checked }),
    ...(block.ratio !== undefined && { ratio: block.ratio }),
    ...(block.disabled && { disabled: true }),
    look: style && line && !dots ? lookOf(style, lineHeightNormal(style.family, style.size)) : {},
    padding: { top: above, right: inset, bottom: 0, left: inset },
    ...(shape?.fill && { fill: shape.fill }),
    ...(border && { border }),
    ...(shape?.radius && { radius: shape.radius }),
    ...(shape?.shadow && { shadow: shape.shadow }),
    ...(block.accent && { accent: block.accent }),
    native: isNative(block),
    ...fixedSize(block.rect),
  };
}

/** Small toggles without a ground of their own are as browsers draw them. */
function isNative({ control, shape, rect }: ControlBlock): boolean {
  return (control === 'checkbox' || control === 'radio') && !shape?.fill && widthOf(rect) <= 14;
}

function fixedSize(rect: Rect): Pick<Node, 'width' | 'height'> {
  return {
    width: { kind: 'fixed', px: round(widthOf(rect)) },
    height: { kind: 'fixed', px: round(heightOf(rect)) },
  };
}

export function imageNode(block: ImageBlock, b: Building): ImageNode {
  return {
    ...baseOf(block.rect, b),
    kind: 'image',
    crop: boxOf(block.rect, b.scale),
    alt: block.alt,
    ...(block.radius && { radius: block.radius }),
    ...(block.shape?.border && { border: block.shape.border }),
    ...(block.solid && { solid: block.solid }),
    ...fixedSize(block.rect),
  };
}

export function iconNode(block: IconBlock, b: Building): IconNode {
  return {
    ...baseOf(block.rect, b),
    kind: 'icon',
    crop: boxOf(block.rect, b.scale),
    color: block.color,
    label: '',
    ...fixedSize(block.rect),
  };
}

export function ruleNode(block: RuleBlock, b: Building): BoxNode {
  const flat = widthOf(block.rect) >= heightOf(block.rect);
  const { shape } = block;
  const side = Object.values(shape.border ?? {})[0];
  const fill = shape.fill ?? (side && { kind: 'solid' as const, color: side.color });
  return {
    ...baseOf(block.rect, b),
    kind: 'box',
    tag: flat ? 'hr' : 'div',
    layout: { kind: 'column', gap: 0, align: 'stretch', justify: 'start' },
    padding: { ...NO_EDGES },
    ...(fill && { fill }),
    children: [],
    ...fixedSize(block.rect),
  };
}

/** Lengths on pages are whole pixels; fractions come from measuring, and dropping them restores what was meant. */
export const round = (length: number): number => Math.round(length);
