/** What a question asks for, as a small program over a Scene: select things, then say one thing of them. */
import type { ThingKind } from './things.ts';

export type Relation = 'left of' | 'right of' | 'above' | 'below' | 'in' | 'next to';
export type StateName = 'checked' | 'disabled' | 'selected' | 'empty';

/** What is meant: things of these kinds, by name, place and state. */
export interface Selection {
  /** Any kind where there is none. */
  kinds: readonly ThingKind[];
  /** The word that the question has for the kind: `button`, `field`. */
  noun: string;
  /** Words that must stand in its name or text; empty for any. */
  name: string;
  /** The name was in quotation marks. */
  exact: boolean;
  state?: { name: StateName; is: boolean };
  /** As a person names it: `red`, `blue`. */
  color?: string;
  /** The one meant in reading order, from 1; -1 is the last. */
  ordinal?: number;
  /** The largest or smallest, `main` one. */
  extreme?: 'largest' | 'smallest' | 'main';
  relation?: { kind: Relation; to: Selection };
  /** Several are asked for. */
  plural: boolean;
  /** What the last answer was about: `it`, `that`, `them`. */
  it: boolean;
}

export type Program =
  | { op: 'describe' }
  | { op: 'read-all' }
  | { op: 'palette' }
  | { op: 'dark' }
  | { op: 'picture-size' }
  | { op: 'count-words'; of: Selection }
  | { op: 'read' | 'find' | 'count' | 'list' | 'exists' | 'size'; of: Selection }
  | { op: 'color'; of: Selection; part: 'fill' | 'text' }
  | { op: 'font'; of: Selection; aspect: 'size' | 'family' | 'weight' | 'all' }
  | { op: 'state'; of: Selection; state: { name: StateName; is: boolean } }
  /** The value of a label: `the price of the Pro plan`, `the total for March`. */
  | { op: 'lookup'; what: string; of: Selection }
  /** How many rows or columns a table has. */
  | { op: 'grid'; part: 'rows' | 'columns'; of: Selection }
  | { op: 'compare-place'; a: Selection; relation: Relation; b: Selection }
  /** The question isn't understood, or asks for what no Scene holds. */
  | { op: 'decline'; why: 'unclear' | 'untold' };
