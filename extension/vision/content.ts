import type { Box, Picture, Shape } from './scene.ts';
import type { RawLine } from './pixels.ts';

/** What the rules for elements look at: a shape, what lies in it, and its size in CSS pixels. */
export interface Content {
  shape: Shape;
  parent?: Shape;
  /** Lines of text in it but in none of its children, pictures in it, and the shapes that it is the parent of. */
  lines: RawLine[];
  pictures: Picture[];
  children: Shape[];
  width: number;
  height: number;
  /** The largest of its radii, at most half its short side. */
  radius: number;
  /** Sides with a border. */
  sides: number;
  /** Share of its own area that lies between its left (right, top, bottom) edge and the text and pictures in it. */
  pad: { left: number; right: number; top: number; bottom: number };
  /** Lightness of its fill and its parent's (0 to 255) and its fill's colourfulness. */
  light: number;
  ground: number;
  vivid: number;
}

/** Share of an item's area that must lie in a shape. */
const INSIDE = 0.85;

/** Looks at every shape but the rules. Boxes are in image pixels, `scale` of them a CSS pixel. */
export function contentsOf(
  shapes: readonly Shape[],
  pictures: readonly Picture[],
  lines: readonly RawLine[],
  background: string,
  scale: number,
): Content[] {
  const byId = new Map(shapes.map((s) => [s.id, s]));
  return shapes
    .filter((s) => s.kind !== 'rule')
    .map((shape) => {
      const parent = shape.parent === undefined ? undefined : byId.get(shape.parent);
      const children = shapes.filter((s) => s.parent === shape.id);
      const inside = {
        lines: lines.filter((l) => within(l.box, shape.box) && !children.some((c) => within(l.box, c.box))),
        pictures: pictures.filter((p) => within(p.box, shape.box)),
      };
      const fill = colorOf(shape) ?? (parent && colorOf(parent)) ?? background;
      return {
        shape,
        parent,
        ...inside,
        children,
        width: shape.box.width / scale,
        height: shape.box.height / scale,
        radius: Math.min(Math.max(0, ...(shape.radius ?? [])), Math.min(shape.box.width, shape.box.height) / scale / 2),
        sides: Object.values(shape.border ?? {}).filter(Boolean).length,
        pad: paddings(
          shape.box,
          [...inside.lines, ...inside.pictures].map((i) => i.box),
          scale,
        ),
        light: lightness(fill),
        ground: lightness((parent && colorOf(parent)) ?? background),
        vivid: colorfulness(fill),
      };
    });
}

/** Whether nearly all of a box lies in another. */
export function within(inner: Box, outer: Box): boolean {
  return sharedArea(inner, outer) >= inner.width * inner.height * INSIDE;
}

/** Area that two boxes have in common. */
export function sharedArea(a: Box, b: Box): number {
  const w = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

/** Intersection over union of two boxes. */
export function overlapOf(a: Box, b: Box): number {
  const shared = sharedArea(a, b);
  return shared / (a.width * a.height + b.width * b.height - shared);
}

function paddings(box: Box, items: readonly Box[], scale: number): Content['pad'] {
  if (!items.length)
    return { left: box.width / scale, right: box.width / scale, top: box.height / scale, bottom: box.height / scale };
  return {
    left: (Math.min(...items.map((i) => i.x)) - box.x) / scale,
    right: (box.x + box.width - Math.max(...items.map((i) => i.x + i.width))) / scale,
    top: (Math.min(...items.map((i) => i.y)) - box.y) / scale,
    bottom: (box.y + box.height - Math.max(...items.map((i) => i.y + i.height))) / scale,
  };
}

/** A shape's colour: a gradient's first. */
export function colorOf(shape: Shape): string | undefined {
  return shape.fill?.kind === 'solid' ? shape.fill.color : shape.fill?.stops[0]?.color;
}

function channels(color: string): [number, number, number] {
  return [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16)) as [number, number, number];
}

/** Rec. 601 luma of a `#rrggbb`, 0 to 255. */
export function lightness(color: string): number {
  const [r, g, b] = channels(color);
  return 0.299 * r + 0.587 * g + 0.114 * b;
}

/** Strongest less weakest channel, 0 to 255. */
export function colorfulness(color: string): number {
  return Math.max(...channels(color)) - Math.min(...channels(color));
}
