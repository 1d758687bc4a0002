import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPicture } from '../../../extension/vision/decode.ts';
import { MEDIUM_FEATURES, measureMedium } from '../../../extension/vision/medium.ts';
import { MEDIA } from '../../../extension/vision/scene.ts';
import { see } from '../../../extension/vision/see.ts';

/**
 * Measures pictures of known kind: `node medium/measure.ts FOLDER OUT.json`, where FOLDER has a folder for each medium. Pictures
 * that can't be loaded are named and left out.
 */
async function main([folder, out]: string[]): Promise<void> {
  if (!folder || !out) throw new Error('usage: measure.ts FOLDER OUT.json');
  const rows: { name: string; medium: string; features: number[]; told: string }[] = [];
  for (const medium of MEDIA)
    for (const name of readdirSync(join(folder, medium)).sort()) {
      try {
        const picture = await loadPicture(join(folder, medium, name));
        const scene = await see(picture);
        const measured = measureMedium(picture.pixels, scene);
        rows.push({ name, medium, features: MEDIUM_FEATURES.map((feature) => measured[feature]), told: scene.medium });
      } catch (error) {
        console.error(`${medium}/${name}: ${String(error)}`);
      }
    }
  writeFileSync(out, JSON.stringify({ features: MEDIUM_FEATURES, media: MEDIA, rows }));
  for (const medium of MEDIA) {
    const own = rows.filter((row) => row.medium === medium);
    console.log(`${medium}: ${own.filter((row) => row.told === medium).length} of ${own.length} told rightly`);
  }
}

await main(process.argv.slice(2));
