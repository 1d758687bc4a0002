import { expect, it } from 'vitest';
import { settleSizes } from './sizes.ts';

const measured = (size: number, error: number, weight = 40) => ({ size, error, weight });

it('takes sizes that style sheets ask for where they fit', () => {
  expect(settleSizes([measured(15.98, 0.04), measured(13.31, 0.03), measured(18.7, 0.05)])).toEqual([
    16, 13.333, 18.72,
  ]);
});

it('keeps what was measured surely, however odd', () => {
  expect(settleSizes([measured(15.35, 0.03)])).toEqual([15.35]);
});

it('lets an unsure size be one that the page has', () => {
  expect(settleSizes([measured(14, 0.03, 200), measured(14.6, 0.5, 4)])).toEqual([14, 14]);
});

it('has nothing to settle on a page without text', () => {
  expect(settleSizes([])).toEqual([]);
});
