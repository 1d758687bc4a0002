/** The walk that all targets share: a Design becomes a tree of styled elements, each Design node one element. */
import type { BoxNode, Design, IconNode, ImageNode, Node, TextNode } from '../layout/design.ts';
import type { Box, Fill } from '../vision/scene.ts';
import { controlElement } from './controls.ts';
import { decorate, fillStyle } from './decoration.ts';
import { px, type Child, type Element, type Style } from './element.ts';
import { cellStyle, containerStyle, flowOf, isCell, needsInner } from './flow.ts';
import { bodyStyle, lookStyle, type Inherited } from './look.ts';
import { placement } from './placement.ts';
import { boxRole, headingOf, textOfNode } from './roles.ts';
import { tagsOf } from './structure.ts';
import { textElement, foldedText, runsOf } from './texts.ts';
import type { TracedIcon } from './trace.ts';
import { slug, unique } from './words.ts';

/** A picture to be cut from the screenshot: `crop` is in image pixels. */
export interface Asset {
  /** Relative to the output folder: `assets/logo.png`. */
  path: string;
  crop: Box;
}

export interface Page {
  root: Element;
  assets: Asset[];
  background: Fill;
}

/** What the walk knows at a place in the tree. */
export interface Place {
  inherited: Inherited;
  parent: BoxNode | undefined;
  scope: string;
  inNav: boolean;
  /** Within a link or button, where no other may stand. */
  interactive: boolean;
  /** Name of the repeated thing that the node is an instance of. */
  instance?: string;
  /** CSS px that the parent's content box is wide. */
  room: number;
}

export interface Walk {
  design: Design;
  tags: Map<string, string>;
  icons: ReadonlyMap<string, TracedIcon>;
  /** DOM ids, by control node. */
  controlIds: Map<string, string>;
  /** Controls that a label names. */
  labelled: Set<string>;
  takenNames: Set<string>;
  assets: Asset[];
  landmarks: Map<string, number>;
  /** CSS px, by cell: widths of a table's columns, on the cells of its first row. */
  cellWidths: Map<string, number>;
  /** What a cell's column is called, by the cell and by the only text in it. */
  columnNames: Map<string, string>;
}

/**
 * @param icons traced paths by icon node; icons without one are cut as pictures.
 * @param absoluteLeading line heights in px (see `Inherited`), else as factors where they are.
 */
export function walk(design: Design, icons: ReadonlyMap<string, TracedIcon>, absoluteLeading: boolean): Page {
  const context: Walk = {
    design,
    tags: tagsOf(design),
    icons,
    controlIds: new Map(),
    labelled: new Set(),
    takenNames: new Set(),
    assets: [],
    landmarks: new Map(),
    cellWidths: new Map(),
    columnNames: new Map(),
  };
  nameControls(design.root, context);
  const body = bodyStyle(design.text, absoluteLeading);
  for (const [key, value] of fillStyle(design.background)) body.style.set(key, value);
  const root = boxElement(context, design.root, {
    inherited: body.now,
    parent: undefined,
    scope: '',
    inNav: false,
    interactive: false,
    room: design.viewport.width,
  });
  const height = design.root.height;
  if (height.kind === 'fixed' || height.kind === 'min')
    root.style.set('min-height', SCREEN_HEIGHTS.has(Math.round(height.px)) ? '100vh' : px(height.px));
  // A gradient spans the page, and would start again below a page shorter than the window.
  if (design.background.kind !== 'solid' && !root.style.has('min-height')) body.style.set('min-height', '100vh');
  if (root.tag === 'body') {
    root.style = new Map([...body.style, ...root.style]);
    return { root, assets: context.assets, background: design.background };
  }
  const outer: Element = {
    kind: 'element',
    nodes: [],
    tag: 'body',
    attributes: new Map(),
    style: body.style,
    role: 'page',
    scope: '',
    slug: '',
    children: [root],
    inline: false,
  };
  return { root: outer, assets: context.assets, background: design.background };
}

/** Heights in CSS px of usual screens and browser windows: such a picture shows one screen, any other a page scrolled through. */
const SCREEN_HEIGHTS = new Set([
  568, 600, 640, 667, 720, 736, 768, 780, 800, 812, 844, 852, 896, 900, 915, 932, 960, 1024, 1050, 1080, 1200, 1440,
]);

