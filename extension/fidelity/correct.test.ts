import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../codegen/generate.ts';
import type { BoxNode, Design, TextNode } from '../layout/design.ts';
import { findBrowser, NoBrowserError } from './browser.ts';
import { BrowserSource } from './browser-source.ts';
import { correct } from './correct.ts';
import { nodesById } from './edits.ts';
import { findEdits } from './find-edits.ts';
import { column, designOf, row, text } from './fixtures.ts';
import { joinLines, Renderer } from './render.ts';
import type { Layout } from './render.ts';

const browsers = new BrowserSource();
let renderer: Renderer;

beforeAll(async () => {
  renderer = await Renderer.open(await browsers.get(), { width: 800, height: 600, scale: 1 });
}, 60_000);
afterAll(() => browsers.close());

async function makePage(design: Design) {
  const files = await generate(design, 'html', { mark: true });
  const texts = files.flatMap((file) => ('text' in file ? [[file.path, file.text] as const] : []));
  return { files: new Map(texts), entry: 'index.html' };
}

async function layOut(design: Design): Promise<Layout> {
  const { files, entry } = await makePage(design);
  return renderer.layOut(files, entry);
}

/** A card with a heading, a paragraph of several lines and a row of links. */
function page(): Design {
  const sentence = 'Whoever wants to know how wide a line is has to set it first, and then read where it ended.';
  const paragraph = { ...text('paragraph', sentence), width: { kind: 'max', px: 300 } } as TextNode;
  const links = row('links', [text('one', 'Products'), text('two', 'Prices'), text('three', 'Contact')], 24);
  const title = text('title', 'A heading', { size: 28, lineHeight: 36, weight: 700 });
  const card = column('card', [title, paragraph, links], 16);
  card.fill = { kind: 'solid', color: '#eeeeff' };
  card.padding = { top: 24, right: 32, bottom: 24, left: 32 };
  return designOf(column('root', [card, text('foot', 'Below')], 40));
}

/** The design as if it had been measured from a screenshot of its own rendering. */
async function measured(design: Design): Promise<Design> {
  const layout = await layOut(design);
  for (const node of nodesById(design).values()) {
    node.source = layout.nodes[node.id]!;
    if (node.kind === 'text') node.lines = layout.lines.filter((line) => line.node === node.id).map((line) => line.box);
  }
  design.viewport = { width: 800, height: layout.height };
  return design;
}

const box = (design: Design, id: string) => nodesById(design).get(id) as BoxNode;
const gapOf = ({ layout }: BoxNode) => ('gap' in layout ? layout.gap : undefined);

describe('correct', () => {
  test('asks for nothing where nothing drifts', async () => {
    const design = await measured(page());
    expect(findEdits(design, await layOut(design))).toEqual([]);
  });

  test('finds the numbers that were right, and not others', async () => {
    const truth = await measured(page());
    const off = structuredClone(truth);
    const card = box(off, 'card');
    card.padding = { ...card.padding, top: 31, left: 28 };
    card.layout = { ...card.layout, gap: 11 } as BoxNode['layout'];
    box(off, 'links').layout = { ...box(off, 'links').layout, gap: 30 } as BoxNode['layout'];
    const { design, drift, passes } = await correct(off, renderer, makePage);
    expect(drift.before).toBeGreaterThan(5);
    expect(drift.after).toBeLessThan(0.5);
    expect(passes).toBeGreaterThan(0);
    expect(box(design, 'card').padding).toEqual(box(truth, 'card').padding);
    expect(gapOf(box(design, 'card'))).toBe(16);
    expect(gapOf(box(design, 'links'))).toBe(24);
    expect(gapOf(box(design, 'root'))).toBe(40);
  }, 60_000);

  test('mends wrapping and line height', async () => {
    const truth = await measured(page());
    const off = structuredClone(truth);
    const paragraph = nodesById(off).get('paragraph') as TextNode;
    paragraph.width = { kind: 'max', px: 380 };
    paragraph.look = { lineHeight: 28 };
    const { design, layout } = await correct(off, renderer, makePage);
    const shown = layout.lines.filter((line) => line.node === 'paragraph');
    expect(shown).toHaveLength(paragraph.lines.length);
    const mended = nodesById(design).get('paragraph') as TextNode;
    expect(mended.look.lineHeight).toBe(24);
    expect(layout.nodes['foot']!.y).toBeCloseTo(nodesById(truth).get('foot')!.source.y, 0);
  }, 60_000);

  test('leaves alone what it can only make worse', async () => {
    const design = await measured(page());
    for (const node of nodesById(design).values()) node.source = { ...node.source, x: node.source.x - 500 };
    const before = JSON.stringify(design);
    const result = await correct(design, renderer, makePage);
    expect(result.drift.after).toBeLessThanOrEqual(result.drift.before);
    expect(JSON.stringify(design)).toBe(before);
  }, 60_000);
});

