import { loadModel } from './model.ts';
import type { FloatTensor, ModelFile, Provider } from './model.ts';

/** A model and what it is tried on. */
export interface Trial<Config extends ModelFile = ModelFile> {
  folder: string;
  parse: (config: unknown) => Config;
  inputs: Record<string, FloatTensor>;
}

export interface Verdict {
  /** Whether all outputs are the CPU's, within `TOLERANCE`. */
  agrees: boolean;
  /** Largest difference found, in logits. */
  difference: number;
  /** Milliseconds of all trials, the best of some runs. */
  cpu: number;
  provider: number;
}

/** Devices round differently; a logit that is off by less than this changes no decision that was clear. */
const TOLERANCE = 0.05;
/** Timed until so many runs or milliseconds are over. */
const RUNS = 5;
const LONGEST = 1500;

/**
 * Runs models on a provider and on the CPU, and compares results and times. Some native failures end the process: call it in
 * one of its own. Throws ModelError where a model or the provider doesn't work at all.
 */
export async function checkProvider(trials: readonly Trial[], provider: Provider): Promise<Verdict> {
  const verdict: Verdict = { agrees: true, difference: 0, cpu: 0, provider: 0 };
  for (const trial of trials) {
    const reference = await measure(trial, 'cpu');
    const other = await measure(trial, provider);
    verdict.cpu += reference.time;
    verdict.provider += other.time;
    verdict.difference = Math.max(verdict.difference, largestDifference(reference.outputs, other.outputs));
  }
  return { ...verdict, agrees: verdict.difference <= TOLERANCE };
}

async function measure({ folder, parse, inputs }: Trial, provider: Provider) {
  const model = await loadModel(folder, parse, { provider });
  try {
    // The first run compiles shaders.
    const outputs = await model.run(inputs);
    const begin = performance.now();
    let time = Infinity;
    for (let run = 0; run < RUNS && performance.now() - begin < LONGEST; run++) {
      const start = performance.now();
      await model.run(inputs);
      time = Math.min(time, performance.now() - start);
    }
    return { outputs, time };
  } finally {
    await model.release();
  }
}

function largestDifference(a: Record<string, FloatTensor>, b: Record<string, FloatTensor>): number {
  let largest = 0;
  for (const [name, { data }] of Object.entries(a)) {
    const other = b[name]?.data;
    if (other?.length !== data.length) return Infinity;
    for (let i = 0; i < data.length; i++) {
      const difference = Math.abs(data[i]! - other[i]!);
      // NaN differs from everything.
      if (!(difference <= largest)) largest = Number.isNaN(difference) ? Infinity : difference;
    }
  }
  return largest;
}
