/** Values by the words that stand for them: in tables, by labels, in cards, in the text itself. */
import type { Box } from '../vision/scene.ts';
import { pieceOf } from './answer-types.ts';
import { bottom, gapBetween, holds, middleX, right, smallest } from './boxes.ts';
import { decline } from './decline.ts';
import { fact, saidBy, say } from './facts.ts';
import { missing } from './one.ts';
import type { Subject } from './one.ts';
import { plain } from './plain.ts';
import type { AnswerType, Program, Selection } from './program.ts';
import { read } from './reading.ts';
import { BARE_VALUE } from './lexicon.ts';
import { textValue } from './reply.ts';
import type { Reply } from './reply.ts';
import { cardOrSection, sectionOf } from './sections.ts';
import { GROUPS } from './related.ts';
import { select } from './select.ts';
import type { Selected } from './select.ts';
import { cellAsked } from './table-cells.ts';
import type { Thing, ThingKind } from './things.ts';
import { valueInRow, valueOf } from './values.ts';
import type { View } from './view.ts';
import { whichHas } from './which-has.ts';
import { nameLikeness, tellingWords, withoutAdded } from './words.ts';
import { FIELDS, isOneOf } from './kinds.ts';

export type Lookup = Extract<Program, { op: 'lookup' }>;

const TEXTS: readonly ThingKind[] = ['text', 'heading', 'badge', 'link', 'tab', 'button'];
/** Words of a question that must be found for its value to be told. */
const FOUND = 0.6;
/** Longer texts are no labels. */
const LABEL_LENGTH = 48;
/** Surer than the words and the place they were found by are, it isn't. */
const BY_PLACE = 0.75;
const BY_TYPE = 0.6;
/** Answers of a type stand so near the words that ask for them, CSS px. */
const NEAR = 320;
/** Words that say nothing of which date or person is asked for, on a page that has one. */
const GENERAL =
  /^(?:(?:the|this|it|article|post|page|published|posted|written|wrote|made|author|blog|story|text|date|last|updated|entry|work|document|was|is|by|publication|of|on|did|has|been|be|news|item|created|uploaded|from)\b ?)*$/;

export interface Found {
  text: string;
  /** The value first, then what it was found by. */
  on: Selected[];
  /** Probability. */
  confidence: number;
}

/** The value that a question's words stand for. */
export function lookup(program: Lookup, subject: Subject): Reply {
  const { of, what, type } = program;
  const { view, picture } = subject;
  const words = wordsAsked(program);
  const found = of.it
    ? besideIt(program, subject)
    : (search(program, words, subject) ??
      (BARE_VALUE.test(what)
        ? search({ ...program, what: '' }, wordsAsked({ ...program, what: '' }), subject)
        : undefined));
  if (found)
    return {
      parts: [
        ...(found.on[1] && found.on[1].thing.name !== found.text
          ? [say(`${plain(found.on[1].thing.name, 60).replace(/:$/, '')}: `)]
          : []),
        fact(found.text, picture, found.on),
      ],
      value: textValue(found.text),
      confidence: found.confidence,
    };
  if (type === 'any' && !what && words) {
    const held = whichHas('', words, subject);
    if (!held.declined) return held;
  }
  if (
    type === 'any' &&
    (!what || BARE_VALUE.test(what)) &&
    (of.kinds.length || of.relation || of.it || of.side || of.color)
  )
    return read(of, subject);
  return decline(view, [what && `“${plain(what, 60)}”`, missing(of)].filter(Boolean).join(' of ') || 'that');
}

/** What is asked for isn't said where it stands: a price says its amount alone. */
const wordsAsked = ({ what, of, type }: Lookup): string =>
  [
    type === 'money' && /^(?:price|cost)s?$/.test(what) ? '' : what,
    of.color,
    of.name,
    of.noun && !of.kinds.length ? of.noun : '',
  ]
    .filter(Boolean)
    .join(' ');

function search(program: Lookup, words: string, subject: Subject): Found | undefined {
  const { view } = subject;
  const { of, type } = program;
  if (type === 'person' && of.kinds.includes('quote')) return afterQuote(of, subject);
  const region = of.relation?.kind === 'in' ? regionOf(of.relation.to, subject) : undefined;
  const things = region ? view.things.filter((thing) => holds(region, thing.box)) : view.things;
  return (
    cellAsked(program, words, view) ??
    (type === 'any' || type === 'money' || type === 'number' || type === 'date' || type === 'percentage'
      ? byLabel(words, type, things, view)
      : undefined) ??
    (type === 'any' ? fieldValue(words, of, things) : nearWords(words, type, things, view)) ??
    (type === 'any' ? byTitle(words, things, view) : onlyOne(words, type, view))
  );
}

/** Who is quoted stands below the quotation. */
function afterQuote(of: Selection, { view, memory }: Subject): Found | undefined {
  const [quote] = select(view, of, memory);
  const below =
    quote &&
    view.things
      .filter(({ kind, box }) => TEXTS.includes(kind) && box.y >= bottom(quote.thing.box) - 4)
      .sort((a, b) => a.box.y - b.box.y)[0];
  return below && { text: saidBy(below), on: [{ thing: below, score: quote.score }, quote], confidence: BY_PLACE };
}

function regionOf(to: Selection, { view, memory }: Subject): Box | undefined {
  const [group] = select(view, to, memory);
  if (!group) return undefined;
  return GROUPS.includes(group.thing.kind) ? group.thing.box : sectionOf(view, group.thing);
}