describe('Renderer', () => {
  test('gives a page its own files and nothing else', async () => {
    const files = new Map([
      [
        'page.html',
        `<link rel="stylesheet" href="a.css"><p data-node="p">text</p><script>document.title = 'ran'</script>
        <img src="https://example.com/x.png"><img src="../secret.png"><img src="file:///etc/hostname">`,
      ],
      ['a.css', 'p { margin: 0; padding-left: 33px; font: 20px Arial }'],
    ]);
    const layout = await renderer.layOut(files, 'page.html');
    expect(layout.lines[0]!.words[0]!.x).toBeCloseTo(41, 0);
    expect(layout.missingFonts).toEqual([]);
  });

  test('tells what runs over on a phone and which fonts are missing', async () => {
    const files = new Map([['p.html', '<div style="width:500px;font-family:No Such Font,serif">wide</div>']]);
    const layout = await renderer.layOut(files, 'p.html');
    expect(layout.narrow!.overflow).toBeGreaterThan(100);
    expect(layout.missingFonts).toEqual(['No Such Font']);
  });

  test('reads text in fields, and lines as they are seen', async () => {
    const html = `<p data-node="p" style="width:200px;margin:0">A <b>bold</b>, long enough line that it wraps here.</p>
      <input data-node="i" placeholder="Your name">`;
    const { lines } = await renderer.layOut(new Map([['f.html', html]]), 'f.html');
    const texts = lines.map((line) => line.text);
    expect(texts[0]).toMatch(/^A bold, long/);
    expect(texts.at(-1)).toBe('Your name');
    expect(lines.filter((line) => line.node === 'p').length).toBeGreaterThan(1);
  });

  test('photographs the whole page', async () => {
    await renderer.layOut(new Map([['t.html', '<div style="height:2000px">tall</div>']]), 't.html');
    const header = Buffer.from(await renderer.photograph());
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([800, 2016]);
  });
});

test('joinLines keeps columns and nodes apart', () => {
  const at = (node: string, content: string, x: number) => {
    const words = [{ text: content, x, width: 20 }];
    return { node, text: content, box: { x, y: 0, width: 20, height: 10 }, baseline: 10, words, color: '' };
  };
  expect(joinLines([at('a', 'x', 0), at('a', 'y', 25), at('b', 'z', 50)]).map((line) => line.text)).toEqual([
    'x y',
    'z',
  ]);
});

describe('findBrowser', () => {
  test('takes the one that is named, and says so where it is not there', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pixelwright-'));
    const file = path.join(folder, 'browser');
    writeFileSync(file, '');
    chmodSync(file, 0o755);
    expect(findBrowser({ PIXELWRIGHT_BROWSER: file }, 'linux')).toBe(file);
    rmSync(folder, { recursive: true });
    expect(() => findBrowser({ PIXELWRIGHT_BROWSER: file }, 'linux')).toThrow(/PIXELWRIGHT_BROWSER names .*browser/);
  });

  test('says what to install where there is none', () => {
    expect(() => findBrowser({}, 'win32')).toThrow(NoBrowserError);
    expect(() => findBrowser({}, 'win32')).toThrow(/install one/);
  });
});
