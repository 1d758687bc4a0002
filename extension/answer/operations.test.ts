import { describe, expect, it, test } from 'vitest';
import type { Scene } from '../vision/scene.ts';
import { box, line, profileForm, scene, shape } from './fixtures.ts';
import { operate } from './operations.ts';
import type { Operation } from './operations.ts';
import { parseSelection } from './parse-selection.ts';
import { orderOf } from './sorting.ts';
import { viewOf } from './view.ts';

const ask = (of: Scene, operation: Operation) =>
  operate(operation, { view: viewOf(of), picture: 0, memory: { boxes: [] } });
const text = (said: string) => ({ kind: 'text', text: said });
const length = (pixels: number) => ({ kind: 'length', pixels });

/** Three cards in a row, 20 px apart, each with a plan, its price and what it has. */
function plans(): Scene {
  const cards = [
    ['Solo', '$9', '1 site', 'Email support'],
    ['Studio', '$29', '5 sites', 'Review and approval'],
    ['Press', '$99', 'Unlimited sites', 'Phone support'],
  ].map((texts, i) => ({ texts, x: 40 + 240 * i }));
  return scene({
    shapes: cards.map(({ x }, i) => shape(`c${i}`, box(x, 120, 220, 260), '#f8fafc')),
    lines: [
      line('Plans', 40, 40, { size: 32, weight: 700 }),
      ...cards.flatMap(({ texts: [name, price, ...rest], x }) => [
        line(name!, x + 24, 144, { size: 20, weight: 700 }),
        line(price!, x + 24, 190, { size: 32, weight: 700 }),
        ...rest.map((each, i) => line(each, x + 24, 260 + 40 * i)),
      ]),
    ],
  });
}

describe('room', () => {
  test.each<[string, Scene, Operation, number]>([
    [
      'between two buttons',
      profileForm(),
      { op: 'distance', a: parseSelection('save button'), b: parseSelection('cancel button') },
      20,
    ],
    ['between fields', profileForm(), { op: 'gaps', of: parseSelection('fields') }, 40],
    ['between cards', plans(), { op: 'gaps', of: parseSelection('cards') }, 20],
    ['within a card, without its border', plans(), { op: 'padding', of: parseSelection('studio card') }, 23],
  ])('%s', (_, of, operation, pixels) => expect(ask(of, operation).value).toEqual(length(pixels)));

  it('is told in CSS pixels', () => {
    const large = profileForm();
    large.scale = 2;
    const operation: Operation = {
      op: 'distance',
      a: parseSelection('save button'),
      b: parseSelection('cancel button'),
    };
    expect(ask(large, operation).value).toEqual(length(10));
  });

  it('is declined where there is only one', () => {
    expect(ask(profileForm(), { op: 'gaps', of: parseSelection('checkboxes') }).declined).toBe(true);
  });

  it('counts what stands in a row', () => {
    expect(ask(plans(), { op: 'per-row', of: parseSelection('cards') }).value).toEqual({ kind: 'number', number: 3 });
  });
});

describe('legibility', () => {
  const faint = scene({
    lines: [
      line('Plain to see', 20, 20),
      line('Hardly there', 20, 60, { color: '#9ca3af' }),
      line('Large and light', 20, 100, { size: 28, color: '#8a8f98' }),
      line('Fine print', 20, 160, { size: 10 }),
    ],
  });

  it('measures contrast as WCAG does', () => {
    expect(ask(faint, { op: 'contrast', of: parseSelection('"hardly there"') }).value).toEqual({
      kind: 'number',
      number: 2.54,
    });
  });

  it('asks less of large text', () => {
    expect(ask(faint, { op: 'low-contrast' }).value).toEqual(text('Hardly there'));
  });

  it('finds what is small', () => {
    const reply = ask(faint, { op: 'small-text' });
    expect(reply.value).toEqual(text('Fine print'));
    expect(reply.parts).toContainEqual(expect.objectContaining({ kind: 'fact', boxes: [box(20, 160, 50, 10)] }));
    expect(ask(profileForm(), { op: 'small-text' }).value).toEqual({ kind: 'texts', texts: [] });
  });
});

describe('which has', () => {
  it.each([
    ['phone support', 'Press'],
    ['5 sites', 'Studio'],
    ['email support', 'Solo'],
  ])('%s: %s', (what, name) => expect(ask(plans(), { op: 'which-has', noun: 'plan', what }).value).toEqual(text(name)));

  it('is declined where none has', () => {
    expect(ask(plans(), { op: 'which-has', noun: 'plan', what: 'single sign-on' }).declined).toBe(true);
  });
});

test.each([
  [['Ada', 'Ben', 'Cleo'], 'rising'],
  [['€9', '€10', '€200'], 'rising'],
  [['12 May 2026', '3 May 2026', '30 April 2026'], 'falling'],
  [['Paid', 'Open', 'Paid'], undefined],
  [['a', 'b'], undefined],
])('%j is %s', (texts, order) => expect(orderOf(texts)).toBe(order));
