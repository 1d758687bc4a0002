/** Answers about room: between things, between repeated things, and within them. All lengths in CSS pixels. */
import type { Box } from '../vision/scene.ts';
import { areaOf, bottom, gapBetween, holds, likeness, middleX, middleY, right } from './boxes.ts';
import { overlapX, overlapY } from './css-boxes.ts';
import { decline } from './decline.ts';
import { called, fact, NOUN_OF, say } from './facts.ts';
import { forOne, missing } from './one.ts';
import type { Subject } from './one.ts';
import { listed, plural } from './plain.ts';
import type { Selection } from './program.ts';
import type { Reply } from './reply.ts';
import { select } from './select.ts';
import type { Selected } from './select.ts';

/** Gaps of a row or column that differ by less are one gap, measured. CSS px. */
const SAME_GAP = 2;
/** Things further apart than this aren't neighbours. CSS px. */
const NEIGHBOURS = 200;
/** A shape draws a thing from this IoU on. */
const SAME_BOX = 0.8;
/** Repeated things are as wide as one another, within this share. */
const SAME_WIDTH = 0.1;

/** How far apart two things are, edge to edge. */
export function distance(a: Selection, b: Selection, subject: Subject): Reply {
  const { view, picture, memory } = subject;
  const [one] = select(view, a, memory);
  const other = select(view, b, memory).find(({ thing }) => thing !== one?.thing);
  if (!one || !other) return decline(view, missing(one ? b : a));
  const pixels = Math.round(gapBetween(one.thing.box, other.thing.box) / view.scene.scale);
  return {
    parts: [
      say(`The ${called(one.thing)} and the ${called(other.thing)} are `),
      fact(`${pixels} px`, picture, [one, other]),
      say(' apart.'),
    ],
    value: { kind: 'length', pixels },
  };
}

interface Gap {
  pixels: number;
  between: [Selected, Selected];
}

/** How far apart things of a kind are: in their rows, else in their columns. */
export function gaps(of: Selection, subject: Subject): Reply {
  const { view, picture, memory } = subject;
  const found = select(view, { ...of, plural: true }, memory);
  const across = gapsAcross(found, view.scene.scale);
  const down = gapsDown(found, view.scene.scale);
  const main = across.length ? across : down;
  const [first] = main;
  const noun = plural(of.noun || (found[0] ? NOUN_OF[found[0].thing.kind] : 'thing'));
  if (!first) return decline(view, found.length ? `two ${noun} beside each other` : missing({ ...of, noun }));
  const values = [...new Set(main.map(({ pixels }) => pixels))];
  const isEven = Math.max(...values) - Math.min(...values) <= SAME_GAP;
  const pixels = isEven ? commonest(main) : first.pixels;
  const said = isEven ? `${pixels} px` : listed(values.map((value) => `${value} px`));
  const evidence = [...new Set(main.flatMap(({ between }) => between))];
  const rows = across.length && down.length ? `, and their rows ${commonest(down)} px` : '';
  return {
    parts: [say(`The ${noun} are `), fact(said, picture, evidence), say(` apart${rows}.`)],
    value: { kind: 'length', pixels },
    confidence: (isEven ? 0.9 : 0.4) * Math.min(1, ...evidence.map(({ score }) => score)),
  };
}

function commonest(all: readonly Gap[]): number {
  const counts = Map.groupBy(all, ({ pixels }) => pixels);
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]![0];
}

/** Between neighbours in a row, from left to right. */
function gapsAcross(found: readonly Selected[], scale: number): Gap[] {
  return between(found, scale, (a, b) => (overlapY(a, b) > 0.5 ? b.x - right(a) : undefined));
}

function gapsDown(found: readonly Selected[], scale: number): Gap[] {
  return between(found, scale, (a, b) => (overlapX(a, b) > 0.5 ? b.y - bottom(a) : undefined));
}

