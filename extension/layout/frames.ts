/** Arranged blocks to box nodes: padding, sections with an inner container, and what is laid over. */
import type { Block, FrameBlock, GroupBlock } from './block.ts';
import { needsWidth } from './bounds.ts';
import { contentSpan, layColumn, paddingOf, type MakeNode, type Span } from './columns.ts';
import type { BoxNode, BoxTag, Node } from './design.ts';
import { tracksOf } from './grids.ts';
import { heightOf, insideBorder, near, unionOf, widthOf, type Rect } from './geometry.ts';
import { listNode } from './lists.ts';
import {
  baseOf,
  controlNode,
  iconNode,
  imageNode,
  NO_EDGES,
  round,
  ruleNode,
  textNode,
  type Building,
} from './nodes.ts';
import { gridOf, layRow, type Row } from './rows.ts';
import { tableNode } from './tables.ts';

/** From this margin on, content in the middle of a wide box is a container of its own rather than padding. CSS px. */
const CONTAINER_MARGIN = 48;
const CONTAINER_PARENT = 700;
/** More white below the content than this is a height, not padding. CSS px. */
const LARGEST_PADDING = 96;
const EDGE = 1.5;
/** Room for text that comes out wider than it was. CSS px. */
const TEXT_SLACK = 6;

export function nodeMaker(b: Building): MakeNode {
  const make: MakeNode = (block, span) => {
    switch (block.kind) {
      case 'text':
        return textNode(block, b);
      case 'control':
        return controlNode(block, b);
      case 'image':
        return imageNode(block, b);
      case 'icon':
        return iconNode(block, b);
      case 'rule':
        return ruleNode(block, b);
      case 'frame':
        return frameNode(block, b, make);
      case 'list':
        return listNode(block, span, b, make);
      case 'table':
        return tableNode(block, b, make);
      default:
        return groupNode(block, span, b, make);
    }
  };
  return make;
}

function boxNode(rect: Rect, b: Building, tag: BoxTag = 'div'): BoxNode {
  return {
    ...baseOf(rect, b),
    kind: 'box',
    tag,
    layout: { kind: 'column', gap: 0, align: 'stretch', justify: 'start' },
    padding: { ...NO_EDGES },
    children: [],
  };
}

function groupNode(block: GroupBlock, span: Span, b: Building, make: MakeNode): BoxNode {
  const node = boxNode(block.rect, b);
  if (block.kind === 'column') {
    const inner = { ...block.rect, ...span };
    if (isMixed(block.children, inner)) fillWithSections(node, block.children, inner, b, make);
    else fillColumn(node, block.children, span, make);
  } else {
    fillRow(node, rowFor(block, span, make));
    if (block.kind === 'grid') node.padding = { ...NO_EDGES, left: Math.max(0, round(block.rect.left - span.left)) };
  }
  return node;
}

function fillColumn(node: BoxNode, children: Block[], span: Span, make: MakeNode): void {
  const { layout, nodes } = layColumn(children, span, make);
  node.layout = layout;
  node.children = nodes;
}

function rowFor(block: GroupBlock, span: Span, make: MakeNode): Row {
  if (block.kind !== 'grid' || !block.columns) return layRow(block.children, span, make);
  return gridOf(block.children, tracksOf(block, span.right), block.columns, span, make);
}

function fillRow(node: BoxNode, row: Row): void {
  node.layout = row.layout;
  node.children = row.nodes;
  if (row.stack) node.stack = true;
}

export function frameNode(frame: FrameBlock, b: Building, make: MakeNode): BoxNode {
  const node = boxNode(frame.rect, b, buttonTag(frame));
  const { fill, border, radius, shadow } = frame.shape;
  Object.assign(node, {
    ...(fill && { fill }),
    ...(border && { border }),
    ...(radius && { radius }),
    ...(shadow && { shadow }),
    ...(frame.state && { state: frame.state }),
  });
  const inner = insideBorder(frame.rect, border);
  fillFrame(node, frame, inner, b, make);
  node.children.push(...frame.overlays.map((o) => overlayNode(o, inner, make)));
  return node;
}

/** Text in buttons is centred; what looks like one and starts at the left is an entry of a menu. */
function buttonTag(frame: FrameBlock): BoxTag {
  if (frame.role !== 'button') return 'div';
  const { content } = frame;
  const [l, r] = content ? [content.rect.left - frame.rect.left, frame.rect.right - content.rect.right] : [0, 0];
  return near(l, r, Math.max(6, 0.1 * widthOf(frame.rect))) ? 'button' : 'a';
}

