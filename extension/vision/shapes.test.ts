import { describe, expect, test } from 'vitest';
import { readFixture } from './fixtures/truth.ts';
import type { Truth } from './fixtures/truth.ts';
import type { Box, Shape } from './scene.ts';
import type { Pixels } from './pixels.ts';
import { findShapes } from './shapes.ts';

function hex(css: string): string {
  return (
    '#' +
    css
      .match(/[\d.]+/g)!
      .slice(0, 3)
      .map((v) => Number(v).toString(16).padStart(2, '0'))
      .join('')
  );
}

function at(shapes: Shape[], { x, y, width, height }: Box): Shape | undefined {
  return shapes.find((s) => s.box.x === x && s.box.y === y && s.box.width === width && s.box.height === height);
}

/** Truth of the parts that a fill hides or that overflow cuts. */
const ROUNDED_BY_PARENT = ['filled'];

describe.each(['shapes@1', 'shapes@2'])('%s', async (name) => {
  const { pixels, truth, lines } = await readFixture(name);
  const { background, shapes } = findShapes(pixels, lines, truth.scale);
  const shapeOf = (which: string): { shape: Shape; truth: Truth['shapes'][number] } => {
    const wanted = truth.shapes.find((s) => s.name === which)!;
    return { shape: at(shapes, wanted.box)!, truth: wanted };
  };

  test.each(truth.shapes.map((s) => s.name))('%s: box, fill, border and radius', (which) => {
    const { shape, truth: wanted } = shapeOf(which);
    expect(shape, JSON.stringify(wanted.box)).toBeDefined();
    const transparent = wanted.fill === 'rgba(0, 0, 0, 0)';
    if (!transparent) expect(shape.fill).toEqual({ kind: 'solid', color: hex(wanted.fill) });
    const half = Math.min(wanted.box.width, wanted.box.height) / 2 / truth.scale;
    if (!ROUNDED_BY_PARENT.includes(which)) {
      wanted.radius.forEach((r, i) =>
        expect(Math.abs((shape.radius?.[i] ?? 0) - Math.min(half, r))).toBeLessThanOrEqual(1),
      );
    }
    (['top', 'right', 'bottom', 'left'] as const).forEach((side, i) => {
      const width = wanted.border[i]!;
      if (width) expect(shape.border?.[side]).toEqual({ width, style: 'solid', color: hex(wanted.borderColor) });
      else expect(shape.border?.[side]).toBeUndefined();
    });
  });

  test('nothing else is found', () => {
    expect(shapes).toHaveLength(truth.shapes.length);
  });

  test('the page, and what stands for itself', () => {
    expect(background).toEqual({ kind: 'solid', color: '#f3f4f6' });
    expect(shapeOf('circle').shape.kind).toBe('ellipse');
    for (const rule of ['rule', 'thick', 'upright']) expect(shapeOf(rule).shape.kind).toBe('rule');
    expect(shapeOf('outline').shape.fill).toBeUndefined();
    expect(shapeOf('head').shape.parent).toBe(shapeOf('headed').shape.id);
    expect(shapeOf('filled').shape.parent).toBe(shapeOf('track').shape.id);
  });

  test('shadows', () => {
    const raised = shapeOf('raised').shape.shadow!;
    expect(raised.x).toBe(0);
    expect(Math.abs(raised.y - 4)).toBeLessThanOrEqual(1);
    expect(Math.abs(raised.blur - 16)).toBeLessThanOrEqual(4);
    expect(Math.abs(parseInt(raised.color.slice(7), 16) / 255 - 0.2)).toBeLessThan(0.05);
    expect(Math.abs(shapeOf('bar').shape.shadow!.blur - 8)).toBeLessThanOrEqual(2);
    expect(shapeOf('card').shape.shadow).toBeUndefined();
  });

  test('gradients', () => {
    const sidebar = shapeOf('sidebar').shape.fill!;
    expect(sidebar).toMatchObject({ kind: 'linear-gradient', angle: 180 });
    near(sidebar, [0, '#2b6cb0'], [1, '#1a365d']);
    const diagonal = shapeOf('diagonal').shape.fill!;
    expect(diagonal).toMatchObject({ kind: 'linear-gradient', angle: 45 });
    near(diagonal, [0, '#805ad5'], [1, '#ed64a6']);
    const three = shapeOf('three').shape.fill!;
    expect(three).toMatchObject({ kind: 'linear-gradient', angle: 90 });
    near(three, [0, '#f6e05e'], [0.5, '#ed8936'], [1, '#e53e3e']);
  });
});

