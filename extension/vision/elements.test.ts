import { describe, expect, test } from 'vitest';
import { overlapOf } from './content.ts';
import { findElements } from './elements.ts';
import { readFixture } from './fixtures/truth.ts';
import { findPictures, withoutPictured } from './pictures.ts';
import { findShapes } from './shapes.ts';

const { pixels, truth, lines } = await readFixture('controls@1');
const geometry = findShapes(pixels, lines);
const { pictures } = findPictures(geometry, lines);
const shapes = withoutPictured(geometry.shapes, pictures);
const elements = findElements({ pixels, shapes, pictures, lines, background: '#ffffff', scale: 1 });

/** Ink is tight: an icon's path and a slider's track lie inside their boxes. */
const INSIDE = ['icon', 'slider'];

describe('controls without a network', () => {
  test.each(truth.elements.map((e) => [e.class, e] as const))('%s', (name, wanted) => {
    const found = elements.filter((e) => e.class === name && overlapOf(e.box, wanted.box) > 0.6);
    expect(found).toHaveLength(1);
    const [element] = found;
    if (!INSIDE.includes(name)) expect(element!.box).toEqual(wanted.box);
    if (['checkbox', 'radio', 'switch'].includes(name)) expect(element!.state.checked).toBe(wanted.checked);
    if (wanted.value !== undefined) expect(element!.state.value).toBeCloseTo(wanted.value, 1);
  });

  test('nothing is a control that is none', () => {
    const names = [
      'button',
      'text-field',
      'text-area',
      'select',
      'checkbox',
      'radio',
      'switch',
      'slider',
      'badge',
      'progress',
      'table',
      'image',
      'avatar',
    ];
    expect(elements.filter((e) => names.includes(e.class))).toHaveLength(
      truth.elements.filter((e) => names.includes(e.class)).length,
    );
  });
});

describe('pictures', () => {
  test('a placeholder has its colour, a photograph has none, a round one its radius', () => {
    expect(pictures.find((p) => p.solid)).toMatchObject({
      kind: 'image',
      box: { x: 200, y: 400, width: 120, height: 80 },
      solid: '#0000ff',
    });
    expect(pictures.find((p) => p.kind === 'image' && !p.solid)?.box).toEqual({
      x: 340,
      y: 400,
      width: 120,
      height: 80,
    });
    expect(pictures.find((p) => p.kind === 'avatar')).toMatchObject({
      box: { x: 480, y: 400, width: 48, height: 48 },
      radius: [24, 24, 24, 24],
    });
  });

  test('no shapes are left inside a photograph', () => {
    const photo = pictures.find((p) => p.kind === 'image' && !p.solid)!.box;
    expect(
      shapes.filter(
        (s) =>
          s.box.x >= photo.x &&
          s.box.y >= photo.y &&
          s.box.x + s.box.width <= photo.x + photo.width &&
          s.box.y + s.box.height <= photo.y + photo.height,
      ),
    ).toEqual([]);
  });
});
