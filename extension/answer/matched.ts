/** Two pictures with what is in both of them. */
import type { Box, Element, Picture, Scene, Shape, TextLine } from '../vision/scene.ts';
import { areaOf, holds } from './boxes.ts';
import { pairLines, pairPlaces, placed } from './pairing.ts';
import type { Pairing, Placed } from './pairing.ts';
import { NOUN_OF } from './facts.ts';
import { nameNearby } from './labels.ts';
import { plain, quoted } from './plain.ts';

export interface Matched {
  a: Scene;
  b: Scene;
  lines: Pairing<TextLine>;
  elements: Pairing<Element>;
  shapes: Pairing<Shape>;
  pictures: Pairing<Picture>;
}

/** UTF-16 code units of a text that a difference quotes. */
const MOST_SAID = 60;
/** What is named by its own text, not by a text near it. */
const OWN_TEXT: readonly Element['class'][] = ['button', 'link', 'tab', 'badge', 'card', 'dialog', 'table'];
/** Shapes smaller than this are parts of pictures. CSS px². */
const LEAST_SHAPE = 64;

export function match(a: Scene, b: Scene): Matched {
  const lines = pairLines(a, b);
  const large = ({ shapes, scale }: Scene) =>
    placed(shapes, scale).filter(({ of, box }) => of.kind === 'rule' || areaOf(box) >= LEAST_SHAPE);
  return {
    a,
    b,
    lines,
    elements: pairPlaces(placed(a.elements, a.scale), placed(b.elements, b.scale), lines.pairs, likeClass),
    shapes: pairPlaces(large(a), large(b), lines.pairs, (one, other) => (one.kind === other.kind ? 1 : 0)),
    pictures: pairPlaces(placed(a.pictures, a.scale), placed(b.pictures, b.scale), lines.pairs, () => 1),
  };
}

/** One box may be taken for another class of thing; its own class comes first. */
const likeClass = (a: Element, b: Element): number => (a.class === b.class ? 1 : 0.6);

/** `the button “Save”`, `the field “Email”`. */
export function nameElement(scene: Scene, { class: kind, box }: Element): string {
  const inside = scene.lines.find((line) => holds(box, line.box));
  const name = OWN_TEXT.includes(kind) ? (inside?.text ?? '') : nameNearby(scene, kind, box).replace(/[\s:*]+$/, '');
  return `the ${NOUN_OF[kind]}${name ? ` ${quoted(name, MOST_SAID)}` : ''}`;
}

/** What a box is to a person: the element that fills it, or the first text in it; undefined where it holds neither. */
export function nameBox(scene: Scene, box: Box): string | undefined {
  const element = scene.elements
    .filter((one) => holds(one.box, box) && holds(box, one.box) && areaOf(one.box) < 1.5 * areaOf(box))
    .sort((one, other) => Math.abs(areaOf(one.box) - areaOf(box)) - Math.abs(areaOf(other.box) - areaOf(box)))[0];
  if (element && areaOf(element.box) > 0.6 * areaOf(box)) return nameElement(scene, element);
  const inside = scene.lines.find((line) => holds(box, line.box));
  return inside && `the box around ${quoted(inside.text, MOST_SAID)}`;
}

export const textIn = (lines: readonly Placed<TextLine>[]): string =>
  plain(lines.map(({ of }) => of.text).join(' '), 300);
export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
