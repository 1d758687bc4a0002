import { spawnSync } from 'node:child_process';

export interface TesseractReading {
  text: string;
  ms: number;
}

/** Whether Tesseract is installed (Debian's `tesseract-ocr`). */
export function hasTesseract(): boolean {
  return spawnSync('tesseract', ['--version']).status === 0;
}

/** Sparse-text mode with two threads, wall-clock time with its start, as a user of the command line meets it. */
export function readWithTesseract(png: string): TesseractReading {
  const start = performance.now();
  const run = spawnSync('tesseract', [png, 'stdout', '--psm', '11'], {
    encoding: 'utf8',
    env: { ...process.env, OMP_THREAD_LIMIT: '2' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { text: run.stdout, ms: performance.now() - start };
}
