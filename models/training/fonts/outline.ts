/** Path commands as fontkit gives them, in font units. */
export interface PathCommand {
  command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  args: number[];
}

export interface Ink {
  xMin: number;
  yMin: number;
  xMax: number;
  yMax: number;
  /** Square font units that are covered. */
  area: number;
}

/** Straight pieces a curve is cut into: the error is far below a font unit at glyph size. */
const CURVE_PIECES = 12;
/** Scanlines a glyph's area is summed over. */
const SCANLINES = 128;

type Segment = [number, number, number, number];

/** Ink thinner than this part of an em (the tip of a tapering serif) leaves next to no mark at text sizes. */
const VISIBLE = 0.025;
/** How far from a glyph's true ends visible ink is looked for, and in what steps; in ems. */
const SEARCH = 0.15;
const SEARCH_STEP = 0.004;

/**
 * Extents and area (non-zero winding, so that overlapping contours count once) of a glyph; undefined without ink. Its left and
 * right end are where ink can be seen.
 */
export function measureOutline(commands: PathCommand[], unitsPerEm: number): Ink | undefined {
  const segments = flatten(commands);
  if (segments.length === 0) return undefined;
  const ink: Ink = { xMin: Infinity, yMin: Infinity, xMax: -Infinity, yMax: -Infinity, area: 0 };
  for (const [x, y] of segments) {
    ink.xMin = Math.min(ink.xMin, x);
    ink.xMax = Math.max(ink.xMax, x);
    ink.yMin = Math.min(ink.yMin, y);
    ink.yMax = Math.max(ink.yMax, y);
  }
  const step = (ink.yMax - ink.yMin) / SCANLINES;
  for (let i = 0; i < SCANLINES; i++) ink.area += coveredAt(segments, ink.yMin + (i + 0.5) * step) * step;
  const turned = segments.map(([x0, y0, x1, y1]): Segment => [y0, x0, y1, x1]);
  const visibleFrom = (x: number, inwards: 1 | -1): number => {
    for (let off = 0; off < SEARCH; off += SEARCH_STEP) {
      const at = x + inwards * (off + SEARCH_STEP / 2) * unitsPerEm;
      if (coveredAt(turned, at) >= VISIBLE * unitsPerEm) return x + inwards * off * unitsPerEm;
    }
    return x;
  };
  ink.xMin = visibleFrom(ink.xMin, 1);
  ink.xMax = visibleFrom(ink.xMax, -1);
  return ink;
}

function coveredAt(segments: Segment[], y: number): number {
  const crossings: { x: number; turn: number }[] = [];
  for (const [x0, y0, x1, y1] of segments) {
    if (y0 <= y === y1 <= y) continue;
    crossings.push({ x: x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), turn: y1 > y0 ? 1 : -1 });
  }
  crossings.sort((a, b) => a.x - b.x);
  let covered = 0;
  let winding = 0;
  let last = 0;
  for (const { x, turn } of crossings) {
    if (winding !== 0) covered += x - last;
    winding += turn;
    last = x;
  }
  return covered;
}

function flatten(commands: PathCommand[]): Segment[] {
  const segments: Segment[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): void => {
    segments.push([x, y, toX, toY]);
    [x, y] = [toX, toY];
  };
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
    if (command === 'moveTo') [x, y, startX, startY] = [a, b, a, b];
    else if (command === 'lineTo') lineTo(a, b);
    else if (command === 'closePath') lineTo(startX, startY);
    else {
      const [x0, y0] = [x, y];
      const cubic = command === 'bezierCurveTo';
      for (let i = 1; i <= CURVE_PIECES; i++) {
        const t = i / CURVE_PIECES;
        const at = (p0: number, p1: number, p2: number, p3: number): number =>
          cubic
            ? (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t * t * p2 + t ** 3 * p3
            : (1 - t) ** 2 * p0 + 2 * (1 - t) * t * p1 + t * t * p2;
        lineTo(at(x0, a, c, e), at(y0, b, d, f));
      }
    }
  }
  return segments;
}
