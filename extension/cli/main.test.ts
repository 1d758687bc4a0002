import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const sample = path.join(root, 'media/samples/login.png');
const isRoot = process.getuid?.() === 0;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pixelwright-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const main = path.join(root, 'extension/cli/main.ts');
const inFolder = (name: string) => path.join(folder, name);

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'component', ...args], { encoding: 'utf8' });
  return { status, stdout, lines: stderr.trim().split('\n').filter(Boolean) };
}

describe('usage', () => {
  test('--help prints what there is, and loads nothing for it', () => {
    const { status, stdout, lines } = run('--help');
    expect([status, lines]).toEqual([0, []]);
    expect(stdout).toContain('--target react|html');
    const imports = readFileSync(main, 'utf8').matchAll(/^import (?!type)[^]*?from '(.*)';$/gm);
    for (const [, module] of imports) expect(module).toMatch(/^node:/);
  });

  test.each([
    [[], /no image is named/],
    [['a.png', '--target', 'vue'], /no target vue/],
    [['a.png', '--colour'], /colour/],
  ])('says what is wrong with %j', (args, message) => {
    const { status, lines } = run(...args);
    expect(status).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(message);
  });
});

describe('bad input ends in one line, exit status 1 and nothing written', { timeout: 120_000 }, () => {
  const cases: [string, () => string, RegExp][] = [
    ['a missing file', () => inFolder('missing.png'), /missing\.png doesn't exist/],
    ['a folder', () => folder, /is a folder/],
    ['0 bytes', () => (writeFileSync(inFolder('empty.png'), ''), inFolder('empty.png')), /is empty/],
    [
      'no picture',
      () => (writeFileSync(inFolder('text.png'), 'hello '.repeat(50)), inFolder('text.png')),
      /isn't a picture/,
    ],
    [
      'a picture cut short',
      () => {
        writeFileSync(inFolder('cut.png'), readFileSync(sample).subarray(0, 4000));
        return inFolder('cut.png');
      },
      /damaged or cut short/,
    ],
  ];
  test.each(cases)('%s', (_, make, message) => {
    const image = make();
    const { status, stdout, lines } = run(image, '--out', inFolder('bad-out'), '--no-verify');
    expect(status).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^pixelwright: /);
    expect(lines[0]).toMatch(message);
    expect(stdout).toBe('');
    expect(existsSync(inFolder('bad-out'))).toBe(false);
  });

  test.skipIf(isRoot)('no permission to read (root may read anything)', () => {
    copyFileSync(sample, inFolder('secret.png'));
    chmodSync(inFolder('secret.png'), 0o000);
    const { status, lines } = run(inFolder('secret.png'), '--out', inFolder('bad-out'), '--no-verify');
    expect([status, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toMatch(/may not be read/);
  });

  test('an output folder that is a file', () => {
    writeFileSync(inFolder('occupied'), 'mine');
    const { status, lines } = run(sample, '--out', inFolder('occupied'), '--no-verify');
    expect([status, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toMatch(/is a file/);
    expect(readFileSync(inFolder('occupied'), 'utf8')).toBe('mine');
  });

  test.skipIf(!canMount())('a full disk (needs a file system of its own, which only root can mount)', () => {
    const disk = inFolder('disk');
    mkdirSync(disk);
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk]).status).toBe(0);
    try {
      const { status, lines } = run(sample, '--out', path.join(disk, 'out'), '--no-verify');
      expect([status, lines.length]).toEqual([1, 1]);
      expect(lines[0]).toMatch(/disk of .* is full/);
      expect(readdirSync(disk)).toEqual([]);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});

/** Whether a small file system can be mounted here. */
function canMount(): boolean {
  if (process.platform !== 'linux' || !isRoot) return false;
  const probe = mkdtempSync(path.join(tmpdir(), 'pixelwright-mount-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', probe]).status === 0;
  if (mounted) spawnSync('umount', [probe]);
  rmSync(probe, { recursive: true });
  return mounted;
}

describe('the command', { timeout: 300_000 }, () => {
  test('makes components, goes on after a bad image, and says all in JSON', () => {
    const out = inFolder('json-out');
    const missing = inFolder('missing.png');
    const { status, stdout, lines } = run(
      missing,
      sample,
      sample,
      '--target',
      'html',
      '--out',
      out,
      '--no-verify',
      '--json',
    );
    expect(status).toBe(1);
    expect(lines).toHaveLength(1);
    const [bad, first, second] = JSON.parse(stdout) as Record<string, unknown>[];
    expect(bad).toEqual({ image: missing, error: expect.stringContaining("doesn't exist") as string });
    expect(first).toMatchObject({ image: sample, target: 'html', folder: path.join(out, 'login'), fidelity: null });
    expect(second).toMatchObject({ folder: path.join(out, 'login-2') });
    expect(first!['words']).toEqual(expect.arrayContaining(['Password']));
    expect(Object.keys(first!['times'] as object)).toEqual([
      'decode',
      'detect',
      'read',
      'measure',
      'layout',
      'generate',
    ]);
    for (const file of first!['files'] as string[]) expect(existsSync(path.join(out, 'login', file))).toBe(true);
    expect(readdirSync(out).sort()).toEqual(['login', 'login-2']);
  });

  test('checks what it made, and says what it could not check', () => {
    const out = inFolder('checked-out');
    const checked = run(sample, '--target', 'html', '--out', out, '--json');
    expect(checked.status).toBe(0);
    const [result] = JSON.parse(checked.stdout) as { fidelity: { final: number } }[];
    expect(result!.fidelity.final).toBeGreaterThan(0.8);
    const browser = { ...process.env, PIXELWRIGHT_BROWSER: inFolder('no-such-browser') };
    const args = [main, 'component', sample, '--out', out];
    const unchecked = spawnSync(process.execPath, args, { encoding: 'utf8', env: browser });
    expect(unchecked.status).toBe(0);
    expect(unchecked.stderr).toMatch(/Not checked against the screenshot: PIXELWRIGHT_BROWSER names/);
  });

  test('leaves nothing when it is interrupted', async () => {
    const out = inFolder('interrupted-out');
    const child = spawn(process.execPath, [main, 'component', sample, '--out', out], { stdio: 'ignore' });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    while (!existsSync(out)) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 500));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(existsSync(out)).toBe(false);
  });
});