/** Arranges a frame's content within `inner`, the box inside its border. */
export function fillFrame(node: BoxNode, frame: FrameBlock, inner: Rect, b: Building, make: MakeNode): void {
  const { content } = frame;
  if (!content) {
    node.width = { kind: 'fixed', px: round(widthOf(frame.rect)) };
    node.height = { kind: 'fixed', px: round(heightOf(frame.rect)) };
    return;
  }
  const children = content.kind === 'column' ? content.children : [content];
  const single = children.length === 1 ? children[0]! : undefined;
  if (single && (single.kind === 'row' || single.kind === 'grid')) fillWithRow(node, single, inner, b, make);
  else if (isMixed(children, inner)) fillWithSections(node, children, inner, b, make);
  else fillWithColumn(node, children, inner, b, make);
  const { rect } = content;
  node.padding = { ...node.padding, ...pick(paddingOf(inner, { left: 0, right: 0 }, rect.top, rect.bottom)) };
  if (rect.top < inner.top - EDGE && node.children[0]) node.children[0].margin.top += round(rect.top - inner.top);
  if (node.padding.bottom > LARGEST_PADDING && node.padding.bottom > 2 * node.padding.top) {
    node.padding.bottom = 0;
    node.height = { kind: 'min', px: round(heightOf(frame.rect)) };
  }
  const hugs =
    !needsWidth(content) &&
    near(node.padding.left, node.padding.right, 3) &&
    near(widthOf(inner) - node.padding.left - node.padding.right, widthOf(rect), 3);
  node.width = hugs ? { kind: 'hug' } : { kind: 'fixed', px: round(widthOf(frame.rect)) };
}

const pick = ({ top, bottom }: { top: number; bottom: number }) => ({ top, bottom });

/** Some children reach from edge to edge and all between two of them keep clear of the edges. */
function isMixed(children: Block[], inner: Rect): boolean {
  if (children.every((c) => !bleeds(c, inner))) return false;
  return runsOf(children, inner).some(
    (run) => !bleeds(run[0]!, inner) && Math.min(...run.map((c) => c.rect.left)) > inner.left + 2 * EDGE,
  );
}

/** What reaches from edge to edge by itself, what lies between together. */
function runsOf(children: Block[], inner: Rect): Block[][] {
  const runs: Block[][] = [];
  for (const child of children) {
    const last = runs.at(-1);
    if (last && !bleeds(child, inner) && !bleeds(last[0]!, inner)) last.push(child);
    else runs.push([child]);
  }
  return runs;
}

function bleeds(block: Block, inner: Rect): boolean {
  const edged = block.kind === 'frame' || block.kind === 'rule' || block.kind === 'image';
  return edged && near(block.rect.left, inner.left, EDGE) && near(block.rect.right, inner.right, EDGE);
}

function fillWithColumn(node: BoxNode, children: Block[], inner: Rect, b: Building, make: MakeNode): void {
  const span = contentSpan(children, inner);
  if (isContainer(span, inner)) {
    const section = sectionNode(children, inner, b, make);
    node.layout = { kind: 'column', gap: 0, align: 'stretch', justify: 'start' };
    node.children = [section];
    return;
  }
  fillColumn(node, children, span, make);
  node.padding = {
    ...node.padding,
    left: Math.max(0, round(span.left - inner.left)),
    right: Math.max(0, round(inner.right - span.right)),
  };
  for (const [i, child] of children.entries()) centreText(node.children[i]!, child, inner, children.length);
}

/** A text with equal white at both sides of the only thing around it is centred. */
function centreText(node: Node, block: Block, inner: Rect, count: number): void {
  if (node.kind !== 'text' || block.kind !== 'text' || block.lines.length > 1 || count > 1) return;
  const [l, r] = [block.rect.left - inner.left, inner.right - block.rect.right];
  if (l > 2 && near(l, r, 2.5)) node.look = { ...node.look, align: 'center' };
}

function isContainer(span: Span, inner: Span): boolean {
  const [l, r] = [span.left - inner.left, inner.right - span.right];
  return inner.right - inner.left >= CONTAINER_PARENT && l >= CONTAINER_MARGIN && near(l, r, 3);
}

