/** A folder that holds what one platform's package is made of. */
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import path from 'node:path';
import { SHIPPED_MODULES, SHIPPED_NATIVE } from './manifest.ts';
import { nativePackage } from './native.ts';
import { bundledPackages, notices } from './notices.ts';
import { PLATFORMS } from './platforms.ts';

const root = path.resolve(import.meta.dirname, '..');

/** The extension's manifest without what is for developing it. */
const DEVELOPMENT_FIELDS = ['private', 'type', 'scripts', 'dependencies', 'devDependencies', 'allowScripts'];

/**
 * Fills out/stage/TARGET: what .vscodeignore lets through, and in dist/node_modules, beside the engine, what isn't bundled.
 * @param metafiles of the bundles in dist/
 * @returns the folder
 */
export function stage(target: string, metafiles: readonly Metafile[]): string {
  const folder = path.join(root, 'out/stage', target);
  rmSync(folder, { recursive: true, force: true });
  const allowed = readFileSync(path.join(root, '.vscodeignore'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  copy(root, allowed, folder);
  cpSync(path.join(root, '.vscodeignore'), path.join(folder, '.vscodeignore'));
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  for (const field of DEVELOPMENT_FIELDS) delete manifest[field];
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest, null, 2));

  const modules = path.join(folder, 'dist/node_modules');
  const sources = new Map(Object.keys(SHIPPED_MODULES).map((name) => [name, path.join(root, 'node_modules', name)]));
  for (const [name, source] of sources) copy(source, SHIPPED_MODULES[name]!, path.join(modules, name));
  const { os, cpu, onnxruntime, native } = PLATFORMS[target]!;
  const binaries = `bin/napi-v6/${os}/${cpu}`;
  copy(
    sources.get('onnxruntime-node')!,
    onnxruntime.map((file) => `${binaries}/${file}`),
    path.join(modules, 'onnxruntime-node'),
  );
  for (const name of native) {
    sources.set(name, nativePackage(name));
    copy(sources.get(name)!, SHIPPED_NATIVE, path.join(modules, name));
  }
  const bundled = bundledPackages(metafiles).map((name) => path.join(root, name));
  const licensed = [...new Set([...bundled, ...sources.values()])];
  writeFileSync(path.join(folder, 'ThirdPartyNotices.txt'), notices(licensed));
  return folder;
}

/** Copies what matches `patterns` in `from`. */
function copy(from: string, patterns: readonly string[], to: string): void {
  for (const file of patterns.flatMap((pattern) => globSync(pattern, { cwd: from, withFileTypes: true }))) {
    if (!file.isFile()) continue;
    const source = path.join(file.parentPath, file.name);
    const destination = path.join(to, path.relative(from, source));
    mkdirSync(path.dirname(destination), { recursive: true });
    cpSync(source, destination);
  }
}
