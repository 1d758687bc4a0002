import { describe, expect, it } from 'vitest';
import { advance, contentArea, FAMILIES, faceOf, familyOf, lineHeightNormal } from './fonts.ts';

const plain = (family: string, size = 16) => ({ family, weight: 400, italic: false, size });

describe('advance', () => {
  // Widths that Chromium reports for the same text at 16 px.
  it.each([
    ['Hamburgefonstiv AVATAR To We are 0123 ', 'Arial', 305.05],
    ['serif Hamburgefonstiv AVATAR', 'Times New Roman', 206.72],
    ['monospace Hamburg', 'DejaVu Sans Mono', 163.77],
    ['courier new', 'Courier New', 105.63],
    ['system-ui', 'Verdana', 78.2],
  ])('sets %j in %s as wide as the browser does', (text, family, width) => {
    expect(advance(text, plain(family))).toBeCloseTo(width, 0);
  });

  it('adds letter spacing after every character', () => {
    expect(advance('abc', { ...plain('Arial'), letterSpacing: 2 })).toBeCloseTo(advance('abc', plain('Arial')) + 6);
  });

  it('takes accented letters for as wide as their base', () => {
    expect(advance('é', plain('Inter'))).toBe(advance('e', plain('Inter')));
  });

  it('gives what no table holds a width', () => {
    expect(advance('漢', plain('Arial'))).toBeGreaterThan(0);
    expect(advance('', plain('Arial'))).toBe(0);
  });
});

describe('faceOf', () => {
  it('draws a weight that a family lacks with the nearest it has', () => {
    expect(faceOf('Arial', 600, false)).toBe(faceOf('Arial', 700, false));
    expect(faceOf('Arial', 500, false)).toBe(faceOf('Arial', 400, false));
  });

  it('finds weights between two in proportion', () => {
    const widths = [400, 500, 700].map((weight) => advance('weight', { ...plain('Inter'), weight }));
    expect(widths[1]! - widths[0]!).toBeCloseTo((widths[2]! - widths[0]!) / 3, 1);
  });
});

describe('vertical metrics', () => {
  // What Chromium reports for `line-height: normal` at 16 px.
  it.each([
    ['Arial', 18],
    ['Times New Roman', 18],
    ['Courier New', 18],
    ['Verdana', 19],
    ['DejaVu Sans Mono', 19],
  ])('%s', (family, height) => {
    expect(lineHeightNormal(family, 16)).toBe(height);
  });

  it('rounds ascent and descent to whole pixels', () => {
    expect(contentArea('Arial', 16)).toEqual({ ascent: 14, descent: 3 });
  });
});

it('stands in for families that it does not hold', () => {
  expect(familyOf('monospace').name).toBe('DejaVu Sans Mono');
  expect(familyOf('No Such Family').name).toBe('Arial');
  expect(FAMILIES.length).toBeGreaterThan(40);
});
