import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { modelsVersion } from '../../extension/vision/models.ts';
import type { Scene } from '../../extension/vision/scene.ts';
import { see } from '../../extension/vision/see.ts';
import { CACHE } from './draw.ts';

/** What is seen in pictures, by their names. Kept by content and by the models' version; `fresh` looks again. */
export async function seenScenes(
  pages: readonly { name: string; png: string }[],
  fresh: boolean,
): Promise<Map<string, Scene>> {
  const folder = path.join(
    CACHE,
    'seen',
    createHash('sha256')
      .update(await modelsVersion())
      .digest('hex')
      .slice(0, 12),
  );
  mkdirSync(folder, { recursive: true });
  const scenes = new Map<string, Scene>();
  for (const { name, png } of pages) {
    const content = readFileSync(png);
    const file = path.join(folder, `${createHash('sha256').update(content).digest('hex').slice(0, 24)}.json`);
    if (fresh || !existsSync(file)) writeFileSync(file, JSON.stringify(await see(content)));
    scenes.set(name, JSON.parse(readFileSync(file, 'utf8')) as Scene);
  }
  return scenes;
}
