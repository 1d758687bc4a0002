import type { Frame, Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** Milliseconds for a component to be made on a slow machine, the engine's start among them. */
export const COMPONENT_LIMIT = 240_000;

/** A component's preview. */
export class Preview {
  readonly frame: Frame;

  private constructor(frame: Frame) {
    this.frame = frame;
  }

  /** The visible one, as it is. */
  static async shown(workbench: Workbench): Promise<Preview> {
    return new Preview(await workbench.webview('preview'));
  }

  /** The visible one, once its component is made. */
  static async ready(workbench: Workbench): Promise<Preview> {
    const preview = await Preview.shown(workbench);
    await preview.frame.locator('.result[aria-busy="false"] .score-chip').waitFor({ timeout: COMPONENT_LIMIT });
    return preview;
  }

  button(name: string): Locator {
    return this.frame.getByRole('button', { name });
  }

  /** Where there is no room for code and review beside each other, they are tabs. */
  async show(part: 'Code' | 'Review'): Promise<void> {
    const tab = this.frame.getByRole('tab', { name: part });
    if (await tab.isVisible()) await tab.click();
  }

  /** In per cent. */
  async score(): Promise<number> {
    return parseFloat(await this.frame.locator('.score-chip').innerText());
  }

  /** The open file's text. */
  code(): Promise<string> {
    return this.frame.locator('.code-room').innerText();
  }

  /** Clicks on one of the pictures, at a share of its width and height. */
  async clickPicture(caption: 'Screenshot' | 'Rendering', x: number, y: number): Promise<void> {
    const picture = this.frame.getByLabel(new RegExp(`^${caption}\\. `));
    const { width, height } = (await picture.boundingBox())!;
    await picture.click({ position: { x: width * x, y: height * y } });
  }

  /** The code that is marked as what draws the selection. */
  markedCode(): Promise<string> {
    return this.frame.evaluate(() => {
      const ranges = [...(CSS.highlights.get('selected-code') ?? [])] as Range[];
      return ranges.map((range) => range.toString()).join('\n');
    });
  }
}
