/** The editor's window, as a person uses it: with mouse, keys and eyes. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { findBrowser } from '../../extension/fidelity/browser.ts';
import type { Server } from './server.ts';

/** Milliseconds for what takes no work to appear on a slow machine. */
const APPEAR_LIMIT = 120_000;
/** Milliseconds after which what was asked for too early is asked for again. */
const RETRY_AFTER = 10_000;
/** Milliseconds for a menu to close once it has taken a click. */
const CLOSE_LIMIT = 3000;
/** Pictures of screens, for people to look at. */
export const screens = path.resolve(import.meta.dirname, '../../out/screens');

/** The editor's own, and the class that its window has in them. */
const THEMES = {
  light: { id: 'Light 2026', kind: 'vs' },
  dark: { id: 'Dark 2026', kind: 'vs-dark' },
  'high-contrast-dark': { id: 'Default High Contrast', kind: 'hc-black' },
  'high-contrast-light': { id: 'Default High Contrast Light', kind: 'hc-light' },
};
export type Theme = keyof typeof THEMES;
export const themes = Object.keys(THEMES) as Theme[];

const WINDOW = { width: 1400, height: 900 };
const BROWSER_ARGUMENTS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser that windows are opened in. Close it after use. */
export const startTestBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findBrowser(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: BROWSER_ARGUMENTS,
  });

export class Workbench {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #server: Server;
  readonly #url: string;

  private constructor(context: BrowserContext, page: Page, server: Server, folder: string) {
    this.#context = context;
    this.page = page;
    this.#server = server;
    this.#url = `${server.url}/?folder=${encodeURIComponent(folder)}`;
  }

  /** Opens a folder in a window of its own. */
  static async open(browser: Browser, server: Server, folder: string, size = WINDOW): Promise<Workbench> {
    const context = await browser.newContext({ viewport: size, permissions: ['clipboard-read', 'clipboard-write'] });
    context.setDefaultTimeout(APPEAR_LIMIT);
    const page = await context.newPage();
    const workbench = new Workbench(context, page, server, folder);
    await workbench.load();
    return workbench;
  }

