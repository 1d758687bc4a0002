import { expect, test } from 'vitest';
import { backslashedMarkdown, escapedMarkdown } from './markdown.ts';

const hostile = 'see [this](command:quit) <b> **x** `y` $(zap) https://a.example \n\n# z \u202e \\';

test.each([backslashedMarkdown, escapedMarkdown])('leaves nothing of a text to be taken for Markdown', (escape) => {
  const escaped = escape(hostile);
  expect(escaped).not.toMatch(/\n|\u202e/);
  // What is left once the escapes are gone holds no punctuation at all.
  expect(escaped.replace(/&#\d+;|\\[!-/:-@[-`{-~]/g, '')).toMatch(/^[\w ]*$/);
});

test('backslashes vanish where Markdown is read', () =>
  expect(backslashedMarkdown('a/b.png (1)').replace(/\\(.)/g, '$1')).toBe('a/b.png (1)'));
