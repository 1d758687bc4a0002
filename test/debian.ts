/** Programs of the system that tests need. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

function has(name: string): boolean {
  const query = spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' });
  return query.status === 0 && query.stdout.includes('install ok installed');
}

/** Whether packages can be installed here: Debian or its kin, as root. */
export const canInstall = () =>
  process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

/** Installs those that are missing. Throws an Error of one line where that fails. */
export function installPackages(names: readonly string[]): void {
  const missing = names.filter((name) => !has(name));
  if (!missing.length) return;
  const run = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'inherit' }).status === 0;
  run('update', '-qq');
  if (!run('install', '-y', '-qq', '-o', 'Dpkg::Use-Pty=0', '--no-install-recommends', ...missing)) {
    throw new Error(`could not install ${missing.join(', ')}`);
  }
}
