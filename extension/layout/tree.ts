/** Walks over a design's nodes. */
import type { BoxNode, Node, TextNode } from './design.ts';

/** A node and all below it, parents first, with the boxes around each. */
export function* nodesIn(node: Node, around: BoxNode[] = []): Generator<{ node: Node; around: BoxNode[] }> {
  yield { node, around };
  if (node.kind !== 'box') return;
  const inside = [...around, node];
  for (const child of node.children) yield* nodesIn(child, inside);
}

export function textsOf(node: Node): TextNode[] {
  return [...nodesIn(node)].flatMap(({ node: n }) => (n.kind === 'text' ? [n] : []));
}

export function wordsOf(text: TextNode): string {
  return text.runs
    .map((r) => (r.tag === 'break' ? ' ' : r.text))
    .join('')
    .trim();
}

/** Whether all of a text is one link. */
export function isLink(node: Node): boolean {
  if (node.kind === 'text')
    return node.tag === 'a' || (node.runs.length > 0 && node.runs.every((r) => r.tag === 'a' || r.tag === 'break'));
  return node.kind === 'box' && node.tag === 'a';
}
