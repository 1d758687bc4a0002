/** Pictures and icons. */
import type { IconNode, ImageNode } from '../layout/design.ts';
import type { Box } from '../vision/scene.ts';
import type { Place, Walk } from './context.ts';
import { decorate } from './decoration.ts';
import { px, type Child, type Element } from './element.ts';
import { placement } from './placement.ts';
import { slug, unique } from './words.ts';

export function imageElement(context: Walk, node: ImageNode, place: Place): Element {
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

export function iconElement(context: Walk, node: IconNode, place: Place): Element {
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
