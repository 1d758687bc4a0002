import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import { startBrowser } from '../../extension/fidelity/browser.ts';
import type { Scene } from '../../extension/vision/scene.ts';
import { trueScene } from '../../test/truth/true-scene.ts';
import type { PageFacts } from './facts.ts';
import { assetOf } from './sets.ts';
import type { PageSource } from './sets.ts';

/** A page, photographed, with what its DOM holds. */
export interface DrawnPage {
  name: string;
  png: string;
  facts: PageFacts;
  scene: Scene;
}

export const CACHE = path.join(import.meta.dirname, '../../.cache/questions');
/** Taller pages are cut here. CSS pixels. */
const MOST_HEIGHT = 4000;
const LEAST_HEIGHT = 320;
/** Pages stand at this address; nothing of it leaves the machine. */
const ORIGIN = 'http://pages.test';

/** The reader of facts as one script, and a digest of it and of the true Scene's code: pages read by others are read anew. */
function readers(): { script: string; digest: string } {
  const entry = path.join(import.meta.dirname, 'facts/read.ts');
  const bundle = (file: string, globalName: string) =>
    buildSync({ entryPoints: [file], bundle: true, format: 'iife', globalName, write: false }).outputFiles[0]!.text;
  const script = `(() => { ${bundle(entry, 'facts')}; return facts.readFacts(); })()`;
  const truth = path.join(import.meta.dirname, '../../test/truth');
  const sources = ['ink.ts', 'paint.ts', 'shapes.ts', 'true-scene.ts'].map((name) =>
    readFileSync(path.join(truth, name), 'utf8'),
  );
  return {
    script,
    digest: createHash('sha256')
      .update([script, ...sources].join())
      .digest('hex')
      .slice(0, 16),
  };
}

/** Draws the pages that aren't in the cache, and reads the others from it. A page that can't be drawn is told of and left out. */
export async function drawAll(sources: PageSource[]): Promise<DrawnPage[]> {
  const { script, digest } = readers();
  let context: BrowserContext | undefined;
  const drawn: DrawnPage[] = [];
  for (const source of sources) {
    const base = path.join(CACHE, source.name);
    const input = createHash('sha256')
      .update(source.html ?? readFileSync(source.file!))
      .digest('hex');
    const key = `${digest} ${input.slice(0, 16)}`;
    const cached = existsSync(`${base}.json`) && (JSON.parse(readFileSync(`${base}.json`, 'utf8')) as Kept);
    if (!cached || cached.key !== key) {
      context ??= await openContext();
      try {
        const page = await openPage(context, source);
        const facts = (await page.evaluate(script)) as PageFacts;
        const { scene, png } = await trueScene(page);
        await page.close();
        keep(base, { key, facts, scene }, png);
      } catch (error) {
        console.error(`${source.name}: ${String(error).split('\n')[0]}`);
        continue;
      }
    }
    const { facts, scene } = JSON.parse(readFileSync(`${base}.json`, 'utf8')) as Kept;
    drawn.push({ name: source.name, png: `${base}.png`, facts, scene });
  }
  await context?.browser()?.close();
  return drawn;
}

interface Kept {
  key: string;
  facts: PageFacts;
  scene: Scene;
}

async function openContext(): Promise<BrowserContext> {
  const context = await (await startBrowser()).newContext();
  await context.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ body: '<!doctype html>', contentType: 'text/html' });
    const file = assetOf(pathname);
    return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
  });
  return context;
}

/** A page in a viewport as tall as it is. */
export async function openPage(context: BrowserContext, { html, file, width }: PageSource): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  if (file) await page.goto(pathToFileURL(file).href);
  else {
    await page.goto(ORIGIN);
    await page.setContent(html!, { waitUntil: 'load' });
  }
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const full = await page.evaluate(() => Math.max(document.body.scrollHeight, document.documentElement.scrollHeight));
  await page.setViewportSize({ width, height: Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, full)) });
  return page;
}

function keep(base: string, kept: Kept, png: Buffer): void {
  mkdirSync(path.dirname(base), { recursive: true });
  writeFileSync(`${base}.png`, png);
  // Last and at once: a page is complete where its facts are.
  writeFileSync(`${base}.tmp`, JSON.stringify(kept));
  renameSync(`${base}.tmp`, `${base}.json`);
}
