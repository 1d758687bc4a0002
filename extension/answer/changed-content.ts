/** What is only in one of two pictures. */
import type { Box, Element, Picture, Scene, Shape, TextLine } from '../vision/scene.ts';
import { areaOf, around, bottom, gapBetween, holds, likeness } from './boxes.ts';
import { cssBox, overlapX, overlapY, shifted } from './css-boxes.ts';
import type { Shift } from './css-boxes.ts';
import type { Difference } from './differences.ts';
import { NOUN_OF } from './facts.ts';
import { nameElement, sentence, textIn } from './matched.ts';
import type { Matched } from './matched.ts';
import { shiftsAt } from './pairing.ts';
import type { Pairing, Placed } from './pairing.ts';
import { counted, quoted } from './plain.ts';

/** One side of a comparison: its picture, what only it holds, and what both hold. */
interface Side {
  kind: 'added' | 'removed';
  scene: Scene;
  lines: Placed<TextLine>[];
  elements: Placed<Element>[];
  shapes: Placed<Shape>[];
  pictures: Placed<Picture>[];
  /** Lines that the other picture has too. */
  kept: Placed<TextLine>[];
  others: Scene;
  /** Where things around a box lie in the other picture. */
  shiftsTo(box: Box): Shift[];
}

/** Below these probabilities a reading or a box may be noise. */
const READ = 0.6;
const SEEN = 0.6;
/** A box belongs to its content if so much of the text in it is new. */
const OWN_SHARE = 0.8;
/** Smaller pictures are marks. CSS px. */
const LEAST_PICTURE = 8;
/** An icon this near to what is new belongs to it. CSS px. */
const BESIDE = 24;
/** Lines this near, in heights, are one block. */
const LEADING = 1.3;
/** These speak through the text in them. */
const SPEAKING: readonly Element['class'][] = [
  'button',
  'link',
  'tab',
  'badge',
  'card',
  'dialog',
  'table',
  'navigation',
];

export function comings(matched: Matched): Difference[] {
  return [...ofSide(sideOf(matched, 'removed')), ...ofSide(sideOf(matched, 'added'))];
}

function sideOf({ a, b, lines, elements, shapes, pictures }: Matched, kind: 'added' | 'removed'): Side {
  const from = <T>(pairing: Pairing<T>) => pairing[kind];
  const anchors =
    kind === 'removed' ? lines.pairs : lines.pairs.map(({ before, after }) => ({ before: after, after: before }));
  return {
    kind,
    scene: kind === 'added' ? b : a,
    others: kind === 'added' ? a : b,
    shiftsTo: (box) => shiftsAt(box, anchors),
    lines: lines[kind].filter((line) => isRead(line) && !isMissedMark(line, shapes)),
    elements: from(elements).filter(({ of }) => of.confidence >= SEEN),
    shapes: from(shapes),
    pictures: from(pictures).filter(({ of, box }) => of.confidence >= SEEN && box.width >= LEAST_PICTURE),
    kept: lines.pairs.map((pair) => pair[kind === 'added' ? 'after' : 'before']),
  };
}

const isRead = ({ of }: Placed<TextLine>): boolean =>
  of.confidence >= READ && /[\p{L}\p{N}]/u.test(of.text) && of.words.some(({ confidence }) => confidence >= READ);

/** A figure or two in a badge that is in both pictures is read in one of them only now and then. */
function isMissedMark({ of, box }: Placed<TextLine>, { pairs }: Pairing<Shape>): boolean {
  const isMark = (shape: Placed<Shape>) => holds(shape.box, box) && areaOf(shape.box) < 10 * areaOf(box);
  return of.text.length <= 2 && pairs.some(({ before, after }) => isMark(before) || isMark(after));
}

function ofSide(side: Side): Difference[] {
  const wholes = blocksOf(side);
  const told = wholes.map(({ box }) => box);
  const isTold = ({ of, box }: Placed<Element>) =>
    told.some((block) => holds(block, box) || (of.class === 'icon' && gapBetween(block, box) < BESIDE));
  const silent = side.elements.filter((one) => !SPEAKING.includes(one.of.class) && !isTold(one) && isNew(one, side));
  const names = silent.map((one) => ({
    box: one.of.box,
    name: nameElement(side.scene, one.of),
    value: NOUN_OF[one.of.class],
  }));
  const taken = [...told, ...silent.map(({ box }) => box)];
  const pictures = side.pictures
    .filter((one) => !taken.some((box) => gapBetween(box, one.box) < BESIDE) && isNewPicture(one, side))
    .map(({ of }) => ({
      box: of.box,
      name: `${of.kind === 'icon' ? 'an' : 'a'} ${NOUN_OF[of.kind]}`,
      value: NOUN_OF[of.kind],
    }));
  return [...wholes.map((block) => ({ ...block, box: inImage(block.box, side.scene) })), ...names, ...pictures].map(
    ({ box, name, value }) => ({
      kind: side.kind,
      what: sentence(`${side.kind === 'added' ? 'new' : 'gone'}: ${name}`),
      [side.kind === 'added' ? 'after' : 'before']: { box, value },
    }),
  );
}