/** `Revenue` with `€48,290` below it; `Updated: 3 March`. */
function byLabel(words: string, type: AnswerType, things: readonly Thing[], view: View): Found | undefined {
  const labels = ranked(
    words,
    things.filter(({ kind, text }) => TEXTS.includes(kind) && text.length <= LABEL_LENGTH),
  );
  for (const label of labels) {
    const inline = /^([^:]{2,40}):\s+(.+)$/.exec(label.thing.text);
    if (inline && nameLikeness(words, inline[1]!) >= FOUND)
      return { text: inline[2]!, on: [label], confidence: label.score * label.thing.confidence };
    const value = valueOf(view, label.thing) ?? valueInRow(view, label.thing);
    const text = value && (type === 'any' ? saidBy(value) : pieceOf(type, saidBy(value)) && saidBy(value));
    if (value && text)
      return { text, on: [{ thing: value, score: label.score }, label], confidence: label.score * BY_PLACE + 0.2 };
  }
  return undefined;
}

function fieldValue(words: string, of: Selection, things: readonly Thing[]): Found | undefined {
  const fields = things.filter(({ kind }) => isOneOf(FIELDS, kind) && (!of.kinds.length || of.kinds.includes(kind)));
  const [best] = ranked(words, fields);
  return best && best.thing.text && !best.thing.hint && best.score > 0.8
    ? { text: best.thing.text, on: [best], confidence: best.score * best.thing.confidence }
    : undefined;
}

/** A price, date or time by the words that ask for it: in the same text, in the same card, or near. */
function nearWords(words: string, type: AnswerType, things: readonly Thing[], view: View): Found | undefined {
  if (!tellingWords(words).length) return undefined;
  const { scale } = view.scene;
  const anchors = ranked(
    words,
    things.filter(({ kind }) => !GROUPS.includes(kind)),
  );
  for (const anchor of anchors.slice(0, 6)) {
    const own = pieceOf(type, anchor.thing.text);
    if (own)
      return {
        text: own === anchor.thing.text ? own : anchor.thing.text.length <= LABEL_LENGTH ? anchor.thing.text : own,
        on: [anchor],
        confidence: anchor.score * BY_PLACE,
      };
    const part = cardOrSection(view, anchor.thing);
    const near = view.things
      .filter(({ kind, text, box }) => TEXTS.includes(kind) && holds(part, box) && pieceOf(type, text))
      .map((thing) => ({ thing, gap: gapFrom(anchor.thing.box, thing.box) }))
      .filter(({ gap }) => gap < NEAR * scale)
      .sort((a, b) => a.gap - b.gap)[0];
    if (near) {
      const isWhole = type !== 'money' && near.thing.text.length <= LABEL_LENGTH;
      const text = isWhole ? near.thing.text : pieceOf(type, near.thing.text)!;
      return { text, on: [{ thing: near.thing, score: anchor.score }, anchor], confidence: anchor.score * BY_PLACE };
    }
  }
  return undefined;
}

/** Below in the same column is nearer than aside. */
function gapFrom(anchor: Box, box: Box): number {
  const isColumn = middleX(box) >= anchor.x - 20 && box.x < right(anchor) + 20 && box.y >= bottom(anchor) - 4;
  return gapBetween(anchor, box) * (isColumn ? 0.7 : 1) * (box.y < anchor.y - 4 ? 1.5 : 1);
}

/** What stands under a heading or label of these words, where there is nothing else. */
function byTitle(words: string, things: readonly Thing[], view: View): Found | undefined {
  const [title] = ranked(
    words,
    things.filter(({ kind, text }) => (kind === 'heading' || kind === 'text') && text.length <= LABEL_LENGTH),
  );
  if (!title || title.score < 0.85) return undefined;
  const section = sectionOf(view, title.thing);
  const below = view.things
    .filter(({ kind, box }) => TEXTS.includes(kind) && holds(section, box) && box.y >= bottom(title.thing.box) - 4)
    .sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)[0];
  return below
    ? { text: saidBy(below), on: [{ thing: below, score: title.score }, title], confidence: BY_TYPE * title.score }
    : undefined;
}

/** On a page with one date, `when was it published` means it. */
function onlyOne(words: string, type: AnswerType, view: View): Found | undefined {
  if (!GENERAL.test(words) || (type !== 'date' && type !== 'person' && type !== 'money')) return undefined;
  const isByline = (text: string) => /^(?:by|author|written by|posted by|from)\b/i.test(text);
  const found = view.things.filter(
    ({ kind, text }) => TEXTS.includes(kind) && pieceOf(type, text) && (type !== 'person' || isByline(text)),
  );
  const [first] = found;
  return first
    ? {
        text: pieceOf(type, first.text)!,
        on: [{ thing: first, score: 1 }],
        confidence: found.length === 1 ? BY_PLACE : BY_TYPE / 2,
      }
    : undefined;
}

function besideIt(program: Lookup, { view, memory }: Subject): Found | undefined {
  const [box] = memory.boxes;
  if (!box) return undefined;
  const thing = smallest(view.things.filter((one) => holds(one.box, box)));
  if (!thing) return undefined;
  const section = sectionOf(view, thing);
  const things = view.things.filter((one) => holds(section, one.box));
  const words = program.what;
  return (
    (words ? byLabel(words, program.type, things, view) : undefined) ??
    (program.type === 'any' ? undefined : nearWords(thing.name, program.type, things, view))
  );
}

const likenessTo = ({ name, text }: Thing, words: string): number =>
  Math.max(nameLikeness(words, name), 0.95 * nameLikeness(words, text));

/** Things whose name answers to words well enough, the best first. */
function ranked(words: string, things: readonly Thing[]): Selected[] {
  const said = [words, withoutAdded(words) ?? words];
  if (!tellingWords(words).length) return [];
  return things
    .map((thing) => ({ thing, score: Math.max(...said.map((name) => likenessTo(thing, name))) }))
    .filter(({ score }) => score >= FOUND)
    .sort((a, b) => b.score - a.score);
}
