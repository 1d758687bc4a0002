/** Which device does the work: the CPU until another has shown, in a process of its own, that it agrees and is faster. */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { firstLine } from '../runtime/first-line.ts';
import type { Provider } from '../runtime/model.ts';
import { gpuProviders, machineFingerprint } from '../runtime/providers.ts';
import type { Verdict } from '../runtime/self-check.ts';
import type { EngineOptions, EngineStatus } from './protocol.ts';

export type Device = Pick<EngineStatus, 'device' | 'provider' | 'reason'> & { provider: Provider };

/** What a self-check ended with: a verdict, or why there is none. */
type Outcome = Verdict | { error: string };

/** The command-line argument that has the engine's entry check a provider instead of serving. */
export const CHECK_ARGUMENT = '--check';
/** A device that takes longer than this is none. */
const LONGEST_CHECK = 120_000;

const NAMES: Record<Provider, string> = { cpu: 'CPU', webgpu: 'WebGPU', dml: 'DirectML', coreml: 'Core ML' };

const cpu = (reason: string): Device => ({ device: 'cpu', provider: 'cpu', reason });

/**
 * The device for the wish in `options`, from earlier checks or new ones, which are remembered in the storage by machine,
 * drivers, onnxruntime and `models` (their version); new ones wait for `mayCheck`. Never throws: whatever goes wrong leaves the CPU, and the reason says so.
 */
export async function chooseDevice(
  options: EngineOptions,
  models: string,
  entry: string,
  mayCheck: Promise<void>,
): Promise<Device> {
  if (options.device === 'cpu') return cpu('The CPU is chosen in the settings.');
  const providers = gpuProviders();
  if (!providers.length) return cpu('No GPU can be used on this platform.');
  const outcomes: { provider: Provider; outcome: Outcome }[] = [];
  for (const provider of providers) {
    const outcome = await remembered(options.storage, `${machineFingerprint()}|${models}|${provider}`, async () => {
      await mayCheck;
      return checkInProcess(provider, options, entry);
    });
    outcomes.push({ provider, outcome });
  }
  return decide(outcomes, options.device);
}

/** The fastest of the devices that agree; the CPU where it wins, unless a GPU is wished for. */
export function decide(
  outcomes: readonly { provider: Provider; outcome: Outcome }[],
  wish: EngineOptions['device'],
): Device {
  const agreeing = outcomes.flatMap(({ provider, outcome }) =>
    'agrees' in outcome && outcome.agrees ? [{ provider, outcome }] : [],
  );
  const [best] = agreeing.sort((a, b) => a.outcome.provider - b.outcome.provider);
  if (best) {
    const { provider, outcome } = best;
    const ratio = outcome.cpu / outcome.provider;
    if (ratio > 1)
      return gpu(provider, `${NAMES[provider]} is ${ratio.toFixed(1)} times as fast as the CPU, with equal results.`);
    if (wish === 'gpu')
      return gpu(
        provider,
        `${NAMES[provider]} is chosen in the settings. The CPU would be ${(1 / ratio).toFixed(1)} times as fast.`,
      );
    return cpu(`The CPU is ${(1 / ratio).toFixed(1)} times as fast as ${NAMES[provider]}.`);
  }
  return cpu(outcomes.map(({ provider, outcome }) => complaint(provider, outcome)).join(' '));
}

const gpu = (provider: Provider, reason: string): Device => ({ device: 'gpu', provider, reason });

function complaint(provider: Provider, outcome: Outcome): string {
  if ('error' in outcome) return `${NAMES[provider]} doesn't work here: ${outcome.error.replace(/\.?$/, '.')}`;
  return `${NAMES[provider]} computes something else than the CPU (off by ${outcome.difference.toPrecision(2)}) and isn't trusted.`;
}

async function remembered(storage: string, key: string, check: () => Promise<Outcome>): Promise<Outcome> {
  const file = path.join(storage, `device-${createHash('sha256').update(key).digest('hex').slice(0, 16)}.json`);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Outcome;
  } catch {
    const outcome = await check();
    await mkdir(storage, { recursive: true })
      .then(() => writeFile(file, JSON.stringify(outcome)))
      .catch(() => {});
    return outcome;
  }
}

/** Has devices checked again. */
export async function forgetDevices(storage: string): Promise<void> {
  const names = await readdir(storage).catch(() => []);
  await Promise.all(names.filter((name) => name.startsWith('device-')).map((name) => rm(path.join(storage, name))));
}

function checkInProcess(provider: Provider, { models }: EngineOptions, entry: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = fork(entry, [CHECK_ARGUMENT, provider, ...(models ? [models] : [])], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
    const timer = setTimeout(() => {
      resolve({ error: 'it took too long' });
      child.kill('SIGKILL');
    }, LONGEST_CHECK);
    child.on('message', (outcome) => {
      resolve(outcome as Outcome);
      child.kill('SIGKILL');
    });
    child.on('error', (error) => resolve({ error: firstLine(error) }));
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      resolve({ error: `its process ended with ${signal ?? `status ${code}`}` });
    });
  });
}

/** What the process for a check does: sends the outcome to its parent. */
export async function checkForParent(provider: Provider, models: string | undefined): Promise<void> {
  process.on('disconnect', () => process.exit(1));
  const { checkVision } = await import('../vision/self-check.ts');
  const outcome: Outcome = await checkVision(provider, models).catch((error: Error) => ({
    error: firstLine(error),
  }));
  process.send!(outcome);
}
