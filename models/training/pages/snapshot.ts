import type { CDPSession } from 'playwright-core';
import type { Box } from '../../../extension/vision/scene.ts';

/** The computed styles that truth is read from. */
const STYLES = [
  'display', 'visibility', 'opacity', 'position', 'float', 'overflow-x', 'overflow-y', 'clip-path', 'appearance',
  'color', 'background-color', 'background-image', 'font-family', 'font-size', 'font-weight', 'font-style',
  'font-variant-caps', 'text-decoration-line', 'text-transform', 'letter-spacing', 'writing-mode', 'border-top-width',
  'border-top-color', 'border-top-left-radius', 'box-shadow', 'transform',
] as const; // prettier-ignore
export type StyleName = (typeof STYLES)[number];

/** One laid-out node. Boxes are in CSS pixels of the document. */
export interface LaidOut {
  parent: LaidOut | undefined;
  /** Lower-case tag name, `#text`, or `::before` and the like. */
  name: string;
  attributes: Map<string, string>;
  checked: boolean;
  box: Box;
  /** Higher is painted later. */
  paint: number;
  style: Record<StyleName, string>;
  /** The stretches that a text node's lines hold. */
  fragments: { text: string; box: Box }[];
}

/**
 * All laid-out nodes of the page's own document in document order, with markers and generated content, by
 * `DOMSnapshot.captureSnapshot` of the Chrome DevTools Protocol. Text inside form controls isn't in it.
 */
export async function captureLayout(session: CDPSession): Promise<LaidOut[]> {
  const { documents, strings } = await session.send('DOMSnapshot.captureSnapshot', {
    computedStyles: [...STYLES],
    includePaintOrder: true,
  });
  const document = documents[0];
  if (!document) throw new Error('the page has no document');
  const { nodes, layout, textBoxes } = document;
  const text = (index: number | undefined): string => (index === undefined ? '' : (strings[index] ?? ''));
  const checked = new Set(nodes.inputChecked?.index);
  const byNode = new Map<number, LaidOut>();
  const laidOut: LaidOut[] = [];
  layout.nodeIndex.forEach((nodeIndex, i) => {
    const node: LaidOut = {
      parent: laidOutParent(nodeIndex, nodes.parentIndex ?? [], byNode),
      name: text(nodes.nodeName?.[nodeIndex]).toLowerCase(),
      attributes: pairs((nodes.attributes?.[nodeIndex] ?? []).map(text)),
      checked: checked.has(nodeIndex),
      box: toBox(layout.bounds[i] ?? []),
      paint: layout.paintOrders?.[i] ?? 0,
      style: Object.fromEntries(STYLES.map((name, k) => [name, text(layout.styles[i]?.[k])])) as LaidOut['style'],
      fragments: [],
    };
    byNode.set(nodeIndex, node);
    laidOut.push(node);
  });
  textBoxes.layoutIndex.forEach((layoutIndex, i) => {
    const start = textBoxes.start[i] ?? 0;
    const whole = text(layout.text[layoutIndex]);
    laidOut[layoutIndex]?.fragments.push({
      text: whole.slice(start, start + (textBoxes.length[i] ?? 0)),
      box: toBox(textBoxes.bounds[i] ?? []),
    });
  });
  return laidOut;
}

/** Ancestors, nearest first. */
export function* ancestors(node: LaidOut): Generator<LaidOut> {
  for (let at = node.parent; at; at = at.parent) yield at;
}

function laidOutParent(nodeIndex: number, parents: number[], byNode: Map<number, LaidOut>): LaidOut | undefined {
  for (let at = parents[nodeIndex] ?? -1; at >= 0; at = parents[at] ?? -1) {
    const node = byNode.get(at);
    if (node) return node;
  }
  return undefined;
}

function pairs(flat: string[]): Map<string, string> {
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < flat.length; i += 2) map.set(flat[i] ?? '', flat[i + 1] ?? '');
  return map;
}

function toBox([x = 0, y = 0, width = 0, height = 0]: number[]): Box {
  return { x, y, width, height };
}