const inImage = (box: Box, { scale }: Scene): Box => ({
  x: box.x * scale,
  y: box.y * scale,
  width: box.width * scale,
  height: box.height * scale,
});

/** Whether the shape that draws it is new too: else it was only made out better. */
const isNew = ({ of }: Placed<Element>, { shapes }: Side): boolean =>
  !of.shape || shapes.some((shape) => shape.of.id === of.shape);

/** Whether it isn't a piece, or the whole, of what was cut otherwise, nor letters taken for a picture. */
function isNewPicture({ of, box }: Placed<Picture>, { others, scene, shiftsTo }: Side): boolean {
  const places = shiftsTo(box).map((shift) => shifted(box, shift));
  const isCut = others.pictures.some((one) => {
    const there = cssBox(one.box, others.scale);
    return places.some((place) => holds(there, place) || holds(place, there));
  });
  return !isCut && !scene.lines.some((line) => likeness(line.box, of.box) > 0.3);
}

interface Block {
  /** CSS px. */
  box: Box;
  name: string;
  value: string;
}

/** New lines that belong together: in a box of their own, in one row, or one below the other. */
function blocksOf(side: Side): Block[] {
  const drawn = side.elements.filter((one) => isNew(one, side));
  const own = [...drawn, ...side.shapes].filter((one) => isOwnBox(one.box, side));
  const containers = own
    .filter(({ box }) => side.lines.filter((line) => holds(box, line.box)).length > 1)
    .sort((x, y) => areaOf(y.box) - areaOf(x.box));
  const groups: Placed<TextLine>[][] = [];
  const boxes = new Map<Placed<TextLine>[], Placed<Element | Shape>>();
  const left = new Set(side.lines);
  for (const container of containers) {
    const lines = [...left].filter((line) => holds(container.box, line.box));
    if (!lines.length) continue;
    for (const line of lines) left.delete(line);
    groups.push(lines);
    boxes.set(lines, container);
  }
  for (const line of left) {
    const near = groups.filter((group) => !boxes.has(group) && group.some((other) => isTogether(line, other, side)));
    const merged = [...near.flat(), line];
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.map((group) => {
    const alone = group.length === 1 ? own.find(({ box }) => holds(box, group[0]!.box)) : undefined;
    return named(group, boxes.get(group) ?? alone, side);
  });
}

/** Whether a box came or went with what is in it. */
function isOwnBox(box: Box, { lines, kept }: Side): boolean {
  const own = lines.filter((line) => holds(box, line.box)).length;
  const old = kept.filter((line) => holds(box, line.box)).length;
  return own > 0 && own >= OWN_SHARE * (own + old);
}

function isTogether(a: Placed<TextLine>, b: Placed<TextLine>, { kept }: Side): boolean {
  const inRow = overlapY(a.box, b.box) > 0.5;
  const between = around([a.box, b.box]);
  // Cells of a row are far apart, with nothing but cells of it between them.
  if (inRow) return !kept.some(({ box }) => holds(between, box) && overlapY(box, a.box) > 0.3);
  const gap = Math.max(a.box.y, b.box.y) - Math.min(bottom(a.box), bottom(b.box));
  const isBelow = overlapX(a.box, b.box) > 0 && gap < LEADING * Math.max(a.box.height, b.box.height);
  return isBelow && gapBetween(a.box, b.box) >= 0;
}

function named(
  lines: readonly Placed<TextLine>[],
  container: Placed<Element | Shape> | undefined,
  { scene }: Side,
): Block {
  const said = textIn(lines.toSorted((x, y) => (overlapY(x.box, y.box) > 0.5 ? x.box.x - y.box.x : x.box.y - y.box.y)));
  const [first] = lines;
  const more = lines.length - 1;
  const text = `the text ${quoted(first!.of.text, 60)}${more ? ` and ${counted(more, 'line')} by it` : ''}`;
  if (!container) return { box: around(lines.map(({ box }) => box)), name: text, value: said };
  const { of, box } = container;
  const name = 'class' in of ? nameElement(scene, of) : `a box with ${text}`;
  return { box, name, value: said };
}
