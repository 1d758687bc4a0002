import { codeRanges } from '../codegen/code-ranges.ts';
import { pngDataUri } from '../codegen/data-uri.ts';
import { draw, generate, type Drawing, type GeneratedFile, type Target } from '../codegen/generate.ts';
import { staticPage } from '../codegen/static-page.ts';
import type { Design, Node } from '../layout/design.ts';
import type { Origin } from './checked.ts';
import type { CodeNode, SourceFile } from './protocol.ts';

/** A Design as code, and what ties the two to each other. */
export interface ComponentCode {
  /** The component first, its style sheet and pictures; nothing that a project has anyway. */
  files: SourceFile[];
  /** In document order, parents before their children. */
  nodes: CodeNode[];
  /** See `ComponentResult.page`. */
  page: string;
}

/**
 * Writes a Design as code of `target`, finds the code of each node, and renders the static page. `origin` is the screenshot
 * that the Design came from. Throws Error if the code doesn't compile.
 */
export async function componentCode(design: Design, target: Target, origin: Origin): Promise<ComponentCode> {
  const { icons, crops } = origin;
  const drawing = await draw(design, target, { icons });
  const [files, ranges, page] = await Promise.all([
    crops.cutOut(drawing.files.filter((file, i) => belongs(file, i))),
    codeRanges(drawing, target),
    generate(design, target, { icons, mark: true }).then(async (marked) =>
      staticPage(marked, target, await dataUris(marked, origin)),
    ),
  ]);
  return { files, nodes: nodesOf(design, ranges), page };
}

/** The component itself, its styles and pictures; not the project around it. */
const belongs = (file: GeneratedFile, index: number): boolean =>
  index === 0 || 'crop' in file || file.path.endsWith('.css');

async function dataUris(files: Drawing['files'], { crops }: Origin): Promise<Map<string, string>> {
  const entries = files.flatMap((file) =>
    'crop' in file ? [crops.png(file.crop).then((png) => [file.path, pngDataUri(png)] as const)] : [],
  );
  return new Map(await Promise.all(entries));
}

/** A node without code of its own isn't one: what lies below it has the nearest one above as its parent. */
function nodesOf(design: Design, ranges: Awaited<ReturnType<typeof codeRanges>>): CodeNode[] {
  const nodes: CodeNode[] = [];
  const visit = (node: Node, parent: string | undefined): void => {
    const code = ranges.get(node.id);
    if (code) nodes.push({ id: node.id, ...(parent === undefined ? {} : { parent }), box: node.source, code });
    if (node.kind === 'box') for (const child of node.children) visit(child, code ? node.id : parent);
  };
  visit(design.root, undefined);
  return nodes;
}
