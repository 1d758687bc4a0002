/** Entries of menus: the links of a page's navigation without its brand. */
import { areaOf, holds, right } from './boxes.ts';
import { styleOf } from './looks.ts';
import type { Selection } from './program.ts';
import type { Thing, ThingKind } from './things.ts';
import type { View } from './view.ts';
import { MENUS } from './kinds.ts';

const ENTRIES: readonly ThingKind[] = ['link', 'tab'];
const MENU_NOUNS = /^(?:menu|nav|navigation|sidebar) (?:item|entry|link|option)$/;
const ENTRY_NOUNS = /^(?:item|entry|link|option|element|point|)$/;
/** A brand is set so much larger than entries are. */
const LARGER = 1.15;
/** And stands so much farther from them than they do from each other, at least CSS px. */
const APART = 1.5;
const LEAST_GAP = 16;
const FEWEST = 2;

/** Whether a selection means the entries of a menu: `menu items`, `the third item in the menu`, `what comes after Shop in the menu`. */
export function isOfMenu({ noun, kinds, relation }: Selection): boolean {
  if (MENU_NOUNS.test(noun)) return true;
  const isEntry = ENTRY_NOUNS.test(noun) && kinds.every((kind) => ENTRIES.includes(kind));
  if (!isEntry || !relation) return false;
  if (relation.kind === 'in') return isMenu(relation.to);
  return relation.to.relation?.kind === 'in' && isMenu(relation.to.relation.to);
}

const isMenu = ({ kinds }: Selection): boolean => kinds.some((kind) => kind === 'navigation' || kind === 'sidebar');

/** The entries of the menu that has most of them, in reading order; of those in `menus`, where there are any. */
export function menuItems(view: View, menus: readonly Thing[] = []): Thing[] {
  const bars = menus.length ? menus : view.things.filter(({ kind }) => kind === 'navigation');
  const others = view.things.filter(({ kind }) => MENUS.includes(kind));
  for (const group of [bars, others]) {
    const [best] = group
      .map((menu) => ({ menu, entries: entriesOf(view, menu) }))
      .filter(({ entries }) => entries.length >= FEWEST)
      .sort((a, b) => b.entries.length - a.entries.length || areaOf(a.menu.box) - areaOf(b.menu.box));
    if (best) return best.entries;
  }
  return [];
}

/** Links in a menu that are set alike: without the brand, which is larger, or outside the menu within the bar. */
export function entriesOf(view: View, menu: Thing): Thing[] {
  const inner = view.things.filter(
    (other) =>
      other.kind === 'navigation' &&
      other !== menu &&
      holds(menu.box, other.box) &&
      areaOf(other.box) < areaOf(menu.box),
  );
  const links = view.things.filter(({ kind, box, name }) => ENTRIES.includes(kind) && name && holds(menu.box, box));
  const [innermost] = inner
    .map((nav) => links.filter(({ box }) => holds(nav.box, box)))
    .sort((a, b) => b.length - a.length);
  if (innermost && innermost.length >= FEWEST) return innermost;
  const sizes = new Map(links.map((link) => [link, styleOf(view.scene, link)?.size ?? 0] as const));
  const [middle = 0] = [...sizes.values()].sort((a, b) => a - b).slice(Math.floor(links.length / 2));
  const gaps = links.slice(1).map((link, i) => link.box.x - right(links[i]!.box));
  const [usual = 0] = gaps.slice(1).sort((a, b) => b - a);
  const standsApart = gaps[0]! > APART * Math.max(usual, LEAST_GAP * view.scene.scale);
  const weights = links.map((link) => styleOf(view.scene, link)?.weight ?? 0);
  // The current entry may be the heaviest, too, but there is only one.
  const isHeaviest = weights.slice(1).every((weight) => weight < weights[0]!) && !links[0]?.state.selected;
  const isApart = standsApart || (isHeaviest && links.some(({ state }) => state.selected));
  const isBrand = (link: Thing, i: number) =>
    i === 0 && links.length > FEWEST && (isApart || sizes.get(link)! > LARGER * middle);
  return links.filter((link, i) => !isBrand(link, i));
}
