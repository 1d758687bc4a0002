import type { GroupBlock } from './block.ts';
import type { MakeNode } from './columns.ts';
import type { BoxNode } from './design.ts';
import { baseOf, NO_EDGES, type Building } from './nodes.ts';

export function tableNode(block: GroupBlock, b: Building, make: MakeNode): BoxNode {
  const children = block.children.map((c) => make(c, c.rect));
  return { ...baseOf(block.rect, b), kind: 'box', tag: 'table', layout: { kind: 'table' }, padding: { ...NO_EDGES }, children };
}
