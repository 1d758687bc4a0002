/** Discs and squares before lines of text: too small to be measured as shapes are. */
import type { Blot } from './inkblots.ts';
import { hexColor } from './packed.ts';
import { roundRadius } from './radius.ts';
import type { Box, Shape } from './scene.ts';
import type { TextArea } from './segment.ts';

/** CSS pixels across. */
const SIZE = { least: 3, most: 10 };
/** How much longer one side may be than the other, CSS pixels. */
const UNEVEN = 1.5;
/** A square is all of its colour; a disc fills 0.79 of its box, and has a blended edge. */
const SHARP = 0.9;
/** Distance to the text and from its middle line, in heights of the line's ink. */
const GAP = { least: 0.2, most: 2.2 };
const LEVEL = 0.35;

/** Patches of a bullet's size that stand level before a line, as shapes. */
export function findBullets(blots: readonly Blot[], text: readonly TextArea[], scale: number): Omit<Shape, 'id'>[] {
  return blots
    .filter(({ box }) => isBulletSized(box, scale) && text.some((line) => isBefore(box, line.box)))
    .map(({ box, color, area, share }) => {
      const round = share * area < SHARP * box.width * box.height;
      return {
        kind: round ? 'ellipse' : 'rectangle',
        box,
        fill: { kind: 'solid', color: hexColor(color) },
        ...(round && { radius: roundRadius(box, scale) }),
        confidence: 0.7,
      };
    });
}

function isBulletSized({ width, height }: Box, scale: number): boolean {
  const [short, long] = [Math.min(width, height) / scale, Math.max(width, height) / scale];
  return short >= SIZE.least && long <= SIZE.most && long - short <= UNEVEN;
}

function isBefore(dot: Box, line: Box): boolean {
  const gap = line.x - dot.x - dot.width;
  const level = Math.abs(dot.y + dot.height / 2 - line.y - line.height / 2);
  return gap >= GAP.least * line.height && gap <= GAP.most * line.height && level <= LEVEL * line.height;
}
