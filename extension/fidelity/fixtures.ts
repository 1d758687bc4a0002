/** Short hands to write Designs for this room's tests. */
import type { BoxNode, Design, Node, TextNode } from '../layout/design.ts';

const NONE = { top: 0, right: 0, bottom: 0, left: 0 };
const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };

const base = (id: string) => ({
  id,
  source: NOWHERE,
  width: { kind: 'fill' } as const,
  height: { kind: 'hug' } as const,
  margin: NONE,
  grow: 0,
});

export function column(id: string, children: Node[], gap = 0): BoxNode {
  const layout = { kind: 'column', gap, align: 'stretch', justify: 'start' } as const;
  return { ...base(id), kind: 'box', tag: 'div', layout, padding: NONE, children };
}

export function row(id: string, children: Node[], gap = 0): BoxNode {
  const layout = { kind: 'row', gap, align: 'center', justify: 'start', wrap: false } as const;
  return { ...base(id), kind: 'box', tag: 'div', layout, padding: NONE, children };
}

export function text(id: string, content: string, look: TextNode['look'] = {}): TextNode {
  const runs = [{ text: content, tag: 'text' as const, look: {} }];
  return {
    ...base(id),
    width: { kind: 'hug' },
    kind: 'text',
    tag: 'p',
    look,
    runs,
    lines: [],
    nowrap: false,
    confidence: 1,
  };
}

export function designOf(root: BoxNode): Design {
  return {
    title: 'Test',
    name: 'Test',
    language: 'en',
    viewport: { width: 800, height: 600 },
    scale: 1,
    background: { kind: 'solid', color: '#ffffff' },
    text: {
      family: 'Arial',
      size: 16,
      weight: 400,
      italic: false,
      lineHeight: 24,
      letterSpacing: 0,
      color: '#222222',
      align: 'left',
      underline: false,
      strike: false,
      transform: 'none',
    },
    root,
  };
}
