/** Which things of a picture a selection means. */
import type { Box } from '../vision/scene.ts';
import { areaOf, gapBetween, holds, likeness, right } from './boxes.ts';
import { nameColor } from './color-names.ts';
import { entriesAmong, itemsUnder, ofOneSize } from './entries.ts';
import { colorOf, styleOf } from './looks.ts';
import { entriesOf, isOfMenu, menuItems } from './menu-items.ts';
import type { Selection } from './program.ts';
import { COLORED, leadOf, prominenceOf } from './prominence.ts';
import { GROUPS, related, TIE } from './related.ts';
import { cardOrSection } from './sections.ts';
import { towards } from './sides.ts';
import { stateOf } from './states.ts';
import type { Thing, ThingKind } from './things.ts';
import type { View } from './view.ts';
import { nameLikeness, tokens, withoutAdded } from './words.ts';
import { CONTROLS, NAMELESS, isOneOf } from './kinds.ts';

export interface Selected {
  thing: Thing;
  /** How well it answers to the selection, 0 to 1. */
  score: number;
}

/** What a person may mean by `it`: where the last answer pointed. */
export interface Memory {
  boxes: readonly Box[];
}

/** A name is found from this likeness on. */
const NAMED = 0.55;
/** Of another kind than was asked for: `button` for what is a link. */
const OTHER_KIND = 0.82;
/** Found by a text beside it that has the name: `the button for the bookstore`. */
const BESIDE = 0.72;
/** Found by its own name and that of its card, where these are most of what was said. */
const BOTH = 0.9;
const OF_CARD = 0.75;
/** Names mean what can be used before what is only said. */
const WEIGHT: Partial<Record<ThingKind, number>> = {
  button: 1,
  'text-field': 1,
  'text-area': 1,
  select: 1,
  checkbox: 1,
  radio: 1,
  switch: 1,
  slider: 1,
  tab: 1,
  link: 0.99,
  heading: 0.96,
  badge: 0.95,
};
const USUAL_WEIGHT = 0.94;
/** What is text in another role, and told of only where the role is named. */
const ROLES: readonly ThingKind[] = ['bullet', 'caption', 'quote', 'banner'];
export const isControl = ({ kind }: Thing): boolean => isOneOf(CONTROLS, kind);

const TITLES = ['heading', 'headline', 'title'];
/** People differ on which is the main or largest one. */
const MAIN = 0.78;

/** The things that are meant, the likeliest first; for a selection without a name in reading order. */
export function select(view: View, selection: Selection, memory: Memory): Selected[] {
  const found = narrowed(view, named(view, selection, memory), selection, memory);
  return pick(found, selection, view);
}

/** Those that are as likely as the first. */
export function likeliest(found: readonly Selected[]): Selected[] {
  return found.filter(({ score }) => score >= found[0]!.score - TIE);
}

function named(view: View, selection: Selection, memory: Memory): Selected[] {
  const { kinds, name, exact, it } = selection;
  if (it) return atMemory(view, memory);
  const isItems = selection.relation !== undefined && isEntry(selection);
  const single = view.things.filter(
    ({ kind, label }) => !GROUPS.includes(kind) && !(ROLES.includes(kind) && !(isItems && kind === 'bullet')) && !label,
  );
  const pool = isOfMenu(selection)
    ? entriesMeant(view, selection, memory)
    : kinds.length
      ? ofKinds(view, selection)
      : single.filter(({ kind, name: said, text }) => name || said || text || !NAMELESS.includes(kind));
  if (!name) return pool.map((thing) => ({ thing, score: 1 }));
  const found = matching(pool, name, exact);
  if (found.length) return found;
  const bare = exact ? undefined : withoutAdded(name);
  const barely = bare ? matching(pool, bare, exact) : [];
  if (barely.length || !kinds.length || selection.plural) return barely;
  const inCard = ofCards(view, pool, name);
  const beside = inCard.length ? inCard : besideNamed(view, pool, single, name, exact);
  const other = matching(single, name, exact).map(({ thing, score }) => ({ thing, score: score * OTHER_KIND }));
  return [...other, ...beside].sort((a, b) => b.score - a.score);
}

/** The entries of the menu that is named, or of the page's. */
function entriesMeant(view: View, { relation }: Selection, memory: Memory): Thing[] {
  const to = relation?.kind === 'in' ? relation.to : relation?.to.relation?.to;
  const menus = to ? select(view, { ...to, plural: true }, memory).map(({ thing }) => thing) : [];
  const [only] = menus;
  return only && to?.name ? entriesOf(view, only) : menuItems(view, menus);
}

