import type { Window } from './ground.ts';

/** An underline or border is at least this long, in heights of the core: longer than a dash or the bar of a T. */
const LEAST_LENGTH = 3;
/** ... or nearly as long as the core. */
const CORE_SHARE = 0.9;
/** Of one colour throughout (0 to 255). */
const EVEN = 24;
/** No thicker than this, in heights of the core (at least 2 px). */
const MOST_THICKNESS = 0.3;

/**
 * Takes underlines and borders below a line's core (and borders above it) out of the ink mask and the distances from the
 * background (both `width * height`, changed in place), so that they don't tie glyphs together. Where a descender crosses one,
 * its pixels stay. Returns the rows (1) that were taken out of; undefined where there were none.
 */
export function eraseRules(
  mask: Uint8Array,
  distance: Uint8Array,
  width: number,
  height: number,
  core: Window,
): Uint8Array | undefined {
  const coreHeight = core.y1 - core.y0;
  const least = Math.min(LEAST_LENGTH * coreHeight, Math.max(CORE_SHARE * (core.x1 - core.x0), 1.5 * coreHeight));
  const most = Math.max(2, Math.round(MOST_THICKNESS * coreHeight));
  const isRule = new Uint8Array(height);
  for (let y = 0; y < height; y++)
    isRule[y] = y >= core.y0 && y < core.y1 ? 0 : hasLongRun(mask, distance, y, width, least) ? 1 : 0;
  let erased: Uint8Array | undefined;
  for (let y = 0; y < height;) {
    let end = y + 1;
    if (isRule[y]) {
      while (end < height && isRule[end]) end++;
      if (end - y <= most) {
        eraseRows(mask, distance, y, end, width, height);
        erased ??= new Uint8Array(height);
        erased.fill(1, y, end);
      }
    }
    y = end;
  }
  return erased;
}

function hasLongRun(mask: Uint8Array, distance: Uint8Array, y: number, width: number, least: number): boolean {
  for (let x = 0; x < width;) {
    if (!mask[y * width + x]) {
      x++;
      continue;
    }
    const first = distance[y * width + x]!;
    let end = x + 1;
    while (end < width && mask[y * width + end] && Math.abs(distance[y * width + end]! - first) <= EVEN) end++;
    if (end - x >= least) return true;
    x = end;
  }
  return false;
}

/** Keeps a column where there is ink right above and right below. */
function eraseRows(
  mask: Uint8Array,
  distance: Uint8Array,
  from: number,
  to: number,
  width: number,
  height: number,
): void {
  for (let x = 0; x < width; x++) {
    const crossed = from > 0 && to < height && mask[(from - 1) * width + x] && mask[to * width + x];
    if (crossed) continue;
    for (let y = from; y < to; y++) {
      mask[y * width + x] = 0;
      distance[y * width + x] = 0;
    }
  }
}
