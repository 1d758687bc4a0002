import type { Target } from '../codegen/generate.ts';
import type { BrowserSource } from '../fidelity/browser-source.ts';
import type { ReportCheck } from '../fidelity/report-check.ts';
import type { Design } from '../layout/design.ts';
import type { LoadedPicture } from '../vision/decode.ts';
import type { Scene } from '../vision/scene.ts';
import { firstLine } from '../runtime/first-line.ts';
import type { Origin } from './checked.ts';
import type { SourceFile } from './protocol.ts';

export const STAGES = ['decode', 'detect', 'read', 'measure', 'layout', 'generate', 'verify'] as const;
export type Stage = (typeof STAGES)[number];

export interface ComponentOptions {
  target: Target;
  /** The picture's Scene, where it has been seen before. */
  scene?: Scene;
  /** Where a browser to check with comes from; without one nothing is checked. */
  browsers?: BrowserSource;
  signal?: AbortSignal;
  onStage?: (stage: Stage) => void;
}

export interface Component {
  scene: Scene;
  design: Design;
  /** Encoded as PNG, as the Scene's boxes have it: turned upright. */
  screenshot: Uint8Array;
  origin: Origin;
  files: SourceFile[];
  /** What the rendering was found to be like, or a sentence that says why it wasn't checked. */
  check: ReportCheck | string;
  /** Milliseconds. */
  times: Partial<Record<Stage, number>>;
  /** Sentences for the user. */
  warnings: string[];
}

const UNCHECKED = 'Not checked against the screenshot, as that was not asked for.';

/** Times stages and announces them. */
class Stopwatch {
  readonly times: Component['times'] = {};
  readonly #options: ComponentOptions;

  constructor(options: ComponentOptions) {
    this.#options = options;
  }

  async time<T>(stage: Stage, work: () => T | Promise<T>): Promise<T> {
    this.#options.signal?.throwIfAborted();
    this.#options.onStage?.(stage);
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.times[stage] = (this.times[stage] ?? 0) + performance.now() - start;
    }
  }
}

function sceneWarnings(scene: Scene): string[] {
  if (scene.lines.length || scene.elements.length || scene.shapes.length) return [];
  if (scene.pictures.length) return ['No interface was found in this picture: the result is the picture itself.'];
  return ['Nothing was found in this picture: the result is an empty page.'];
}

function fontWarnings(missing: readonly string[]): string[] {
  if (!missing.length) return [];
  const names = missing.join(', ');
  return [
    `Checked without ${names}, which ${missing.length === 1 ? "isn't" : "aren't"} installed here: other fonts stood in.`,
  ];
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).replace(/\.?$/, '.');

/**
 * A picture of an interface becomes a component: from pixels to source files, and the check of what they show. Nothing is
 * written. Throws PictureError for a picture that can't be used, and the signal's reason when it is aborted. A browser that
 * is missing or fails costs only the check, and `check` says so.
 */
export async function makeComponent(
  input: string | Uint8Array | LoadedPicture,
  options: ComponentOptions,
): Promise<Component> {
  const { target, browsers, signal } = options;
  const watch = new Stopwatch(options);
  const [{ loadPicture, encodePng }, { see }] = await Promise.all([
    import('../vision/decode.ts'),
    import('../vision/see.ts'),
  ]);
  const picture = await watch.time('decode', () => (isLoaded(input) ? input : loadPicture(input)));
  const scene = options.scene ?? (await see(picture, watch));
  browsers?.warm();
  const [{ layOut }, { traceIcons }, { Crops }, { correctAndVerify, sourceFiles }] = await Promise.all([
    import('../layout/layout.ts'),
    import('../codegen/trace.ts'),
    import('./crops.ts'),
    import('./checked.ts'),
  ]);
  let design = await watch.time('layout', () => layOut(scene));
  const { pixels } = picture;
  const icons = await watch.time('generate', () => traceIcons(design, pixels));
  const origin: Origin = { scene, pixels, icons, crops: new Crops(pixels) };
  let files = await watch.time('generate', () => sourceFiles(design, target, origin));
  const warnings = sceneWarnings(scene);
  let check: Component['check'] = UNCHECKED;
  if (browsers) {
    try {
      const done = await watch.time('verify', () => correctAndVerify(design, target, origin, browsers, signal));
      check = done.verified;
      design = done.design;
      files = await watch.time('generate', () => sourceFiles(design, target, origin));
      warnings.push(...fontWarnings(done.verified.missingFonts));
    } catch (error) {
      signal?.throwIfAborted();
      check = sentence(firstLine(error));
    }
  }
  return { scene, design, screenshot: await encodePng(pixels), origin, files, check, times: watch.times, warnings };
}

const isLoaded = (input: string | Uint8Array | LoadedPicture): input is LoadedPicture =>
  typeof input === 'object' && 'pixels' in input;
