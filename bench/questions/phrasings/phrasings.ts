/** How one set's questions are put into words. `{slot}` stands for what an ask fills in. */
export interface Phrasings {
  /** Plural nouns for kinds of things, for the slot `kind`. */
  nouns: Record<string, string[]>;
  /** For names of buttons that mean the same (lower case, parted by `|`): what they are for. */
  goals: Record<string, string[]>;
  /** What may stand before and behind a question. */
  openers: string[];
  closers: string[];
  asks: Record<string, string[]>;
}
