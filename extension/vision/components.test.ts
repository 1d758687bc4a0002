import { describe, expect, it } from 'vitest';
import { findComponents } from './components.ts';

function maskOf(rows: string[]): [Uint8Array, number, number] {
  const text = rows.join('');
  return [Uint8Array.from(text, (c) => (c === '#' ? 1 : 0)), rows[0]!.length, rows.length];
}

describe('findComponents', () => {
  it('joins over corners and late meetings', () => {
    const { list, labels } = findComponents(...maskOf(['#..#..#', '#.#...#', '##....#', '.......', '..#....']));
    expect(list).toEqual([
      { x0: 0, y0: 0, x1: 4, y1: 3, area: 6 },
      { x0: 6, y0: 0, x1: 7, y1: 3, area: 3 },
      { x0: 2, y0: 4, x1: 3, y1: 5, area: 1 },
    ]);
    expect([labels[0], labels[3], labels[6], labels[1]]).toEqual([1, 1, 2, 0]);
  });

  it('joins the arms of a W', () => {
    const { list } = findComponents(...maskOf(['#.#.#', '#.#.#', '.#.#.']));
    expect(list).toHaveLength(1);
  });

  it('finds nothing in nothing', () => {
    expect(findComponents(new Uint8Array(6), 3, 2).list).toEqual([]);
  });
});
