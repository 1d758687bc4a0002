import { describe, expect, it } from 'vitest';
import { withReferent } from './clauses.ts';
import { parse } from './parse.ts';
import { questionsIn } from './questions.ts';

describe('a question of two clauses', () => {
  it.each([
    ['i want to look at the chart, where is it?', 'where is the chart'],
    ['the profile picture, where is that', 'where is the profile picture'],
    ['i was told to read on from the heading “news”. where is it', 'where is the heading “news”'],
    ['search box please, where?', 'where is the search box'],
    ['there is a main button, what is its color', 'what is the color of the main button'],
    ['toggles turned on - how many', 'how many toggles turned on'],
    ['tabs: what is third?', 'what is third in the tabs'],
  ])('%s', (asked, filled) => {
    expect(withReferent(asked)).toBe(filled);
  });

  it.each(['where is it?', 'where is the chart', 'is “save” left of “cancel”, or right of it?'])(
    'leaves “%s”',
    (asked) => {
      expect(withReferent(asked)).toBeUndefined();
    },
  );

  it('leaves what is asked of the last answer to it', () => {
    const before = parse('where is the search field?');
    expect(parse('what color is it?', { before })).toMatchObject({ op: 'color', of: { it: true } });
  });
});

it('hears the last of several sentences', () => {
  expect(parse('I am checking the form. Is “Remember me” checked?')).toMatchObject({
    op: 'state',
    of: { name: 'remember me' },
    state: { name: 'checked', is: true },
  });
});

it.each([
  ["the “Save” button is disabled, isn't it?", { op: 'state', state: { name: 'disabled', is: true } }],
  ["“Save”'s greyed out, yes or no", { op: 'state', of: { name: 'save' }, state: { name: 'disabled' } }],
  ['the “Save” button, is it red or green or what?', { op: 'color', of: { name: 'save' } }],
  ['check whether “Terms” is below “Privacy”', { op: 'compare-place', relation: 'below' }],
  ['whats the cloour of the “Save” button', { op: 'color', of: { name: 'save' } }],
])('understands “%s”', (asked, program) => {
  expect(parse(asked)).toMatchObject(program);
});

it('takes no remark about asking for a question', () => {
  expect(questionsIn('Which plan has SSO? I need to know.')).toEqual(['Which plan has SSO']);
  expect(questionsIn('Where is Save? What color is it?')).toHaveLength(2);
});
