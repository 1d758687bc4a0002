/** Where in the generated files each Design node is drawn. */
import type { Drawing, Target } from './generate.ts';
import { htmlRanges } from './html-ranges.ts';
import { reactRanges } from './react-ranges.ts';

/** A stretch of a file, in UTF-16 code units. */
export interface Range {
  path: string;
  start: number;
  end: number;
}

/**
 * By node, the stretches of code that draw it; the first is the best to select. Nodes that have no element of their own are
 * missing. Throws Error where code and marks don't go together.
 */
export async function codeRanges(drawing: Drawing, target: Target): Promise<Map<string, Range[]>> {
  return target === 'html' ? htmlRanges(drawing) : reactRanges(drawing);
}

/** Text of a generated file. */
export function textOfFile(drawing: Drawing, index: number): { path: string; text: string } {
  const file = drawing.files[index];
  if (!file || !('text' in file)) throw new Error(`file ${index} of the output is no text`);
  return file;
}

export function addRange(ranges: Map<string, Range[]>, node: string, range: Range): void {
  const known = ranges.get(node);
  if (!known) ranges.set(node, [range]);
  else if (!known.some(({ path, start, end }) => path === range.path && start === range.start && end === range.end))
    known.push(range);
}
