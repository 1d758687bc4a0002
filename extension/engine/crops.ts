import type { GeneratedFile } from '../codegen/generate.ts';
import { encodePng } from '../vision/decode.ts';
import type { Pixels } from '../vision/pixels.ts';
import type { Box } from '../vision/scene.ts';
import type { SourceFile } from './protocol.ts';

/** A box in whole pixels that lies inside the picture, of at least one pixel. */
export function wholeBox(box: Box, { width, height }: Pixels): Box {
  const x = Math.max(0, Math.min(width - 1, Math.round(box.x)));
  const y = Math.max(0, Math.min(height - 1, Math.round(box.y)));
  const right = Math.max(x + 1, Math.min(width, Math.round(box.x + box.width)));
  const bottom = Math.max(y + 1, Math.min(height, Math.round(box.y + box.height)));
  return { x, y, width: right - x, height: bottom - y };
}

/** Parts of one screenshot as PNG, each encoded once. */
export class Crops {
  readonly #pixels: Pixels;
  readonly #known = new Map<string, Promise<Uint8Array>>();

  constructor(pixels: Pixels) {
    this.#pixels = pixels;
  }

  png(box: Box): Promise<Uint8Array> {
    const inside = wholeBox(box, this.#pixels);
    const key = JSON.stringify(inside);
    const png = this.#known.get(key) ?? encodePng(this.#pixels, inside);
    this.#known.set(key, png);
    return png;
  }

  /** Generated files with their pictures in place of the boxes to cut. */
  async cutOut(files: readonly GeneratedFile[]): Promise<SourceFile[]> {
    return Promise.all(
      files.map(async (file) => ({
        path: file.path,
        content: 'text' in file ? file.text : await this.png(file.crop),
      })),
    );
  }
}
