/** Rows of cells that line up in columns to tables. */
import type { Block, FrameBlock, GroupBlock, RuleBlock, TextBlock } from './block.ts';
import type { MakeNode } from './columns.ts';
import type { BoxNode, BoxTag } from './design.ts';
import { heightOf, near, rectOf, unionOf, widthOf, type Rect } from './geometry.ts';
import { baseOf, NO_EDGES, round, type Building } from './nodes.ts';

/** Cells of a column share an edge or their middle to this many CSS px. */
const LINED_UP = 4;
const FEWEST_ROWS = 3;
/** Higher cells are cards. CSS px. */
const HIGHEST_CELL = 90;
/** Rows further apart than this many of their heights aren't rows of one table. */
const LARGEST_GAP = 1.6;

/** CSS px. */
const TOUCHING = 3;

interface TableRow {
  cells: Block[];
  rect: Rect;
  /** Drawn behind the row. */
  frame?: FrameBlock;
  /** Drawn below it. */
  rule?: RuleBlock;
}

export type Side = 'left' | 'center' | 'right';

/** What a table is made of, kept with the block that stands for it. */
export interface TableParts {
  rows: TableRow[];
  sides: Side[];
  /** The edges of its columns, one more than there are columns. CSS px on the page. */
  edges: number[];
}

const parts = new WeakMap<GroupBlock, TableParts>();

/** Replaces stretches of rows that line up by tables, in every column of blocks. */
export function findTables(block: Block): Block {
  if (block.kind === 'row' || block.kind === 'grid') return { ...block, children: block.children.map(findTables) };
  if (block.kind !== 'column') return block;
  const children: Block[] = [];
  for (let i = 0; i < block.children.length;) {
    const table = tableAt(block.children, i);
    children.push(table ? table.block : findTables(block.children[i]!));
    i += table ? table.length : 1;
  }
  return children.length === 1 ? children[0]! : { ...block, children };
}

function tableAt(blocks: Block[], from: number): { block: GroupBlock; length: number } | undefined {
  const rows: TableRow[] = [];
  let sides: Side[] | undefined;
  let end = from;
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (block.kind === 'rule') {
      const last = rows.at(-1);
      if (!last || last.rule || widthOf(block.rect) < 0.8 * widthOf(last.rect)) break;
      last.rule = block;
      end = i + 1;
      continue;
    }
    const row = rowOf(block);
    if (!row || (rows.length && !follows(rows.at(-1)!, row))) break;
    const next = sidesOf([...rows, row]);
    if (!next) break;
    sides = next;
    rows.push(row);
    end = i + 1;
  }
  if (!sides || rows.length < FEWEST_ROWS || !looksTabular(rows)) return undefined;
  const block: GroupBlock = {
    kind: 'table',
    rect: unionOf(blocks.slice(from, end).map((b) => b.rect)),
    children: rows.flatMap((r) => r.cells),
    columns: sides.length,
  };
  parts.set(block, { rows, sides, edges: edgesOf(rows, sides, block.rect) });
  return { block, length: end - from };
}

function rowOf(block: Block): TableRow | undefined {
  const frame =
    block.kind === 'frame' && !block.overlays.length && !block.shape.shadow && block.content?.kind === 'row'
      ? block
      : undefined;
  const row = frame ? (frame.content as GroupBlock) : block;
  if (row.kind !== 'row' || row.children.length < 2) return undefined;
  const cells = row.children;
  const small = cells.every(
    (c) =>
      heightOf(c.rect) <= HIGHEST_CELL &&
      c.kind !== 'table' &&
      c.kind !== 'rule' &&
      (c.kind !== 'frame' || heightOf(c.rect) < 50),
  );
  const fields = cells.filter((c) => c.kind === 'control' && widthOf(c.rect) > 60).length;
  if (!small || fields || !cells.some((c) => c.kind === 'text')) return undefined;
  return { cells, rect: block.rect, ...(frame && { frame }) };
}

function follows(above: TableRow, row: TableRow): boolean {
  if (above.cells.length !== row.cells.length) return false;
  const gap = row.rect.top - above.rect.bottom;
  // Rows that are drawn touch; boxes with space between them are cards.
  if (above.frame && row.frame && gap > TOUCHING) return false;
  return gap < LARGEST_GAP * Math.max(heightOf(above.rect), heightOf(row.rect));
}

/** By column, which side its cells line up on; `undefined` where one doesn't. */
function sidesOf(rows: TableRow[]): Side[] | undefined {
  const sides: Side[] = [];
  for (let c = 0; c < rows[0]!.cells.length; c++) {
    const rects = rows.map((r) => r.cells[c]!.rect);
    const same = (of: (r: Rect) => number) => rects.every((r) => near(of(r), of(rects[0]!), LINED_UP));
    const side = same((r) => r.left)
      ? 'left'
      : same((r) => r.right)
        ? 'right'
        : same((r) => (r.left + r.right) / 2)
          ? 'center'
          : undefined;
    if (!side) return undefined;
    sides.push(side);
  }
  return sides;
}

/** Rules, grounds, a head in bold or three columns: else it is a list of pairs or links that happen to line up. */
function looksTabular(rows: TableRow[]): boolean {
  const drawn = rows.filter((r) => r.rule ?? r.frame).length >= rows.length - 1;
  const links = rows.flatMap((r) => r.cells).filter((c) => c.kind === 'text' && c.lines.every((l) => l.link > 0.9));
  const cells = rows.length * rows[0]!.cells.length;
  if (links.length > 0.7 * cells && !drawn) return false;
  return (
    drawn || hasHead(rows) || (rows[0]!.cells.length >= 3 && rows.every((r) => r.cells.every((c) => c.kind === 'text')))
  );
}

