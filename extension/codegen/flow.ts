/** Which of the browser's ways to lay out children a box uses, and what that makes of it. */
import type { BoxNode, Node, TextNode } from '../layout/design.ts';
import { px, type Style } from './element.ts';

/** `block`: plain block layout, where a column needs nothing more. `cell`: a table cell or a list item with its marker. */
export type Flow = 'row' | 'column' | 'grid' | 'block' | 'cell';

const BLOCK_TAGS = new Set(
  'div header nav main aside footer section article form fieldset dialog ul ol li table figure hr h1 h2 h3 h4 h5 h6 p pre legend figcaption'.split(
    ' ',
  ),
);

export const isText = (node: Node): node is TextNode => node.kind === 'text';

export function flowOf(box: BoxNode): Flow {
  const { layout } = box;
  if (isCell(box) && !needsInner(box)) return 'cell';
  if (layout.kind === 'row') return 'row';
  if (layout.kind === 'grid') return 'grid';
  if (layout.kind === 'table') return 'cell';
  return isPlainColumn(box) ? 'block' : 'column';
}

export const isCell = (box: BoxNode): boolean => box.tag === 'td' || box.tag === 'th';

/** A cell's own display is the table's: what must be laid out in it as a row, grid or column needs a box of its own. */
export function needsInner(box: BoxNode): boolean {
  const [only] = box.children;
  if (box.layout.kind === 'table' || !only) return false;
  if (box.children.length === 1 && isText(only)) return false;
  if (box.layout.kind === 'column') return !isPlainColumn(box);
  return true;
}

/** A column that block layout renders alike: no gap, nothing to align, no margins that would collapse. */
function isPlainColumn(box: BoxNode): boolean {
  if (box.layout.kind !== 'column') return false;
  const { gap, justify } = box.layout;
  const inFlow = box.children.filter((child) => !child.overlay);
  if (inFlow.length > 1 && gap !== 0) return false;
  if (justify !== 'start' && box.height.kind !== 'hug') return false;
  if (box.tag === 'button') return false;
  return inFlow.every((child) => isPlainBlock(child, box));
}

function isPlainBlock(child: Node, box: BoxNode): boolean {
  if (px(child.margin.top) !== '0' || px(child.margin.bottom) !== '0') return false;
  if (child.height.kind === 'fill' || child.grow > 0) return false;
  if (child.kind === 'icon' || child.kind === 'control') return false;
  const align = child.alignSelf ?? ('align' in box.layout ? box.layout.align : 'stretch');
  const block = child.kind === 'image' || BLOCK_TAGS.has(child.tag);
  if (!block) return false;
  if (child.width.kind === 'fill') return true;
  if (child.width.kind === 'fixed' || child.width.kind === 'max') return align === 'stretch' || align === 'start';
  return isText(child) && (align === 'stretch' || align === 'start') && (child.look.align ?? 'left') === 'left';
}

/** Viewport width (CSS px) that a narrow page is laid out for, less a margin at both sides. */
const NARROW_ROOM = 390 - 2 * 20;

/** Side padding beyond this many CSS px is brought down to `NARROW_PADDING` on a narrow page. */
const WIDE_PADDING = 32;
const NARROW_PADDING = 16;

const JUSTIFY = { start: 'flex-start', center: 'center', end: 'flex-end', between: 'space-between' } as const;
const ALIGN = {
  start: 'flex-start',
  center: 'center',
  end: 'flex-end',
  stretch: 'stretch',
  baseline: 'baseline',
} as const;

/** What the box declares to lay out its children. `scale`: image pixels for a CSS px; `bleeds`: it reaches the page's edges. */
export function containerStyle(box: BoxNode, scale: number, bleeds: boolean): Style {
  const style: Style = new Map();
  const flow = flowOf(box);
  const { layout } = box;
  const inFlow = box.children.filter((child) => !child.overlay);
  if (box.children.length > inFlow.length) style.set('position', 'relative');
  if (inFlow.length > 0) {
    if (layout.kind === 'grid' && flow === 'grid') gridStyle(box, layout, scale, style);
    else if (layout.kind === 'row' && flow === 'row') rowStyle(box, layout, inFlow, scale, style);
    else if (layout.kind === 'column' && flow === 'column') columnStyle(layout, inFlow, style);
    else if (flow === 'cell') cellStyle(box, style, scale);
  }
  paddingStyle(box, style);
  if (
    bleeds &&
    px(box.padding.left) === '0' &&
    px(box.padding.right) === '0' &&
    inFlow.some((child) => standsFree(child, box, scale))
  )
    style.set('narrow/padding-left', px(NARROW_PADDING)).set('narrow/padding-right', px(NARROW_PADDING));
  return style;
}

/** Of a width of its own and clear of the box's sides: a card on a page, a column of text. */
function standsFree({ width, source }: Node, box: BoxNode, scale: number): boolean {
  return (
    (width.kind === 'fixed' || width.kind === 'max') &&
    width.px > NARROW_ROOM &&
    (box.source.width - source.width) / scale > NARROW_PADDING
  );
}

