/** Attributes of boxes: where links lead, states, and the names that assistive technology reads out. */
import type { BoxNode, Node } from '../layout/design.ts';
import type { Walk } from './context.ts';
import { headingOf, textOfNode } from './roles.ts';

export function boxAttributes(context: Walk, box: BoxNode, tag: string): Map<string, string | true> {
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
