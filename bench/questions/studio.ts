import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { startBrowser } from '../../extension/fidelity/browser.ts';
import { assetOf } from './sets.ts';
import type { PageSource } from './sets.ts';

/** Taller pages are cut here. CSS pixels. */
const MOST_HEIGHT = 4000;
const LEAST_HEIGHT = 320;
/** Pages stand at this address; nothing of it leaves the machine. */
const ORIGIN = 'http://pages.test';

/** A browser that opens pages, started when the first is asked for. */
export class Studio {
  #context: BrowserContext | undefined;

  /** Shows a page in a viewport as tall as it is, until the next one. */
  async open({ html, file, width }: PageSource): Promise<Page> {
    this.#context ??= await newContext();
    // One page serves all: a new one would cost more than drawing does.
    const page = this.#context.pages()[0] ?? (await this.#context.newPage());
    await page.setViewportSize({ width, height: 900 });
    if (file) await page.goto(pathToFileURL(file).href);
    else {
      if (page.url() !== `${ORIGIN}/`) await page.goto(ORIGIN);
      await page.setContent(html!, { waitUntil: 'load' });
    }
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const full = await page.evaluate(() => Math.max(document.body.scrollHeight, document.documentElement.scrollHeight));
    await page.setViewportSize({ width, height: Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, full)) });
    return page;
  }

  async close(): Promise<void> {
    await this.#context?.browser()?.close();
    this.#context = undefined;
  }
}

async function newContext(): Promise<BrowserContext> {
  const context = await (await startBrowser()).newContext();
  await context.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ body: '<!doctype html>', contentType: 'text/html' });
    const file = assetOf(pathname);
    return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
  });
  return context;
}
