import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compile } from 'tailwindcss';

const require = createRequire(import.meta.url);

/**
 * The CSS of a React output's Tailwind classes. Every word of the sources is a candidate, as Tailwind's own scanner has it.
 * @param sources by path; `index.css` is where Tailwind starts
 * @throws Error with Tailwind's message if it doesn't compile
 */
export async function compileStyles(sources: ReadonlyMap<string, string>): Promise<string> {
  const compiler = await compile(sources.get('index.css') ?? '', { loadStylesheet });
  const candidates = [...sources]
    .filter(([name]) => name.endsWith('.tsx'))
    .flatMap(([, text]) => text.split(/[\s"'`]+/));
  return compiler.build([...new Set(candidates)]);
}

async function loadStylesheet(id: string): Promise<{ path: string; base: string; content: string }> {
  const file = require.resolve(id === 'tailwindcss' ? 'tailwindcss/index.css' : id);
  return { path: file, base: path.dirname(file), content: await readFile(file, 'utf8') };
}
