/** The host's side of the engine: starts its process when there is work, and again after a crash, and ends it when idle. */
import { ResponseError } from 'vscode-jsonrpc/node';
import type { ProgressType, RequestType } from 'vscode-jsonrpc/node';
import type { AnswerPart } from '../answer/answer.ts';
import type { Scene } from '../vision/scene.ts';
import type { Stage } from './component.ts';
import { EngineProcess, ProcessEnded } from './engine-process.ts';
import type { Listen, ProcessOptions } from './engine-process.ts';
import {
  askRequest,
  clearCacheRequest,
  compareRequest,
  componentRequest,
  describeRequest,
  ERROR_CODES,
  partProgress,
  REQUEST_CANCELLED,
  seeRequest,
  stageProgress,
} from './protocol.ts';
import type {
  AskParams,
  CompareParams,
  CompareResult,
  ComponentRequest,
  ComponentResult,
  DescribeParams,
  DescribeResult,
  EngineStatus,
  SeeParams,
} from './protocol.ts';

/** What failed in the engine, in one line for a person; `code` is of ERROR_CODES. */
export class EngineError extends Error {
  override name = 'EngineError';
  readonly code: number;

  constructor(message: string, code: number) {
    super(message);
    this.code = code;
  }
}

export interface ClientOptions extends ProcessOptions {
  /** Milliseconds without a request after which the process ends; never where absent. */
  idle?: number;
}

export class EngineClient {
  #options: ClientOptions;
  #running: EngineProcess | undefined;
  /** Id of the process that crashed last. */
  #crashed: number | undefined;
  #isDisposed = false;
  #pending = 0;
  #idleTimer: NodeJS.Timeout | undefined;
  #lastToken = 0;
  #status: EngineStatus | undefined;
  readonly #statusListeners = new Set<(status: EngineStatus | undefined) => void>();
  readonly #crashListeners = new Set<(message: string) => void>();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Undefined while no process runs. */
  get status(): EngineStatus | undefined {
    return this.#status;
  }

  /** Of the process that runs now. */
  get processId(): number | undefined {
    return this.#running?.id;
  }

  onStatus(listener: (status: EngineStatus | undefined) => void): () => void {
    this.#statusListeners.add(listener);
    return () => this.#statusListeners.delete(listener);
  }

  /** Told once a crash, in a sentence for a person. */
  onCrash(listener: (message: string) => void): () => void {
    this.#crashListeners.add(listener);
    return () => this.#crashListeners.delete(listener);
  }

  see(params: SeeParams, options: { signal?: AbortSignal } = {}): Promise<Scene> {
    return this.#request(seeRequest, params, options.signal);
  }

  describe(params: DescribeParams, options: { signal?: AbortSignal } = {}): Promise<DescribeResult> {
    return this.#request(describeRequest, params, options.signal);
  }

  component(
    params: ComponentRequest,
    options: { signal?: AbortSignal; onStage?: (stage: Stage) => void } = {},
  ): Promise<ComponentResult> {
    return this.#withProgress(componentRequest, params, stageProgress, options.onStage, options.signal);
  }

  ask(
    params: AskParams,
    options: { signal?: AbortSignal; onPart?: (part: AnswerPart) => void } = {},
  ): Promise<AnswerPart[]> {
    return this.#withProgress(askRequest, params, partProgress, options.onPart, options.signal);
  }

  compare(params: CompareParams, options: { signal?: AbortSignal } = {}): Promise<CompareResult> {
    return this.#request(compareRequest, params, options.signal);
  }

  clearCache(): Promise<void> {
    return this.#request(clearCacheRequest, undefined);
  }

  /** Other options count from the next start of the process on, which is with the next request. */
  configure(options: Partial<Pick<ClientOptions, 'engine' | 'idle'>>): void {
    this.#options = { ...this.#options, ...options };
    this.restart();
  }

  /** Ends the process; the next request starts another. Requests under way are done again there. */
  restart(): void {
    this.#crashed = undefined;
    this.#kill();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#statusListeners.clear();
    this.#crashListeners.clear();
    this.#kill();
  }

  async #withProgress<P, R, Value>(
    type: RequestType<P & { token: number }, R, void>,
    params: P,
    progress: ProgressType<Value>,
    onProgress: ((value: Value) => void) | undefined,
    signal: AbortSignal | undefined,
  ): Promise<R> {
    const token = ++this.#lastToken;
    return this.#request(type, { ...params, token }, signal, (connection) => {
      const subscription = connection.onProgress(progress, token, (value) => {
        if (!signal?.aborted) onProgress?.(value);
      });
      return () => subscription.dispose();
    });
  }

  /** Sends a request; where the process goes away under it, once more to the next one. */
  async #request<P, R>(type: RequestType<P, R, void>, params: P, signal?: AbortSignal, listen?: Listen): Promise<R> {
    signal?.throwIfAborted();
    this.#begin();
    try {
      return await this.#send(type, params, signal, listen).catch((error: unknown) => {
        if (!(error instanceof ProcessEnded) || this.#isDisposed) throw error;
        return this.#send(type, params, signal, listen);
      });
    } catch (error) {
      if (error instanceof ProcessEnded) throw new EngineError(this.#whyGone(), ERROR_CODES.internal);
      if (error instanceof ResponseError && error.code === REQUEST_CANCELLED)
        throw new DOMException(error.message, 'AbortError');
      if (error instanceof ResponseError) throw new EngineError(error.message, error.code);
      throw error;
    } finally {
      this.#end();
    }
  }

  #send<P, R>(type: RequestType<P, R, void>, params: P, signal?: AbortSignal, listen?: Listen): Promise<R> {
    return (this.#running ??= this.#start()).send(type, params, signal, listen);
  }

  #start(): EngineProcess {
    const { engine, ...rest } = this.#options;
    const afterCrash = this.#crashed;
    return new EngineProcess(
      { ...rest, engine: afterCrash === undefined ? engine : { ...engine, afterCrash } },
      (status) => this.#setStatus(status),
      (ended, crashed) => this.#handleEnd(ended, crashed),
    );
  }

  /** Ends that nobody asked for are crashes, and said so once. */
  #handleEnd(ended: EngineProcess, crashed: boolean): void {
    if (this.#running !== ended) return;
    this.#running = undefined;
    this.#setStatus(undefined);
    if (!crashed) return;
    this.#crashed = ended.id;
    const message = "Pixelwright's engine crashed. What was under way is done again on the CPU.";
    for (const listener of this.#crashListeners) listener(message);
  }

  #whyGone(): string {
    if (this.#isDisposed) return "Pixelwright's engine has been ended.";
    return "Pixelwright's engine can't run on this machine: it crashed twice on this request. See the log for what it said.";
  }

  #kill(): void {
    clearTimeout(this.#idleTimer);
    this.#running?.kill();
  }

  #begin(): void {
    this.#pending++;
    clearTimeout(this.#idleTimer);
  }

  #end(): void {
    this.#pending--;
    const { idle } = this.#options;
    if (this.#pending || idle === undefined) return;
    this.#idleTimer = setTimeout(() => this.#kill(), idle);
    this.#idleTimer.unref();
  }

  #setStatus(status: EngineStatus | undefined): void {
    this.#status = status;
    for (const listener of this.#statusListeners) listener(status);
  }
}
