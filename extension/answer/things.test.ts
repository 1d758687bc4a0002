import { describe, expect, it } from 'vitest';
import type { Scene } from '../vision/scene.ts';
import { box, element, line, profileForm, scene, shape } from './fixtures.ts';
import { menuItems } from './menu-items.ts';
import { leadOf, prominenceOf } from './prominence.ts';
import { stateOf } from './states.ts';
import type { ThingKind } from './things.ts';
import { viewOf } from './view.ts';

const of = (seen: Scene, kind: ThingKind) => viewOf(seen).things.filter((thing) => thing.kind === kind);
const namesOf = (seen: Scene, kind: ThingKind) => of(seen, kind).map(({ name }) => name);

describe('names', () => {
  it('of a switch is the text at the start of its row, not the explanation under it', () => {
    const seen = scene({
      lines: [
        line('Dark mode', 100, 100, { size: 15 }),
        line('Easier on the eyes at night, and kinder to the battery', 100, 118, { size: 12 }),
        line('Beta features', 100, 160, { size: 15 }),
      ],
      elements: [element('switch', box(640, 104, 40, 22)), element('switch', box(640, 158, 40, 22))],
    });
    expect(namesOf(seen, 'switch')).toEqual(['Dark mode', 'Beta features']);
  });

  it('tell whether a field must be filled in', () => {
    const seen = scene({
      lines: [line('Email *', 100, 100, { size: 14 }), line('Phone (optional)', 100, 200, { size: 14 })],
      shapes: [shape('s1', box(100, 122, 300, 40), '#ffffff'), shape('s2', box(100, 222, 300, 40), '#ffffff')],
      elements: [
        element('text-field', box(100, 122, 300, 40), 's1'),
        element('text-field', box(100, 222, 300, 40), 's2'),
      ],
    });
    const fields = of(seen, 'text-field');
    expect(fields.map(({ name }) => name)).toEqual(['Email', 'Phone']);
    expect(fields.map((field) => stateOf(field, 'required'))).toEqual([true, false]);
  });

  it('of a link that goes on in the next line are whole', () => {
    const seen = scene({
      lines: [
        line('Immersive fault-tolerant', 100, 100, { link: 0.9 }),
        line('firmware', 100, 122, { link: 0.9 }),
        line('Archive', 100, 144, { link: 0.9 }),
      ],
      elements: [
        element('link', box(100, 98, 192, 20)),
        element('link', box(100, 120, 64, 20)),
        element('link', box(100, 142, 56, 20)),
      ],
    });
    expect(namesOf(seen, 'link')).toEqual(['Immersive fault-tolerant firmware', 'Archive']);
  });
});

describe('kinds', () => {
  it('are those of the detector where it is certain, each once', () => {
    const seen = profileForm();
    expect(namesOf(seen, 'button')).toEqual(['Save', 'Cancel']);
    expect(of(seen, 'text-field')).toHaveLength(2);
    expect(of(seen, 'text').map(({ text }) => text)).not.toContain('Save');
  });

  it('tell a link with a plate from an entry of a menu with one', () => {
    const [plate, place] = [box(100, 200, 160, 44), box(140, 212, 80, 20)];
    const parts = {
      lines: [line('Try it now', 140, 214, { link: 0.9, background: '#2563eb' })],
      shapes: [shape('s1', plate, '#2563eb')],
      elements: [element('link', place)],
    };
    expect(namesOf(scene(parts), 'button')).toEqual(['Try it now']);
    const inMenu = scene({ ...parts, elements: [...parts.elements, element('navigation', box(80, 190, 600, 64))] });
    expect(namesOf(inMenu, 'button')).toEqual([]);
  });

  it('tell a picture with the figures of an axis from others', () => {
    const unsure = { ...element('image', box(140, 100, 300, 200)), confidence: 0.7 };
    const axis = ['300', '200', '100'].map((text, i) => line(text, 110, 110 + 70 * i, { size: 12 }));
    expect(of(scene({ lines: axis, elements: [unsure] }), 'chart')).toHaveLength(1);
    expect(of(scene({ lines: axis.slice(0, 1), elements: [unsure] }), 'chart')).toHaveLength(0);
  });
});

describe('states', () => {
  it('of a toggle that does not look on are off', () => {
    const seen = profileForm();
    seen.elements[2] = { ...seen.elements[2]!, state: {} };
    const [tick] = of(seen, 'checkbox');
    expect(stateOf(tick!, 'checked')).toBe(false);
    expect(stateOf(tick!, 'empty')).toBe(true);
    const [save] = of(seen, 'button');
    expect(stateOf(save!, 'checked')).toBeUndefined();
  });
});