function ofKinds({ things }: View, { kinds, noun }: Selection): Thing[] {
  const pool = things.filter((thing) => kinds.includes(thing.kind));
  // A toggle is a switch, but for who calls a box one, and a picture is no face where there are others.
  if (/toggle|switch/.test(noun)) return pool.filter(({ kind }) => kind === 'switch');
  // Options are chosen from: boxes are ticked.
  if (/option|choice/.test(noun))
    return firstFound(
      pool.filter(({ kind }) => kind === 'radio'),
      pool,
    );
  if (/picture|photo|image/.test(noun))
    return firstFound(
      pool.filter(({ kind }) => kind === 'image'),
      pool,
    );
  // A menu at the side is one that is higher than it is wide.
  if (noun === 'sidebar' || noun === 'side panel')
    return firstFound(
      pool.filter(({ kind }) => kind === 'sidebar'),
      pool.filter(({ box }) => box.height > box.width),
    );
  if (noun === 'navbar')
    return firstFound(
      pool.filter(({ kind }) => kind === 'navigation'),
      pool,
    );
  return pool;
}

const firstFound = (...each: Thing[][]): Thing[] => each.find((things) => things.length) ?? [];

/** Things whose name and card together have the name: `the add to cart button of the Ceramic mug`. */
function ofCards({ things }: View, pool: readonly Thing[], name: string): Selected[] {
  const cards = things.filter(({ kind }) => kind === 'card');
  return pool
    .flatMap((thing) => {
      const card = cards.find(({ box }) => holds(box, thing.box));
      return card ? [{ thing, score: BOTH * nameLikeness(name, `${thing.name} ${card.name}`) }] : [];
    })
    .filter(({ score }) => score >= OF_CARD)
    .sort((a, b) => b.score - a.score);
}

/** Things of the kind asked for that stand by a text of that name. */
function besideNamed(
  view: View,
  pool: readonly Thing[],
  single: readonly Thing[],
  name: string,
  exact: boolean,
): Selected[] {
  const [anchor] = matching(
    single.filter((thing) => !pool.includes(thing)),
    name,
    exact,
  );
  if (!anchor || !pool.every(({ kind }) => isOneOf(CONTROLS, kind))) return [];
  const part = cardOrSection(view, anchor.thing);
  const near = pool
    .filter((thing) => holds(part, thing.box))
    .sort((a, b) => gapBetween(a.box, anchor.thing.box) - gapBetween(b.box, anchor.thing.box));
  return near.slice(0, 1).map((thing) => ({ thing, score: BESIDE * anchor.score }));
}

/** With blanks around each word: `foo` is not in `food`. */
const asWords = (text: string): string => ` ${tokens(text).join(' ')} `;

function matching(pool: readonly Thing[], name: string, exact: boolean): Selected[] {
  const wanted = asWords(name);
  return pool
    .map((thing) => {
      const weight = WEIGHT[thing.kind] ?? USUAL_WEIGHT;
      if (exact && !asWords(`${thing.name} ${thing.text}`).includes(wanted)) return { thing, score: 0 };
      const inText =
        GROUPS.includes(thing.kind) || thing.text === thing.name ? 0 : 0.9 * nameLikeness(name, thing.text);
      return { thing, score: weight * Math.max(exact ? NAMED : 0, nameLikeness(name, thing.name), inText) };
    })
    .filter(({ score }) => score >= NAMED * USUAL_WEIGHT)
    .sort((a, b) => b.score - a.score);
}

function atMemory(view: View, { boxes }: Memory): Selected[] {
  return boxes.flatMap((box) => {
    const [best] = view.things
      .map((thing) => ({ thing, score: likeness(thing.box, box) }))
      .sort((a, b) => b.score - a.score);
    return best && best.score > 0.3 ? [{ thing: best.thing, score: 1 }] : [];
  });
}

/** `items`, `entries`, `bullets` of something. */
const isEntry = ({ kinds, noun, name, plural, ordinal }: Selection): boolean =>
  !name &&
  (plural || ordinal !== undefined) &&
  (kinds.length ? kinds.includes('bullet') : /^(?:item|entry|thing|element|)$/.test(noun));

