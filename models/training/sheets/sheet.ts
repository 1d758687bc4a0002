import type { Page } from 'playwright-core';

/** Where a text came to lie, in device pixels of the sheet's picture. */
export interface Placed {
  /** Left, top, right, bottom of the item with its padding. */
  item: number[];
  /** The same of the text's (or drawing's) own box. */
  text: number[];
  /** Left and right of each character. */
  chars: [number, number][];
  /** Left and right of each run. */
  runs: [number, number][];
}

export const PICTURES = 6;

const STYLE = `body{margin:0;background:#fff}main{display:flex;flex-wrap:wrap;align-items:flex-start}
main>div{white-space:pre;line-height:1.3}b{font-weight:inherit;font-style:inherit}`;

/** Fills the open page with items. Waits for fonts. */
export async function fillPage(page: Page, sheets: string[], items: string[], seed: number): Promise<void> {
  const links = sheets.map((url) => `<link rel="stylesheet" href="${url}">`).join('');
  await page.setContent(`<!doctype html><html><head>${links}<style>${STYLE}</style></head><body></body></html>`, {
    waitUntil: 'load',
  });
  await page.evaluate(paintPictures, { count: PICTURES, seed });
  await page.evaluate(async (html) => {
    document.body.innerHTML = `<main>${html}</main>`;
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await document.fonts.ready;
  }, items.join(''));
}

/** Runs in the page: picture-like backgrounds (blurred blobs with grain) as --picture0, --picture1, ... */
function paintPictures({ count, seed }: { count: number; seed: number }): void {
  let state = seed + 1;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  for (let i = 0; i < count; i++) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 360;
    const g = canvas.getContext('2d')!;
    const color = () => `rgb(${[0, 0, 0].map(() => Math.floor(random() * 256)).join(',')})`;
    g.fillStyle = color();
    g.fillRect(0, 0, 360, 360);
    g.filter = `blur(${Math.floor(random() * 14)}px)`;
    for (let k = 0; k < 25; k++) {
      g.fillStyle = color();
      g.beginPath();
      g.ellipse(random() * 360, random() * 360, 8 + random() * 70, 8 + random() * 70, random() * 3, 0, 7);
      g.fill();
    }
    const image = g.getImageData(0, 0, 360, 360);
    const grain = random() * 40;
    for (let p = 0; p < image.data.length; p++) if (p % 4 < 3) image.data[p]! += (random() - 0.5) * grain;
    g.putImageData(image, 0, 0);
    document.documentElement.style.setProperty(`--picture${i}`, `url(${canvas.toDataURL('image/jpeg', 0.8)})`);
  }
}

/** Reads back where everything lies. */
export async function placed(page: Page, scale: number): Promise<Placed[]> {
  return page.evaluate((factor) => {
    const px = (v: number) => Math.round(v * factor * 10) / 10;
    const edges = (r: DOMRect) => [px(r.left), px(r.top + scrollY), px(r.right), px(r.bottom + scrollY)];
    const range = document.createRange();
    return [...document.querySelectorAll('main>div')].map((div) => {
      const chars: [number, number][] = [];
      const runs: [number, number][] = [];
      for (const span of div.querySelectorAll('span')) {
        const box = span.getBoundingClientRect();
        runs.push([px(box.left), px(box.right)]);
        const node = span.firstChild;
        const length = node?.textContent?.length ?? 0;
        for (let i = 0; i < length; i++) {
          range.setStart(node!, i);
          range.setEnd(node!, i + 1);
          const r = range.getBoundingClientRect();
          chars.push([px(r.left), px(r.right)]);
        }
      }
      return {
        item: edges(div.getBoundingClientRect()),
        text: edges(div.firstElementChild!.getBoundingClientRect()),
        chars,
        runs,
      };
    });
  }, scale);
}
