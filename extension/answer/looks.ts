/** Measured looks of things: colours, text styles, places. */
import type { Box, Fill, Scene, Shape, TextStyle } from '../vision/scene.ts';
import { areaOf, bottom, holds, likeness, middleX, middleY, right, smallest } from './boxes.ts';
import type { Thing } from './things.ts';

/** A shape draws a thing from this IoU on. */
const DRAWS = 0.7;

/** The text style of a thing: that of the run which has most of its place. */
export function styleOf(scene: Scene, thing: Pick<Thing, 'box'>): TextStyle | undefined {
  const place = grown(thing.box, 2);
  const [most] = scene.lines
    .flatMap((line) => line.runs)
    .map((run) => ({ run, shared: sharedArea(run.box, place) }))
    .filter(({ run, shared }) => shared > 0.5 * Math.min(areaOf(run.box), areaOf(place)))
    .sort((a, b) => b.shared - a.shared);
  return most?.run.style;
}

/** Square image pixels that two boxes both cover. */
function sharedArea(a: Box, b: Box): number {
  const width = Math.min(right(a), right(b)) - Math.max(a.x, b.x);
  const height = Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** The shape that draws a thing. */
export const shapeOf = (scene: Scene, thing: Thing): Shape | undefined =>
  scene.shapes.find((s) => s.id === thing.shape) ?? scene.shapes.find((s) => likeness(s.box, thing.box) > DRAWS);

/** What fills a thing: its shape's fill, else what lies under its text. */
export function fillOf(scene: Scene, thing: Thing): Fill | undefined {
  const shape = shapeOf(scene, thing);
  if (shape?.fill) return shape.fill;
  const behind = styleOf(scene, thing)?.background;
  if (behind) return { kind: 'solid', color: behind };
  return smallest(scene.shapes.filter((s) => s.fill && holds(s.box, thing.box)))?.fill;
}

/** The colour that a person means by `the red one`: a control's fill, a text's own colour. */
export function colorOf(scene: Scene, thing: Thing): string | undefined {
  const picture = scene.pictures.find((p) => likeness(p.box, thing.box) > DRAWS);
  if (picture) return picture.color ?? picture.solid;
  if (thing.kind === 'text' || thing.kind === 'heading' || thing.kind === 'link') return styleOf(scene, thing)?.color;
  const fill = fillOf(scene, thing);
  return fill?.kind === 'solid' ? fill.color : fill?.stops[0]?.color;
}

/** `at the top left`, `in the middle`. */
export function placeOf(scene: Scene, box: Box): string {
  const { width, height } = scene.image;
  const down = middleY(box) < height / 3 ? 'top' : middleY(box) > (2 * height) / 3 ? 'bottom' : '';
  const across = middleX(box) < width / 3 ? 'left' : middleX(box) > (2 * width) / 3 ? 'right' : '';
  if (down && across) return `at the ${down} ${across}`;
  if (down) return `at the ${down}, in the middle`;
  return across ? `on the ${across}, half-way down` : 'in the middle';
}

const grown = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});
