import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DiskCache } from './disk-cache.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (body: Uint8Array | undefined) => body && new TextDecoder().decode(body);

it('keeps what it is given, across instances', async () => {
  await new DiskCache(folder, 1000).set('a', bytes('one'));
  expect(text(await new DiskCache(folder, 1000).get('a'))).toBe('one');
  expect(await new DiskCache(folder, 1000).get('b')).toBeUndefined();
});

it('drops what was not used for longest', async () => {
  const cache = new DiskCache(folder, 500);
  for (const [i, name] of ['a', 'b', 'c'].entries()) {
    await cache.set(name, new Uint8Array(100));
    await utimes(path.join(folder, name), i + 1, i + 1);
  }
  await cache.get('a');
  await cache.set('d', new Uint8Array(100));
  expect((await readdir(folder)).sort()).toEqual(['a', 'c', 'd']);
});

it('ignores and removes what is damaged', async () => {
  const cache = new DiskCache(folder, 1000);
  await cache.set('a', bytes('one'));
  const file = path.join(folder, 'a');
  await writeFile(file, (await readFile(file)).subarray(0, 33));
  expect(await cache.get('a')).toBeUndefined();
  expect(await readdir(folder)).toEqual([]);
});

it('costs nothing but itself where it can not write', async () => {
  const file = path.join(folder, 'file');
  await writeFile(file, '');
  const cache = new DiskCache(path.join(file, 'below'), 1000);
  await cache.set('a', bytes('one'));
  expect(await cache.get('a')).toBeUndefined();
});

it('keeps nothing larger than its limit', async () => {
  const cache = new DiskCache(folder, 20);
  await cache.set('a', bytes('one'));
  expect(await readdir(folder)).toEqual([]);
});
