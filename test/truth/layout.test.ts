import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsApart } from '../../bench/words.ts';
import { generate } from '../../extension/codegen/generate.ts';
import { startBrowser } from '../../extension/fidelity/browser.ts';
import { layOut } from '../../extension/layout/layout.ts';
import { trueScene } from './true-scene.ts';

const PAGES = path.join(import.meta.dirname, 'pages');
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
}, 60_000);
afterAll(() => browser.close());

/** Runs in the page: its text, what stands in fields and names pictures, and the numbers of lists. */
function saidByPage(): string[] {
  const named = [...document.querySelectorAll('[placeholder], [value], [alt], [aria-label]')].flatMap((element) =>
    ['placeholder', 'value', 'alt', 'aria-label'].map((name) => element.getAttribute(name) ?? ''),
  );
  const texts = [...document.querySelectorAll('body *')].flatMap((element) =>
    [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? ''),
  );
  const numbers = [...document.querySelectorAll('ol')].flatMap((list) => [...list.children].map((_, i) => `${i + 1}.`));
  return [...texts, ...named, ...numbers];
}

describe('the layout of a page that is seen without a fault', () => {
  test.each(readdirSync(PAGES))('%s keeps all of its words and holds at 390 px', async (name) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(pathToFileURL(path.join(PAGES, name)).href);
    const { scene } = await trueScene(page);
    const files = await generate(layOut(scene), 'html', {});
    const text = (suffix: string) =>
      files.flatMap((f) => ('text' in f && f.path.endsWith(suffix) ? [f.text] : [])).join();
    await page.setContent(text('.html'));
    await page.addStyleTag({ content: text('.css') });
    const made = await page.evaluate(saidByPage);
    await page.setViewportSize({ width: 390, height: 844 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.close();
    expect(
      wordsApart(
        scene.lines.map((line) => line.text),
        made,
      ).missed,
    ).toEqual([]);
    expect(width).toBeLessThanOrEqual(390);
  });
});
