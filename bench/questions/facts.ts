import type { Box, Color, ElementClass } from '../../extension/vision/scene.ts';

/** What can be asked about, by what a person would call it. */
export type FactKind = ElementClass | 'heading' | 'alert';

/** A thing of a page, as its DOM has it. Boxes in CSS pixels of the document. */
export interface Fact {
  /** Its place in the document: things that follow each other have rising numbers. */
  order: number;
  kind: FactKind;
  /** What a person sees that names it: its own words, or its label; empty where nothing does. */
  name: string;
  box: Box;
  /** Its own words, or what a field holds. */
  text: string;
  /** The hint of an empty field. */
  hint?: string;
  password?: boolean;
  /** It holds more than can be seen. */
  cut?: boolean;
  checked: boolean;
  disabled: boolean;
  selected: boolean;
  /** 1 to 6, of a heading. */
  rank?: number;
  /** Of its words; absent where they aren't all alike, or it isn't plain colour on plain colour. */
  color?: Color;
  size?: number;
  family?: string;
  weight?: number;
  /** Its own ground, where it has one of one colour. */
  fill?: Color;
  /** What lies under its words. */
  ground?: Color;
  /** Number of the card around it, in `cards`. */
  card?: number;
  /** Number of the element it is a child of: things with one parent stand in one row, column or grid. */
  parent: number;
  inTable: boolean;
  inNav: boolean;
}

export interface TableFact {
  box: Box;
  /** Words of the heading above it or its caption; empty where there is none. */
  title: string;
  headers: string[];
  rows: string[][];
  /** It ends in a row of totals, which isn't among the rows. */
  foot: boolean;
  /** Only words in every cell. */
  plain: boolean;
}

/** Words with their place. */
export interface Said {
  text: string;
  /** They are sentences. */
  isParagraph?: boolean;
  box: Box;
}

export interface Pair {
  label: string;
  value: string;
}

export interface CardFact {
  box: Box;
  title: string;
  texts: Said[];
  parent: number;
}

/** Links or items that belong together. */
export interface ListFact {
  kind: 'navigation' | 'list' | 'tabs' | 'radios';
  items: Said[];
  /** The one that is marked. */
  selected?: string;
  /** The heading right above it; empty where there is none. */
  title: string;
  row: boolean;
  box: Box;
}

export type ToldAnswer = { text: string } | { texts: string[] } | { number: number } | { at: Box };

/** All that a page's DOM tells of what can be seen. */
export interface PageFacts {
  width: number;
  height: number;
  background?: Color;
  /** Something lies over a part of it. */
  overlaid: boolean;
  things: Fact[];
  /** Kinds of which one is cut off or half covered: they can't be counted. */
  partly: FactKind[];
  tables: TableFact[];
  cards: CardFact[];
  lists: ListFact[];
  pairs: Pair[];
  /** What the page tells of itself. */
  told: { id: string; slots: Record<string, string>; expect: ToldAnswer; also?: string[] }[];
  /** Every text that can be seen, block by block. */
  texts: Said[];
}
