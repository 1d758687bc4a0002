/** What kind of screen an interface shows, from its words and things. */
import type { View } from './view.ts';
import type { Thing, ThingKind } from './things.ts';
import { areaOf } from './boxes.ts';
import { FIELDS, TOGGLES } from './kinds.ts';

export interface Screen {
  kind: string;
  /** Begins a sentence: `Sign-in form`. */
  name: string;
}

interface Signs {
  count(...kinds: ThingKind[]): number;
  /** Of headings, buttons, links and fields: what the screen says it is for. */
  says(pattern: RegExp, ...kinds: ThingKind[]): boolean;
  /** Largest heading or the title. */
  title: string;
  /** All that was read. */
  words: string;
  wordCount: number;
  /** Share of the words that stand in lines of prose, and of the letters in a monospace font. */
  prose: number;
  mono: number;
  /** Share of the picture that its table covers, and rows of it. */
  table: number;
  rows: number;
  /** Fields for passwords. */
  passwords: number;
  /** Prices in the text. */
  prices: number;
  /** Height by width, in CSS px. */
  width: number;
  height: number;
}

const SIGN_IN = /\b(sign|log)[\s-]?(in|on)\b|\blogin\b|anmelden/i;
const SIGN_UP =
  /\b(sign[\s-]?up|register|registration|create (an|your|my)? ?account|join (now|us|free)|get started)\b/i;
const RESET = /(forgot|forgotten|reset|recover|new|change)\b.*password/i;
const PER_TIME =
  /\/\s?(mo|month|yr|year|user|seat)\b|\b(per|a|each) (month|year|user|seat)\b|billed (monthly|yearly|annually)/i;

