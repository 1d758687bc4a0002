import { packedDistance } from './packed.ts';
import { runEnd } from './regions.ts';
import type { Regions } from './regions.ts';

/** A straight thin line: a rule, or a side of a frame. Ends exclusive. */
export interface Bar {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  color: number;
  horizontal: boolean;
}

/** Image pixels: thicker is a block. */
const MAX_THICKNESS = 8;
/** Image pixels: shorter is a dash, a serif or noise. */
const MIN_LENGTH = 6;
/** Levels between a line and what lies beside it; after lossy compression there are lines of noise beside every edge. */
const MIN_CONTRAST = 3;
const LOSSY_CONTRAST = 24;
/** Ends of a bar's rows may differ by this share of its length and up to so many pixels: round or mitred corners of a border. */
const RAGGED = { share: 0.06, least: 2, most: 8 };

/** All straight lines of one colour that stand out from both their sides, from the coreless regions. */
export function findBars(regions: Regions): Bar[] {
  return [...horizontalBars(regions), ...verticalBars(regions)];
}

function horizontalBars(regions: Regions): Bar[] {
  const bars: Bar[] = [];
  let open: (Bar & { region: number })[] = [];
  const close = (bar: Bar & { region: number }): void => {
    const thickness = bar.y1 - bar.y0;
    if (
      thickness <= MAX_THICKNESS &&
      bar.x1 - bar.x0 >= Math.max(MIN_LENGTH, 2 * thickness) &&
      standsOut(regions, bar)
    ) {
      bars.push({ x0: bar.x0, y0: bar.y0, x1: bar.x1, y1: bar.y1, color: bar.color, horizontal: true });
    }
  };
  for (let y = 0; y < regions.height; y++) {
    const next: typeof open = [];
    let at = 0;
    for (let k = regions.rowFirst[y]!; k < regions.rowFirst[y + 1]!; k++) {
      const region = regions.runRegion[k]!;
      const x0 = regions.runStart[k]!;
      if (regions.core[region]) continue;
      const x1 = runEnd(regions, y, k);
      if (x1 - x0 < MIN_LENGTH) continue;
      while (at < open.length && open[at]!.x1 <= x0) close(open[at++]!);
      const above = open[at];
      const ragged = Math.min(RAGGED.most, Math.max(RAGGED.least, (x1 - x0) * RAGGED.share));
      if (
        above &&
        above.region === region &&
        packedDistance(above.color, regions.packed[y * regions.width + x0]!) <= 2 &&
        Math.abs(above.x0 - x0) <= ragged &&
        Math.abs(above.x1 - x1) <= ragged
      ) {
        at++;
        next.push({ ...above, x0: Math.min(x0, above.x0), x1: Math.max(x1, above.x1), y1: y + 1 });
      } else {
        next.push({
          x0,
          x1,
          y0: y,
          y1: y + 1,
          color: regions.packed[y * regions.width + x0]!,
          horizontal: true,
          region,
        });
      }
    }
    while (at < open.length) close(open[at++]!);
    open = next;
  }
  for (const bar of open) close(bar);
  return bars;
}

/** Whether most of what lies along both sides of a bar is of another colour: where ramps and blended edges go on, it isn't. */
function standsOut({ packed, width, height, lossy }: Regions, bar: Bar): boolean {
  const contrast = lossy ? LOSSY_CONTRAST : MIN_CONTRAST;
  const length = bar.horizontal ? bar.x1 - bar.x0 : bar.y1 - bar.y0;
  const n = Math.min(24, length);
  for (const far of [0, 1]) {
    let other = 0;
    for (let k = 0; k < n; k++) {
      const along = Math.floor(((k + 0.5) * length) / n);
      const x = bar.horizontal ? bar.x0 + along : far ? bar.x1 : bar.x0 - 1;
      const y = bar.horizontal ? (far ? bar.y1 : bar.y0 - 1) : bar.y0 + along;
      if (x < 0 || y < 0 || x >= width || y >= height || packedDistance(packed[y * width + x]!, bar.color) > contrast)
        other++;
    }
    if (other < n * 0.7) return false;
  }
  return true;
}

function verticalBars(regions: Regions): Bar[] {
  const { width, label } = regions;
  const bars: Bar[] = [];
  // Open stacks by the column they start at.
  const stacks: (Bar | undefined)[] = new Array<Bar | undefined>(width).fill(undefined);
  for (let y = 0; y < regions.height; y++) {
    const row = y * width;
    for (let k = regions.rowFirst[y]!; k < regions.rowFirst[y + 1]!; k++) {
      const region = regions.runRegion[k]!;
      if (regions.core[region]) continue;
      const x0 = regions.runStart[k]!;
      const x1 = runEnd(regions, y, k);
      if (x1 - x0 > MAX_THICKNESS) continue;
      if ((x0 && label[row + x0 - 1] === region) || (x1 < width && label[row + x1] === region)) continue;
      const color = regions.packed[row + x0]!;
      const stack = stacks[x0];
      if (stack && stack.x1 === x1 && stack.y1 === y && packedDistance(stack.color, color) <= 2) stack.y1 = y + 1;
      else {
        if (stack) finish(stack, bars, regions);
        stacks[x0] = { x0, x1, y0: y, y1: y + 1, color, horizontal: false };
      }
    }
  }
  for (const stack of stacks) if (stack) finish(stack, bars, regions);
  return mergeCollinear(bars, regions);
}

function finish(stack: Bar, bars: Bar[], regions: Regions): void {
  if (stack.y1 - stack.y0 < Math.max(MIN_LENGTH, stack.x1 - stack.x0)) return;
  if (stack.x0 === 0 && stack.x1 === regions.width) return;
  bars.push({ x0: stack.x0, y0: stack.y0, x1: stack.x1, y1: stack.y1, color: stack.color, horizontal: false });
}

/** Vertical lines that horizontal ones of their colour cross come in pieces: joins them. */
function mergeCollinear(bars: Bar[], regions: Regions): Bar[] {
  const { packed, width } = regions;
  const merged: Bar[] = [];
  const sorted = bars.sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1 || a.y0 - b.y0);
  for (const bar of sorted) {
    const last = merged.at(-1);
    if (
      last &&
      last.x0 === bar.x0 &&
      last.x1 === bar.x1 &&
      bar.y0 - last.y1 <= MAX_THICKNESS &&
      packedDistance(last.color, bar.color) <= 2
    ) {
      let same = true;
      for (let y = last.y1; y < bar.y0; y++) same &&= packedDistance(packed[y * width + bar.x0]!, bar.color) <= 2;
      if (same) {
        last.y1 = bar.y1;
        continue;
      }
    }
    merged.push({ ...bar });
  }
  return merged.filter((bar) => bar.y1 - bar.y0 >= 2 * (bar.x1 - bar.x0) && standsOut(regions, bar));
}
