import type { Fill } from './scene.ts';
import { hexColor } from './packed.ts';
import type { Regions } from './regions.ts';
import type { Bounds } from './bounds.ts';

/** A linear gradient that was fitted to a region: colour as a function of place, and as CSS. */
export interface Gradient {
  fill: Fill & { kind: 'linear-gradient' };
  /** Colour at a place, packed. */
  at(x: number, y: number): number;
}

type Rgb = [number, number, number];
interface Sample {
  x: number;
  y: number;
  color: Rgb;
}

/** Samples taken of a region, about. */
const SAMPLES = 900;
/** Levels (root mean square) that dithering, rounding and binning may leave of the colour along the gradient. */
const CURVE_RESIDUAL = 1.8;
/** Levels that a place's mean colour may be off the straight ramp, or the polyline. */
const STRAIGHT = 2.2;
/** Levels from one end to the other: less is noise. */
const MIN_RANGE = 5;
/** Places along the gradient where its colour is averaged before stops are sought. */
const BINS = 32;

/**
 * Fits a linear gradient to a box's pixels of the regions that `member` picks (`area` pixels in all): a plane through each channel by least squares, then, where that
 * doesn't hold, a polyline of colour along the planes' common direction. Undefined where neither explains it.
 */
export function fitGradient(
  regions: Regions,
  box: Bounds,
  area: number,
  member: (region: number) => boolean,
): Gradient | undefined {
  const samples = sample(regions, box, area, member);
  if (samples.length < 60) return undefined;
  const planes = ([0, 1, 2] as const).map((c) => fitPlane(samples, c));
  const [dx, dy] = snapDirection(...commonDirection(planes));
  const cx = (box.x0 + box.x1) / 2;
  const cy = (box.y0 + box.y1) / 2;
  const length = Math.abs(dx) * (box.x1 - box.x0) + Math.abs(dy) * (box.y1 - box.y0);
  const offset = (x: number, y: number): number => ((x + 0.5 - cx) * dx + (y + 0.5 - cy) * dy) / length + 0.5;
  const linear = planes.map((p) => {
    const slope = (p.sx * dx + p.sy * dy) * length;
    const middle = p.mean + p.sx * (cx - 0.5 - p.mx) + p.sy * (cy - 0.5 - p.my);
    return [middle - slope / 2, middle + slope / 2] as const;
  });
  const straight = [0, 1].map((end) => ({ offset: end, color: linear.map((l) => l[end]!) as Rgb }));
  const curve = findStops(samples, offset, straight);
  if (!curve || range(curve) < MIN_RANGE) return undefined;
  const angle = (Math.round((Math.atan2(dx, -dy) * 180) / Math.PI) + 360) % 360;
  const stops = curve.map((s) => ({ offset: Math.round(s.offset * 100) / 100, color: hexColor(packRgb(s.color)) }));
  return { fill: { kind: 'linear-gradient', angle, stops }, at: (x, y) => packRgb(colorAlong(curve, offset(x, y))) };
}

function sample(
  { label, packed, width }: Regions,
  box: Bounds,
  area: number,
  member: (region: number) => boolean,
): Sample[] {
  const step = Math.max(1, Math.floor(Math.sqrt(area / SAMPLES)));
  const samples: Sample[] = [];
  for (let y = box.y0; y < box.y1; y += step) {
    // The start shifts from row to row, or a dither pattern would be met at one phase only.
    for (let x = box.x0 + ((y * 7) % step); x < box.x1; x += step) {
      const i = y * width + x;
      if (!member(label[i]!)) continue;
      const p = packed[i]!;
      samples.push({ x, y, color: [(p >> 16) & 255, (p >> 8) & 255, p & 255] });
    }
  }
  return samples;
}

interface Plane {
  mean: number;
  mx: number;
  my: number;
  sx: number;
  sy: number;
}

function fitPlane(samples: Sample[], c: 0 | 1 | 2): Plane {
  const n = samples.length;
  let [mx, my, mean] = [0, 0, 0];
  for (const s of samples) {
    mx += s.x / n;
    my += s.y / n;
    mean += s.color[c] / n;
  }
  let [xx, yy, xy, xc, yc] = [0, 0, 0, 0, 0];
  for (const s of samples) {
    const x = s.x - mx;
    const y = s.y - my;
    xx += x * x;
    yy += y * y;
    xy += x * y;
    xc += x * (s.color[c] - mean);
    yc += y * (s.color[c] - mean);
  }
  const det = xx * yy - xy * xy || 1;
  const sx = (xc * yy - yc * xy) / det;
  const sy = (yc * xx - xc * xy) / det;
  return { mean, mx, my, sx, sy };
}

