import { messageOf } from '../message-of.ts';
import type { Target } from '../../codegen/generate.ts';
import type { ComponentResult, ImageSource } from '../../engine/protocol.ts';
import type { Box } from '../../vision/scene.ts';
import type { PreviewState, ToPreview } from '../../../webview/preview/messages.ts';
import type { Engine } from '../engine.ts';

/** A picture, how it is called, and how the engine gets it. */
export interface Picture {
  name: string;
  /** Its address: what is kept to make the preview again. */
  address: string;
  source: () => Promise<ImageSource>;
}

/** What a result is to be made of. */
export interface Wish {
  target: Target;
  region?: Box;
  /** By line id. */
  corrections: Record<string, string>;
}

interface SessionOptions {
  post: (message: ToPreview) => void;
  engine: () => Pick<Engine, 'component'>;
  /** Of what failed, one line. */
  log: (message: string) => void;
}

/** The making of one picture's component, as often as a person wants it otherwise; only the last wish counts. */
export class Session {
  readonly #options: SessionOptions;
  #picture: Picture | undefined;
  #wish: Wish;
  /** What the page shows, and what that was made of. */
  #shown: { result: ComponentResult; wish: Wish } | undefined;
  /** Whether the page does show it, and not a question. */
  #isInSight = false;
  #run: AbortController | undefined;

  constructor(wish: Wish, options: SessionOptions) {
    this.#wish = wish;
    this.#options = options;
  }

  get result(): ComponentResult | undefined {
    return this.#shown?.result;
  }

  get isRunning(): boolean {
    return this.#run !== undefined;
  }

  use(picture: Picture): void {
    this.#picture = picture;
  }

  /** Puts a question in the place of what the page shows. */
  ask(question: ToPreview): void {
    this.#isInSight = false;
    this.#options.post(question);
  }

  /** Lines of another part of the picture have other ids: corrections are dropped. */
  takeRegion(region: Box | undefined): Promise<void> {
    this.#wish = { target: this.#wish.target, corrections: {}, ...(region ? { region } : {}) };
    return this.make();
  }

  correct(line: string, text: string): Promise<void> {
    this.#wish = { ...this.#wish, corrections: { ...this.#wish.corrections, [line]: text } };
    return this.make();
  }

  takeTarget(target: Target): Promise<void> {
    this.#wish = { ...this.#wish, target };
    return this.make();
  }

  /** Ends what is being made; the page goes back to what it showed. */
  cancel(): void {
    this.#run?.abort();
  }

  /** Shows again what was made before the page was asked something. `false` where there is nothing. */
  showAgain(): boolean {
    if (this.#shown) this.#show(this.#shown.result);
    return this.#shown !== undefined;
  }

  /** Makes what is wished for in the place of what is being made. Resolves when that has ended, however it ended. */
  async make(): Promise<void> {
    const picture = this.#picture;
    if (!picture) return;
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    const wish = this.#wish;
    const { post, engine } = this.#options;
    this.#remember();
    post({ kind: 'working', name: picture.name, target: wish.target });
    try {
      const result = await engine().component(
        { image: await picture.source(), ...wish },
        { signal: run.signal, onStage: (stage) => this.#run === run && post({ kind: 'stage', stage }) },
      );
      if (this.#run !== run) return;
      this.#run = undefined;
      this.#shown = { result, wish };
      this.#show(result);
    } catch (error) {
      if (this.#run !== run) return;
      this.#run = undefined;
      this.fail(error, run.signal.aborted);
    }
  }

  #show(result: ComponentResult): void {
    this.#isInSight = true;
    this.#options.post({ kind: 'result', name: this.#picture?.name ?? '', result: forPage(result) });
  }

  /** Tells the page what went wrong; where it shows a result it goes on to, and that is what is wished for again. */
  fail(error: unknown, wasCancelled = false): void {
    const name = this.#picture?.name ?? '';
    const message = messageOf(error);
    if (!wasCancelled) this.#options.log(`${name}: ${message}`);
    if (this.#shown && this.#isInSight) this.#wish = this.#shown.wish;
    this.#remember();
    this.#options.post({ kind: 'failed', name, message, wasCancelled });
  }

  #remember(): void {
    if (!this.#picture) return;
    const state: PreviewState = { image: this.#picture.address, name: this.#picture.name, ...this.#wish };
    this.#options.post({ kind: 'remember', state });
  }
}

/** Bytes as plain arrays: those are what a webview gets as they are. */
function forPage(result: ComponentResult): ComponentResult {
  const plain = (bytes: Uint8Array) => new Uint8Array(bytes);
  return {
    ...result,
    screenshot: plain(result.screenshot),
    files: result.files.map(({ path, content }) => ({
      path,
      content: typeof content === 'string' ? content : plain(content),
    })),
    ...(result.rendering ? { rendering: plain(result.rendering) } : {}),
  };
}
