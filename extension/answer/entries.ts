/** The entries of a menu, a list or a section: what a person counts there. */
import type { Scene } from '../vision/scene.ts';
import { areaOf, bottom, holds } from './boxes.ts';
import { styleOf } from './looks.ts';
import type { Selected } from './select.ts';
import { plain } from './plain.ts';
import type { Thing, ThingKind } from './things.ts';

/** Of what an entry may be, the kinds that come first. */
const KINDS: readonly (readonly ThingKind[])[] = [
  ['bullet'],
  ['tab'],
  ['card'],
  ['link', 'button'],
  ['checkbox', 'radio', 'switch'],
  ['text', 'heading'],
];
/** Fewer of a kind are no list. */
const FEWEST = 2;
/** A brand beside the entries of a menu is larger than they are, by this share. */
const OTHER_SIZE = 0.15;
/** A list may begin a little above where its heading's box ends, image px. */
const SLACK = 4;

/** Those of the first kind there are several of, without what is in another and what stands apart by its size. */
export function entriesAmong(scene: Scene, found: readonly Selected[]): Selected[] {
  for (const kinds of KINDS) {
    const ones = found.filter(({ thing }) => kinds.includes(thing.kind));
    const outer = ones.filter(
      ({ thing }) =>
        !ones.some(
          (other) =>
            other.thing !== thing && holds(other.thing.box, thing.box) && areaOf(other.thing.box) > areaOf(thing.box),
        ),
    );
    if (outer.length >= FEWEST) return kinds.includes('link') ? ofOneSize(scene, outer) : outer;
  }
  return [...found];
}

/** Without entries set in another size than most. */
export function ofOneSize(scene: Scene, entries: readonly Selected[]): Selected[] {
  const sizes = entries.map(({ thing }) => styleOf(scene, thing)?.size);
  const known = sizes.filter((size) => size !== undefined).sort((a, b) => a - b);
  const usual = known[Math.floor(known.length / 2)];
  if (usual === undefined) return [...entries];
  const alike = entries.filter((_, i) => sizes[i] === undefined || Math.abs(sizes[i] - usual) <= OTHER_SIZE * usual);
  return alike.length >= FEWEST ? alike : [...entries];
}

/** Items of the list that a heading is the title of: the nearest below it. */
export function itemsUnder(things: readonly Thing[], title: Thing): Selected[] {
  const [list] = things
    .filter(
      ({ kind, name, box }) => kind === 'list' && name === plain(title.text) && box.y >= bottom(title.box) - SLACK,
    )
    .sort((a, b) => a.box.y - b.box.y);
  if (!list || !title.text) return [];
  const items = things.filter(({ kind, box }) => kind === 'bullet' && holds(list.box, box));
  return items.map((thing) => ({ thing, score: 1 }));
}
