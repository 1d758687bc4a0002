import { describe, expect, it } from 'vitest';
import { FIXTURES, iconsOf } from '../codegen/fixtures/all.ts';
import type { Target } from '../codegen/generate.ts';
import type { Design, Node } from '../layout/design.ts';
import type { Scene } from '../vision/scene.ts';
import { componentCode, type ComponentCode } from './code-nodes.ts';
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
        const words = plain(node.runs.map((run) => run.text).join(''));
        const found = stretches(code, node.id).map((each) =>
          plain(each.replace(/<[^>]*>/g, '').replace(/&\w+;|\\n/g, '')),
        );
        expect(
          found.some((each) => each.includes(words)),
          `${node.id}: ${words} in ${found.join(' | ')}`,
        ).toBe(true);
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
