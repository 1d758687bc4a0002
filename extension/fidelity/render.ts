import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { readNarrowPage, readPage } from './page.ts';
import type { NarrowContent, PageContent, RenderedLine } from './page.ts';

/** A page as the browser shows it. */
export interface Rendering extends PageContent {
  /** The whole page, `width * scale` pixels wide. */
  png: Uint8Array;
  /** At 390 CSS pixels; absent for pages that are as narrow themselves. */
  narrow?: NarrowContent;
}

export interface RenderOptions {
  /** CSS pixels. */
  width: number;
  /** Height of the window, CSS pixels: what `100vh` stands for. The photograph is of the whole page. */
  height: number;
  /** Device pixels a CSS pixel. */
  scale: number;
  signal?: AbortSignal;
}

/** A small phone, as the bench has it. */
export const PHONE = { width: 390, height: 844 } as const;
/** Longest that a local page may take to load. */
const LOAD_TIMEOUT_MS = 15_000;
/** A reserved name (RFC 2606) that never resolves: pages get a web origin though they come from a folder. */
const ORIGIN = 'http://page.invalid/';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

/** Answers a page's requests from `folder` alone: everything else, links out of the folder too, is refused. */
async function serve(route: Route, folder: string): Promise<void> {
  const url = route.request().url();
  if (url.startsWith('data:') || url.startsWith('blob:')) return route.continue();
  if (!url.startsWith(ORIGIN)) return route.abort('blockedbyclient');
  try {
    const file = await realpath(path.join(folder, decodeURIComponent(new URL(url).pathname)));
    if (!file.startsWith(folder + path.sep)) return await route.abort('accessdenied');
    const contentType = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    return await route.fulfill({ body: await readFile(file), contentType });
  } catch {
    return route.abort('filenotfound');
  }
}

async function open(context: BrowserContext, folder: string, file: string): Promise<Page> {
  const root = await realpath(folder);
  await context.route('**/*', (route) => serve(route, root));
  const page = await context.newPage();
  await page.goto(ORIGIN + file.split(path.sep).map(encodeURIComponent).join('/'), {
    waitUntil: 'load',
    timeout: LOAD_TIMEOUT_MS,
  });
  return page;
}

/**
 * Renders a page of a local folder, photographs it and reads where everything landed. Scripts of the page don't run and
 * nothing outside the folder is reachable. `file` is relative to `folder`. Throws where the page can't be loaded and when
 * `signal` is aborted.
 */
export async function render(
  browser: Browser,
  folder: string,
  file: string,
  options: RenderOptions,
): Promise<Rendering> {
  options.signal?.throwIfAborted();
  const context = await browser.newContext({
    viewport: { width: options.width, height: options.height },
    deviceScaleFactor: options.scale,
    javaScriptEnabled: false,
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  const close = () => void context.close().catch(() => {});
  options.signal?.addEventListener('abort', close, { once: true });
  try {
    const page = await open(context, folder, file);
    const content = await page.evaluate(readPage);
    const png = await page.screenshot({ fullPage: true, animations: 'disabled', timeout: LOAD_TIMEOUT_MS });
    const rendering: Rendering = { ...content, lines: joinLines(content.lines), png };
    if (options.width <= PHONE.width) return rendering;
    await page.setViewportSize(PHONE);
    return { ...rendering, narrow: await page.evaluate(readNarrowPage) };
  } finally {
    options.signal?.removeEventListener('abort', close);
    await context.close().catch(() => {});
  }
}

/** Baselines on one line agree to this many CSS pixels, whatever the sizes on it. */
const SAME_BASELINE = 1.5;
/** Narrower than any space between words, CSS pixels: what lies closer is one word (a bold word and its full stop). */
const NO_SPACE = 1.5;

type Words = RenderedLine['words'];

function joinWords(before: Words, after: Words): Words {
  const [last, first] = [before.at(-1), after[0]];
  if (!last || !first || first.x - (last.x + last.width) >= NO_SPACE) return [...before, ...after];
  const joined = { text: last.text + first.text, x: last.x, width: first.x + first.width - last.x };
  return [...before.slice(0, -1), joined, ...after.slice(1)];
}

/** Joins what one node shows on one visual line: a link or a bold word in a sentence is a text node of its own. */
export function joinLines(pieces: readonly RenderedLine[]): RenderedLine[] {
  const lines: RenderedLine[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const follows =
      last && piece.node && last.node === piece.node && Math.abs(last.baseline - piece.baseline) < SAME_BASELINE;
    if (!follows || piece.box.x < last.box.x) {
      lines.push(piece);
      continue;
    }
    const right = Math.max(last.box.x + last.box.width, piece.box.x + piece.box.width);
    const bottom = Math.max(last.box.y + last.box.height, piece.box.y + piece.box.height);
    const y = Math.min(last.box.y, piece.box.y);
    const words = joinWords(last.words, piece.words);
    lines[lines.length - 1] = {
      ...last,
      text: words.map((word) => word.text).join(' '),
      box: { x: last.box.x, y, width: right - last.box.x, height: bottom - y },
      words,
      color: piece.text.length > last.text.length ? piece.color : last.color,
    };
  }
  return lines;
}
