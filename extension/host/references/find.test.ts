import { expect, test } from 'vitest';
import { findReference } from './find.ts';

/** What is found where `|` stands in a line, as `kind value`; `^` marks must be the found range's ends. */
function at(marked: string): string | undefined {
  const column = marked.indexOf('|');
  const line = marked.replace('|', '');
  const found = findReference(line, column);
  if (!found) return undefined;
  expect(found.start).toBeLessThanOrEqual(column);
  expect(found.end).toBeGreaterThanOrEqual(column);
  return `${found.kind} ${found.value}`;
}

test.each([
  [`import login from '@/assets/lo|gin.png';`, 'path @/assets/login.png'],
  [`const a = require("./a b|.jpg")`, 'path ./a b.jpg'],
  [`  background: url(img/he|ro.webp) no-repeat;`, 'path img/hero.webp'],
  [`  background: url('./he|ro.svg?v=2');`, 'path ./hero.svg?v=2'],
  [`![A chart](../pics/ch|art.png "The chart")`, 'path ../pics/chart.png'],
  [`![](<my pic|ture.png>)`, 'path my picture.png'],
  [`[![badge](a.png)](https://x.org/b|.png)`, 'url https://x.org/b.png'],
  [`[logo]: img/log|o.gif`, 'path img/logo.gif'],
  [`<img alt="it's" src="/ar|ticle.png">`, 'path /article.png'],
  [`<img src=a|.png alt=x>`, 'path a.png'],
  [`PICTURE = r"C:\\pics\\a|.png"`, 'path C:\\pics\\a.png'],
  [`PICTURE = "C:\\\\pics\\\\a|.png"`, 'path C:\\pics\\a.png'],
  [`icon: assets/ic|on.avif # the icon`, 'path assets/icon.avif'],
  [`icon:ic|on.png`, 'path icon.png'],
  [`See docs/scr|een.png.`, 'path docs/screen.png'],
  [`open file:///tmp/a|.png now`, 'path file:///tmp/a.png'],
  [`<img src="https://host/pict|ure?id=3&amp;w=2">`, 'url https://host/picture?id=3&w=2'],
  [`![](//host/a|b)`, 'url https://host/ab'],
  ['see https://host/a.png?x=1|&y=2, then', 'url https://host/a.png?x=1&y=2'],
])('%s', (line, expected) => {
  expect(at(line)).toBe(expected);
});

test('takes the candidate of a srcset that the mouse is on', () => {
  expect(at(`<img srcset="small.png 400w, lar|ge.png 800w">`)).toBe('path large.png');
  expect(at(`<img srcset="sm|all.png 1x, large.png 2x">`)).toBe('path small.png');
});

test.each([
  [`const a = "not a pic|ture";`],
  ['const a = `${base}/ic|on.png`;'],
  [`import { use|State } from 'react'; import a from './a.png';`],
  [`if (name.endsWith('.p|ng')) {}`],
  [`see https://host/pa|ge for more`],
  [`<a href="https://host/pa|ge">`],
  [`Don|'t touch a.txt`],
])('finds nothing in %s', (line) => {
  expect(at(line)).toBeUndefined();
});

test('takes data URIs whole, in quotes even where they hold mark-up', () => {
  const png = 'data:image/png;base64,iVBORw0KGgo=';
  expect(at(`src="${png.slice(0, 30)}|${png.slice(30)}" alt`)).toBe(`data ${png}`);
  expect(at(`url(${png.slice(0, 3)}|${png.slice(3)})`)).toBe(`data ${png}`);
  expect(at(`url("data:image/svg+xml;utf8,<svg xmlns='x'><pa|th/></svg>")`)).toBe(
    `data data:image/svg+xml;utf8,<svg xmlns='x'><path/></svg>`,
  );
  expect(at(`"${png}" and "${png}|"`)).toBe(`data ${png}`);
  expect(at(`"${png}" no|thing`)).toBeUndefined();
});

test('is quick on a line of a megabyte', () => {
  const line = `const a = "data:image/png;base64,${'A'.repeat(1_000_000)}";`;
  expect(findReference(line, 500_000)?.value).toHaveLength(1_000_022);
  expect(findReference(`'${'x'.repeat(1_000_000)}'`, 500_000)).toBeUndefined();
});
