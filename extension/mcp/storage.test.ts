import path from 'node:path';
import { expect, test } from 'vitest';
import { usualStorage } from './storage.ts';

test.each([
  ['linux', {}, path.join('/home/u', '.cache', 'pixelwright')],
  ['linux', { XDG_CACHE_HOME: '/caches' }, path.join('/caches', 'pixelwright')],
  ['darwin', { XDG_CACHE_HOME: '/caches' }, path.join('/home/u', 'Library', 'Caches', 'pixelwright')],
  ['win32', { LOCALAPPDATA: 'L' }, path.join('L', 'pixelwright')],
  ['win32', {}, path.join('/home/u', 'AppData', 'Local', 'pixelwright')],
] as const)('keeps on %s with %j what can be made again in %s', (platform, env, folder) =>
  expect(usualStorage(platform, env, '/home/u')).toBe(folder),
);
