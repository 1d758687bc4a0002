import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PictureFiles } from './picture-files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pictures-'));
});
afterEach(() => rm(folder, { recursive: true }));

const HOUR = 60 * 60 * 1000;

it('keeps equal pictures once', async () => {
  const files = new PictureFiles(folder);
  const [a, b] = [await files.keep(new Uint8Array([1, 2])), await files.keep(new Uint8Array([1, 2]))];
  expect(a).toBe(b);
  expect(await readdir(folder)).toEqual([a]);
  expect(await files.read(a)).toEqual(new Uint8Array([1, 2]));
});

it('takes no path for a picture', async () => {
  const files = new PictureFiles(folder);
  expect(() => files.path('../../secret')).toThrow();
  expect(await files.read('../../secret')).toBeUndefined();
});

it('deletes what nothing refers to, but not what has just come', async () => {
  const files = new PictureFiles(folder);
  const [used, unused] = [await files.keep(new Uint8Array([1])), await files.keep(new Uint8Array([2]))];
  await files.clean(new Set([used]));
  expect(await files.read(unused)).toBeDefined();
  await files.clean(new Set([used]), Date.now() + 2 * HOUR);
  expect(await files.read(unused)).toBeUndefined();
  expect(await files.read(used)).toBeDefined();
});