describe('groups', () => {
  it('have items with marks before them, over several lines, and the heading above as a name', () => {
    const seen = scene({
      lines: [
        line('What was found', 100, 60, { size: 24, weight: 700 }),
        line('A brass lamp that had been', 124, 110),
        line('under water for years', 124, 132),
        line('A door with its frame', 124, 164),
        line('A paragraph after it.', 100, 260),
      ],
      shapes: [shape('d1', box(104, 115, 6, 6), '#111827'), shape('d2', box(104, 169, 6, 6), '#111827')],
    });
    expect(of(seen, 'bullet').map(({ text }) => text)).toEqual([
      'A brass lamp that had been under water for years',
      'A door with its frame',
    ]);
    expect(namesOf(seen, 'list')).toEqual(['What was found']);
  });

  it('of a list have its title from a heading or bold words above it', () => {
    const seen = scene({
      lines: [
        line('Categories', 104, 80, { weight: 700 }),
        ...['Baking', 'Soups'].map((text, i) => line(text, 124, 110 + 28 * i)),
        ...[0, 1, 2].map((i) => line('A paragraph with more words than a title has.', 104, 300 + 24 * i)),
      ],
      shapes: [0, 1].map((i) => shape(`d${i}`, box(104, 115 + 28 * i, 6, 6), '#111827')),
    });
    expect(namesOf(seen, 'list')).toEqual(['Categories']);
  });

  it('end where the next list begins', () => {
    const rows = [110, 140, 170, 230, 260];
    const seen = scene({
      lines: rows.map((y, i) => line(`Item ${i + 1} of them`, 124, y)),
      shapes: rows.map((y, i) => shape(`d${i}`, box(104, y + 5, 6, 6), '#111827')),
    });
    expect(of(seen, 'list').map(({ text }) => text)).toEqual([
      'Item 1 of them Item 2 of them Item 3 of them',
      'Item 4 of them Item 5 of them',
    ]);
  });

  it('have items in any numerals, that begin in one column', () => {
    const seen = scene({
      lines: [
        line('i. Find the valve', 116, 100),
        line('ii. Shut it', 108, 124),
        line('iii. Wait for an hour', 100, 148),
      ],
    });
    expect(of(seen, 'bullet').map(({ text }) => text)).toEqual(['Find the valve', 'Shut it', 'Wait for an hour']);
  });

  it('of links are a menu without the brand before them', () => {
    const names = ['Harbour', 'Docs', 'Prices', 'About'];
    const places = [100, 320, 390, 470];
    const seen = scene({
      lines: names.map((name, i) => line(name, places[i]!, 22, { link: 0.9 })),
      elements: [
        element('navigation', box(0, 0, 800, 60)),
        ...names.map((name, i) => element('link', box(places[i]!, 20, name.length * 8, 20))),
      ],
    });
    expect(menuItems(viewOf(seen)).map(({ name }) => name)).toEqual(['Docs', 'Prices', 'About']);
  });
});

it('what stands on a plate among the links of a menu is its current entry', () => {
  const names = ['Docs', 'Prices', 'Team', 'About'];
  const places = [100, 180, 276, 356];
  const seen = scene({
    lines: names.map((name, i) => line(name, places[i]!, 22, { link: i === 1 ? 0 : 0.9 })),
    elements: [
      element('navigation', box(0, 0, 800, 60)),
      ...names.map((name, i) =>
        i === 1
          ? { ...element('button', box(168, 14, 72, 32)), confidence: 0.7 }
          : element('link', box(places[i]!, 20, name.length * 8, 20)),
      ),
    ],
  });
  const entries = menuItems(viewOf(seen));
  expect(entries.map(({ name }) => name)).toEqual(names);
  expect(entries.filter((entry) => stateOf(entry, 'selected')).map(({ name }) => name)).toEqual(['Prices']);
});

it('a button of pale words is disabled where none of its state was told', () => {
  const seen = profileForm();
  seen.lines[5] = line('Save', 244, 352, { color: '#c7cdd6', background: '#e5e7eb' });
  expect(of(seen, 'button').map((button) => stateOf(button, 'disabled'))).toEqual([true, false]);
});

it('a filled button in a colour is more prominent than a grey one', () => {
  const view = viewOf(profileForm());
  const [save, cancel] = view.things.filter(({ kind }) => kind === 'button');
  expect(prominenceOf(view, save!)).toBeGreaterThan(prominenceOf(view, cancel!));
});

it('the heading that leads a page stands at its top, not in its bar nor far down', () => {
  const seen = scene({
    lines: [
      line('The Almanac', 20, 14, { size: 32, weight: 700 }),
      line('Notes on the flood', 100, 120, { size: 32, weight: 700 }),
      ...[0, 1, 2, 3].map((i) => line('The water came up on the night of the fourth', 100, 180 + 24 * i)),
      line('A loud quotation', 100, 560, { size: 40, weight: 700 }),
    ],
    elements: [element('navigation', box(0, 0, 800, 60))],
  });
  const view = viewOf(seen);
  const [leading] = of(seen, 'heading').sort((a, b) => leadOf(view, b) - leadOf(view, a));
  expect(leading?.name).toBe('Notes on the flood');
});

it('a disc in the place of an avatar speaks for one that is hardly likely', () => {
  const avatar = { ...element('avatar', box(40, 40, 40, 40)), confidence: 0.4 };
  const disc = { ...shape('disc', box(40, 40, 40, 40), '#2563eb'), kind: 'ellipse' as const };
  expect(of(scene({ elements: [avatar], shapes: [disc] }), 'avatar')).toHaveLength(1);
  expect(of(scene({ elements: [avatar] }), 'avatar')).toEqual([]);
});
