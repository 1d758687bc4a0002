/**
 * `npm run build`: what runs in the editor, the engine's process, the MCP server and the webviews, as few files each in dist/.
 * Source maps lie beside them and stay out of the package.
 */
import { build } from 'esbuild';
import type { BuildOptions, Metafile } from 'esbuild';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** Node of the oldest editor that `engines.vscode` allows, and the browser in it. */
const NODE = 'node22.19';
const CHROME = 'chrome138';

/** Packages that the engine finds in node_modules: those with native binaries, and those that load their own parts by path. */
const EXTERNAL = ['onnxruntime-node', 'sharp', 'esbuild', 'playwright-core', 'prettier'];

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: 'external',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
};

const host: BuildOptions = {
  ...common,
  entryPoints: { extension: 'extension/main.ts' },
  outdir: 'dist/host',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  platform: 'node',
  target: NODE,
  external: ['vscode'],
};

const program: BuildOptions = {
  ...common,
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  platform: 'node',
  target: NODE,
  // CommonJS packages in the bundle call it.
  banner: {
    js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
  },
};

const engine: BuildOptions = {
  ...program,
  entryPoints: { main: 'extension/engine/main.ts' },
  outdir: 'dist/engine',
  splitting: true,
  // All in one folder: code finds the models by the place it lies in.
  chunkNames: '[name]-[hash]',
  external: EXTERNAL,
};

/** Beside the engine's folder, as it is in source: it finds the engine there. */
const mcp: BuildOptions = {
  ...program,
  entryPoints: { main: 'extension/mcp/main.ts' },
  outdir: 'dist/mcp',
};

const webview: BuildOptions = {
  ...common,
  entryPoints: { chat: 'webview/chat/main.tsx', preview: 'webview/preview/main.tsx' },
  outdir: 'dist/webview',
  format: 'esm',
  platform: 'browser',
  target: CHROME,
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
};

/** Makes dist/ anew. Throws what esbuild throws, which has been printed. @returns what went into each file */
export async function buildAll(): Promise<Metafile[]> {
  await rm(path.join(root, 'dist'), { recursive: true, force: true });
  const results = await Promise.all([host, engine, mcp, webview].map((options) => build(options)));
  return results.map((result) => result.metafile!);
}

if (import.meta.main) {
  const metafiles = await buildAll();
  const outputs = metafiles.flatMap((metafile) => Object.entries(metafile.outputs));
  for (const [file, { bytes }] of outputs.filter(([name]) => !name.endsWith('.map'))) {
    console.log(`${(bytes / 1024).toFixed(0).padStart(7)} KB  ${file}`);
  }
  await writeFile(path.join(root, 'dist/meta.json'), JSON.stringify(metafiles));
}
