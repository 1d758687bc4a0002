import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { readNarrowPage, readPage } from './page.ts';
import type { NarrowContent, PageContent, RenderedLine } from './page.ts';

/** A page's files by path, relative to its folder and with forward slashes. */
export type PageFiles = ReadonlyMap<string, string | Uint8Array>;

/** What a page holds once it is laid out. */
export interface Layout extends PageContent {
  /** At 390 CSS pixels; absent for pages that are as narrow themselves. */
  narrow?: NarrowContent;
}

export interface RenderOptions {
  /** CSS pixels. */
  width: number;
  /** Height of the window, CSS pixels: what `100vh` stands for. Photographs are of the whole page. */
  height: number;
  /** Device pixels a CSS pixel. */
  scale: number;
  /** Whether the pages' scripts run: for pages that make their content with one. */
  scripts?: boolean;
}

/** A small phone, as the bench has it. */
const PHONE = { width: 390, height: 844 } as const;
/** Longest that a local page may take to load and to be photographed. */
const TIMEOUT_MS = 60_000;
/** A reserved name (RFC 2606) that never resolves: pages get a web origin though they come from memory. */
const ORIGIN = 'http://page.invalid/';

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
};

/**
 * Lays out and photographs pages whose files are in memory, one after another in one tab. A page reaches nothing but its own
 * files.
 */
export class Renderer {
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #options: RenderOptions;
  #files: PageFiles = new Map();

  private constructor(context: BrowserContext, page: Page, options: RenderOptions) {
    this.#context = context;
    this.#page = page;
    this.#options = options;
  }

  static async open(browser: Browser, options: RenderOptions): Promise<Renderer> {
    const context = await browser.newContext({
      viewport: { width: options.width, height: options.height },
      deviceScaleFactor: options.scale,
      javaScriptEnabled: options.scripts ?? false,
      serviceWorkers: 'block',
      reducedMotion: 'reduce',
      colorScheme: 'light',
    });
    const renderer = new Renderer(context, await context.newPage(), options);
    await context.route('**/*', (route) => renderer.#serve(route));
    return renderer;
  }

  /** Answers a page's requests from its own files alone: everything else is refused. */
  async #serve(route: Route): Promise<void> {
    const url = route.request().url();
    if (url.startsWith('data:')) return route.continue();
    const path = url.startsWith(ORIGIN) ? decodeURIComponent(new URL(url).pathname.slice(1)) : undefined;
    const file = path === undefined ? undefined : this.#files.get(path);
    if (file === undefined) return route.abort('blockedbyclient');
    const contentType = TYPES[path!.split('.').at(-1)!.toLowerCase()] ?? 'application/octet-stream';
    return route.fulfill({ body: typeof file === 'string' ? file : Buffer.from(file), contentType });
  }

  /** Lays out the page that starts with `entry`. Throws where it can't be loaded. */
  async layOut(files: PageFiles, entry: string): Promise<Layout> {
    this.#files = files;
    const { width, height } = this.#options;
    const url = ORIGIN + entry.split('/').map(encodeURIComponent).join('/');
    await this.#page.goto(url, { waitUntil: 'load', timeout: TIMEOUT_MS });
    const content = await this.#page.evaluate(readPage);
    const layout = { ...content, lines: joinLines(content.lines) };
    if (width <= PHONE.width) return layout;
    await this.#page.setViewportSize(PHONE);
    const narrow = await this.#page.evaluate(readNarrowPage);
    await this.#page.setViewportSize({ width, height });
    return { ...layout, narrow };
  }

  /** The page laid out last, as a PNG: all of it, `width * scale` pixels wide. */
  async photograph(): Promise<Uint8Array> {
    return this.#page.screenshot({ fullPage: true, animations: 'disabled', timeout: TIMEOUT_MS });
  }

  async close(): Promise<void> {
    await this.#context.close();
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
