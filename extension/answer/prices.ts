/** The dearest and the cheapest of plans or products that stand side by side. */
import { amountIn } from './amounts.ts';
import { pieceOf } from './answer-types.ts';
import { holds, middleX, right, smallest } from './boxes.ts';
import { decline } from './decline.ts';
import { fact, say } from './facts.ts';
import type { Subject } from './one.ts';
import { plural } from './plain.ts';
import { textValue } from './reply.ts';
import type { Reply } from './reply.ts';
import type { Thing } from './things.ts';
import { PLAIN_TEXTS } from './kinds.ts';

/** A price stands so far under the name of what it is for. CSS px. */
const UNDER = 220;
/** Longer texts with an amount in them are no prices. */
const LONGEST = 24;
/** What it was found by is a guess as long as names are only near. */
const SURE = 0.78;

/** Which of several has the highest or the lowest price. */
export function extremePrice(noun: string, which: 'most' | 'least', subject: Subject): Reply {
  const { view, picture } = subject;
  const priced = view.things.flatMap((thing) => {
    const piece =
      PLAIN_TEXTS.includes(thing.kind) && thing.text.length <= LONGEST ? pieceOf('money', thing.text) : undefined;
    const amount = piece === undefined ? undefined : /free/i.test(piece) ? 0 : amountIn(piece);
    const name = amount === undefined ? undefined : nameFor(thing, subject);
    return amount !== undefined && name ? [{ amount, price: thing, name }] : [];
  });
  const sorted = priced.sort((a, b) => (which === 'most' ? b.amount - a.amount : a.amount - b.amount));
  const [best, next] = sorted;
  if (!best || !next) return decline(view, `prices of several ${plural(noun || 'thing')}`);
  const on = [best.name, best.price].map((thing) => ({ thing, score: SURE }));
  return {
    parts: [fact(best.name.name, picture, on), say(` (${best.price.text}).`)],
    value: textValue(best.name.name),
    confidence: best.amount === next.amount && best.name.name !== next.name.name ? SURE / 2 : SURE,
  };
}

/** The name of the card around a price, else the nearest text above it that is no price. */
function nameFor(price: Thing, { view: { things, scene } }: Subject): Thing | undefined {
  const card = smallest(things.filter(({ kind, box }) => kind === 'card' && holds(box, price.box)));
  const isNamed = (thing: Thing) => PLAIN_TEXTS.includes(thing.kind) && pieceOf('money', thing.text) === undefined;
  const within = things.filter(
    (thing) => isNamed(thing) && (card ? holds(card.box, thing.box) : isAbove(thing, price, scene.scale)),
  );
  const heading = within.find(({ kind }) => kind === 'heading');
  return heading ?? (card ? within[0] : within.at(-1));
}

const isAbove = ({ box }: Thing, price: Thing, scale: number): boolean =>
  box.y < price.box.y &&
  price.box.y - box.y < UNDER * scale &&
  middleX(price.box) > box.x - 40 * scale &&
  price.box.x < right(box) + 40 * scale;
