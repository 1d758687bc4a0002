/** Unread messages: what a badge says, or the rows in bold among those that aren't. */
import { holds } from './boxes.ts';
import { decline } from './decline.ts';
import { fact, say } from './facts.ts';
import { styleOf } from './looks.ts';
import type { Subject } from './one.ts';
import { counted } from './plain.ts';
import { numberValue } from './reply.ts';
import type { Reply } from './reply.ts';
import type { Thing } from './things.ts';

/** Letters heavier by this are bold beside others. */
const HEAVIER = 200;
/** Rows of a list begin in line to this. CSS px. */
const IN_LINE = 4;
const FEWEST_ROWS = 3;
const LIKELY = 0.7;
const INBOX = /\b(?:inbox|messages?|mails?|notifications?|unread)\b/i;

/** How many messages are unread. */
export function countUnread(subject: Subject): Reply {
  const { view, picture } = subject;
  const badge = view.things.find(
    (thing) => thing.kind === 'badge' && /^\d+\+?$/.test(thing.text) && isOfInbox(thing, view.things),
  );
  const bold = boldRows(subject);
  if (bold.length)
    return {
      parts: [
        fact(
          counted(bold.length, 'unread message'),
          picture,
          bold.map((thing) => ({ thing, score: LIKELY })),
        ),
        say(': set in bold.'),
      ],
      value: numberValue(bold.length),
      confidence: LIKELY,
    };
  if (!badge) return decline(view, 'unread messages');
  return {
    parts: [fact(badge.text, picture, [{ thing: badge, score: LIKELY }]), say(' by the badge.')],
    value: numberValue(parseInt(badge.text, 10)),
    confidence: LIKELY,
  };
}

const isOfInbox = ({ box }: Thing, things: readonly Thing[]): boolean =>
  things.some(
    (thing) =>
      INBOX.test(thing.name) &&
      (holds({ ...thing.box, width: thing.box.width + 80 }, box) ||
        holds({ ...thing.box, x: thing.box.x - 80, width: thing.box.width + 160 }, box)),
  );

/** In the longest column of texts that begin in line, those heavier than the others. */
function boldRows({ view: { things, scene } }: Subject): Thing[] {
  const texts = things.filter(({ kind }) => kind === 'text' || kind === 'heading' || kind === 'link');
  const columns = texts.map((first) =>
    texts.filter(
      (text) => Math.abs(text.box.x - first.box.x) <= IN_LINE * scene.scale && sizeOf(text) === sizeOf(first),
    ),
  );
  const sizeWeights = (column: readonly Thing[]) => column.map((text) => styleOf(scene, text)?.weight ?? 400);
  const mixed = columns
    .filter((column) => column.length >= FEWEST_ROWS)
    .filter((column) => Math.max(...sizeWeights(column)) - Math.min(...sizeWeights(column)) >= HEAVIER)
    .sort((a, b) => b.length - a.length)[0];
  if (!mixed) return [];
  const least = Math.min(...sizeWeights(mixed));
  return mixed.filter((text) => (styleOf(scene, text)?.weight ?? 400) - least >= HEAVIER);

  function sizeOf(text: Thing): number {
    return Math.round(styleOf(scene, text)?.size ?? 0);
  }
}
