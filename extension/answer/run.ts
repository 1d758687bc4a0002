/** Runs a program over a picture: what it finds, in words that point at it. */
import { middleX, middleY } from './boxes.ts';
import { count, countHaving, countWords, exists, list } from './counting.ts';
import { decline, HELP } from './decline.ts';
import { describeView } from './describe.ts';
import { called, fact, say } from './facts.ts';
import { color, darkness, font, isColor, length, palette, size } from './looking.ts';
import { placeOf } from './looks.ts';
import { extremePrice } from './prices.ts';
import { countUnread } from './unread.ts';
import { forOne, missing } from './one.ts';
import { parseSelection } from './parse-selection.ts';
import { operate } from './operations.ts';
import { quoted } from './plain.ts';
import { countColumns, countRows } from './table-answers.ts';
import type { Subject } from './one.ts';
import type { Program, Selection, StateName } from './program.ts';
import { lookup } from './lookup.ts';
import { read, readAll } from './reading.ts';
import { booleanValue, placeValue, textValue } from './reply.ts';
import type { Reply } from './reply.ts';
import { liesTowards } from './relate.ts';
import { tellScreen } from './screens.ts';
import { isControl, select } from './select.ts';
import { stateOf } from './states.ts';
import type { Selected } from './select.ts';
import { narrowed } from './spans.ts';

/** The answer to one program over one picture. */
export function run(program: Program, subject: Subject): Reply {
  const { view } = subject;
  switch (program.op) {
    case 'describe':
      return summary(subject);
    case 'read-all':
      return readAll(subject);
    case 'palette':
      return palette(view);
    case 'dark':
      return darkness(view, program.is);
    case 'picture-size': {
      const { image, scale } = view.scene;
      const words = `The picture is ${image.width} × ${image.height} pixels${scale === 1 ? '' : `, ${scale} to a CSS pixel`}.`;
      return { parts: [say(words)], value: { kind: 'size', width: image.width / scale, height: image.height / scale } };
    }
    case 'count-words':
      return countWords(program.of, subject);
    case 'count':
      return count(program.of, subject);
    case 'grid':
      return program.part === 'rows' ? countRows(subject) : countColumns(subject);
    case 'differences':
      return { parts: [say('Attach two pictures to compare.')], declined: true };
    case 'list':
      return list(program.of, subject);
    case 'exists':
      return exists(program.of, subject);
    case 'find':
      return find(program.of, subject);
    case 'size':
      return size(program.of, subject);
    case 'read':
      return read(program.of, subject);
    case 'lookup':
      return lookup(program, subject);
    case 'color':
      return color(program.of, program.part, subject);
    case 'font':
      return font(program.of, program.aspect, subject);
    case 'state':
      return tellState(program.of, program.state, subject);
    case 'compare-place':
      return comparePlace(program, subject);
    case 'total': {
      const sum = operate(program, subject);
      // `the total of order #10480` stands in a cell.
      return sum.declined
        ? lookup(
            {
              op: 'lookup',
              what: 'total',
              of: parseSelection(`“${program.column.replace(/["“”]/g, '')}”`),
              type: 'any',
            },
            subject,
          )
        : sum;
    }
    case 'name':
      return forOne(program.of, subject, (one) => ({
        parts: [fact(quoted(one.thing.name, 200), subject.picture, [one])],
        value: textValue(one.thing.name),
      }));
    case 'count-unread':
      return countUnread(subject);
    case 'extreme-price':
      return extremePrice(program.noun, program.which, subject);
    case 'count-having':
      return countHaving(program.noun, program.what, subject);
    case 'tell':
      return tell(program.of, subject);
    case 'length':
      return length(program.of, program.side, subject);
    case 'is-color':
      return isColor(program.of, program.color, subject);
    case 'is-screen':
      return isScreen(program.what, subject);
    case 'decline':
      return program.why === 'unclear' ? { parts: [say(HELP)], declined: true } : decline(view);
    default:
      return operate(program, subject);
  }
}

function summary({ view }: Subject): Reply {
  const { summary: text } = describeView(view);
  return { parts: [say(text)], value: textValue(text) };
}

