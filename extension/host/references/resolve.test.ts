import { expect, test } from 'vitest';
import { readAliases } from './aliases.ts';
import { candidates } from './resolve.ts';

const place = { document: '/shop/app/docs/guide.md', root: '/shop', aliases: [] };

/** Whether the first of a set of existing files that a reference finds is the one expected. */
function finds(value: string, existing: string[], where: Parameters<typeof candidates>[1] = place): string | undefined {
  return candidates(value, where).find((each) => existing.includes(each));
}

test('looks beside the file first, then towards the root', () => {
  expect(finds('a.png', ['/shop/a.png', '/shop/app/docs/a.png'])).toBe('/shop/app/docs/a.png');
  expect(finds('img/a.png', ['/shop/img/a.png'])).toBe('/shop/img/a.png');
  expect(finds('../a.png', ['/shop/app/a.png'])).toBe('/shop/app/a.png');
  expect(finds('./img/a.png', ['/shop/img/a.png'])).toBe('/shop/img/a.png');
  expect(finds('a.png', ['/a.png'])).toBeUndefined();
});

test('looks in the folders that sites serve from, the nearest package first', () => {
  expect(finds('/a.png', ['/shop/public/a.png'])).toBe('/shop/public/a.png');
  expect(finds('/a.png', ['/shop/static/a.png', '/shop/app/public/a.png'])).toBe('/shop/app/public/a.png');
  expect(finds('logo.png', ['/shop/src/assets/logo.png'])).toBe('/shop/src/assets/logo.png');
  expect(finds('/etc/a.png', ['/etc/a.png'])).toBe('/etc/a.png');
});

test('undoes escapes, queries and backslashes', () => {
  expect(finds('a%20b.png', ['/shop/app/docs/a b.png'])).toBe('/shop/app/docs/a b.png');
  expect(finds('a.png?v=2#x', ['/shop/app/docs/a.png'])).toBe('/shop/app/docs/a.png');
  expect(finds('c#.png', ['/shop/app/docs/c#.png'])).toBe('/shop/app/docs/c#.png');
  expect(finds('..\\img\\a.png', ['/shop/app/img/a.png'])).toBe('/shop/app/img/a.png');
  expect(finds('100%.png', ['/shop/app/docs/100%.png'])).toBe('/shop/app/docs/100%.png');
  expect(finds('C:\\pics\\a.png', ['/C:/pics/a.png'])).toBe('/C:/pics/a.png');
  expect(finds('file:///pics/a%20b.png', ['/pics/a b.png'])).toBe('/pics/a b.png');
});

test('never asks another machine', () => {
  for (const value of ['\\\\evil\\share\\a.png', '//evil/a.png', 'file://evil/share/a.png', 'file:////evil/a.png'])
    expect(candidates(value, place)).toEqual([]);
});

test('knows the aliases of frameworks and of tsconfig.json', async () => {
  expect(finds('@/a.png', ['/shop/src/a.png'])).toBe('/shop/src/a.png');
  expect(finds('~@/a.png', ['/shop/src/a.png'])).toBe('/shop/src/a.png');
  expect(finds('$lib/a.png', ['/shop/src/lib/a.png'])).toBe('/shop/src/lib/a.png');
  const files: Record<string, string> = {
    '/shop/tsconfig.json': `{ // the editor's
      "references": [{ "path": "./tsconfig.app.json" }], "files": [], }`,
    '/shop/tsconfig.app.json': `{ "extends": "./base", "compilerOptions": { "paths": { "#img/*": ["./pictures/*"] } } }`,
    '/shop/base.json': `{ "extends": "./tsconfig.json", "compilerOptions": { "baseUrl": "lib" } }`,
  };
  const aliases = await readAliases('/shop/app/docs', '/shop', async (path) => files[path]);
  const where = { ...place, aliases };
  expect(finds('#img/a.png', ['/shop/pictures/a.png'], where)).toBe('/shop/pictures/a.png');
  expect(finds('deep/a.png', ['/shop/lib/deep/a.png'], where)).toBe('/shop/lib/deep/a.png');
  expect(await readAliases('/shop', '/shop', async () => '{ half')).toEqual([]);
  expect(await readAliases('/shop', '/shop', async () => '{"compilerOptions": {"paths": {"a/*": 3}}}')).toEqual([
    { before: 'a/', after: '', targets: [] },
  ]);
});
