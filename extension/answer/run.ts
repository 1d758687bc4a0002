/** Runs a program over a picture: what it finds, in words that point at it. */
import type { Fill } from '../vision/scene.ts';
import type { AnswerPart } from './answer.ts';
import { middleX, middleY } from './boxes.ts';
import { nameColor } from './color-names.ts';
import { decline } from './decline.ts';
import { describe } from './describe.ts';
import { called, fact, NOUN_OF, saidBy, say } from './facts.ts';
import { fillOf, placeOf, styleOf } from './looks.ts';
import { counted, listed, plain, plural, quoted } from './plain.ts';
import type { Program, Selection, StateName } from './program.ts';
import { liesTowards } from './relate.ts';
import { likeliest, select, stateOf } from './select.ts';
import type { Memory, Selected } from './select.ts';
import { priceOf, valueOf, withoutPrice } from './values.ts';
import type { View } from './view.ts';

/** Things that a list or count names at most. */
const MOST_LISTED = 40;
/** More candidates than these aren't named: the question was too wide. */
const MOST_CANDIDATES = 6;

export interface Subject {
  view: View;
  /** Place among the pictures asked about. */
  picture: number;
  memory: Memory;
}

/** The answer to one program over one picture. */
export function run(program: Program, subject: Subject): AnswerPart[] {
  const { view, picture } = subject;
  switch (program.op) {
    case 'describe':
      return [say(describe(view.scene).summary)];
    case 'read-all':
      return readAll(subject);
    case 'palette':
      return paletteParts(view);
    case 'dark':
      return darkParts(view);
    case 'picture-size': {
      const { width, height } = view.scene.image;
      return [
        say(
          `The picture is ${width} × ${height} pixels${view.scene.scale === 1 ? '' : `, ${view.scene.scale} for a CSS pixel`}.`,
        ),
      ];
    }
    case 'count-words':
      return countWords(program.of, subject);
    case 'count':
      return count(program.of, subject);
    case 'list':
      return list(program.of, subject);
    case 'exists':
      return exists(program.of, subject);
    case 'find':
      return forOne(program.of, subject, (one) => [
        say('The '),
        fact(called(one.thing), picture, [one]),
        say(
          ` is ${placeOf(view.scene, one.thing.box)}; its middle is at x ${Math.round(middleX(one.thing.box))}, y ${Math.round(middleY(one.thing.box))}.`,
        ),
      ]);
    case 'size':
      return forOne(program.of, subject, (one) => [
        say(`The ${called(one.thing)} is `),
        fact(sizeWords(view, one), picture, [one]),
        say('.'),
      ]);
    case 'read':
      return read(program.of, subject);
    case 'color':
      return color(program.of, program.part, subject);
    case 'font':
      return font(program.of, program.aspect, subject);
    case 'state':
      return forOne(program.of, subject, (one) => stateParts(one, program.state, subject));
    case 'compare-place':
      return comparePlace(program, subject);
    case 'decline':
      return decline(view);
  }
}

/** Does `then` to the one thing that is meant; names the candidates where several are. */
function forOne(selection: Selection, subject: Subject, then: (one: Selected) => AnswerPart[]): AnswerPart[] {
  const found = select(subject.view, selection, subject.memory);
  const [first] = found;
  if (!first) return decline(subject.view, missing(selection));
  if (selection.plural || selection.it)
    return found.slice(0, MOST_LISTED).flatMap((one, i) => [...(i ? [lineBreak] : []), ...then(one)]);
  const alike = likeliest(found);
  if (alike.length === 1) return then(first);
  if (alike.length > MOST_CANDIDATES)
    return [
      say(
        `There are ${counted(alike.length, plural(NOUN_OF[first.thing.kind]), plural(NOUN_OF[first.thing.kind]))} that this could mean. Which one?`,
      ),
    ];
  const each = alike.flatMap((one) => [lineBreak, ...then(one)]);
  return [say(`${capital(counted(alike.length, 'thing'))} could be meant.`), ...each];
}

const lineBreak: AnswerPart = { kind: 'break' };
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a selection asks for, as a person would say it back. */
function missing({ noun, name, state, color }: Selection): string {
  const words = [state && `${state.is ? '' : 'not '}${state.name}`, color, noun || (name ? '' : 'that')]
    .filter(Boolean)
    .join(' ');
  const kind = words && words !== 'that' ? `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}` : words;
  return plain(`${kind} ${name ? quoted(name, 60) : ''}`, 120);
}

