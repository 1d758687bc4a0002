import { findComponents } from './components.ts';
import type { Site } from './site.ts';

/** Where the line above or below may touch: between what ours reaches and what theirs does, in em from the baseline. */
const CUT_ABOVE = { top: 0.98, bottom: 0.7 };
const CUT_BELOW = { top: -0.18, bottom: -0.4 };

/** Cuts glyphs that are tied to those of the line above or below, at the row with the least ink. Changes the site. */
export function cutTouchingLines(site: Site, own: number[]): void {
  const { components, mask, width, height, edges, baseline, em } = site;
  const glyphs = own.map((i) => components.list[i]!);
  if (glyphs.some(({ y0 }) => y0 === edges.y0))
    mask.fill(0, 0, (thinnestRow(site, own, baseline, em, CUT_ABOVE) + 1) * width);
  if (glyphs.some(({ y1 }) => y1 === edges.y1)) mask.fill(0, thinnestRow(site, own, baseline, em, CUT_BELOW) * width);
  site.components = findComponents(mask, width, height);
}

function thinnestRow(
  { components, width, height }: Site,
  own: number[],
  baseline: number,
  em: number,
  range: { top: number; bottom: number },
): number {
  const isOwn = new Set(own.map((i) => i + 1));
  const from = Math.max(0, Math.round(baseline - range.top * em));
  const to = Math.min(height - 1, Math.round(baseline - range.bottom * em));
  let best = from;
  let least = Infinity;
  for (let y = from; y <= to; y++) {
    let ink = 0;
    for (let x = 0; x < width; x++) if (isOwn.has(components.labels[y * width + x]!)) ink++;
    if (ink < least) {
      least = ink;
      best = y;
    }
  }
  return best;
}
