import type { StateName } from './program.ts';
import type { Thing } from './things.ts';
import { FIELDS, TOGGLES, isOneOf } from './kinds.ts';

/** Whether a thing is in a state; undefined where that can't be told. */
export function stateOf(thing: Thing, name: StateName): boolean | undefined {
  const isToggle = isOneOf(TOGGLES, thing.kind);
  switch (name) {
    case 'empty':
      // An empty box is one without a tick.
      if (isToggle) return !thing.state.checked;
      return isOneOf(FIELDS, thing.kind) ? !thing.text || thing.hint === true : undefined;
    case 'checked':
      return isToggle ? (thing.state.checked ?? false) : undefined;
    case 'selected':
      return isToggle ? (thing.state.checked ?? false) : (thing.state.selected ?? false);
    case 'disabled':
      // Where nothing looks so, it isn't.
      return thing.state.disabled ?? false;
    case 'required':
      return thing.state.required;
    case 'open':
    case 'focused':
      return undefined;
  }
}
