import path from 'node:path';
import type { Target } from '../codegen/generate.ts';
import type { Fidelity } from '../fidelity/compare.ts';
import { makeReport } from '../fidelity/report.ts';
import type { Box } from '../vision/scene.ts';
import type { Component, Stage } from '../engine/component.ts';
import { folderName, Output, OutputError } from './output.ts';
import { oneLine } from './one-line.ts';
import { Progress } from './progress.ts';
import type { BrowserSource } from '../fidelity/browser-source.ts';
import { fieldTextsOf, wordsOf } from './words.ts';

export interface ComponentCommand {
  images: string[];
  target: Target;
  out: string;
  verify: boolean;
  json: boolean;
}

/** What `--json` says of an image. */
type Result = Made | { image: string; error: string };

interface Made {
  image: string;
  target: Target;
  folder: string;
  /** Relative to the folder. */
  files: string[];
  /** Of the text in the code, in its order. */
  words: string[];
  /** What stands in fields: values and hints. */
  fieldTexts: string[];
  /** Boxes in image pixels. */
  lines: { text: string; box: Box; confidence: number }[];
  fidelity: Fidelity | null;
  /** Milliseconds. */
  times: Partial<Record<Stage, number>>;
  warnings: string[];
}

const STAGE_NAMES: Record<Stage, string> = {
  decode: 'loading',
  detect: 'looking',
  read: 'reading',
  measure: 'measuring',
  layout: 'laying out',
  generate: 'writing code',
  verify: 'checking',
};
/** As shells count a process that SIGINT ended. */
const INTERRUPTED = 130;

const REPORT = 'report.html';

const round = (value: number, places: number) => Math.round(value * 10 ** places) / 10 ** places;

function describe(image: string, { target, verify }: ComponentCommand, folder: string, made: Component): Made {
  const { scene, design, files, check, times } = made;
  return {
    image,
    target,
    folder,
    files: [...files.map((file) => file.path), REPORT],
    words: wordsOf(design),
    fieldTexts: fieldTextsOf(design),
    lines: scene.lines.map(({ text, box, confidence }) => ({ text, box, confidence: round(confidence, 4) })),
    fidelity: typeof check === 'string' ? null : check.fidelity,
    times: Object.fromEntries(Object.entries(times).map(([stage, ms]) => [stage, round(ms, 1)])),
    warnings: verify && typeof check === 'string' ? [...made.warnings, check] : made.warnings,
  };
}

function reportOf(image: string, target: Target, made: Component): string {
  return makeReport({ ...made, title: made.design.title || path.basename(image), target });
}

function summary(result: Made): string {
  const total = Object.values(result.times).reduce((sum, ms) => sum + ms, 0);
  const like = result.fidelity ? `, ${(result.fidelity.final * 100).toFixed(1)} % like the screenshot` : '';
  return `${result.image}: ${path.join(result.folder, '')}${like}, ${(total / 1000).toFixed(1)} s`;
}

/** Makes a component of each image. Returns the exit status: 1 where an image failed. */
export async function runComponent(command: ComponentCommand): Promise<number> {
  const progress = new Progress(process.stderr);
  const output = new Output(command.out);
  const abort = new AbortController();
  const interrupt = () => {
    abort.abort();
    output.discard();
    progress.clear();
    process.exit(INTERRUPTED);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const { BrowserSource } = await import('../fidelity/browser-source.ts');
  const browsers = new BrowserSource();
  const results: Result[] = [];
  try {
    for (const image of command.images) {
      const result = await runOne(image, command, { output, progress, browsers, signal: abort.signal });
      progress.clear();
      results.push(result);
      report(result, command.json);
    }
  } finally {
    await browsers.close();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
  if (command.json) console.log(JSON.stringify(results, null, 2));
  return results.some((result) => 'error' in result) ? 1 : 0;
}

function report(result: Result, json: boolean): void {
  if ('error' in result) {
    console.error(`pixelwright: ${result.error}`);
    return;
  }
  for (const warning of result.warnings) console.error(`pixelwright: ${result.image}: ${warning}`);
  if (!json) console.log(summary(result));
}

interface Run {
  output: Output;
  progress: Progress;
  browsers: BrowserSource;
  signal: AbortSignal;
}

async function runOne(image: string, command: ComponentCommand, run: Run): Promise<Result> {
  const { target, verify } = command;
  const { output, progress, browsers, signal } = run;
  try {
    await output.prepare();
    const { makeComponent } = await import('../engine/component.ts');
    const made = await makeComponent(image, {
      target,
      signal,
      onStage: (stage) => progress.show(`${path.basename(image)}: ${STAGE_NAMES[stage]} …`),
      ...(verify ? { browsers } : {}),
    });
    const report = { path: REPORT, content: reportOf(image, target, made) };
    const folder = await output.write(folderName(image), [...made.files, report]);
    return describe(image, command, folder, made);
  } catch (error) {
    output.discard();
    const message = oneLine(error);
    const named = message.startsWith(image) || error instanceof OutputError ? message : `${image}: ${message}`;
    return { image, error: named };
  }
}
