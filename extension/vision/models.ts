import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModel } from '../runtime/model.ts';
import { parseDetectorConfig } from './detect.ts';
import type { Detector } from './detect.ts';
import { parseReaderConfig } from './read.ts';
import type { Reader } from './read.ts';

/** The networks that seeing takes. */
export interface VisionModels {
  detector: Detector;
  reader: Reader;
}

/** Where the models lie that ship with the extension. */
const SHIPPED = fileURLToPath(new URL('../../models', import.meta.url));

const loaded = new Map<string, Promise<VisionModels>>();

/** Loads the models of a folder once for the life of the process. Throws ModelError where one can't be used. */
export function visionModels(folder: string = SHIPPED): Promise<VisionModels> {
  const known = loaded.get(folder);
  if (known) return known;
  const models = load(folder);
  loaded.set(folder, models);
  // After a failure it may be tried again.
  models.catch(() => loaded.delete(folder));
  return models;
}

async function load(folder: string): Promise<VisionModels> {
  const [detector, reader] = await Promise.all([
    loadModel(join(folder, 'detector'), parseDetectorConfig),
    loadModel(join(folder, 'reader'), parseReaderConfig),
  ]);
  return { detector, reader };
}
