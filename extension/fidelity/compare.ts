import { differenceCiede2000 } from 'culori';
import type { Pixels, Rgb } from '../vision/pixels.ts';
import { colorDistance } from '../vision/pixels.ts';
import type { Box, Scene } from '../vision/scene.ts';
import type { RenderedLine } from './page.ts';
import { visualSimilarity } from './ssim.ts';
import { matchWords, readWords, shownWords } from './words.ts';
import type { WordMatch } from './words.ts';

/**
 * How close a rendering is to the screenshot, each figure 0 to 1. They follow Design2Code's (Si et al. 2024, arXiv
 * 2403.03163), with words in the place of its blocks, so that a paragraph that wraps differently still has its words.
 */
export interface Fidelity {
  /** Share of the letters whose word is both read in the screenshot and shown by the rendering. */
  text: number;
  /** 1 less the distance of a word's two places, as a share of the page; the mean over words in both. */
  position: number;
  /** 1 less a hundredth of the CIEDE2000 difference of ink and of ground, from the pixels of both; the same mean. */
  color: number;
  /** Structural similarity of the two pictures at three scales. */
  visual: number;
  /** The mean of the four. */
  final: number;
  /** Words read, shown, and in both. */
  words: { read: number; shown: number; matched: number };
  /** How far words are off, CSS pixels: half of them by no more than `median`, nineteen of twenty by no more than `most`. */
  offset: { median: number; most: number };
}

const deltaE = differenceCiede2000();
/** Of a word's pixels, the share that counts as its full ink: strokes' middles, not their soft edges. */
const INK_SHARE = 0.08;
/** CSS pixels around a word in which its ground shows. */
const GROUND_MARGIN = 2;

const toCulori = ([r, g, b]: Rgb) => ({ mode: 'rgb' as const, r: r / 255, g: g / 255, b: b / 255 });

function meanColor(colors: Rgb[]): Rgb {
  const sum = colors.reduce<[number, number, number]>((a, c) => [a[0] + c[0], a[1] + c[1], a[2] + c[2]], [0, 0, 0]);
  return [sum[0] / colors.length, sum[1] / colors.length, sum[2] / colors.length];
}

/** Ground (the most common colour) and ink (the mean of what is furthest from it) in a box, CSS pixels. */
function inkAndGround(pixels: Pixels, box: Box, scale: number): { ink: Rgb; ground: Rgb } | undefined {
  const left = Math.max(0, Math.floor((box.x - GROUND_MARGIN) * scale));
  const top = Math.max(0, Math.floor((box.y - GROUND_MARGIN) * scale));
  const right = Math.min(pixels.width, Math.ceil((box.x + box.width + GROUND_MARGIN) * scale));
  const bottom = Math.min(pixels.height, Math.ceil((box.y + box.height + GROUND_MARGIN) * scale));
  const colors: Rgb[] = [];
  const counts = new Map<number, Rgb[]>();
  for (let y = top; y < bottom; y++) {
    for (let at = (y * pixels.width + left) * 3; at < (y * pixels.width + right) * 3; at += 3) {
      const color: Rgb = [pixels.data[at]!, pixels.data[at + 1]!, pixels.data[at + 2]!];
      const bucket = ((color[0] >> 3) << 10) | ((color[1] >> 3) << 5) | (color[2] >> 3);
      const same = counts.get(bucket);
      if (same) same.push(color);
      else counts.set(bucket, [color]);
      colors.push(color);
    }
  }
  if (!colors.length) return undefined;
  let common: Rgb[] = [];
  for (const bucket of counts.values()) if (bucket.length > common.length) common = bucket;
  const ground = meanColor(common);
  const distant = colors.map((color) => ({ color, distance: colorDistance(color, ground) }));
  distant.sort((a, b) => b.distance - a.distance);
  const full = distant.slice(0, Math.max(1, Math.round(colors.length * INK_SHARE)));
  return { ink: meanColor(full.map(({ color }) => color)), ground };
}

function colorLikeness(match: WordMatch, screenshot: Pixels, photograph: Pixels, scale: number): number {
  const a = inkAndGround(screenshot, match.read.box, scale);
  const b = inkAndGround(photograph, match.shown.box, scale);
  if (!a || !b) return 0;
  const distance = (p: Rgb, q: Rgb) => Math.min(1, deltaE(toCulori(p), toCulori(q)) / 100);
  return 1 - (distance(a.ink, b.ink) + distance(a.ground, b.ground)) / 2;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const letters = (words: readonly { text: string }[]) => words.reduce((sum, word) => sum + word.text.length, 0);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Measures how close a rendering is to the screenshot that `scene` was read from. `photograph` is the rendering's picture at
 * the scene's scale. Where there is no text on either side, text, position and colour are 1.
 */
export function compare(
  scene: Scene,
  screenshot: Pixels,
  lines: readonly RenderedLine[],
  photograph: Pixels,
): Fidelity {
  const read = readWords(scene);
  const shown = shownWords(lines);
  const matches = matchWords(read, shown);
  const width = scene.image.width / scene.scale;
  const height = Math.max(scene.image.height, photograph.height) / scene.scale;
  const total = letters(read) + letters(shown);
  const text = total ? (letters(matches.map((m) => m.read)) + letters(matches.map((m) => m.shown))) / total : 1;
  const none = total ? 0 : 1;
  const shifts = matches.map((m) => ({
    x: Math.abs(m.read.x - m.shown.x),
    y: Math.abs(m.read.baseline - m.shown.baseline),
  }));
  const position = matches.length ? mean(shifts.map(({ x, y }) => 1 - Math.max(x / width, y / height))) : none;
  const color = matches.length
    ? mean(matches.map((match) => colorLikeness(match, screenshot, photograph, scene.scale)))
    : none;
  const visual = visualSimilarity(screenshot, photograph);
  const offsets = shifts.map(({ x, y }) => Math.hypot(x, y)).sort((a, b) => a - b);
  return {
    text,
    position,
    color,
    visual,
    final: (text + position + color + visual) / 4,
    words: { read: read.length, shown: shown.length, matched: matches.length },
    offset: { median: quantile(offsets, 0.5), most: quantile(offsets, 0.95) },
  };
}
