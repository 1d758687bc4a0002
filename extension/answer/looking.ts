/** Answers about looks: colours, fonts, sizes. */
import type { Fill } from '../vision/scene.ts';
import type { AnswerPart } from './answer.ts';
import { likeness } from './boxes.ts';
import { nameColor } from './color-names.ts';
import { decline } from './decline.ts';
import { called, fact, say } from './facts.ts';
import { fillOf, styleOf } from './looks.ts';
import { forOne } from './one.ts';
import type { Subject } from './one.ts';
import { listed } from './plain.ts';
import type { Selection } from './program.ts';
import type { Selected } from './select.ts';
import type { Thing, ThingKind } from './things.ts';
import type { View } from './view.ts';

/** What has no ground of its own: its colour is that of its letters. */
const LETTERS: readonly ThingKind[] = ['text', 'heading', 'link'];
const PAGE = /^(?:|page|screen|background|page background|body|picture|image)$/;

export function palette({ scene }: View): AnswerPart[] {
  const told = scene.palette.map(
    ({ color, share }) => `${nameColor(color)} ${color} (${Math.max(1, Math.round(share * 100))} %)`,
  );
  return [say(told.length ? `Its main colours are ${listed(told)}.` : 'I can’t tell its colours.')];
}

/** By the colour of most of the picture. */
export function darkness({ scene }: View): AnswerPart[] {
  const color =
    scene.palette[0]?.color ??
    (scene.background.kind === 'solid' ? scene.background.color : scene.background.stops[0]!.color);
  const name = nameColor(color);
  if (/dark|black/.test(name)) return [say(`It is dark: most of it is ${color} (${name}).`)];
  return [
    say(
      `${/light|white/.test(name) ? 'It is light' : 'It is neither dark nor light'}: most of it is ${color} (${name}).`,
    ),
  ];
}

export function color(selection: Selection, part: 'fill' | 'text', subject: Subject): AnswerPart[] {
  const { view, picture } = subject;
  if (!selection.kinds.length && !selection.it && PAGE.test(selection.name))
    return [say(`The background is ${fillWords(view.scene.background)}.`)];
  return forOne(selection, subject, (one) => {
    const fill = colorAsked(view, one.thing, part);
    if (!fill) return decline(view);
    return [
      say(`The ${part === 'text' ? 'text of the ' : ''}${called(one.thing)} is `),
      fact(fillWords(fill), picture, [one]),
      say('.'),
    ];
  });
}

function colorAsked({ scene }: View, thing: Thing, part: 'fill' | 'text'): Fill | undefined {
  const style = part === 'text' || LETTERS.includes(thing.kind) ? styleOf(scene, thing) : undefined;
  const ink = style?.color ?? scene.pictures.find((picture) => likeness(picture.box, thing.box) > 0.7)?.color;
  return ink ? { kind: 'solid', color: ink } : fillOf(scene, thing);
}

function fillWords(fill: Fill): string {
  if (fill.kind === 'solid') return `${fill.color} (${nameColor(fill.color)})`;
  return `a gradient from ${fill.stops[0]!.color} to ${fill.stops[fill.stops.length - 1]!.color}`;
}

export function font(
  selection: Selection,
  aspect: 'size' | 'family' | 'weight' | 'all',
  subject: Subject,
): AnswerPart[] {
  const { view, picture } = subject;
  const isAny = !selection.name && !selection.kinds.length && !selection.it;
  const target: Selection = isAny ? { ...selection, kinds: ['heading', 'text'], extreme: 'largest' } : selection;
  return forOne(target, subject, (one) => {
    const style = styleOf(view.scene, one.thing);
    if (!style) return decline(view);
    const size = `${Math.round(style.size * 10) / 10} px`;
    const words = {
      size,
      weight: `weight ${style.weight}`,
      family: style.family,
      all: `${style.family}, ${size}, weight ${style.weight}`,
    }[aspect];
    return [say(`The ${called(one.thing)} is set in `), fact(words, picture, [one]), say('.')];
  });
}

export function size(selection: Selection, subject: Subject): AnswerPart[] {
  const { view, picture } = subject;
  return forOne(selection, subject, (one) => [
    say(`The ${called(one.thing)} is `),
    fact(sizeWords(view, one), picture, [one]),
    say('.'),
  ]);
}

function sizeWords({ scene }: View, { thing }: Selected): string {
  const { width, height } = thing.box;
  const image = `${Math.round(width)} × ${Math.round(height)} pixels`;
  if (scene.scale === 1) return image;
  return `${image} (${Math.round(width / scene.scale)} × ${Math.round(height / scene.scale)} CSS pixels)`;
}