  /** Loads the window, again where it was loaded before; waits until it can be used. */
  async load(): Promise<void> {
    await this.page.goto(this.#url);
    await this.page.locator('.monaco-workbench').waitFor();
    await this.page.locator('.statusbar-item').first().waitFor();
    await this.page.locator('.part.sidebar .composite.title').first().waitFor();
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  /** Keeps a picture of the window as `out/screens/NAME.png`. */
  async photograph(name: string): Promise<void> {
    mkdirSync(screens, { recursive: true });
    await this.page.screenshot({ path: path.join(screens, `${name}.png`) });
  }

  /** Presses a chord such as `Control+Shift+P`. */
  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  /** Runs a command by its title, as the palette lists it. */
  async runCommand(title: string): Promise<void> {
    const row = this.quickInput.locator('.monaco-list-row').filter({ hasText: title }).first();
    // A palette that was opened before the extension was registered never lists its commands: open it again.
    await until(`command ${title}`, async () => {
      await this.press('F1');
      await this.quickInput.locator('input').first().fill(`>${title}`);
      if (await appears(row)) return true;
      await this.press('Escape');
      return false;
    });
    await row.click();
  }

  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** Opens a file of the folder by its name, and waits for its editor. */
  async openFile(name: string): Promise<Locator> {
    await this.press('Control+P');
    const input = this.quickInput.locator('input').first();
    await input.fill(name);
    const base = path.posix.basename(name);
    await this.quickInput.locator(`.monaco-list-row[aria-label*="${base}"]`).first().waitFor();
    await this.press('Enter');
    await this.page.locator(`.tab.active[data-resource-name="${base}"]`).waitFor();
    const editor = this.editor;
    await editor.locator('.view-line').first().waitFor();
    return editor;
  }

  /** The active group's text editor. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor[data-uri]').first();
  }

  /** Text of the active editor's visible lines. */
  async editorText(): Promise<string> {
    const lines = await this.editor.locator('.view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: parseFloat((element as HTMLElement).style.top), text: element.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map((line) => line.text),
    );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Puts the cursor at a line and column (from 1) of the active editor. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.press('Control+G');
    await this.quickInput.locator('input').first().fill(`:${line}:${column}`);
    await this.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Where a text stands in the active editor, in the window's pixels. */
  async #placeOf(text: string): Promise<{ x: number; y: number }> {
    const place = () =>
      this.editor.evaluate((editor, wanted) => {
        for (const line of editor.querySelectorAll('.view-line')) {
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          const nodes: Text[] = [];
          while (walker.nextNode()) nodes.push(walker.currentNode as Text);
          const whole = nodes.map((node) => node.data.replaceAll('\u00a0', ' ')).join('');
          let at = whole.indexOf(wanted) + Math.floor(wanted.length / 2);
          if (!whole.includes(wanted)) continue;
          for (const node of nodes) {
            if (at < node.length) {
              const range = document.createRange();
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              const box = range.getBoundingClientRect();
              return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
            }
            at -= node.length;
          }
        }
        return undefined;
      }, text);
    for (const end = Date.now() + APPEAR_LIMIT; ; await this.page.waitForTimeout(100)) {
      const found = await place();
      if (found) return found;
      if (Date.now() > end) throw new Error(`the editor doesn't show ${JSON.stringify(text)}`);
    }
  }

  /** Clicks on a text of the active editor. */
  async clickText(text: string): Promise<void> {
    const { x, y } = await this.#placeOf(text);
    await this.page.mouse.click(x, y);
  }

  /** Rests the mouse on a text of the active editor. @returns the hover that holds `expected` */
  async hoverText(text: string, expected: RegExp): Promise<Locator> {
    const { x, y } = await this.#placeOf(text);
    const hover = this.page.locator('.monaco-hover:visible').filter({ hasText: expected }).first();
    // A hover that was shown too early, as an extension was still starting, stays as it is: leave and come again.
    await until(`hover on ${JSON.stringify(text)} that says ${expected}`, async () => {
      await this.page.mouse.move(5, 5);
      await this.page.mouse.move(x - 2, y);
      await this.page.mouse.move(x, y);
      return appears(hover);
    });
    return hover;
  }

  /** Opens the quick fixes at the cursor and picks one by its title. */
  async quickFix(title: string): Promise<void> {
    const item = this.page.locator('.action-widget .monaco-list-row').filter({ hasText: title });
    await until(`quick fix ${title}`, async () => {
      await this.press('Control+.');
      if (await appears(item.first())) return true;
      await this.press('Escape');
      return false;
    });
    await item.first().click();
  }

  /** A message that holds a text, once it is there. */
  async notification(text: string | RegExp): Promise<Locator> {
    const message = this.page.locator('.notification-toast, .notifications-center .notification-list-item');
    const found = message.filter({ hasText: text }).first();
    await found.waitFor();
    return found;
  }

  /** Opens a file that has no text, such as a picture, by its name. The Explorer shows where it is. */
  async openPicture(name: string): Promise<void> {
    await this.press('Control+P');
    await this.quickInput.locator('input').first().fill(name);
    await this.quickInput.locator(`.monaco-list-row[aria-label*="${name}"]`).first().click();
    await this.page.locator(`.tab.active[data-resource-name*="${name}"]`).waitFor();
  }

  /** A row of the Explorer by its file's name. */
  explorerItem(name: string): Locator {
    return this.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`).first();
  }

  /** Picks from the context menu of a place. */
  async contextMenu(place: Locator, title: string): Promise<void> {
    await place.click({ button: 'right' });
    const item = this.page.locator('.monaco-menu .action-item').filter({ hasText: title }).first();
    // A menu takes no click for a moment after it has opened.
    for (const end = Date.now() + APPEAR_LIMIT; Date.now() < end;) {
      await item.click({ timeout: APPEAR_LIMIT });
      const isTaken = await item.waitFor({ state: 'hidden', timeout: CLOSE_LIMIT }).then(
        () => true,
        () => false,
      );
      if (isTaken) return;
    }
    throw new Error(`the menu doesn't take ${title}`);
  }

  /** Opens the chat's view by its icon at the side. */
  async openChat(): Promise<void> {
    const icon = this.page.locator('.activitybar .action-label[aria-label^="Pixelwright"]');
    if ((await icon.locator('xpath=..').getAttribute('aria-selected')) !== 'true') await icon.click();
  }

  /** The visible webview that shows one of our pages. */
  async webview(name: 'preview' | 'chat'): Promise<Frame> {
    for (const end = Date.now() + APPEAR_LIMIT; ; await this.page.waitForTimeout(100)) {
      for (const frame of this.page.frames().toReversed()) {
        if (await isVisiblePage(frame, name).catch(() => false)) return frame;
      }
      if (Date.now() > end) throw new Error(`no ${name} is shown`);
    }
  }

  /** Drags the side bar's edge. @param width CSS pixels */
  async resizeSideBar(width: number): Promise<void> {
    const place = async () => (await this.page.locator('.part.sidebar').boundingBox())!;
    // The edge may be elsewhere by the time it is taken hold of, while the window is still being laid out.
    await until(`side bar ${width} wide`, async () => {
      const { x, y, width: now, height } = await place();
      if (Math.abs(now - width) < 2) return true;
      await this.page.mouse.move(x + now, y + height / 2);
      await this.page.mouse.down();
      await this.page.mouse.move(x + width, y + height / 2, { steps: 5 });
      await this.page.mouse.up();
      await this.page.mouse.move(x + width + 200, y + height / 2);
      return false;
    });
  }

  /** Changes the colour theme in the settings, and loads the window again: it doesn't watch them. */
  async setTheme(name: Theme): Promise<void> {
    const { id, kind } = THEMES[name];
    this.#server.set('workbench.colorTheme', id);
    await this.load();
    await this.page.locator(`.monaco-workbench.${kind}`).waitFor();
  }

  /** Picks another way to insert what was just pasted, by its title. */
  async pasteAs(title: string | RegExp): Promise<void> {
    const widget = this.page.locator('.post-edit-widget');
    await widget.waitFor();
    await widget.click();
    await this.page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first().click();
  }

  /** Puts a PNG on the clipboard. */
  async copyImage(png: Uint8Array): Promise<void> {
    await this.page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
    }, Buffer.from(png).toString('base64'));
  }
}

/** Whether a place comes into sight before it is worth another try. */
const appears = (place: Locator): Promise<boolean> =>
  place.waitFor({ timeout: RETRY_AFTER }).then(
    () => true,
    () => false,
  );

/** Tries again until it works; throws when that takes too long. */
async function until(what: string, attempt: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + APPEAR_LIMIT; !(await attempt());) if (Date.now() > end) throw new Error(`no ${what}`);
}

/** A page of ours lies in a frame of the editor's, which is hidden with its tab. Throws where the frame is gone. */
async function isVisiblePage(frame: Frame, name: string): Promise<boolean> {
  if (!(await frame.locator(`script[src$="/dist/webview/${name}.js"]`).count())) return false;
  const outer = await frame.parentFrame()!.frameElement();
  return outer.isVisible();
}
