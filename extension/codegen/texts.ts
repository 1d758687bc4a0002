/** Texts and their inline runs. */
import type { TextLook, TextNode } from '../layout/design.ts';
import { px, type Child, type Element } from './element.ts';
import { flowOf } from './flow.ts';
import { lookStyle, type Inherited } from './look.ts';
import { placement } from './placement.ts';
import { textOfNode, textRole } from './roles.ts';
import type { Place, Walk } from './context.ts';
import { plainHeading } from './tables.ts';
import { slug } from './words.ts';

/** Share of its room that a line may take before a slightly wider font could break it. */
const TIGHT = 0.9;

export function textElement(context: Walk, node: TextNode, place: Place): Element {
  const tag = context.tags.get(node.id) ?? 'span';
  const { style: look, now } = lookStyle(node.look, place.inherited, true);
  const style = placement(node, place.parent, context.design.scale);
  for (const [key, value] of look) style.set(key, value);
  const cellWidth = context.cellWidths.get(node.id);
  if (cellWidth !== undefined) style.set('width', px(cellWidth));
  const { parent } = place;
  if (parent && flowOf(parent) === 'cell' && INLINE.has(tag) && parent.children.length > 1)
    style.set('display', 'block');
  if (tag === 'pre') {
    if (node.nowrap) style.set('overflow-x', 'auto');
  } else if (node.nowrap && mayWrap(node, place, context.design.scale))
    style.set('white-space', 'nowrap').set('narrow/white-space', 'normal');
  if (now.look.size > LARGE) style.set('narrow/font-size', `${LARGE_NARROW}px`).set('narrow/line-height', '1.2');
  const element: Element = {
    kind: 'element',
    nodes: [node.id],
    tag,
    attributes: textAttributes(context, node, tag),
    style,
    role: textRole(node, tag, place.inNav),
    scope: place.scope,
    slug: slug(textOfNode(node)),
    children: runsOf(context, node, now, place),
    inline: true,
  };
  const column = context.columnNames.get(node.id);
  if (column) element.prop = column;
  if (tag === 'th') plainHeading(style, now);
  if ((tag === 'pre' || tag === 'code') && now.absolute) style.set('font-family', now.look.family);
  if (RTL.test(textOfNode(node))) {
    element.attributes.set('dir', 'rtl');
    style.set('text-align', now.look.align);
  }
  return element;
}

const INLINE = new Set(['span', 'a', 'label', 'code', 'button']);

/** Type of more CSS px than this is set smaller on a narrow page. */
const LARGE = 36;
const LARGE_NARROW = 32;

/** First strong character is Hebrew, Arabic or of another right-to-left script. */
const RTL = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether it stands so close to its room's end that it must be told not to wrap. */
function mayWrap(node: TextNode, place: Place, scale: number): boolean {
  const own = node.source.width / scale;
  if (node.width.kind === 'fixed') return own > node.width.px * TIGHT;
  const { parent } = place;
  if (!parent) return false;
  if (parent.layout.kind === 'row') {
    const taken = parent.children.reduce((sum, child) => sum + child.source.width / scale, 0);
    const gaps = parent.layout.gap * (parent.children.length - 1);
    return parent.width.kind === 'fixed' || parent.width.kind === 'fill' || parent.grow > 0
      ? taken + gaps > place.room * TIGHT
      : false;
  }
  if (parent.layout.kind === 'grid') return own > (place.room / parent.layout.columns.length) * TIGHT;
  return parent.width.kind !== 'hug' && own > place.room * TIGHT;
}

function textAttributes(context: Walk, node: TextNode, tag: string): Map<string, string | true> {
  const attributes = new Map<string, string | true>();
  if (tag === 'a') attributes.set('href', '#');
  if (tag === 'a' && node.state?.current) attributes.set('aria-current', 'page');
  if (tag === 'button') attributes.set('type', 'button');
  if (tag === 'button' && node.state?.disabled) attributes.set('disabled', true);
  if (tag === 'button' && node.state?.selected) attributes.set('aria-pressed', 'true');
  if (tag === 'th') attributes.set('scope', 'col');
  const control = tag === 'label' && node.for ? context.controlIds.get(node.for) : undefined;
  if (control) attributes.set('for', control);
  return attributes;
}

/** A text's runs as children: plain text, and an element for each run that is more than that. */
export function runsOf(context: Walk, node: TextNode, now: Inherited, place: Place): Child[] {
  const tag = context.tags.get(node.id) ?? 'span';
  const children: Child[] = [];
  const last = node.runs.length - 1;
  node.runs.forEach((run, i) => {
    if (run.tag === 'break') {
      children.push(plainElement('br', []));
      return;
    }
    const edge = {
      start: i === 0 || node.runs[i - 1]?.tag === 'break',
      end: i === last || node.runs[i + 1]?.tag === 'break',
    };
    const text = tag === 'pre' ? run.text : visible(run.text, edge);
    if (text === '') return;
    const linked = run.tag === 'a' && (place.interactive || tag === 'a' || tag === 'button');
    const own = linked || (run.tag === 'code' && tag === 'code') ? 'span' : run.tag;
    const { style } = lookStyle(
      run.look,
      now,
      true,
      givenBy(own, now) ?? { underline: now.look.underline, strike: now.look.strike },
    );
    // Preflight has a family of its own for code.
    if (own === 'code' && now.absolute) style.set('font-family', run.look.family ?? now.look.family);
    if ((own === 'text' || own === 'span') && style.size === 0) {
      const before = children.at(-1);
      if (before?.kind === 'text') before.text += text;
      else children.push({ kind: 'text', text });
      return;
    }
    const element = plainElement(own === 'text' ? 'span' : own, [{ kind: 'text', text }]);
    element.style = style;
    element.scope = place.scope;
    element.slug = slug(text);
    element.role = own === 'a' ? 'link' : own === 'text' || own === 'span' ? 'text-run' : own;
    if (own === 'a') element.attributes.set('href', '#');
    children.push(element);
  });
  return children;
}

/** What the browser's own style sheet gives a tag. */
function givenBy(tag: string, { look }: Inherited): Partial<TextLook> | undefined {
  if (tag === 'em') return { italic: true };
  // `bolder`, CSS Fonts 4, section 2.2.1.
  if (tag === 'strong') return { weight: look.weight < 350 ? 400 : look.weight < 550 ? 700 : 900 };
  return undefined;
}

/** A text as HTML shows it: white space is single, none at the ends of a line, control characters nowhere. */
export function visible(text: string, edge = { start: true, end: true }): string {
  let clean = text
    .toWellFormed()
    .replace(CONTROLS, '')
    .replace(/[ \t\r\n\f]+/g, ' ');
  if (edge.start) clean = clean.replace(/^ /, '');
  if (edge.end) clean = clean.replace(/ $/, '');
  return clean;
}

const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g;

function plainElement(tag: string, children: Child[]): Element {
  return {
    kind: 'element',
    nodes: [],
    tag,
    attributes: new Map(),
    style: new Map(),
    role: tag,
    scope: '',
    slug: '',
    children,
    inline: true,
  };
}
