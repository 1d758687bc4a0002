import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NO_NAMES } from './names.ts';
import { parse } from './parse.ts';
import { plainWording } from './wording.ts';
import { knownWording } from './wordings.ts';

const known = (question: string, follows = false) =>
  knownWording(plainWording(question, NO_NAMES), NO_NAMES.words, follows)?.text;

// None of these is among the phrasings that it learnt from.
describe('wordings that no rule knows', () => {
  test.each([
    ['give me the tally of ticked checkboxes on view', 'how many checkboxes are checked?'],
    ['beneath the “Email” box, which field comes?', 'which field is below “email”?'],
    ['would you call this a dark theme or what', 'is this dark mode?'],
    ['what shade did they paint the “Save” button', 'what color is the “save” button?'],
  ])('%s', (question, way) => {
    expect(known(question)).toBe(way);
  });
});

test('asks of the last answer only where there is one', () => {
  expect(known('and which of those are ticked?', true)).toBe('which of them are checked?');
  expect(known('and which of those are ticked?')).not.toBe('which of them are checked?');
});

test('leaves alone what it does not know', () => {
  expect(known('the quick brown fox jumps over a lazy dog')).toBeUndefined();
});

test('every way it puts questions in is one that rules understand', () => {
  const { classes } = JSON.parse(readFileSync(new URL('wordings.json', import.meta.url), 'utf8')) as {
    classes: { text: string | null }[];
  };
  const ways = classes.flatMap(({ text }) => (text ? [text] : []));
  for (const way of ways) {
    const filled = way
      .replace(/\{color\}/, 'red')
      .replace(/\{nth\}/, 'second')
      .replace(/\{kind\}/, 'buttons');
    const program = parse(
      filled
        .replace(/\{where\}/, 'menu')
        .replace(/\{goal\}/, 'save')
        .replace(/\{\w+\}/g, '“Acme”'),
    );
    expect.soft(program.op, way).not.toBe('decline');
  }
});
