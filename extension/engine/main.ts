/** The engine's process: started by the client with its options as JSON, it serves requests until its parent is gone. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMessageConnection, IPCMessageReader, IPCMessageWriter, ResponseError } from 'vscode-jsonrpc/node';
import type { CancellationToken, MessageConnection } from 'vscode-jsonrpc/node';
import { firstLine } from '../runtime/first-line.ts';
import type { Provider } from '../runtime/model.ts';
import { ModelError } from '../runtime/model.ts';
import { PictureError } from '../vision/decode.ts';
import { modelsVersion } from '../vision/models.ts';
import type { Stage } from './component.ts';
import { CHECK_ARGUMENT, checkForParent, chooseDevice, forgetDevices } from './devices.ts';
import { DiskCache } from './disk-cache.ts';
import { Engine } from './engine.ts';
import { FlightRecorder } from './flight-recorder.ts';
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
  statusNotification,
} from './protocol.ts';
import type { EngineOptions } from './protocol.ts';

function codeOf(error: unknown): number {
  if (error instanceof PictureError) return ERROR_CODES.picture;
  if (error instanceof ModelError) return ERROR_CODES.model;
  return ERROR_CODES.internal;
}

/** A token as a signal, for the time of a request; what fails becomes a response that a person can read. */
async function serve<T>(token: CancellationToken, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const subscription = token.onCancellationRequested(() => abort.abort());
  try {
    return await work(abort.signal);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError')
      throw new ResponseError(REQUEST_CANCELLED, firstLine(error));
    if (codeOf(error) === ERROR_CODES.internal) console.error(error);
    throw new ResponseError(codeOf(error), firstLine(error));
  } finally {
    subscription.dispose();
  }
}

/** `answered` resolves when the first request has been; `tell` has the host know the state. */
function answerRequests(
  connection: MessageConnection,
  engine: Engine,
  recorder: FlightRecorder,
  storage: string,
): { answered: Promise<void>; tell: () => void } {
  const { promise: answered, resolve: setAnswered } = Promise.withResolvers<void>();
  /** Tells the host before and after, so that it knows whether there is anything to do. */
  const busy = async <T>(token: CancellationToken, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    requests++;
    tell();
    return serve(token, work).finally(() => {
      requests--;
      tell();
      setAnswered();
    });
  };
  let requests = 0;
  const tell = () => void connection.sendNotification(statusNotification, { ...engine.device, busy: requests });
  connection.onRequest(seeRequest, (params, token) => busy(token, (signal) => engine.see(params, { signal })));
  connection.onRequest(describeRequest, (params, token) =>
    busy(token, (signal) => engine.describe(params, { signal })),
  );
  connection.onRequest(componentRequest, ({ token: progress, ...params }, token) =>
    busy(token, (signal) => {
      const onStage = (stage: Stage) => void connection.sendProgress(stageProgress, progress, stage);
      return engine.component(params, { signal, onStage });
    }),
  );
  connection.onRequest(askRequest, ({ token: progress, ...params }, token) =>
    busy(token, (signal) =>
      engine.ask(params, { signal, onPart: (part) => void connection.sendProgress(partProgress, progress, part) }),
    ),
  );
  connection.onRequest(compareRequest, (params, token) => busy(token, (signal) => engine.compare(params, { signal })));
  connection.onRequest(clearCacheRequest, async () => {
    recorder.clear();
    await Promise.all([engine.clearCache(), forgetDevices(storage)]);
  });
  tell();
  return { answered, tell };
}

/** `answered`: a check is work, and the first answer shouldn't wait for it. */
async function settleDevice(
  engine: Engine,
  options: EngineOptions,
  recorder: FlightRecorder,
  answered: Promise<void>,
): Promise<void> {
  if (options.afterCrash !== undefined) {
    engine.device = { device: 'cpu', provider: 'cpu', reason: 'The CPU works since the engine crashed.' };
    return;
  }
  // Models that are missing are told of where they are asked for.
  const models = await modelsVersion(options.models).catch(() => undefined);
  if (models === undefined) return;
  const device = await chooseDevice(options, models, fileURLToPath(import.meta.url), answered);
  engine.device = recorder.isSetAside(device.provider)
    ? { device: 'cpu', provider: 'cpu', reason: 'The CPU works since the engine crashed on the GPU twice.' }
    : device;
}

async function main(): Promise<void> {
  const [argument = '', ...rest] = process.argv.slice(2);
  if (argument === CHECK_ARGUMENT) return checkForParent(rest[0] as Provider, rest[1]);
  const options = JSON.parse(argument) as EngineOptions;
  const recorder = new FlightRecorder(options.storage, options.afterCrash);
  const cache = new DiskCache(path.join(options.storage, 'scenes'), options.cacheBytes);
  const engine = new Engine(options, cache, recorder);
  const connection = createMessageConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
  const { answered, tell } = answerRequests(connection, engine, recorder, options.storage);
  connection.listen();
  process.on('disconnect', () => void engine.close().finally(() => process.exit(0)));
  await settleDevice(engine, options, recorder, answered);
  tell();
}

await main();