/** `gapOf` in image pixels, undefined where the second isn't after the first. */
function between(found: readonly Selected[], scale: number, gapOf: (a: Box, b: Box) => number | undefined): Gap[] {
  return found.flatMap((one) => {
    const next = found
      .flatMap((other) => {
        const gap = other === one ? undefined : gapOf(one.thing.box, other.thing.box);
        return gap === undefined || gap < 0 || gap > NEIGHBOURS * scale ? [] : [{ other, gap }];
      })
      .sort((a, b) => a.gap - b.gap)[0];
    return next ? [{ pixels: Math.round(next.gap / scale), between: [one, next.other] }] : [];
  });
}

/** From a thing's edges to what is in it. Heights are measured to the ink of letters, so left and right are told first. */
export function padding(of: Selection, subject: Subject): Reply {
  const { view, picture } = subject;
  const { scene } = view;
  return forOne(of, subject, (one) => {
    const { box } = one.thing;
    const content = [...scene.lines, ...scene.pictures, ...scene.elements]
      .map((inner) => inner.box)
      .filter((inner) => isWithin(inner, box));
    if (!content.length) return decline(view, `anything in the ${called(one.thing)}`);
    const border = scene.shapes.find((shape) => likeness(shape.box, box) > SAME_BOX)?.border;
    const px = (length: number, side: 'left' | 'right' | 'top' | 'bottom') =>
      Math.max(0, Math.round(length / scene.scale - (border?.[side]?.width ?? 0)));
    const sides = {
      left: px(Math.min(...content.map((inner) => inner.x)) - box.x, 'left'),
      right: px(right(box) - Math.max(...content.map(right)), 'right'),
      top: px(Math.min(...content.map((inner) => inner.y)) - box.y, 'top'),
      bottom: px(bottom(box) - Math.max(...content.map(bottom)), 'bottom'),
    };
    const told = Object.entries(sides).map(([side, length]) => `${length} px at the ${side}`);
    return {
      parts: [say(`In the ${called(one.thing)} there are `), fact(listed(told), picture, [one]), say('.')],
      value: { kind: 'length', pixels: Math.min(sides.left, sides.right) },
      confidence: 0.7,
    };
  });
}

const isWithin = (inner: Box, box: Box): boolean =>
  holds(box, inner) && areaOf(inner) < areaOf(box) * 0.9 && inner.x >= box.x - 1 && right(inner) <= right(box) + 1;

/** How many of a kind stand beside each other in the first row of several. */
export function perRow(of: Selection, subject: Subject): Reply {
  const { view, picture, memory } = subject;
  const found = repeated(select(view, { ...of, plural: true }, memory));
  const rows = rowsOf(found);
  const most = Math.max(0, ...rows.map((row) => row.length));
  const noun = of.noun || (found[0] ? NOUN_OF[found[0].thing.kind] : 'thing');
  if (most < 1) return decline(view, missing({ ...of, noun }));
  const counts = rows.map((row) => row.length);
  // The last row may have room left.
  const isEven = counts.slice(0, -1).every((count) => count === most) && counts.at(-1)! <= most;
  const told = isEven ? `${most}` : listed(counts.map(String));
  return {
    parts: [
      say(`In a row there ${most === 1 ? 'is' : 'are'} `),
      fact(told, picture, rows[0]!),
      say(` of ${found.length} ${plural(noun)}.`),
    ],
    value: { kind: 'number', number: isEven ? most : rows[0]!.length },
    confidence: isEven ? 0.85 : 0.4,
  };
}

/** Those that are as wide as most of them. */
function repeated(found: readonly Selected[]): Selected[] {
  const alike = found.map((one) =>
    found.filter(({ thing }) => Math.abs(thing.box.width - one.thing.box.width) <= SAME_WIDTH * one.thing.box.width),
  );
  return alike.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** Things by the rows they stand in, from top to bottom. */
function rowsOf(found: readonly Selected[]): Selected[][] {
  const rows: Selected[][] = [];
  for (const one of [...found].sort((a, b) => middleY(a.thing.box) - middleY(b.thing.box))) {
    const row = rows.find(([first]) => overlapY(first!.thing.box, one.thing.box) > 0.5);
    if (row) row.push(one);
    else rows.push([one]);
  }
  return rows.map((row) => row.sort((a, b) => middleX(a.thing.box) - middleX(b.thing.box)));
}
