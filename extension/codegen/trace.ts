/** The icons of a design, traced from its screenshot. */
import type { Design, IconNode, Node } from '../layout/design.ts';
import type { Pixels, Rgb } from '../vision/pixels.ts';
import type { Box } from '../vision/scene.ts';
import { coverageOf } from '../vision/coverage.ts';
import { traceMask } from './trace-mask.ts';

/** An icon as a path: `d` in a `width` x `height` view box, to be filled even-odd. */
export interface TracedIcon {
  path: string;
  width: number;
  height: number;
}

/**
 * Paths by icon node id. Icons of several colours have none: they become pictures.
 * @param pixels the screenshot that the design's crops refer to
 */
export function traceIcons(design: Design, pixels: Pixels): Map<string, TracedIcon> {
  const icons = new Map<string, TracedIcon>();
  const visit = (node: Node): void => {
    if (node.kind === 'box') node.children.forEach(visit);
    if (node.kind !== 'icon') return;
    const traced = traceIcon(node, pixels);
    if (traced) icons.set(node.id, traced);
  };
  visit(design.root);
  return icons;
}

/** Share of an icon's ink that may be of other colours: the ends of gradients, JPEG noise. */
const OTHER_COLOURS = 0.12;
/** Distance in RGB from the line between ground and ink, from which a pixel is of another colour. */
const OFF_LINE = 40;

function traceIcon({ crop, color }: IconNode, pixels: Pixels): TracedIcon | undefined {
  const box = within(crop, pixels);
  if (box.width < 2 || box.height < 2) return undefined;
  const ink = rgbOf(color);
  const ground = groundOf(pixels, box, ink);
  const coverage = coverageOf(pixels, box, ground, ink);
  if (otherColours(pixels, box, ground, ink, coverage.data) > OTHER_COLOURS) return undefined;
  return traceMask(
    Uint8Array.from(coverage.data, (value) => Math.round(value * 255)),
    box.width,
    box.height,
  );
}

function within(box: Box, pixels: Pixels): Box {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const right = Math.min(pixels.width, Math.ceil(box.x + box.width));
  const bottom = Math.min(pixels.height, Math.ceil(box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

const rgbOf = (color: string): Rgb => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)) as unknown as Rgb;

const at = (pixels: Pixels, x: number, y: number): Rgb => {
  const i = (y * pixels.width + x) * 3;
  return [pixels.data[i]!, pixels.data[i + 1]!, pixels.data[i + 2]!];
};

const apart = (p: Rgb, q: Rgb): number => Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);

/** The colour around the icon: the commonest on a frame one pixel outside its box that isn't its ink. */
function groundOf(pixels: Pixels, box: Box, ink: Rgb): Rgb {
  const counts = new Map<string, { color: Rgb; count: number }>();
  const note = (x: number, y: number): void => {
    if (x < 0 || y < 0 || x >= pixels.width || y >= pixels.height) return;
    const color = at(pixels, x, y);
    if (apart(color, ink) < OFF_LINE) return;
    const entry = counts.get(color.join()) ?? { color, count: 0 };
    entry.count++;
    counts.set(color.join(), entry);
  };
  for (let x = box.x - 1; x <= box.x + box.width; x++) [box.y - 1, box.y + box.height].forEach((y) => note(x, y));
  for (let y = box.y; y < box.y + box.height; y++) [box.x - 1, box.x + box.width].forEach((x) => note(x, y));
  const [best] = [...counts.values()].sort((a, b) => b.count - a.count);
  return best?.color ?? (ink[0] + ink[1] + ink[2] > 382 ? [0, 0, 0] : [255, 255, 255]);
}

function otherColours(pixels: Pixels, box: Box, ground: Rgb, ink: Rgb, coverage: Float32Array): number {
  let off = 0;
  let inked = 0;
  coverage.forEach((share, i) => {
    const color = at(pixels, box.x + (i % box.width), box.y + Math.floor(i / box.width));
    const expected = ground.map((value, channel) => value + (ink[channel]! - value) * share) as unknown as Rgb;
    if (apart(color, ground) > OFF_LINE) inked++;
    if (apart(color, expected) > OFF_LINE) off++;
  });
  return inked === 0 ? 0 : off / inked;
}
