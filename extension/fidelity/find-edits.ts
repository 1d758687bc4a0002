import type { Align, BoxNode, Design, Node, TextLook } from '../layout/design.ts';
import { isVisible, linesByNode, measureDrifts, union } from './drift.ts';
import type { Drift, Drifts, Edges4 } from './drift.ts';
import { shareEdits, TOLERANCE } from './edits.ts';
import type { Edit } from './edits.ts';
import type { PageContent } from './page.ts';
import { textEdits } from './wrap.ts';

type Axis = 'x' | 'y';
const START = { x: 'left', y: 'top' } as const;
const END = { x: 'right', y: 'bottom' } as const;

/** A child in flow with its drift. */
interface Placed {
  node: Node;
  drift: Drift;
  /** Horizontal alignment of its text, where it is one. */
  align: TextLook['align'];
}

/** What a pass knows. */
interface Pass {
  drifts: Drifts;
  /** Nodes whose inside changes in this pass: what follows them is measured anew in the next. */
  unsettled: Set<string>;
  edits: Edit[];
}

/** Sideways, ink begins up to a pixel off the glyph's own edge, so that texts agree less exactly than boxes. CSS px. */
const SIDEWAYS_TOLERANCE = 1.5;

/** A margin of a pixel is a magic number, and may cost a box its simpler layout. CSS px. */
const MARGIN_TOLERANCE = 1.5;

const isOff = (error: number, axis: Axis) => Math.abs(error) >= (axis === 'x' ? SIDEWAYS_TOLERANCE : TOLERANCE);

/**
 * Finds where a rendering begins to drift from the screenshot, and what to change there. A drift propagates to all that
 * follows, so that only differences between neighbours count: between a box and its first child (padding), between two
 * children (gap or margin), between a box's own edges (size). Text that wraps differently comes first; what lies after it
 * waits for the next pass.
 */
export function findEdits(design: Design, content: PageContent): Edit[] {
  const drifts = measureDrifts(design, content);
  const edits = textEdits(design, linesByNode(content), new Set(content.missingFonts));
  const pass: Pass = { drifts, unsettled: new Set(edits.map((edit) => edit.node)), edits: [...edits] };
  visitBox(design.root, design.root, pass, design.text.align);
  return shareEdits(design, pass.edits);
}

/** Looks inside first. Returns whether anything in the box changes. */
function visitBox(box: BoxNode, root: BoxNode, pass: Pass, inherited: TextLook['align']): boolean {
  const align = box.text?.align ?? inherited;
  let changed = false;
  for (const child of box.children) {
    if (child.kind === 'box' && visitBox(child, root, pass, align)) pass.unsettled.add(child.id);
    changed ||= pass.unsettled.has(child.id);
  }
  const before = pass.edits.length;
  const placed = box.children.flatMap((node): Placed[] => {
    const drift = pass.drifts.get(node.id);
    const own = node.kind === 'text' ? (node.look.align ?? align) : 'left';
    return drift && !node.overlay ? [{ node, drift, align: own }] : [];
  });
  const edged = box === root || isVisible(box);
  if (placed.length) {
    const { layout } = box;
    if (layout.kind === 'column') alongColumn(box, placed, edged, pass);
    else if (layout.kind === 'row') alongRow(box, placed, edged, pass);
    else if (layout.kind === 'grid') alongGrid(box, layout.columns.length, placed, edged, pass);
    else alongTable(box, pass);
  }
  if (box !== root) sizeOf(box, pass);
  for (const { node } of placed) if (node.kind !== 'box' && node.kind !== 'text') sizeOf(node, pass);
  return changed || pass.edits.length > before;
}

const shift = (drift: Drift, side: keyof Edges4) => drift.off[side];

/** Errors of the spaces between neighbours, none where one of the two isn't settled or says nothing about its end. */
function spaceErrors(placed: readonly Placed[], axis: Axis, pass: Pass): (number | undefined)[] {
  return placed.slice(1).map(({ node, drift }, index) => {
    const before = placed[index]!;
    if (pass.unsettled.has(before.node.id)) return undefined;
    if (pass.unsettled.has(node.id) && !isVisible(node)) return undefined;
    if (axis === 'y') return shift(drift, 'top') - shift(before.drift, 'bottom');
    const end = endOf(before);
    return end === undefined ? undefined : shift(drift, 'left') - end;
  });
}

/** By how much the right edge of a child's room is off; unknown for what stretches without showing where it ends. */
function endOf({ node, drift, align }: Placed): number | undefined {
  if (isVisible(node) || node.width.kind === 'hug') return node.grow ? undefined : shift(drift, 'right');
  if (node.width.kind === 'fixed' && align === 'left') return shift(drift, 'left');
  return undefined;
}

