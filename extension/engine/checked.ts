import { generate } from '../codegen/generate.ts';
import type { Target } from '../codegen/generate.ts';
import type { TracedIcon } from '../codegen/trace.ts';
import type { BrowserSource } from '../fidelity/browser-source.ts';
import { correct } from '../fidelity/correct.ts';
import { Renderer } from '../fidelity/render.ts';
import type { PageFiles } from '../fidelity/render.ts';
import { verify } from '../fidelity/verify.ts';
import type { Verified } from '../fidelity/verify.ts';
import type { Design } from '../layout/design.ts';
import type { Pixels } from '../vision/pixels.ts';
import type { Scene } from '../vision/scene.ts';
import type { Crops } from './crops.ts';
import type { SourceFile } from './protocol.ts';

/** The screenshot that a Design came from, and what was made of it once and for all. */
export interface Origin {
  scene: Scene;
  pixels: Pixels;
  /** Traced paths by icon node. */
  icons: ReadonlyMap<string, TracedIcon>;
  crops: Crops;
}

/** Height of a usual browser window, CSS px: what `100vh` stands for where the page is longer. */
const WINDOW_HEIGHT = 720;

/** Source files of a Design, its pictures cut from the screenshot. */
export async function sourceFiles(design: Design, target: Target, origin: Origin): Promise<SourceFile[]> {
  return origin.crops.cutOut(await generate(design, target, { icons: origin.icons }));
}

const toPage = (files: readonly SourceFile[]): PageFiles => new Map(files.map((file) => [file.path, file.content]));

/** What a browser shows of the target, as one page. */
async function page(design: Design, target: Target, origin: Origin) {
  const files = await generate(design, target, { icons: origin.icons });
  const all = new Map(toPage(await origin.crops.cutOut(files)));
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
    files: toPage(await origin.crops.cutOut(await generate(candidate, 'html', { icons: origin.icons, mark: true }))),
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
