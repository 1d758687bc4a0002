import { Tree, type Parser } from '@lezer/common';

/** Milliseconds that a text may take. A megabyte of sensible text takes a fifth of it; what is made to take longer is left alone. */
const TIME_LIMIT = 1000;

/** The tree of a text, however broken that is; an empty one where it takes too long. */
export function parse(parser: Parser, text: string): Tree {
  const parsing = parser.startParse(text);
  const end = performance.now() + TIME_LIMIT;
  while (performance.now() < end) {
    const tree = parsing.advance();
    if (tree) return tree;
  }
  return Tree.empty;
}
