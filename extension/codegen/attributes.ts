/** HTML attributes as React props. */
import type { Element } from './element.ts';

const NAMES: Record<string, string> = {
  for: 'htmlFor',
  class: 'className',
  checked: 'defaultChecked',
  'fill-rule': 'fillRule',
  viewBox: 'viewBox',
};

/** `value` of these is a state that React should only start with. */
const STARTS = new Set(['text', 'password', 'email', 'search', 'number', 'date', 'range']);

export function propName(element: Element, attribute: string): string {
  const type = element.attributes.get('type');
  if (attribute === 'value' && element.tag === 'input' && typeof type === 'string' && STARTS.has(type))
    return 'defaultValue';
  return NAMES[attribute] ?? attribute;
}
