/** What a question asks for, as a small program over a Scene: select things, then say one thing of them. */
import type { Operation } from './operations.ts';
import type { ThingKind } from './things.ts';

export type Relation =
  | 'left of'
  | 'right of'
  | 'above'
  | 'below'
  | 'in'
  | 'next to'
  /** In reading order, among what stands in one row, column or list. */
  | 'after'
  | 'before'
  /** `to` and `and` lie on either side. */
  | 'between';
export type StateName = 'checked' | 'disabled' | 'selected' | 'empty' | 'required' | 'open' | 'focused';
/** Where in the picture: a half, a corner, or its middle. */
export type Side =
  'left' | 'right' | 'top' | 'bottom' | 'top left' | 'top right' | 'bottom left' | 'bottom right' | 'middle';

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
  side?: Side;
  relation?: { kind: Relation; to: Selection; and?: Selection };
  /** Several are asked for. */
  plural: boolean;
  /** What the last answer was about: `it`, `that`, `them`. */
  it: boolean;
}

/** What kind of words an answer must be made of. */
export type AnswerType =
  | 'any'
  | 'money'
  | 'date'
  | 'time'
  | 'duration'
  | 'number'
  | 'percentage'
  | 'person'
  | 'email'
  | 'phone'
  | 'address'
  | 'link';

export type TextAspect = 'size' | 'family' | 'weight' | 'bold' | 'italic' | 'underline' | 'all';

export type Program =
  | Operation
  /** What two pictures differ in. */
  | { op: 'differences' }
  | { op: 'describe' }
  | { op: 'read-all' }
  | { op: 'palette' }
  | { op: 'dark'; is: boolean }
  | { op: 'picture-size' }
  | { op: 'count-words'; of: Selection }
  | { op: 'read' | 'find' | 'count' | 'list' | 'exists' | 'size'; of: Selection }
  /** One side of it, in CSS pixels. */
  | { op: 'length'; side: 'width' | 'height'; of: Selection }
  | { op: 'color'; of: Selection; part: 'fill' | 'text' | 'border' }
  /** Whether it has this colour, as a person names it. */
  | { op: 'is-color'; of: Selection; color: string }
  | { op: 'font'; of: Selection; aspect: TextAspect }
  | { op: 'state'; of: Selection; state: { name: StateName; is: boolean } }
  /** The value that stands by words: `the price of the Pro plan`, `the total for March`, `when was it published`. */
  | { op: 'lookup'; what: string; of: Selection; type: AnswerType }
  /** What something is called: `the title of the second card`. */
  | { op: 'name'; of: Selection }
  /** How many messages are unread. */
  | { op: 'count-unread' }
  /** Which plan or product is the dearest. */
  | { op: 'extreme-price'; noun: string; which: 'most' | 'least' }
  /** How many have words in them: rows of a table, cards. */
  | { op: 'count-having'; noun: string; what: string }
  /** What there is of a bare name: the value by it, else where it is. */
  | { op: 'tell'; of: Selection }
  /** How many rows or columns a table has. */
  | { op: 'grid'; part: 'rows' | 'columns' }
  | { op: 'compare-place'; a: Selection; relation: Relation; b: Selection }
  /** Whether the screen is of a kind: `is this a login page`. */
  | { op: 'is-screen'; what: string }
  /** The question isn't understood, or asks for what no Scene holds. */
  | { op: 'decline'; why: 'unclear' | 'untold' };
