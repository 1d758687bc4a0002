import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { firstLine } from './first-line.ts';
import { inferenceThreads } from './threads.ts';

/** A dense array of float32, row-major: the last dimension is the one whose values lie side by side. */
export interface FloatTensor {
  data: Float32Array;
  dims: readonly number[];
}

/** What every model's `config.json` says about its file. */
export interface ModelFile {
  /** Name of the ONNX file beside `config.json`. */
  file: string;
  bytes: number;
  sha256: string;
  /** Changes whenever the model does. */
  version: string;
}

/** Throws where `config` lacks what every model's has. */
export function checkModelFile(config: Partial<ModelFile>): asserts config is ModelFile {
  const { file, bytes, sha256, version } = config;
  if (
    typeof file !== 'string' ||
    typeof bytes !== 'number' ||
    typeof sha256 !== 'string' ||
    typeof version !== 'string'
  )
    throw new Error('file, bytes, sha256 or version is missing');
}

/** A model that is ready to run. */
export interface Model<Config extends ModelFile> {
  config: Config;
  /** Runs it once, on the calling thread: inputs and outputs by name. Throws what onnxruntime throws. */
  run(inputs: Record<string, FloatTensor>): Promise<Record<string, FloatTensor>>;
  /** Gives its memory back; it can't run afterwards. */
  release(): Promise<void>;
}

/** Execution providers of onnxruntime that we know. */
export type Provider = 'cpu' | 'webgpu' | 'dml' | 'coreml';

/** Told before and after native code runs a model, so that a crash has a name. */
export interface ModelObserver {
  begin(file: ModelFile, provider: Provider): void;
  end(): void;
}

export interface LoadOptions {
  provider?: Provider;
  observer?: ModelObserver;
}

/** A model can't be used; the message says which and what to do. */
export class ModelError extends Error {
  override name = 'ModelError';
}

/** Microseconds that idle threads wait busily for the next kernel: long enough within a run, no burning between runs. */
const SPIN_MICROSECONDS = '100';

/**
 * Loads the model in a folder: `config.json` and the ONNX file it names, whose size and SHA-256 must be what it says.
 * `parse` checks the rest of the configuration and throws on what it doesn't know.
 * Throws ModelError where something is missing, cut short or changed, and where the provider can't run it.
 */
export async function loadModel<Config extends ModelFile>(
  folder: string,
  parse: (config: unknown) => Config,
  { provider = 'cpu', observer }: LoadOptions = {},
): Promise<Model<Config>> {
  const config = await readConfig(folder, parse);
  const path = join(folder, config.file);
  await verify(path, config);
  const watched = async <T>(work: () => Promise<T>): Promise<T> => {
    observer?.begin(config, provider);
    return work().finally(() => observer?.end());
  };
  let session: InferenceSession;
  try {
    session = await watched(() => createSession(path, provider));
  } catch (error) {
    if (error instanceof ModelError) throw error;
    if (provider !== 'cpu') throw new ModelError(`${config.file} doesn't run on ${provider}: ${lastSentence(error)}`);
    throw new ModelError(`${path} can't be loaded (${firstLine(error)}). Reinstall Pixelwright.`);
  }
  return { config, run: (inputs) => watched(() => runSession(session, inputs)), release: () => session.release() };
}

function createSession(path: string, provider: Provider): Promise<InferenceSession> {
  return InferenceSession.create(path, {
    executionProviders: [provider],
    intraOpNumThreads: inferenceThreads(),
    logSeverityLevel: 3,
    // The arena keeps the largest picture's memory for good, and costs more than it saves here.
    enableCpuMemArena: false,
    extra: { 'session.intra_op.spin_duration_us': SPIN_MICROSECONDS },
  });
}

/** A model's `config.json`. Throws ModelError where it is missing or damaged. */
export async function readConfig<Config>(folder: string, parse: (config: unknown) => Config): Promise<Config> {
  const path = join(folder, 'config.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new ModelError(`The model ${folder} is missing. Reinstall Pixelwright, or make it as models/training says.`);
  }
  try {
    return parse(JSON.parse(text));
  } catch (error) {
    throw new ModelError(`${path} is damaged (${firstLine(error)}). Reinstall Pixelwright.`);
  }
}

async function verify(path: string, expected: ModelFile): Promise<void> {
  const content = await readFile(path).catch(() => {
    throw new ModelError(
      `The model file ${path} is missing. Reinstall Pixelwright, or make it as models/training says.`,
    );
  });
  if (content.length !== expected.bytes)
    throw new ModelError(`${path} has ${content.length} bytes instead of ${expected.bytes}. Reinstall Pixelwright.`);
  if (createHash('sha256').update(content).digest('hex') !== expected.sha256)
    throw new ModelError(`${path} isn't the file that its config.json describes (SHA-256). Reinstall Pixelwright.`);
}

async function runSession(
  session: InferenceSession,
  inputs: Record<string, FloatTensor>,
): Promise<Record<string, FloatTensor>> {
  const feeds: Record<string, Tensor> = {};
  for (const [name, { data, dims }] of Object.entries(inputs)) feeds[name] = new Tensor('float32', data, dims);
  const results = await session.run(feeds);
  const outputs: Record<string, FloatTensor> = {};
  for (const [name, { data, dims }] of Object.entries(results)) {
    if (!(data instanceof Float32Array)) throw new ModelError(`The model's output ${name} isn't float32.`);
    outputs[name] = { data, dims };
  }
  return outputs;
}

/** What a native library says after its own places and names. */
const lastSentence = (error: unknown): string =>
  firstLine(error)
    .split(/\. |: /)
    .at(-1)!;
