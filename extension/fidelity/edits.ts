import type { BoxNode, Design, Edges, Node } from '../layout/design.ts';

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

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

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
    const by = property === 'lines-width' ? Math.max(...amounts) : roundFor(property, median(amounts));
    return Math.abs(by) < TOLERANCE && property !== 'line-height'
      ? []
      : nodes.map((id) => ({ node: id, property, by }));
  });
}

/** A line height is repeated by every line, and may need halves and quarters; all else is in whole pixels. */
const roundFor = (property: Edit['property'], by: number) =>
  property === 'line-height' ? Math.round(by * 4) / 4 : Math.round(by);

function setSize(node: Node, side: 'width' | 'height', by: number): boolean {
  const size = node[side];
  if (!('px' in size) || size.px + by < 1) return false;
  size.px = size.px + by;
  return true;
}

function applyTo(node: Node, edit: Edit, inheritedLineHeight: number): boolean {
  const { property, by } = edit;
  if (property === 'width' || property === 'height') return setSize(node, property, by);
  if (property === 'lines-width') {
    node.width = { kind: node.width.kind === 'max' || node.width.kind === 'fixed' ? node.width.kind : 'max', px: by };
    return true;
  }
  if (property === 'line-height') {
    if (node.kind !== 'text') return false;
    node.look.lineHeight = (node.look.lineHeight ?? inheritedLineHeight) + by;
    return true;
  }
  const [kind, name] = property.split('-') as [string, string];
  if (kind === 'margin') {
    node.margin[name as Side] += by;
    return true;
  }
  if (node.kind === 'control' && kind === 'padding') return addToPadding(node.padding, name as Side, by);
  if (node.kind !== 'box') return false;
  const { layout } = node;
  if (kind === 'padding') return addToPadding(node.padding, name as Side, by);
  if (kind === 'column' && layout.kind === 'table' && layout.columns) {
    const at = Number(name);
    if (!Number.isInteger(at) || layout.columns[at] === undefined) return false;
    layout.columns[at] += by;
    return true;
  }
  if (property === 'gap' && (layout.kind === 'row' || layout.kind === 'column') && layout.gap + by >= 0)
    layout.gap += by;
  else if (property === 'row-gap' && layout.kind === 'grid' && layout.rowGap + by >= 0) layout.rowGap += by;
  else if (property === 'column-gap' && layout.kind === 'grid' && layout.columnGap + by >= 0) layout.columnGap += by;
  else return false;
  return true;
}

function addToPadding(padding: Edges, side: Side, by: number): boolean {
  if (padding[side] + by < 0) return false;
  padding[side] += by;
  return true;
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
