/** Answers that count and list. */
import { holds } from './boxes.ts';
import { decline, lookedAt } from './decline.ts';
import { entriesAmong } from './entries.ts';
import { called, fact, saidBy, say } from './facts.ts';
import { placeOf } from './looks.ts';
import { missing, MOST_LISTED } from './one.ts';
import type { Subject } from './one.ts';
import { counted, listed, plain, plural, quoted } from './plain.ts';
import type { Selection } from './program.ts';
import { menuItems } from './menu-items.ts';
import { booleanValue, lineBreak, numberValue, textValue } from './reply.ts';
import type { Part, Reply } from './reply.ts';
import { sectionOf } from './sections.ts';
import { select } from './select.ts';
import type { Selected } from './select.ts';
import { sureTables } from './table-answers.ts';
import { valueOf } from './values.ts';
import type { View } from './view.ts';
import { whichHas } from './which-has.ts';
import { NAMELESS, PLAIN_TEXTS } from './kinds.ts';

/** More than these aren't named after their number. */
const MOST_NAMED = 12;
/** How sure it is that what wasn't seen isn't there. */
const UNSEEN = 0.7;
/** A heading that names what is counted, and how sure what stands under it is that. */
const NAMED_WELL = 0.75;
const BY_SECTION = 0.6;
/** What a value is of, said before it. */
const COLUMN = /^(?:status|state|type|category|role|priority) (?=.)/;

export function countWords(selection: Selection, { view, picture, memory }: Subject): Reply {
  const isWhole = !selection.name && !selection.kinds.length && !selection.relation;
  if (isWhole) {
    const all = view.lines.reduce((sum, line) => sum + line.words.length, 0);
    return { parts: [say(`I read ${counted(all, 'word')}.`)], value: numberValue(all) };
  }
  const target = selection.relation?.kind === 'in' && !selection.name ? selection.relation.to : selection;
  const [one] = select(view, target, memory);
  if (!one) return decline(view, missing(target));
  const words = saidBy(one.thing).split(/\s+/).filter(Boolean).length;
  return {
    parts: [say(`The ${called(one.thing)} has `), fact(counted(words, 'word'), picture, [one]), say('.')],
    value: numberValue(words),
  };
}

/** How many there are of a kind. What is no kind can't be counted: then a figure may stand by its name. */
export function count(selection: Selection, subject: Subject): Reply {
  const { view, picture, memory } = subject;
  const isKind =
    selection.kinds.length > 0 &&
    !(selection.name && !selection.exact && selection.kinds.every((kind) => PLAIN_TEXTS.includes(kind)));
  const isEntries = !selection.name && selection.relation !== undefined;
  if (!isKind && !isEntries && !selection.exact && !selection.state) return figureOf(selection, subject);
  const found = select(view, { ...selection, plural: true }, memory);
  const noun = nounFor(selection);
  if (!found.length)
    return { parts: [say(`I see no ${plural(noun)} in this picture.`)], value: numberValue(0), confidence: UNSEEN };
  const names = found
    .flatMap(({ thing }) => (NAMELESS.includes(thing.kind) ? [] : [plain(thing.name, 40)]))
    .filter(Boolean);
  const told = names.length === found.length && names.length <= MOST_NAMED ? `: ${listed(names)}` : '';
  return {
    parts: [
      say(found.length === 1 ? 'There is ' : 'There are '),
      fact(counted(found.length, noun), picture, found),
      say(`${told}.`),
    ],
    value: numberValue(found.length),
  };
}

/** How many rows or cards have words in them. */
export function countHaving(noun: string, what: string, subject: Subject): Reply {
  const { parts, value, declined, confidence } = whichHas(noun, what.replace(COLUMN, ''), subject);
  if (declined && !sureTables(subject.view).length) return decline(subject.view, quoted(what, 60));
  if (declined)
    return {
      parts: [say(`I see no ${plain(noun, 40)} with ${quoted(what, 60)}.`)],
      value: numberValue(0),
      confidence: UNSEEN,
    };
  const number = value?.kind === 'texts' ? value.texts.length : 1;
  return {
    parts: [say(`${number}: `), ...parts],
    value: numberValue(number),
    ...(confidence !== undefined && { confidence }),
  };
}

