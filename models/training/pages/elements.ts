import type { Box, Element, ElementClass } from '../../../extension/vision/scene.ts';
import { ELEMENT_CLASSES } from '../../../extension/vision/scene.ts';
import type { LaidOut } from './snapshot.ts';
import { ancestors } from './snapshot.ts';

export interface TrueElement {
  class: ElementClass;
  box: Box;
  state: Element['state'];
}

/** `<svg>` up to this size on both sides, CSS pixels, is an icon; above it a picture. */
const MAX_ICON = 56;

const BY_ROLE: Record<string, ElementClass> = {
  button: 'button', checkbox: 'checkbox', radio: 'radio', switch: 'switch', slider: 'slider', tab: 'tab',
  progressbar: 'progress', meter: 'progress', dialog: 'dialog', alertdialog: 'dialog', navigation: 'navigation',
  table: 'table', grid: 'table', textbox: 'text-field', combobox: 'select', img: 'image',
}; // prettier-ignore

const BY_TAG: Record<string, ElementClass> = {
  button: 'button', textarea: 'text-area', select: 'select', progress: 'progress', meter: 'progress', dialog: 'dialog',
  nav: 'navigation', img: 'image', picture: 'image', video: 'image', table: 'table',
}; // prettier-ignore

const BY_INPUT_TYPE: Record<string, ElementClass> = {
  checkbox: 'checkbox', radio: 'radio', range: 'slider', submit: 'button', button: 'button', reset: 'button', image: 'image',
}; // prettier-ignore

/**
 * The class that a node is of, from `data-class` (`none` for none), its role or its tag; undefined where a person
 * would not name it. A link is a class of its own only where it is text.
 */
export function classOf(node: LaidOut): ElementClass | undefined {
  const declared = node.name.startsWith('::')
    ? node.parent?.attributes.get(`data-${node.name.slice(2)}`)
    : node.attributes.get('data-class');
  if (declared) return ELEMENT_CLASSES.find((name) => name === declared);
  const role = node.attributes.get('role');
  if (role === 'presentation' || role === 'none') return undefined;
  if (role && BY_ROLE[role]) return BY_ROLE[role];
  if (node.name === 'input') return classOfInput(node);
  if (node.name === 'select' && (node.attributes.has('multiple') || Number(node.attributes.get('size')) > 1)) return undefined;
  if (node.name === 'svg') return classOfSvg(node);
  if (node.name === 'table' && Number(node.attributes.get('border') ?? 1) === 0 && node.attributes.has('cellpadding')) return undefined;
  return BY_TAG[node.name];
}

function classOfInput(node: LaidOut): ElementClass | undefined {
  const type = node.attributes.get('type') ?? 'text';
  if (type === 'hidden' || type === 'file' || type === 'color') return undefined;
  return BY_INPUT_TYPE[type] ?? 'text-field';
}

function classOfSvg(node: LaidOut): ElementClass | undefined {
  for (const above of ancestors(node)) {
    if (above.name === 'svg') return undefined;
    const around = above.attributes.get('data-class');
    if (around === 'icon' || around === 'image' || around === 'chart' || around === 'avatar') return undefined;
  }
  return node.box.width <= MAX_ICON && node.box.height <= MAX_ICON ? 'icon' : 'image';
}

/** What can be seen of a node's state. */
export function stateOf(node: LaidOut): Element['state'] {
  const state: Element['state'] = {};
  const at = (name: string): string | undefined => node.attributes.get(name);
  const declared = node.name.startsWith('::') ? (node.parent?.attributes.get('data-state') ?? '') : (at('data-state') ?? '');
  if (node.checked || at('aria-checked') === 'true' || declared.includes('checked')) state.checked = true;
  if (node.attributes.has('disabled') || at('aria-disabled') === 'true' || declared.includes('disabled')) state.disabled = true;
  if (at('aria-selected') === 'true' || (at('aria-current') ?? 'false') !== 'false' || declared.includes('selected'))
    state.selected = true;
  const value = Number(at('aria-valuenow') ?? at('value') ?? NaN);
  const low = Number(at('aria-valuemin') ?? at('min') ?? 0);
  const isProgress = node.name === 'progress' || node.name === 'meter';
  const high = Number(at('aria-valuemax') ?? at('max') ?? (isProgress ? 1 : 100));
  const type = classOf(node);
  if ((type === 'slider' || type === 'progress') && Number.isFinite(value) && high > low)
    state.value = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return state;
}

/** The nearest `<a href>` around a node that is a link by its looks: not a button, a tab or a card. */
export function linkAround(node: LaidOut): LaidOut | undefined {
  for (const above of ancestors(node)) {
    const type = classOf(above);
    if (type === 'button' || type === 'tab' || type === 'badge') return undefined;
    if (above.name === 'a' && above.attributes.has('href')) {
      const declared = above.attributes.get('data-class');
      return declared === undefined || declared === 'link' ? above : undefined;
    }
  }
  return undefined;
}
