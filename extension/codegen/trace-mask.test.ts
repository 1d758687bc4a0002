import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { traceMask } from './trace-mask.ts';

/** On a 24 x 24 grid, as icon sets draw them. */
const ICONS: Record<string, string> = {
  disc: '<circle cx="12" cy="12" r="9"/>',
  ring: '<path fill-rule="evenodd" d="M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20zm0 3a7 7 0 1 1 0 14a7 7 0 0 1 0-14z"/>',
  square: '<rect x="4" y="4" width="16" height="16"/>',
  star: '<path d="M12 2l3 7h7l-5.5 4.5 2 7.5-6.5-4.5L5.5 21l2-7.5L2 9h7z"/>',
  check: '<path d="M4 12l5 5L20 6" fill="none" stroke="#000" stroke-width="2"/>',
  menu: '<path d="M3 6h18M3 12h18M3 18h18" fill="none" stroke="#000" stroke-width="2"/>',
  search: '<g fill="none" stroke="#000" stroke-width="2"><circle cx="10" cy="10" r="6"/><path d="M15 15l6 6"/></g>',
  heart: '<path d="M12 21C5 15 2 12 2 8a5 5 0 0 1 10-1.5A5 5 0 0 1 22 8c0 4-3 7-10 13z"/>',
};

/** Coverage of an SVG's ink, `size` x `size`, 0 to 255. */
async function rasterise(body: string, size: number, box: number): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${box} ${box}">${body}</svg>`;
  const data = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
  return Uint8Array.from({ length: size * size }, (_, i) => data[i * 4 + 3]!);
}

function iou(a: Uint8Array, b: Uint8Array): number {
  let [both, either] = [0, 0];
  a.forEach((value, i) => {
    both += Math.min(value, b[i]!);
    either += Math.max(value, b[i]!);
  });
  return both / either;
}

describe('traceMask', () => {
  it.each(Object.keys(ICONS))('redraws %s at 24 and 48 px', async (name) => {
    for (const size of [24, 48]) {
      const mask = await rasterise(ICONS[name]!, size, 24);
      const { path } = traceMask(mask, size, size)!;
      const again = await rasterise(`<path fill-rule="evenodd" d="${path}"/>`, size, size);
      expect(iou(mask, again)).toBeGreaterThan(0.9);
      expect(path).toMatch(/^[Mclhvz\d .-]+$/);
    }
  });

  it('draws a square as four lines', async () => {
    expect(traceMask(await rasterise(ICONS['square']!, 24, 24), 24, 24)?.path).toBe('M4 4v16h16v-16h-16z');
  });

  it('finds nothing in nothing', () => {
    expect(traceMask(new Uint8Array(64), 8, 8)).toBeUndefined();
  });
});
