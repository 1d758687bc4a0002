/** Tables and lists: what their tags need beside a box's own style. */
import type { BoxNode, Node, TextNode } from '../layout/design.ts';
import type { Place, Walk } from './context.ts';
import { px, type Element, type Style } from './element.ts';
import type { Inherited } from './look.ts';
import { textOfNode } from './roles.ts';
import { slug } from './words.ts';

/** Wide tables scroll in a box of their own, so that the page doesn't. It takes over the table's place in the flow. */
export function scrolling(table: Element, place: Place): Element {
  const style: Style = new Map();
  for (const [key, value] of table.style) {
    if (
      !/^(narrow\/)?(margin|flex|width|min-width|max-width|align-self|justify-self|position|top$|left$|right$|bottom$)/.test(
        key,
      )
    )
      continue;
    style.set(key, value);
    table.style.delete(key);
  }
  style.set('overflow-x', 'auto');
  table.style.set('width', '100%');
  return {
    kind: 'element',
    nodes: [],
    tag: 'div',
    attributes: new Map(),
    style,
    role: 'table-scroll',
    scope: place.scope,
    slug: '',
    children: [table],
    inline: false,
  };
}

export function listAndTable(context: Walk, box: BoxNode, tag: string, element: Element, now: Inherited): void {
  if ((tag === 'ul' || tag === 'ol') && box.marker && box.marker !== 'none')
    element.style.set('list-style-type', box.marker);
  if (tag === 'table' && box.layout.kind === 'table' && box.layout.columns) element.style.set('table-layout', 'fixed');
  if (tag === 'th') element.attributes.set('scope', 'col');
  if (tag === 'th') plainHeading(element.style, now);
  const width = context.cellWidths.get(box.id);
  if (width !== undefined) element.style.set('width', px(width));
}

/** Browsers make heading cells bold and centred: they say themselves what they are. */
export function plainHeading(style: Style, { look }: Inherited): void {
  style.set('font-weight', String(look.weight));
  if (!style.has('text-align')) style.set('text-align', look.align);
}

/** Widths and names of a table's columns: in its first row, each cell declares its column's width. */
export function readColumns(context: Walk, table: BoxNode): void {
  const columns = table.layout.kind === 'table' ? (table.layout.columns ?? []) : [];
  const [head, ...rows] = rowsOf(table);
  if (!head) return;
  head.children.forEach((cell, i) => {
    if (columns[i] !== undefined && head.children.length === columns.length)
      context.cellWidths.set(cell.id, columns[i]);
  });
  const names = head.children.map((cell) => slug(textsIn(cell).map(textOfNode).join(' '), 2));
  for (const row of rows) {
    if (row.children.length !== names.length) continue;
    row.children.forEach((cell, i) => {
      const texts = textsIn(cell);
      if (names[i] && texts.length === 1) context.columnNames.set(cell.id, names[i]).set(texts[0]!.id, names[i]);
    });
  }
}

function rowsOf(box: BoxNode): BoxNode[] {
  return box.children.flatMap((child) => (child.kind !== 'box' ? [] : child.tag === 'tr' ? [child] : rowsOf(child)));
}

function textsIn(node: Node): TextNode[] {
  return node.kind === 'text' ? [node] : node.kind === 'box' ? node.children.flatMap(textsIn) : [];
}
