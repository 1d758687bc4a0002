import { expect, it } from 'vitest';
import { fill } from './strings.ts';

it('puts values where their numbers stand, and leaves numbers without one', () => {
  expect(fill('{1} of {0}: {2}', 'ten', 3)).toBe('3 of ten: {2}');
});

it('reads nothing in a value', () => {
  expect(fill('{0} {1}', '{1}', '$&')).toBe('{1} $&');
});
