/**
 * `npm test`: sets up what the tests need, then runs every check, and prints last `N passed, N failed`.
 *
 * A browser and the fonts that the fixtures were photographed with come from the system. On Debian and its kin, as root,
 * they are installed when missing; elsewhere the run ends with a line that says what to install.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const DEBIAN_PACKAGES = ['chromium', 'fonts-liberation', 'fonts-dejavu-core'];
const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
];

const root = path.resolve(import.meta.dirname, '..');
let passed = 0;
let failed = 0;

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** Counts one check as one test. */
function check(name: string, command: string, args: string[]): void {
  const ok = run(command, args);
  console.log(`${ok ? 'ok' : 'FAILED'}: ${name}`);
  if (ok) passed++;
  else failed++;
}

function debianHas(name: string): boolean {
  const query = spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' });
  return query.status === 0 && query.stdout.includes('install ok installed');
}

/** Throws a one-line message where something is missing that can't be installed from here. */
function ensureBrowser(): void {
  if (process.platform !== 'linux') return;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    const missing = DEBIAN_PACKAGES.filter((name) => !debianHas(name));
    if (!missing.length) return;
    const quiet = ['-y', '-qq', '-o', 'Dpkg::Use-Pty=0'];
    run('apt-get', ['update', '-qq']);
    if (run('apt-get', ['install', ...quiet, '--no-install-recommends', ...missing])) return;
    throw new Error(`could not install ${missing.join(', ')}`);
  }
  if (!process.env['PIXELWRIGHT_BROWSER'] && !BROWSERS.some(existsSync)) {
    throw new Error(
      `no browser found: install ${DEBIAN_PACKAGES.join(', ')}, or point PIXELWRIGHT_BROWSER at a Chromium`,
    );
  }
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  /** A file that doesn't even load has no tests to fail. */
  testResults: { status: string; assertionResults: unknown[] }[];
}

function runVitest(): void {
  const report = path.join(tmpdir(), `pixelwright-vitest-${process.pid}.json`);
  const bin = path.join(root, 'node_modules/vitest/vitest.mjs');
  const ok = run(process.execPath, [
    bin,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  if (existsSync(report)) {
    const result = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
    rmSync(report);
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    failed += result.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.length).length;
  }
  if (!ok && !failed) failed++;
}

try {
  ensureBrowser();
} catch (error) {
  console.error(`setup: ${(error as Error).message}`);
  failed++;
}
const bin = (name: string) => path.join(root, 'node_modules', name);
check('types', process.execPath, [bin('typescript/bin/tsc'), '--noEmit']);
check('lint', process.execPath, [bin('eslint/bin/eslint.js'), '.']);
check('format', process.execPath, [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']);
runVitest();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
