import data from './medium.json' with { type: 'json' };
import type { Pixels } from './pixels.ts';
import { MEDIA } from './scene.ts';
import type { Box, Element, Medium, PaletteColor, Picture, Shape, TextLine } from './scene.ts';

/** What of a Scene tells the kind of picture. */
export interface MediumEvidence {
  scale: number;
  lines: readonly TextLine[];
  shapes: readonly Shape[];
  elements: readonly Element[];
  pictures: readonly Picture[];
  palette: readonly PaletteColor[];
}

/** In the order of the model's coefficients. */
export const MEDIUM_FEATURES = [
  'flat',
  'soft',
  'sharp',
  'colors',
  'widest',
  'widestTwo',
  'edge',
  'side',
  'aspect',
  'textArea',
  'lines',
  'wordsPerLine',
  'doubtful',
  'prose',
  'numbers',
  'controls',
  'pictureArea',
  'pictures',
  'largestPicture',
  'chartArea',
  'shapes',
  'rules',
  'sizes',
] as const;
export type MediumFeature = (typeof MEDIUM_FEATURES)[number];
export type MediumFeatures = Record<MediumFeature, number>;

/** Multinomial logistic regression over standardised features; `models/training/medium` fits it. */
interface MediumModel {
  features: readonly string[];
  media: readonly Medium[];
  mean: readonly number[];
  deviation: readonly number[];
  /** A row for each medium. */
  weights: readonly (readonly number[])[];
  bias: readonly number[];
}

/** Pairs of neighbouring pixels that are looked at. */
const PAIRS = 30_000;
/** Largest difference of any channel of neighbours: in a flat area, in a gradient or noise, and at an edge. */
const FLAT = 1;
const SOFT = 16;
const SHARP = 48;
/** A standardised feature never counts for more: what is far outside what was fitted is only "very". */
const MOST_DEVIATIONS = 4;
const CONTROLS = new Set([
  'button',
  'text-field',
  'text-area',
  'select',
  'checkbox',
  'radio',
  'switch',
  'slider',
  'tab',
]);
/** Words of a line of prose, at least. */
const PROSE_WORDS = 6;
const NUMBER = /^[-+−]?[$€£]?[\d.,\s]+[%kKM]?$/;
/** Lines that count to a share without being there: one number alone makes no chart. */
const FEW_LINES = 3;
/** What is read less surely is often no text: patterns of a photograph. */
const READABLE = 0.6;

const model: MediumModel = checked(data);

/** What kind of picture it is, with the probability that this is right. */
export function tellMedium(pixels: Pixels, evidence: MediumEvidence): { medium: Medium; confidence: number } {
  const { mean, deviation, weights, bias } = model;
  const features = measureMedium(pixels, evidence);
  const inputs = MEDIUM_FEATURES.map((name, i) =>
    Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, (features[name] - mean[i]!) / deviation[i]!)),
  );
  const logits = weights.map((row, k) => row.reduce((sum, weight, i) => sum + weight * inputs[i]!, bias[k]!));
  const largest = Math.max(...logits);
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0);
  return { medium: MEDIA[logits.indexOf(largest)]!, confidence: 1 / total };
}

function checked(read: Omit<MediumModel, 'media'> & { media: readonly string[] }): MediumModel {
  if (read.features.join() !== MEDIUM_FEATURES.join() || read.media.join() !== MEDIA.join())
    throw new Error('medium.json was fitted for other features. Fit it again: models/training/medium.');
  return { ...read, media: MEDIA };
}

