import {
  chmodSync,
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
import { afterEach, beforeEach, expect, test } from 'vitest';
import { REPORT_MARK } from '../fidelity/report.ts';
import { folderName, Output } from './output.ts';

const isRoot = process.getuid?.() === 0;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pixelwright-output-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const files = (text: string) => [
  { path: 'index.html', content: text },
  { path: 'assets/logo.png', content: new Uint8Array([1, 2]) },
  { path: 'report.html', content: REPORT_MARK },
];

test('names a folder after an image', () => {
  expect(folderName('shots/Sign in.v2.png')).toBe('Sign in.v2');
  expect(folderName('/tmp/a:b?.jpg')).toBe('a-b-');
  expect(folderName('..png')).not.toMatch(/^\.*$/);
  expect(folderName(`${'ü'.repeat(300)}.png`).length).toBeLessThan(100);
});

test('writes whole folders, one for each image, and replaces those of an earlier run', async () => {
  const first = new Output(path.join(folder, 'a', 'b'));
  await first.prepare();
  expect(await first.write('shot', files('one'))).toBe(path.join(folder, 'a', 'b', 'shot'));
  expect(await first.write('shot', files('two'))).toBe(path.join(folder, 'a', 'b', 'shot-2'));
  const again = new Output(path.join(folder, 'a', 'b'));
  const target = await again.write('shot', [...files('three').slice(0, 1), ...files('').slice(2)]);
  expect(readFileSync(path.join(target, 'index.html'), 'utf8')).toBe('three');
  expect(readdirSync(target).sort()).toEqual(['index.html', 'report.html']);
  expect(readdirSync(path.dirname(target)).sort()).toEqual(['shot', 'shot-2']);
});

test('never replaces what it did not write', async () => {
  mkdirSync(path.join(folder, 'src'));
  writeFileSync(path.join(folder, 'src', 'main.ts'), 'mine');
  writeFileSync(path.join(folder, 'notes'), 'mine');
  const output = new Output(folder);
  expect(await output.write('src', files('x'))).toBe(path.join(folder, 'src-2'));
  expect(await output.write('notes', files('x'))).toBe(path.join(folder, 'notes-2'));
  expect(readFileSync(path.join(folder, 'src', 'main.ts'), 'utf8')).toBe('mine');
});

test('leaves nothing where writing fails', async () => {
  const output = new Output(folder);
  const bad = [...files('x'), { path: `${'x'.repeat(300)}.css`, content: '' }];
  await expect(output.write('shot', bad)).rejects.toThrow(/gets too long.*--out/);
  expect(readdirSync(folder)).toEqual([]);
});

test('says why a place cannot be written to, and removes what it made on the way', async () => {
  writeFileSync(path.join(folder, 'file'), '');
  await expect(new Output(path.join(folder, 'file')).prepare()).rejects.toThrow(/is a file.*--out/);
  await expect(new Output(path.join(folder, 'file', 'out')).prepare()).rejects.toThrow(/lies below a file.*--out/);
  const output = new Output(path.join(folder, 'new', 'out'));
  await output.prepare();
  output.discard();
  expect(existsSync(path.join(folder, 'new'))).toBe(false);
  await output.prepare();
  expect(existsSync(path.join(folder, 'new', 'out'))).toBe(true);
});

test.skipIf(isRoot)('says that a place may not be written to (root may write anywhere)', async () => {
  chmodSync(folder, 0o555);
  await expect(new Output(path.join(folder, 'out')).prepare()).rejects.toThrow(/may not be written to.*--out/);
  chmodSync(folder, 0o755);
});
