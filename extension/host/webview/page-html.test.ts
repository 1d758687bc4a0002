import { expect, it } from 'vitest';
import { pageHtml } from './page-html.ts';

const parts = {
  script: 'https://host/chat.js',
  style: 'https://host/chat.css',
  source: 'https://host',
  nonce: 'abc',
  language: 'en',
  title: 'Chat',
};

it('keeps what it starts with apart from markup', () => {
  const html = pageHtml({
    ...parts,
    title: '</title><script>',
    setup: { text: '"></body><script>alert(1)</script>&quot;' },
  });
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).toContain('&lt;/title&gt;&lt;script&gt;');
  expect(html).toContain('&amp;quot;');
});

it('lets in scripts by nonce alone, and nothing inline', () => {
  const policy = /content="(default-src[^"]*)"/.exec(pageHtml({ ...parts, setup: {} }))![1]!;
  expect(policy).toContain("default-src 'none'; script-src 'nonce-abc';");
  expect(policy).not.toMatch(/unsafe|\*/);
});
