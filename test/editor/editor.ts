/** A window for one scenario: photographed where the scenario fails, closed when it ends. */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { extensionLog, Server } from './server.ts';
import type { ServerOptions } from './server.ts';
import { startTestBrowser, Workbench } from './workbench.ts';

const extension = path.resolve(import.meta.dirname, `../../out/pixelwright-${process.platform}-${process.arch}.vsix`);

export interface Editor {
  readonly server: Server;
  readonly browser: Browser;
  /** Opens a folder in a window. */
  open(folder: string, size?: { width: number; height: number }): Promise<Workbench>;
}

/** An editor with the packaged extension for the tests of one file. */
export function useEditor(options: Omit<ServerOptions, 'extension'> = {}): Editor {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await Server.start({ extension, ...options });
    browser = await startTestBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
    async open(folder, size) {
      const workbench = await Workbench.open(browser, server, folder, size);
      onTestFinished(async ({ task }) => {
        const name = task.name.replace(/\W+/g, '-').toLowerCase();
        if (task.result?.state === 'fail') {
          await workbench.photograph(`failed-${name}`).catch(() => {});
          console.error(extensionLog(server));
        }
        await workbench.close();
      });
      return workbench;
    },
  };
}
