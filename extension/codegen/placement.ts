/** How a node sits in its parent's flow, as declarations. */
import type { Align, BoxNode, Node } from '../layout/design.ts';
import { px, type Style } from './element.ts';
import { flowOf, isText } from './flow.ts';

const ALIGN: Record<Align, string> = {
  start: 'flex-start',
  center: 'center',
  end: 'flex-end',
  stretch: 'stretch',
  baseline: 'baseline',
};
export const alignValue = (align: Align): string => ALIGN[align];

/** Margins beyond this many CSS px place things on a wide page; on a narrow one there is no room or no need for them. */
const WIDE_MARGIN = 24;

/** Width, height, margins and alignment of `node` as a child of `parent`; `scale`: image pixels for a CSS px. */
export function placement(node: Node, parent: BoxNode | undefined, scale: number): Style {
  const style: Style = new Map();
  if (!parent) return style;
  if (isTablePart(node)) {
    if (node.height.kind === 'fixed') style.set('height', px(node.height.px));
    return style;
  }
  if (node.overlay) return overlayStyle(node, parent, scale);
  margins(node, parent, style);
  const flow = flowOf(parent);
  const align = node.alignSelf ?? ('align' in parent.layout ? parent.layout.align : 'stretch');
  if (flow === 'row') inRow(node, parent, align, style);
  else if (flow === 'column') inColumn(node, align, style);
  else if (flow === 'grid') inGrid(node, style);
  else inBlock(node, flow, style);
  if (node.alignSelf && !style.has('align-self') && (flow === 'row' || flow === 'column'))
    style.set('align-self', alignValue(node.alignSelf));
  height(node, style);
  return style;
}

/** Parts of a table take their width and place from it; their height is a least one by itself. */
function isTablePart(node: Node): boolean {
  return (node.kind === 'box' || node.kind === 'text') && /^(thead|tbody|tr|td|th)$/.test(node.tag);
}

function margins(node: Node, parent: BoxNode, style: Style): void {
  const abreast = flowOf(parent) === 'grid' || flowOf(parent) === 'row';
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const margin = node.margin[side];
    if (px(margin) === '0') continue;
    style.set(`margin-${side}`, px(margin));
    const sideways = side === 'left' || side === 'right';
    // Between things abreast it is what brings them in line.
    const inLine = side === 'top' && abreast && margin > WIDE_MARGIN && (parent.stack || flowOf(parent) === 'grid');
    if (margin < 0 || inLine || (sideways && margin > WIDE_MARGIN)) style.set(`narrow/margin-${side}`, '0');
  }
}

/** In a row that is stacked on a narrow page, wider boxes take its whole width. CSS px. */
const SMALL_BOX = 120;

function inRow(node: Node, parent: BoxNode, align: Align, style: Style): void {
  const { width } = node;
  if (node.grow > 0 || width.kind === 'fill') {
    style.set('flex', String(node.grow || 1));
    if (holdsUnbreakable(node)) style.set('min-width', '0');
  }
  if (width.kind === 'fixed') {
    style.set('width', px(width.px));
    if (parent.stack && node.kind === 'box' && width.px > SMALL_BOX) style.set('narrow/width', 'auto');
    if (rigid(node) || parent.children.some((child) => child !== node && wraps(child))) style.set('flex-shrink', '0');
  } else if (rigid(node)) style.set('flex-shrink', '0');
  if (width.kind === 'min') style.set('min-width', px(width.px));
  if (width.kind === 'max') style.set('max-width', px(width.px));
  if (node.height.kind === 'fill' && align !== 'stretch') style.set('align-self', 'stretch');
}

function inColumn(node: Node, align: Align, style: Style): void {
  const { width } = node;
  if (width.kind === 'fill' && (align !== 'stretch' || keepsItsWidth(node))) style.set('width', '100%');
  if (width.kind === 'hug' && align === 'stretch' && !plainText(node)) style.set('align-self', 'flex-start');
  widthStyle(node, style);
  if (node.height.kind === 'fill' || node.grow > 0) style.set('flex', String(node.grow || 1));
}

function inGrid(node: Node, style: Style): void {
  if (node.width.kind === 'fill' && keepsItsWidth(node)) style.set('width', '100%');
  if (node.width.kind === 'hug' && !plainText(node)) style.set('justify-self', 'start');
  if (node.alignSelf) style.set('align-self', node.alignSelf);
  widthStyle(node, style);
}

