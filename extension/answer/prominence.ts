import { converter } from 'culori';
import { areaOf, holds } from './boxes.ts';
import { colorDifference, colorOfFill } from './color-difference.ts';
import { shapeOf, styleOf } from './looks.ts';
import type { Thing } from './things.ts';
import type { View } from './view.ts';

const toOklch = converter('oklch');
/** A fill less unlike the ground than this is none (CIEDE2000), and one of less chroma (OKLCH) is a grey. */
const FILLED = 6;
const CHROMATIC = 0.05;
/** A filled button in a colour has this prominence or more. */
export const COLORED = 100;
/** A heading counts for half its size so far down the page, CSS px: what leads a page stands before what it holds. */
const HALF_DEPTH = 1200;
/** The name of a site, in its bar, counts for less than a heading of the page. */
const IN_BAR = 0.75;

/** How much a heading leads a page: its size, less the farther down it stands. */
export function leadOf({ scene, things }: View, { box }: Thing): number {
  const isInBar = things.some((bar) => (bar.kind === 'header' || bar.kind === 'navigation') && holds(bar.box, box));
  const depth = 1 + Math.max(0, box.y) / (HALF_DEPTH * scene.scale);
  return ((styleOf(scene, { box })?.size ?? 0) / depth) * (isInBar ? IN_BAR : 1);
}

/** How much a button stands out: filled before bare, coloured before grey, then by contrast and size. */
export function prominenceOf({ scene }: View, thing: Thing): number {
  const shape = shapeOf(scene, thing);
  const parent = scene.shapes.find(({ id }) => id === shape?.parent)?.fill ?? scene.background;
  const fill = shape?.fill ? colorOfFill(shape.fill) : styleOf(scene, thing)?.background;
  if (!fill || thing.state.disabled) return 0;
  const apart = colorDifference(fill, colorOfFill(parent));
  if (apart < FILLED) return 0;
  const chroma = toOklch(fill)?.c ?? 0;
  return (
    (chroma > CHROMATIC ? COLORED + 100 * Math.min(chroma, 0.1) : 0) + apart / 10 + Math.log10(areaOf(thing.box) + 1)
  );
}
