/** Boxes that hold a single text: the text needs no element of its own. */
import type { BoxNode, TextNode } from '../layout/design.ts';
import { px, type Style } from './element.ts';
import { cellStyle, isCell } from './flow.ts';
import type { Inherited } from './look.ts';

/** The text that a box can hold without an element for it: its only child, with nothing of its own but its words. */
export function foldedText(box: BoxNode, tag: string): TextNode | undefined {
  const [text] = box.children;
  if (box.children.length !== 1 || text?.kind !== 'text' || box.repeat || text.overlay) return undefined;
  if (text.tag !== 'span' && text.tag !== 'p') return undefined;
  if (!FOLDING.has(tag) && !(tag === 'div' && (box.fill || box.border))) return undefined;
  if (text.width.kind === 'fixed' || text.width.kind === 'max' || text.height.kind === 'fixed') return undefined;
  if (text.runs.some((run) => run.tag !== 'text') || text.runs.length > 1) return undefined;
  return text;
}

const FOLDING = new Set(['a', 'button', 'li', 'td', 'th', 'label', 'span']);

/** How a box lays out the one line of text it holds directly. */
export function foldedStyle(box: BoxNode, text: TextNode, scale: number): Style {
  const style: Style = new Map();
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const padding = box.padding[side] + text.margin[side];
    if (px(padding) !== '0') style.set(`padding-${side}`, px(padding));
  }
  const { layout } = box;
  const centred =
    (layout.kind === 'row' && layout.justify === 'center') ||
    (layout.kind === 'column' && layout.align === 'center' && text.width.kind !== 'fill');
  const ends =
    (layout.kind === 'row' && layout.justify === 'end') || (layout.kind === 'column' && layout.align === 'end');
  const free = box.width.kind !== 'hug' || isCell(box);
  if (free && centred) style.set('text-align', 'center');
  else if (free && ends) style.set('text-align', 'right');
  cellStyle(box, style, scale);
  return style;
}

/** A height that text and padding make anyway isn't declared; one that is more than that centres its text. */
export function settleHeight(box: BoxNode, text: TextNode, style: Style, now: Inherited): void {
  if (box.height.kind === 'hug') return;
  const border = (box.border?.top?.width ?? 0) + (box.border?.bottom?.width ?? 0);
  const padding = box.padding.top + box.padding.bottom + text.margin.top + text.margin.bottom;
  const own = Math.max(1, text.lines.length) * now.look.lineHeight + padding + border;
  if ('px' in box.height && Math.abs(box.height.px - own) < 0.5) {
    style.delete('min-height');
    style.delete('height');
    return;
  }
  const { layout } = box;
  const middle =
    (layout.kind === 'row' && layout.align === 'center') || (layout.kind === 'column' && layout.justify === 'center');
  if (!middle || isCell(box) || box.tag === 'button') return;
  style.set('display', 'flex');
  style.set('align-items', 'center');
  const align = style.get('text-align') ?? now.look.align;
  style.delete('text-align');
  if (align === 'center') style.set('justify-content', 'center');
  if (align === 'right') style.set('justify-content', 'flex-end');
}
