/** A React output as one page that a browser opens from disk: bundled, its Tailwind classes compiled. */
import { build, type Plugin } from 'esbuild';
import { compileStyles } from './compile-styles.ts';
import type { GeneratedFile } from './generate.ts';

/**
 * @param files what `generate(design, 'react')` returned
 * @returns HTML that shows the component; pictures stay in `assets/` beside it
 * @throws Error with esbuild's or Tailwind's message if the files don't compile
 */
export async function preview(files: GeneratedFile[]): Promise<string> {
  const sources = new Map(files.flatMap((file) => ('text' in file ? [[file.path, file.text] as const] : [])));
  const [script, css] = await Promise.all([bundle(sources), compileStyles(sources)]);
  const page = sources.get('index.html') ?? '';
  return page
    .replace('</head>', () => `<style>${css}</style></head>`)
    .replace(/<script type="module"[^>]*><\/script>/, () => `<script>${script}</script>`);
}

async function bundle(sources: ReadonlyMap<string, string>): Promise<string> {
  const result = await build({
    entryPoints: ['main.tsx'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    absWorkingDir: import.meta.dirname,
    logLevel: 'silent',
    plugins: [fromMemory(sources)],
  });
  return result.outputFiles[0]!.text;
}

/** Takes the output's own modules from memory, styles as nothing, pictures as their path, packages from where we are. */
function fromMemory(sources: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'from-memory',
    setup(bundler) {
      bundler.onResolve({ filter: /^(\.\/|main\.tsx$)/ }, ({ path: name, namespace }) => {
        if (namespace === 'file' && name !== 'main.tsx') return undefined;
        return { path: name.replace(/^\.\//, ''), namespace: 'memory' };
      });
      bundler.onLoad({ filter: /.*/, namespace: 'memory' }, ({ path: name }) => {
        if (name.endsWith('.css')) return { contents: '', loader: 'js' };
        if (name.endsWith('.png')) return { contents: `export default ${JSON.stringify(name)};`, loader: 'js' };
        const contents = sources.get(name) ?? sources.get(`${name}.tsx`);
        return contents === undefined
          ? { errors: [{ text: `no file ${name}` }] }
          : { contents, loader: 'tsx', resolveDir: import.meta.dirname };
      });
    },
  };
}
