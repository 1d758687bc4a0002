/** Lists and their items: by what the layout tells of, and by the marks before lines. */
import type { Design } from '../layout/design.ts';
import { nodesIn, textsOf, wordsOf } from '../layout/tree.ts';
import type { Box, Scene, TextLine } from '../vision/scene.ts';
import { around, bottom, holds, middleY, right } from './boxes.ts';
import { overlapX } from './css-boxes.ts';
import { plain } from './plain.ts';
import type { Thing } from './things.ts';

/** Items of lists are told of with this: what looks like one may be no list to a person, and one without marks looks like none. */
const CONFIDENCE = 0.75;
/** A mark is no larger than this, and this near before its line. CSS px. */
const MARK = 10;
const MARK_NEAR = 26;
const NUMBERED = /^(?:\d{1,2}[.)]|[•◦▪‣·])\s+(?=\S)/;
/** Lines of one item, and its next one, are this near, in heights of a line. */
const NEXT_LINE = 1.1;
const NEXT_ITEM = 2.5;
const FEWEST = 2;
/** A heading names a list this far below it. CSS px. */
const TITLE = 60;

/** Items and the lists around them; `things` are all others. */
export function listsOf(scene: Scene, design: Design, things: readonly Thing[]): Thing[] {
  const menus = things.filter(({ kind }) => kind === 'navigation' || kind === 'table');
  const isFree = ({ box }: Thing) => !menus.some((menu) => holds(menu.box, box));
  const marked = markedItems(scene);
  const isNew = ({ box }: Thing) =>
    !marked.flat().some((item) => overlapX(item.box, box) > 0.5 && holds(box, item.box));
  const laid = laidLists(design).map((items) => items.filter((item) => isFree(item) && isNew(item)));
  const all = [...marked, ...laid].filter((items) => items.length >= FEWEST);
  return all.flatMap((items) => {
    const box = around(items.map((item) => item.box));
    return [thing('list', titleOf(scene, box, things), items.map(({ text }) => text).join(' '), box), ...items];
  });
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
  const items = first.map((line) => itemFrom(line, scene.lines, first));
  const groups: Thing[][] = [];
  items.forEach((item, i) => {
    const { height } = first[i]!.box;
    const group = groups.find((ones) => {
      const last = ones.at(-1)!;
      const gap = item.box.y - bottom(last.box);
      return Math.abs(last.box.x - item.box.x) <= 4 * scale && gap > -2 && gap < NEXT_ITEM * height;
    });
    if (group) group.push(item);
    else groups.push([item]);
  });
  return groups;
}

function itemFrom(start: TextLine, lines: readonly TextLine[], starts: readonly TextLine[]): Thing {
  const own = [start];
  for (const line of [...lines].sort((a, b) => a.box.y - b.box.y)) {
    const last = own.at(-1)!;
    const gap = line.box.y - bottom(last.box);
    const isNext = line.box.y > start.box.y + start.box.height / 2 && gap < NEXT_LINE * start.box.height;
    if (isNext && !starts.includes(line) && Math.abs(line.box.x - own[0]!.box.x) < 2 * start.box.height)
      if (overlapX(line.box, start.box) > 0 && line.box.x >= start.box.x - 2) own.push(line);
  }
  const text = own.map((line) => line.text).join(' ').replace(NUMBERED, ''); // prettier-ignore
  return thing('bullet', text, text, around(own.map(({ box }) => box)));
}

/** The heading right above a list. */
function titleOf({ scale }: Scene, box: Box, things: readonly Thing[]): string {
  const [nearest] = things
    .filter(({ kind }) => kind === 'heading')
    .filter((one) => bottom(one.box) <= box.y + 4 && box.y - bottom(one.box) < TITLE * scale)
    .filter((one) => one.box.x < right(box) && right(one.box) > box.x - 40 * scale)
    .sort((a, b) => b.box.y - a.box.y);
  return nearest?.text ?? '';
}