/** Kinds of screens under the names that people have for them. */
const SCREEN_NAMES: readonly (readonly [RegExp, RegExp])[] = [
  [/sign ?in|log ?in/, /sign-in/],
  [/sign ?up|regist/, /sign-up/],
  [/error|404|not found/, /error/],
  [/forgot|reset/, /password-reset/],
  [/dashboard|analytics|admin/, /dashboard/],
  [/pric/, /pricing/],
  [/article|blog|news|post/, /article/],
  [/table|list/, /table/],
];

function isScreen(what: string, { view }: Subject): Reply {
  const { summary: text } = describeView(view);
  const screen = tellScreen(view).kind;
  const known = SCREEN_NAMES.find(([said]) => said.test(what));
  const is = known
    ? known[1].test(screen ?? '')
    : new RegExp(what.replace(/s$/, '')).test(`${screen} ${text}`.toLowerCase());
  return { parts: [say(`${is ? 'Yes' : 'No'}: ${text}`)], value: booleanValue(is), confidence: known ? 0.8 : 0.6 };
}

/** A control is where it is; anything else is what it says. */
function tell(selection: Selection, subject: Subject): Reply {
  const [best] = select(subject.view, selection, subject.memory);
  if (best && isControl(best.thing) && best.score > SURELY_NAMED) return find(selection, subject);
  const value = lookup({ op: 'lookup', what: '', of: selection, type: 'any' }, subject);
  return value.declined ? find(selection, subject) : value;
}

function find(selection: Selection, subject: Subject): Reply {
  const { scene } = subject.view;
  return forOne(selection, subject, (found) => {
    const one = narrowed(scene, found, selection.name);
    const { box } = one.thing;
    return {
      parts: [
        say('The '),
        fact(called(one.thing), subject.picture, [one]),
        say(
          ` is ${placeOf(scene, box)}; its middle is at x ${Math.round(middleX(box))}, y ${Math.round(middleY(box))}.`,
        ),
      ],
      value: placeValue(box),
    };
  });
}

/** From this likeness on a control is the one that was named. */
const SURELY_NAMED = 0.8;

const STATE_ADJECTIVES: Record<StateName, readonly [string, string]> = {
  checked: ['checked', 'not checked'],
  disabled: ['disabled', 'not disabled'],
  selected: ['selected', 'not selected'],
  empty: ['empty', 'not empty'],
  required: ['required', 'not required'],
  open: ['expanded', 'not expanded'],
  focused: ['focused', 'not focused'],
};

function tellState(selection: Selection, { name, is }: { name: StateName; is: boolean }, subject: Subject): Reply {
  // The one that can be in that state, if several things have the name.
  const able = select(subject.view, selection, subject.memory).filter(
    ({ thing }) => stateOf(thing, name) !== undefined,
  );
  if (!able.length)
    return decline(subject.view, missing(selection), `I can’t tell whether that is ${STATE_ADJECTIVES[name][0]}.`);
  const tell = (one: Selected): Reply => {
    const state = stateOf(one.thing, name)!;
    const [yes, no] = STATE_ADJECTIVES[name];
    return {
      parts: [
        say(`${state === is ? 'Yes' : 'No'}, the ${called(one.thing)} is `),
        fact(state ? yes : no, subject.picture, [one]),
        say('.'),
      ],
      value: booleanValue(state === is),
    };
  };
  return forOne(selection, { ...subject, view: { ...subject.view, things: able.map(({ thing }) => thing) } }, tell);
}

function comparePlace(
  { a, relation, b }: Extract<Program, { op: 'compare-place' }>,
  { view, picture, memory }: Subject,
): Reply {
  const [one] = select(view, a, memory);
  const [other] = select(view, b, memory);
  if (!one || !other) return decline(view, missing(one ? b : a));
  const is = liesTowards(one.thing.box, relation, other.thing.box, view.scene.scale);
  return {
    parts: [
      say(`${is ? 'Yes' : 'No'}, the `),
      fact(called(one.thing), picture, [one]),
      say(` is ${is ? '' : 'not '}${relation} the `),
      fact(called(other.thing), picture, [other]),
      say('.'),
    ],
    value: booleanValue(is),
  };
}
