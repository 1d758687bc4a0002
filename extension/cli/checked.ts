import { generate } from '../codegen/generate.ts';
import type { GeneratedFile, Target } from '../codegen/generate.ts';
import type { TracedIcon } from '../codegen/trace.ts';
import type { BrowserSource } from '../fidelity/browser-source.ts';
import { correct } from '../fidelity/correct.ts';
import { Renderer } from '../fidelity/render.ts';
import type { PageFiles } from '../fidelity/render.ts';
import { verify } from '../fidelity/verify.ts';
import type { Verified } from '../fidelity/verify.ts';
import type { Design } from '../layout/design.ts';
import { encodePng } from '../vision/decode.ts';
import type { Pixels } from '../vision/pixels.ts';
import type { Box, Scene } from '../vision/scene.ts';
import type { OutputFile } from './output.ts';

/** The screenshot that a Design came from, and what was made of it once and for all. */
export interface Origin {
  scene: Scene;
  pixels: Pixels;
  /** Traced paths by icon node. */
  icons: ReadonlyMap<string, TracedIcon>;
  /** Encoded parts of the screenshot, by box. */
  crops: Map<string, Uint8Array>;
}

/** Height of a usual browser window, CSS px: what `100vh` stands for where the page is longer. */
const WINDOW_HEIGHT = 720;

/** The box in whole pixels and inside the picture. */
function clampBox(box: Box, { width, height }: Pixels): Box {
  const x = Math.max(0, Math.min(width - 1, Math.round(box.x)));
  const y = Math.max(0, Math.min(height - 1, Math.round(box.y)));
  const right = Math.max(x + 1, Math.min(width, Math.round(box.x + box.width)));
  const bottom = Math.max(y + 1, Math.min(height, Math.round(box.y + box.height)));
  return { x, y, width: right - x, height: bottom - y };
}

async function crop(box: Box, { pixels, crops }: Origin): Promise<Uint8Array> {
  const inside = clampBox(box, pixels);
  const key = JSON.stringify(inside);
  const known = crops.get(key);
  if (known) return known;
  const png = await encodePng(pixels, inside);
  crops.set(key, png);
  return png;
}

async function cutOut(files: readonly GeneratedFile[], origin: Origin): Promise<OutputFile[]> {
  return Promise.all(
    files.map(async (file) => ({
      path: file.path,
      content: 'text' in file ? file.text : await crop(file.crop, origin),
    })),
  );
}

/** Source files of a Design, its pictures cut from the screenshot. */
export async function sourceFiles(design: Design, target: Target, origin: Origin): Promise<OutputFile[]> {
  return cutOut(await generate(design, target, { icons: origin.icons }), origin);
}

const toPage = (files: readonly OutputFile[]): PageFiles => new Map(files.map((file) => [file.path, file.content]));

/** What a browser shows of the target, as one page. */
async function page(design: Design, target: Target, origin: Origin) {
  const files = await generate(design, target, { icons: origin.icons });
  const all = new Map(toPage(await cutOut(files, origin)));
  if (target === 'react') {
    const { preview } = await import('../codegen/preview.ts');
    all.set('index.html', await preview(files));
  }
  return { files: all, entry: 'index.html' };
}

/**
 * Corrects a Design by its HTML rendering, then checks what the target shows. Throws NoBrowserError, BrowserStartError, and
 * what rendering throws.
 */
export async function correctAndVerify(
  design: Design,
  target: Target,
  origin: Origin,
  browsers: BrowserSource,
  signal?: AbortSignal,
): Promise<{ design: Design; verified: Verified }> {
  const browser = await browsers.get();
  const { width, height } = design.viewport;
  const options = {
    width: Math.round(width),
    height: Math.min(Math.round(height), WINDOW_HEIGHT),
    scale: design.scale,
  };
  const marked = async (candidate: Design) => ({
    files: toPage(await cutOut(await generate(candidate, 'html', { icons: origin.icons, mark: true }), origin)),
    entry: 'index.html',
  });
  const renderer = await Renderer.open(browser, options);
  try {
    const { design: corrected } = await correct(design, renderer, marked, signal);
    signal?.throwIfAborted();
    if (target === 'html') {
      return { design: corrected, verified: await verify(renderer, await page(corrected, target, origin), origin) };
    }
    const scripted = await Renderer.open(browser, { ...options, scripts: true });
    const shown = await page(corrected, target, origin);
    const verified = await verify(scripted, shown, origin).finally(() => scripted.close());
    return { design: corrected, verified };
  } finally {
    await renderer.close().catch(() => {});
  }
}
