import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.ts';

/** One browser for many renderings, started when it is first asked for. */
export class BrowserSource {
  #browser: Promise<Browser> | undefined;

  /** Begins to start it, so that it is there when it is needed. A failure shows at `get`. */
  warm(): void {
    this.get().catch(() => {});
  }

  /** Throws NoBrowserError and BrowserStartError. */
  get(): Promise<Browser> {
    this.#browser ??= startBrowser();
    return this.#browser;
  }

  async close(): Promise<void> {
    const browser = await this.#browser?.catch(() => undefined);
    await browser?.close().catch(() => {});
    this.#browser = undefined;
  }
}