/** Changes the common space where all are off alike, single margins where they are not. */
function spaces(box: BoxNode, placed: readonly Placed[], axis: Axis, pass: Pass): void {
  const errors = spaceErrors(placed, axis, pass);
  const known = errors.filter((error) => error !== undefined).map(Math.round);
  const common = known.length > 0 && known.every((error) => error === known[0]) ? known[0]! : mostCommon(known);
  const gap = box.layout.kind === 'row' || box.layout.kind === 'column' ? box.layout.gap : 0;
  const shared = isOff(common, axis) && gap - common >= 0 ? common : 0;
  if (shared) pass.edits.push({ node: box.id, property: 'gap', by: -shared });
  errors.forEach((error, index) => {
    const rest = (error ?? shared) - shared;
    const { node } = placed[index + 1]!;
    if (Math.abs(rest) >= MARGIN_TOLERANCE)
      pass.edits.push({ node: node.id, property: `margin-${START[axis]}`, by: -rest });
  });
}

/** The value that more than half of them have, or 0. */
function mostCommon(values: readonly number[]): number {
  const groups = Map.groupBy(values, (value) => value);
  const largest = [...groups.values()].sort((a, b) => b.length - a.length)[0];
  return largest && largest.length * 2 > values.length ? largest[0]! : 0;
}

/** Padding between a box's edge and what is next to it inside. */
function padding(box: BoxNode, inside: Drift, side: keyof Edges4, pass: Pass): void {
  const own = pass.drifts.get(box.id);
  if (!own) return;
  const axis = side === 'left' || side === 'right' ? 'x' : 'y';
  const outward = side === 'left' || side === 'top' ? 1 : -1;
  const error = (shift(inside, side) - shift(own, side)) * outward;
  if (isOff(error, axis)) pass.edits.push({ node: box.id, property: `padding-${side}`, by: -error });
}

/** Along `axis`: the padding at the start, and at the end where the box is as long as its content. */
function ends(box: BoxNode, placed: readonly Placed[], axis: Axis, pass: Pass): void {
  const settled = (item: Placed) => !pass.unsettled.has(item.node.id) || isVisible(item.node);
  const inside = union(placed.map(({ drift }) => drift))!;
  const length = axis === 'x' ? box.width : box.height;
  const { layout } = box;
  const isMain = (layout.kind === 'row') === (axis === 'x');
  const justify = layout.kind === 'row' || layout.kind === 'column' ? layout.justify : 'start';
  const align = 'align' in layout ? layout.align : 'start';
  const packed = isMain ? justify : align;
  const startsHere = length.kind === 'hug' || (packed !== 'center' && packed !== 'end');
  if (startsHere && settled(placed[0]!)) padding(box, inside, START[axis], pass);
  if (length.kind === 'hug' && placed.every(settled)) padding(box, inside, END[axis], pass);
}

function alongColumn(box: BoxNode, placed: readonly Placed[], edged: boolean, pass: Pass): void {
  spaces(box, placed, 'y', pass);
  if (edged) ends(box, placed, 'y', pass);
  across(box, placed, 'x', edged, pass);
}

function alongRow(box: BoxNode, placed: readonly Placed[], edged: boolean, pass: Pass): void {
  const justify = box.layout.kind === 'row' ? box.layout.justify : 'start';
  if (justify !== 'between') spaces(box, placed, 'x', pass);
  if (edged) ends(box, placed, 'x', pass);
  if (edged) ends(box, placed, 'y', pass);
  across(box, placed, 'y', edged, pass);
}

/** How a child's place across the flow is anchored, or nothing where it can't be told. */
function anchor({ node, align }: Placed, box: BoxNode, axis: Axis): 'start' | 'center' | undefined {
  const boxAlign: Align = node.alignSelf ?? ('align' in box.layout ? box.layout.align : 'start');
  if (boxAlign === 'end' || boxAlign === 'baseline') return undefined;
  if (boxAlign === 'center') return 'center';
  if (axis === 'x' && align !== 'left') return undefined;
  return 'start';
}

