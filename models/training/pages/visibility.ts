import type { Box } from '../../../extension/vision/scene.ts';
import type { LaidOut } from './snapshot.ts';
import { ancestors } from './snapshot.ts';

/** Below this a thing can't be made out. */
const MIN_OPACITY = 0.1;

/** Part of a box that is seen: what scrolling ancestors leave of it; undefined where nothing is left or it is hidden. */
export function visiblePart(node: LaidOut, box: Box, page: Box): Box | undefined {
  if (node.style.visibility !== 'visible') return undefined;
  let seen: Box | undefined = intersect(box, page);
  let opacity = opacityOf(node);
  for (const above of ancestors(node)) {
    opacity *= opacityOf(above);
    if (clips(above)) return undefined;
    if (seen && !/^(visible|)$/.test(above.style['overflow-x']) && above.name !== 'html' && above.name !== 'body')
      seen = intersect(seen, above.box);
  }
  return opacity < MIN_OPACITY ? undefined : seen;
}

/** Boxes that hide what lies under them: layers taken out of the flow, with an opaque ground or a picture. */
export function coversOf(nodes: LaidOut[]): LaidOut[] {
  return nodes.filter((node) => {
    const { name, style, box } = node;
    if (box.width * box.height < 16 || !isLifted(node)) return false;
    if (style.visibility !== 'visible' || Number(style.opacity) < 0.9) return false;
    return name === 'img' || alphaOf(style['background-color']) > 0.9 || style['background-image'].includes('gradient');
  });
}

function isLifted(node: LaidOut): boolean {
  for (const { style } of [node, ...ancestors(node)]) if (/absolute|fixed|sticky/.test(style.position)) return true;
  return false;
}

/** Whether another layer lies over the middle of the box. */
export function isCovered(node: LaidOut, box: Box, covers: LaidOut[]): boolean {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  return covers.some((cover) => {
    if (cover.paint <= node.paint || cover === node) return false;
    if (x < cover.box.x || y < cover.box.y || x > cover.box.x + cover.box.width || y > cover.box.y + cover.box.height) return false;
    if (isAround(cover, node) || isAround(node, cover)) return false;
    return visiblePart(cover, cover.box, cover.box) !== undefined;
  });
}

/** The document itself has no style of its own. */
function opacityOf({ style }: LaidOut): number {
  return style.opacity === '' ? 1 : Number(style.opacity);
}

function clips({ style }: LaidOut): boolean {
  return style['clip-path'] !== 'none' && style['clip-path'] !== '';
}

function isAround(outer: LaidOut, inner: LaidOut): boolean {
  for (const above of ancestors(inner)) if (above === outer) return true;
  return false;
}

function alphaOf(color: string): number {
  if (color.startsWith('rgb(')) return 1;
  const alpha = /[,/]\s*([\d.]+)\s*\)$/.exec(color)?.[1];
  return color.startsWith('rgba(') && alpha ? Number(alpha) : 0;
}

function intersect(a: Box, b: Box): Box | undefined {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0.5 && height > 0.5 ? { x, y, width, height } : undefined;
}
