/** How wide a block may be so that its texts break where they do in the picture. */
import type { Block, GroupBlock } from './block.ts';
import { middleX, near, widthOf } from './geometry.ts';

export interface Bounds {
  /** The content's own right edge: its column is at least as wide. CSS px on the page. */
  least: number;
  /** From here on some text would take a word more onto a line; `Infinity` where none wraps. */
  most: number;
  /** Right edge of the widest thing in it that has edges: a box, an image, a rule. */
  edge?: number;
}

export function boundsOf(block: Block): Bounds {
  const { rect } = block;
  if (block.kind === 'text') {
    if (block.lines.length < 2) return { least: rect.right, most: Infinity };
    if (block.align === 'left') return { least: rect.left + block.wraps.least, most: rect.left + block.wraps.most };
    return { least: rect.right, most: rect.right + (block.wraps.most - block.wraps.least) / 2 };
  }
  if (block.kind === 'row' || block.kind === 'grid' || block.kind === 'table')
    return { ...boundsOf(block.children.at(-1)!), least: rect.right };
  if (block.kind === 'column' || block.kind === 'list') return joinBounds(block.children);
  return { least: rect.right, most: Infinity, edge: rect.right };
}

export function joinBounds(blocks: Block[]): Bounds {
  const all = blocks.map(boundsOf);
  const edges = all.flatMap((b) => (b.edge === undefined ? [] : [b.edge]));
  return {
    least: Math.max(...all.map((b) => b.least)),
    most: Math.min(...all.map((b) => b.most)),
    ...(edges.length && { edge: Math.max(...edges) }),
  };
}

/**
 * Right edge of a column that starts at `left`: the first of `wishes` at which the most text breaks as it should, or
 * one just wide enough where none will do.
 */
export function chooseRight(blocks: Block[], wishes: number[]): number {
  const all = blocks.map((block) => ({ ...boundsOf(block), weight: block.kind === 'text' ? block.lines.length : 3 }));
  const { least, most, edge } = joinBounds(blocks);
  const between = Number.isFinite(most) ? Math.max(least, Math.min((least + most) / 2, least + SLACK)) : least;
  const options = [...wishes, ...(edge === undefined ? [] : [edge]), between].filter((x) => x >= least - 1);
  const fit = (x: number) => all.reduce((sum, b) => sum + (x < b.most - 1 && x >= b.least - 1 ? b.weight : 0), 0);
  let best = options[0] ?? least;
  for (const x of options) if (fit(x) > fit(best)) best = x;
  return best;
}

/** Room for text that comes out a little wider than measured. CSS px. */
const SLACK = 12;

/** Whether the block's things share a vertical axis and differ in width, which only centring makes. */
export function isCentred(block: Block): boolean {
  if (block.kind === 'text') return block.lines.length > 1 && block.align === 'center';
  if (block.kind !== 'column') return false;
  const axis = middleX(block.rect);
  const centred = block.children.every((c) => near(middleX(c.rect), axis, 2));
  return centred && block.children.some((c) => !near(c.rect.left, block.rect.left, 4));
}

/** Whether the block only has a width because something gives it one: wrapped text, boxes, fields. */
export function needsWidth(block: Block): boolean {
  if (block.kind === 'text') return block.lines.length > 1;
  if (block.kind === 'frame')
    return widthOf(block.rect) > SMALL_FRAME || (block.content !== undefined && needsWidth(block.content));
  if (block.kind === 'row' && isSpread(block)) return true;
  if (block.kind === 'row' || block.kind === 'column' || block.kind === 'list')
    return block.children.some((c) => needsWidth(c) || stretches(c));
  return block.kind === 'grid' || block.kind === 'table';
}

/** Things pushed apart by a row that is wider than they are. */
function isSpread({ children }: GroupBlock): boolean {
  return children.length > 1 && children.slice(1).every((c, i) => c.rect.left - children[i]!.rect.right > SPREAD);
}

/** CSS px. */
const SPREAD = 48;

/** In a group, these fill its width and can't give it one. */
const stretches = (block: Block): boolean =>
  block.kind === 'rule' || (block.kind === 'control' && widthOf(block.rect) > SMALL_FRAME);

/** Buttons, badges and tiles up to this width are as wide as what they say. CSS px. */
const SMALL_FRAME = 160;
