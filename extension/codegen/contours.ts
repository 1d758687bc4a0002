/** Closed contours of a mask, to a fraction of a pixel. */

/** x and y in mask pixels from the top left corner. */
export type Point = readonly [number, number];

/** Subpixels to a pixel's side. */
const PARTS = 4;
/** Half covered: where an edge runs. */
const LEVEL = 127.5;

/** Contours that enclose in every pixel the area that its coverage says, nearly. */
export function contoursOf(mask: Uint8Array, width: number, height: number): Point[][] {
  const fine = blur(subdivide(mask, width, height), width * PARTS, height * PARTS);
  const contours = contoursAt(fine, width * PARTS, height * PARTS);
  return contours.map((points) => points.map(([x, y]): Point => [x / PARTS, y / PARTS]));
}

/**
 * Contours of the coverage itself would round corners and lose strokes thinner than two pixels. So each pixel is divided, and
 * as many of its parts filled as it is covered, those first where the coverage around is greatest: areas are kept.
 */
function subdivide(mask: Uint8Array, width: number, height: number): Uint8Array {
  const fine = new Uint8Array(width * height * PARTS ** 2);
  const all = Array.from({ length: PARTS ** 2 }, (_, part) => part);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const count = Math.round((mask[y * width + x]! / 255) * all.length);
      if (count === 0) continue;
      const around = count < all.length ? all.map((part) => between(mask, width, height, x, y, part)) : [];
      const filled = count < all.length ? [...all].sort((a, b) => around[b]! - around[a]!).slice(0, count) : all;
      for (const part of filled) {
        const [row, column] = [y * PARTS + Math.floor(part / PARTS), x * PARTS + (part % PARTS)];
        fine[row * width * PARTS + column] = 255;
      }
    }
  return fine;
}

/** Coverage at a part's middle, between those of the four nearest pixels. */
function between(mask: Uint8Array, width: number, height: number, x: number, y: number, part: number): number {
  const u = ((part % PARTS) + 0.5) / PARTS - 0.5;
  const v = (Math.floor(part / PARTS) + 0.5) / PARTS - 0.5;
  const at = (i: number, j: number): number => (i < 0 || j < 0 || i >= width || j >= height ? 0 : mask[j * width + i]!);
  const [nextX, nextY] = [x + Math.sign(u), y + Math.sign(v)];
  const [fx, fy] = [Math.abs(u), Math.abs(v)];
  return (at(x, y) * (1 - fx) + at(nextX, y) * fx) * (1 - fy) + (at(x, nextY) * (1 - fx) + at(nextX, nextY) * fx) * fy;
}

/** Mean over three by three. */
function blur(fine: Uint8Array, width: number, height: number): Float32Array {
  const blurred = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++)
        for (let i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++) sum += fine[j * width + i]!;
      blurred[y * width + x] = sum / 9;
    }
  return blurred;
}

/**
 * Marching squares over the pixels' centres, with a rim of nothing around. Every cell edge that the level crosses has one
 * point; cells join them so that ink lies to the right.
 */
function contoursAt(field: Float32Array, width: number, height: number): Point[][] {
  const value = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : field[y * width + x]!;
  const next = new Map<number, number>();
  const points = new Map<number, Point>();
  const columns = width + 1;
  const horizontal = (x: number, y: number): number => 2 * ((y + 1) * (columns + 1) + x + 1);
  const vertical = (x: number, y: number): number => horizontal(x, y) + 1;
  const cross = (a: number, b: number): number => (LEVEL - a) / (b - a);
  for (let y = -1; y < height; y++)
    for (let x = -1; x < width; x++) {
      const [nw, ne, se, sw] = [value(x, y), value(x + 1, y), value(x + 1, y + 1), value(x, y + 1)];
      const code = (nw > LEVEL ? 8 : 0) | (ne > LEVEL ? 4 : 0) | (se > LEVEL ? 2 : 0) | (sw > LEVEL ? 1 : 0);
      if (code === 0 || code === 15) continue;
      const edges = { n: horizontal(x, y), e: vertical(x + 1, y), s: horizontal(x, y + 1), w: vertical(x, y) };
      const middle = (nw + ne + se + sw) / 4 > LEVEL;
      for (const [from, to] of segments(code, middle)) {
        next.set(edges[from], edges[to]);
        for (const edge of [from, to]) {
          if (points.has(edges[edge])) continue;
          const at: Point =
            edge === 'n'
              ? [x + cross(nw, ne), y]
              : edge === 's'
                ? [x + cross(sw, se), y + 1]
                : edge === 'w'
                  ? [x, y + cross(nw, sw)]
                  : [x + 1, y + cross(ne, se)];
          points.set(edges[edge], [at[0] + 0.5, at[1] + 0.5]);
        }
      }
    }
  return chains(next, points);
}

type Edge = 'n' | 'e' | 's' | 'w';

/** For each pattern of corners above the level (nw 8, ne 4, se 2, sw 1): from which edge to which, ink to the right. */
const SEGMENTS: Record<number, [Edge, Edge][]> = {
  1: [['s', 'w']],
  2: [['e', 's']],
  3: [['e', 'w']],
  4: [['n', 'e']],
  6: [['n', 's']],
  7: [['n', 'w']],
  8: [['w', 'n']],
  9: [['s', 'n']],
  11: [['e', 'n']],
  12: [['w', 'e']],
  13: [['s', 'e']],
  14: [['w', 's']],
};

function segments(code: number, middle: boolean): [Edge, Edge][] {
  if (code === 5)
    return middle
      ? [
          ['n', 'w'],
          ['s', 'e'],
        ]
      : [
          ['n', 'e'],
          ['s', 'w'],
        ];
  if (code === 10)
    return middle
      ? [
          ['w', 's'],
          ['e', 'n'],
        ]
      : [
          ['w', 'n'],
          ['e', 's'],
        ];
  return SEGMENTS[code] ?? [];
}

function chains(next: Map<number, number>, points: Map<number, Point>): Point[][] {
  const contours: Point[][] = [];
  for (const start of [...next.keys()]) {
    const contour: Point[] = [];
    for (let at: number | undefined = start; at !== undefined && next.has(at);) {
      contour.push(points.get(at)!);
      const to: number | undefined = next.get(at);
      next.delete(at);
      at = to;
    }
    if (contour.length > 2) contours.push(contour);
  }
  return contours;
}
