import { detect } from './detect.ts';
import { findLines } from './lines.ts';
import type { VisionModels } from './models.ts';
import type { Maps, Pixels, RawLine } from './pixels.ts';
import { proposeLines } from './propose.ts';
import { readLines } from './read.ts';
import { estimateScale, findEdges } from './scale.ts';
import type { DeviceScale } from './scale.ts';

/** Runs a stage's work; a caller may time it and report on it. */
export type Timed = <T>(stage: 'detect' | 'read', work: () => Promise<T>) => Promise<T>;

/** What the networks make of a picture. */
export interface Text {
  scale: DeviceScale;
  maps: Maps;
  lines: RawLine[];
}

/** Finds the device scale and what is text, and reads it. */
export async function findText(pixels: Pixels, models: VisionModels, timed: Timed): Promise<Text> {
  const maps = await timed('detect', () => detectAtScale(pixels, models));
  const lines = await timed('read', () => readLines(models.reader, findLines(pixels, maps)));
  return { scale: maps.scale as DeviceScale, maps, lines };
}

/** Edges tell the scale, or nearly; the size of the text that is then found may tell better, and all is done again. */
async function detectAtScale(pixels: Pixels, { detector }: VisionModels): Promise<Maps> {
  const edges = findEdges(pixels);
  const first = estimateScale(pixels.width, edges);
  const maps = await detect(detector, pixels, first);
  const second = estimateScale(pixels.width, edges, bodySize(maps));
  return second === first ? maps : detect(detector, pixels, second);
}

/** Font size of most of the text, in image pixels: the median over its length. */
function bodySize(maps: Maps): number | undefined {
  const proposals = proposeLines(maps).sort((a, b) => a.em - b.em);
  const half = proposals.reduce((sum, { x0, x1, em }) => sum + (x1 - x0) / em, 0) / 2;
  let sum = 0;
  return proposals.find(({ x0, x1, em }) => (sum += (x1 - x0) / em) >= half)?.em;
}
