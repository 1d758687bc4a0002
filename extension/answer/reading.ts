/** Answers that read. */
import { called, fact, NOUN_OF, saidBy, say } from './facts.ts';
import { forLikeliest, forOne } from './one.ts';
import type { Subject } from './one.ts';
import { plain, quoted } from './plain.ts';
import type { Selection } from './program.ts';
import { lineBreak, textValue } from './reply.ts';
import type { Part, Reply } from './reply.ts';
import { likeliest, select } from './select.ts';
import type { Selected } from './select.ts';
import type { ThingKind } from './things.ts';
import { valueOf } from './values.ts';
import { FIELDS, isOneOf } from './kinds.ts';

const PROSE: readonly ThingKind[] = ['text', 'heading', 'badge'];

export function readAll({ view, picture }: Subject): Reply {
  if (!view.lines.length) return { parts: [say('The picture holds no text that can be read.')], value: textValue('') };
  const parts = view.lines.flatMap((line, i): Part[] => [
    ...(i ? [lineBreak] : []),
    {
      kind: 'fact',
      text: plain(line.text, 1000),
      picture,
      boxes: [line.box],
      confidence: Math.round(line.confidence * 100) / 100,
    },
  ]);
  return { parts, value: { kind: 'texts', texts: view.lines.map(({ text }) => text) } };
}

export function read(selection: Selection, subject: Subject): Reply {
  const { view, memory } = subject;
  // `the text in the blue button` is what the button says.
  const isWordsOf = selection.relation?.kind === 'in' && !selection.name && selection.kinds.includes('text');
  const target = isWordsOf ? selection.relation!.to : selection;
  if (target.name && !target.kinds.length && !target.plural && !target.relation) {
    const valued = select(view, target, memory).filter(({ thing }) => valueOf(view, thing));
    if (valued.length) return forLikeliest(likeliest(valued), subject, (one) => readValue(one, subject));
  }
  return forOne(target, subject, (one) => readOne(one, target, subject));
}

function readValue(label: Selected, { view, picture }: Subject): Reply {
  const value = valueOf(view, label.thing)!;
  const found = { thing: value, score: label.score };
  return {
    parts: [say(`${plain(label.thing.text, 60).replace(/:$/, '')}: `), fact(saidBy(value), picture, [found, label])],
    value: textValue(saidBy(value)),
  };
}

function readOne(one: Selected, { relation }: Selection, { picture }: Subject): Reply {
  const { thing } = one;
  const name = `The ${NOUN_OF[thing.kind]}${thing.name && thing.name !== thing.text ? ` ${quoted(thing.name, 60)}` : ''}`;
  if (relation && relation.kind !== 'in' && !PROSE.includes(thing.kind))
    return { parts: [say('The '), fact(called(thing), picture, [one]), say('.')], value: textValue(thing.name) };
  if (isOneOf(FIELDS, thing.kind)) {
    if (!thing.text) return { parts: [fact(`${name} is empty.`, picture, [one])], value: textValue('') };
    const what = thing.hint ? 'is empty; its hint says' : 'holds';
    return {
      parts: [say(`${name} ${what} `), fact(quoted(thing.text, 300), picture, [one]), say('.')],
      value: textValue(thing.text),
    };
  }
  const said = saidBy(thing);
  if (!said) return { parts: [fact(`${name} holds no text that can be read.`, picture, [one])], value: textValue('') };
  return { parts: [fact(quoted(said, 500), picture, [one])], value: textValue(said) };
}
