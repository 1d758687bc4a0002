import { expect, it } from 'vitest';
import { answer } from '../../extension/answer/answer.ts';
import { profileForm, scene } from '../../extension/answer/fixtures.ts';
import { suggestionsFor } from './suggestions.ts';

it('asks for what is there', () => {
  expect(suggestionsFor(profileForm())).toEqual([
    'What does this show?',
    'Where is the “Save” button?',
    'Which fields are empty?',
    'How many buttons are there?',
    'What text is in it?',
    'Which colours does it use?',
  ]);
});

it('asks of a picture not seen yet, or of nothing known, what any picture answers', () => {
  const always = ['What does this show?', 'What text is in it?', 'Which colours does it use?'];
  expect(suggestionsFor(undefined)).toEqual(always);
  expect(suggestionsFor(scene({}))).toEqual(always);
});

it.each(suggestionsFor(profileForm()))('is answered: %s', async (question) => {
  const outcomes = [];
  for await (const part of answer([{ name: 'a.png', scene: profileForm() }], question, []))
    if (part.kind === 'outcome') outcomes.push(part.outcome);
  expect(outcomes).toMatchObject([{ declined: false }]);
  expect(outcomes[0]).not.toHaveProperty('candidates');
});
