/** The engine's work, without the wires: Scenes, descriptions, components and answers, from pictures. */
import { createRequire } from 'node:module';
import { deserialize, serialize } from 'node:v8';
import type { AnswerPart, SeenPicture } from '../answer/answer.ts';
import { BrowserSource } from '../fidelity/browser-source.ts';
import type { ModelsOptions } from '../vision/models.ts';
import { modelsVersion } from '../vision/models.ts';
import { contentHash, loadPicture, readContent, readPictureSize } from '../vision/decode.ts';
import type { LoadedPicture } from '../vision/decode.ts';
import { cropPicture } from '../vision/crop.ts';
import type { Box, Scene } from '../vision/scene.ts';
import { makeThumbnail } from '../vision/thumbnail.ts';
import type { Stage } from './component.ts';
import { withCorrections } from './corrections.ts';
import type { Device } from './devices.ts';
import { DiskCache } from './disk-cache.ts';
import type {
  AskParams,
  CompareParams,
  CompareResult,
  ComponentRequest,
  ComponentResult,
  DescribeResult,
  EngineOptions,
  ImageSource,
} from './protocol.ts';
import { Queue } from './queue.ts';
import type { Lane } from './queue.ts';

/** What another version of Pixelwright kept is seen anew. */
const { version: VERSION } = createRequire(import.meta.url)('../../package.json') as { version: string };
/** Lines below this are shown for review. */
const DOUBTFUL = 0.9;

interface Request {
  signal: AbortSignal;
}

interface Seeing extends Request {
  lane: Lane;
  region?: Box | undefined;
  picture?: LoadedPicture;
  onStage?: (stage: Stage) => void;
}

export class Engine {
  readonly queue = new Queue();
  /** Where models run from now on. */
  device: Device = { device: 'cpu', provider: 'cpu', reason: 'The CPU works until a GPU has been checked.' };
  readonly #options: EngineOptions;
  readonly #cache: DiskCache;
  readonly #observer: ModelsOptions['observer'];
  readonly #browsers = new BrowserSource();

  constructor(options: EngineOptions, cache: DiskCache, observer: ModelsOptions['observer']) {
    this.#options = options;
    this.#cache = cache;
    this.#observer = observer;
  }

  async see({ image, region }: { image: ImageSource; region?: Box }, { signal }: Request): Promise<Scene> {
    const content = await contentOf(image);
    return this.#scene(content, { region, lane: 'interactive', signal });
  }

  async describe(
    params: { image: ImageSource; thumbnail?: { width: number; height: number; bytes: number }; lane: Lane },
    { signal }: Request,
  ): Promise<DescribeResult> {
    const content = await contentOf(params.image);
    const { thumbnail } = params;
    const wanted = thumbnail ? `-${thumbnail.width}x${thumbnail.height}-${thumbnail.bytes}` : '';
    const name = await this.#nameOf('described', content, wanted);
    const kept = await this.#cache.get(name);
    if (kept) return deserialize(kept) as DescribeResult;
    const size = await readPictureSize(content);
    const scene = await this.#scene(content, { lane: params.lane, signal });
    const { describe } = await import('../answer/describe.ts');
    const result: DescribeResult = {
      description: describe(scene),
      image: { ...size, bytes: content.length },
      ...(thumbnail ? { thumbnail: await makeThumbnail(content, thumbnail) } : {}),
    };
    await this.#cache.set(name, serialize(result));
    return result;
  }

