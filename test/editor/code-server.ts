/** A real VS Code to test in: code-server, kept in .cache/ as it is too large for the project's dependencies. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { canInstall, installPackages } from '../debian.ts';

/** 4.x.y is VS Code 1.x.y. */
const VERSION = '4.139.1';
/** What its native modules are compiled with. */
const DEBIAN_PACKAGES = ['libkrb5-dev', 'build-essential', 'python3'];

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, '.cache', `code-server-${VERSION}`);
const home = path.join(folder, 'node_modules/code-server');
const done = path.join(folder, 'installed');

/** The script to run with Node. */
export const codeServerEntry = path.join(home, 'out/node/entry.js');

/** Installs code-server where it isn't yet; takes minutes then. Throws an Error of one line where that fails. */
export function ensureCodeServer(): void {
  if (existsSync(done) && readFileSync(done, 'utf8') === process.version) return;
  if (canInstall()) installPackages(DEBIAN_PACKAGES);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  npmInstall(folder, `code-server@${VERSION}`, '--ignore-scripts');
  const editor = path.join(home, 'lib/vscode');
  npmInstall(editor, '--omit=dev');
  // The editor looks for its modules in an archive that only its desktop build has.
  symlinkSync('node_modules', path.join(editor, 'node_modules.asar'));
  npmInstall(path.join(editor, 'extensions'), '--omit=dev');
  writeFileSync(done, process.version);
}

function npmInstall(cwd: string, ...args: string[]): void {
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...args], {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm install failed in ${cwd}; code-server needs ${DEBIAN_PACKAGES.join(', ')}`);
}
