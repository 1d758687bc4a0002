import { describe, expect, it, test } from 'vitest';
import type { Scene } from '../vision/scene.ts';
import { differences } from './differences.ts';
import { box, line, profileForm, scene, shape } from './fixtures.ts';

const ids = { before: 'a'.repeat(64), after: 'b'.repeat(64) };

/** The form and the form changed, as two pictures. */
function changed(change: (form: Scene) => void): [Scene, Scene] {
  const [before, after] = [profileForm(), profileForm()];
  before.image.sha256 = ids.before;
  after.image.sha256 = ids.after;
  change(after);
  return [before, after];
}
const shiftAll = (form: Scene, from: number, by: number): void => {
  // Shapes and elements share their boxes.
  for (const thing of [...form.lines, ...form.elements, ...form.shapes])
    if (thing.box.y >= from) thing.box = { ...thing.box, y: thing.box.y + by };
};
const told = (change: (form: Scene) => void) =>
  differences(...changed(change)).map(({ kind, what }) => `${kind}: ${what}`);

test.each<[string, (form: Scene) => void, string[]]>([
  ['nothing', () => undefined, []],
  [
    'a text',
    (form) => form.lines.splice(2, 1, line('Ada Lovelace', 212, 152)),
    ['text: The text “Ada Byron” now reads “Ada Lovelace”.'],
  ],
  [
    'a tick',
    (form) => (form.elements[2]!.state = { checked: false }),
    ['state: The checkbox “Send me news” is not checked, and was checked.'],
  ],
  [
    'a fill',
    (form) => (form.shapes[3]!.fill = { kind: 'solid', color: '#d13b4b' }),
    ['color: The colour of the button “Save” is #d13b4b, and was #2563eb.'],
  ],
  [
    'what went',
    (form) => {
      form.lines.splice(6, 1);
      form.elements.splice(4, 1);
      form.shapes.splice(4, 1);
    },
    ['removed: Gone: the button “Cancel”.'],
  ],
  [
    'a width',
    (form) => {
      for (const drawn of [form.elements[1]!, form.shapes[1]!]) drawn.box = { ...drawn.box, width: 300 };
    },
    ['resized: The field “Email” is 300 × 40 px, and was 400 × 40 px.'],
  ],
  ['what moved', (form) => (form.lines[6]!.box.x += 200), ['moved: “Cancel” moved 200 px to the right.']],
])('tells %s', (_, change, expected) => {
  expect(told(change)).toEqual(expected);
});

describe('what only follows another difference', () => {
  it('tells of a banner and not of what it pushes down', () => {
    const said = told((form) => {
      shiftAll(form, 0, 60);
      form.shapes.push(shape('banner', box(0, 0, 800, 48), '#fde68a'));
      form.lines.push(line('Your trial ends today', 20, 16, { background: '#fde68a' }));
    });
    expect(said).toEqual(['added: New: a box with the text “Your trial ends today”.']);
  });

  it('tells of a whole shift once', () => {
    expect(told((form) => shiftAll(form, 0, 40))).toEqual([
      'moved: “Edit your profile” and six other texts moved 40 px down.',
    ]);
  });
});

it('knows the page at another scale', () => {
  const [before, after] = changed((form) => {
    form.scale = 2;
    form.image = { ...form.image, width: 1600, height: 1200 };
    for (const thing of [...form.lines, ...form.elements, ...form.shapes])
      thing.box = { x: 2 * thing.box.x, y: 2 * thing.box.y, width: 2 * thing.box.width, height: 2 * thing.box.height };
  });
  expect(differences(before, after)).toEqual([]);
});

it('tells which of its siblings is chosen now', () => {
  const menu = (chosen: number) =>
    scene({
      image: { width: 800, height: 600, format: 'png', sha256: `${chosen}`.repeat(64) },
      lines: ['Overview', 'Orders', 'Customers', 'Reports'].map((text, i) =>
        line(text, 40, 40 + 40 * i, i === chosen ? { weight: 700, color: '#ffffff', background: '#2563eb' } : {}),
      ),
    });
  expect(differences(menu(0), menu(1)).map(({ what }) => what)).toEqual(['“Orders” is selected, not “Overview”.']);
});

it('gives each side in the pixels of its own picture', () => {
  const [before, after] = changed((form) => form.lines.splice(2, 1, line('Ada Lovelace', 212, 152)));
  expect(differences(before, after)[0]).toMatchObject({
    before: { box: box(212, 152, 72, 16), value: 'Ada Byron' },
    after: { box: box(212, 152, 96, 16), value: 'Ada Lovelace' },
  });
});

it('says of two screens that they are two', () => {
  const words = (text: string, sha256: string) =>
    scene({
      image: { width: 800, height: 600, format: 'png', sha256 },
      lines: text.split(' ').map((word, i) => line(word, 20, 30 * i)),
    });
  const found = differences(
    words('a quick brown fox jumps over it', ids.before),
    words('nothing here was ever in that picture', ids.after),
  );
  expect(found.map(({ kind }) => kind)).toEqual(['picture']);
});
