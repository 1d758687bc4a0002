import { boxOf, liesAlong, move, near } from './bounds.ts';
import type { Bounds } from './bounds.ts';
import type { Bar } from './bars.ts';
import { SIDES } from './border.ts';
import type { Side } from './border.ts';
import type { Draft } from './drafts.ts';
import { blends } from './outline.ts';
import type { Shape } from './scene.ts';
import { hexColor, packedDistance } from './packed.ts';
import type { Regions } from './regions.ts';

/** Image pixels: a shorter line is a dash, a bullet or part of an icon. */
const MIN_RULE = 16;

/** Gives each line to the shape whose side it draws, closed frames first and large before small. */
export function claimBars(drafts: Draft[], bars: readonly Bar[]): Set<number> {
  const claimed = new Set<number>();
  const closed = drafts.filter((d) => d.sides.every(Boolean));
  for (const draft of [...closed, ...drafts.filter((d) => !d.sides.every(Boolean))]) {
    for (const side of SIDES) {
      const strip = draft.sides[side];
      if (!strip) continue;
      const own = barsAlong(draft.box, side, strip.width, bars);
      if (own.some((i) => claimed.has(i)) && !closed.includes(draft)) {
        // Another's line: it isn't part of this box.
        draft.sides[side] = undefined;
        move(draft.box, side, -strip.width);
      }
      for (const i of own) claimed.add(i);
    }
  }
  return claimed;
}

function barsAlong(box: Bounds, side: Side, thickness: number, bars: readonly Bar[]): number[] {
  const horizontal = side === 0 || side === 2;
  const line = side === 0 ? box.y0 : side === 2 ? box.y1 - thickness : side === 3 ? box.x0 : box.x1 - thickness;
  const [from, to] = horizontal ? [box.x0, box.x1] : [box.y0, box.y1];
  const found: number[] = [];
  bars.forEach((bar, i) => {
    if (bar.horizontal !== horizontal) return;
    const [at, end, a, b] = horizontal ? [bar.y0, bar.y1, bar.x0, bar.x1] : [bar.x0, bar.x1, bar.y0, bar.y1];
    if (at > line + thickness - 1 || end <= line) return;
    if (Math.min(b, to) - Math.max(a, from) >= Math.min(to - from, b - a) * 0.7) found.push(i);
  });
  return found;
}

/** What is left of the lines: rules. */
export function rules(
  bars: readonly Bar[],
  claimed: ReadonlySet<number>,
  regions: Regions,
  shown: Uint8Array,
  drafts: Draft[],
): Shape[] {
  const shapes: Shape[] = [];
  bars.forEach((bar, i) => {
    const length = bar.horizontal ? bar.x1 - bar.x0 : bar.y1 - bar.y0;
    if (claimed.has(i) || length < MIN_RULE || isEdge(regions, bar) || !liesOnSurface(regions, bar, shown)) return;
    if (drafts.some((d) => near(d.box, bar, 2) || (d.shadow && liesAlong(bar, d.box, d.shadow.blur)))) return;
    shapes.push({
      id: '',
      kind: 'rule',
      box: boxOf(bar),
      fill: { kind: 'solid', color: hexColor(bar.color) },
      confidence: 0.9,
    });
  });
  return shapes;
}

/** Whether a line is only the blended pixels where two surfaces meet. */
function isEdge({ packed, width, height }: Regions, bar: Bar): boolean {
  if (Math.min(bar.x1 - bar.x0, bar.y1 - bar.y0) > 1) return false;
  const x = (bar.x0 + bar.x1) >> 1;
  const y = (bar.y0 + bar.y1) >> 1;
  const [ax, ay, bx, by] = bar.horizontal ? [x, bar.y0 - 1, x, bar.y1] : [bar.x0 - 1, y, bar.x1, y];
  if (ax < 0 || ay < 0 || bx >= width || by >= height) return false;
  const a = packed[ay * width + ax]!;
  const b = packed[by * width + bx]!;
  return packedDistance(a, b) > 12 && blends(bar.color, a, b);
}

function liesOnSurface({ label, width, height }: Regions, bar: Bar, shown: Uint8Array): boolean {
  let good = 0;
  let seen = 0;
  for (let k = 0; k < 16; k++) {
    for (const far of [false, true]) {
      const x = bar.horizontal
        ? bar.x0 + Math.floor(((k + 0.5) * (bar.x1 - bar.x0)) / 16)
        : far
          ? bar.x1 + 1
          : bar.x0 - 2;
      const y = bar.horizontal
        ? far
          ? bar.y1 + 1
          : bar.y0 - 2
        : bar.y0 + Math.floor(((k + 0.5) * (bar.y1 - bar.y0)) / 16);
      seen++;
      if (x < 0 || y < 0 || x >= width || y >= height || shown[label[y * width + x]!]) good++;
    }
  }
  return good >= seen * 0.7;
}