  async component(
    { image, target, region, corrections }: ComponentRequest,
    { signal, onStage }: Request & { onStage: (stage: Stage) => void },
  ): Promise<ComponentResult> {
    const [{ makeComponent }, { componentCode }] = await Promise.all([
      import('./component.ts'),
      import('./code-nodes.ts'),
    ]);
    const content = await contentOf(image);
    onStage('decode');
    const picture = await loadRegion(content, region);
    signal.throwIfAborted();
    const seen = await this.#scene(content, { region, picture, lane: 'interactive', signal, onStage });
    const scene = corrections ? withCorrections(seen, corrections) : seen;
    const made = await makeComponent(picture, { target, scene, signal, onStage, browsers: this.#browsers });
    const { files, nodes, page } = await componentCode(made.design, target, made.origin);
    const { check, design } = made;
    return {
      name: design.name,
      title: design.title,
      target,
      files,
      nodes,
      page,
      viewport: design.viewport,
      scene,
      screenshot: made.screenshot,
      doubtful: scene.lines
        .filter((line) => line.confidence < DOUBTFUL)
        .sort((a, b) => a.confidence - b.confidence)
        .map(({ id, text, box, confidence }) => ({ line: id, text, box, confidence })),
      ...(typeof check === 'string' ? { unchecked: check } : { fidelity: check.fidelity, rendering: check.photograph }),
      warnings: made.warnings,
    };
  }

  async ask(
    { images, question, history, region, meant }: AskParams,
    { signal, onPart }: Request & { onPart: (part: AnswerPart) => void },
  ): Promise<AnswerPart[]> {
    const pictures: SeenPicture[] = [];
    for (const [i, { name, image }] of images.entries()) {
      const content = await contentOf(image);
      const scene = await this.#scene(content, { lane: 'interactive', signal });
      pictures.push({ name, scene: region?.picture === i ? await partOfPicture(content, scene, region.box) : scene });
    }
    const { answer } = await import('../answer/answer.ts');
    const of = meant ? { picture: meant.picture, meant: meant.box } : region;
    const parts: AnswerPart[] = [];
    for await (const part of answer(pictures, question, history, of)) {
      signal.throwIfAborted();
      parts.push(part);
      onPart(part);
    }
    return parts;
  }

  async compare({ images: [before, after] }: CompareParams, { signal }: Request): Promise<CompareResult> {
    const look = async (image: ImageSource) => this.#scene(await contentOf(image), { lane: 'interactive', signal });
    const [a, b] = [await look(before), await look(after)];
    const { differences } = await import('../answer/differences.ts');
    const sizeOf = ({ image: { width, height } }: Scene) => ({ width, height });
    return { differences: differences(a, b), sizes: [sizeOf(a), sizeOf(b)] };
  }

  clearCache(): Promise<void> {
    return this.#cache.clear();
  }

  close(): Promise<void> {
    return this.#browsers.close();
  }

  /** `picture`: the region's, where it is decoded already. */
  async #scene(content: Uint8Array, { region, picture, lane, signal, onStage }: Seeing): Promise<Scene> {
    const part = region ? `-${[region.x, region.y, region.width, region.height].map(Math.round).join('-')}` : '';
    const name = await this.#nameOf('scene', content, part);
    const kept = await this.#cache.get(name);
    if (kept) return deserialize(kept) as Scene;
    const scene = await this.queue.run(lane, signal, async (own) => {
      const { see } = await import('../vision/see.ts');
      const loaded = picture ?? (await loadRegion(content, region));
      const { models: folder } = this.#options;
      const models = { provider: this.device.provider, observer: this.#observer, ...(folder ? { folder } : {}) };
      return see(loaded, {
        models,
        time: async (stage, work) => {
          // Native calls can't be stopped; between them there is time to.
          await new Promise(setImmediate);
          own.throwIfAborted();
          onStage?.(stage);
          return work();
        },
      });
    });
    await this.#cache.set(name, serialize(scene));
    return scene;
  }

  async #nameOf(kind: string, content: Uint8Array, detail: string): Promise<string> {
    const version = contentHash(Buffer.from(`${VERSION} ${await modelsVersion(this.#options.models)}`));
    return `${kind}-${contentHash(content)}-${version.slice(0, 8)}${detail}`;
  }
}

function contentOf(image: ImageSource): Promise<Uint8Array> {
  return 'path' in image ? readContent(image.path) : Promise.resolve(image.bytes);
}

/** A part of what was seen, with colours of its own. Throws PictureError where the region is too small. */
async function partOfPicture(content: Uint8Array, scene: Scene, region: Box): Promise<Scene> {
  const [{ partOf }, { findPalette }] = await Promise.all([
    import('../answer/part-of.ts'),
    import('../vision/palette.ts'),
  ]);
  const { pixels } = await loadRegion(content, region);
  return { ...partOf(scene, region), palette: findPalette(pixels) };
}

async function loadRegion(content: Uint8Array, region: Box | undefined): Promise<LoadedPicture> {
  const picture = await loadPicture(content);
  return region ? cropPicture(picture, region) : picture;
}
