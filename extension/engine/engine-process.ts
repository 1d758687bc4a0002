/** A process of the engine, and the wire to it. */
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
import type { MessageConnection, RequestType } from 'vscode-jsonrpc/node';
import { statusNotification } from './protocol.ts';
import type { EngineOptions, EngineStatus } from './protocol.ts';

export interface ProcessOptions {
  /** The engine's entry: `dist/engine/main.mjs`, or `extension/engine/main.ts` in source. */
  entry: string;
  engine: EngineOptions;
  /** Node or an Electron that runs as such; this process's own where absent. */
  node?: string;
  log: (line: string) => void;
}

/** Listens to a request's progress on a connection; returns how to stop. */
export type Listen = (connection: MessageConnection) => () => void;

/** The process went away under a request. */
export class ProcessEnded extends Error {}

const GONE: readonly number[] = [ErrorCodes.PendingResponseRejected, ErrorCodes.ConnectionInactive];

const isGone = (error: unknown) =>
  error instanceof ConnectionError || (error instanceof ResponseError && GONE.includes(error.code));

export class EngineProcess {
  readonly #child: ChildProcess;
  readonly #connection: MessageConnection;
  /** Rejects when the process ends. */
  readonly #ended: Promise<never>;
  #isUnwanted = false;

  /** Starts it. `onEnd` is told when it has ended, and whether by itself. */
  constructor(
    { entry, engine, node, log }: ProcessOptions,
    onStatus: (status: EngineStatus) => void,
    onEnd: (process: EngineProcess, crashed: boolean) => void,
  ) {
    const child = fork(entry, [JSON.stringify(engine)], {
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
    connection.onNotification(statusNotification, onStatus);
    connection.onError(([error]) => log(`engine: ${error.message}`));
    connection.listen();
    this.#child = child;
    this.#connection = connection;
    this.#ended = new Promise<never>((_, reject) => {
      child.on('error', (error) => log(`The engine can't be started: ${error.message}`));
      // Not `exit`: what was said before the end is read first.
      child.once('close', (code, signal) => {
        log(`The engine ended with ${signal ?? `status ${code}`}.`);
        onEnd(this, !this.#isUnwanted);
        connection.dispose();
        reject(new ProcessEnded());
      });
    });
    this.#ended.catch(() => {});
    log(`The engine starts (process ${child.pid}).`);
  }

  get id(): number | undefined {
    return this.#child.pid;
  }

  /** Ends it, whatever it is at. */
  kill(): void {
    this.#isUnwanted = true;
    this.#child.kill('SIGKILL');
  }

  /** Throws ProcessEnded, the signal's reason at once when that is aborted, and what the engine answers with. */
  async send<P, R>(type: RequestType<P, R, void>, params: P, signal?: AbortSignal, listen?: Listen): Promise<R> {
    const cancellation = new CancellationTokenSource();
    const stopListening = listen?.(this.#connection);
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
      const response = this.#connection.sendRequest<R>(type.method, params, cancellation.token);
      response.catch(() => {});
      return await Promise.race([response, this.#ended, cancelled]).catch((error: unknown) => {
        throw isGone(error) ? new ProcessEnded() : error;
      });
    } finally {
      stopListening?.();
      signal?.removeEventListener('abort', cancel);
    }
  }
}
