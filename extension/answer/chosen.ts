/** Which entry of a menu, tab of a row, or page of a list is the current one: the one that looks unlike its siblings. */
import type { Scene, Shape, TextStyle } from '../vision/scene.ts';
import { areaOf, bottom, holds, middleX, middleY, right, smallest } from './boxes.ts';
import { colorDifference } from './color-difference.ts';
import { overlapX, overlapY } from './css-boxes.ts';
import { styleOf } from './looks.ts';
import { inRuns } from './runs.ts';
import type { Thing, ThingKind } from './things.ts';
import { MENUS } from './kinds.ts';

/** How an entry is marked. */
type Mark = 'fill' | 'line' | 'weight' | 'color';

interface Chosen {
  thing: Thing;
  /** By what it differs, the plainest first. */
  marks: Mark[];
}

const ENTRIES: readonly ThingKind[] = ['link', 'tab', 'text'];
/** What is in these is no entry. */
const APART: readonly ThingKind[] = ['table', 'badge', 'button', 'text-field', 'select'];
/** Words of an entry, at most. */
const MOST_WORDS = 4;
/** Siblings stand this well in line, and this near each other, across and down. CSS px. */
const IN_LINE = 4;
const ACROSS = 140;
const DOWN = 64;
/** Bold letters are measured larger than they are: share of the larger size. */
const SAME_SIZE = 0.18;
const FEWEST = 2;
/** Colours this far apart look otherwise on purpose (CIEDE2000); greys of a gradient don't. */
const OTHER_FILL = 8;
const OTHER_COLOR = 9;
const OTHER_WEIGHT = 200;
/** Siblings that have to look alike, for one to stand out. */
const ALIKE = 0.6;
/** How sure one mark other than a fill is. */
const ONE_MARK = 0.8;
/** A line under a tab is this near, this thin, and covers this much of it. CSS px, and share. */
const LINE_BELOW = 20;
const LINE_HEIGHT = 5;
const LINE_COVERS = 0.7;

/** Things with the current ones of their siblings selected, where the layout told of none of them. */
export function withChosen(scene: Scene, things: readonly Thing[]): Thing[] {
  const menus = things.filter(({ kind }) => MENUS.includes(kind));
  const chosen = siblingsIn(scene, things).flatMap((among) =>
    among.some(({ state }) => state.selected) ? [] : (chosenAmong(scene, among, menus) ?? []),
  );
  return things.map((thing) => {
    const found = chosen.find((one) => one.thing === thing);
    if (!found) return thing;
    const sure = found.marks.length > 1 || found.marks[0] === 'fill' ? 1 : ONE_MARK;
    return { ...thing, confidence: thing.confidence * sure, state: { ...thing.state, selected: true } };
  });
}

interface Entry {
  thing: Thing;
  style: TextStyle;
  line: boolean;
}

/** The one that differs from all the others; undefined where none or several do. */
function chosenAmong(scene: Scene, among: readonly Thing[], menus: readonly Thing[]): Chosen | undefined {
  const entries = among.flatMap((thing): Entry[] => {
    const style = styleOf(scene, thing);
    return style ? [{ thing, style, line: !style.underline && hasLine(scene, thing, among) }] : [];
  });
  if (entries.length < FEWEST) return undefined;
  const hasPlate = (one: Entry) => plateOf(scene, one.thing, among) !== undefined;
  const signs: readonly { mark: Mark; differs(a: Entry, b: Entry): boolean; isMark(one: Entry): boolean }[] = [
    {
      mark: 'fill',
      differs: (a, b) => colorDifference(a.style.background, b.style.background) > OTHER_FILL,
      isMark: hasPlate,
    },
    { mark: 'line', differs: (a, b) => a.line !== b.line, isMark: (one) => one.line },
    {
      mark: 'weight',
      differs: (a, b) => Math.abs(a.style.weight - b.style.weight) >= OTHER_WEIGHT,
      isMark: (one) => isHeaviest(one, entries) && !isTitle(one.thing, among, menus),
    },
    {
      mark: 'color',
      differs: (a, b) => colorDifference(a.style.color, b.style.color) > OTHER_COLOR,
      // Of two, none is the odd one.
      isMark: () => entries.length > 2,
    },
  ];
  const odd = signs.flatMap(({ mark, differs, isMark }) => {
    const one = oddOneOut(entries, differs, isMark);
    return one ? [{ mark, one }] : [];
  });
  const [first] = odd;
  if (!first) return undefined;
  const marks = odd.filter(({ one }) => one === first.one).map(({ mark }) => mark);
  // Another colour or weight alone is a mark only where one goes about: elsewhere it means other things.
  const isPlain = marks.length === 1 && (marks[0] === 'color' || marks[0] === 'weight' || entries.length < 3);
  if (isPlain && !isMenu(among, menus)) return undefined;
  return { thing: first.one.thing, marks };
}

function oddOneOut(
  entries: readonly Entry[],
  differs: (a: Entry, b: Entry) => boolean,
  isMark: (one: Entry) => boolean,
): Entry | undefined {
  const odd = entries.filter((one) => isMark(one) && entries.every((other) => other === one || differs(one, other)));
  const [one] = odd;
  if (!one || odd.length > 1) return undefined;
  const others = entries.filter((entry) => entry !== one);
  const alike = Math.max(...others.map((entry) => others.filter((other) => !differs(entry, other)).length));
  return alike >= ALIKE * others.length ? one : undefined;
}

