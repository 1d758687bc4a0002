import type { BoxNode, Design, Edges, Node } from '../layout/design.ts';
import { median } from '../vision/median.ts';

type Side = keyof Edges;

/** One number of a Design, and by how much to change it. CSS pixels; `lines-width` sets the width that a text wraps at. */
export interface Edit {
  node: string;
  property:
    | 'gap'
    | 'row-gap'
    | 'column-gap'
    | 'width'
    | 'height'
    | 'line-height'
    | 'lines-width'
    | `padding-${Side}`
    | `margin-${Side}`
    | `column-${number}`;
  by: number;
}

/** Names an edit's place, whatever its amount. */
export const placeOf = (edit: Edit): string => `${edit.node} ${edit.property}`;

/** Smaller errors are the rounding of edges to pixels, on which a correction can't improve. CSS px. */
export const TOLERANCE = 0.75;

export function nodesById(design: Design): Map<string, Node> {
  const nodes = new Map<string, Node>();
  const visit = (node: Node): void => {
    nodes.set(node.id, node);
    if (node.kind === 'box') node.children.forEach(visit);
  };
  visit(design.root);
  return nodes;
}

/** Whether the children of a box are instances of one thing, that stays one thing: the items of a list, a table's rows. */
const instanceRange = (box: BoxNode): { from: number; count: number } =>
  box.repeat ??
  (box.tag === 'tbody' || box.tag === 'thead' ? { from: 0, count: box.children.length } : { from: 0, count: 0 });

/** Node id to a name for its place that all instances of a repeated thing share. */
function sharedPlaces(design: Design): Map<string, string> {
  const places = new Map<string, string>();
  const visit = (node: Node, place: string): void => {
    places.set(node.id, place);
    if (node.kind !== 'box') return;
    const { from, count } = instanceRange(node);
    node.children.forEach((child, index) => {
      const isInstance = index >= from && index < from + count;
      visit(child, `${place}/${isInstance ? `${from}*` : index}`);
    });
  };
  visit(design.root, '');
  return places;
}

/**
 * Makes edits alike across the instances of a repeated thing, so that they stay instances: each gets the median of what they
 * ask for, those that ask for nothing counting as 0. Amounts become whole pixels; what comes to nothing is dropped.
 */
export function shareEdits(design: Design, edits: readonly Edit[]): Edit[] {
  const places = sharedPlaces(design);
  const members = Map.groupBy(places.keys(), (id) => places.get(id)!);
  const groups = Map.groupBy(edits, (edit) => `${places.get(edit.node)} ${edit.property}`);
  return [...groups.values()].flatMap((group) => {
    const { node, property } = group[0]!;
    const nodes = members.get(places.get(node)!)!;
    const amounts = group.map((edit) => edit.by);
    while (amounts.length < nodes.length) amounts.push(0);
    // A width to wrap at holds for the longest text: there the largest is asked for.
    const by = property === 'lines-width' ? Math.max(...amounts) : roundFor(property, median(amounts)!);
    return Math.abs(by) < TOLERANCE && property !== 'line-height'
      ? []
      : nodes.map((id) => ({ node: id, property, by }));
  });
}

/** A line height is repeated by every line, and may need halves and quarters; all else is in whole pixels. */
const roundFor = (property: Edit['property'], by: number) =>
  property === 'line-height' ? Math.round(by * 4) / 4 : Math.round(by);

// Parts of a Design may be shared between its nodes: each change makes a new part.

function setSize(node: Node, side: 'width' | 'height', by: number): void {
  const size = node[side];
  if ('px' in size && size.px + by >= 1) node[side] = { ...size, px: size.px + by };
}

function addPadding(node: Node, side: Side, by: number): void {
  if (node.kind !== 'box' && node.kind !== 'control') return;
  if (node.padding[side] + by >= 0) node.padding = { ...node.padding, [side]: node.padding[side] + by };
}

function addGap(box: BoxNode, property: 'gap' | 'row-gap' | 'column-gap', by: number): void {
  const { layout } = box;
  if (property === 'gap' && (layout.kind === 'row' || layout.kind === 'column')) {
    if (layout.gap + by >= 0) box.layout = { ...layout, gap: layout.gap + by };
  } else if (layout.kind === 'grid') {
    const name = property === 'row-gap' ? 'rowGap' : 'columnGap';
    if (layout[name] + by >= 0) box.layout = { ...layout, [name]: layout[name] + by };
  }
}

function addToColumn(box: BoxNode, column: number, by: number): void {
  const { layout } = box;
  if (layout.kind !== 'table' || !layout.columns) return;
  box.layout = { ...layout, columns: layout.columns.map((px, index) => (index === column ? px + by : px)) };
}

function applyTo(node: Node, { property, by }: Edit, inheritedLineHeight: number): void {
  if (property === 'width' || property === 'height') setSize(node, property, by);
  else if (property === 'lines-width') node.width = { kind: node.width.kind === 'fixed' ? 'fixed' : 'max', px: by };
  else if (property === 'line-height') {
    if (node.kind === 'text')
      node.look = { ...node.look, lineHeight: (node.look.lineHeight ?? inheritedLineHeight) + by };
  } else if (property.startsWith('margin-')) {
    const side = property.slice('margin-'.length) as Side;
    node.margin = { ...node.margin, [side]: node.margin[side] + by };
  } else if (property.startsWith('padding-')) addPadding(node, property.slice('padding-'.length) as Side, by);
  else if (node.kind !== 'box') return;
  else if (property === 'gap' || property === 'row-gap' || property === 'column-gap') addGap(node, property, by);
  else addToColumn(node, Number(property.slice('column-'.length)), by);
}

/** A corrected copy of a Design. Edits that a Design can't hold (a negative padding) are left out. */
export function applyEdits(design: Design, edits: readonly Edit[]): Design {
  const copy = structuredClone(design);
  const byNode = Map.groupBy(edits, (edit) => edit.node);
  const visit = (node: Node, lineHeight: number): void => {
    for (const edit of byNode.get(node.id) ?? []) applyTo(node, edit, lineHeight);
    if (node.kind !== 'box') return;
    const inherited = node.text?.lineHeight ?? lineHeight;
    for (const child of node.children) visit(child, inherited);
  };
  visit(copy.root, copy.text.lineHeight);
  return copy;
}
