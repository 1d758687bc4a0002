/**
 * `npm run package [-- --target NAME...]`: one .vsix per platform in out/ (`here`: for this one), each checked for what it must and must not hold; the
 * one for this platform is unpacked and its engine started.
 */
import { createVSIX } from '@vscode/vsce';
import { unzipSync } from 'fflate';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Metafile } from 'esbuild';
import { buildAll } from './build.ts';
import { checkLoads } from './load.ts';
import { faults } from './manifest.ts';
import { here, PLATFORMS } from './platforms.ts';
import { stage } from './stage.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Where a platform's package lies. */
export const packagePath = (target: string) => path.join(root, 'out', `pixelwright-${target}.vsix`);

/** Makes and checks one package. Throws an Error that says all that is wrong with it. */
async function makePackage(target: string, metafiles: readonly Metafile[]): Promise<void> {
  const folder = stage(target, metafiles);
  const packageFile = packagePath(target);
  rmSync(packageFile, { force: true });
  await createVSIX({
    cwd: folder,
    target,
    packagePath: packageFile,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const archive = readFileSync(packageFile);
  const files = extensionFiles(archive);
  const found = faults(target, files, archive.length);
  if (found.length) throw new Error(`the package for ${target}:\n  ${found.join('\n  ')}`);
  console.log(
    `${target}: ${files.size} files, ${(archive.length / 2 ** 20).toFixed(1)} MB, ${path.relative(root, packageFile)}`,
  );
  if (target === here) {
    await checkLoads(files);
    console.log(`${target}: its engine starts and describes a picture`);
  }
  rmSync(folder, { recursive: true });
}

/** What an editor installs of a package: its folder `extension`, by path. */
function extensionFiles(archive: Uint8Array): Map<string, Uint8Array> {
  const prefix = 'extension/';
  const entries = Object.entries(unzipSync(archive)).filter(([name]) => name.startsWith(prefix) && !name.endsWith('/'));
  return new Map(entries.map(([name, content]) => [name.slice(prefix.length), content]));
}

const { values } = parseArgs({ options: { target: { type: 'string', multiple: true } } });
const targets = (values.target ?? Object.keys(PLATFORMS)).map((name) => (name === 'here' ? here : name));
const unknown = targets.filter((target) => !PLATFORMS[target]);
if (unknown.length) {
  console.error(`unknown platform ${unknown.join(', ')}: choose from ${Object.keys(PLATFORMS).join(', ')}`);
  process.exit(1);
}
mkdirSync(path.join(root, 'out'), { recursive: true });
const metafiles = await buildAll();
try {
  for (const target of targets) await makePackage(target, metafiles);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
