/** How the packaged extension does in a real editor: activation, hovers, the way to a preview, and the engine's memory. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { EngineClient } from '../extension/engine/client.ts';
import { ensureCodeServer } from '../test/editor/code-server.ts';
import { Preview } from '../test/editor/preview.ts';
import { Server } from '../test/editor/server.ts';
import { paletteTitle } from '../test/editor/titles.ts';
import { startTestBrowser, Workbench } from '../test/editor/workbench.ts';
import { median } from './statistics.ts';

const root = path.resolve(import.meta.dirname, '..');
const SAMPLES = ['article', 'dashboard', 'login', 'pricing'];
const sample = (name: string) => path.join(root, `media/samples/${name}.png`);
/** Loads of the window that activation is measured in. */
const LOADS = 5;
/** Pictures after which the engine's memory is measured again. */
const MANY = 200;

/** Milliseconds. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** What the editor itself says that activating took, in ms. */
async function activation(workbench: Workbench): Promise<number> {
  await workbench.load();
  await workbench.openFile('pictures.md');
  await workbench.runCommand('Developer: Show Running Extensions');
  const row = workbench.page.locator('.extension').filter({ hasText: 'Pixelwright' });
  const text = await row.filter({ hasText: /Activation: \d+ms/ }).innerText();
  return Number(/Activation: (\d+)ms/.exec(text)![1]);
}

/** From the mouse's coming to rest until the hover is there, without the delay that the editor waits before it asks. */
async function hover(workbench: Workbench, name: string): Promise<number> {
  const ms = await time(() => workbench.hoverText(name, /PNG/));
  await workbench.press('Escape');
  await workbench.page.mouse.move(5, 5);
  await workbench.page.locator('.monaco-hover:visible').waitFor({ state: 'hidden' });
  return ms;
}

/** MB that a process holds. */
const memory = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;

/** MB of the engine: idle after its first picture, and after many. */
async function engineMemory(): Promise<{ first: number; many: number }> {
  const storage = mkdtempSync(path.join(os.tmpdir(), 'pixelwright-bench-engine-'));
  const engine = new EngineClient({
    entry: path.join(root, 'dist/engine/main.mjs'),
    engine: { device: 'cpu', storage, cacheBytes: 2 ** 28 },
    log: () => {},
  });
  try {
    const look = async (index: number) => {
      const name = SAMPLES[index % SAMPLES.length]!;
      // Each of its own width: another picture to the cache.
      const bytes = await sharp(sample(name))
        .resize({ width: 1280 - index })
        .png({ compressionLevel: 1 })
        .toBuffer();
      await engine.describe({ image: { bytes }, lane: 'batch' });
    };
    await look(0);
    const first = memory(engine.processId!);
    for (let index = 1; index < MANY; index++) await look(index);
    return { first, many: memory(engine.processId!) };
  } finally {
    engine.dispose();
    rmSync(storage, { recursive: true, force: true });
  }
}

/** A section of the report. Needs the package for this platform in out/. */
export async function benchEditor(): Promise<string> {
  const extension = path.join(root, 'out', `pixelwright-${process.platform}-${process.arch}.vsix`);
  if (!existsSync(extension)) throw new Error(`${extension} is missing: npm run package -- --target here`);
  ensureCodeServer();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pixelwright-bench-editor-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'pictures.md'), SAMPLES.map((name) => `![](${name}.png)\n`).join('\n'));
  writeFileSync(path.join(folder, 'package.json'), '{ "dependencies": { "react": "19", "tailwindcss": "4" } }');
  for (const name of SAMPLES) cpSync(sample(name), path.join(folder, `${name}.png`));
  const server = await Server.start({ extension, settings: { 'editor.hover.delay': 1 } });
  const browser = await startTestBrowser();
  try {
    const workbench = await Workbench.open(browser, server, folder, { width: 1400, height: 2400 });
    const activations = [];
    for (let load = 0; load < LOADS; load++) activations.push(await activation(workbench));
    await workbench.load();
    await workbench.openFile('pictures.md');
    const first = await hover(workbench, 'login.png');
    const fresh = [await hover(workbench, 'dashboard.png'), await hover(workbench, 'pricing.png')];
    const cached = [];
    for (const name of ['login.png', 'dashboard.png', 'pricing.png']) cached.push(await hover(workbench, name));
    await workbench.openPicture('article.png');
    const toPreview = await time(async () => {
      await workbench.runCommand(paletteTitle('pixelwright.componentFromImage'));
      await Preview.ready(workbench);
    });
    const { first: idle, many } = await engineMemory();
    const ms = (value: number) => `${value.toFixed(0)} ms`;
    return [
      '## The editor',
      `- Activation: median ${ms(median(activations))} of ${LOADS} window loads.`,
      `- Hover: ${ms(first)} on the first picture, with the engine's start; ${ms(median(fresh))} on a new one; ${ms(median(cached))} from the cache.`,
      `- Command to a checked preview, new picture: ${(toPreview / 1000).toFixed(1)} s.`,
      `- Engine's memory: ${idle.toFixed(0)} MB after one picture, ${many.toFixed(0)} MB after ${MANY}.`,
    ].join('\n');
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
