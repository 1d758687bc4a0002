import type { Block } from './block.ts';

/** What makes two blocks look alike at a glance. */
export function kindOf(block: Block): string {
  if (block.kind === 'text') {
    const { style, link } = block.lines[0]!;
    return `text ${Math.round(style.size)} ${style.weight >= 600 ? 'bold' : ''} ${link > 0.5 ? 'link' : ''}`;
  }
  if (block.kind === 'control') return `control ${block.control}`;
  return block.kind;
}
