/** Menus that were seen in part, or not at all: links in a row at the top of a page, or in a column at its side. */
import type { Scene } from '../vision/scene.ts';
import { around, bottom, holds, middleY, right } from './boxes.ts';
import { CERTAIN } from './element-things.ts';
import { isOneOf } from './kinds.ts';
import { styleOf } from './looks.ts';
import { inRuns } from './runs.ts';
import type { Thing } from './things.ts';

const FEWEST = 3;
/** A menu that was seen holds so many entries, else it is the plate of one. */
const FEWEST_SEEN = 2;
/** Or is so wide, of the picture's width. */
const BAR = 0.6;
const MOST_WORDS = 4;
/** Entries stand this level or begin as far left, and this near each other, across and down. CSS px. */
const LEVEL = 8;
const IN_LINE = 4;
const ACROSS = 90;
const DOWN = 48;
/** Entries are set alike: share of the larger size. */
const SAME_SIZE = 0.2;
/** A row of links above this is the page's menu. CSS px. */
const TOP = 160;
const CONFIDENCE = 0.55;

/** Things with the menus that their links make, where no menu is certain. */
export function withMenus(scene: Scene, things: readonly Thing[]): Thing[] {
  const menus = things.filter(({ kind }) => kind === 'navigation');
  if (menus.some(({ confidence }) => confidence >= CERTAIN)) return [...things];
  const apart = things.filter(({ kind }) => isOneOf(['table', 'card', 'dialog'], kind));
  const words = things.filter(
    ({ kind, name, label, box }) =>
      isOneOf(['link', 'tab', 'text'], kind) &&
      name &&
      !label &&
      name.split(' ').length <= MOST_WORDS &&
      !apart.some((other) => holds(other.box, box)),
  );
  const links = words.filter(isLink);
  const within = (menu: Thing) => links.filter(({ box }) => holds(menu.box, box));
  const seen = menus.filter((menu) => within(menu).length >= FEWEST_SEEN || menu.box.width >= BAR * scene.image.width);
  const sides = things.filter(({ kind }) => kind === 'sidebar');
  const isMenu = (run: readonly Thing[]) =>
    run.every(({ box }) => bottom(box) < TOP * scene.scale) ||
    [...seen, ...sides].some((menu) => run.some(({ box }) => holds(menu.box, box)));
  // Of links that were missed only their words are left.
  const runs = inRuns(words, (a, b) => isNext(a, b, scene)).filter(
    (run) => run.length >= FEWEST && run.filter(isLink).length > run.length / 2 && isMenu(run),
  );
  const missed = new Set(runs.flat().filter(({ kind }) => kind === 'text'));
  // What was seen whole stays as it is; what was seen of a run is told by all of it.
  const whole = seen.filter((menu) => runs.every((run) => !run.some(isIn(menu)) || run.every(isIn(menu))));
  const added = runs
    .filter((run) => !whole.some((menu) => run.every(isIn(menu))))
    .map((run): Thing => {
      const text = run.map(({ name }) => name).join(' ');
      return {
        kind: 'navigation',
        name: '',
        box: around(run.map(({ box }) => box)),
        confidence: CONFIDENCE,
        text,
        state: {},
      };
    });
  const left = things
    .filter((thing) => thing.kind !== 'navigation' || whole.includes(thing))
    .map((thing): Thing => (missed.has(thing) ? { ...thing, kind: 'link', confidence: CONFIDENCE } : thing));
  return added.reduce(before, left);
}

const isLink = ({ kind }: Thing): boolean => kind === 'link' || kind === 'tab';

const isIn =
  (menu: Thing) =>
  ({ box }: Thing): boolean =>
    holds(menu.box, box);

/** A menu stands before what it holds. */
function before(things: readonly Thing[], menu: Thing): Thing[] {
  const at = things.findIndex(isIn(menu));
  return [...things.slice(0, at), menu, ...things.slice(at)];
}

function isNext(a: Thing, b: Thing, scene: Scene): boolean {
  const { scale } = scene;
  const [one, other] = [styleOf(scene, a)?.size ?? 0, styleOf(scene, b)?.size ?? 0];
  if (Math.abs(one - other) > SAME_SIZE * Math.max(one, other)) return false;
  const across = Math.max(a.box.x - right(b.box), b.box.x - right(a.box));
  if (Math.abs(middleY(a.box) - middleY(b.box)) <= LEVEL * scale) return across >= 0 && across < ACROSS * scale;
  // Words over links are their title.
  if (!isLink(a) || !isLink(b)) return false;
  const down = Math.max(a.box.y - bottom(b.box), b.box.y - bottom(a.box));
  return Math.abs(a.box.x - b.box.x) <= IN_LINE * scale && down >= 0 && down < DOWN * scale;
}
