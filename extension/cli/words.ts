import type { ControlNode, Design } from '../layout/design.ts';
import { nodesIn, textsOf } from '../layout/tree.ts';

/** The words of a design's text in the order of its code, each inline piece by itself; markers of lists aren't text. */
export function wordsOf(design: Design): string[] {
  const pieces = textsOf(design.root).flatMap((text) => text.runs.map((run) => run.text));
  return pieces.flatMap((piece) => piece.split(/\s+/).filter(Boolean));
}

/** What stands in a design's fields: a value or a hint, not text of the page. */
export function fieldTextsOf(design: Design): string[] {
  const nodes = [...nodesIn(design.root)].map(({ node }) => node);
  const controls = nodes.filter((node): node is ControlNode => node.kind === 'control');
  return controls.flatMap(({ value, placeholder }) => [value, placeholder].filter((text) => text !== undefined));
}
