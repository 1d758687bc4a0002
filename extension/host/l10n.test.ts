import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const table = (file: string) => JSON.parse(read(file)) as Record<string, string>;

/** Texts that the host shows: first arguments of `l10n.t`. */
function shownTexts(): Set<string> {
  const texts = new Set<string>();
  for (const file of globSync('extension/{main.ts,host/**/*.ts}', { cwd: root })) {
    if (file.endsWith('.test.ts')) continue;
    const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /\bl10n\.t$/.test(node.expression.getText(source))) {
        const [text] = node.arguments;
        if (text && ts.isStringLiteralLike(text)) texts.add(text.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return texts;
}

const placeholders = (text: string) => [...new Set(text.match(/\{\d+\}/g))].sort();

test('all that the host shows is there in German, and nothing else', () => {
  const german = table('l10n/bundle.l10n.de.json');
  expect(Object.keys(german).sort()).toEqual([...shownTexts()].sort());
  for (const [text, translated] of Object.entries(german))
    expect(placeholders(translated), text).toEqual(placeholders(text));
});

test('all that the manifest names is there in both languages, and nothing else', () => {
  const named = [...new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]!))].sort();
  expect(Object.keys(table('package.nls.json')).sort()).toEqual(named);
  expect(Object.keys(table('package.nls.de.json')).sort()).toEqual(named);
});