/** Labels come before or after their controls: ids are given out before the walk. */
function nameControls(root: BoxNode, context: Walk): void {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  const visit = (node: Node): void => {
    if (node.kind === 'text' && node.for) names.set(node.for, textOfNode(node));
    if (node.kind === 'box') node.children.forEach(visit);
  };
  visit(root);
  const number = (node: Node): void => {
    if (node.kind === 'control') {
      const label = names.get(node.id);
      if (label !== undefined) context.labelled.add(node.id);
      context.controlIds.set(
        node.id,
        unique(slug(label || node.label || node.placeholder || '') || node.control, taken),
      );
    }
    if (node.kind === 'box') node.children.forEach(number);
  };
  number(root);
}

export function nodeElement(context: Walk, node: Node, place: Place): Element {
  switch (node.kind) {
    case 'box':
      return boxElement(context, node, place);
    case 'text':
      return textElement(context, node, place);
    case 'image':
      return imageElement(context, node, place);
    case 'icon':
      return iconElement(context, node, place);
    case 'control':
      return controlElement(context, node, place);
  }
}

function boxElement(context: Walk, box: BoxNode, place: Place): Element {
  const { scale } = context.design;
  const tag = context.tags.get(box.id) ?? 'div';
  const role = boxRole(box, tag, place, scale);
  const folded = foldedText(box, tag);
  const look = folded ? { ...box.text, ...folded.look } : (box.text ?? {});
  const { style: text, now } = lookStyle(look, place.inherited, Boolean(folded));
  const style: Style = new Map([...placement(box, place.parent, scale)]);
  const container = folded
    ? foldedStyle(box, folded, scale)
    : containerStyle(box, scale, place.room >= context.design.viewport.width - 1);
  const inner = folded ? undefined : innerStyle(box, tag, container, place);
  for (const part of [container, decorate(box), text]) for (const [key, value] of part) style.set(key, value);
  if (folded) settleHeight(box, folded, style, now);
  const element: Element = {
    kind: 'element',
    nodes: folded ? [box.id, folded.id] : [box.id],
    tag,
    attributes: boxAttributes(context, box, tag),
    style,
    role: role.role,
    block: role.block,
    scope: place.scope,
    slug: slug(headingOf(box) || (folded ? textOfNode(folded) : (box.label ?? ''))),
    children: [],
    inline: Boolean(folded),
  };
  const column = context.columnNames.get(folded ? folded.id : box.id);
  if (column) element.prop = column;
  if (folded) {
    listAndTable(context, box, tag, element, now);
    element.children = runsOf(context, folded, now, place);
    return element;
  }
  listAndTable(context, box, tag, element, now);
  if (tag === 'table') readColumns(context, box);
  const scope = role.block ? role.role : place.scope;
  const sides = box.padding.left + box.padding.right;
  const room = (box.width.kind === 'fixed' ? box.width.px : box.source.width / scale) - sides;
  const repeat = box.repeat && box.repeat.count > 1 ? box.repeat : undefined;
  const children = box.children.map((child, i) => {
    const instance = repeat && i >= repeat.from && i < repeat.from + repeat.count ? repeat.name : undefined;
    return nodeElement(context, child, {
      inherited: now,
      parent: box,
      scope,
      inNav: place.inNav || tag === 'nav',
      interactive: place.interactive || tag === 'a' || tag === 'button',
      room,
      ...(instance ? { instance } : {}),
    });
  });
  if (repeat) element.repeat = repeat;
  if (!inner) element.children = children;
  else element.children = [innerElement(element, inner, children, scope)];
  if (element.repeat && inner) delete element.repeat;
  return tag === 'table' ? scrolling(element, place) : element;
}

/** Takes what lays out a cell's content out of `container`, for the box inside that it needs. */
function innerStyle(box: BoxNode, tag: string, container: Style, place: Place): Style | undefined {
  const marked = tag === 'li' && place.parent?.marker !== undefined && place.parent.marker !== 'none';
  const apart = isCell(box) && (tag === 'td' || tag === 'th') ? needsInner(box) : marked && flowOf(box) !== 'block';
  if (!apart) return undefined;
  const inner: Style = new Map();
  for (const [key, value] of container) {
    if (/padding|vertical-align/.test(key)) continue;
    inner.set(key, value);
    container.delete(key);
  }
  return inner;
}