function readAll({ view, picture }: Subject): AnswerPart[] {
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

function paletteParts({ scene }: View): AnswerPart[] {
  const told = scene.palette.map(
    ({ color, share }) => `${nameColor(color)} ${color} (${Math.max(1, Math.round(share * 100))} %)`,
  );
  return [say(told.length ? `Its main colours are ${listed(told)}.` : 'I can’t tell its colours.')];
}

function darkParts({ scene }: View): AnswerPart[] {
  const color = scene.background.kind === 'solid' ? scene.background.color : scene.background.stops[0]!.color;
  const dark = /dark|black/.test(nameColor(color));
  return [say(`${dark ? 'It is dark' : 'It is light'}: its background is ${fillWords(scene.background)}.`)];
}

function countWords(selection: Selection, { view, picture, memory }: Subject): AnswerPart[] {
  const whole = !selection.name && !selection.kinds.length && !selection.relation;
  if (whole)
    return [
      say(
        `I read ${counted(
          view.lines.reduce((sum, line) => sum + line.words.length, 0),
          'word',
        )}.`,
      ),
    ];
  const target = selection.relation?.kind === 'in' && !selection.name ? selection.relation.to : selection;
  const [one] = select(view, target, memory);
  if (!one) return decline(view, missing(target));
  const words = saidBy(one.thing).split(/\s+/).filter(Boolean).length;
  return [say(`The ${called(one.thing)} has `), fact(counted(words, 'word'), picture, [one]), say('.')];
}

function count(selection: Selection, { view, picture, memory }: Subject): AnswerPart[] {
  const found = select(view, { ...selection, plural: true }, memory);
  const noun = nounFor(selection);
  if (!selection.kinds.length && !selection.name) return decline(view);
  if (!found.length) return [say(`I see no ${plural(noun)} in this picture.`)];
  const names = found
    .slice(0, MOST_LISTED)
    .map(({ thing }) => plain(thing.name, 40))
    .filter(Boolean);
  const told = names.length && names.length <= 12 ? `: ${listed(names)}` : '';
  return [
    say(found.length === 1 ? 'There is ' : 'There are '),
    fact(counted(found.length, noun), picture, found),
    say(`${told}.`),
  ];
}

function nounFor({ noun, name, kinds, state }: Selection): string {
  const adjective = state ? `${state.is ? '' : state.name === 'checked' ? 'un' : 'not '}${state.name} ` : '';
  if (kinds.length) return `${adjective}${name ? `“${plain(name, 40)}” ` : ''}${noun}`;
  return `${adjective}${plain(name, 40).replace(/s$/, '') || 'thing'}`;
}

function list(selection: Selection, { view, picture, memory }: Subject): AnswerPart[] {
  const found = select(view, { ...selection, plural: true }, memory).slice(0, MOST_LISTED);
  if (!selection.kinds.length && !selection.name && !selection.state) return decline(view);
  if (!found.length) return [say(`I see no ${plural(nounFor(selection))} in this picture.`)];
  return found.flatMap((one, i): AnswerPart[] => [
    ...(i ? [lineBreak] : []),
    fact(one.thing.name ? saidShort(one) : called(one.thing), picture, [one]),
  ]);
}

const saidShort = ({ thing }: Selected): string => plain(thing.name, 120);

function exists(selection: Selection, { view, picture, memory }: Subject): AnswerPart[] {
  const found = select(view, { ...selection, plural: true }, memory);
  if (!found.length)
    return [
      say(
        `I see none: ${decline(view, missing(selection))
          .map((part) => ('text' in part ? part.text : ''))
          .join('')}`,
      ),
    ];
  const [first] = found;
  if (found.length === 1)
    return [
      say('Yes, the '),
      fact(called(first!.thing), picture, found),
      say(` ${placeOf(view.scene, first!.thing.box)}.`),
    ];
  return [say('Yes, '), fact(counted(found.length, nounFor(selection)), picture, found), say('.')];
}

function read(selection: Selection, subject: Subject): AnswerPart[] {
  const { view, picture, memory } = subject;
  // `the text in the blue button` is what the button says.
  const isWordsOf = selection.relation?.kind === 'in' && !selection.name && selection.kinds.includes('text');
  const target = isWordsOf ? selection.relation!.to : selection;
  const priced = withoutPrice(target.name);
  if (priced) {
    const [anchor] = select(view, { ...target, name: priced }, memory);
    const price = anchor && priceOf(view, anchor);
    if (anchor && price)
      return [fact(saidBy(price.thing), picture, [price]), say(`, by “${plain(anchor.thing.name, 60)}”.`)];
    return decline(view, missing(target));
  }
  const only = target.relation && target.relation.kind !== 'in' ? { ...target, plural: false } : target;
  return forOne(only, subject, (one) => readOne(one, target, subject));
}

function readOne(one: Selected, selection: Selection, { view, picture }: Subject): AnswerPart[] {
  const { thing } = one;
  const isField = thing.kind === 'text-field' || thing.kind === 'text-area' || thing.kind === 'select';
  if (isField) {
    const what = `The ${NOUN_OF[thing.kind]}${thing.name && thing.name !== thing.text ? ` ${quoted(thing.name, 60)}` : ''}`;
    if (!thing.text) return [fact(`${what} is empty.`, picture, [one])];
    return [
      say(`${what} ${thing.hint ? 'is empty; its hint says ' : 'holds '}`),
      fact(quoted(thing.text, 300), picture, [one]),
      say('.'),
    ];
  }
  const value = selection.name && !selection.kinds.length ? valueOf(view, thing) : undefined;
  if (value)
    return [
      say(`${plain(thing.text, 60).replace(/:$/, '')}: `),
      fact(saidBy(value), picture, [{ thing: value, score: one.score }, one]),
    ];
  const said = saidBy(thing);
  if (!said) return [fact(`The ${called(thing)} holds no text that can be read.`, picture, [one])];
  return [fact(quoted(said, 500), picture, [one])];
}

function sizeWords({ scene }: View, { thing }: Selected): string {
  const { width, height } = thing.box;
  const image = `${Math.round(width)} × ${Math.round(height)} pixels`;
  return scene.scale === 1
    ? image
    : `${image} (${Math.round(width / scene.scale)} × ${Math.round(height / scene.scale)} CSS pixels)`;
}

function fillWords(fill: Fill): string {
  if (fill.kind === 'solid') return `${fill.color} (${nameColor(fill.color)})`;
  return `a gradient from ${fill.stops[0]!.color} to ${fill.stops[fill.stops.length - 1]!.color}`;
}

function color(selection: Selection, part: 'fill' | 'text', subject: Subject): AnswerPart[] {
  const { view, picture } = subject;
  const isPage =
    !selection.kinds.length &&
    /^(?:|page|screen|background|page background|body|picture|image)$/.test(selection.name) &&
    !selection.it;
  if (isPage) return [say(`The background is ${fillWords(view.scene.background)}.`)];
  return forOne(selection, subject, (one) => {
    const { thing } = one;
    const ownText = part === 'text' || thing.kind === 'text' || thing.kind === 'heading' || thing.kind === 'link';
    const style = ownText ? styleOf(view.scene, thing) : undefined;
    const icon = view.scene.pictures.find((p) => p.box.x === thing.box.x && p.box.y === thing.box.y)?.color;
    const fill: Fill | undefined = style
      ? { kind: 'solid', color: style.color }
      : icon
        ? { kind: 'solid', color: icon }
        : fillOf(view.scene, thing);
    if (!fill) return decline(view);
    return [
      say(`The ${part === 'text' ? 'text of the ' : ''}${called(thing)} is `),
      fact(fillWords(fill), picture, [one]),
      say('.'),
    ];
  });
}

function font(selection: Selection, aspect: 'size' | 'family' | 'weight' | 'all', subject: Subject): AnswerPart[] {
  const { view, picture } = subject;
  const target: Selection =
    selection.name || selection.kinds.length || selection.it
      ? selection
      : { ...selection, kinds: ['text'], extreme: 'largest' };
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

const STATE_ADJECTIVES: Record<StateName, readonly [string, string]> = {
  checked: ['checked', 'not checked'],
  disabled: ['disabled', 'not disabled'],
  selected: ['selected', 'not selected'],
  empty: ['empty', 'not empty'],
};

function stateParts(
  one: Selected,
  { name, is }: { name: StateName; is: boolean },
  { view, picture }: Subject,
): AnswerPart[] {
  const state = stateOf(one.thing, name);
  if (state === undefined) return decline(view);
  const [yes, no] = STATE_ADJECTIVES[name];
  return [
    say(`${state === is ? 'Yes' : 'No'}, the ${called(one.thing)} is `),
    fact(state ? yes : no, picture, [one]),
    say('.'),
  ];
}

function comparePlace(
  { a, relation, b }: Extract<Program, { op: 'compare-place' }>,
  { view, picture, memory }: Subject,
): AnswerPart[] {
  const [one] = select(view, a, memory);
  const [other] = select(view, b, memory);
  if (!one || !other) return decline(view, missing(one ? b : a));
  const is = liesTowards(one.thing.box, relation, other.thing.box, view.scene.scale);
  return [
    say(`${is ? 'Yes' : 'No'}, the `),
    fact(called(one.thing), picture, [one]),
    say(` is ${is ? '' : 'not '}${relation} the `),
    fact(called(other.thing), picture, [other]),
    say('.'),
  ];
}
