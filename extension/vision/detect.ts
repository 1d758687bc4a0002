import { checkModelFile } from '../runtime/model.ts';
import type { FloatTensor, Model, ModelFile } from '../runtime/model.ts';
import { condense } from './condense.ts';
import type { Condensed } from './condense.ts';
import type { Maps, Pixels } from './pixels.ts';
import { shrink } from './shrink.ts';

export interface DetectorConfig extends ModelFile {
  /** Names of the output's channels, in order. */
  channels: string[];
}

export type Detector = Model<DetectorConfig>;

/** CSS pixels a cell of the maps. */
const STRIDE = 4;
/** The network halves its input five times, so its sides are multiples of this. */
const MULTIPLE = 32;
/** Input pixels in one run: a page of 1280 x 1600 in one piece, and activations that stay below some 300 MB. */
const MOST_INPUT = 2_100_000;
/** CSS pixels that tiles share on each side: more than the network sees around a cell counts for little. */
const OVERLAP = 96;

/** Throws what a damaged configuration deserves; the caller names the file. */
export function parseDetectorConfig(value: unknown): DetectorConfig {
  const config = value as Partial<DetectorConfig>;
  if (!Array.isArray(config.channels) || !config.channels.includes('core') || !config.channels.includes('text'))
    throw new Error('its channels lack core or text');
  checkModelFile(config);
  return config as DetectorConfig;
}

/** Runs the detector over a picture whose CSS pixels are `scale` image pixels: tile by tile from the top where it is tall. */
export async function detect(detector: Detector, pixels: Pixels, scale: number): Promise<Maps> {
  const condensed = condense(scale === 1 ? pixels : shrink(pixels, scale), STRIDE);
  const { channels } = detector.config;
  const page = condensed.pixels;
  const width = Math.ceil(page.width / STRIDE);
  const height = Math.ceil(page.height / STRIDE);
  const seen = channels.map(() => new Float32Array(width * height));
  for (const tile of tilesOf(page)) {
    const input = toInput(page, tile);
    const { maps: output } = await detector.run({ image: input });
    if (!output || output.dims[1] !== channels.length)
      throw new Error("The detector's output doesn't fit its configuration.");
    copyTile(output, tile, seen, width);
  }
  const maps = seen.map((map) => expand(map, condensed, width));
  return {
    width: condensed.columns.length,
    height: condensed.rows.length,
    stride: STRIDE,
    scale,
    channels,
    channel(name) {
      const map = maps[channels.indexOf(name)];
      if (!map) throw new RangeError(`The detector has no channel ${name}.`);
      return map;
    },
  };
}

/** A map of the condensed page as one of the whole page. */
function expand(map: Float32Array, { rows, columns }: Condensed, width: number): Float32Array {
  if (map.length === rows.length * columns.length) return map;
  const whole = new Float32Array(rows.length * columns.length);
  let at = 0;
  for (const row of rows) for (const column of columns) whole[at++] = map[row * width + column]!;
  return whole;
}

/** Rows of the page that go through together, and those of them whose result is kept. */
interface Tile {
  from: number;
  to: number;
  keepFrom: number;
  keepTo: number;
}

function tilesOf({ width, height }: Pixels): Tile[] {
  const most = Math.max(8 * MULTIPLE, Math.floor(MOST_INPUT / padded(width) / MULTIPLE) * MULTIPLE);
  if (height <= most) return [{ from: 0, to: height, keepFrom: 0, keepTo: height }];
  const count = Math.ceil((height - 2 * OVERLAP) / (most - 2 * OVERLAP));
  const step = Math.ceil(height / count / STRIDE) * STRIDE;
  return Array.from({ length: count }, (_, i) => {
    const keepFrom = i * step;
    const keepTo = Math.min(height, keepFrom + step);
    return { from: Math.max(0, keepFrom - OVERLAP), to: Math.min(height, keepTo + OVERLAP), keepFrom, keepTo };
  });
}

function padded(length: number): number {
  return Math.ceil(length / MULTIPLE) * MULTIPLE;
}

/** 0 to 255 as 0 to 1. */
const UNIT = Float32Array.from({ length: 256 }, (_, i) => i / 255);

/** `[1, 3, H, W]`, 0 to 1, continued past the page with its edge's colours. */
function toInput({ width, data }: Pixels, { from, to }: Tile): FloatTensor {
  const inputWidth = padded(width);
  const inputHeight = padded(to - from);
  const plane = inputWidth * inputHeight;
  const input = new Float32Array(3 * plane);
  for (let y = 0; y < inputHeight; y++) {
    const row = Math.min(to - 1, from + y) * width;
    for (let x = 0, out = y * inputWidth; x < inputWidth; x++, out++) {
      const at = (row + Math.min(width - 1, x)) * 3;
      input[out] = UNIT[data[at]!]!;
      input[out + plane] = UNIT[data[at + 1]!]!;
      input[out + 2 * plane] = UNIT[data[at + 2]!]!;
    }
  }
  return { data: input, dims: [1, 3, inputHeight, inputWidth] };
}

/** Millions of cells need it: a table, good to a hundredth of a logit. */
const STEPS_PER_LOGIT = 64;
const MOST_LOGIT = 16;
const SIGMOID = Float32Array.from(
  { length: 2 * MOST_LOGIT * STEPS_PER_LOGIT + 1 },
  (_, i) => 1 / (1 + Math.exp(MOST_LOGIT - i / STEPS_PER_LOGIT)),
);

function sigmoid(logit: number): number {
  const bounded = Math.max(-MOST_LOGIT, Math.min(MOST_LOGIT, logit));
  return SIGMOID[((bounded + MOST_LOGIT) * STEPS_PER_LOGIT + 0.5) | 0]!;
}

/** Turns a tile's logits into probabilities in the maps of the whole page. */
function copyTile({ data, dims }: FloatTensor, tile: Tile, maps: Float32Array[], width: number): void {
  const [, , tileHeight = 0, tileWidth = 0] = dims;
  const first = tile.keepFrom / STRIDE;
  const last = Math.ceil(tile.keepTo / STRIDE);
  const offset = first - tile.from / STRIDE;
  maps.forEach((map, channel) => {
    for (let y = first; y < last; y++) {
      const from = (channel * tileHeight + y - first + offset) * tileWidth;
      for (let x = 0; x < width; x++) map[y * width + x] = sigmoid(data[from + x]!);
    }
  });
}
