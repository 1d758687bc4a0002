/** Form controls: native elements, styled where the design draws them otherwise than the browser. */
import type { ControlNode } from '../layout/design.ts';
import { decorate } from './decoration.ts';
import { px, type Child, type Element, type Style } from './element.ts';
import { lookStyle } from './look.ts';
import { placement } from './placement.ts';
import { controlRole } from './roles.ts';
import { visible } from './texts.ts';
import type { Place, Walk } from './context.ts';
import { slug } from './words.ts';

const FIELDS = new Set(['text', 'password', 'email', 'search', 'number', 'date']);

export function controlElement(context: Walk, node: ControlNode, place: Place): Element {
  const style = placement(node, place.parent, context.design.scale);
  const { scale } = context.design;
  const toggle = node.control === 'checkbox' || node.control === 'radio';
  if (!style.has('width') && !style.has('flex') && node.width.kind === 'hug' && !node.native)
    style.set('width', px(node.source.width / scale));
  if (!style.has('height') && node.height.kind === 'hug' && !node.native)
    style.set('height', px(node.source.height / scale));
  if (style.get('flex') !== undefined) style.set('min-width', '0');
  if (node.control === 'switch') switchStyle(node, style, scale);
  else if (node.control === 'progress') progressStyle(node, style);
  else if (toggle || node.control === 'range') {
    if (node.accent) style.set('accent-color', node.accent);
  } else fieldStyle(node, place, style);
  const tag =
    node.control === 'textarea' || node.control === 'select' || node.control === 'progress' ? node.control : 'input';
  const element: Element = {
    kind: 'element',
    nodes: [node.id],
    tag,
    attributes: controlAttributes(context, node, place),
    style,
    role: controlRole(node),
    scope: place.scope,
    slug: slug(node.label || node.placeholder || ''),
    children: [],
    inline: true,
  };
  const value: Child = { kind: 'text', text: visible(node.value ?? node.placeholder ?? '') };
  if (tag === 'textarea' && node.value) element.children = [{ kind: 'text', text: node.value.toWellFormed() }];
  if (tag === 'select') {
    element.inline = false;
    element.children = [
      {
        kind: 'element',
        nodes: [],
        tag: 'option',
        attributes: new Map(),
        style: new Map(),
        role: 'option',
        scope: '',
        slug: '',
        children: [value],
        inline: true,
      },
    ];
  }
  return element;
}

function fieldStyle(node: ControlNode, place: Place, style: Style): void {
  const look = lookStyle(node.look, place.inherited, false);
  const placeholder =
    (FIELDS.has(node.control) || node.control === 'textarea') &&
    node.value === undefined &&
    node.placeholder !== undefined;
  for (const [key, value] of look.style) {
    if (key === 'color' && placeholder) style.set('::placeholder/color', value);
    else style.set(key, value);
  }
  if (placeholder && !style.has('::placeholder/color')) style.set('::placeholder/color', look.now.look.color);
  if (node.native) return;
  for (const side of ['top', 'right', 'bottom', 'left'] as const) style.set(`padding-${side}`, px(node.padding[side]));
  if (node.control === 'select') style.set('padding-left', px(Math.max(0, node.padding.left - SELECT_INSET)));
  for (const [key, value] of decorate(node, true)) style.set(key, value);
  if (node.control === 'textarea') style.set('resize', 'vertical');
}

/** Browsers set a select's text this many CSS px further in than its padding. */
const SELECT_INSET = 4;

