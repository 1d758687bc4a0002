/** Lists and their items: by what the layout tells of, and by the marks before lines. */
import type { Design } from '../layout/design.ts';
import { nodesIn, textsOf, wordsOf } from '../layout/tree.ts';
import type { Box, Scene, TextLine } from '../vision/scene.ts';
import { around, bottom, holds, middleY, right } from './boxes.ts';
import { overlapX } from './css-boxes.ts';
import { styleOf } from './looks.ts';
import { plain } from './plain.ts';
import type { Thing } from './things.ts';

/** Items of lists are told of with this: what looks like one may be no list to a person, and one without marks looks like none. */
const CONFIDENCE = 0.75;
/** A mark is no larger than this, and this near before its line. CSS px. */
const MARK = 10;
const MARK_NEAR = 26;
const NUMBERED = /^(?:\d{1,2}[.)]|[ivx]{1,5}[.)]|[a-h][.)]|[•◦▪‣·])\s+(?=\S)/;
/** Lines of one item, and its next one, are this near, in heights of a line. */
const NEXT_LINE = 1.1;
const NEXT_ITEM = 2.5;
const FEWEST = 2;
/** Lines farther apart than those before, by this, begin another list. */
const OTHER_LIST = 1.4;
/** Items that begin within so many CSS px of each other are in one column. */
const COLUMN = 4;
/** Two boxes show one item where they share this much of the lower one's height. */
const SAME_ITEM = 0.5;
/** A heading names a list this far below it. CSS px. */
const TITLE = 60;
const MOST_TITLE_WORDS = 6;
const BOLD = 600;

/** Items and the lists around them; `things` are all others. */
export function listsOf(scene: Scene, design: Design, things: readonly Thing[]): Thing[] {
  const menus = things.filter(({ kind }) => kind === 'navigation' || kind === 'table');
  // What stands in a bar without a title is a menu, seen or not.
  const bars = things.filter(({ kind }) => kind === 'sidebar');
  const isFree = ({ box }: Thing) => !menus.some((menu) => holds(menu.box, box));
  const marked = markedItems(scene);
  const isNew = ({ box }: Thing) => !marked.flat().some((item) => isSameItem(item.box, box));
  const laid = laidLists(design).map((items) => items.filter((item) => isFree(item) && isNew(item)));
  const all = [...marked, ...laid].filter((items) => items.length >= FEWEST);
  return all.flatMap((items) => {
    const box = around(items.map((item) => item.box));
    const title = titleOf(scene, box, things);
    if (!title && bars.some((bar) => holds(bar.box, box))) return [];
    return [thing('list', title, items.map(({ text }) => text).join(' '), box), ...items];
  });
}

function isSameItem(a: Box, b: Box): boolean {
  const shared = Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y);
  return overlapX(a, b) > 0.5 && shared > SAME_ITEM * Math.min(a.height, b.height);
}

const thing = (kind: 'list' | 'bullet', name: string, text: string, box: Box): Thing => ({
  kind,
  name: plain(name),
  box,
  confidence: CONFIDENCE,
  text,
  state: {},
});

function laidLists(design: Design): Thing[][] {
  return [...nodesIn(design.root)].flatMap(({ node }) => {
    if (node.kind !== 'box' || (node.tag !== 'ul' && node.tag !== 'ol')) return [];
    const items = node.children.filter(
      (child) => (child.kind === 'text' || child.kind === 'box') && child.tag === 'li',
    );
    return [
      items.map((item) => {
        const text = textsOf(item).map(wordsOf).filter(Boolean).join(' ');
        return thing('bullet', text, text, item.source);
      }),
    ];
  });
}

/** Lines with a dot or number before them, each with the lines that go on below it. */
function markedItems(scene: Scene): Thing[][] {
  const { scale } = scene;
  const marks = scene.shapes.filter(({ box }) => Math.max(box.width, box.height) <= MARK * scale).map(({ box }) => box);
  const isMarked = (line: TextLine) =>
    NUMBERED.test(line.text) ||
    marks.some(
      (mark) =>
        right(mark) <= line.box.x &&
        line.box.x - right(mark) <= MARK_NEAR * scale &&
        Math.abs(middleY(mark) - middleY(line.box)) < line.box.height / 2,
    );
  const first = scene.lines.filter(isMarked).sort((a, b) => a.box.y - b.box.y);
  const groups: MarkedItem[][] = [];
  for (const item of first.map((line) => itemFrom(line, scene.lines, first))) {
    const group = groups.find((ones) => goesOn(ones, item, scale));
    if (group) group.push(item);
    else groups.push([item]);
  }
  return groups.map((items) => items.map(({ thing: one }) => one));
}

/** An item with its first and last line. */
interface MarkedItem {
  thing: Thing;
  lines: readonly [TextLine, TextLine];
}

/** Whether an item is the next one of a list. */
function goesOn(items: readonly MarkedItem[], item: MarkedItem, scale: number): boolean {
  const last = items.at(-1)!;
  const [start] = item.lines;
  const gap = start.box.y - bottom(last.thing.box);
  if (Math.abs(startOf(last.lines[0]) - startOf(start)) > COLUMN * scale) return false;
  if (gap <= -2 || gap >= NEXT_ITEM * start.box.height) return false;
  const pitches = items.slice(1).map((one, i) => pitch(items[i]!, one));
  return !pitches.length || pitch(last, item) <= OTHER_LIST * Math.max(...pitches);
}

/** From the last line of one item to the first of another, middle to middle. */
const pitch = ({ lines: [, last] }: MarkedItem, { lines: [first] }: MarkedItem): number =>
  middleY(first.box) - middleY(last.box);

/** Where a line's words begin, without its number. */
const startOf = ({ box, text, words }: TextLine): number =>
  (NUMBERED.test(text) ? words[1]?.box.x : undefined) ?? box.x;

function itemFrom(start: TextLine, lines: readonly TextLine[], starts: readonly TextLine[]): MarkedItem {
  const own: [TextLine, ...TextLine[]] = [start];
  for (const line of [...lines].sort((a, b) => a.box.y - b.box.y)) {
    const last = own.at(-1)!;
    const gap = line.box.y - bottom(last.box);
    const isNext = line.box.y > start.box.y + start.box.height / 2 && gap < NEXT_LINE * start.box.height;
    if (isNext && !starts.includes(line) && Math.abs(line.box.x - start.box.x) < 2 * start.box.height)
      if (overlapX(line.box, start.box) > 0 && line.box.x >= start.box.x - 2) own.push(line);
  }
  const text = own.map((line) => line.text).join(' ').replace(NUMBERED, ''); // prettier-ignore
  return { thing: thing('bullet', text, text, around(own.map(({ box }) => box))), lines: [start, own.at(-1)!] };
}

/** The heading right above a list. */
function titleOf(scene: Scene, box: Box, things: readonly Thing[]): string {
  const { scale } = scene;
  const [nearest] = things
    .filter((one) => one.kind === 'heading' || isTitle(one, scene))
    .filter((one) => bottom(one.box) <= box.y + 4 && box.y - bottom(one.box) < TITLE * scale)
    .filter((one) => one.box.x < right(box) && right(one.box) > box.x - 40 * scale)
    .sort((a, b) => b.box.y - a.box.y);
  return nearest?.text ?? '';
}

/** Few words in bold letters. */
function isTitle({ kind, text, box }: Thing, scene: Scene): boolean {
  if (kind !== 'text' || text.split(' ').length > MOST_TITLE_WORDS) return false;
  return (styleOf(scene, { box })?.weight ?? 0) >= BOLD;
}
