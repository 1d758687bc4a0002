import { describe, expect, it } from 'vitest';
import type { CodeNode } from '../../extension/engine/protocol.ts';
import { neighbour, nodeAt, nodesAtOffset, rangesIn } from './code-map.ts';

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
const range = (start: number, end: number, path = 'a.tsx') => ({ path, start, end });

/** A page of two cards of one template (50 to 90), each with a title whose words are data (5 to 10 and 12 to 17). */
const nodes: CodeNode[] = [
  { id: 'page', box: box(0, 0, 100, 100), code: [range(20, 48)] },
  { id: 'card1', parent: 'page', box: box(0, 0, 50, 50), code: [range(50, 90), range(4, 11)] },
  { id: 'title1', parent: 'card1', box: box(10, 10, 20, 10), code: [range(5, 10), range(60, 80), range(4, 11)] },
  { id: 'card2', parent: 'page', box: box(50, 0, 50, 50), code: [range(50, 90), range(12, 18)] },
  { id: 'title2', parent: 'card2', box: box(60, 10, 20, 10), code: [range(13, 17), range(60, 80), range(12, 18)] },
];
const boxes = new Map(nodes.map((node) => [node.id, node.box]));

describe('nodeAt', () => {
  it('finds the smallest, and nothing outside', () => {
    expect(nodeAt(nodes, boxes, { x: 15, y: 12 })).toBe('title1');
    expect(nodeAt(nodes, boxes, { x: 45, y: 45 })).toBe('card1');
    expect(nodeAt(nodes, boxes, { x: 60, y: 90 })).toBe('page');
    expect(nodeAt(nodes, boxes, { x: 100, y: 90 })).toBeUndefined();
  });

  it('takes the inner one of two alike', () => {
    const same = [nodes[0]!, { ...nodes[1]!, id: 'inner', box: nodes[0]!.box }];
    expect(nodeAt(same, new Map(same.map((node) => [node.id, node.box])), { x: 1, y: 1 })).toBe('inner');
  });
});

describe('nodesAtOffset', () => {
  it('finds all instances of a template', () => {
    expect(nodesAtOffset(nodes, 'a.tsx', 70)).toEqual({ nodes: ['title1', 'title2'], range: range(60, 80) });
    expect(nodesAtOffset(nodes, 'a.tsx', 55).nodes).toEqual(['card1', 'card2']);
  });

  it('finds the one instance of a datum, and of an entry its outermost node', () => {
    expect(nodesAtOffset(nodes, 'a.tsx', 15).nodes).toEqual(['title2']);
    expect(nodesAtOffset(nodes, 'a.tsx', 4).nodes).toEqual(['card1']);
  });

  it('finds nothing in code that draws nothing', () => {
    expect(nodesAtOffset(nodes, 'a.tsx', 2).nodes).toEqual([]);
    expect(nodesAtOffset(nodes, 'b.css', 70).nodes).toEqual([]);
  });
});

describe('neighbour', () => {
  it('walks the tree, and stays at its ends', () => {
    expect(neighbour(nodes, undefined, 'ArrowDown')).toBe('page');
    expect(neighbour(nodes, 'page', 'ArrowDown')).toBe('card1');
    expect(neighbour(nodes, 'card1', 'ArrowRight')).toBe('card2');
    expect(neighbour(nodes, 'card2', 'ArrowRight')).toBeUndefined();
    expect(neighbour(nodes, 'title2', 'ArrowUp')).toBe('card2');
  });
});

describe('rangesIn', () => {
  it('has what is best to select, each once', () => {
    expect(rangesIn(nodes, ['card1', 'card2'], 'a.tsx')).toEqual([range(50, 90)]);
    expect(rangesIn(nodes, ['title1'], 'a.tsx')).toEqual([range(5, 10)]);
  });

  it('has the rest in files that the best is not in', () => {
    const styled: CodeNode[] = [{ ...nodes[0]!, code: [range(20, 48), range(3, 9, 'styles.css')] }];
    expect(rangesIn(styled, ['page'], 'styles.css')).toEqual([range(3, 9, 'styles.css')]);
  });
});
