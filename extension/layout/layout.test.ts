import { expect, test } from 'vitest';
import type { Scene, Shape, TextLine } from '../vision/scene.ts';
import type { Node } from './design.ts';
import { layOut } from './layout.ts';

/** Seeded, so that a failure can be looked at: mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function emptyScene(): Scene {
  return {
    version: 'test',
    image: { width: 1280, height: 900, format: 'png', sha256: '' },
    scale: 1,
    background: { kind: 'solid', color: '#ffffff' },
    lines: [],
    shapes: [],
    elements: [],
    pictures: [],
    palette: [],
    medium: 'interface',
    mediumConfidence: 1,
  };
}

function line(id: string, text: string, x: number, baseline: number, size = 16, link = 0): TextLine {
  const width = text.length * size * 0.5;
  const box = { x, y: baseline - 0.72 * size, width, height: 0.92 * size };
  const style = {
    color: '#222222',
    background: '#ffffff',
    family: 'Arial',
    size,
    weight: 400,
    italic: false,
    underline: false,
    strike: false,
    letterSpacing: 0,
    smallCaps: false,
  };
  let at = x;
  const words = text.split(' ').map((word) => {
    const w = { text: word, box: { ...box, x: at, width: word.length * size * 0.5 }, confidence: 0.9 };
    at += (word.length + 1) * size * 0.5;
    return w;
  });
  return { id, box, baseline, text, confidence: 0.9, words, runs: [{ text, box, style, link }] };
}

const all = (node: Node): Node[] => (node.kind === 'box' ? [node, ...node.children.flatMap(all)] : [node]);
const said = (node: Node): string =>
  node.kind === 'text'
    ? node.runs.map((r) => r.text).join(' ')
    : node.kind === 'control'
      ? `${node.value ?? ''} ${node.placeholder ?? ''}`
      : node.kind === 'image'
        ? ''
        : '';

test('a blank scene gives an empty page', () => {
  const design = layOut(emptyScene());
  expect(design.root.children).toEqual([]);
  expect(design.name).toBe('Page');
});

test.each(Array.from({ length: 60 }, (_, i) => i))(
  'random scene %i keeps every line and control once, and all text in flow',
  (seed) => {
    const next = random(seed);
    const box = (most: number) => ({
      x: next() * 1200,
      y: next() * 850,
      width: 4 + next() * most,
      height: 2 + next() * most * 0.5,
    });
    const scene = emptyScene();
    const count = Math.floor(next() * 40);
    for (let i = 0; i < count; i++)
      scene.lines.push(
        line(`l${i}`, `word${seed}x${i}x more`, next() * 1100, 20 + Math.floor(next() * 860), 8 + next() * 30, next()),
      );
    for (let i = 0; i < 20 * next(); i++)
      scene.shapes.push({
        id: `s${i}`,
        kind: (['rectangle', 'ellipse', 'rule'] as const)[Math.floor(next() * 3)]!,
        box: box(600),
        confidence: next(),
        fill: { kind: 'solid', color: '#eeeeee' },
      } satisfies Shape);
    for (let i = 0; i < 8 * next(); i++)
      scene.pictures.push({
        id: `p${i}`,
        kind: next() < 0.5 ? 'image' : 'icon',
        box: box(200),
        confidence: next(),
        color: '#333333',
      });
    for (let i = 0; i < 8 * next(); i++)
      scene.elements.push({
        id: `e${i}`,
        class: (['button', 'text-field', 'checkbox', 'select', 'table', 'card', 'progress'] as const)[
          Math.floor(next() * 7)
        ]!,
        box: box(250),
        confidence: next(),
        state: {},
      });
    const design = layOut(scene);
    const nodes = all(design.root);
    const text = nodes.map(said).join(' ');
    for (let i = 0; i < count; i++) expect(text.split(`word${seed}x${i}x`).length - 1, `line ${i}`).toBe(1);
    expect(new Set(nodes.map((n) => n.id)).size).toBe(nodes.length);
    for (const node of nodes)
      if (node.overlay) expect(all(node).every((n) => n.kind !== 'text' || said(n).length <= 4)).toBe(true);
    for (const node of nodes)
      for (const length of Object.values(node.margin)) expect(Number.isFinite(length)).toBe(true);
  },
);

test('lines that filled their column are one paragraph, a list of links stays apart', () => {
  const scene = emptyScene();
  scene.lines.push(line('a', 'The water came up on the night of the fourth and stayed', 100, 100));
  scene.lines.push(line('b', 'until the morning, when the meadows were gone', 100, 124));
  ['First', 'Second', 'Third'].forEach((t, i) => scene.lines.push(line(`n${i}`, t, 800, 100 + 24 * i, 16, 1)));
  const texts = all(layOut(scene).root).filter((n) => n.kind === 'text');
  expect(texts.map((t) => t.lines.length).sort()).toEqual([1, 1, 1, 2]);
  expect(all(layOut(scene).root).some((n) => n.kind === 'box' && n.tag === 'ul')).toBe(true);
});

test('equal cards in rows are one grid of repeated cards', () => {
  const scene = emptyScene();
  for (let i = 0; i < 6; i++) {
    const [x, y] = [80 + (i % 3) * 380, 100 + Math.floor(i / 3) * 220];
    scene.shapes.push({
      id: `s${i}`,
      kind: 'rectangle',
      box: { x, y, width: 360, height: 200 },
      confidence: 1,
      fill: { kind: 'solid', color: '#ffffff' },
      border: { top: { width: 1, style: 'solid', color: '#dddddd' } },
    });
    scene.lines.push(
      line(`t${i}`, `Title${i} here`, x + 20, y + 40, 20),
      line(`d${i}`, `Some words about it${i}`, x + 20, y + 80),
    );
  }
  const grid = all(layOut(scene).root).find((n) => n.kind === 'box' && n.layout.kind === 'grid');
  expect(
    grid?.kind === 'box' &&
      grid.layout.kind === 'grid' && [
        grid.layout.columns.length,
        grid.layout.columnGap,
        grid.layout.rowGap,
        grid.children.length,
      ],
  ).toEqual([3, 20, 20, 6]);
  expect(grid?.kind === 'box' && grid.repeat).toEqual({ name: 'Card', from: 0, count: 6 });
});

test('two hundred lines take less than a few frames', () => {
  const scene = emptyScene();
  for (let i = 0; i < 200; i++)
    scene.lines.push(
      line(`l${i}`, `Some words of a line number ${i}`, 40 + (i % 4) * 300, 20 + Math.floor(i / 4) * 30),
    );
  layOut(scene);
  const start = process.cpuUsage().user;
  layOut(scene);
  expect((process.cpuUsage().user - start) / 1000).toBeLessThan(150);
});
