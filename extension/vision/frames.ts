import { packedDistance } from './packed.ts';
import type { Regions } from './regions.ts';
import type { Bar } from './bars.ts';
import type { Bounds } from './bounds.ts';
import type { Strip } from './border.ts';

/** Four lines that close a box: its border, before anything is known of its inside. */
export interface Frame {
  /** The border box. */
  box: Bounds;
  /** Clockwise from the top. */
  sides: [Strip, Strip, Strip, Strip];
  /** Positions of its lines in the list of bars. */
  bars: number[];
}

/** Image pixels: rounder corners than this are found from the inside, by the region they bound. */
const MAX_CORNER = 40;
/** Both gaps of a corner, along either line, are its radius: they may differ by this, image pixels. */
const CORNER_ODDS = 4;

/** Image pixels: a side at least this long, or it is a letter's. */
const MIN_SIDE = 8;

/** Frames whose lines meet, or would meet but for round corners. */
export function findFrames(regions: Regions, bars: readonly Bar[]): Frame[] {
  const horizontal: Side[] = [];
  const vertical: Side[] = [];
  bars.forEach((bar, i) => {
    if (bar.horizontal ? bar.x1 - bar.x0 >= MIN_SIDE : bar.y1 - bar.y0 >= MIN_SIDE)
      (bar.horizontal ? horizontal : vertical).push({ bar, i });
  });
  horizontal.sort((a, b) => a.bar.y0 - b.bar.y0);
  const frames: Frame[] = [];
  for (const [t, top] of horizontal.entries()) {
    // The verticals that begin at its ends, then the lines that both end at.
    const lefts = vertical.filter(({ bar }) => meets(top.bar.x0 - bar.x0, bar.y0 - top.bar.y0));
    if (!lefts.length) continue;
    const rights = vertical.filter(({ bar }) => meets(bar.x1 - top.bar.x1, bar.y0 - top.bar.y0));
    for (const right of rights) {
      const left = lefts.find(
        ({ bar, i }) => i !== right.i && right.bar.x0 - bar.x1 >= 4 && Math.abs(bar.y1 - right.bar.y1) <= MAX_CORNER,
      );
      if (!left) continue;
      const bottom = horizontal.find(
        ({ bar }, b) =>
          b > t &&
          meets(bar.x0 - left.bar.x0, bar.y1 - left.bar.y1) &&
          meets(right.bar.x1 - bar.x1, bar.y1 - right.bar.y1),
      );
      const sides = bottom && ([top, right, bottom, left] as const);
      if (!sides || !alike(sides.map((s) => s.bar))) continue;
      const frame = frameOf(sides);
      if (hasCorners(regions, frame, sides)) frames.push(frame);
    }
  }
  return frames;
}

interface Side {
  bar: Bar;
  /** Its number in the list of bars. */
  i: number;
}

function frameOf(sides: readonly [Side, Side, Side, Side]): Frame {
  const [top, right, bottom, left] = sides;
  return {
    box: { x0: left.bar.x0, y0: top.bar.y0, x1: right.bar.x1, y1: bottom.bar.y1 },
    sides: sides.map(({ bar }) => ({
      width: bar.horizontal ? bar.y1 - bar.y0 : bar.x1 - bar.x0,
      color: bar.color,
      blend: false,
      faint: false,
    })) as Frame['sides'],
    bars: sides.map((s) => s.i),
  };
}

/** Image pixels: shorter gaps at a corner are its blended pixels. */
const SHARP = 3;

/** Whether the line goes on round each corner: in a grid, the facing sides of four neighbours leave its corners open. */
function hasCorners(
  { packed, width }: Regions,
  { box }: Frame,
  [top, right, bottom, left]: readonly [Side, Side, Side, Side],
): boolean {
  const corners = [
    { x: box.x0, y: box.y0, dx: 1, dy: 1, gap: top.bar.x0 - box.x0, color: top.bar.color },
    { x: box.x1 - 1, y: box.y0, dx: -1, dy: 1, gap: box.x1 - top.bar.x1, color: top.bar.color },
    { x: box.x1 - 1, y: box.y1 - 1, dx: -1, dy: -1, gap: box.x1 - bottom.bar.x1, color: right.bar.color },
    { x: box.x0, y: box.y1 - 1, dx: 1, dy: -1, gap: bottom.bar.x0 - box.x0, color: left.bar.color },
  ];
  return corners.every(({ x, y, dx, dy, gap, color }) => {
    if (gap <= SHARP) return true;
    // The arc crosses the corner's diagonal; what is outside it shows what isn't line.
    const outside = packed[y * width + x]!;
    if (packedDistance(outside, color) <= 8) return false;
    let nearest = 255;
    for (let k = 0; k < gap * 0.8; k++) {
      for (const shift of [0, 1]) {
        nearest = Math.min(nearest, packedDistance(packed[(y + dy * k) * width + x + dx * (k + shift)]!, color));
      }
    }
    return nearest <= packedDistance(outside, color) * 0.5;
  });
}

/** Whether two lines' gaps to their common corner fit a corner: both none, or both about its radius. */
function meets(across: number, along: number): boolean {
  return (
    across >= -1 &&
    along >= -1 &&
    across <= MAX_CORNER &&
    along <= MAX_CORNER &&
    Math.abs(across - along) <= CORNER_ODDS + Math.max(across, along) * 0.25
  );
}

/** All sides have one colour, or three have and the fourth is an accent of some width. */
function alike(sides: readonly Bar[]): boolean {
  return sides.some((a) => {
    const odd = sides.filter((b) => packedDistance(a.color, b.color) > 2);
    return odd.length === 0 || (odd.length === 1 && Math.min(odd[0]!.x1 - odd[0]!.x0, odd[0]!.y1 - odd[0]!.y0) >= 2);
  });
}
