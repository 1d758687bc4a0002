/** Packages with binaries for other platforms than this one: fetched from npm once, never put into node_modules. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const cache = path.join(root, '.cache/native');

interface Lock {
  packages: Record<string, { version: string; integrity?: string }>;
}

/**
 * @param name of a package that package-lock.json holds, such as `@esbuild/win32-x64`
 * @returns the folder it was unpacked to
 * @throws Error where it can't be fetched or isn't what package-lock.json says
 */
export function nativePackage(name: string): string {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock;
  const locked = lock.packages[`node_modules/${name}`];
  if (!locked?.integrity) throw new Error(`package-lock.json doesn't hold ${name}`);
  const folder = path.join(cache, `${name.replace('/', '+')}-${locked.version}`);
  if (existsSync(folder)) return folder;
  const scratch = `${folder}.${process.pid}`;
  mkdirSync(scratch, { recursive: true });
  try {
    // Through a shell on Windows, where npm is a script.
    const shell = process.platform === 'win32';
    const spec = `${name}@${locked.version}`;
    const pack = ['pack', spec, '--ignore-scripts', '--silent', '--pack-destination', scratch];
    const file = execFileSync('npm', pack, { cwd: root, encoding: 'utf8', shell }).trim().split('\n').at(-1)!;
    const archive = path.join(scratch, file);
    checkIntegrity(spec, readFileSync(archive), locked.integrity);
    execFileSync('tar', ['-xzf', archive, '-C', scratch]);
    renameSync(path.join(scratch, 'package'), folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return folder;
}

function checkIntegrity(name: string, content: Uint8Array, integrity: string): void {
  const [algorithm, expected] = integrity.split(/-(.*)/s) as [string, string];
  const actual = createHash(algorithm).update(content).digest('base64');
  if (actual !== expected) throw new Error(`${name} isn't the package that package-lock.json describes`);
}
