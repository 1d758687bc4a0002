import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Small convolutional networks stop getting faster beyond this many threads. */
const MOST_THREADS = 8;

/**
 * Threads for inference: one for each physical core that this process may use. Hyper-threads share the units that matrix
 * kernels keep busy, so a second thread on a core only adds contention.
 */
export function inferenceThreads(): number {
  const available = availableParallelism();
  return Math.max(1, Math.min(available, physicalCores() ?? available, MOST_THREADS));
}

/** Where the system tells it (Linux); elsewhere undefined. */
function physicalCores(): number | undefined {
  try {
    const cpus = readdirSync('/sys/devices/system/cpu').filter((name) => /^cpu\d+$/.test(name));
    const siblings = cpus.map((cpu) =>
      readFileSync(`/sys/devices/system/cpu/${cpu}/topology/thread_siblings_list`, 'utf8'),
    );
    return siblings.length > 0 ? new Set(siblings).size : undefined;
  } catch {
    return undefined;
  }
}
