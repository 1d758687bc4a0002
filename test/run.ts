/**
 * `npm test`: sets up what the tests need, then runs every check, packages the extension and tests it in a real editor, and prints
 * last `N passed, N failed`.
 *
 * A browser and the fonts that the fixtures were photographed with come from the system. On Debian and its kin, as root,
 * they are installed when missing; elsewhere the run ends with a line that says what to install.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { canInstall, installPackages } from './debian.ts';

const DEBIAN_PACKAGES = ['chromium', 'fonts-liberation', 'fonts-dejavu-core', 'libvulkan1'];
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

/** Throws a one-line message where something is missing that can't be installed from here. */
function ensureBrowser(): void {
  if (process.platform !== 'linux') return;
  if (canInstall()) return installPackages(DEBIAN_PACKAGES);
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

/** Counts each test of a configuration. */
function runVitest(...args: string[]): void {
  const report = path.join(tmpdir(), `pixelwright-vitest-${process.pid}.json`);
  const before = failed;
  const ok = run(process.execPath, [
    path.join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...args,
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
  if (!ok && failed === before) failed++;
}

try {
  ensureBrowser();
} catch (error) {
  console.error(`setup: ${(error as Error).message}`);
  failed++;
}
const bin = (name: string) => path.join(root, 'node_modules', name);
check('types', process.execPath, [bin('typescript/bin/tsc'), '--noEmit']);
check('types of the webviews', process.execPath, [bin('typescript/bin/tsc'), '--noEmit', '-p', 'webview']);
check('lint', process.execPath, [bin('eslint/bin/eslint.js'), '.']);
check('format', process.execPath, [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']);
runVitest();
check('packages', process.execPath, ['packaging/package.ts']);
runVitest('--config', 'test/editor/vitest.config.ts');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