function inBlock(node: Node, flow: 'block' | 'cell', style: Style): void {
  const { width } = node;
  if (width.kind === 'fill' && (node.kind === 'control' || node.kind === 'image')) style.set('width', '100%');
  if (width.kind === 'hug' && node.kind === 'box' && flow === 'cell') style.set('width', 'fit-content');
  widthStyle(node, style);
}

function widthStyle({ width }: Node, style: Style): void {
  if (width.kind === 'fixed') style.set('width', px(width.px));
  if (width.kind === 'min') style.set('min-width', px(width.px));
  if (width.kind === 'max') {
    style.set('width', '100%');
    style.set('max-width', px(width.px));
  }
}

/** Boxes with something in them may grow with it, since text wraps anew on a narrow page: their height is a least one. */
function height(node: Node, style: Style): void {
  const grows = (node.kind === 'box' && node.children.length > 0) || node.kind === 'text';
  if (node.height.kind === 'fixed') style.set(grows ? 'min-height' : 'height', px(node.height.px));
  if (node.height.kind === 'min') style.set('min-height', px(node.height.px));
  if (node.height.kind === 'max') style.set('max-height', px(node.height.px));
}

function overlayStyle(node: Node, parent: BoxNode, scale: number): Style {
  const style: Style = new Map([['position', 'absolute']]);
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const offset = node.overlay?.[side];
    if (offset !== undefined) style.set(side, px(offset));
  }
  if (node.width.kind === 'fixed') style.set('width', px(node.width.px));
  if (node.width.kind === 'max') style.set('max-width', px(node.width.px));
  if (node.height.kind === 'fixed')
    style.set(node.kind === 'box' && node.children.length > 0 ? 'min-height' : 'height', px(node.height.px));
  narrowOverlay(node, parent, scale, style);
  return style;
}

/** CSS px. */
const SMALL_OVERLAY = 64;

/**
 * On a narrow page an overlay on something small (a badge on an avatar) stays where it is. On something that gets narrower
 * itself its place is lost: what says something returns to the flow, and a mere shape goes.
 */
function narrowOverlay(node: Node, parent: BoxNode, scale: number, style: Style): void {
  const parentIsSmall = parent.source.width / scale <= 2 * SMALL_OVERLAY;
  if (parentIsSmall) return;
  const anchored = node.source.width / scale <= SMALL_OVERLAY && sidewaysOffset(node) <= SMALL_OVERLAY;
  if (anchored) return;
  if (node.kind === 'box' && node.children.length === 0) style.set('narrow/display', 'none');
  else style.set('narrow/position', 'static');
}

/** CSS px from the side that it is placed from. */
function sidewaysOffset({ overlay }: Node): number {
  return Math.abs(overlay?.left ?? overlay?.right ?? 0);
}

/** Replaced elements, which aren't stretched. */
function keepsItsWidth(node: Node): boolean {
  return (
    node.kind === 'image' || (node.kind === 'control' && (node.control === 'progress' || node.control === 'range'))
  );
}

/** What would be crushed if a row ran short of room. */
function rigid(node: Node): boolean {
  return node.kind === 'image' || node.kind === 'icon' || (node.kind === 'box' && node.children.length === 0);
}

function wraps(node: Node): boolean {
  if (node.kind === 'text') return node.lines.length > 1 && node.width.kind !== 'fixed';
  return node.kind === 'box' && node.width.kind === 'hug' && node.grow === 0 && node.children.some(wraps);
}

/** Tables, preformatted text and pictures keep a flex item from shrinking to its share. */
function holdsUnbreakable(node: Node): boolean {
  if (node.kind === 'text') return node.tag === 'pre' || (node.nowrap && node.lines.length === 1 && node.grow > 0);
  if (node.kind === 'image' || node.kind === 'control') return true;
  return node.kind === 'box' && (node.tag === 'table' || node.children.some(holdsUnbreakable));
}

/** Stretched or not, it looks the same. */
function plainText(node: Node): boolean {
  return isText(node) && (node.look.align ?? 'left') === 'left' && node.tag !== 'button';
}
