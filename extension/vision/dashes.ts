/** Frames of dashes and dots: their pieces are no edge that a shape could be measured by, but lie around something. */
import type { Blot } from './inkblots.ts';
import { hexColor } from './packed.ts';
import type { BorderSide, Shape } from './scene.ts';

/** CSS pixels: thicker frames are pictures. */
const THICKEST = 4;
/** Below this share of a line of whole pixels it has gaps; below the lower one as wide as the dashes, as dots have. */
const UNBROKEN = 0.92;
const DOTTED = 0.56;
/** Share of its pixels of one colour: a shadow's ring has many. */
const ONE_COLOR = 0.5;

/** The frame that a hollow patch is, undefined where it is none: a shadow, a ragged edge. */
export function dashedFrame({ box, area, color, share }: Blot, scale: number): Omit<Shape, 'id'> | undefined {
  const perimeter = 2 * (box.width + box.height);
  const width = Math.max(1, Math.ceil(area / perimeter / scale));
  if (width > THICKEST || share < ONE_COLOR) return undefined;
  const covered = area / (perimeter * width * scale);
  const style = covered > UNBROKEN ? 'solid' : covered < DOTTED ? 'dotted' : 'dashed';
  const side: BorderSide = { width, style, color: hexColor(color) };
  return {
    kind: 'rectangle',
    box,
    border: { top: side, right: side, bottom: side, left: side },
    confidence: 0.6,
  };
}