/** Principal direction of the channels' slopes. */
function commonDirection(planes: Plane[]): [number, number] {
  let [a, b, c] = [0, 0, 0];
  for (const p of planes) {
    a += p.sx * p.sx;
    b += p.sx * p.sy;
    c += p.sy * p.sy;
  }
  const angle = Math.atan2(2 * b, a - c) / 2;
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  return [x, y];
}

/** Nearly straight or diagonal is meant so. Of a direction and its opposite the one that people write: to the right, or down. */
function snapDirection(x: number, y: number): [number, number] {
  const degrees = (Math.atan2(y, x) * 180) / Math.PI;
  const snapped = Math.round(degrees / 45) * 45;
  const radians = ((Math.abs(degrees - snapped) > 2 ? degrees : snapped) * Math.PI) / 180;
  const [dx, dy] = [Math.round(Math.cos(radians) * 1e9) / 1e9, Math.round(Math.sin(radians) * 1e9) / 1e9];
  return dx < 0 || (dx === 0 && dy < 0) ? [-dx, -dy] : [dx, dy];
}

interface Stop {
  offset: number;
  color: Rgb;
}

/** Averages colour along the gradient, checks that it depends on nothing else, and keeps the places where it bends. */
function findStops(samples: Sample[], offset: (x: number, y: number) => number, straight: Stop[]): Stop[] | undefined {
  const bins = Array.from({ length: BINS }, () => ({ n: 0, sum: [0, 0, 0] as Rgb }));
  const binOf = (s: Sample): (typeof bins)[number] =>
    bins[Math.min(BINS - 1, Math.max(0, Math.floor(offset(s.x, s.y) * BINS)))]!;
  for (const s of samples) {
    const bin = binOf(s);
    bin.n++;
    for (let c = 0; c < 3; c++) bin.sum[c]! += s.color[c]!;
  }
  const curve: Stop[] = [];
  bins.forEach((b, i) => {
    if (b.n >= 3) curve.push({ offset: (i + 0.5) / BINS, color: b.sum.map((v) => v / b.n) as Rgb });
  });
  if (curve.length < 6) return undefined;
  let residual = 0;
  for (const s of samples)
    residual += colorAlong(curve, offset(s.x, s.y)).reduce((t, v, c) => t + (v - s.color[c]!) ** 2, 0);
  if (Math.sqrt(residual / samples.length / 3) > CURVE_RESIDUAL) return undefined;
  if (curve.every((s) => colorAlong(straight, s.offset).every((v, c) => Math.abs(v - s.color[c]!) <= STRAIGHT)))
    return straight;
  const stops = simplify(curve, 0, curve.length - 1);
  if (stops.length > 6) return undefined;
  return extend(stops);
}

/** Ramer-Douglas-Peucker on colour over offset. */
function simplify(curve: Stop[], from: number, to: number): Stop[] {
  const ends = [curve[from]!, curve[to]!];
  let worst = 0;
  let at = -1;
  for (let i = from + 1; i < to; i++) {
    const error = Math.max(...colorAlong(ends, curve[i]!.offset).map((v, c) => Math.abs(v - curve[i]!.color[c]!)));
    if (error > worst) [worst, at] = [error, i];
  }
  if (worst <= STRAIGHT || at < 0) return ends;
  return [...simplify(curve, from, at).slice(0, -1), ...simplify(curve, at, to)];
}

/** The first and last bin's middles are not the ends: carries the slope there. */
function extend(stops: Stop[]): Stop[] {
  const carry = (near: Stop, far: Stop, to: number): Stop => ({
    offset: to,
    color: near.color.map((v, c) => v + ((v - far.color[c]!) * (to - near.offset)) / (near.offset - far.offset)) as Rgb,
  });
  return [carry(stops[0]!, stops[1]!, 0), ...stops.slice(1, -1), carry(stops.at(-1)!, stops.at(-2)!, 1)];
}

function colorAlong(stops: readonly Stop[], offset: number): Rgb {
  let i = 1;
  while (i < stops.length - 1 && stops[i]!.offset < offset) i++;
  const [a, b] = [stops[i - 1]!, stops[i]!];
  const t = Math.min(1, Math.max(0, (offset - a.offset) / (b.offset - a.offset)));
  return a.color.map((v, c) => v + (b.color[c]! - v) * t) as Rgb;
}

function range(stops: Stop[]): number {
  return Math.max(
    ...[0, 1, 2].map((c) => Math.max(...stops.map((s) => s.color[c]!)) - Math.min(...stops.map((s) => s.color[c]!))),
  );
}

function packRgb(color: Rgb): number {
  const [r, g, b] = color.map((v) => Math.min(255, Math.max(0, Math.round(v))));
  return (r! << 16) | (g! << 8) | b!;
}