function fillWithRow(node: BoxNode, row: GroupBlock, inner: Rect, b: Building, make: MakeNode): void {
  const lead = row.rect.left - inner.left;
  const trail = inner.right - row.rect.right;
  const span = {
    left: row.rect.left,
    right:
      trail >= lead - 2
        ? Math.max(inner.right - lead, row.rect.right)
        : row.rect.right + Math.max(0, Math.min(TEXT_SLACK, trail / 2)),
  };
  if (isContainer(span, inner)) {
    node.children = [sectionNode([row], inner, b, make)];
    return;
  }
  fillRow(node, rowFor(row, span, make));
  node.padding = {
    ...node.padding,
    left: Math.max(0, round(span.left - inner.left)),
    right: Math.max(0, round(inner.right - span.right)),
  };
}

/** What reaches from edge to edge stays by itself; what lies between goes into sections with padding or a container. */
function fillWithSections(node: BoxNode, children: Block[], inner: Rect, b: Building, make: MakeNode): void {
  const runs = runsOf(children, inner);
  const parts = runs.map((run) =>
    run.length === 1 && bleeds(run[0]!, inner)
      ? run[0]!
      : { kind: 'column' as const, rect: unionOf(run.map((c) => c.rect)), children: run },
  );
  const { layout, nodes } = layColumn(parts, inner, (block, span) => {
    const run = runs[parts.indexOf(block as GroupBlock)];
    return run && !(run.length === 1 && bleeds(run[0]!, inner)) ? sectionNode(run, inner, b, make) : make(block, span);
  });
  // Sections already know how they take their width.
  node.layout = { ...layout, align: 'stretch' };
  node.children = nodes.map((n, i) => {
    const section = sections.get(n);
    delete n.alignSelf;
    if (!section) return n;
    const top = i > 0 ? n.margin.top : 0;
    n.width = section.width;
    if (section.width.kind === 'max') n.alignSelf = 'center';
    n.margin = { ...NO_EDGES, top };
    return n;
  });
}

const sections = new WeakMap<Node, { width: Node['width'] }>();

/** Content with one left and right edge: padded, or in a container of at most its width in the middle. */
export function sectionNode(children: Block[], inner: Rect, b: Building, make: MakeNode): BoxNode {
  const rect = unionOf(children.map((c) => c.rect));
  const single = children.length === 1 ? children[0]! : undefined;
  const lead = rect.left - inner.left;
  const span =
    single && (single.kind === 'row' || single.kind === 'grid')
      ? {
          left: rect.left,
          right: inner.right - rect.right >= lead - 2 ? Math.max(inner.right - lead, rect.right) : rect.right,
        }
      : contentSpan(children, inner);
  const node = boxNode({ ...rect, left: Math.min(rect.left, span.left), right: Math.max(rect.right, span.right) }, b);
  if (single && (single.kind === 'row' || single.kind === 'grid')) fillRow(node, rowFor(single, span, make));
  else fillColumn(node, children, span, make);
  if (isContainer(span, inner)) {
    node.width = { kind: 'max', px: round(span.right - span.left) };
    node.alignSelf = 'center';
  } else {
    node.width = { kind: 'fill' };
    node.padding = {
      ...NO_EDGES,
      left: Math.max(0, round(span.left - inner.left)),
      right: Math.max(0, round(inner.right - span.right)),
    };
  }
  sections.set(node, { width: node.width });
  return node;
}

/** Placed from the nearer edges of the box it lies in. */
function overlayNode(block: Block, inner: Rect, make: MakeNode): Node {
  const node = make(block, { left: block.rect.left, right: block.rect.right });
  const edges = {
    top: round(block.rect.top - inner.top),
    right: round(inner.right - block.rect.right),
    bottom: round(inner.bottom - block.rect.bottom),
    left: round(block.rect.left - inner.left),
  };
  if (Object.values(edges).every((e) => Math.abs(e) <= 1)) {
    node.overlay = { top: 0, right: 0, bottom: 0, left: 0 };
    return node;
  }
  node.overlay = {
    ...(Math.abs(edges.top) <= Math.abs(edges.bottom) ? { top: edges.top } : { bottom: edges.bottom }),
    ...(Math.abs(edges.left) <= Math.abs(edges.right) ? { left: edges.left } : { right: edges.right }),
  };
  return node;
}
