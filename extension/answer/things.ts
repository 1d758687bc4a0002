/** What a person would name in a picture: controls, links, headings, texts, pictures; from the Scene and the layout of it. */
import type { Design } from '../layout/design.ts';
import type { Box, Element, ElementClass, Scene } from '../vision/scene.ts';
import { areaOf, bottom, gapBetween, holds, likeness } from './boxes.ts';
import { groupName } from './cards.ts';
import { CERTAIN, elementThings } from './element-things.ts';
import { findGroups } from './groups.ts';
import { asLabel } from './labels.ts';
import { layoutThings } from './layout-things.ts';
import { inReadingOrder } from './reading-order.ts';
import { FIELDS, PLAIN_TEXTS, TOGGLES } from './kinds.ts';

export type ThingKind =
  | ElementClass
  | 'heading'
  | 'text'
  | 'header'
  | 'footer'
  | 'sidebar'
  | 'list'
  | 'bullet'
  | 'form'
  | 'quote'
  | 'caption'
  | 'banner';

export interface Thing {
  kind: ThingKind;
  /** What it says of itself or what labels it; empty where nothing does. */
  name: string;
  /** Image pixels. */
  box: Box;
  confidence: number;
  /** What stands in it: a field's value or hint, all text of a card. */
  text: string;
  /** Set where a field's text is a hint, not a value. */
  hint?: boolean;
  /** Set where a text is the label of a control, which it then names. */
  label?: boolean;
  /** 1 to 6, of a heading. */
  rank?: number;
  state: Element['state'] & {
    /** A field has to be filled in; absent where its label says nothing of that. */
    required?: boolean;
  };
  /** The shape that draws it, by id. */
  shape?: string;
  /** Rows of cells, of a table. */
  rows?: string[][];
}

/** Two boxes show one thing from this IoU on. */
const SAME = 0.6;
/** What these say is their own, and no text besides. */
const HOLDERS: readonly ThingKind[] = ['button', 'link', 'tab', 'badge', ...FIELDS];
const LABELLED: readonly ThingKind[] = [...FIELDS, ...TOGGLES, 'slider', 'progress'];
/** How far a label is from what it names at most, in CSS px: above it, or in its row. */
const LABEL_ABOVE = 40;
/** A button this near belongs to its field. CSS px. */
const BESIDE = 16;
const SEARCH = /^(?:search|find|suchen?)$/i;
/** Navigation within navigation is told of as such; nothing else of one kind holds another. */
const NESTS: readonly ThingKind[] = ['navigation', 'card', 'text', 'heading'];

/** All things of a picture, in reading order. What the detector is certain of stays as it is; the layout names and completes it. */
export function findThings(scene: Scene, design: Design): Thing[] {
  const laid = layoutThings(scene, design);
  const seen: Thing[] = [];
  const matched = new Set<Thing>();
  for (const thing of elementThings(scene)) {
    const twins = laid.filter(
      (other) => !matched.has(other) && !PLAIN_TEXTS.includes(other.kind) && isTwin(thing, other),
    );
    const twin = twins.find(({ kind }) => kind === thing.kind) ?? twins[0];
    // The layout had more to go by than one box.
    if (twin && twin.kind !== thing.kind && thing.confidence < CERTAIN && !isSurer(thing, twin)) continue;
    if (twin) matched.add(twin);
    seen.push(twin?.kind === thing.kind ? completed(thing, twin) : thing);
  }
  const left = laid.filter((thing) => !matched.has(thing) && !isKnown(thing, seen));
  const single = marked(withSearch([...left, ...seen], scene.scale), scene.scale);
  const ordered = inReadingOrder([...single, ...findGroups(scene, design, single)], design);
  const isGroup = ({ kind, name }: Thing) => (kind === 'card' || kind === 'dialog') && !name;
  return ordered.map((thing) => (isGroup(thing) ? { ...thing, name: groupName(thing.box, ordered) } : thing));
}

const isTwin = (a: Thing, b: Thing): boolean => likeness(a.box, b.box) > SAME;

/** An icon in a button has nearly its place; of pictures the layout tells no kinds apart. */
const isSurer = (a: Thing, b: Thing): boolean => (a.kind === 'icon') !== (b.kind === 'icon') || b.kind === 'image';

/** What the detector saw, with what the layout knows of it. */
function completed(seen: Thing, laid: Thing): Thing {
  const isOwn = seen.kind === 'button' || seen.kind === 'link' || seen.kind === 'tab' || seen.kind === 'badge';
  const name = (isOwn ? seen.name || laid.name : laid.name || seen.name) || (laid.hint ? asLabel(laid.text) : '');
  return {
    ...seen,
    name,
    text: isOwn ? seen.text : laid.text || seen.text,
    ...(laid.hint && { hint: true }),
    state: { ...laid.state, ...seen.state },
  };
}

/** Whether what the layout found has been seen already: as the same thing, as its text, or as the whole of it. */
function isKnown(thing: Thing, seen: readonly Thing[]): boolean {
  const isText = PLAIN_TEXTS.includes(thing.kind);
  return seen.some((other) => {
    if (isText) {
      // A heading may lead somewhere: it is both.
      if (thing.kind === 'heading' && other.kind === 'link') return false;
      return (
        HOLDERS.includes(other.kind) &&
        ((holds(other.box, thing.box) && areaOf(thing.box) <= 1.2 * areaOf(other.box)) || isTwin(thing, other))
      );
    }
    if (other.kind === thing.kind && !NESTS.includes(thing.kind))
      return isTwin(thing, other) || holds(other.box, thing.box) || holds(thing.box, other.box);
    if (thing.kind === 'link' || thing.kind === 'button')
      return HOLDERS.includes(other.kind) && (holds(other.box, thing.box) || isTwin(thing, other));
    if (thing.kind === 'navigation') return other.kind === 'navigation';
    return isTwin(thing, other) && other.kind !== 'icon';
  });
}

/** A field without a name is for what the button right beside it does. */
function withSearch(things: readonly Thing[], scale: number): Thing[] {
  const buttons = things.filter(({ kind, name }) => kind === 'button' && SEARCH.test(name));
  const isBeside = (field: Thing, { box }: Thing) =>
    box.y < bottom(field.box) && bottom(box) > field.box.y && gapBetween(field.box, box) < BESIDE * scale;
  return things.map((thing) => {
    const button = thing.kind === 'text-field' && !thing.name && buttons.find((one) => isBeside(thing, one));
    return button ? { ...thing, name: button.name } : thing;
  });
}

/** Texts that name a control are its labels. */
function marked(things: readonly Thing[], scale: number): Thing[] {
  const controls = things.filter((thing) => LABELLED.includes(thing.kind) && thing.name);
  const isLabelOf = (text: Thing, control: Thing): boolean => {
    const level = text.box.y < bottom(control.box) && bottom(text.box) > control.box.y;
    const near = bottom(text.box) <= control.box.y + 2 && gapBetween(text.box, control.box) < LABEL_ABOVE * scale;
    return asLabel(text.text) === control.name && (level || near);
  };
  return things.map((thing) =>
    thing.kind === 'text' && !thing.label && controls.some((control) => isLabelOf(thing, control))
      ? { ...thing, label: true }
      : thing,
  );
}
