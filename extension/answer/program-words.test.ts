import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import { stepsOf } from './program-words.ts';

test.each([
  ['How many checkboxes are checked?', 'select checkbox · filter checked · count'],
  ['Where is the “Save” button?', 'select button “save” · find'],
  ['What colour is the second button?', 'select button · pick the 2nd one · measure fill colour'],
  ['what is below the email field', 'select anything · relate below field “email” · read'],
  ['what text is in it?', 'read all text'],
])('%s', (question, steps) => {
  expect(
    stepsOf(parse(question))
      .map(({ verb, what }) => `${verb} ${what}`.trim())
      .join(' · '),
  ).toBe(steps);
});
