/**
 * `npm run bench -- FOLDER...`: our figures on folders of frozen pages, beside Tesseract's in the same run and the peers'
 * published ones. Options: `--react` scores the React output too, `--limit N` takes the first N pages of each folder,
 * `--out DIR` keeps what was made, `--editor` measures the packaged extension in an editor (folders may be left out then),
 * `--save` writes bench/RESULTS.md.
 *
 * `npm run bench -- --questions`: how questions are answered, by kind. `--set building|measuring` (measuring by default),
 * `--pixels` asks of what is seen in the pictures too (`--fresh`: looks again), `--kind K` one kind only, `--limit N` the first N
 * pages, `--failures FILE` keeps what went wrong.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { makePages, peakMemory, previewReact, score, timeColdStart, timePage } from './ours.ts';
import type { MadePage, Scores } from './ours.ts';
import { saveResults } from './results.ts';
import { readPages } from './pages.ts';
import type { BenchPage } from './pages.ts';
import { mean, median } from './statistics.ts';
import { hasTesseract, readWithTesseract } from './tesseract.ts';
import { wordsF1 } from './words.ts';

const FIGURES = ['block', 'text', 'position', 'color', 'visual', 'final', 'roles', 'flow', 'reflow'] as const;

/** Published figures on Design2Code (Si et al., 2024), scored by the same scorer on 17 pages of the set. */
const PEERS: Record<string, (number | undefined)[]> = {
  'GPT-4V, direct prompt': [0.874, 0.987, 0.792, 0.724, 0.421, 0.76, undefined, 0.963, 0.906],
  'GPT-4V, text-augmented': [0.927, 0.992, 0.817, 0.724, 0.426, 0.777, undefined, 0.98, 0.909],
  'WebSight VLM-8B': [0.661, 0.893, 0.775, 0.812, 0.555, 0.739, undefined, 0.966, 0.735],
};

const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    react: { type: 'boolean', default: false },
    editor: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    limit: { type: 'string', default: 'Infinity' },
    out: { type: 'string' },
    questions: { type: 'boolean', default: false },
    set: { type: 'string', default: 'measuring' },
    pixels: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    kind: { type: 'string' },
    failures: { type: 'string' },
  },
});
if (options.questions) {
  const { set, limit, ...rest } = options;
  if (set !== 'building' && set !== 'measuring') throw new Error(`no such set: ${set}`);
  const { benchQuestions } = await import('./questions/main.ts');
  const report = await benchQuestions({ ...rest, set, limit: Number(limit), folders });
  console.log(report);
  if (options.save) saveResults('# Questions', report);
  process.exit();
}
if (!folders.length && !options.editor) {
  console.error('usage: npm run bench -- FOLDER... [--editor] [--react] [--limit N] [--out DIR] [--save]');
  console.error(
    '       npm run bench -- --questions [--set building|measuring] [--pixels] [--kind K] [--failures FILE] [FOLDER...]',
  );
  process.exit(2);
}
const out = options.out ?? mkdtempSync(path.join(os.tmpdir(), 'pixelwright-bench-'));

const percent = (value: number | undefined) => (value === undefined ? '' : value.toFixed(3));
const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: string[][]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const scoreRow = (name: string, scores: Scores) => [name, ...FIGURES.map((figure) => percent(scores[figure]))];

async function scoreMade(made: MadePage[], target: 'html' | 'react', where: string): Promise<Scores> {
  const pairs = [];
  for (const { page, folder } of made) {
    // A page that could not be made is scored as one that isn't there.
    let candidate = path.join(folder ?? where, 'index.html');
    if (folder && target === 'react') candidate = await previewReact(folder);
    pairs.push({ id: page.id, reference: page.json, candidate });
  }
  const file = path.join(where, 'pairs.json');
  writeFileSync(file, JSON.stringify(pairs));
  return score(file, path.join(where, 'scores.json')).mean;
}

async function benchFolder(folder: string): Promise<string> {
  const pages = readPages(folder).slice(0, Number(options.limit));
  const kind = pages[0]!.kind;
  const where = path.join(out, kind);
  mkdirSync(where, { recursive: true });

  await timePage(pages[0]!);
  const timings = [];
  const tesseract = [];
  const withTesseract = hasTesseract();
  for (const page of pages) {
    timings.push(await timePage(page));
    if (withTesseract) tesseract.push({ page, ...readWithTesseract(page.png) });
  }
  const made = makePages(pages, 'html', path.join(where, 'html'));
  const ours = mean(made.map(({ page, words }) => wordsF1(page.texts, words).f1));
  const text = mean(timings.map((timing) => timing.text));
  const rows = [scoreRow('**Pixelwright**, HTML', await scoreMade(made, 'html', where))];
  if (options.react) {
    const react = makePages(pages, 'react', path.join(where, 'react'));
    rows.push(scoreRow('**Pixelwright**, React', await scoreMade(react, 'react', path.join(where, 'react'))));
  }
  if (kind.startsWith('design2code')) rows.push(...Object.entries(PEERS).map(([name, f]) => [name, ...f.map(percent)]));

  const reading = [['**Pixelwright**', percent(ours), text.toFixed(0), '']];
  if (tesseract.length) {
    const f1 = mean(tesseract.map((reading) => wordsF1(reading.page.texts, [reading.text]).f1));
    const ms = mean(tesseract.map((reading) => reading.ms));
    reading.push([
      'Tesseract, --psm 11, 2 threads',
      percent(f1),
      ms.toFixed(0),
      `${(ms / text).toFixed(1)} times ours`,
    ]);
  }
  const total = median(timings.map((timing) => timing.total));
  return [
    `## ${kind} (${pages.length} pages)`,
    table(['', ...FIGURES], rows),
    table(['reading all text', 'words F1', 'ms a page', ''], reading),
    `Picture to source files, models warm, without rendering: median ${total.toFixed(0)} ms.`,
  ].join('\n\n');
}

/** The first page, tiled to 1280 x 10000 px. */
async function tallPicture(page: BenchPage): Promise<string> {
  const file = path.join(out, 'tall.png');
  const background = '#ffffff';
  const tile = await sharp(page.png).resize({ width: 1280, height: 1000, fit: 'contain', background }).toBuffer();
  const canvas = sharp({ create: { width: 1280, height: 10_000, channels: 3, background } });
  const tiles = Array.from({ length: 10 }, (_, i) => ({ input: tile, left: 0, top: i * 1000 }));
  await canvas.composite(tiles).png().toFile(file);
  return file;
}

async function benchCommand(page: BenchPage): Promise<string> {
  const starts = [1, 2, 3].map(() => timeColdStart(page, path.join(out, 'cold')));
  const peak = peakMemory(await tallPicture(page), path.join(out, 'tall'));
  return [
    '## The command',
    `Cold start to files on disk, without verification: ${(median(starts) / 1000).toFixed(1)} s (median of 3).`,
    `Peak memory on a 1280 x 10000 px picture: ${peak.toFixed(0)} MB.`,
  ].join('\n\n');
}

const cpu = `${os.cpus().length} x ${os.cpus()[0]?.model ?? 'unknown'}`;
const sections = [
  `# Results\n\n${new Date().toISOString().slice(0, 10)}, ${cpu}, Node ${process.versions.node}. Measured by \`npm run bench\`.`,
];
for (const folder of folders) sections.push(await benchFolder(folder));
if (folders[0]) sections.push(await benchCommand(readPages(folders[0])[0]!));
if (options.editor) sections.push(await (await import('./editor.ts')).benchEditor());
const report = sections.join('\n\n') + '\n';
console.log(report);
if (options.save) saveResults('# Results', report);
