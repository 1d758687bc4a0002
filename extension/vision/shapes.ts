import type { BorderSide, Box, Fill, Shape } from './scene.ts';
import type { Pixels } from './pixels.ts';
import { findBars } from './bars.ts';
import type { Strip } from './border.ts';
import { boxOf } from './bounds.ts';
import { findDrafts } from './drafts.ts';
import type { Draft } from './drafts.ts';
import type { Outline } from './outline.ts';
import { findGround, shownRegions } from './page.ts';
import { claimBars, rules } from './ruling.ts';
import { hexColor } from './packed.ts';
import { segment } from './segment.ts';
import type { Regions } from './regions.ts';
import type { TextArea } from './segment.ts';
import { settleDrafts } from './settle.ts';
import { findSurfaces } from './surfaces.ts';

/** The shapes of a picture, and the regions they were measured from, for `findPictures` and `findElements`. */
export interface Geometry {
  background: Fill;
  shapes: Shape[];
  regions: Regions;
  /** For each region 1 where a shape or the background shows it; everything else is ink. */
  shown: Uint8Array;
}

/** CSS pixels: a solid box this thin is a rule. */
const MAX_RULE = 4;

/**
 * Finds the boxes, lines and dots that a page is built of, and its background. `text`: its lines, which are painted over
 * first. `scale`: image pixels a CSS pixel. Boxes are in image pixels, styles in CSS pixels.
 */
export function findShapes(pixels: Pixels, text: readonly TextArea[], scale = 1): Geometry {
  const regions = segment(pixels, text);
  const surfaces = findSurfaces(regions);
  const ground = findGround(regions, surfaces);
  const shown = shownRegions(regions, surfaces, ground.fill);
  const bars = findBars(regions);
  const found = findDrafts(
    regions,
    surfaces.filter((s) => s !== ground.surface),
    bars,
    shown,
  );
  const drafts = settleDrafts(found, ground.fill, !!ground.surface, scale);
  const claimed = claimBars(drafts, bars);
  const shapes = [...drafts.map((d) => asShape(d, scale)), ...rules(bars, claimed, regions, shown, drafts)];
  const background = ground.surface?.gradient?.fill ?? { kind: 'solid', color: hexColor(ground.fill) };
  return { background, shapes: nest(shapes.filter((s) => !isLetter(s.box, text))), regions, shown };
}

/** Whether a box is a letter's part: on gradients and pictures some ink may be left of a line that was painted over. */
function isLetter(box: Box, text: readonly TextArea[]): boolean {
  return text.some(({ box: line }) =>
    holds({ x: line.x - 1, y: line.y - 1, width: line.width + 2, height: line.height + 2 }, box),
  );
}

function asShape(draft: Draft, scale: number): Shape {
  const { box, radius, sides, gradient, shadow } = draft;
  const round = (v: number): number => Math.round((v / scale) * 2) / 2;
  const shape: Shape = {
    id: '',
    kind: 'rectangle',
    box: boxOf(box),
    confidence: Math.round(draft.confidence * 100) / 100,
  };
  const half = Math.min(shape.box.width, shape.box.height) / 2;
  if (Math.abs(shape.box.width - shape.box.height) <= 1 && radius.every((r) => r >= half - 0.6)) shape.kind = 'ellipse';
  if (!draft.clear) shape.fill = gradient?.fill ?? { kind: 'solid', color: hexColor(draft.fill) };
  const [short, long] = [Math.min(shape.box.width, shape.box.height), Math.max(shape.box.width, shape.box.height)];
  if (short <= MAX_RULE * scale && long >= short * 4 && !sides.some(Boolean)) shape.kind = 'rule';
  if (sides.some(Boolean)) {
    const side = (s?: Strip): BorderSide | undefined =>
      s && { width: round(s.width), style: 'solid', color: hexColor(s.color) };
    const [top, right, bottom, left] = sides.map(side);
    shape.border = { ...(top && { top }), ...(right && { right }), ...(bottom && { bottom }), ...(left && { left }) };
  }
  if (radius.some((r) => r > 0)) shape.radius = radius.map((r) => wholeOrHalf(r / scale)) as Outline['radius'];
  if (shadow) {
    const alpha = Math.round(shadow.alpha * 255)
      .toString(16)
      .padStart(2, '0');
    const color = hexColor(shadow.color) + (shadow.alpha < 1 ? alpha : '');
    shape.shadow = {
      x: round(shadow.x),
      y: round(shadow.y),
      blur: round(shadow.blur),
      spread: round(shadow.spread),
      color,
    };
  }
  return shape;
}

/** Radii are whole as a rule; `.35rem` isn't. */
function wholeOrHalf(v: number): number {
  const whole = Math.round(v);
  return Math.abs(v - whole) <= 0.35 ? whole : Math.round(v * 2) / 2;
}

/** Orders shapes from the back to the front and names them and their parents. */
function nest(shapes: Shape[]): Shape[] {
  const sorted = shapes.sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
  sorted.forEach((shape, i) => {
    shape.id = `s${i}`;
    for (let k = i - 1; k >= 0; k--) {
      if (holds(sorted[k]!.box, shape.box) && sorted[k]!.kind !== 'rule') {
        shape.parent = sorted[k]!.id;
        break;
      }
    }
  });
  return sorted;
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