/** The first of a column is its title where that is heavier, but for a link of a menu. */
function isTitle(thing: Thing, among: readonly Thing[], menus: readonly Thing[]): boolean {
  const isColumn = among.length > 1 && middleY(among[1]!.box) > bottom(among[0]!.box);
  return isColumn && thing === among[0] && !(thing.kind === 'link' && isMenu(among, menus));
}

/** In a bar or menu, and most of them links. */
function isMenu(among: readonly Thing[], menus: readonly Thing[]): boolean {
  const links = among.filter(({ kind }) => kind === 'link' || kind === 'tab').length;
  return menus.some(({ box }) => among.every((thing) => holds(box, thing.box))) && links >= among.length / 2;
}

const isHeaviest = (one: Entry, entries: readonly Entry[]): boolean =>
  entries.every((other) => other === one || other.style.weight < one.style.weight);

/** A line right below one entry that doesn't go on below the others. */
function hasLine({ shapes, scale }: Scene, { box }: Thing, among: readonly Thing[]): boolean {
  return shapes.some((shape) => {
    const near = shape.box.y >= middleY(box) && shape.box.y - bottom(box) < LINE_BELOW * scale;
    const isThin = shape.box.height <= LINE_HEIGHT * scale && shape.box.width > 2 * shape.box.height;
    const isAlone = !among.some(
      (other) => other.box !== box && overlapY(other.box, box) > 0.5 && overlapX(other.box, shape.box) > 0.5,
    );
    return near && isThin && overlapX(box, shape.box) >= LINE_COVERS && isAlone && shape.box.width >= box.width * 0.8;
  });
}

/** Short texts in a row or a column, of one size. */
function siblingsIn(scene: Scene, things: readonly Thing[]): Thing[][] {
  const { scale } = scene;
  const others = things.filter(({ kind }) => APART.includes(kind));
  const entries = things.filter(
    ({ kind, name, label, box }) =>
      ENTRIES.includes(kind) &&
      /[\p{L}\p{N}]/u.test(name) &&
      !label &&
      name.split(' ').length <= MOST_WORDS &&
      !others.some((other) => holds(other.box, box)),
  );
  const grounds = new Map(entries.map((thing) => [thing, groundOf(scene, thing, entries)]));
  const sizes = new Map(entries.map((thing) => [thing, styleOf(scene, thing)?.size ?? 0]));
  const isNext = (a: Thing, b: Thing): 'row' | 'column' | undefined => {
    if (
      Math.abs(sizes.get(a)! - sizes.get(b)!) > SAME_SIZE * Math.max(sizes.get(a)!, sizes.get(b)!) ||
      grounds.get(a) !== grounds.get(b)
    )
      return undefined;
    const level = Math.abs(middleY(a.box) - middleY(b.box)) <= IN_LINE * scale;
    const across = Math.max(a.box.x - right(b.box), b.box.x - right(a.box));
    if (level && across < ACROSS * scale && across >= 0) return 'row';
    const lined = Math.min(Math.abs(a.box.x - b.box.x), Math.abs(middleX(a.box) - middleX(b.box))) <= IN_LINE * scale;
    const down = Math.max(a.box.y - bottom(b.box), b.box.y - bottom(a.box));
    return lined && down < DOWN * scale && down >= 0 ? 'column' : undefined;
  };
  return (['row', 'column'] as const)
    .flatMap((way) => inRuns(entries, (a, b) => isNext(a, b) === way))
    .filter((group) => group.length >= FEWEST && !isTableLike(group, entries, scale));
}

/** The smallest shape around a thing and one of its like, by id. */
function groundOf({ shapes }: Scene, thing: Thing, entries: readonly Thing[]): string | undefined {
  return smallest(
    shapes
      .filter((shape) => holds(shape.box, thing.box) && areaOf(shape.box) > areaOf(thing.box))
      .filter((shape) => entries.some((other) => other !== thing && holds(shape.box, other.box))),
  )?.id;
}

/** Columns of a table have neighbours on both sides, row by row: they are no menu. */
function isTableLike(group: readonly Thing[], entries: readonly Thing[], scale: number): boolean {
  const withNeighbour = group.filter((thing) =>
    entries.some(
      (other) =>
        !group.includes(other) &&
        other.kind === 'text' &&
        Math.abs(middleY(other.box) - middleY(thing.box)) <= IN_LINE * scale,
    ),
  );
  const isColumn = Math.abs(group[0]!.box.x - group[1]!.box.x) <= IN_LINE * scale;
  return isColumn && withNeighbour.length > group.length / 2 && group.every(({ kind }) => kind === 'text');
}

/** The smallest filled shape around a thing that holds none of its siblings. */
function plateOf(scene: Scene, thing: Thing, siblings: readonly Thing[]): Shape | undefined {
  return smallest(
    scene.shapes
      .filter((shape) => shape.fill && holds(shape.box, thing.box) && areaOf(shape.box) > areaOf(thing.box))
      .filter((shape) => !siblings.some((other) => other !== thing && holds(shape.box, other.box))),
  );
}
