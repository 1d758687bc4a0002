import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Node } from '../layout/design.ts';
import { FIXTURES, iconsOf } from './fixtures/all.ts';
import { column, design, image, row, text } from './fixtures/build.ts';
import { HOSTILE } from './fixtures/hostile.ts';
import { generate, type GeneratedFile } from './generate.ts';
import { preview } from './preview.ts';

const source = (files: GeneratedFile[], name: string): string =>
  files.flatMap((file) => (file.path === name && 'text' in file ? [file.text] : []))[0]!;

const ROOT = path.resolve(import.meta.dirname, '../..');
let folder = '';

beforeAll(async () => {
  // Within the repository, so that react's types are found.
  folder = await mkdtemp(path.join(ROOT, 'node_modules', '.codegen-test-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Complaints of strict TypeScript about all outputs at once. */
function complaints(roots: string[]): string[] {
  const program = ts.createProgram(roots, {
    strict: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${path.basename(file?.fileName ?? '')}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

/** What `vite/client` declares for pictures and styles. */
const ASSETS = `declare module '*.png' { const path: string; export default path; }\ndeclare module '*.css';\n`;

/** The DOM's types take a while to read on a busy machine. */
const TYPE_CHECK_MS = 300_000;

describe('react', () => {
  it(
    'compiles under strict TypeScript',
    async () => {
      const roots = [path.join(folder, 'assets.d.ts')];
      await writeFile(roots[0]!, ASSETS);
      for (const [name, make] of Object.entries(FIXTURES)) {
        const fixture = make();
        const files = await generate(fixture, 'react', { icons: iconsOf(fixture) });
        await mkdir(path.join(folder, name));
        for (const file of files) {
          if (!('text' in file) || !/\.(tsx|css)$/.test(file.path)) continue;
          await writeFile(path.join(folder, name, file.path), file.text);
          if (file.path.endsWith('.tsx')) roots.push(path.join(folder, name, file.path));
        }
      }
      expect(complaints(roots)).toEqual([]);
    },
    TYPE_CHECK_MS,
  );

  it('maps repeated things over their data', async () => {
    const files = await generate(FIXTURES['dashboard']!(), 'react');
    const code = source(files, 'Dashboard.tsx');
    expect(code.match(/export function/g)).toHaveLength(1);
    expect(code).toMatch(
      /statCards\.map\(\(statCard\) => \(\s*<StatCard key=\{statCard\.label\} \{\.\.\.statCard\} \/>/,
    );
    expect(code.match(/'Ada Lovelace'/g)).toHaveLength(1);
    expect(code).toMatch(/customer: 'Ada Lovelace'/);
    expect(code).toMatch(/\{detail && \(?\s*<span/);
    expect(code).not.toMatch(/data-node|style=/);
  });

  it('keeps lists within repeated things as data', async () => {
    const fixture = FIXTURES['pricing']!();
    const code = source(await generate(fixture, 'react', { icons: iconsOf(fixture) }), 'Pricing.tsx');
    expect(code).toMatch(/features: \['10 projects', '50 GB storage', 'Priority support'\]/);
    expect(code).toMatch(/features: string\[\]/);
    expect(code.match(/function Feature\(/g)).toHaveLength(1);
  });

  it('gives differing pictures and odd content as props', async () => {
    const item = (alt: string, rest: Node[]): Node => column(0, [image(10, 10, alt), ...rest]);
    const list = row(0, [item('One', [text('h2', 'a')]), item('Two', [text('p', 'b')])], {
      repeat: { name: 'Thing', from: 0, count: 2 },
    });
    const code = source(await generate(design('Odd', column(0, [list])), 'react'), 'Odd.tsx');
    expect(code).toMatch(/image: one,\s*imageAlt: 'One'/);
    expect(code).toContain('content: ReactNode');
  });

  it('names theme colours and uses the scale where it fits', async () => {
    const files = await generate(FIXTURES['login']!(), 'react');
    expect(source(files, 'index.css')).toContain('--color-primary: #4e73df;');
    const code = source(files, 'SignIn.tsx');
    expect(code).toContain('bg-primary');
    expect(code).toContain('text-2xl font-bold');
    expect(code).not.toMatch(/\[#[0-9a-f]{6}\]/);
  });

  it('previews every fixture, hostile texts as data', async () => {
    for (const make of Object.values(FIXTURES)) {
      const fixture = make();
      const page = await preview(await generate(fixture, 'react', { icons: iconsOf(fixture) }));
      expect(page).toContain('--color-text');
      expect(page.match(/<\/script/g)).toHaveLength(1);
    }
    const code = source(await generate(FIXTURES['hostile']!(), 'react'), 'Hostile.tsx');
    for (const each of HOSTILE.slice(0, 2)) expect(code).toContain(each.replaceAll('\\', '\\\\').slice(0, 12));
  });
});
