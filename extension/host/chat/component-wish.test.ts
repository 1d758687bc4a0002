import { expect, it } from 'vitest';
import { componentWish } from './component-wish.ts';

it.each([
  ['make it a component', { of: 'it' }],
  ['Turn this into a React component, please.', { of: 'it' }],
  ['can you make that a component?', { of: 'it' }],
  ['create a component from it', { of: 'it' }],
  ['make a component', { of: 'picture' }],
  ['Convert the whole screenshot to code', { of: 'picture' }],
  ['generate the code for this page', { of: 'picture' }],
  ['make the sign-in card a component', { of: 'named', name: 'the sign-in card' }],
  ['build a reusable component out of the Pro plan', { of: 'named', name: 'the pro plan' }],
])('understands %j', (text, wish) => {
  expect(componentWish(text)).toEqual(wish);
});

it.each([
  'where is the component?',
  'what does the create button say',
  'how many components are there',
  'what is the promo code',
  'make it blue',
  'is there code in it?',
])('takes %j for a question', (text) => {
  expect(componentWish(text)).toBeUndefined();
});