function rowStyle(
  box: BoxNode,
  layout: Extract<BoxNode['layout'], { kind: 'row' }>,
  inFlow: Node[],
  scale: number,
  style: Style,
): void {
  style.set('display', 'flex');
  if (layout.wrap) style.set('flex-wrap', 'wrap');
  if (layout.align !== 'stretch') style.set('align-items', ALIGN[layout.align]);
  if (layout.justify !== 'start') style.set('justify-content', JUSTIFY[layout.justify]);
  gap(layout.gap, inFlow, style);
  if (inFlow.length < 2) return;
  if (box.stack) {
    style.set('narrow/flex-direction', 'column');
    if (layout.align !== 'stretch') style.set('narrow/align-items', layout.justify === 'center' ? 'center' : 'stretch');
  } else if (!layout.wrap && leastWidth(box, scale) > NARROW_ROOM) style.set('narrow/flex-wrap', 'wrap');
  if (layout.gap > WIDE_PADDING) style.set('narrow/gap', px(NARROW_PADDING));
}

function columnStyle(layout: Extract<BoxNode['layout'], { kind: 'column' }>, inFlow: Node[], style: Style): void {
  style.set('display', 'flex');
  style.set('flex-direction', 'column');
  if (layout.align !== 'stretch') style.set('align-items', ALIGN[layout.align]);
  if (layout.justify !== 'start') style.set('justify-content', JUSTIFY[layout.justify]);
  gap(layout.gap, inFlow, style);
}

function gap(length: number, inFlow: Node[], style: Style): void {
  if (inFlow.length > 1 && px(length) !== '0') style.set('gap', px(length));
}

/** Cells narrower than this on a wide page stay two abreast on a narrow one. CSS px. */
const SMALL_CELL = 170;

function gridStyle(
  box: BoxNode,
  layout: Extract<BoxNode['layout'], { kind: 'grid' }>,
  scale: number,
  style: Style,
): void {
  style.set('display', 'grid');
  style.set('grid-template-columns', tracks(layout.columns));
  if (layout.align !== 'stretch') style.set('align-items', layout.align);
  if (px(layout.rowGap) !== '0') style.set('row-gap', px(layout.rowGap));
  if (px(layout.columnGap) !== '0' && layout.columns.length > 1) style.set('column-gap', px(layout.columnGap));
  const width = box.source.width / scale;
  if (layout.columns.length < 2 || (!box.stack && width <= NARROW_ROOM)) return;
  const small = width / layout.columns.length <= SMALL_CELL;
  style.set('narrow/grid-template-columns', !box.stack && small ? tracks([{ fr: 1 }, { fr: 1 }]) : tracks([{ fr: 1 }]));
  if (px(layout.rowGap) === '0' && px(layout.columnGap) !== '0')
    style.set('narrow/row-gap', px(Math.min(layout.columnGap, NARROW_PADDING)));
}

/** `minmax(0, 1fr)` and not `1fr`, whose tracks grow with their content. */
function tracks(columns: ({ fr: number } | { px: number })[]): string {
  const each = columns.map((track) =>
    'px' in track ? px(track.px) : `minmax(0, ${Math.round(track.fr * 1000) / 1000}fr)`,
  );
  if (each.length > 1 && each.every((track) => track === each[0])) return `repeat(${each.length}, ${each[0]})`;
  return each.join(' ');
}

/** Room in a cell below which top and middle look the same. CSS px. */
const CELL_SLACK = 3;

export function cellStyle(box: BoxNode, style: Style, scale: number): void {
  if (!isCell(box)) return;
  const content = box.children.reduce((sum, child) => sum + child.source.height / scale, 0);
  if (box.source.height / scale - box.padding.top - box.padding.bottom - content < CELL_SLACK) return;
  const { layout } = box;
  const at = layout.kind === 'row' ? layout.align : layout.kind === 'column' ? layout.justify : 'center';
  if (at === 'start') style.set('vertical-align', 'top');
  if (at === 'end') style.set('vertical-align', 'bottom');
  if (at === 'baseline') style.set('vertical-align', 'baseline');
}

function paddingStyle(box: BoxNode, style: Style): void {
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const padding = box.padding[side];
    if (px(padding) === '0') continue;
    style.set(`padding-${side}`, px(padding));
    if ((side === 'left' || side === 'right') && padding > WIDE_PADDING)
      style.set(`narrow/padding-${side}`, px(NARROW_PADDING));
  }
}

/** What a growing child needs at least before its text looks squeezed. CSS px. */
const LEAST_GROWING = 120;

/** CSS px below which a node can't go on one row without squeezing. */
function leastWidth(node: Node, scale: number): number {
  const own = node.source.width / scale;
  if (node.kind !== 'box' || node.layout.kind !== 'row') return own;
  const inFlow = node.children.filter((child) => !child.overlay);
  if (inFlow.length === 0) return own;
  const children = inFlow.map((child) => {
    const least = leastWidth(child, scale);
    return child.grow > 0 || child.width.kind === 'fill' ? Math.min(least, LEAST_GROWING) : least;
  });
  const sides = node.padding.left + node.padding.right;
  return Math.min(
    own,
    children.reduce((sum, width) => sum + width, sides + node.layout.gap * (children.length - 1)),
  );
}