/** A checkbox drawn as a track and a thumb. */
function switchStyle(node: ControlNode, style: Style, scale: number): void {
  const width = node.source.width / scale;
  const height = node.source.height / scale;
  const inset = Math.max(1, Math.round(height / 10));
  const thumb = height - 2 * inset;
  const off = node.fill?.kind === 'solid' && !node.checked ? node.fill.color : '#cbd5e1';
  const on = node.accent ?? (node.checked && node.fill?.kind === 'solid' ? node.fill.color : '#2563eb');
  style
    .set('appearance', 'none')
    .set('width', px(width))
    .set('height', px(height))
    .set('margin-top', style.get('margin-top') ?? '0');
  if (style.get('margin-top') === '0') style.delete('margin-top');
  style
    .set('flex-shrink', '0')
    .set('padding-top', px(inset))
    .set('padding-right', px(inset))
    .set('padding-bottom', px(inset))
    .set('padding-left', px(inset));
  style
    .set('background-color', off)
    .set('border-radius', px(height / 2))
    .set('cursor', 'pointer');
  style.set(':checked/background-color', on);
  style
    .set('::before/content', "''")
    .set('::before/display', 'block')
    .set('::before/width', px(thumb))
    .set('::before/height', px(thumb));
  style.set('::before/background-color', '#ffffff').set('::before/border-radius', '50%');
  style.set(':checked::before/margin-left', px(width - height));
}

function progressStyle(node: ControlNode, style: Style): void {
  if (node.native) {
    if (node.accent) style.set('accent-color', node.accent);
    return;
  }
  const bar = node.accent ?? '#2563eb';
  for (const [key, value] of decorate(node, true))
    if (!key.startsWith('border-') || value !== '0' || key === 'border-radius') style.set(key, value);
  for (const side of ['top', 'right', 'bottom', 'left'] as const)
    if (!node.border?.[side]) style.set(`border-${side}`, '0');
  style.set('appearance', 'none').set('overflow', 'hidden');
  style.set('::-webkit-progress-bar/background-color', 'transparent');
  style.set('::-webkit-progress-value/background-color', bar);
  style.set('::-moz-progress-bar/background-color', bar);
}

function controlAttributes(context: Walk, node: ControlNode, place: Place): Map<string, string | true> {
  const attributes = new Map<string, string | true>();
  const { control } = node;
  if (control === 'switch') attributes.set('type', 'checkbox').set('role', 'switch');
  else if (control !== 'textarea' && control !== 'select' && control !== 'progress')
    attributes.set('type', inputType(node));
  const id = context.controlIds.get(node.id)!;
  if (context.labelled.has(node.id)) attributes.set('id', id);
  else if (!insideLabel(context, place))
    attributes.set('aria-label', visible(node.label || node.placeholder || node.value || '') || DEFAULT_NAME[control]);
  if (control !== 'progress') attributes.set('name', control === 'radio' ? (node.group ?? 'choice') : id);
  if (node.placeholder && (FIELDS.has(control) || control === 'textarea'))
    attributes.set('placeholder', visible(node.placeholder));
  if (node.value !== undefined && FIELDS.has(control)) attributes.set('value', visible(node.value));
  if (control === 'radio') attributes.set('value', id);
  if ((control === 'checkbox' || control === 'radio' || control === 'switch') && node.checked)
    attributes.set('checked', true);
  const percent = String(Math.round((node.ratio ?? 0.5) * 100));
  if (control === 'range') attributes.set('value', percent);
  if (control === 'progress') attributes.set('value', percent).set('max', '100');
  if (node.disabled) attributes.set('disabled', true);
  return attributes;
}

/** A value that its type doesn't allow would not show: such a field is one for text. */
function inputType({ control, value }: ControlNode): string {
  if (control === 'number' && value !== undefined && !/^-?\d+(\.\d+)?$/.test(value)) return 'text';
  if (control === 'date' && value !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'text';
  return control;
}

function insideLabel(context: Walk, { parent }: Place): boolean {
  return (
    parent !== undefined &&
    context.tags.get(parent.id) === 'label' &&
    parent.children.some((child) => child.kind === 'text')
  );
}

const DEFAULT_NAME: Record<ControlNode['control'], string> = {
  text: 'Text',
  password: 'Password',
  email: 'Email',
  search: 'Search',
  number: 'Number',
  date: 'Date',
  textarea: 'Text',
  select: 'Choice',
  checkbox: 'Checkbox',
  radio: 'Option',
  switch: 'Switch',
  range: 'Value',
  progress: 'Progress',
};
