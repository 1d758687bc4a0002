import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModel, readConfig } from '../runtime/model.ts';
import type { LoadOptions } from '../runtime/model.ts';
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

export interface ModelsOptions extends LoadOptions {
  /** For others than those that ship. */
  folder?: string;
}

/**
 * Loads the models of a folder once for each provider and the life of the process. Throws ModelError where one can't be used.
 * The observer is that of the first call.
 */
export function visionModels({ folder = SHIPPED, ...load }: ModelsOptions = {}): Promise<VisionModels> {
  const key = `${load.provider ?? 'cpu'} ${folder}`;
  const known = loaded.get(key);
  if (known) return known;
  const models = loadAll(folder, load);
  loaded.set(key, models);
  // After a failure it may be tried again.
  models.catch(() => loaded.delete(key));
  return models;
}

async function loadAll(folder: string, options: LoadOptions): Promise<VisionModels> {
  const [detector, reader] = await Promise.all([
    loadModel(join(folder, 'detector'), parseDetectorConfig, options),
    loadModel(join(folder, 'reader'), parseReaderConfig, options),
  ]);
  return { detector, reader };
}

/** Changes whenever a model of the folder does; nothing is loaded. Throws ModelError. */
export async function modelsVersion(folder: string = SHIPPED): Promise<string> {
  const configs = await Promise.all([
    readConfig(join(folder, 'detector'), parseDetectorConfig),
    readConfig(join(folder, 'reader'), parseReaderConfig),
  ]);
  return configs.map((config) => config.version).join(' ');
}
