import type { Box, Picture } from './scene.ts';
import type { Pixels } from './pixels.ts';
import { within } from './content.ts';
import { isBesideText } from './elements.ts';
import type { Draft, ElementInput } from './elements.ts';
import { meanIn } from './evidence.ts';

/** CSS pixels: browsers draw radio buttons and checkboxes 13 px wide, style sheets up to this. */
const MIN_SIZE = 10;
const MAX_SIZE = 26;
/** Directions in which a ring is looked for. */
const RAYS = 24;
/** Share of the strongest ink that makes a pixel ink, and up to which it is a gap: a narrow one is blended from both sides. */
const INK = 0.3;
const GAP = 0.45;

/**
 * Radio buttons so small that no pixel of their ring has its exact colour, so that they come as icons or bits of shapes: a
 * ring, a gap inside it, and a dot or none; and a text beside it.
 */
export function findMarks({ pixels, shapes, pictures, lines, scale, maps }: ElementInput): Draft[] {
  const drafts: Draft[] = [];
  const icons = pictures.filter((p) => p.kind === 'icon').map((p) => ({ box: p.box, framed: false }));
  const blocks = shapes.filter((s) => s.kind !== 'rule').map((s) => ({ box: s.box, framed: s.border !== undefined }));
  for (const { box: bit, framed } of [...icons, ...blocks]) {
    const size = Math.max(bit.width, bit.height) / scale;
    if (
      size < MIN_SIZE ||
      size > MAX_SIZE ||
      Math.abs(bit.width - bit.height) > 1.5 * scale ||
      !isBesideText(bit, { lines, scale })
    )
      continue;
    // A bit may lack the ring's outermost, palest pixels.
    const box = [bit, grown(bit, 1)].find((b) => ringAt(pixels, b));
    const mark = box && ringAt(pixels, box);
    // A frame with round corners is a ring as well, but has nothing in its middle.
    if (!mark || (framed && !mark.dot)) continue;
    const seen = maps ? meanIn(maps, 'radio', box) : 0;
    drafts.push({
      class: 'radio',
      box,
      confidence: Math.round((0.72 + 0.25 * seen) * 100) / 100,
      state: { checked: mark.dot },
    });
  }
  return drafts;
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** Leaves out icons that turned out to be controls, or their ticks. */
export function withoutMarks(pictures: readonly Picture[], elements: readonly Draft[]): Picture[] {
  const marks = elements.filter((e) => e.class === 'radio' || e.class === 'checkbox' || e.class === 'switch');
  return pictures.filter((p) => p.kind !== 'icon' || !marks.some((e) => within(p.box, e.box)));
}

/** Whether a box holds a ring with a clear gap inside, and a dot in its middle. */
function ringAt(pixels: Pixels, box: Box): { dot: boolean } | undefined {
  const ink = inkOf(pixels, box);
  const radius = Math.min(box.width, box.height) / 2;
  const at = (share: number, ray: number): number => {
    const angle = (ray / RAYS) * 2 * Math.PI;
    return ink(
      box.x + box.width / 2 + Math.cos(angle) * radius * share,
      box.y + box.height / 2 + Math.sin(angle) * radius * share,
    );
  };
  let ring = 0;
  let gap = 0;
  for (let ray = 0; ray < RAYS; ray++) {
    // The line is a pixel or two thick, somewhere in the outer third.
    let most = 0;
    for (let d = 0.5; d <= Math.max(2.5, radius * 0.3); d += 0.5) most = Math.max(most, at(1 - d / radius, ray));
    if (most >= INK) ring++;
    let least = 1;
    for (let share = 0.45; share <= 0.75; share += 0.05) least = Math.min(least, at(share, ray));
    if (least < GAP) gap++;
  }
  const corner = Math.max(ink(box.x, box.y), ink(box.x + box.width - 1, box.y + box.height - 1));
  if (ring < RAYS || gap < RAYS || corner > INK) return undefined;
  return { dot: at(0, 0) >= INK };
}

/** Ink at a place from 0 to 1: how far its colour is from the ground beside the box, of the farthest there is. */
function inkOf({ data, width, height }: Pixels, box: Box): (x: number, y: number) => number {
  const index = (x: number, y: number): number =>
    (Math.min(height - 1, Math.max(0, Math.floor(y))) * width + Math.min(width - 1, Math.max(0, Math.floor(x)))) * 3;
  const ground = index(box.x - 2, box.y - 2);
  const distance = (x: number, y: number): number => {
    const i = index(x, y);
    return Math.max(
      Math.abs(data[i]! - data[ground]!),
      Math.abs(data[i + 1]! - data[ground + 1]!),
      Math.abs(data[i + 2]! - data[ground + 2]!),
    );
  };
  let most = 1;
  for (let y = box.y; y < box.y + box.height; y++)
    for (let x = box.x; x < box.x + box.width; x++) most = Math.max(most, distance(x, y));
  return (x, y) => distance(x, y) / most;
}
