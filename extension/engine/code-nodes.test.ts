import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIXTURES, iconsOf } from '../codegen/fixtures/all.ts';
import type { Target } from '../codegen/generate.ts';
import type { Design, Node, TextNode } from '../layout/design.ts';
import type { Scene } from '../vision/scene.ts';
import { componentCode, type ComponentCode } from './code-nodes.ts';
import { makeComponent } from './component.ts';
import { Crops } from './crops.ts';

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  if (node.kind === 'box') for (const child of node.children) yield* nodesOf(child);
}

/** Code of a Design whose screenshot is blank. */
function codeOf(design: Design, target: Target): Promise<ComponentCode> {
  const width = Math.round(design.viewport.width * design.scale);
  const height = Math.round(design.viewport.height * design.scale);
  const pixels = { width, height, data: new Uint8Array(width * height * 3).fill(255) };
  return componentCode(design, target, {
    scene: {} as Scene,
    pixels,
    icons: iconsOf(design),
    crops: new Crops(pixels),
  });
}

const stretches = ({ files, nodes }: ComponentCode, id: string): string[] =>
  nodes
    .find((node) => node.id === id)!
    .code.map(({ path, start, end }) => String(files.find((file) => file.path === path)!.content).slice(start, end));

/** Letters and digits of a text that stay as they are in any language's source. */
const plain = (text: string): string => text.replace(/[^a-zA-Z0-9]/g, '');

/** The code of a text says what it says, run by run: of repeated ones each run may be a datum of its own. */
function expectWords(code: ComponentCode, node: TextNode): void {
  const found = stretches(code, node.id).map((each) => plain(each.replace(/<[^>]*>/g, '').replace(/&\w+;|\\n/g, '')));
  for (const run of node.runs)
    expect(
      found.some((each) => each.includes(plain(run.text))),
      `${node.id}: ${run.text} in ${found.join(' | ')}`,
    ).toBe(true);
}

describe.each(Object.keys(FIXTURES).flatMap((name) => [[name, 'html'] as const, [name, 'react'] as const]))(
  '%s as %s',
  (name, target) => {
    it('finds the code of every node, and in that of a text its words', async () => {
      const design = FIXTURES[name]!();
      const code = await codeOf(design, target);
      const all = [...nodesOf(design.root)];
      expect(code.nodes.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
      for (const node of all) {
        if (node.kind !== 'text' || name === 'hostile') continue;
        expectWords(code, node);
      }
    });

    it('shows every node in a page that loads and runs nothing', async () => {
      const design = FIXTURES[name]!();
      const { page } = await codeOf(design, target);
      const shown = new Set([...page.matchAll(/ data-node="([^"]*)"/g)].flatMap(([, ids]) => ids!.split(' ')));
      expect([...nodesOf(design.root)].filter(({ id }) => !shown.has(id))).toEqual([]);
      expect(page).not.toMatch(/<script|<link| src="(?!data:)|url\((?!data:)|\son\w+=/);
    });
  },
);

it.each(['article', 'dashboard', 'login', 'pricing'])('finds the code of every node of the sample %s', async (name) => {
  const sample = path.resolve(import.meta.dirname, `../../media/samples/${name}.png`);
  const { design, origin } = await makeComponent(sample, { target: 'react' });
  const ids = [...nodesOf(design.root)].map(({ id }) => id);
  for (const target of ['react', 'html'] as const) {
    const code = await componentCode(design, target, origin);
    expect(code.nodes.map(({ id }) => id)).toEqual(ids);
    for (const node of nodesOf(design.root)) {
      if (node.kind !== 'text') continue;
      expectWords(code, node);
    }
  }
});

it('gives nodes within repeated things one template and data of their own', async () => {
  const design = FIXTURES['dashboard']!();
  const code = await codeOf(design, 'react');
  const customers = [...nodesOf(design.root)].filter(
    (node) => node.kind === 'text' && ['Ada Lovelace', 'Alan Turing'].includes(node.runs[0]!.text),
  );
  const [ada, alan] = customers.map(({ id }) => stretches(code, id));
  expect(ada![0]).toBe("customer: 'Ada Lovelace'");
  expect(alan![0]).toBe("customer: 'Alan Turing'");
  expect(ada![1]).toContain('{customer}');
  expect(alan![1]).toBe(ada![1]);
});

it('leaves the project around a component out', async () => {
  const code = await codeOf(FIXTURES['login']!(), 'react');
  expect(code.files.map(({ path }) => path)).toEqual(['SignIn.tsx', 'index.css']);
});
