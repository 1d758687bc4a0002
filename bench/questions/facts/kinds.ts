import { ELEMENT_CLASSES } from '../../../extension/vision/scene.ts';
import type { FactKind } from '../facts.ts';

/** Runs in the page: what a person would call an element, by its role, its tag, or what the page declares it to be. */

const BY_ROLE: Record<string, FactKind> = {
  button: 'button',
  checkbox: 'checkbox',
  radio: 'radio',
  switch: 'switch',
  slider: 'slider',
  tab: 'tab',
  progressbar: 'progress',
  meter: 'progress',
  dialog: 'dialog',
  alertdialog: 'dialog',
  table: 'table',
  textbox: 'text-field',
  combobox: 'select',
  alert: 'alert',
  heading: 'heading',
};
const BY_TAG: Record<string, FactKind> = {
  button: 'button',
  textarea: 'text-area',
  select: 'select',
  progress: 'progress',
  meter: 'progress',
  dialog: 'dialog',
  nav: 'navigation',
  img: 'image',
  table: 'table',
};
const BY_INPUT: Record<string, FactKind> = {
  checkbox: 'checkbox',
  radio: 'radio',
  range: 'slider',
  submit: 'button',
  button: 'button',
  reset: 'button',
};
const ALERT = /(^|\s)(alert|o-alert|callout|flash|notification|toast|card-panel|message)(\s|$)/;
/** CSS pixels, both sides. */
const LARGEST_ICON = 56;

export function kindOf(el: Element): FactKind | undefined {
  const declared = el.getAttribute('data-class') ?? el.getAttribute('data-before');
  if (declared) return ELEMENT_CLASSES.find((name) => name === declared);
  const role = el.getAttribute('role');
  if (role && BY_ROLE[role]) return BY_ROLE[role];
  const tag = el.tagName.toLowerCase();
  if (/^h[1-6]$/.test(tag)) return 'heading';
  if (el instanceof HTMLInputElement)
    return /^(hidden|file|color)$/.test(el.type) ? undefined : (BY_INPUT[el.type] ?? 'text-field');
  if (tag === 'a') return isButtonLike(el) ? 'button' : 'link';
  if (
    tag === 'svg' &&
    !el.parentElement?.closest('svg, [data-class]:not([data-class=button]):not([data-class=card])')
  ) {
    const { width, height } = el.getBoundingClientRect();
    return width <= LARGEST_ICON && height <= LARGEST_ICON ? 'icon' : 'image';
  }
  if (ALERT.test(el.getAttribute('class') ?? '')) return 'alert';
  // Borders off and room for cells: it only places what is in it.
  if (tag === 'table' && el.getAttribute('border') === '0' && el.hasAttribute('cellpadding')) return undefined;
  return BY_TAG[tag];
}

/** A link with a frame or ground of its own; in a menu that marks where one is. */
function isButtonLike(el: Element): boolean {
  if (el.closest('nav, aside, ul, [data-class=navigation]')) return /btn|button/.test(el.getAttribute('class') ?? '');
  const style = getComputedStyle(el);
  const clear = /rgba\(.*, 0\)|transparent/.test(style.backgroundColor);
  return !clear || (parseFloat(style.borderTopWidth) > 0 && parseFloat(style.borderLeftWidth) > 0);
}

export function isChecked(el: Element): boolean {
  const declared = el.getAttribute('data-state') ?? '';
  return (
    el.getAttribute('aria-checked') === 'true' ||
    declared.includes('checked') ||
    (el as HTMLInputElement).checked === true
  );
}

export function isDisabled(el: Element): boolean {
  return (el as HTMLInputElement).disabled === true || el.getAttribute('aria-disabled') === 'true';
}

export function isSelected(el: Element): boolean {
  const declared = el.getAttribute('data-state') ?? '';
  const current = el.getAttribute('aria-current') ?? 'false';
  return el.getAttribute('aria-selected') === 'true' || current !== 'false' || declared.includes('selected');
}
