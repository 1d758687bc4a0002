import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveAssets } from './assets.ts';
import { composePage } from './compose.ts';
import { evaluationPage } from './evaluation.ts';
import { openCamera } from './photograph.ts';

/**
 * Photographs synthetic pages with their truth: `node pages/main.ts --from 0 --count 2000 --out data/pages`.
 * `--set evaluation` draws the pages that are kept apart. Pages that are there already are skipped, so it resumes.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string', default: '0' },
      count: { type: 'string', default: '2000' },
      out: { type: 'string', default: join(import.meta.dirname, '../data/pages') },
      set: { type: 'string', default: 'training' },
    },
  });
  if (values.set !== 'training' && values.set !== 'evaluation') throw new Error(`no such set: ${values.set}`);
  const compose = values.set === 'training' ? composePage : evaluationPage;
  mkdirSync(values.out, { recursive: true });
  const { origin, server } = await serveAssets();
  const camera = await openCamera(origin, values.set);
  const from = Number(values.from);
  for (let seed = from; seed < from + Number(values.count); seed++) {
    const name = join(values.out, String(seed).padStart(5, '0'));
    if (existsSync(`${name}.json`)) continue;
    try {
      const { png, truth } = await camera.photograph(compose(seed), seed);
      writeFileSync(`${name}.png`, png);
      // The truth goes last and at once: a reader takes a page as complete when it is there.
      writeFileSync(`${name}.tmp`, JSON.stringify(truth));
      renameSync(`${name}.tmp`, `${name}.json`);
    } catch (error) {
      console.error(`page ${seed}: ${String(error)}`);
    }
  }
  await camera.close();
  server.close();
}

await main();
