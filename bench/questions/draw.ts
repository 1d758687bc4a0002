import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Scene } from '../../extension/vision/scene.ts';
import { trueScene } from '../../test/truth/true-scene.ts';
import { applyChange, planChange } from './change.ts';
import type { Change } from './change.ts';
import type { PageFacts } from './facts.ts';
import type { PageSource } from './sets.ts';
import { Studio } from './studio.ts';

/** A page, photographed, with what its DOM holds. */
export interface DrawnPage {
  name: string;
  png: string;
  facts: PageFacts;
  scene: Scene;
}

/** The same page with one thing changed. */
export interface ChangedPage extends DrawnPage {
  before: string;
  change: Change;
}

export const CACHE = path.join(import.meta.dirname, '../../.cache/questions');
/** Every so many-th page is drawn again with one thing changed. */
const CHANGED = 4;

interface Kept {
  key: string;
  facts: PageFacts;
  scene: Scene;
  /** Of a changed page; null where nothing can be changed without moving other things. */
  change?: Change | null;
}

/** Draws the pages that aren't in the cache, and reads the others from it. A page that can't be drawn is told of and left out. */
export async function drawAll(sources: PageSource[]): Promise<{ pages: DrawnPage[]; changed: ChangedPage[] }> {
  const { script, digest } = readers();
  const studio = new Studio();
  const read = async (page: Page) => (await page.evaluate(script)) as PageFacts;
  const pages: DrawnPage[] = [];
  const changed: ChangedPage[] = [];
  for (const [i, source] of sources.entries()) {
    const input = createHash('sha256').update(source.html ?? readFileSync(source.file!)).digest('hex'); // prettier-ignore
    const key = `${digest} ${input.slice(0, 16)}`;
    try {
      const drawn = await cached(source.name, key, async () => {
        const page = await studio.open(source);
        const facts = await read(page);
        const { scene, png } = await trueScene(page);
        return { kept: { key, facts, scene }, png };
      });
      pages.push({ name: source.name, ...drawn });
      if (i % CHANGED) continue;
      const name = `${source.name}-changed`;
      const again = await cached(name, key, async () => {
        const page = await studio.open(source);
        const made = await changeOne(page, name, drawn.facts, read);
        const { scene, png } = await trueScene(page);
        return { kept: { key, ...made, scene }, png };
      });
      if (again.change) changed.push({ name, before: source.name, ...again, change: again.change });
    } catch (error) {
      console.error(`${source.name}: ${String(error).split('\n')[0]}`);
    }
  }
  await studio.close();
  return { pages, changed };
}

/** Changes one thing of a page that leaves all others where they are; tries a few. */
async function changeOne(page: Page, name: string, before: PageFacts, read: (page: Page) => Promise<PageFacts>) {
  for (let i = 0; i < 4; i++) {
    const plan = planChange(before, `${name} ${i}`);
    if (!plan) continue;
    const undo = await page.evaluate(applyChange, plan);
    const facts = await read(page);
    const change = undo ? asChange(plan, before, facts) : undefined;
    if (change) return { facts, change };
    await page.evaluate(applyChange, { ...plan, html: undo });
  }
  return { facts: before, change: null };
}

function asChange(
  plan: NonNullable<ReturnType<typeof planChange>>,
  before: PageFacts,
  after: PageFacts,
): Change | undefined {
  const others = after.things.filter(({ order }) => order !== plan.order);
  const stays = others.every((thing) => {
    const was = before.things.find(({ order, kind }) => order === thing.order && kind === thing.kind);
    return was && Math.abs(was.box.x - thing.box.x) + Math.abs(was.box.y - thing.box.y) < 1 && Math.abs(was.box.width - thing.box.width) + Math.abs(was.box.height - thing.box.height) < 1; // prettier-ignore
  });
  const target = before.things.find(({ order }) => order === plan.order);
  return stays && target ? { what: plan.what, box: target.box, ...(plan.says && { says: plan.says }) } : undefined;
}

async function cached(
  name: string,
  key: string,
  make: () => Promise<{ kept: Kept; png: Buffer }>,
): Promise<Omit<Kept, 'key'> & { png: string }> {
  const base = path.join(CACHE, name);
  const known = existsSync(`${base}.json`) ? (JSON.parse(readFileSync(`${base}.json`, 'utf8')) as Kept) : undefined;
  if (known?.key === key) return { ...known, png: `${base}.png` };
  const { kept, png } = await make();
  mkdirSync(path.dirname(base), { recursive: true });
  writeFileSync(`${base}.png`, png);
  // Last and at once: a page is complete where its facts are.
  writeFileSync(`${base}.tmp`, JSON.stringify(kept));
  renameSync(`${base}.tmp`, `${base}.json`);
  return { ...kept, png: `${base}.png` };
}

/** The reader of facts as one script, and a digest of it and of the true Scene's code: pages read by others are read anew. */
function readers(): { script: string; digest: string } {
  const entry = path.join(import.meta.dirname, 'facts/read.ts');
  const bundle = buildSync({ entryPoints: [entry], bundle: true, format: 'iife', globalName: 'facts', write: false });
  const script = `(() => { ${bundle.outputFiles[0]!.text}; return facts.readFacts(); })()`;
  const truth = path.join(import.meta.dirname, '../../test/truth');
  const walker = path.join(import.meta.dirname, '../../models/training/pages');
  const sources = [
    ...['ink.ts', 'paint.ts', 'shapes.ts', 'true-scene.ts'].map((name) => path.join(truth, name)),
    ...['truth.ts', 'lines.ts', 'elements.ts', 'ground.ts', 'visibility.ts'].map((name) => path.join(walker, name)),
  ].map((file) => readFileSync(file, 'utf8'));
  return {
    script,
    digest: createHash('sha256')
      .update([script, ...sources].join())
      .digest('hex')
      .slice(0, 16),
  };
}
