import { expect, it } from 'vitest';
import { tokensOf } from './tokens.ts';

const TSX = `export function A() {\n  return <p className="x" title={'a < b'}>It's {1}</p>;\n}\n`;

it.each([
  ['A.tsx', TSX],
  ['index.html', '<!doctype html>\n<p class="x">a &lt; b</p>\n'],
  ['styles.css', '.x {\n  color: #fff;\n}\n'],
  ['notes.txt', 'anything <b>'],
])('keeps every character of %s', (path, code) => {
  expect(
    tokensOf(path, code)
      .map(({ text }) => text)
      .join(''),
  ).toBe(code);
});

it('tells keywords, tags and attributes in TSX', () => {
  const scopes = new Map(tokensOf('A.tsx', TSX).map(({ text, scope }) => [text, scope]));
  expect(scopes.get('export')).toBe('hljs-keyword');
  expect(scopes.get('p')).toBe('hljs-name');
  expect(scopes.get('className')).toBe('hljs-attr');
});
