import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { checkLoads } from './load.ts';
import { faults } from './manifest.ts';
import { here } from './platforms.ts';

/** Checks a package, and on its own platform starts its engine. Throws an Error that says all that is wrong. */
export async function checkPackage(target: string, file: string): Promise<void> {
  const archive = readFileSync(file);
  const files = extensionFiles(archive);
  const found = faults(target, files, archive.length);
  if (found.length) throw new Error(`the package for ${target}:\n  ${found.join('\n  ')}`);
  console.log(`${target}: ${files.size} files, ${(archive.length / 2 ** 20).toFixed(1)} MB`);
  if (target !== here) return;
  await checkLoads(files);
  console.log(`${target}: its engine and its MCP server start and describe a picture`);
}

/** What an editor installs of a package: its folder `extension`, by path. */
function extensionFiles(archive: Uint8Array): Map<string, Uint8Array> {
  const prefix = 'extension/';
  const entries = Object.entries(unzipSync(archive)).filter(([name]) => name.startsWith(prefix) && !name.endsWith('/'));
  return new Map(entries.map(([name, content]) => [name.slice(prefix.length), content]));
}
