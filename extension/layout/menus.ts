/** Boxes below or beside each other that hold one short text each: the entries of a menu, to be pressed. */
import type { BoxNode, Node } from './design.ts';
import { baseOf, NO_EDGES, round, type Building } from './nodes.ts';
import { heightOf, insideBorder, rectOf, unionOf, type Rect } from './geometry.ts';
import { nodesIn, textsOf, wordsOf } from './tree.ts';

const LONGEST_ENTRY = 40;
/** CSS px. */
const ENTRY_HEIGHT = { least: 24, most: 72 };
/** Entries of one menu are equally high, to this many CSS px. */
const EQUAL = 4;
const FEWEST_RULED = 3;

export function findMenus(root: BoxNode, b: Building): void {
  for (const { node } of nodesIn(root)) {
    if (node.kind !== 'box' || node.tag !== 'div') continue;
    linkDrawnEntries(node, b.scale);
    linkRuledEntries(node, b);
  }
}

/** Whether it says one short thing and holds nothing else but icons. */
function isEntry(node: Node): boolean {
  const parts = [...nodesIn(node)].map((n) => n.node);
  if (parts.some((n) => n.kind === 'control' || n.kind === 'image' || (n.kind === 'box' && n.tag !== 'div')))
    return false;
  const [text, ...others] = textsOf(node);
  if (!text || others.length || text.lines.length !== 1) return false;
  const words = wordsOf(text);
  return words.length <= LONGEST_ENTRY && /\p{L}/u.test(words) && !/[.:,]$/.test(words);
}

const heightIn = (node: Node, scale: number) => node.source.height / scale;

function isDrawnEntry(node: Node, scale: number): node is BoxNode {
  if (node.kind !== 'box' || node.tag !== 'div' || node.overlay || !(node.fill ?? node.border)) return false;
  const height = heightIn(node, scale);
  return height >= ENTRY_HEIGHT.least && height <= ENTRY_HEIGHT.most && isEntry(node);
}

/** Two or more entries in a row or column, each with a fill or border of its own; one alone is a button if it looks like one. */
function linkDrawnEntries(box: BoxNode, scale: number): void {
  let run: BoxNode[] = [];
  const close = () => {
    const [first] = run;
    if (run.length > 1) for (const entry of run) entry.tag = 'a';
    else if (first && looksLikeButton(first, box, scale)) first.tag = 'button';
    run = [];
  };
  for (const child of box.children) {
    if (!isDrawnEntry(child, scale)) {
      close();
      continue;
    }
    if (run[0] && Math.abs(heightIn(run[0], scale) - heightIn(child, scale)) > EQUAL) close();
    run.push(child);
  }
  close();
}

/** CSS px; bars that reach across a page hold titles. */
const WIDEST_BUTTON = 640;
/** Share of a button's size by which its text may be off its middle. */
const OFF_CENTRE = 0.06;
const LARGEST_BUTTON_TEXT = 24;

/** A text in the middle of a box whose fill is not its surroundings'. */
function looksLikeButton(entry: BoxNode, around: BoxNode, scale: number): boolean {
  const { source, fill } = entry;
  const text = textsOf(entry)[0]!;
  if (fill?.kind !== 'solid' || (around.fill?.kind === 'solid' && around.fill.color === fill.color)) return false;
  if (source.width > WIDEST_BUTTON * scale || (text.look.size ?? 16) > LARGEST_BUTTON_TEXT) return false;
  const x = text.source.x + text.source.width / 2 - source.x - source.width / 2;
  const y = text.source.y + text.source.height / 2 - source.y - source.height / 2;
  return Math.abs(x) <= OFF_CENTRE * source.width && Math.abs(y) <= 2 * OFF_CENTRE * source.height;
}

/** A framed column of entries with rules between them: each entry takes the room between its rules, and the upper rule. */
function linkRuledEntries(box: BoxNode, b: Building): void {
  if (box.layout.kind !== 'column' || !(box.border ?? box.fill)) return;
  const entries = box.children.filter((_, i) => i % 2 === 0);
  const rules = box.children.filter((_, i) => i % 2 === 1);
  if (entries.length < FEWEST_RULED || rules.length !== entries.length - 1) return;
  if (!rules.every((n): n is BoxNode => n.kind === 'box' && n.tag === 'hr' && n.fill?.kind === 'solid')) return;
  if (!entries.every(isEntry)) return;
  const inner = insideBorder(rectOf(box.source, b.scale), box.border);
  const lines = rules.map((rule) => rectOf(rule.source, b.scale));
  box.children = entries.map((entry, i) => {
    const [above, below] = [lines[i - 1], lines[i]];
    const rect = { ...inner, top: above?.top ?? inner.top, bottom: below?.top ?? inner.bottom };
    const row = rowAround(entry, rect, above ? heightOf(above) : 0, b);
    const color = rules[i - 1]?.fill;
    if (above && color?.kind === 'solid')
      row.border = { top: { width: round(heightOf(above)), style: 'solid', color: color.color } };
    if (box.fill) row.fill = box.fill;
    return row;
  });
  box.padding = { ...NO_EDGES };
  box.layout = { kind: 'column', gap: 0, align: 'stretch', justify: 'start' };
}

/** A link of a row's size around its entry. */
function rowAround(entry: Node, rect: Rect, borderTop: number, b: Building): BoxNode {
  const plain = entry.kind === 'box' && !entry.fill && !entry.border;
  const inside = unionOf(
    [...nodesIn(entry)].filter(({ node }) => node.kind !== 'box').map(({ node }) => rectOf(node.source, b.scale)),
  );
  const row: BoxNode = {
    ...baseOf(rect, b),
    kind: 'box',
    tag: 'a',
    layout: plain ? entry.layout : { kind: 'column', gap: 0, align: 'start', justify: 'center' },
    padding: {
      top: Math.max(0, round(inside.top - rect.top - borderTop)),
      right: Math.max(0, round(rect.right - inside.right)),
      bottom: Math.max(0, round(rect.bottom - inside.bottom)),
      left: Math.max(0, round(inside.left - rect.left)),
    },
    children: plain ? entry.children : [entry],
  };
  row.width = { kind: 'fill' };
  entry.margin = { ...NO_EDGES };
  row.padding.right = Math.min(row.padding.right, row.padding.left);
  return row;
}
