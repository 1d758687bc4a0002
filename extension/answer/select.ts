/** Which things of a picture a selection means. */
import type { Box } from '../vision/scene.ts';
import { areaOf, gapBetween, likeness } from './boxes.ts';
import { nameColor } from './color-names.ts';
import { colorOf } from './looks.ts';
import type { Selection, StateName } from './program.ts';
import { isRelated } from './relate.ts';
import type { Thing, ThingKind } from './things.ts';
import type { View } from './view.ts';
import { nameLikeness, normalized, withoutAdded } from './words.ts';

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
const NAMED = 0.6;
/** Of another kind than was asked for: `button` for what is a link. */
const OTHER_KIND = 0.82;
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
/** What holds other things is meant only where its kind is named. */
const GROUPS: readonly ThingKind[] = ['card', 'dialog', 'navigation', 'table'];
const TITLES = ['heading', 'headline', 'header', 'title'];
/** Scores this near are both meant. */
const TIE = 0.04;

/** The things that are meant, the likeliest first; for a selection without a name in reading order. */
export function select(view: View, selection: Selection, memory: Memory): Selected[] {
  const found = narrowed(view, named(view, selection, memory), selection, memory);
  return pick(found, selection);
}

/** Those that are as likely as the first. */
export function likeliest(found: readonly Selected[]): Selected[] {
  return found.filter(({ score }) => score >= found[0]!.score - TIE);
}

function named(view: View, selection: Selection, memory: Memory): Selected[] {
  const { kinds, name, exact, it } = selection;
  if (it) return atMemory(view, memory);
  const single = view.things.filter((thing) => !GROUPS.includes(thing.kind) && !thing.label);
  const pool = kinds.length ? view.things.filter((thing) => kinds.includes(thing.kind)) : single;
  if (!name) return pool.map((thing) => ({ thing, score: 1 }));
  const found = matching(pool, name, exact);
  if (found.length) return found;
  const bare = exact ? undefined : withoutAdded(name);
  const barely = bare ? matching(pool, bare, exact) : [];
  if (barely.length || !kinds.length || selection.plural) return barely;
  return matching(single, name, exact).map(({ thing, score }) => ({ thing, score: score * OTHER_KIND }));
}

function matching(pool: readonly Thing[], name: string, exact: boolean): Selected[] {
  const wanted = normalized(name);
  return pool
    .map((thing) => {
      const weight = WEIGHT[thing.kind] ?? USUAL_WEIGHT;
      if (exact && !normalized(`${thing.name} ${thing.text}`).includes(wanted)) return { thing, score: 0 };
      const inText =
        GROUPS.includes(thing.kind) || thing.text === thing.name ? 0 : 0.9 * nameLikeness(name, thing.text);
      return { thing, score: weight * Math.max(exact ? NAMED : 0, nameLikeness(name, thing.name), inText) };
    })
    .filter(({ score }) => score >= NAMED)
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

function narrowed(view: View, found: Selected[], selection: Selection, memory: Memory): Selected[] {
  const { state, color, relation } = selection;
  let left = found;
  if (state) left = left.filter(({ thing }) => stateOf(thing, state.name) === state.is);
  if (color) left = left.filter(({ thing }) => isColored(view, thing, color));
  if (!relation) return left;
  const anchors = select(view, relation.to, memory).slice(0, relation.to.plural ? undefined : 1);
  const near = left
    .filter(({ thing }) =>
      anchors.some((a) => a.thing !== thing && isRelated(thing.box, relation.kind, a.thing.box, view.scene.scale)),
    )
    .map((one) => ({ ...one, gap: Math.min(...anchors.map((a) => gapBetween(a.thing.box, one.thing.box))) }));
  // The nearest is meant before those behind it.
  return relation.kind === 'in'
    ? near
    : near.sort((a, b) => a.gap - b.gap).map(({ thing, score }, i) => ({ thing, score: score - i * 2 * TIE }));
}

function isColored(view: View, thing: Thing, word: string): boolean {
  const color = colorOf(view.scene, thing);
  return color !== undefined && nameColor(color).split(' ').includes(word);
}

/** Whether a thing is in a state; undefined where that can't be told. */
export function stateOf(thing: Thing, name: StateName): boolean | undefined {
  if (name === 'empty') {
    const isField = thing.kind === 'text-field' || thing.kind === 'text-area' || thing.kind === 'select';
    return isField ? !thing.text || thing.hint === true : undefined;
  }
  if (name === 'checked') return thing.state.checked;
  // Where nothing looks so, it isn't.
  return thing.state[name] ?? false;
}

function pick(found: Selected[], { ordinal, extreme: asked, noun, name, plural, relation }: Selection): Selected[] {
  // `the heading` is the main one.
  const isMain = !plural && !name && !relation && ordinal === undefined && TITLES.includes(noun);
  const extreme = asked ?? (isMain ? 'main' : undefined);
  if (extreme) {
    const by = extreme === 'smallest' ? -1 : 1;
    const rank = ({ thing }: Selected) =>
      extreme === 'main' && thing.rank ? -thing.rank * 1e7 : by * areaOf(thing.box);
    const [best] = [...found].sort((a, b) => rank(b) - rank(a));
    return best ? [best] : [];
  }
  if (!ordinal) return found;
  const one = ordinal === -1 ? found[found.length - 1] : found[ordinal - 1];
  return one ? [one] : [];
}
