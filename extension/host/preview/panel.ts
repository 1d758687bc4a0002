import * as vscode from 'vscode';
import type { Target } from '../../codegen/generate.ts';
import type { ComponentResult } from '../../engine/protocol.ts';
import type { Box } from '../../vision/scene.ts';
import type { FromPreview, PreviewState, ToPreview } from '../../../webview/preview/messages.ts';
import { insertInto, LastEditor, saveInto, showNotes } from './actions.ts';
import { imageSource, keepPicture, pictureType } from './pictures.ts';
import type { PreviewServices } from './services.ts';
import { TARGETS } from './targets.ts';

/** What a result is made of. */
interface Wish {
  target: Target;
  region?: Box;
  corrections: Record<string, string>;
}

/** Where the target last chosen is remembered, in the workspace's memento. */
export const TARGET_KEY = 'pixelwright.target';

/** One picture's preview: takes what the page says, has the engine work, and sends the page what comes of it. */
export class PreviewPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #services: PreviewServices;
  readonly #editor: LastEditor;
  readonly #waiting: ToPreview[] = [];
  #isReady = false;
  #picture: vscode.Uri | undefined;
  #name: string;
  #wish: Wish;
  /** What the page shows, and what it was made of. */
  #shown: { result: ComponentResult; wish: Wish } | undefined;
  #showsResult = false;
  #asksRegion: boolean;
  #run: AbortController | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    services: PreviewServices,
    start: { picture?: vscode.Uri; name: string; wish: Wish; asksRegion: boolean },
  ) {
    this.#panel = panel;
    this.#services = services;
    this.#picture = start.picture;
    this.#name = start.name;
    this.#wish = start.wish;
    this.#asksRegion = start.asksRegion;
    this.#editor = new LastEditor();
    panel.webview.onDidReceiveMessage((message: FromPreview) => {
      void this.#take(message).catch((error: unknown) => this.#fail(error));
    });
    panel.onDidDispose(() => {
      this.#run?.abort();
      this.#editor.dispose();
    });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  #post(message: ToPreview): void {
    if (this.#isReady) void this.#panel.webview.postMessage(message);
    else this.#waiting.push(message);
  }

  /** Begins, and shows what goes wrong in the page. */
  start(): void {
    void this.#begin().catch((error: unknown) => this.#fail(error));
  }

  /** Asks for what is missing, else makes the component. */
  async #begin(): Promise<void> {
    if (!this.#picture) return this.#post({ kind: 'askPicture' });
    if (this.#asksRegion) return this.#askRegion(this.#picture);
    return this.#make(this.#picture);
  }

  async #askRegion(picture: vscode.Uri): Promise<void> {
    const bytes = new Uint8Array(await vscode.workspace.fs.readFile(picture));
    const mime = pictureType(bytes);
    if (!mime) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t("{0} can't be shown here to choose a part of it; all of it is taken.", this.#name),
      );
      return this.#make(picture);
    }
    this.#showsResult = false;
    this.#post({ kind: 'askRegion', picture: bytes, mime, name: this.#name });
  }

  async #take(message: FromPreview): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        for (const each of this.#waiting.splice(0)) this.#post(each);
        return;
      case 'picture':
        this.#picture = await keepPicture(this.#services.storage, new Uint8Array(message.bytes));
        this.#name = message.name || vscode.l10n.t('Pasted picture');
        this.#panel.title = this.#name;
        return this.#begin();
      case 'region':
        this.#asksRegion = false;
        // Lines have other ids in another part.
        this.#wish = {
          target: this.#wish.target,
          corrections: {},
          ...(message.region ? { region: message.region } : {}),
        };
        return this.#begin();
      case 'chooseRegion':
        return this.#picture && this.#askRegion(this.#picture);
      case 'correct':
        this.#wish = { ...this.#wish, corrections: { ...this.#wish.corrections, [message.line]: message.text } };
        return this.#begin();
      case 'target':
        await this.#services.memento.update(TARGET_KEY, message.target);
        this.#wish = { ...this.#wish, target: message.target };
        return this.#begin();
      case 'cancel':
        return this.#cancel();
      case 'retry':
        return this.#begin();
      case 'insert':
        return this.#shown && insertInto(this.#shown.result, this.#editor);
      case 'save':
        return this.#shown && saveInto(this.#shown.result, this.#services.memento, this.#picture);
      case 'copy':
        return this.#copy(message.path);
      case 'showLog':
        return this.#services.log.show();
    }
  }

  /** Ends what is under way: making something, or choosing a part of a picture. */
  #cancel(): void {
    if (this.#run) this.#run.abort();
    else if (this.#shown) this.#show(this.#shown.result);
    else this.#panel.dispose();
  }

  #show(result: ComponentResult): void {
    this.#showsResult = true;
    this.#post({ kind: 'result', name: this.#name, result: forPage(result) });
  }

  async #copy(path: string): Promise<void> {
    const file = this.#shown?.result.files.find((each) => each.path === path);
    if (typeof file?.content !== 'string') return;
    await vscode.env.clipboard.writeText(file.content);
    showNotes(vscode.l10n.t('Copied {0}.', path), []);
  }

  async #make(picture: vscode.Uri): Promise<void> {
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    const wish = this.#wish;
    this.#remember();
    this.#post({ kind: 'working', name: this.#name, target: wish.target });
    try {
      const request = { image: await imageSource(picture), ...wish };
      const result = await this.#services.engine().component(request, {
        signal: run.signal,
        onStage: (stage) => this.#run === run && this.#post({ kind: 'stage', stage }),
      });
      if (this.#run !== run) return;
      this.#run = undefined;
      this.#shown = { result, wish };
      this.#show(result);
    } catch (error) {
      if (this.#run !== run) return;
      this.#run = undefined;
      this.#fail(error, run.signal.aborted);
    }
  }

  #fail(error: unknown, wasCancelled = false): void {
    const message = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    if (!wasCancelled) this.#services.log.error(`${this.#name}: ${message}`);
    // The page goes on to show what it showed before.
    if (this.#shown && this.#showsResult) this.#wish = this.#shown.wish;
    this.#remember();
    this.#post({ kind: 'failed', name: this.#name, message, wasCancelled });
  }

  #remember(): void {
    if (!this.#picture) return;
    const state: PreviewState = { image: this.#picture.toString(), name: this.#name, ...this.#wish };
    this.#post({ kind: 'remember', state });
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

/** Whether what the editor kept of a page is a state of ours. */
export function isState(value: unknown): value is PreviewState {
  const state = value as Partial<PreviewState> | undefined;
  return (
    typeof state?.image === 'string' &&
    typeof state.name === 'string' &&
    typeof state.corrections === 'object' &&
    TARGETS.some(({ id }) => id === state.target)
  );
}
