/**
 * `npm run package [-- --target NAME...]`: one .vsix per platform in out/ (`here`: for this one), each checked for what it must and
 * must not hold; the one for this platform is unpacked, and its engine and MCP server started. `--check NAME` checks one that is there
 * already.
 */
import { createVSIX } from '@vscode/vsce';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Metafile } from 'esbuild';
import { buildAll } from './build.ts';
import { checkPackage } from './check.ts';
import { here, PLATFORMS } from './platforms.ts';
import { stage } from './stage.ts';

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, 'out');
const packagePath = (target: string) => path.join(out, `pixelwright-${target}.vsix`);

async function makePackage(target: string, metafiles: readonly Metafile[]): Promise<void> {
  const folder = stage(target, metafiles);
  rmSync(packagePath(target), { force: true });
  await createVSIX({
    cwd: folder,
    target,
    packagePath: packagePath(target),
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  rmSync(folder, { recursive: true });
}

/** Throws an Error where a platform has no package. */
function platforms(names: readonly string[]): string[] {
  const targets = names.map((name) => (name === 'here' ? here : name));
  const unknown = targets.filter((target) => !PLATFORMS[target]);
  if (!unknown.length) return targets;
  throw new Error(`no package for ${unknown.join(', ')}: choose from ${Object.keys(PLATFORMS).join(', ')}`);
}

try {
  const options = { target: { type: 'string', multiple: true }, check: { type: 'string', multiple: true } } as const;
  const { values } = parseArgs({ options });
  const existing = platforms(values.check ?? []);
  const targets = values.check ? [] : platforms(values.target ?? Object.keys(PLATFORMS));
  mkdirSync(out, { recursive: true });
  const metafiles = targets.length ? await buildAll() : [];
  for (const target of targets) await makePackage(target, metafiles);
  for (const target of [...targets, ...existing]) await checkPackage(target, packagePath(target));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
