import { expect, test } from 'vitest';
import type { DescribeResult } from '../../engine/protocol.ts';
import { commandLink, escapedMarkdown } from '../markdown.ts';
import { card, THUMBNAIL_BYTES, type CardStrings } from './card.ts';

const strings: CardStrings = {
  medium: { interface: 'Interface', document: '', chart: '', icon: '', photograph: '', drawing: '' },
  weight: (bytes) => `${bytes} B`,
};

function result(summary: string, bytes = 10): DescribeResult {
  return {
    description: {
      medium: 'interface',
      confidence: 0.9,
      summary,
      alt: '',
      text: '',
      colors: [{ color: '#ff0000', share: 0.5 }],
    },
    image: { width: 1280, height: 800, format: 'png', bytes: 84_000 },
    thumbnail: { bytes: new Uint8Array(bytes), mime: 'image/png', width: 640, height: 400 },
  };
}

test('says what the picture is, and keeps a place of fixed size for it', () => {
  const markdown = card(result('A sign-in form'), ['[Ask](command:x)'], strings);
  expect(markdown).toContain('width="154" height="96"');
  expect(markdown).toContain('**Interface** · 1280 × 800 · PNG · 84000 B');
  expect(markdown).toContain('A sign&#45;in form');
  expect(markdown).toContain('[Ask](command:x)');
  expect(markdown).toContain('title="#ff0000"');
});

test('stays below the length at which the editor cuts it', () => {
  expect(card(result('x'.repeat(2000), THUMBNAIL_BYTES), [], strings).length).toBeLessThan(100_000);
  const tooLong = card(result('words', 90_000), [], strings);
  expect(tooLong.length).toBeLessThan(100_000);
  expect(tooLong).toContain('words');
});

test('ends a long summary at a word', () => {
  const markdown = card(result('word, '.repeat(100)), [], strings);
  expect(markdown).toContain('word …');
  expect(markdown.split('\n').at(-1)!.length).toBeLessThan(500);
});

test('lets nothing in a text become more than text', () => {
  const hostile = `<img src=x onerror=alert(1)> [a](command:b) ![c](http://d) $(bug) **e** https://f\n\n# g \u202e &lt;`;
  const escaped = escapedMarkdown(hostile);
  expect(escaped).not.toMatch(/[<>[\]()!$*:\n\u202e/`"']/);
  // What the references stand for is the text, on one line.
  const shown = escaped.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  expect(shown).toBe(hostile.replace('\u202e', '').replace(/\s+/g, ' '));
  expect(card(result(hostile), [], strings)).toContain(escaped);
});

test('links carry any argument', () => {
  const link = commandLink('Go', 'a.b', [`file:///x/)](command:evil)'"`]);
  expect(link).toMatch(/^\[Go\]\(command:a\.b\?[^()\s'"]+\)$/);
  const query = decodeURIComponent(/\?(.*)\)$/.exec(link)![1]!);
  expect(JSON.parse(query)).toEqual([`file:///x/)](command:evil)'"`]);
});
