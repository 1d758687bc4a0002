import { describe, expect, it } from 'vitest';
import { freeName, kebab, modulePath } from './names.ts';

it('writes names in kebab case', () => {
  expect(kebab('SignInForm')).toBe('sign-in-form');
  expect(kebab('URLList2')).toBe('url-list2');
});

it('numbers names that are taken, whatever their case', () => {
  expect(freeName('Card', [])).toBe('Card');
  expect(freeName('Card', ['card', 'Card2'])).toBe('Card3');
  expect(freeName('Card', ['CARD.tsx', 'Card2'], '.tsx')).toBe('Card2.tsx');
});

describe('modulePath', () => {
  it.each([
    ['src', 'src/components/Card/Card.css', './components/Card/Card.css'],
    ['src/styles', 'src/components/Card.css', '../components/Card.css'],
    ['', 'Card.css', './Card.css'],
    ['src', 'Card.css', '../Card.css'],
    ['a/b', 'a/b', '../b'],
  ])('leads from %s to %s', (from, to, path) => {
    expect(modulePath(from, to)).toBe(path);
  });
});