function innerElement(outer: Element, style: Style, children: Element[], scope: string): Element {
  const inner: Element = {
    kind: 'element',
    nodes: [],
    tag: 'div',
    attributes: new Map(),
    style,
    role: `${outer.role}-content`,
    scope,
    slug: outer.slug,
    children,
    inline: false,
  };
  if (outer.repeat) inner.repeat = outer.repeat;
  return inner;
}

/** Wide tables scroll in a box of their own, so that the page doesn't. It takes over the table's place in the flow. */
function scrolling(table: Element, place: Place): Element {
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

function listAndTable(context: Walk, box: BoxNode, tag: string, element: Element, now: Inherited): void {
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
function readColumns(context: Walk, table: BoxNode): void {
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

function boxAttributes(context: Walk, box: BoxNode, tag: string): Map<string, string | true> {
  const attributes = new Map<string, string | true>();
  if (tag === 'a') attributes.set('href', '#');
  if (tag === 'button') attributes.set('type', 'button');
  if (tag === 'button' && box.state?.disabled) attributes.set('disabled', true);
  if (tag === 'a' && box.state?.current) attributes.set('aria-current', 'page');
  if (tag === 'button' && box.state?.selected) attributes.set('aria-pressed', 'true');
  if (tag === 'dialog') attributes.set('aria-label', box.label || headingOf(box) || 'Dialog');
  const named = box.label && /^(nav|aside|header|footer|form|section|a|button|ul|ol|table)$/.test(tag);
  if (named) attributes.set('aria-label', box.label!);
  else if ((tag === 'a' || tag === 'button') && !saysSomething(box))
    attributes.set('aria-label', tag === 'a' ? 'Link' : 'Button');
  if (tag === 'nav' || tag === 'aside') distinguish(context, box, tag, attributes);
  return attributes;
}

/** Landmarks of one kind need names that tell them apart. */
function distinguish(context: Walk, box: BoxNode, tag: string, attributes: Map<string, string | true>): void {
  const count = [...context.tags.values()].filter((other) => other === tag).length;
  const name = box.label || headingOf(box);
  if (count < 2 && !name) return;
  const base = name || (tag === 'nav' ? 'Navigation' : 'Sidebar');
  const key = `${tag} ${base}`;
  const n = (context.landmarks.get(key) ?? 0) + 1;
  context.landmarks.set(key, n);
  attributes.set('aria-label', n === 1 ? base : `${base} ${n}`);
}

function saysSomething(node: Node): boolean {
  if (node.kind === 'text') return textOfNode(node).trim() !== '';
  if (node.kind === 'image') return node.alt !== '';
  if (node.kind === 'icon') return node.label !== '';
  return node.kind === 'box' && node.children.some(saysSomething);
}

/** How a box lays out the one line of text it holds directly. */
function foldedStyle(box: BoxNode, text: TextNode, scale: number): Style {
  const style: Style = new Map();
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const padding = box.padding[side] + text.margin[side];
    if (px(padding) !== '0') style.set(`padding-${side}`, px(padding));
  }
  const { layout } = box;
  const centred =
    (layout.kind === 'row' && layout.justify === 'center') ||
    (layout.kind === 'column' && layout.align === 'center' && text.width.kind !== 'fill');
  const ends =
    (layout.kind === 'row' && layout.justify === 'end') || (layout.kind === 'column' && layout.align === 'end');
  const free = box.width.kind !== 'hug' || isCell(box);
  if (free && centred) style.set('text-align', 'center');
  else if (free && ends) style.set('text-align', 'right');
  cellStyle(box, style, scale);
  return style;
}

/** A height that text and padding make anyway isn't declared; one that is more than that centres its text. */
function settleHeight(box: BoxNode, text: TextNode, style: Style, now: Inherited): void {
  if (box.height.kind === 'hug') return;
  const border = (box.border?.top?.width ?? 0) + (box.border?.bottom?.width ?? 0);
  const padding = box.padding.top + box.padding.bottom + text.margin.top + text.margin.bottom;
  const own = Math.max(1, text.lines.length) * now.look.lineHeight + padding + border;
  if ('px' in box.height && Math.abs(box.height.px - own) < 0.5) {
    style.delete('min-height');
    style.delete('height');
    return;
  }
  const { layout } = box;
  const middle =
    (layout.kind === 'row' && layout.align === 'center') || (layout.kind === 'column' && layout.justify === 'center');
  if (!middle || isCell(box) || box.tag === 'button') return;
  style.set('display', 'flex');
  style.set('align-items', 'center');
  const align = style.get('text-align') ?? now.look.align;
  style.delete('text-align');
  if (align === 'center') style.set('justify-content', 'center');
  if (align === 'right') style.set('justify-content', 'flex-end');
}

function imageElement(context: Walk, node: ImageNode, place: Place): Element {
  const { scale } = context.design;
  const style = new Map([...placement(node, place.parent, context.design.scale), ...decorate(node)]);
  const width = Math.round(node.crop.width / scale);
  const height = Math.round(node.crop.height / scale);
  const element: Element = {
    kind: 'element',
    nodes: [node.id],
    tag: 'img',
    attributes: new Map(),
    style,
    role: 'image',
    scope: place.scope,
    slug: slug(node.alt),
    children: [],
    inline: false,
  };
  if (node.solid) {
    element.tag = 'div';
    element.role = 'placeholder';
    element.attributes.set('role', 'img').set('aria-label', node.alt || 'Image');
    style.set('background-color', node.solid);
    if (!style.has('height') && node.height.kind !== 'fill') style.set('height', px(node.crop.height / scale));
    if (!style.has('width') && !style.has('flex') && node.width.kind !== 'fill')
      style.set('width', px(node.crop.width / scale));
    return element;
  }
  const path = asset(context, node.alt || place.scope || 'image', node.crop);
  element.attributes.set('src', path).set('alt', node.alt).set('width', String(width)).set('height', String(height));
  const same = (key: string, length: number): boolean =>
    style.get(key) === px(length) || style.get(key) === `${length}px`;
  if (same('width', width) && same('height', height)) {
    style.delete('width');
    style.delete('height');
  } else if (style.has('width') || style.has('height') || style.has('flex')) style.set('object-fit', 'cover');
  return element;
}

function asset(context: Walk, name: string, crop: Box): string {
  const path = `assets/${unique(slug(name) || 'image', context.takenNames)}.png`;
  context.assets.push({ path, crop });
  return path;
}

function iconElement(context: Walk, node: IconNode, place: Place): Element {
  const { scale } = context.design;
  const style = placement(node, place.parent, context.design.scale);
  const width = node.crop.width / scale;
  const height = node.crop.height / scale;
  style.delete('width');
  style.delete('height');
  const traced = context.icons.get(node.id);
  const element: Element = {
    kind: 'element',
    nodes: [node.id],
    tag: 'svg',
    attributes: new Map(),
    style,
    role: 'icon',
    scope: place.scope,
    slug: slug(node.label),
    children: [],
    inline: false,
  };
  const size = (length: number): string => String(Math.round(length * 100) / 100);
  if (!traced) {
    element.tag = 'img';
    element.attributes
      .set('src', asset(context, `${node.label || place.scope}-icon`, node.crop))
      .set('alt', node.label);
    element.attributes.set('width', size(width)).set('height', size(height));
    return element;
  }
  element.attributes.set('viewBox', `0 0 ${traced.width} ${traced.height}`);
  element.attributes
    .set('width', size(width))
    .set('height', size(height))
    .set('fill', 'currentColor')
    .set('fill-rule', 'evenodd');
  if (node.label) element.attributes.set('role', 'img').set('aria-label', node.label);
  else element.attributes.set('aria-hidden', 'true');
  if (node.color !== place.inherited.look.color) style.set('color', node.color);
  const d: Child = {
    kind: 'element',
    nodes: [],
    tag: 'path',
    attributes: new Map([['d', traced.path]]),
    style: new Map(),
    role: 'path',
    scope: place.scope,
    slug: '',
    children: [],
    inline: false,
  };
  element.children.push(d);
  return element;
}
