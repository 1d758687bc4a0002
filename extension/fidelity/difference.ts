import { colorDistance, colorAt } from '../vision/pixels.ts';
import type { Pixels } from '../vision/pixels.ts';
import type { Box } from '../vision/scene.ts';

/** A place where the two pictures differ. */
export interface Region {
  /** Image pixels. */
  box: Box;
  /** Its share of all that differs, 0 to 1. */
  share: number;
}

export interface Difference {
  /** The screenshot in pale grey, what differs over it from yellow (a little) to red (a lot). */
  picture: Pixels;
  /** The largest first. */
  regions: Region[];
}

/** Side of a cell in which differences are counted, image pixels. */
const CELL = 8;
/** Channel difference, of 255, below which a pixel is the same: antialiasing and JPEG noise, after smoothing. */
const SAME = 20;
/** Channel difference at which the heat is full: black on white, smoothed over a thin stroke, reaches about this. */
const FULL = 120;
/** Mean heat (0 to 1) from which a cell differs: about one pixel in ten at half heat. */
const CELL_DIFFERS = 0.05;
const MAX_REGIONS = 24;
const WHITE = 255;

/** Averages over 3 x 3 pixels, so that a glyph half a pixel off doesn't count as wrong all over. */
function smooth(image: Pixels): Pixels {
  const { width, height, data } = image;
  const across = new Uint16Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const before = x > 0 ? at - 3 : at;
      const after = x < width - 1 ? at + 3 : at;
      for (let c = 0; c < 3; c++) across[at + c] = data[before + c]! + data[at + c]! + data[after + c]!;
    }
  }
  const out = new Uint8Array(data.length);
  const row = width * 3;
  for (let at = 0; at < out.length; at++) {
    const above = at >= row ? at - row : at;
    const below = at + row < out.length ? at + row : at;
    out[at] = (across[above]! + across[at]! + across[below]!) / 9;
  }
  return { width, height, data: out };
}

/** How different each pixel is, 0 to 1, over the larger of both pictures; where only one is, it is fully different. */
function heatOf(a: Pixels, b: Pixels, width: number, height: number): Float32Array {
  const heat = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inBoth = y < a.height && x < a.width && y < b.height && x < b.width;
      const distance = inBoth ? colorDistance(colorAt(a, x, y), colorAt(b, x, y)) : FULL;
      heat[y * width + x] = Math.min(1, Math.max(0, (distance - SAME) / (FULL - SAME)));
    }
  }
  return heat;
}

/** Yellow over orange to red, mixed over the pale grey of what lies below. */
function paint(screenshot: Pixels, heat: Float32Array, width: number, height: number): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inside = y < screenshot.height && x < screenshot.width;
      const [r, g, b] = inside ? colorAt(screenshot, x, y) : [WHITE, WHITE, WHITE];
      const grey = 150 + (0.2126 * r + 0.7152 * g + 0.0722 * b) * 0.4;
      const amount = heat[y * width + x]!;
      const cover = amount > 0 ? 0.35 + 0.65 * amount : 0;
      const at = (y * width + x) * 3;
      data[at] = grey + (235 - grey) * cover;
      data[at + 1] = grey + (170 * (1 - amount) + 20 - grey) * cover;
      data[at + 2] = grey + (30 - grey) * cover;
    }
  }
  return { width, height, data };
}

/** Joins neighbouring cells that differ, one empty cell between them allowed. */
function findRegions(heat: Float32Array, width: number, height: number): Region[] {
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const cells = new Float32Array(columns * rows);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      cells[Math.floor(y / CELL) * columns + Math.floor(x / CELL)]! += heat[y * width + x]!;
    }
  }
  const total = cells.reduce((sum, value) => sum + value, 0);
  const seen = new Uint8Array(cells.length);
  const differs = (at: number) => cells[at]! / (CELL * CELL) >= CELL_DIFFERS;
  const regions: Region[] = [];
  for (let start = 0; start < cells.length; start++) {
    if (seen[start] || !differs(start)) continue;
    const stack = [start];
    seen[start] = 1;
    let [left, top, right, bottom, sum] = [columns, rows, 0, 0, 0];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % columns;
      const y = (at - x) / columns;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      sum += cells[at]!;
      for (let ny = Math.max(0, y - 2); ny <= Math.min(rows - 1, y + 2); ny++) {
        for (let nx = Math.max(0, x - 2); nx <= Math.min(columns - 1, x + 2); nx++) {
          const next = ny * columns + nx;
          if (seen[next] || !differs(next)) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    const box = { x: left * CELL, y: top * CELL, width: (right - left) * CELL, height: (bottom - top) * CELL };
    box.width = Math.min(box.width, width - box.x);
    box.height = Math.min(box.height, height - box.y);
    regions.push({ box, share: sum / total });
  }
  return regions.sort((a, b) => b.share - a.share).slice(0, MAX_REGIONS);
}

/** Where two pictures of one scale differ. The result is as wide and high as the larger of them. */
export function findDifference(screenshot: Pixels, photograph: Pixels): Difference {
  const width = Math.max(screenshot.width, photograph.width);
  const height = Math.max(screenshot.height, photograph.height);
  const heat = heatOf(smooth(screenshot), smooth(photograph), width, height);
  return { picture: paint(screenshot, heat, width, height), regions: findRegions(heat, width, height) };
}
