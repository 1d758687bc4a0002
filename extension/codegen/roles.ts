/** What a node is, in a word: the base of class names, component names and props. */
import type { BoxNode, ControlNode, Node, TextNode } from '../layout/design.ts';
import { kebab, slug } from './words.ts';

/** Roles that other names are formed with: `card-title`. */
export interface Role {
  role: string;
  /** It is the scope of the names below it. */
  block: boolean;
}

const BY_TAG: Record<string, string> = {
  body: 'page',
  header: 'header',
  nav: 'nav',
  main: 'main',
  aside: 'sidebar',
  footer: 'footer',
  form: 'form',
  dialog: 'dialog',
  fieldset: 'fieldset',
  figure: 'figure',
  table: 'table',
  thead: 'table-head',
  tbody: 'table-body',
  tr: 'row',
  td: 'cell',
  th: 'heading-cell',
  ul: 'list',
  ol: 'list',
  li: 'item',
  hr: 'divider',
  label: 'field',
};

const BLOCK_TAGS = new Set(['header', 'nav', 'aside', 'footer', 'form', 'dialog', 'fieldset', 'figure', 'table']);

export function boxRole(
  box: BoxNode,
  tag: string,
  { instance, inNav }: { instance?: string; inNav: boolean },
  scale: number,
): Role {
  if (tag === 'a' && inNav) return { role: 'nav-link', block: false };
  if (instance && !/^(tr|td|th|li)$/.test(tag)) return { role: kebab(instance), block: true };
  if (tag === 'li' && instance && !/^(item|list-item)$/.test(kebab(instance)))
    return { role: kebab(instance), block: true };
  if (tag === 'a' || tag === 'button')
    return { role: isDrawn(box) || tag === 'button' ? 'button' : 'link', block: false };
  if (tag === 'section' || tag === 'article') return { role: slug(headingOf(box), 2) || tag, block: true };
  const byTag = BY_TAG[tag];
  if (byTag) return { role: byTag, block: BLOCK_TAGS.has(tag) };
  return divRole(box, scale);
}

function isDrawn(box: BoxNode): boolean {
  return Boolean(box.fill) || Object.keys(box.border ?? {}).length >= 3;
}

/** CSS px: lower boxes of one text with a ground of their own are badges, not cards. */
const BADGE_HEIGHT = 40;
const THIN = 4;

function divRole(box: BoxNode, scale: number): Role {
  const { children } = box;
  const height = box.source.height / scale;
  const width = box.source.width / scale;
  if (children.length === 0) return { role: height <= THIN || width <= THIN ? 'divider' : 'shape', block: false };
  if (isDrawn(box) || box.shadow) {
    const small = height <= BADGE_HEIGHT && children.length === 1;
    if (small) return { role: children[0]!.kind === 'icon' ? 'icon-box' : 'badge', block: false };
    if (box.shadow || box.border || box.radius) return { role: 'card', block: true };
    return { role: slug(headingOf(box), 2) || 'band', block: true };
  }
  if (children.every(isButton)) return { role: 'actions', block: false };
  if (children.every((child) => child.kind === 'image')) return { role: 'media', block: false };
  if (isField(box)) return { role: 'field', block: false };
  const heading = directHeading(box);
  if (box.layout.kind === 'row' && heading) return { role: 'heading', block: false };
  if (box.layout.kind === 'column' && heading) {
    if (children.length <= 2 && children.every((child) => child.kind === 'text'))
      return { role: 'heading', block: false };
    return { role: slug(textOfNode(heading), 2) || 'content', block: true };
  }
  if (box.children.some((child) => child.kind === 'box' && child.tag === 'main'))
    return { role: 'content', block: false };
  if (box.repeat) return { role: plural(kebab(box.repeat.name)), block: false };
  if (children.every((child) => child.kind === 'text'))
    return { role: box.layout.kind === 'row' ? 'line' : 'text-group', block: false };
  return { role: box.layout.kind === 'grid' ? 'grid' : box.layout.kind === 'row' ? 'row' : 'column', block: false };
}

function isField(box: BoxNode): boolean {
  const controls = box.children.filter((child) => child.kind === 'control').length;
  return controls === 1 && box.children.length <= 3 && box.children.every((child) => child.kind !== 'box');
}

function isButton(node: Node): boolean {
  return (node.kind === 'box' || node.kind === 'text') && node.tag === 'button';
}

export function textRole(node: TextNode, tag: string, inNav: boolean): string {
  if (/^h[1-6]$/.test(tag)) return tag === 'h1' ? 'page-title' : 'title';
  if (tag === 'a') return inNav ? 'nav-link' : 'link';
  if (tag === 'button') return 'button';
  if (tag === 'label' || tag === 'legend') return 'label';
  if (tag === 'th') return 'heading-cell';
  if (tag === 'td') return 'cell';
  if (tag === 'li') return 'item';
  if (tag === 'figcaption') return 'caption';
  if (tag === 'pre' || tag === 'code') return 'code';
  if (/^[\s$€£¥+\-−.,%\d:/kKmMbB]+$/.test(textOfNode(node))) return 'value';
  return node.lines.length > 1 || tag === 'p' ? 'text' : 'label';
}

export function controlRole({ control, native }: ControlNode): string {
  if (
    control === 'checkbox' ||
    control === 'radio' ||
    control === 'switch' ||
    control === 'range' ||
    control === 'progress'
  )
    return control;
  return native
    ? `native-${control === 'textarea' || control === 'select' ? control : 'input'}`
    : control === 'select' || control === 'textarea'
      ? control
      : 'input';
}

export function textOfNode(node: TextNode): string {
  return node.runs.map((run) => (run.tag === 'break' ? ' ' : run.text)).join('');
}

function directHeading(box: BoxNode): TextNode | undefined {
  return box.children.find((child): child is TextNode => child.kind === 'text' && /^h[1-6]$/.test(child.tag));
}

/** Text of the first heading in it, or `''`. */
export function headingOf(box: BoxNode): string {
  for (const child of box.children) {
    if (child.kind === 'text' && /^h[1-6]$/.test(child.tag)) return textOfNode(child);
    const inner = child.kind === 'box' ? headingOf(child) : '';
    if (inner) return inner;
  }
  return '';
}

export function plural(name: string): string {
  if (/(s|x|ch|sh)$/.test(name)) return `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}
