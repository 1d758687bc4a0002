/** Between pixels and code: which node is at a point, which at a place in the code. */
import type { CodeNode, CodeRange } from '../../extension/engine/protocol.ts';
import type { Box } from '../../extension/vision/scene.ts';

const area = ({ width, height }: Box) => width * height;
const length = ({ start, end }: CodeRange) => end - start;

export interface Point {
  x: number;
  y: number;
}

const contains = ({ x, y, width, height }: Box, point: Point) =>
  point.x >= x && point.x < x + width && point.y >= y && point.y < y + height;

/** The smallest node at a point, the later one of two alike: it lies further in. Boxes and point share a unit. */
export function nodeAt(nodes: readonly CodeNode[], boxes: ReadonlyMap<string, Box>, point: Point): string | undefined {
  let best: { id: string; size: number } | undefined;
  for (const { id } of nodes) {
    const box = boxes.get(id);
    if (!box || !contains(box, point)) continue;
    const size = area(box);
    if (!best || size <= best.size) best = { id, size };
  }
  return best?.id;
}

/** Nodes and the code that they were found by. */
export interface Found {
  nodes: string[];
  range?: CodeRange;
}

/**
 * The nodes that the code at an offset draws: those with the shortest stretch around it. Of nested ones the outermost, as
 * what is within goes with it.
 */
export function nodesAtOffset(nodes: readonly CodeNode[], path: string, offset: number): Found {
  let shortest: CodeRange | undefined;
  let found = new Set<string>();
  for (const { id, code } of nodes)
    for (const range of code) {
      if (range.path !== path || offset < range.start || offset > range.end) continue;
      if (shortest && length(range) > length(shortest)) continue;
      if (shortest && length(range) < length(shortest)) found = new Set();
      shortest = range;
      found.add(id);
    }
  if (!shortest) return { nodes: [] };
  const outermost = nodes.filter(({ id, parent }) => found.has(id) && !(parent && found.has(parent)));
  return { nodes: outermost.map(({ id }) => id), range: shortest };
}

/** Where arrow keys lead from a node: up to its parent, down to its first child, left and right among its siblings. */
export function neighbour(nodes: readonly CodeNode[], id: string | undefined, key: string): string | undefined {
  const at = nodes.find((node) => node.id === id);
  if (!at) return nodes[0]?.id;
  if (key === 'ArrowUp') return at.parent;
  if (key === 'ArrowDown') return nodes.find((node) => node.parent === id)?.id;
  const siblings = nodes.filter((node) => node.parent === at.parent);
  const index = siblings.indexOf(at) + (key === 'ArrowLeft' ? -1 : 1);
  return siblings[index]?.id;
}

/** What to mark in a file: the best stretches to select where they are in it, else what else it has of the nodes. In order. */
export function rangesIn(nodes: readonly CodeNode[], selected: readonly string[], path: string): CodeRange[] {
  const chosen = nodes.filter(({ id }) => selected.includes(id));
  const best = chosen.flatMap(({ code }) => code.slice(0, 1)).filter((range) => range.path === path);
  const ranges = best.length ? best : chosen.flatMap(({ code }) => code.filter((range) => range.path === path));
  const unique = new Map(ranges.map((range) => [`${range.start}-${range.end}`, range]));
  return [...unique.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}
