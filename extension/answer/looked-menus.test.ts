import { describe, expect, it } from 'vitest';
import type { Element, Scene } from '../vision/scene.ts';
import { box, element, line, scene, shape } from './fixtures.ts';
import { menuItems } from './menu-items.ts';
import { viewOf } from './view.ts';

/** As a detector gives it: never certain. */
const seen = (kind: Element['class'], ...place: [number, number, number, number]): Element => ({
  ...element(kind, box(...place)),
  confidence: 0.6,
});

const namesIn = (of: Scene) => menuItems(viewOf(of)).map(({ name, state }) => (state.selected ? `*${name}` : name));
const thingsIn = (of: Scene, name: string) => viewOf(of).things.filter((thing) => thing.name === name);

describe('a menu', () => {
  it('is a row of links at the top, where none was seen', () => {
    const names = ['Docs', 'Prices', 'About'];
    const page = scene({
      lines: [
        ...names.map((name, i) => line(name, 100 + 90 * i, 22, { link: 0.9 })),
        ...names.map((name, i) => line(`${name} again`, 100 + 150 * i, 500, { link: 0.9 })),
      ],
      elements: names.map((name, i) => seen('link', 100 + 90 * i, 20, 8 * name.length, 20)),
    });
    expect(namesIn(page)).toEqual(names);
  });

  it('is told whole, where only its current entry was seen as one, whose plate looks like a button', () => {
    const names = ['Home', 'Projects', 'Team', 'Reports'];
    const places = [100, 180, 290, 360];
    const page = scene({
      lines: names.map((name, i) => line(name, places[i]!, name === 'Projects' ? 27 : 22, { link: 0.9 })),
      shapes: [shape('plate', box(168, 18, 88, 34), '#2563eb')],
      elements: [
        seen('button', 168, 18, 88, 34),
        seen('navigation', 168, 18, 88, 34),
        seen('link', 180, 27, 64, 16),
        ...names.flatMap((name, i) => (name === 'Projects' ? [] : [seen('link', places[i]!, 22, 8 * name.length, 16)])),
      ],
    });
    expect(namesIn(page)).toEqual(['Home', '*Projects', 'Team', 'Reports']);
    expect(thingsIn(page, 'Projects').map(({ kind }) => kind)).toEqual(['link']);
  });

  it('goes on over words that were not seen as links, up to a plate at its end, without a heavier brand', () => {
    const names = ['Tidewell', 'Home', 'Projects', 'Team', 'Reports'];
    const places = [20, 110, 180, 270, 330];
    const page = scene({
      lines: names.map((name, i) =>
        line(name, places[i]!, name === 'Reports' ? 27 : 22, name === 'Tidewell' ? { weight: 700 } : {}),
      ),
      shapes: [shape('plate', box(326, 18, 64, 34), '#2563eb')],
      elements: [
        seen('button', 326, 18, 64, 34),
        ...[0, 1, 3].map((i) => seen('link', places[i]!, 22, 8 * names[i]!.length, 16)),
      ],
    });
    expect(namesIn(page)).toEqual(['Home', 'Projects', 'Team', '*Reports']);
  });
});
