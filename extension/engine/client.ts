/** The host's side of the engine: starts its process when there is work, and again after a crash, and ends it when idle. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  CancellationTokenSource,
  ConnectionError,
  createMessageConnection,
  ErrorCodes,
  IPCMessageReader,
  IPCMessageWriter,
  ResponseError,
} from 'vscode-jsonrpc/node';
import type { MessageConnection, ProgressType, RequestType } from 'vscode-jsonrpc/node';
import type { AnswerPart } from '../answer/answer.ts';
import type { Scene } from '../vision/scene.ts';
import type { Stage } from './component.ts';
import {
  askRequest,
  clearCacheRequest,
  componentRequest,
  describeRequest,
  ERROR_CODES,
  partProgress,
  REQUEST_CANCELLED,
  seeRequest,
  stageProgress,
  statusNotification,
} from './protocol.ts';
import type {
  AskParams,
  ComponentRequest,
  ComponentResult,
  DescribeParams,
  DescribeResult,
  EngineOptions,
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

export interface ClientOptions {
  /** The engine's entry: `dist/engine/main.mjs`, or `extension/engine/main.ts` in source. */
  entry: string;
  engine: EngineOptions;
  /** Node or an Electron that runs as such; this process's own where absent. */
  node?: string;
  /** Milliseconds without a request after which the process ends; never where absent. */
  idle?: number;
  log: (line: string) => void;
}

interface Running {
  child: ChildProcess;
  connection: MessageConnection;
  /** Rejects when the process ends. */
  ended: Promise<never>;
}

/** The process went away under a request. */
class ProcessEnded extends Error {}

const GONE: readonly number[] = [ErrorCodes.PendingResponseRejected, ErrorCodes.ConnectionInactive];

const isGone = (error: unknown) =>
  error instanceof ConnectionError || (error instanceof ResponseError && GONE.includes(error.code));

export class EngineClient {
  #options: ClientOptions;
  #running: Running | undefined;
  /** Id of the process that crashed last. */
  #crashed: number | undefined;
  #isDisposed = false;
  /** The process that is being ended on purpose. */
  #expected: ChildProcess | undefined;
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
    return this.#running?.child.pid;
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
  async #request<P, R>(
    type: RequestType<P, R, void>,
    params: P,
    signal?: AbortSignal,
    listen?: (connection: MessageConnection) => () => void,
  ): Promise<R> {
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

  async #send<P, R>(
    type: RequestType<P, R, void>,
    params: P,
    signal?: AbortSignal,
    listen?: (connection: MessageConnection) => () => void,
  ): Promise<R> {
    const { connection, ended } = (this.#running ??= this.#start());
    const cancellation = new CancellationTokenSource();
    const stopListening = listen?.(connection);
    let cancel = () => {};
    const cancelled = new Promise<never>((_, reject) => {
      cancel = () => {
        cancellation.cancel();
        // The engine may be in a native call, and whoever cancelled doesn't wait for it.
        reject(signal!.reason as Error);
      };
    });
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel);
    try {
      const response = connection.sendRequest<R>(type.method, params, cancellation.token);
      response.catch(() => {});
      return await Promise.race([response, ended, cancelled]).catch((error: unknown) => {
        throw isGone(error) ? new ProcessEnded() : error;
      });
    } finally {
      stopListening?.();
      signal?.removeEventListener('abort', cancel);
    }
  }

  #start(): Running {
    const { entry, engine, node, log } = this.#options;
    const options: EngineOptions = this.#crashed === undefined ? engine : { ...engine, afterCrash: this.#crashed };
    const child = fork(entry, [JSON.stringify(options)], {
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
      env: {
        ...process.env,
        ELECTRON_RUN_AS_NODE: '1',
        ...(engine.browser ? { PIXELWRIGHT_BROWSER: engine.browser } : {}),
      },
      ...(node ? { execPath: node } : {}),
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => log(text.trimEnd()));
    const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.onNotification(statusNotification, (status) => this.#setStatus(status));
    connection.onError(([error]) => log(`engine: ${error.message}`));
    connection.listen();
    const ended = new Promise<never>((_, reject) => {
      child.on('error', (error) => log(`The engine can't be started: ${error.message}`));
      // Not `exit`: what was said before the end is read first.
      child.once('close', (code, signal) => {
        this.#handleEnd(child, code, signal);
        connection.dispose();
        reject(new ProcessEnded());
      });
    });
    ended.catch(() => {});
    log(`The engine starts (process ${child.pid}).`);
    return { child, connection, ended };
  }

  /** Ends that nobody asked for are crashes, and said so once. */
  #handleEnd(child: ChildProcess, code: number | null, signal: NodeJS.Signals | null): void {
    if (this.#running?.child !== child) return;
    this.#running = undefined;
    this.#setStatus(undefined);
    if (this.#expected === child) return;
    this.#crashed = child.pid;
    this.#options.log(`The engine ended with ${signal ?? `status ${code}`}.`);
    const message = "Pixelwright's engine crashed and was started again. What was under way is done again on the CPU.";
    for (const listener of this.#crashListeners) listener(message);
  }

  #whyGone(): string {
    if (this.#isDisposed) return "Pixelwright's engine has been ended.";
    return "Pixelwright's engine can't run on this machine: it crashed twice on this request. See the log for what it said.";
  }

  #kill(): void {
    clearTimeout(this.#idleTimer);
    const child = this.#running?.child;
    this.#expected = child;
    child?.kill('SIGKILL');
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
