/** The walk that all targets share: a Design becomes a tree of styled elements, each Design node one element. */
import type { BoxNode, Design, Node } from '../layout/design.ts';
import type { Fill } from '../vision/scene.ts';
import { boxAttributes } from './box-attributes.ts';
import type { Asset, Place, Walk } from './context.ts';
import { controlElement } from './controls.ts';
import { decorate, fillStyle } from './decoration.ts';
import { px, type Element, type Style } from './element.ts';
import { containerStyle, flowOf, isCell, needsInner } from './flow.ts';
import { foldedStyle, foldedText, settleHeight } from './fold.ts';
import { bodyStyle, lookStyle } from './look.ts';
import { iconElement, imageElement } from './media.ts';
import { placement } from './placement.ts';
import { boxRole, headingOf, textOfNode } from './roles.ts';
import { tagsOf } from './structure.ts';
import { listAndTable, readColumns, scrolling } from './tables.ts';
import { runsOf, textElement } from './texts.ts';
import type { TracedIcon } from './trace.ts';
import { slug, unique } from './words.ts';

export interface Page {
  root: Element;
  assets: Asset[];
  background: Fill;
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