function hasHead([first, second]: TableRow[]): boolean {
  const bold = (row: TableRow) => row.cells.filter((c) => c.kind === 'text' && c.lines[0]!.style.weight >= 600).length;
  const texts = first!.cells.every((c) => c.kind === 'text');
  return (
    texts &&
    ((bold(first!) === first!.cells.length && bold(second!) < second!.cells.length) ||
      (first!.frame !== undefined &&
        fillOf(first!) !== fillOf(second!) &&
        first!.frame.shape.fill !== undefined &&
        bold(first!) >= bold(second!)))
  );
}

const fillOf = (row: TableRow) => JSON.stringify(row.frame?.shape.fill ?? '');

function edgesOf(rows: TableRow[], sides: Side[], rect: Rect): number[] {
  const column = (c: number) => unionOf(rows.map((r) => r.cells[c]!.rect));
  const first = column(0);
  const inset = Math.max(0, first.left - rect.left);
  const edges = [rect.left];
  for (let c = 1; c < sides.length; c++) {
    const [before, after] = [column(c - 1), column(c)];
    const room = Math.max(0, after.left - before.right);
    const side = sides[c]!;
    // Text keeps the first column's distance from its cell's edge, as far as the neighbour leaves room for it.
    const edge =
      side === 'left'
        ? after.left - Math.min(inset, room)
        : sides[c - 1] === 'right'
          ? before.right + Math.min(inset, room)
          : after.left - room / 2;
    edges.push(round(edge));
  }
  edges.push(rect.right);
  return edges;
}

/** `table` with a head where there is one; cell widths and heights as measured. */
export function tableNode(block: GroupBlock, b: Building, make: MakeNode): BoxNode {
  const { rows, sides, edges } = parts.get(block)!;
  const head = hasHead(rows) ? 1 : 0;
  const levels = levelsOf(rows, block.rect);
  const nodes = rows.map((row, r) =>
    rowNode(row, { top: levels[r]!, bottom: levels[r + 1]! }, r < head ? 'th' : 'td', sides, edges, b, make),
  );
  const section = (tag: BoxTag, children: BoxNode[]): BoxNode => ({
    ...partNode(unionOf(children.map((c) => rectOf(c.source, b.scale))), b, tag),
    children,
  });
  return {
    ...partNode(block.rect, b, 'table'),
    layout: { kind: 'table', columns: edges.slice(1).map((e, i) => round(e) - round(edges[i]!)) },
    children: [...(head ? [section('thead', nodes.slice(0, head))] : []), section('tbody', nodes.slice(head))],
  };
}

function partNode(rect: Rect, b: Building, tag: BoxTag): BoxNode {
  return { ...baseOf(rect, b), kind: 'box', tag, layout: { kind: 'table' }, padding: { ...NO_EDGES }, children: [] };
}

/** The y of the edges between rows, as drawn where something is, halfway between their contents otherwise. */
function levelsOf(rows: TableRow[], rect: Rect): number[] {
  const levels = [rect.top];
  for (let r = 0; r + 1 < rows.length; r++) {
    const [row, next] = [rows[r]!, rows[r + 1]!];
    if (row.rule) levels.push(row.rule.rect.bottom);
    else if (row.frame) levels.push(row.frame.rect.bottom);
    else if (next.frame) levels.push(next.frame.rect.top);
    else levels.push((row.rect.bottom + next.rect.top) / 2);
  }
  levels.push(rect.bottom);
  return levels.map(round);
}

function rowNode(
  row: TableRow,
  level: { top: number; bottom: number },
  tag: 'td' | 'th',
  sides: Side[],
  edges: number[],
  b: Building,
  make: MakeNode,
): BoxNode {
  const rule = row.rule && heightOf(row.rule.rect);
  const cells = row.cells.map((cell, c) => {
    const rect = { left: edges[c]!, right: edges[c + 1]!, top: level.top, bottom: level.bottom };
    const node = cellNode(cell, rect, tag, sides[c]!, rule ?? 0, b, make);
    if (row.rule) node.border = { bottom: { width: round(rule!), style: 'solid', color: ruleColor(row.rule) } };
    return node;
  });
  const node = partNode({ left: edges[0]!, right: edges.at(-1)!, top: level.top, bottom: level.bottom }, b, 'tr');
  return { ...node, ...(row.frame?.shape.fill && { fill: row.frame.shape.fill }), children: cells };
}

function ruleColor(rule: RuleBlock): string {
  const { fill, border } = rule.shape;
  return fill?.kind === 'solid' ? fill.color : (Object.values(border ?? {})[0]?.color ?? '#dddddd');
}

function cellNode(
  cell: Block,
  rect: Rect,
  tag: 'td' | 'th',
  side: Side,
  rule: number,
  b: Building,
  make: MakeNode,
): BoxNode {
  const content = make(cell, { left: cell.rect.left, right: cell.rect.right });
  const top = Math.max(0, round(cell.rect.top) - rect.top);
  const bottom = Math.max(0, rect.bottom - round(rule) - round(cell.rect.bottom));
  const left = side === 'left' ? Math.max(0, round(cell.rect.left - rect.left)) : 0;
  const right = side === 'right' ? Math.max(0, round(rect.right - cell.rect.right)) : 0;
  if (content.kind === 'text')
    content.look = { ...content.look, align: isWrapped(cell) ? (cell as TextBlock).align : side };
  return {
    ...baseOf(rect, b),
    kind: 'box',
    tag,
    layout: {
      kind: 'column',
      gap: 0,
      align: side === 'left' ? 'start' : side === 'right' ? 'end' : 'center',
      justify: 'start',
    },
    padding: { top, right, bottom, left },
    children: [content],
  };
}

const isWrapped = (cell: Block) => cell.kind === 'text' && cell.lines.length > 1;