/** The features of a picture, each of the order of 0 to 10. */
export function measureMedium(pixels: Pixels, evidence: MediumEvidence): MediumFeatures {
  const { shapes, elements, pictures, palette, scale } = evidence;
  const lines = evidence.lines.filter((line) => line.confidence >= READABLE);
  const area = pixels.width * pixels.height;
  const share = (boxes: readonly { box: Box }[]) =>
    Math.min(1, boxes.reduce((sum, { box }) => sum + box.width * box.height, 0) / area);
  const words = lines.reduce((sum, line) => sum + line.words.length, 0);
  const large = pictures.filter(({ kind }) => kind !== 'icon');
  const widest = palette[0]?.share ?? 0;
  return {
    ...measurePixels(pixels),
    widest,
    widestTwo: widest + (palette[1]?.share ?? 0),
    side: Math.log2(Math.min(pixels.width, pixels.height)),
    aspect: Math.abs(Math.log2(pixels.width / pixels.height)),
    textArea: share(lines),
    lines: Math.log2(1 + lines.length),
    wordsPerLine: lines.length ? words / lines.length : 0,
    doubtful: Math.log2(1 + evidence.lines.length - lines.length),
    prose: lines.filter((line) => line.words.length >= PROSE_WORDS).length / (lines.length + FEW_LINES),
    numbers: lines.filter((line) => NUMBER.test(line.text)).length / (lines.length + FEW_LINES),
    controls: Math.log2(1 + elements.filter((element) => CONTROLS.has(element.class)).length),
    pictureArea: share(large),
    pictures: Math.log2(1 + pictures.length),
    largestPicture: Math.max(0, ...large.map(({ box }) => (box.width * box.height) / area)),
    chartArea: share(elements.filter((element) => element.class === 'chart')),
    shapes: Math.log2(1 + shapes.filter(({ kind }) => kind !== 'rule').length),
    rules: Math.log2(1 + shapes.filter(({ kind }) => kind === 'rule').length),
    sizes: Math.log2(
      1 + new Set(lines.flatMap((line) => line.runs.map((run) => Math.round(run.style.size * scale)))).size,
    ),
  };
}

type PixelFeatures = Pick<MediumFeatures, 'flat' | 'soft' | 'sharp' | 'colors' | 'edge'>;

function measurePixels({ width, height, data }: Pixels): PixelFeatures {
  const difference = (a: number, b: number) =>
    Math.max(
      Math.abs(data[a]! - data[b]!),
      Math.abs(data[a + 1]! - data[b + 1]!),
      Math.abs(data[a + 2]! - data[b + 2]!),
    );
  const cells = new Uint8Array(4096);
  const cellOf = (i: number) => ((data[i]! >> 4) << 8) | ((data[i + 1]! >> 4) << 4) | (data[i + 2]! >> 4);
  const step = Math.max(1, Math.round(Math.sqrt((width * height) / PAIRS)));
  let [flat, soft, sharp, pairs] = [0, 0, 0, 0];
  for (let y = 0; y < height - 1; y += step)
    for (let x = (y * 7) % step; x < width - 1; x += step) {
      const i = (y * width + x) * 3;
      const change = Math.max(difference(i, i + 3), difference(i, i + width * 3));
      pairs++;
      if (change <= FLAT) flat++;
      else if (change <= SOFT) soft++;
      else if (change > SHARP) sharp++;
      cells[cellOf(i)] = 1;
    }
  const filled = cells.reduce((sum, cell) => sum + cell, 0);
  return {
    flat: flat / pairs,
    soft: soft / pairs,
    sharp: sharp / pairs,
    colors: Math.log2(1 + filled),
    edge: measureEdge(width, height, cellOf),
  };
}

/** Share of the picture's outermost pixels that have their commonest colour. */
function measureEdge(width: number, height: number, cellOf: (offset: number) => number): number {
  const counts = new Map<number, number>();
  const count = (x: number, y: number) => {
    const cell = cellOf((y * width + x) * 3);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  };
  for (let x = 0; x < width; x++) {
    count(x, 0);
    count(x, height - 1);
  }
  for (let y = 0; y < height; y++) {
    count(0, y);
    count(width - 1, y);
  }
  return Math.max(...counts.values()) / (2 * (width + height));
}
