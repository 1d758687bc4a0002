/** What an output shows, as one HTML document that loads nothing and runs nothing. */
import { transform } from 'esbuild';
import { runInNewContext } from 'node:vm';
import { createElement, type ComponentType } from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import { compileStyles } from './compile-styles.ts';
import type { GeneratedFile, Target } from './generate.ts';

/**
 * @param files what `generate` returned for `target`
 * @param pictures their pictures as data URIs, by path
 * @throws Error with the message of what doesn't compile
 */
export async function staticPage(
  files: readonly GeneratedFile[],
  target: Target,
  pictures: ReadonlyMap<string, string>,
): Promise<string> {
  const sources = new Map(files.flatMap((file) => ('text' in file ? [[file.path, file.text] as const] : [])));
  const page = sources.get('index.html') ?? '';
  if (target === 'html') {
    return page
      .replace(/<link rel="stylesheet"[^>]*>/, () => styleElement(sources.get('styles.css') ?? ''))
      .replace(/(<img[^>]*? src=")([^"]*)"/g, (_, before: string, path: string) => `${before}${pictures.get(path)}"`);
  }
  const [css, body] = await Promise.all([compileStyles(sources), markupOf(sources, files[0]!.path, pictures)]);
  return page
    .replace('</head>', () => `${styleElement(css)}</head>`)
    .replace(/<div id="root"><\/div>/, () => `<div id="root">${body}</div>`)
    .replace(/<script[^>]*><\/script>/, '');
}

/** A style sheet can't end its element: `<\/` means the same in it. */
const styleElement = (css: string): string => `<style>${css.replaceAll('</', '<\\/')}</style>`;

/** What the component at `path` renders to. */
async function markupOf(
  sources: ReadonlyMap<string, string>,
  path: string,
  pictures: ReadonlyMap<string, string>,
): Promise<string> {
  const { code } = await transform(sources.get(path) ?? '', { loader: 'tsx', jsx: 'automatic', format: 'cjs' });
  const module = { exports: {} as Record<string, ComponentType> };
  const require = (name: string): unknown =>
    name === 'react/jsx-runtime' ? jsxRuntime : { __esModule: true, default: pictures.get(name.replace(/^\.\//, '')) };
  runInNewContext(code, { module, exports: module.exports, require }, { filename: path });
  const component = module.exports[path.replace(/\.tsx$/, '')];
  if (!component) throw new Error(`${path} exports no component of its name`);
  return renderToStaticMarkup(createElement(component));
}
