/** Which plan, row, card or part of the page has something: `which plan has single sign-on`, `which customer is overdue`. */
import type { Box } from '../vision/scene.ts';
import { areaOf, bottom, gapBetween, holds, middleX } from './boxes.ts';
import { overlapX } from './css-boxes.ts';
import { decline } from './decline.ts';
import { fact, say } from './facts.ts';
import type { Subject } from './one.ts';
import { styleOf } from './looks.ts';
import { listed, plain, quoted } from './plain.ts';
import { textValue } from './reply.ts';
import type { Reply } from './reply.ts';
import type { Selected } from './select.ts';
import { nameCell, selectedCell } from './table-answers.ts';
import { rowsNamed } from './table-names.ts';
import { tablesOf } from './tables.ts';
import type { Table } from './tables.ts';
import type { Thing, ThingKind } from './things.ts';
import type { View } from './view.ts';
import { nameLikeness } from './words.ts';

/** From which likeness on a text is what was asked for, and how much less the others may be. */
const FOUND = 0.6;
const TIE = 0.05;
const YES = /^(?:yes|y|true|included|✓|✔|✅|☑|•|●)$/i;
/** A part of the page reaches this far below its heading. CSS px. */
const REACH = 420;
/** A title right above a text is this near, and in line with it to this. CSS px. */
const RIGHT_ABOVE = 40;
const IN_LINE = 6;
/** What stands in such a table is looked for there only. */
const SURE_TABLE = 0.5;
const SAYING: readonly ThingKind[] = ['text', 'link', 'badge'];

interface Holder {
  /** What it is called, and the text in it that was asked for. */
  name: Selected;
  by: Selected;
}

/** `noun`: what kind of thing is asked for, `plan`, `row`; `what`: the words that stand in it. */
export function whichHas(noun: string, what: string, { view, picture }: Subject): Reply {
  const found = best([...inTables(view, noun, what), ...inMatrices(view, what), ...inCards(view, what)]);
  const [first] = found;
  if (!first) return decline(view, `${quoted(what, 60)} in any ${plain(noun, 40) || 'part'}`);
  const texts = [...new Set(found.map(({ name }) => name.thing.text))];
  const said = first.by.thing.text;
  return {
    parts: [
      fact(
        listed(texts),
        picture,
        found.flatMap(({ name, by }) => [name, by]),
      ),
      say(said === texts[0] ? '.' : `, which has ${quoted(said, 80)}.`),
    ],
    value: texts.length === 1 ? textValue(texts[0]!) : { kind: 'texts', texts },
  };
}

function best(found: readonly Holder[]): Holder[] {
  const most = Math.max(0, ...found.map(({ by }) => by.score));
  // `Yes` and `No` stand in the row of what was asked for: they name nothing.
  const near = found.filter(
    ({ name, by }) => by.score >= most - TIE && !/^(?:yes|no|[✓✔✗✘x–—-])$/i.test(name.thing.text.trim()),
  );
  return near.filter(({ name }, i) => near.findIndex((other) => other.name.thing.text === name.thing.text) === i);
}

function inTables(view: View, noun: string, what: string): Holder[] {
  return tablesOf(view).flatMap((table) =>
    rowsNamed([table], what)
      .filter(({ score }) => score >= FOUND)
      .flatMap(({ index, score }) => {
        const row = table.rows[index]!;
        const [cell] = [...row].sort((a, b) => nameLikeness(what, b.text) - nameLikeness(what, a.text));
        const name = nameCell(table, index, row.indexOf(cell!), noun);
        return name
          ? [{ name: selectedCell(name, score * table.confidence), by: selectedCell(cell!, score * table.confidence) }]
          : [];
      }),
  );
}

/** Tables of features by plans: the names of the columns whose cell in the feature's row says yes. */
function inMatrices(view: View, what: string): Holder[] {
  return tablesOf(view).flatMap((table) =>
    table.headers && isMatrix(table)
      ? rowsNamed([table], what).flatMap(({ index, score }) =>
          table.rows[index]!.flatMap((cell, i) =>
            i > 0 && YES.test(cell.text)
              ? [{ name: selectedCell(table.headers![i]!, 0.9), by: selectedCell(table.rows[index]![0]!, score) }]
              : [],
          ),
        )
      : [],
  );
}

const isMatrix = ({ rows }: Table): boolean => rows.flat().filter(({ text }) => YES.test(text)).length > 1;

/** Cards, and what stands under a heading, by their title. */
function inCards(view: View, what: string): Holder[] {
  const tables = tablesOf(view).filter(({ confidence }) => confidence >= SURE_TABLE);
  const cards = view.things.filter(({ kind }) => kind === 'card').sort((a, b) => areaOf(a.box) - areaOf(b.box));
  return view.things.flatMap((thing) => {
    const score = SAYING.includes(thing.kind) ? nameLikeness(what, thing.text) : 0;
    if (score < FOUND || tables.some(({ box }) => holds(box, thing.box))) return [];
    const card = cards.find(({ box }) => holds(box, thing.box));
    const title = titleRightAbove(view, thing) ?? (card ? titleIn(view, card) : titleAbove(view, thing));
    if (!title || title === thing) return [];
    return [{ name: { thing: title, score: 0.95 * score }, by: { thing, score: 0.95 * score } }];
  });
}

/** A text in line right above that stands out from this one, and is no figure. */
function titleRightAbove({ things, scene }: View, thing: Thing): Thing | undefined {
  const { scale } = scene;
  const style = styleOf(scene, thing);
  const [near] = things
    .filter(({ kind, box }) => (kind === 'heading' || kind === 'text') && bottom(box) <= thing.box.y + 1)
    .filter(({ box }) => isInLine(box, thing.box, scale) && thing.box.y - bottom(box) < RIGHT_ABOVE * scale)
    .sort((a, b) => b.box.y - a.box.y);
  const above = near && styleOf(scene, near);
  if (!near || !above || !style || /^\p{Sc}?\d/u.test(near.text)) return undefined;
  const isLoud = above.size > style.size + 1 || above.weight >= style.weight + 200 || isUpperCase(near.text);
  return isLoud ? near : undefined;
}

const isUpperCase = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

const isInLine = (a: Box, b: Box, scale: number): boolean =>
  Math.min(Math.abs(a.x - b.x), Math.abs(middleX(a) - middleX(b))) <= IN_LINE * scale;

function titleIn({ things }: View, card: Thing): Thing | undefined {
  const texts = things.filter(({ kind, box }) => (kind === 'heading' || kind === 'text') && holds(card.box, box));
  return texts.find(({ kind }) => kind === 'heading') ?? texts[0];
}

function titleAbove({ things, scene }: View, { box }: Thing): Thing | undefined {
  return things
    .filter(({ kind, box: head }) => kind === 'heading' && bottom(head) <= box.y + 1 && overlapX(head, box) > 0)
    .filter(({ box: head }) => gapBetween(head, box) < REACH * scene.scale)
    .sort((a, b) => b.box.y - a.box.y)[0];
}
