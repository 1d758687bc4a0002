import { expect, test } from 'vitest';
import type { Outcome, Value } from '../../extension/answer/outcome.ts';
import type { Expected } from './question.ts';
import { isBluff, judge } from './score.ts';

const outcome = (value?: Value, more: Partial<Outcome> = {}) =>
  ({ picture: 0, boxes: [], confidence: 0.9, declined: false, ...(value && { value }), ...more }) as unknown as Outcome;
const answered = (value?: Value, more?: Partial<Outcome>, said = '') => ({
  outcomes: [outcome(value, more)],
  said,
  time: 1,
});
const verdict = (wanted: Expected, value: Value, also?: string[]) =>
  judge({ expect: wanted, ...(also && { also }) }, answered(value));

test('texts are compared without case, blanks, quotes and what ends them', () => {
  const text = (said: string): Value => ({ kind: 'text', text: said });
  expect(verdict({ text: 'Sign in' }, text('“sign  in”.'))).toBe('right');
  expect(verdict({ text: '−2.7%' }, text('-2.7%'))).toBe('right');
  expect(verdict({ text: 'Sign in' }, text('Sign in now'))).toBe('wrong');
  expect(verdict({ text: '$29' }, text('$29 per month'), ['$29 per month'])).toBe('right');
  expect(verdict({ text: '2.7%' }, text('27%'))).toBe('wrong');
});

test('lists may come in any order but hold neither more nor less', () => {
  const texts = (...all: string[]): Value => ({ kind: 'texts', texts: all });
  expect(verdict({ texts: ['Home', 'Blog'] }, texts('Blog', 'home'))).toBe('right');
  expect(verdict({ texts: ['Home', 'Blog'] }, texts('Home', 'Blog', 'Shop'))).toBe('wrong');
  expect(verdict({ texts: ['Home', 'Home'] }, texts('Home', 'Blog'))).toBe('wrong');
});

test('counts are exact, as numbers or read off', () => {
  expect(verdict({ number: 3 }, { kind: 'number', number: 3 })).toBe('right');
  expect(verdict({ number: 12 }, { kind: 'text', text: '12' })).toBe('right');
  expect(verdict({ number: 0 }, { kind: 'text', text: '' })).toBe('wrong');
  expect(verdict({ number: 3 }, { kind: 'number', number: 4 })).toBe('wrong');
});

test('colours are right within a ΔE2000 of 5, lengths within a pixel or a twentieth', () => {
  expect(verdict({ color: '#0d6efd' }, { kind: 'color', color: '#0e6ffa' })).toBe('right');
  expect(verdict({ color: '#0d6efd' }, { kind: 'color', color: '#0dcaf0' })).toBe('wrong');
  expect(verdict({ length: 16 }, { kind: 'length', pixels: 16.9 })).toBe('right');
  expect(verdict({ length: 16 }, { kind: 'length', pixels: 18 })).toBe('wrong');
  expect(verdict({ length: 60 }, { kind: 'length', pixels: 57.5 })).toBe('right');
});

test('a place is right where the middle of its box lies in the true element', () => {
  const place = (x: number): Value => ({
    kind: 'place',
    box: { x, y: 0, width: 10, height: 10 },
    point: { x: 0, y: 0 },
  });
  expect(verdict({ box: [100, 0, 50, 20] }, place(110))).toBe('right');
  expect(verdict({ box: [100, 0, 50, 20] }, place(90))).toBe('wrong');
});

test('to decline is right where nothing can be told, and only there', () => {
  const declined = answered(undefined, { declined: true, confidence: 0 });
  expect(judge({ expect: { declined: true } }, declined)).toBe('right');
  expect(judge({ expect: { text: 'x' } }, declined)).toBe('declined');
  expect(judge({ expect: { declined: true } }, answered({ kind: 'text', text: 'x' }))).toBe('wrong');
  expect(judge({ expect: { text: 'x' } }, { outcomes: [], said: '', time: 1 })).toBe('wrong');
});

test('a change is found where few places are told, one of them there, with what it says since', () => {
  const changed: Expected = { changed: { box: [10, 10, 40, 20], says: 'Maple' } };
  const at = { x: 12, y: 12, width: 30, height: 16 };
  const far = { x: 500, y: 12, width: 30, height: 16 };
  expect(judge({ expect: changed }, answered(undefined, { boxes: [at] }, '“Save” became “Maple”.'))).toBe('right');
  expect(judge({ expect: changed }, answered(undefined, { boxes: [at] }, 'Something changed.'))).toBe('wrong');
  expect(judge({ expect: changed }, answered(undefined, { boxes: [far] }, 'Maple'))).toBe('wrong');
  expect(judge({ expect: changed }, answered(undefined, { boxes: [at, far, far, far, far] }, 'Maple'))).toBe('wrong');
  expect(judge({ expect: { unchanged: true } }, answered(undefined, { boxes: [at] }))).toBe('wrong');
});

test('a bluff is wrong and sure of it', () => {
  const sure = answered({ kind: 'number', number: 4 });
  expect(isBluff('wrong', sure)).toBe(true);
  expect(isBluff('right', sure)).toBe(false);
  expect(isBluff('wrong', answered({ kind: 'number', number: 4 }, { confidence: 0.6 }))).toBe(false);
});