function near(fill: NonNullable<Shape['fill']>, ...wanted: [number, string][]): void {
  if (fill.kind !== 'linear-gradient') throw new Error('no gradient');
  for (const [offset, color] of wanted) {
    const stop = fill.stops.reduce((a, b) => (Math.abs(b.offset - offset) < Math.abs(a.offset - offset) ? b : a));
    expect(Math.abs(stop.offset - offset)).toBeLessThanOrEqual(0.05);
    for (const i of [1, 3, 5])
      expect(
        Math.abs(parseInt(stop.color.slice(i, i + 2), 16) - parseInt(color.slice(i, i + 2), 16)),
      ).toBeLessThanOrEqual(6);
  }
}

function canvas(
  width: number,
  height: number,
  color: number,
): Pixels & { rect(x: number, y: number, w: number, h: number, c: number): void } {
  const data = new Uint8Array(width * height * 3);
  const rect = (x: number, y: number, w: number, h: number, c: number): void => {
    for (let j = y; j < y + h; j++)
      for (let i = x; i < x + w; i++) data.set([c >> 16, (c >> 8) & 255, c & 255], (j * width + i) * 3);
  };
  rect(0, 0, width, height, color);
  return { width, height, data, rect };
}

describe('drawn by hand', () => {
  test('a blank page has a background and no shapes', () => {
    const { background, shapes } = findShapes(canvas(200, 100, 0x123456), []);
    expect(background).toEqual({ kind: 'solid', color: '#123456' });
    expect(shapes).toEqual([]);
  });

  test('one pixel', () => {
    expect(findShapes(canvas(1, 1, 0xffffff), []).shapes).toEqual([]);
  });

  test('text is no shape, and what it lies on is whole', () => {
    const page = canvas(200, 100, 0xffffff);
    page.rect(20, 20, 100, 40, 0x0000aa);
    page.rect(40, 30, 20, 20, 0xffffff);
    const text = { box: { x: 40, y: 30, width: 20, height: 20 }, background: [0, 0, 0xaa] as const };
    const { shapes } = findShapes(page, [text]);
    expect(shapes.map((s) => s.box)).toEqual([{ x: 20, y: 20, width: 100, height: 40 }]);
  });

  test('noise of compression does not hide a card', () => {
    const page = canvas(300, 200, 0xe0e0e0);
    page.rect(50, 40, 200, 120, 0xffffff);
    let seed = 1;
    for (let i = 0; i < page.data.length; i++) {
      seed = (seed * 16807) % 2147483647;
      page.data[i] = Math.min(255, Math.max(0, page.data[i]! + (seed % 5) - 2));
    }
    const { shapes } = findShapes(page, []);
    expect(shapes.map((s) => s.box)).toEqual([{ x: 50, y: 40, width: 200, height: 120 }]);
  });

  test('a table of lines is a frame and rules', () => {
    const page = canvas(400, 200, 0xffffff);
    for (let y = 20; y <= 140; y += 40) page.rect(20, y, 301, 1, 0xcccccc);
    for (let x = 20; x <= 320; x += 100) page.rect(x, 20, 1, 121, 0xcccccc);
    const { shapes } = findShapes(page, []);
    expect(shapes.filter((s) => s.kind === 'rectangle').map((s) => s.box)).toEqual([
      { x: 20, y: 20, width: 301, height: 121 },
    ]);
    expect(shapes.filter((s) => s.kind === 'rule')).toHaveLength(4);
  });
});