/** What is listed under a heading. */
function sectionEntries(view: View, { thing, score }: Selected): Selected[] {
  const section = sectionOf(view, thing);
  const inside = view.things.filter(
    (other) => other !== thing && other.box.y >= thing.box.y && holds(section, other.box),
  );
  return entriesAmong(
    view.scene,
    inside.map((other) => ({ thing: other, score })),
  );
}

/** `how many orders`, where the picture says `Orders 1,284`. */
function figureOf(selection: Selection, { view, picture, memory }: Subject): Reply {
  const labels = selection.name ? select(view, { ...selection, kinds: [], noun: '', plural: false }, memory) : [];
  for (const one of labels) {
    const value = valueOf(view, one.thing);
    if (value && /^\d[\d.,\s]*[kKmM]?$/.test(value.text))
      return {
        parts: [
          say(`By “${plain(one.thing.text, 60)}” stands `),
          fact(value.text, picture, [{ thing: value, score: one.score }, one]),
          say('.'),
        ],
        value: textValue(value.text),
      };
  }
  const [title] = labels;
  const entries = title && title.score > NAMED_WELL ? sectionEntries(view, title) : [];
  if (title && entries.length > 1)
    return {
      parts: [
        say(`Under “${plain(title.thing.text, 60)}” there are `),
        fact(counted(entries.length, 'entry', 'entries'), picture, entries),
        say('.'),
      ],
      value: numberValue(entries.length),
      confidence: BY_SECTION,
    };
  return decline(
    view,
    '',
    `I can count what an interface is made of, but not ${selection.name ? `“${plain(selection.name, 60)}”` : 'that'}.`,
  );
}

export function list(selection: Selection, { view, picture, memory }: Subject): Reply {
  if (!selection.kinds.length && !selection.name && !selection.state) return decline(view);
  let found = select(view, { ...selection, plural: true }, memory);
  // A menu is a list of its links.
  if (selection.kinds.length === 1 && selection.kinds[0] === 'navigation') {
    found = menuItems(view, found.map(({ thing }) => thing)).map((thing) => ({ thing, score: 1 })); // prettier-ignore
  }
  if (!found.length)
    return {
      parts: [say(`I see no ${plural(nounFor(selection))} in this picture. ${lookedAt(view)}`)],
      declined: true,
    };
  const listedOnes = found
    .slice(0, MOST_LISTED)
    .flatMap((one, i): Part[] => [...(i ? [lineBreak] : []), fact(nameOf(one), picture, [one])]);
  const more = found.length - MOST_LISTED;
  return {
    parts: more > 0 ? [...listedOnes, lineBreak, say(`and ${more} more.`)] : listedOnes,
    value: { kind: 'texts', texts: found.map(nameOf) },
  };
}

function nameOf({ thing }: Selected): string {
  if (!thing.name || NAMELESS.includes(thing.kind)) return called(thing);
  return PLAIN_TEXTS.includes(thing.kind) ? plain(thing.text, 300) : thing.name;
}

export function exists(selection: Selection, { view, picture, memory }: Subject): Reply {
  const found = select(view, { ...selection, plural: true }, memory);
  const [first] = found;
  if (!first)
    return {
      parts: [
        say(
          `No, I see no ${missing(selection).replace(/^an? /, '') || 'such thing'} in this picture. ${lookedAt(view)}`,
        ),
      ],
      value: booleanValue(false),
      confidence: UNSEEN,
    };
  if (found.length > 1 && selection.kinds.length)
    return {
      parts: [say('Yes, '), fact(counted(found.length, nounFor(selection)), picture, found), say('.')],
      value: booleanValue(true),
    };
  return {
    parts: [
      say('Yes, the '),
      fact(called(first.thing), picture, [first]),
      say(` ${placeOf(view.scene, first.thing.box)}.`),
    ],
    value: booleanValue(true),
  };
}

function nounFor({ noun, name, state, color }: Selection): string {
  const adjective = state ? `${state.is ? '' : state.name === 'checked' ? 'un' : 'not '}${state.name}` : '';
  const named = name ? `“${plain(name, 40)}”` : '';
  return [adjective, color, named, noun || 'text'].filter(Boolean).join(' ');
}