function narrowed(view: View, found: Selected[], selection: Selection, memory: Memory): Selected[] {
  const { state, color, side, relation } = selection;
  let left = found;
  if (state) left = left.filter(({ thing }) => stateOf(thing, state.name) === state.is);
  if (color) left = left.filter(({ thing }) => isColored(view, thing, color));
  const anchorsOf = (to: Selection) =>
    select(view, to, memory)
      .slice(0, to.plural || to.it ? undefined : 1)
      .map(({ thing }) => thing);
  const titled = relation && isEntry(selection) ? titledItems(view, relation.to, memory) : [];
  if (titled.length) return titled;
  if (relation) left = related(view, left, selection, anchorsOf, isEntry(selection));
  if (relation && isEntry(selection)) left = ofFirstList(view, left);
  if (relation && isEntry(selection)) left = entriesAmong(view.scene, left).map(asEntry(selection));
  else if (relation?.kind === 'in' && selection.noun === 'link') left = ofOneSize(view.scene, left);
  if (side) left = atSide(view, left, side);
  return left;
}

/** Items of the list that has a heading of that name. */
function titledItems(view: View, to: Selection, memory: Memory): Selected[] {
  if (!to.name) return [];
  const titles = likeliest(select(view, { ...to, kinds: [], noun: '' }, memory));
  return titles.map(({ thing }) => itemsUnder(view.things, thing)).find((items) => items.length) ?? [];
}

/** What is taken for an entry without being marked as one. */
const asEntry =
  (selection: Selection) =>
  ({ thing, score }: Selected): Selected => ({
    thing,
    score: thing.kind === 'bullet' || isOfMenu(selection) ? score : score * MAIN,
  });

/** Items of the list that is nearest: what is below a heading goes on in other lists. */
function ofFirstList({ things }: View, found: readonly Selected[]): Selected[] {
  const bullets = found.filter(({ thing }) => thing.kind === 'bullet');
  const [nearest] = [...bullets].sort((a, b) => b.score - a.score || a.thing.box.y - b.thing.box.y);
  const list = nearest && things.find(({ kind, box }) => kind === 'list' && holds(box, nearest.thing.box));
  return list ? bullets.filter(({ thing }) => holds(list.box, thing.box)) : [...found];
}

/** Those that lie towards a side, the outermost first where one is meant. */
function atSide(view: View, found: readonly Selected[], side: NonNullable<Selection['side']>): Selected[] {
  const near = found
    .map((one) => ({ one, near: towards(side, one.thing.box, view.scene) }))
    .filter(({ near }) => near > 0);
  if (near.length) return near.map(({ one }) => one);
  // The leftmost of a few is the left one, wherever they stand.
  const [x, y] = [
    /left/.test(side) ? -1 : /right/.test(side) ? 1 : 0,
    /top/.test(side) ? -1 : /bottom/.test(side) ? 1 : 0,
  ];
  const outward = ({ thing }: Selected) => x * (thing.box.x + right(thing.box)) + y * thing.box.y;
  return found.length > 1 && (x || y) ? [...found].sort((a, b) => outward(b) - outward(a)).slice(0, 1) : [];
}

function isColored(view: View, thing: Thing, word: string): boolean {
  const color = colorOf(view.scene, thing);
  const wanted = word === 'gray' ? 'grey' : word;
  return color !== undefined && nameColor(color).split(' ').includes(wanted);
}

function pick(
  found: Selected[],
  { ordinal, extreme: asked, noun, name, plural, relation }: Selection,
  view: View,
): Selected[] {
  // `the heading` is the main one.
  const isMain = !plural && !name && !relation && ordinal === undefined && TITLES.includes(noun);
  const extreme = asked ?? (isMain ? 'main' : undefined);
  if (
    extreme === 'main' &&
    found.length &&
    found.every(({ thing }) => thing.kind === 'button' || thing.kind === 'link')
  ) {
    const ranked = found.map((one) => ({ one, prominence: prominenceOf(view, one.thing) }));
    const { one, prominence } = ranked.sort((a, b) => b.prominence - a.prominence)[0]!;
    return [prominence >= COLORED ? one : { ...one, score: one.score * MAIN }];
  }
  if (extreme) {
    const by = extreme === 'smallest' ? -1 : 1;
    const isText = found.some(({ thing }) => thing.kind === 'text' || thing.kind === 'heading');
    const rank = ({ thing }: Selected) =>
      isText && extreme === 'main' && thing.kind === 'heading'
        ? leadOf(view, thing) * 1e9
        : isText
          ? by * (styleOf(view.scene, thing)?.size ?? 0) * 1e7 - thing.box.y
          : by * areaOf(thing.box);
    const [best] = [...found].sort((a, b) => rank(b) - rank(a));
    return best ? [{ ...best, score: best.score * MAIN }] : [];
  }
  if (!ordinal) return found;
  const one = ordinal < 0 ? found[found.length + ordinal] : found[ordinal - 1];
  return one ? [{ ...one, score: Math.max(one.score, OTHER_KIND) }] : [];
}
