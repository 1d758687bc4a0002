import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { checkProvider } from '../runtime/self-check.ts';
import type { Trial, Verdict } from '../runtime/self-check.ts';
import type { FloatTensor, Provider } from '../runtime/model.ts';
import { parseDetectorConfig } from './detect.ts';
import { parseReaderConfig } from './read.ts';

/** A piece of a page and a line of text, in pixels. */
const PAGE = { width: 320, height: 256 };
const LINES = { count: 4, height: 24, width: 256 };

/** Whether a provider computes what the CPU does with both networks, and how fast. See `checkProvider`. */
export function checkVision(
  provider: Provider,
  folder: string = fileURLToPath(new URL('../../models', import.meta.url)),
): Promise<Verdict> {
  const trials: Trial[] = [
    {
      folder: join(folder, 'detector'),
      parse: parseDetectorConfig,
      inputs: { image: pattern([1, 3, PAGE.height, PAGE.width]) },
    },
    {
      folder: join(folder, 'reader'),
      parse: parseReaderConfig,
      inputs: { ink: pattern([LINES.count, 1, LINES.height, LINES.width]) },
    },
  ];
  return checkProvider(trials, provider);
}

/** Stripes and blocks with edges in both directions, 0 to 1: the same everywhere and always. */
function pattern(dims: number[]): FloatTensor {
  const [width, height] = [dims.at(-1)!, dims.at(-2)!];
  const data = new Float32Array(dims.reduce((product, n) => product * n, 1));
  for (let i = 0; i < data.length; i++) {
    const [x, y, plane] = [i % width, Math.floor(i / width) % height, Math.floor(i / (width * height))];
    const stripe = ((x * 7 + plane * 3) % 23) / 22;
    data[i] = (Math.floor(x / 17) + Math.floor(y / 11)) % 3 === 0 ? stripe : y % 13 < 4 ? 1 : 0;
  }
  return { data, dims };
}
