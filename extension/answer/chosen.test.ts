import { describe, expect, it, test } from 'vitest';
import type { Scene } from '../vision/scene.ts';
import { box, line, scene, shape } from './fixtures.ts';
import { viewOf } from './view.ts';

const NAMES = ['Overview', 'Orders', 'Customers', 'Reports'];
type Looks = Parameters<typeof line>[3];

/** A menu at the left, below each other, with one entry that looks as told. */
function menu(chosen: string, looks: Looks, shapes: Scene['shapes'] = []): Scene {
  const plain = { size: 14, link: 0.9, background: '#f3f4f6' };
  const entries = NAMES.map((name, i) =>
    line(name, 30, 100 + 40 * i, name === chosen ? { ...plain, ...looks } : plain),
  );
  const prose = line('What the shop sold in the last thirty days and what it did not', 260, 100);
  return scene({
    lines: [...entries, line('Dashboard', 260, 40, { size: 28, weight: 700 }), prose],
    shapes: [shape('side', box(0, 0, 220, 600), '#f3f4f6'), ...shapes],
  });
}
const selected = (of: Scene) =>
  viewOf(of)
    .things.filter(({ state }) => state.selected)
    .map(({ name }) => name);

describe('the current entry of a menu', () => {
  const plate = shape('on', box(16, 130, 190, 36), '#2563eb');
  const underline = { ...shape('under', box(30, 160, 48, 2), '#2563eb'), kind: 'rule' as const };
  test.each<[string, Scene]>([
    ['by its fill', menu('Orders', { background: '#2563eb', color: '#ffffff' }, [plate])],
    ['by its weight', menu('Orders', { weight: 700 })],
    ['by a line below it', menu('Orders', { link: 0 }, [underline])],
  ])('%s', (_, of) => expect(selected(of)).toEqual(['Orders']));

  it('is none where all look alike, and none where two differ', () => {
    expect(selected(menu('', {}))).toEqual([]);
    const two = menu('Orders', { weight: 700 });
    two.lines[3]!.runs[0]!.style.weight = 700;
    expect(selected(two)).toEqual([]);
  });
});

it('takes the title of a column for no entry of it', () => {
  const column = (x: number, title: string) => [
    line(title, x, 100, { size: 14, weight: 700 }),
    ...['one', 'two', 'three'].map((name, i) => line(`${title} ${name}`, x, 130 + 26 * i, { size: 14, link: 0.9 })),
  ];
  expect(selected(scene({ lines: [...column(40, 'Help'), ...column(300, 'Shop')] }))).toEqual([]);
});