/** Errors across the flow: those of all children alike are the padding's or the parent's, single ones a margin's. */
function across(box: BoxNode, placed: readonly Placed[], axis: Axis, edged: boolean, pass: Pass): void {
  const own = pass.drifts.get(box.id);
  if (!own) return;
  if (edged && axis === 'x') rightPadding(box, placed, own, pass);
  const anchored = placed.filter((item) => anchor(item, box, axis) === 'start' && !pass.unsettled.has(item.node.id));
  if (!anchored.length) return;
  const errors = anchored.map(({ drift }) => shift(drift, START[axis]) - (edged ? shift(own, START[axis]) : 0));
  const rounded = errors.map(Math.round);
  const common = rounded.every((error) => error === rounded[0]) ? rounded[0]! : mostCommon(rounded);
  if (edged && axis === 'x' && isOff(common, axis)) {
    pass.edits.push({ node: box.id, property: 'padding-left', by: -common });
  }
  if (placed.length < 2) return;
  anchored.forEach(({ node }, index) => {
    const rest = errors[index]! - common;
    // What is set in already is set in by another amount (a list by its markers' room); a margin is the last resort.
    const inner = node.kind === 'box' && !isVisible(node) && node.padding[START[axis]] > 0;
    const property = `${inner ? 'padding' : 'margin'}-${START[axis]}` as const;
    if (Math.abs(rest) >= MARGIN_TOLERANCE) pass.edits.push({ node: node.id, property, by: -rest });
  });
}

/** In a column of fixed width, the right padding is where children that stretch come to their end. */
function rightPadding(box: BoxNode, placed: readonly Placed[], own: Drift, pass: Pass): void {
  if (box.width.kind === 'hug') return;
  const stretched = placed.filter(({ node }) => node.width.kind === 'fill' && showsRight(node));
  const errors = stretched.map(({ drift }) => Math.round(shift(drift, 'right') - shift(own, 'right')));
  const common = mostCommon(errors);
  if (isOff(common, 'x')) pass.edits.push({ node: box.id, property: 'padding-right', by: common });
}

/** Whether one can see where a node that stretches ends. */
function showsRight(node: Node): boolean {
  if (node.kind !== 'box' || isVisible(node)) return node.kind !== 'text';
  const inFlow = node.children.filter((child) => !child.overlay);
  const { layout } = node;
  if (layout.kind === 'row') return layout.justify === 'between' || layout.justify === 'end';
  return layout.kind === 'column' && inFlow.some((child) => child.width.kind === 'fill' && showsRight(child));
}

function alongGrid(box: BoxNode, columns: number, placed: readonly Placed[], edged: boolean, pass: Pass): void {
  const rows: Placed[][] = [];
  placed.forEach((item, index) => (rows[Math.floor(index / columns)] ??= []).push(item));
  const settled = (row: Placed[]) => row.every(({ node }) => !pass.unsettled.has(node.id));
  const joined = rows.map((row) => union(row.map(({ drift }) => drift))!);
  const vertical = joined
    .slice(1)
    .flatMap((drift, index) => (settled(rows[index]!) ? [shift(drift, 'top') - shift(joined[index]!, 'bottom')] : []));
  const rowError = mostCommon(vertical.map(Math.round));
  if (isOff(rowError, 'y')) pass.edits.push({ node: box.id, property: 'row-gap', by: -rowError });
  const first = rows[0]!;
  if (first.length > 1 && first.every(({ node }) => isVisible(node))) {
    const errors = spaceErrors(first, 'x', pass).filter((error) => error !== undefined);
    const columnError = mostCommon(errors.map(Math.round));
    if (isOff(columnError, 'x')) pass.edits.push({ node: box.id, property: 'column-gap', by: -columnError });
  }
  if (!edged) return;
  ends(box, placed, 'y', pass);
  ends(box, placed, 'x', pass);
}

/** A table's columns by where the texts of its first full row begin. */
function alongTable(box: BoxNode, pass: Pass): void {
  const columns = box.tag === 'table' && box.layout.kind === 'table' ? box.layout.columns : undefined;
  const row = columns && rowsOf(box).find((cells) => cells.length === columns.length);
  const lefts = row?.map((cell) => pass.drifts.get(cell.id)?.off.left);
  lefts?.slice(1).forEach((left, index) => {
    const before = lefts[index];
    if (left !== undefined && before !== undefined && isOff(left - before, 'x')) {
      pass.edits.push({ node: box.id, property: `column-${index}`, by: before - left });
    }
  });
}

function rowsOf(box: BoxNode): Node[][] {
  return box.children.flatMap((child) => {
    if (child.kind !== 'box') return [];
    return child.tag === 'tr' ? [child.children] : rowsOf(child);
  });
}

/** Own size of a box, picture or control that has one. */
function sizeOf(node: Node, pass: Pass): void {
  const drift = pass.drifts.get(node.id);
  if (!drift || !isVisible(node)) return;
  for (const axis of ['x', 'y'] as const) {
    const error = shift(drift, END[axis]) - shift(drift, START[axis]);
    const property = axis === 'x' ? 'width' : 'height';
    if (Math.abs(error) >= TOLERANCE && 'px' in node[property])
      pass.edits.push({ node: node.id, property, by: -error });
  }
}
