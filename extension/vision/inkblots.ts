import type { Box, Shape } from './scene.ts';
import { packedDistance } from './packed.ts';
import type { Geometry } from './shapes.ts';
import { findComponents } from './components.ts';

/** A patch of what is neither surface, border nor text. */
export interface Blot {
  /** Tight around its pixels. */
  box: Box;
  /** Its pixels. */
  area: number;
  /** Different colours among them, counted in steps of 16 levels and up to 64. */
  colors: number;
  /** The most common colour, packed, and its share of the pixels. */
  color: number;
  share: number;
  /** Whether pixels are in its box's four corners. */
  corners: boolean;
}

/** Image pixels: patches nearer than one or two cells are one. */
const CELL = 4;
/** Pixels along a shape's edge that may be blended. */
const EDGE = 1;
/** Pixels: specks below this are noise. */
const MIN_PIXELS = 12;

/** Groups what no shape, background or line of text explains into patches. `scale`: image pixels a CSS pixel. */
export function findBlots(geometry: Geometry, scale: number): Blot[] {
  const { regions, shown } = geometry;
  const { width, height, label } = regions;
  const ink = new Uint8Array(width * height);
  for (let i = 0; i < ink.length; i++) ink[i] = shown[label[i]!] ? 0 : 1;
  for (const shape of geometry.shapes) clearEdges(ink, width, height, shape, scale);
  return patches(ink, geometry);
}

/** Takes a shape's border and its rounded corners out of the ink. */
function clearEdges(ink: Uint8Array, width: number, height: number, shape: Shape, scale: number): void {
  const { box, border, radius } = shape;
  const band = (side: 'top' | 'right' | 'bottom' | 'left'): number =>
    Math.round((border?.[side]?.width ?? 0) * scale) + EDGE;
  const clear = (x0: number, y0: number, x1: number, y1: number): void => {
    for (let y = Math.max(0, y0); y < Math.min(height, y1); y++) {
      ink.fill(0, y * width + Math.max(0, x0), y * width + Math.max(0, Math.min(width, x1)));
    }
  };
  const [x0, y0, x1, y1] = [box.x - EDGE, box.y - EDGE, box.x + box.width + EDGE, box.y + box.height + EDGE];
  if (shape.kind === 'rule') return clear(x0, y0, x1, y1);
  clear(x0, y0, x1, box.y + band('top'));
  clear(x0, y1 - EDGE - band('bottom'), x1, y1);
  clear(x0, y0, box.x + band('left'), y1);
  clear(x1 - EDGE - band('right'), y0, x1, y1);
  const widest = Math.max(band('top'), band('right'), band('bottom'), band('left'));
  radius?.forEach((css, corner) => {
    const r = css * scale;
    const cx = corner === 1 || corner === 2 ? box.x + box.width - r : box.x + r;
    const cy = corner >= 2 ? box.y + box.height - r : box.y + r;
    for (
      let y = Math.floor(Math.min(cy, cy + (corner >= 2 ? r : -r)));
      y < Math.max(cy, cy + (corner >= 2 ? r : -r));
      y++
    ) {
      for (
        let x = Math.floor(Math.min(cx, cx + (corner === 1 || corner === 2 ? r : -r)));
        x < Math.max(cx, cx + (corner === 1 || corner === 2 ? r : -r));
        x++
      ) {
        if (x < 0 || y < 0 || x >= width || y >= height) continue;
        if (Math.hypot(x + 0.5 - cx, y + 0.5 - cy) > r - widest - 0.5) ink[y * width + x] = 0;
      }
    }
  });
}

/** Connected patches on a lattice of cells. */
function patches(ink: Uint8Array, { regions }: Geometry): Blot[] {
  const { width, height } = regions;
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const filled = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / CELL) * columns;
    for (let x = 0; x < width; x++) if (ink[y * width + x]) filled[row + Math.floor(x / CELL)] = 1;
  }
  return measure(ink, regions, findComponents(filled, columns, rows).labels, columns);
}

interface Tally {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  area: number;
  colors: Map<number, number>;
}

/** Colours that are counted in a patch at most: more is a photograph anyway. */
const MAX_COLORS = 64;

function measure(
  ink: Uint8Array,
  { packed, width, height }: Geometry['regions'],
  labels: Int32Array,
  columns: number,
): Blot[] {
  const tallies = new Map<number, Tally>();
  for (let cell = 0; cell < labels.length; cell++) {
    const root = labels[cell]!;
    if (!root) continue;
    let tally = tallies.get(root);
    if (!tally) tallies.set(root, (tally = { x0: width, y0: height, x1: 0, y1: 0, area: 0, colors: new Map() }));
    const cy = Math.floor(cell / columns) * CELL;
    const cx = (cell % columns) * CELL;
    for (let y = cy; y < Math.min(height, cy + CELL); y++) {
      for (let x = cx; x < Math.min(width, cx + CELL); x++) {
        const i = y * width + x;
        if (!ink[i]) continue;
        tally.area++;
        if (x < tally.x0) tally.x0 = x;
        if (x >= tally.x1) tally.x1 = x + 1;
        if (y < tally.y0) tally.y0 = y;
        if (y >= tally.y1) tally.y1 = y + 1;
        const color = packed[i]!;
        const n = tally.colors.get(color);
        if (n !== undefined) tally.colors.set(color, n + 1);
        else if (tally.colors.size < MAX_COLORS * 8) tally.colors.set(color, 1);
      }
    }
  }
  return [...tallies.values()].filter((t) => t.area >= MIN_PIXELS).map((t) => asBlot(t, ink, width));
}

function asBlot(tally: Tally, ink: Uint8Array, width: number): Blot {
  const { x0, y0, x1, y1, area } = tally;
  let color = 0;
  let most = 0;
  const coarse = new Set<number>();
  for (const [c, n] of tally.colors) {
    coarse.add(c & 0xf0f0f0);
    if (n > most) [color, most] = [c, n];
  }
  let near = 0;
  for (const [c, n] of tally.colors) if (packedDistance(c, color) <= 8) near += n;
  const corner = Math.max(1, Math.floor(Math.min(x1 - x0, y1 - y0) * 0.1));
  const at = (x: number, y: number): boolean => ink[y * width + x] === 1;
  const corners =
    at(x0 + corner, y0 + corner) ||
    at(x1 - 1 - corner, y0 + corner) ||
    at(x0 + corner, y1 - 1 - corner) ||
    at(x1 - 1 - corner, y1 - 1 - corner);
  return {
    box: { x: x0, y: y0, width: x1 - x0, height: y1 - y0 },
    area,
    colors: Math.min(MAX_COLORS, coarse.size),
    color,
    share: near / area,
    corners,
  };
}