/** In order: the first that fits is it. */
const SCREENS: readonly (Screen & { fits(signs: Signs): boolean })[] = [
  {
    kind: 'error',
    name: 'Error page',
    fits: (s) =>
      s.wordCount < 120 &&
      (/\b(404|403|500|502|503)\b/.test(s.words) || /error/i.test(s.title)) &&
      /not found|error|forbidden|unavailable|went wrong/i.test(s.words),
  },
  {
    kind: 'password-reset',
    name: 'Password reset form',
    fits: (s) =>
      s.count(...FIELDS) > 0 && s.count(...FIELDS) < 4 && (RESET.test(s.title) || s.says(/reset password/i, 'button')),
  },
  {
    kind: 'sign-up',
    name: 'Sign-up form',
    fits: (s) =>
      s.count(...FIELDS) >= 2 &&
      s.count(...FIELDS) < 12 &&
      s.wordCount < 250 &&
      (SIGN_UP.test(s.title) || (s.says(SIGN_UP, 'button') && !SIGN_IN.test(s.title))),
  },
  {
    kind: 'sign-in',
    name: 'Sign-in form',
    fits: (s) =>
      s.wordCount < 250 &&
      s.count(...FIELDS) > 0 &&
      s.count(...FIELDS) < 5 &&
      (s.passwords > 0 || s.says(SIGN_IN, 'button') || SIGN_IN.test(s.title)) &&
      SIGN_IN.test(`${s.title} ${s.words}`),
  },
  {
    kind: 'pricing',
    name: 'Pricing page',
    fits: (s) => s.prices >= 2 && (PER_TIME.test(s.words) || /\bpric(es|ing)\b|\bplans?\b/i.test(s.title)),
  },
  {
    kind: 'checkout',
    name: 'Checkout form',
    fits: (s) =>
      s.count(...FIELDS) >= 2 && /card number|place order|shipping address|billing address|check ?out/i.test(s.words),
  },
  {
    kind: 'code',
    name: 'Code',
    fits: (s) => s.mono > 0.6 && s.wordCount > 8,
  },
  {
    kind: 'dashboard',
    name: 'Dashboard',
    fits: (s) =>
      (/dashboard|analytics|overview/i.test(s.title) && s.count('card', 'chart', 'table', 'image', 'progress') > 0) ||
      (s.count('chart') >= 2 && s.count('card') >= 2),
  },
  {
    kind: 'settings',
    name: 'Settings page',
    fits: (s) => /settings|preferences|einstellungen|configuration|options/i.test(s.title) || s.count('switch') >= 3,
  },
  {
    kind: 'chat',
    name: 'Chat',
    fits: (s) => s.says(/^(type|write|send|enter)? ?(a |your )?(message|reply)\b/i, ...FIELDS),
  },
  {
    kind: 'search-results',
    name: 'Search results',
    fits: (s) =>
      s.count('text-field') > 0 &&
      /\b([\d,.]+|no) (search )?results?\b|results for\b|\bsearch results\b/i.test(s.words),
  },
  {
    kind: 'table',
    name: 'Table',
    fits: (s) => s.rows >= 3 && s.table > 0.35,
  },
  {
    kind: 'dialog',
    name: 'Dialog',
    fits: (s) =>
      s.wordCount < 80 &&
      s.count('button') >= 1 &&
      s.count('button') <= 4 &&
      (s.count('dialog') > 0 ||
        s.says(/^(cancel|ok|okay|yes|no|delete|discard|don’t save|don't save|close)$/i, 'button')),
  },
  {
    kind: 'article',
    name: 'Article',
    fits: (s) =>
      s.wordCount > 150 && s.prose > 0.6 && s.count(...FIELDS) < 5 && s.count('button') < 8 && s.count('card') < 3,
  },
  {
    kind: 'form',
    name: 'Form',
    fits: (s) => s.count(...FIELDS, ...TOGGLES) >= 3 && s.wordCount < 250,
  },
  {
    kind: 'gallery',
    name: 'Gallery',
    fits: (s) => s.count('image') >= 6 && s.wordCount < 30 * s.count('image') && s.prose < 0.4,
  },
  {
    kind: 'component',
    name: 'Piece of an interface',
    fits: (s) => s.width < 640 && s.height < 480,
  },
  { kind: 'page', name: 'Web page', fits: () => true },
];

/** Words of a line of prose, at least. */
const PROSE_WORDS = 6;

/** The kind of screen: always one, a web page where nothing more can be told. */
export function tellScreen(view: View): Screen {
  const signs = signsOf(view);
  const { kind, name } = SCREENS.find((screen) => screen.fits(signs))!;
  return { kind, name };
}

function signsOf({ things, design, scene, lines }: View): Signs {
  const words = lines.map((line) => line.text).join(' ');
  const wordCount = lines.reduce((sum, line) => sum + line.words.length, 0);
  const inProse = lines.reduce((sum, { words: own }) => sum + (own.length >= PROSE_WORDS ? own.length : 0), 0);
  const mono = lines
    .flatMap((line) => line.runs)
    .reduce((sum, run) => sum + (/mono|courier/i.test(run.style.family) ? run.text.length : 0), 0);
  const tables = things.filter((thing) => thing.kind === 'table');
  return {
    count: (...kinds) => things.filter((thing) => kinds.includes(thing.kind)).length,
    says: (pattern, ...kinds) =>
      things.some((thing) => kinds.includes(thing.kind) && (pattern.test(thing.name) || pattern.test(thing.text))),
    title: design.title,
    words,
    wordCount,
    prose: wordCount ? inProse / wordCount : 0,
    mono: words.length ? mono / words.length : 0,
    table: tables.reduce((sum, { box }) => sum + areaOf(box), 0) / (scene.image.width * scene.image.height),
    rows: Math.max(0, ...tables.map(({ rows }) => rows?.length ?? 0)),
    passwords: things.filter(isPassword).length,
    prices: words.match(/\p{Sc}\s?\d|\d\s?\p{Sc}/gu)?.length ?? 0,
    width: scene.image.width / scene.scale,
    height: scene.image.height / scene.scale,
  };
}

const isPassword = ({ kind, name, text }: Thing): boolean =>
  kind === 'text-field' && /passw|passcode|\bpin\b/i.test(`${name} ${text}`);
