import type { Frame, Locator } from 'playwright-core';
import { expect } from 'vitest';
import { menuTitle } from './titles.ts';
import type { Workbench } from './workbench.ts';

/** Milliseconds for an answer on a slow machine, the engine's start and the seeing of pictures among them. */
export const ANSWER_LIMIT = 180_000;

/** The chat's view. */
export class Chat {
  readonly frame: Frame;
  readonly #workbench: Workbench;

  private constructor(workbench: Workbench, frame: Frame) {
    this.#workbench = workbench;
    this.frame = frame;
  }

  /** The visible one, as it is. */
  static async shown(workbench: Workbench): Promise<Chat> {
    return new Chat(workbench, await workbench.webview('chat'));
  }

  /** With one picture of the project attached from the Explorer, once it has been looked at. */
  static async about(workbench: Workbench, picture: string): Promise<Chat> {
    await workbench.openPicture(picture);
    await workbench.contextMenu(workbench.explorerItem(picture), menuTitle('pixelwright.askAboutImage'));
    const chat = await Chat.shown(workbench);
    await chat.attached.first().waitFor();
    await chat.layer.waitFor();
    return chat;
  }

  get attached(): Locator {
    return this.frame.getByRole('list', { name: 'Attached images' }).getByRole('listitem');
  }

  get exchanges(): Locator {
    return this.frame.locator('article.exchange');
  }

  /** The last question and its answer. */
  get last(): Locator {
    return this.exchanges.last();
  }

  get question(): Locator {
    return this.frame.getByRole('textbox', { name: 'Question' });
  }

  /** What lies over the first picture: takes mouse and keys, shows outlines. */
  get layer(): Locator {
    return this.frame.locator('.findings').first();
  }

  button(name: string): Locator {
    return this.frame.getByRole('button', { name, exact: true });
  }

  /** Asks, and waits for the end of the answer. @returns what was said */
  async ask(question: string): Promise<string> {
    const before = await this.exchanges.count();
    await this.question.fill(question);
    await this.button('Ask').click();
    return this.answered(before + 1);
  }

  /** Waits until the answer to the question at a place, from 1, has ended. @returns what was said */
  async answered(place: number): Promise<string> {
    const exchange = this.exchanges.nth(place - 1);
    await exchange.getByRole('button', { name: 'Ask again' }).waitFor({ timeout: ANSWER_LIMIT });
    return exchange.getByRole('group', { name: 'Answer' }).innerText();
  }

  /** Waits until the picture has been seen: only then can things in it be pointed at. */
  async seen(): Promise<void> {
    await this.button('Show what was found').click();
    await this.frame.locator('.picture-found', { hasText: /\d+ texts/ }).waitFor({ timeout: ANSWER_LIMIT });
    await this.button('Show what was found').click();
  }

  /** Keeps a picture of the window, once all pictures in the chat are shown. */
  async photograph(name: string): Promise<void> {
    const areShown = () => [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0);
    await expect.poll(() => this.frame.evaluate(areShown)).toBe(true);
    await this.#workbench.photograph(name);
  }

  /** Presses the mouse at one share of a picture's width and height, and lets it go at another. */
  async drag(from: readonly [number, number], to: readonly [number, number], layer = this.layer): Promise<void> {
    const { x, y, width, height } = (await layer.boundingBox())!;
    const { mouse } = this.#workbench.page;
    await mouse.move(x + width * from[0], y + height * from[1]);
    await mouse.down();
    await mouse.move(x + width * to[0], y + height * to[1], { steps: 8 });
    await mouse.up();
  }
}
