import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generate } from '../extension/codegen/generate.ts';
import { preview } from '../extension/codegen/preview.ts';
import { traceIcons } from '../extension/codegen/trace.ts';
import { layOut } from '../extension/layout/layout.ts';
import { loadPicture } from '../extension/vision/decode.ts';
import { see } from '../extension/vision/see.ts';
import type { BenchPage } from './pages.ts';

/** What a page took with the models warm, milliseconds. */
export interface Timing {
  /** Detecting and reading all text. */
  text: number;
  /** From the picture's bytes to source files, without rendering. */
  total: number;
}

const CLI = path.resolve(import.meta.dirname, '../extension/cli/main.ts');

/** Runs the pipeline in this process; call it once before it counts, so that the models are loaded. */
export async function timePage(page: BenchPage): Promise<Timing> {
  const stages: Record<string, number> = {};
  const watch = {
    async time<T>(stage: string, work: () => T | Promise<T>): Promise<T> {
      const start = performance.now();
      const result = await work();
      stages[stage] = (stages[stage] ?? 0) + performance.now() - start;
      return result;
    },
  };
  const start = performance.now();
  const picture = await loadPicture(page.png);
  const scene = await see(picture, watch);
  const design = layOut(scene);
  await generate(design, 'html', { icons: await traceIcons(design, picture.pixels) });
  return { text: (stages['detect'] ?? 0) + (stages['read'] ?? 0), total: performance.now() - start };
}

/** What `--json` prints of one image, as far as the bench reads it. */
interface Made {
  folder: string;
  words: string[];
  error?: string;
}

export interface MadePage {
  page: BenchPage;
  /** Where it was made; absent where that failed. */
  folder?: string;
  words: string[];
}

/** Runs the command on the pages as a user would; `out` is created. Throws where it prints no JSON. */
export function makePages(pages: BenchPage[], target: 'html' | 'react', out: string): MadePage[] {
  return pages.map((page) => {
    const args = [CLI, 'component', page.png, '--target', target, '--out', out, '--json'];
    const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
    if (run.status !== 0) {
      console.error(`${page.id}: ${run.stderr.trim()}`);
      return { page, words: [] };
    }
    const [result] = JSON.parse(run.stdout) as [Made];
    return { page, folder: path.resolve(result.folder), words: result.words };
  });
}

/** The React output as a page that opens by itself, beside its pictures. */
export async function previewReact(folder: string): Promise<string> {
  const names = readdirSync(folder).filter((name) => /\.(tsx?|css|html)$/.test(name) && name !== 'report.html');
  const files = names.map((name) => ({ path: name, text: readFileSync(path.join(folder, name), 'utf8') }));
  const file = path.join(folder, 'preview.html');
  writeFileSync(file, await preview(files));
  return file;
}

/** Milliseconds of the whole command without verification, from a cold start. */
export function timeColdStart(page: BenchPage, out: string): number {
  const start = performance.now();
  spawnSync(process.execPath, [CLI, 'component', page.png, '--no-verify', '--out', out]);
  return performance.now() - start;
}

/** Peak resident memory, MB, of the command without verification. Linux only. */
export function peakMemory(png: string, out: string): number {
  const probe = `process.argv.splice(1, 0, process.execPath);
    process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS));
    await import(${JSON.stringify(CLI)});`;
  const args = ['--input-type=module', '-e', probe, '--', 'component', png, '--no-verify', '--out', out];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const peak = /peak (\d+)/.exec(run.stderr);
  if (run.status !== 0 || !peak) throw new Error(`memory probe failed: ${run.stderr.trim()}`);
  return Number(peak[1]) / 1024;
}

/** Mean figures of the scorer over pairs of pages. */
export type Scores = Record<
  'block' | 'text' | 'position' | 'color' | 'visual' | 'final' | 'roles' | 'flow' | 'reflow',
  number
>;

/** Runs the scorer on a file of pairs and reads what it wrote. */
export function score(pairs: string, out: string): { mean: Scores; rows: ({ id: string } & Scores)[] } {
  const scorer = path.resolve(import.meta.dirname, 'score.mjs');
  const run = spawnSync(process.execPath, [scorer, '--pairs', pairs, '--out', out, '--quiet'], { stdio: 'inherit' });
  if (run.status !== 0) throw new Error('the scorer failed');
  return JSON.parse(readFileSync(out, 'utf8'));
}
