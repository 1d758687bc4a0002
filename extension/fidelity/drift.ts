import type { BoxNode, Design, Node } from '../layout/design.ts';
import type { Box } from '../vision/scene.ts';
import type { PageContent, RenderedLine } from './page.ts';
import { median } from '../vision/median.ts';

/** Edges of what can be seen of a node. CSS pixels. */
export interface Edges4 {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where a node's visible part is in the screenshot, and by how much the rendering is off: positive is right or down. */
export interface Drift {
  wanted: Edges4;
  off: Edges4;
}

export type Drifts = ReadonlyMap<string, Drift>;

/** Whether a box's own edges show. */
export function isVisible(node: Node): boolean {
  if (node.kind === 'text') return false;
  if (node.kind !== 'box') return true;
  return !!(node.fill || node.border || node.shadow);
}

const edges = (box: Box): Edges4 => ({ left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height });
const minus = (a: Edges4, b: Edges4): Edges4 => ({
  left: a.left - b.left,
  top: a.top - b.top,
  right: a.right - b.right,
  bottom: a.bottom - b.bottom,
});

/** The image's pixels in CSS pixels. */
export const toCss = (box: Box, scale: number): Box => ({
  x: box.x / scale,
  y: box.y / scale,
  width: box.width / scale,
  height: box.height / scale,
});

/** A text's drift from its lines' ink. Ink differs a little in height with the fonts, so that middles are compared. */
function textDrift(wantedLines: readonly Box[], lines: readonly RenderedLine[]): Drift | undefined {
  const [first, last] = [wantedLines[0], wantedLines.at(-1)];
  const [shownFirst, shownLast] = [lines[0]?.box, lines.at(-1)?.box];
  if (!first || !last || !shownFirst || !shownLast) return undefined;
  const middle = (box: Box) => box.y + box.height / 2;
  const wanted = {
    left: Math.min(...wantedLines.map((line) => line.x)),
    top: first.y,
    right: Math.max(...wantedLines.map((line) => line.x + line.width)),
    bottom: last.y + last.height,
  };
  const off = {
    left: Math.min(...lines.map((line) => line.box.x)) - wanted.left,
    top: middle(shownFirst) - middle(first),
    right: Math.max(...lines.map((line) => line.box.x + line.box.width)) - wanted.right,
    bottom: middle(shownLast) - middle(last),
  };
  return { wanted, off };
}

/** The union of drifts: at each edge it is off by as much as the one that makes that edge. */
export function union(drifts: readonly Drift[]): Drift | undefined {
  const [first, ...rest] = drifts;
  if (!first) return undefined;
  const all = { wanted: { ...first.wanted }, off: { ...first.off } };
  for (const { wanted, off } of rest) {
    for (const side of ['left', 'top'] as const) {
      if (wanted[side] < all.wanted[side]) [all.wanted[side], all.off[side]] = [wanted[side], off[side]];
    }
    for (const side of ['right', 'bottom'] as const) {
      if (wanted[side] > all.wanted[side]) [all.wanted[side], all.off[side]] = [wanted[side], off[side]];
    }
  }
  return all;
}

/** Lines by the node that shows them. */
export function linesByNode(content: PageContent): ReadonlyMap<string, RenderedLine[]> {
  return Map.groupBy(content.lines, (line) => line.node);
}

/**
 * Compares where each node is with where it came from. Boxes without edges of their own are as their children in flow; what
 * isn't rendered has no drift.
 */
export function measureDrifts(design: Design, content: PageContent): Drifts {
  const drifts = new Map<string, Drift>();
  const lines = linesByNode(content);
  const own = (node: Node): Drift | undefined => {
    const shown = content.nodes[node.id];
    if (!shown) return undefined;
    const wanted = edges(toCss(node.source, design.scale));
    return { wanted, off: minus(edges(shown), wanted) };
  };
  const visit = (node: Node): Drift | undefined => {
    const inside = node.kind === 'box' ? visitChildren(node) : undefined;
    let drift: Drift | undefined;
    if (node.kind === 'text') {
      drift = textDrift(
        node.lines.map((line) => toCss(line, design.scale)),
        lines.get(node.id) ?? [],
      );
    } else if (isVisible(node)) drift = own(node);
    else drift = inside;
    if (drift) drifts.set(node.id, drift);
    return drift;
  };
  const visitChildren = (box: BoxNode): Drift | undefined => {
    const found = box.children.map((child) => ({ child, drift: visit(child) }));
    return union(found.flatMap(({ child, drift }) => (drift && !child.overlay ? [drift] : [])));
  };
  visit(design.root);
  const page = edges({ x: 0, y: 0, width: design.viewport.width, height: design.viewport.height });
  const zero = { left: 0, top: 0, right: 0, bottom: content.height - design.viewport.height };
  drifts.set(design.root.id, { wanted: page, off: zero });
  return drifts;
}

/** Beyond this many CSS px a leaf is simply elsewhere: one lost leaf shouldn't outweigh all others. */
const FAR = 40;

/** Drifts of what can be seen by itself at and below a node: texts, pictures, controls, boxes with edges. */
function leavesUnder(node: Node, drifts: Drifts): (Drift | undefined)[] {
  const isLeaf = node.kind !== 'box' || isVisible(node);
  const own = isLeaf ? [drifts.get(node.id)] : [];
  return node.kind === 'box' ? [...own, ...node.children.flatMap((child) => leavesUnder(child, drifts))] : own;
}

const mean = (values: readonly number[]) =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;

/** How far leaves are off, CSS px, on average: what a correction has to lower. */
export function meanDrift(design: Design, drifts: Drifts): number {
  const leaves = design.root.children.flatMap((child) => leavesUnder(child, drifts));
  return mean(
    leaves.map((drift) => {
      if (!drift) return FAR;
      const { left, right, top, bottom } = drift.off;
      const across = Math.max(Math.abs(left), Math.abs(right));
      return Math.min(FAR, across + Math.max(Math.abs(top), Math.abs(bottom)));
    }),
  );
}

/** How unlike the drifts of leaves under a node are, CSS px on average: 0 where all of it is merely elsewhere as a whole. */
export function spreadUnder(node: Node, drifts: Drifts): number {
  const leaves = leavesUnder(node, drifts).filter((drift) => drift !== undefined);
  const spreadOf = (values: number[]) => {
    const middle = median(values) ?? 0;
    return mean(values.map((value) => Math.min(FAR, Math.abs(value - middle))));
  };
  return spreadOf(leaves.map(({ off }) => off.left)) + spreadOf(leaves.map(({ off }) => off.top));
}
