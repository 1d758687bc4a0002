/** Bars and boxes that call for attention: alerts, notices, banners. */
import type { Box, Scene, Shape } from '../vision/scene.ts';
import { areaOf, holds } from './boxes.ts';
import type { Thing, ThingKind } from './things.ts';
import { FIELDS } from './kinds.ts';

/** So wide, at most so high, with at most so many lines. CSS px. */
const LEAST_WIDTH = 200;
const MOST_HEIGHT = 140;
const MOST_LINES = 4;
/** Letters of all its text: fewer are a button's or a tag's. */
const LEAST_LETTERS = 20;
const LOOKED = 0.65;
/** What a notice doesn't hold. */
const HELD: readonly ThingKind[] = [...FIELDS, 'checkbox', 'radio', 'slider', 'image', 'chart', 'table'];

/** Coloured boxes of a sentence or two that hold nothing to fill in. `taken`: things that are something else. */
export function bannersOf({ shapes, lines, scale }: Scene, taken: readonly Thing[]): Thing[] {
  return shapes.flatMap((shape) => {
    if (!isBand(shape, scale) || taken.some(({ box }) => isSame(box, shape.box))) return [];
    const inside = lines.filter((line) => holds(shape.box, line.box));
    const text = inside.map((line) => line.text).join(' ');
    const isProse = inside.length > 0 && inside.length <= MOST_LINES && text.length >= LEAST_LETTERS;
    const isAlone = !taken.some(({ kind, box }) => HELD.includes(kind) && holds(shape.box, box));
    if (!isProse || !isAlone) return [];
    return [
      { kind: 'banner', name: text.slice(0, 80), box: shape.box, confidence: LOOKED, text, state: {}, shape: shape.id },
    ];
  });
}

const isBand = ({ kind, box, fill, border }: Shape, scale: number): boolean =>
  kind === 'rectangle' &&
  (fill !== undefined || border !== undefined) &&
  box.width >= LEAST_WIDTH * scale &&
  box.height <= MOST_HEIGHT * scale;

const isSame = (a: Box, b: Box): boolean =>
  holds(a, b) && holds(b, a) && Math.abs(areaOf(a) - areaOf(b)) < 0.2 * areaOf(b);
