/** Children of one structure: what a developer writes once and repeats over data. */
import type { BoxNode, Node } from './design.ts';
import { nodesIn } from './tree.ts';

/** Texts only count as repeated from this many on; boxes from two. */
const FEWEST_TEXTS = 3;

export function markRepeats(root: BoxNode): void {
  for (const { node } of nodesIn(root)) {
    if (node.kind !== 'box' || node.children.length < 2) continue;
    const best = longestRun(node.children.map(structureOf));
    const first = node.children[best.from]!;
    if (best.count < (first.kind === 'box' ? 2 : FEWEST_TEXTS) || first.overlay) continue;
    if (
      first.kind === 'icon' ||
      first.kind === 'image' ||
      first.kind === 'control' ||
      (first.kind === 'box' && first.children.length === 0)
    )
      continue;
    node.repeat = { name: nameOf(node, first), ...best };
  }
}

function longestRun(structures: string[]): { from: number; count: number } {
  let best = { from: 0, count: 1 };
  for (let from = 0; from < structures.length;) {
    let to = from + 1;
    while (to < structures.length && structures[to] === structures[from]) to++;
    if (to - from > best.count) best = { from, count: to - from };
    from = to;
  }
  return best;
}

/** Two nodes with one structure differ in nothing but what they say and show, and in colours. */
function structureOf(node: Node): string {
  if (node.kind === 'text')
    return `${node.tag}(${node.runs.map((r) => r.tag).join()})${node.look.size ?? ''}/${node.look.weight ?? ''}`;
  if (node.kind === 'control') return node.control;
  if (node.kind !== 'box') return node.kind;
  const look = node.tag === 'button' || node.tag === 'a' ? '' : `${node.fill ? 'f' : ''}${node.border ? 'b' : ''}`;
  return `${node.tag}${look}${node.layout.kind}[${node.children.map(structureOf).join()}]`;
}

function nameOf(parent: BoxNode, first: Node): string {
  if (parent.tag === 'nav') return 'NavLink';
  if (parent.tag === 'ul' || parent.tag === 'ol') return 'Item';
  if (parent.tag === 'table' || parent.tag === 'tbody') return 'Row';
  if (first.kind === 'text') return first.tag === 'a' ? 'Link' : 'Item';
  if (first.kind !== 'box') return 'Item';
  if (first.tag === 'button') return 'Action';
  const heading = [...nodesIn(first)].some(({ node }) => node.kind === 'text' && /^h[1-6]$/.test(node.tag));
  const picture = [...nodesIn(first)].some(({ node }) => node.kind === 'image');
  if (first.fill ?? first.border ?? first.shadow) return 'Card';
  return heading || picture
    ? parent.layout.kind === 'grid' || parent.layout.kind === 'row'
      ? 'Card'
      : 'Entry'
    : 'Item';
}
