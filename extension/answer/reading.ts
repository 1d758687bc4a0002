/** Answers that read. */
import type { AnswerPart } from './answer.ts';
import { decline } from './decline.ts';
import { called, fact, NOUN_OF, saidBy, say } from './facts.ts';
import { forLikeliest, forOne, lineBreak, missing } from './one.ts';
import type { Subject } from './one.ts';
import { plain, quoted } from './plain.ts';
import type { Selection } from './program.ts';
import { likeliest, select } from './select.ts';
import type { Selected } from './select.ts';
import type { ThingKind } from './things.ts';
import { asksPrice, crossing, priceOf, valueOf } from './values.ts';

const FIELDS: readonly ThingKind[] = ['text-field', 'text-area', 'select'];
const PROSE: readonly ThingKind[] = ['text', 'heading', 'badge'];

export function readAll({ view, picture }: Subject): AnswerPart[] {
  if (!view.lines.length) return [say('The picture holds no text that can be read.')];
  return view.lines.flatMap((line, i): AnswerPart[] => [
    ...(i ? [lineBreak] : []),
    {
      kind: 'fact',
      text: plain(line.text, 1000),
      picture,
      boxes: [line.box],
      confidence: Math.round(line.confidence * 100) / 100,
    },
  ]);
}

export function read(selection: Selection, subject: Subject): AnswerPart[] {
  const { view, memory } = subject;
  // `the text in the blue button` is what the button says.
  const isWordsOf = selection.relation?.kind === 'in' && !selection.name && selection.kinds.includes('text');
  const target = isWordsOf ? selection.relation!.to : selection;
  if (target.name && !target.kinds.length && !target.plural && !target.relation) {
    const valued = select(view, target, memory).filter(({ thing }) => valueOf(view, thing));
    if (valued.length) return forLikeliest(likeliest(valued), (one) => readValue(one, subject));
  }
  return forOne(target, subject, (one) => readOne(one, target, subject));
}

function readValue(label: Selected, { view, picture }: Subject): AnswerPart[] {
  const value = valueOf(view, label.thing)!;
  const found = { thing: value, score: label.score };
  return [say(`${plain(label.thing.text, 60).replace(/:$/, '')}: `), fact(saidBy(value), picture, [found, label])];
}

function readOne(one: Selected, { relation }: Selection, { picture }: Subject): AnswerPart[] {
  const { thing } = one;
  const name = `The ${NOUN_OF[thing.kind]}${thing.name && thing.name !== thing.text ? ` ${quoted(thing.name, 60)}` : ''}`;
  if (relation && relation.kind !== 'in' && !PROSE.includes(thing.kind))
    return [say('The '), fact(called(thing), picture, [one]), say('.')];
  if (FIELDS.includes(thing.kind)) {
    if (!thing.text) return [fact(`${name} is empty.`, picture, [one])];
    const what = thing.hint ? 'is empty; its hint says' : 'holds';
    return [say(`${name} ${what} `), fact(quoted(thing.text, 300), picture, [one]), say('.')];
  }
  const said = saidBy(thing);
  if (!said) return [fact(`${name} holds no text that can be read.`, picture, [one])];
  return [fact(quoted(said, 500), picture, [one])];
}

/** `the WHAT of OF`: a price by what was named, the cell where a row and a column cross, a label's value. */
export function lookup(what: string, selection: Selection, subject: Subject): AnswerPart[] {
  const { view, picture, memory } = subject;
  const anchors = select(view, selection, memory);
  if (asksPrice(what)) {
    const priced = anchors.map((anchor) => ({ anchor, price: priceOf(view, anchor) })).find(({ price }) => price);
    if (!priced?.price) return decline(view, `a price for ${missing(selection) || 'that'}`);
    return [
      fact(saidBy(priced.price.thing), picture, [priced.price]),
      say(`, by “${plain(priced.anchor.thing.name, 60)}”.`),
    ];
  }
  const heads = select(view, { ...selection, name: what, kinds: [], noun: '', exact: false }, memory);
  const cell = crossing(view, heads, anchors);
  if (cell) return [fact(saidBy(cell.thing), picture, [cell])];
  if (/^(?:the )?(?:value|amount|figure|number|state|status)$/.test(what))
    return read({ ...selection, kinds: [], noun: '' }, subject);
  return decline(view, `“${plain(what, 60)}” of ${missing(selection) || 'that'}`);
}
