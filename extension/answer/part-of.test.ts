import { expect, it } from 'vitest';
import { box, element, line, profileForm, scene, shape } from './fixtures.ts';
import { partOf } from './part-of.ts';

const texts = (part: ReturnType<typeof partOf>) => part.lines.map(({ text }) => text);

it('keeps what is mostly in the region, at its place in the picture', () => {
  const whole = profileForm();
  const part = partOf(whole, box(190, 330, 290, 60));
  expect(texts(part)).toEqual(['Save', 'Cancel']);
  expect(part.elements).toEqual(whole.elements.filter(({ class: kind }) => kind === 'button'));
  expect(part.image).toEqual(whole.image);
});

it('cuts lines to their words', () => {
  const part = partOf(scene({ lines: [line('One two three', 100, 100)] }), box(130, 90, 34, 40));
  expect(part.lines[0]).toMatchObject({ text: 'two', box: box(132, 100, 24, 16), runs: [{ text: 'two' }] });
});

it('takes a region within one thing for that thing, and what it lies on for the ground', () => {
  const card = shape('card', box(0, 0, 400, 300), '#123456');
  const button = box(100, 100, 200, 60);
  const whole = scene({
    shapes: [card, { ...shape('s', button, '#ff0000'), parent: 'card' }],
    elements: [element('card', card.box, 'card'), element('button', button, 's')],
  });
  const part = partOf(whole, box(150, 110, 40, 30));
  expect(part.elements.map(({ class: kind }) => kind)).toEqual(['button']);
  expect(part.background).toEqual({ kind: 'solid', color: '#ff0000' });
  expect(part.shapes).toEqual([shape('s', button, '#ff0000')]);
});

it('is empty where nothing is', () => {
  expect(partOf(profileForm(), box(700, 500, 50, 50))).toMatchObject({ lines: [], elements: [], pictures: [] });
});
