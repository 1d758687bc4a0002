import { expect, it } from 'vitest';
import { answer } from '../../extension/answer/answer.ts';
import { profileForm, scene } from '../../extension/answer/fixtures.ts';
import { suggestionsFor } from './suggestions.ts';

it('asks for what is there', () => {
  expect(suggestionsFor([profileForm()]).map(({ question }) => question)).toEqual([
    'What does this show?',
    'Where is the “Save” button?',
    'Which fields are empty?',
    'How many buttons are there?',
    'What is above the “Save” button?',
    'What text is in it?',
    'Which colours does it use?',
  ]);
});

it('asks of a picture not seen yet, or of nothing known, what any picture answers', () => {
  const always = ['What does this show?', 'What text is in it?', 'Which colours does it use?'];
  for (const scenes of [[], [scene({})]])
    expect(suggestionsFor(scenes).map(({ question }) => question)).toEqual(always);
});

it.each([
  ...suggestionsFor([profileForm()]).map(({ question }) => ({ question, count: 1 })),
  ...suggestionsFor([profileForm(), profileForm()]).map(({ question }) => ({ question, count: 2 })),
])('is answered: $question ($count pictures)', async ({ question, count }) => {
  const pictures = ['a.png', 'b.png'].slice(0, count).map((name) => ({ name, scene: profileForm() }));
  const outcomes = [];
  for await (const part of answer(pictures, question, [])) if (part.kind === 'outcome') outcomes.push(part.outcome);
  expect(outcomes.length).toBeGreaterThan(0);
  for (const outcome of outcomes) {
    expect(outcome.declined).toBe(false);
    expect(outcome.candidates).toBeUndefined();
  }
});
