import { parsers } from 'prettier/plugins/typescript';
import { addRange, textOfFile, type Range } from './code-ranges.ts';
import type { Drawing } from './generate.ts';

/** As much of ESTree as is read here. */
interface Syntax {
  type: string;
  range: [start: number, end: number];
}

interface Template extends Syntax {
  children: (Syntax & { expression?: Syntax & { name?: string } })[];
}

/** An element of an array: an object of props, or one value. */
interface Entry extends Syntax {
  properties?: (Syntax & { key?: { name?: string } })[];
}

interface Pieces {
  /** Elements that aren't fragments. */
  templates: Template[];
  entries: Entry[];
}

/** All JSX elements and all elements of arrays, each in order of where they start. */
async function piecesOf(path: string, text: string): Promise<Pieces> {
  // Of the options it reads the path alone, which says whether there may be JSX.
  const options = { filepath: path } as Parameters<typeof parsers.typescript.parse>[1];
  const pieces: Pieces = { templates: [], entries: [] };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value) {
      if (value.type === 'JSXElement') pieces.templates.push(value as Template);
      if (value.type === 'ArrayExpression')
        pieces.entries.push(...(value as unknown as { elements: Entry[] }).elements);
    }
    for (const [key, child] of Object.entries(value)) if (!ASIDE.has(key)) visit(child);
  };
  visit(((await parsers.typescript.parse(text, options)) as { body: unknown }).body);
  const inOrder = (a: Syntax, b: Syntax) => a.range[0] - b.range[0];
  pieces.templates.sort(inOrder);
  pieces.entries.sort(inOrder);
  return pieces;
}

/** Properties of syntax nodes that aren't their children. */
const ASIDE = new Set(['loc', 'range', 'tokens', 'comments', 'parent']);

/** Names of the props that an element shows as its text, by itself or by inline elements that draw no node of their own. */
function shownProps(template: Template, drawsNode: (element: Syntax) => boolean): string[] {
  return template.children.flatMap((child) => {
    if (child.type === 'JSXElement') return drawsNode(child) ? [] : shownProps(child as unknown as Template, drawsNode);
    return child.expression?.type === 'Identifier' && child.expression.name ? [child.expression.name] : [];
  });
}

/**
 * What draws a node comes first, the element in its component, save for a text that is data: there it is the datum. Then the
 * data of the repeated thing it belongs to, and where its component is used. Throws Error where source and marks don't go
 * together.
 */
export async function reactRanges(output: Drawing): Promise<Map<string, Range[]>> {
  const { path, text } = textOfFile(output, 0);
  const { templates, entries } = await piecesOf(path, text);
  const holding = output.marks.filter(({ kind }) => kind === 'holds');
  const drawn = output.marks.filter(({ kind }) => kind !== 'holds');
  if (templates.length !== drawn.length || entries.length !== holding.length)
    throw new Error(
      `${path} has ${templates.length} elements and ${entries.length} data in place of ${drawn.length} and ${holding.length}`,
    );
  const rangeOf = ({ range: [start, end] }: Syntax): Range => ({ path, start, end });
  /** By node, the data that it is part of, the innermost first. */
  const data = new Map<string, Entry[]>();
  for (const [i, { nodes }] of holding.entries())
    for (const node of nodes) data.set(node, [entries[i]!, ...(data.get(node) ?? [])]);
  const drawing = new Set<Syntax>(templates.filter((_, i) => drawn[i]!.nodes.length > 0));
  const ranges = new Map<string, Range[]>();
  for (const [i, { kind, nodes }] of drawn.entries()) {
    if (kind !== 'draws') continue;
    const template = templates[i]!;
    const shown = shownProps(template, (element) => drawing.has(element));
    for (const node of nodes) {
      const [own] = data.get(node) ?? [];
      for (const datum of own ? dataOf(own, shown) : []) addRange(ranges, node, rangeOf(datum));
      addRange(ranges, node, rangeOf(template));
      if (own) addRange(ranges, node, rangeOf(own));
    }
  }
  for (const [i, { kind, nodes }] of drawn.entries())
    if (kind === 'calls') for (const node of nodes) addRange(ranges, node, rangeOf(templates[i]!));
  return ranges;
}

/** What of an entry is shown. */
function dataOf(entry: Entry, shown: readonly string[]): Syntax[] {
  if (!shown.length) return [];
  return entry.properties?.filter(({ key }) => key?.name !== undefined && shown.includes(key.name)) ?? [entry];
}
