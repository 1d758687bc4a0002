/**
 * Styled elements: what the walk over a Design yields and every target prints. Values are CSS as a browser would read it,
 * lengths in CSS px, colours as the Design has them; a target puts its own names (custom properties, theme) in their place.
 */
export interface Element {
  kind: 'element';
  /** Design nodes it stands for: its own, and that of a text that was folded into it. */
  nodes: string[];
  tag: string;
  /** HTML names; `true` for one without a value. */
  attributes: Map<string, string | true>;
  style: Style;
  /** What it is, in kebab case: `title`, `card`, `link`. */
  role: string;
  /** Names below it are formed with its role. */
  block?: boolean;
  /** Role of the block it belongs to, `''` on the page itself. */
  scope: string;
  /** What it says, as a few words in kebab case; `''` where it says nothing. */
  slug: string;
  /** A better name than its role for a prop that is its text: a table cell's column. */
  prop?: string;
  children: Child[];
  /** Its children are a line of text, in which white space counts. */
  inline: boolean;
  /** Children `from` to `from + count` are instances of one thing; `name` is PascalCase. */
  repeat?: { name: string; from: number; count: number };
}

export type Child = Element | Text;

export interface Text {
  kind: 'text';
  text: string;
}

/**
 * Declarations by key: a property (`color`), or a variant and a property (`narrow/gap`, `::before/content`).
 * Longhands only; targets compress them.
 */
export type Style = Map<string, string>;

/** Variant of a style key, `''` for the base, and its property. */
export function splitKey(key: string): [variant: string, property: string] {
  const slash = key.indexOf('/');
  return slash < 0 ? ['', key] : [key.slice(0, slash), key.slice(slash + 1)];
}

/** The variant for viewports up to this many CSS px. Tailwind's `sm`, so that both targets turn at the same width. */
export const NARROW = 640;

/** A length as CSS writes it, to a hundredth of a px. */
export function px(length: number): string {
  const rounded = Math.round(length * 100) / 100;
  return rounded === 0 ? '0' : `${rounded}px`;
}

/** Visits an element and all below it, in document order. */
export function* elements(root: Element): Generator<Element> {
  yield root;
  for (const child of root.children) if (child.kind === 'element') yield* elements(child);
}

/** All text below, joined. */
export function textOf(child: Child): string {
  return child.kind === 'text' ? child.text : child.children.map(textOf).join(child.inline ? '' : ' ');
}
