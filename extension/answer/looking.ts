/** Answers about looks: colours, fonts, sizes. */
import type { Fill } from '../vision/scene.ts';
import { likeness } from './boxes.ts';
import { nameColor } from './color-names.ts';
import { decline } from './decline.ts';
import { called, fact, say } from './facts.ts';
import { colorOf, fillOf, shapeOf, styleOf } from './looks.ts';
import { forOne } from './one.ts';
import type { Subject } from './one.ts';
import type { Value } from './outcome.ts';
import { listed } from './plain.ts';
import type { Selection, TextAspect } from './program.ts';
import { booleanValue, numberValue, textValue } from './reply.ts';
import type { Reply } from './reply.ts';
import type { Selected } from './select.ts';
import type { Thing, ThingKind } from './things.ts';
import type { View } from './view.ts';

/** What has no ground of its own: its colour is that of its letters. */
const LETTERS: readonly ThingKind[] = ['text', 'heading', 'link'];
/** From this weight on text is bold. */
const BOLD = 600;
const PAGE = /^(?:|page|screen|background|page background|body|picture|image)$/;

export function palette({ scene }: View): Reply {
  const told = scene.palette.map(
    ({ color, share }) => `${nameColor(color)} ${color} (${Math.max(1, Math.round(share * 100))} %)`,
  );
  if (!told.length) return { parts: [say('I can’t tell its colours.')], declined: true };
  return {
    parts: [say(`Its main colours are ${listed(told)}.`)],
    value: { kind: 'texts', texts: scene.palette.map(({ color }) => color) },
  };
}

/** By the colour of most of the picture. */
export function darkness({ scene }: View, asksDark: boolean): Reply {
  const color =
    scene.palette[0]?.color ??
    (scene.background.kind === 'solid' ? scene.background.color : scene.background.stops[0]!.color);
  const name = nameColor(color);
  const isDark = /dark|black/.test(name);
  const word = isDark ? 'dark' : /light|white/.test(name) ? 'light' : 'neither dark nor light';
  return {
    parts: [say(`It is ${word}: most of it is ${color} (${name}).`)],
    value: booleanValue(asksDark ? isDark : !isDark),
  };
}

export function color(selection: Selection, part: 'fill' | 'text' | 'border', subject: Subject): Reply {
  const { view, picture } = subject;
  if (!selection.kinds.length && !selection.it && PAGE.test(selection.name))
    return {
      parts: [say(`The background is ${fillWords(view.scene.background)}.`)],
      value: colorValue(view.scene.background),
    };
  return forOne(selection, subject, (one) => {
    const fill = colorAsked(view, one.thing, part);
    if (!fill) return decline(view);
    return {
      parts: [
        say(`The ${part === 'fill' ? '' : `${part} of the `}${called(one.thing)} is `),
        fact(fillWords(fill), picture, [one]),
        say('.'),
      ],
      value: colorValue(fill),
    };
  });
}

function colorAsked({ scene }: View, thing: Thing, part: 'fill' | 'text' | 'border'): Fill | undefined {
  if (part === 'border') {
    const side = Object.values(shapeOf(scene, thing)?.border ?? {})[0];
    return side && { kind: 'solid', color: side.color };
  }
  const style = part === 'text' || LETTERS.includes(thing.kind) ? styleOf(scene, thing) : undefined;
  const ink = style?.color ?? scene.pictures.find((picture) => likeness(picture.box, thing.box) > 0.7)?.color;
  return ink ? { kind: 'solid', color: ink } : fillOf(scene, thing);
}

/** A gradient's first colour. */
function colorValue(fill: Fill): Value {
  return { kind: 'color', color: (fill.kind === 'solid' ? fill.color : fill.stops[0]!.color).slice(0, 7) };
}

function fillWords(fill: Fill): string {
  if (fill.kind === 'solid') return `${fill.color} (${nameColor(fill.color)})`;
  return `a gradient from ${fill.stops[0]!.color} to ${fill.stops[fill.stops.length - 1]!.color}`;
}

export function font(selection: Selection, aspect: TextAspect, subject: Subject): Reply {
  const { view, picture } = subject;
  const isAny = !selection.name && !selection.kinds.length && !selection.it;
  const target: Selection = isAny ? { ...selection, kinds: ['heading', 'text'], extreme: 'largest' } : selection;
  return forOne(target, subject, (one) => {
    const style = styleOf(view.scene, one.thing);
    if (!style) return decline(view);
    const size = `${Math.round(style.size * 10) / 10} px`;
    const yesNo = (is: boolean, word: string): [string, Value] => [is ? word : `not ${word}`, booleanValue(is)];
    const [words, value] = {
      italic: yesNo(style.italic, 'italic'),
      underline: yesNo(style.underline, 'underlined'),
      bold: yesNo(style.weight >= BOLD, `bold (weight ${style.weight})`),
      size: [size, { kind: 'length' as const, pixels: style.size }],
      weight: [`weight ${style.weight}`, numberValue(style.weight)],
      family: [style.family, textValue(style.family)],
      all: [`${style.family}, ${size}, weight ${style.weight}`, textValue(style.family)],
    }[aspect] as [string, Value];
    return { parts: [say(`The ${called(one.thing)} is set in `), fact(words, picture, [one]), say('.')], value };
  });
}

export function size(selection: Selection, subject: Subject): Reply {
  const { view, picture } = subject;
  const { scale } = view.scene;
  return forOne(selection, subject, (one) => ({
    parts: [say(`The ${called(one.thing)} is `), fact(sizeWords(view, one), picture, [one]), say('.')],
    value: { kind: 'size', width: one.thing.box.width / scale, height: one.thing.box.height / scale },
  }));
}

export function length(selection: Selection, side: 'width' | 'height', subject: Subject): Reply {
  const { view, picture } = subject;
  return forOne(selection, subject, (one) => {
    const pixels = one.thing.box[side] / view.scene.scale;
    const words = `${Math.round(pixels * 10) / 10} px`;
    return {
      parts: [
        say(`The ${called(one.thing)} is `),
        fact(words, picture, [one]),
        say(side === 'width' ? ' wide.' : ' high.'),
      ],
      value: { kind: 'length', pixels },
    };
  });
}

export function isColor(selection: Selection, word: string, subject: Subject): Reply {
  const { view, picture } = subject;
  return forOne(selection, subject, (one) => {
    const seen = colorOf(view.scene, one.thing);
    if (!seen) return decline(view);
    const is = nameColor(seen).split(' ').includes(word.replace('gray', 'grey'));
    return {
      parts: [
        say(`${is ? 'Yes' : 'No'}, the ${called(one.thing)} is `),
        fact(`${seen} (${nameColor(seen)})`, picture, [one]),
        say('.'),
      ],
      value: booleanValue(is),
    };
  });
}

function sizeWords({ scene }: View, { thing }: Selected): string {
  const { width, height } = thing.box;
  const image = `${Math.round(width)} × ${Math.round(height)} pixels`;
  if (scene.scale === 1) return image;
  return `${image} (${Math.round(width / scene.scale)} × ${Math.round(height / scene.scale)} CSS pixels)`;
}
