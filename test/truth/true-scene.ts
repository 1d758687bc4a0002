import type { CDPSession, Page } from 'playwright-core';
import { loadPicture } from '../../extension/vision/decode.ts';
import { findPalette } from '../../extension/vision/palette.ts';
import type { Box, ElementClass, Scene, TextLine, TextRun, Word } from '../../extension/vision/scene.ts';
import type { TrueLine, TrueRun } from '../../models/training/pages/lines.ts';
import { readTruth } from '../../models/training/pages/truth.ts';
import { facesOf, measureInk } from './ink.ts';
import { readPaint } from './paint.ts';
import type { PagePaint, PaintedBox } from './paint.ts';
import { corners, fillOf, hex, nest, sameBox, shapesOf } from './shapes.ts';

const SETTABLE: ReadonlySet<ElementClass> = new Set(['checkbox', 'radio', 'switch']);
/** Probability of a link, where one is and where none is. */
const LINK = 0.9;
const NO_LINK = 0.02;

/**
 * The Scene that perfect vision would see in a page that is loaded, and its picture (PNG, device scale 1). The viewport is
 * made as tall as the page where it isn't; what is beyond it isn't seen.
 */
export async function trueScene(page: Page): Promise<{ scene: Scene; png: Buffer }> {
  await showWhole(page);
  const session: CDPSession = await page.context().newCDPSession(page);
  const { lines, elements } = await readTruth(page, session, { dots: true });
  await session.detach();
  const paint = await page.evaluate(readPaint);
  const inked = await page.evaluate(
    measureInk,
    lines.flatMap(({ runs }) => runs.map(laidOut)),
  );
  const families = [...new Set(lines.flatMap(({ runs }) => runs.map(({ family }) => family)))];
  const names = await facesOf(page, families);
  const faces = new Map(families.map((family, i) => [family, names[i]!]));
  const png = await page.screenshot({ animations: 'disabled' });
  const { pixels, sha256 } = await loadPicture(png);
  const shapes = nest(paint.boxes.filter((box) => !coversPage(box, paint)).flatMap(shapesOf));
  let run = 0;
  const scene: Scene = {
    version: 'truth',
    image: { width: pixels.width, height: pixels.height, format: 'png', sha256 },
    scale: 1,
    background: fillOf(paint.background, paint.backgroundImage) ?? { kind: 'solid', color: '#ffffff' },
    lines: lines.map((line, i) => lineOf(line, `l${i}`, faces, () => inked[run++]!)),
    shapes,
    elements: elements.map(({ class: type, box, state }, i) => {
      const shape = shapes.find((s) => s.kind !== 'rule' && sameBox(s.box, box))?.id;
      // Of what can be set it is known that it isn't.
      const seen = SETTABLE.has(type) ? { checked: false, ...state } : state;
      return { id: `e${i}`, class: type, box, confidence: 1, ...(shape && { shape }), state: seen };
    }),
    pictures: paint.pictures.map(({ kind, box, radius, color, solid }, i) => ({
      id: `p${i}`,
      kind,
      box,
      radius: corners(radius),
      color: color && hex(color),
      solid,
      confidence: 1,
    })),
    palette: findPalette(pixels),
    medium: 'interface',
    mediumConfidence: 1,
  };
  return { scene, png };
}

async function showWhole(page: Page): Promise<void> {
  const size = page.viewportSize();
  if (!size) throw new Error('the page has no fixed viewport');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height > size.height && size.height < 900) await page.setViewportSize({ width: size.width, height });
}

function coversPage({ box }: PaintedBox, { width, height }: PagePaint): boolean {
  return box.width >= width - 1 && box.height >= height - 1;
}

const laidOut = ({ text, box, baseline, size, family, weight, italic }: TrueRun) => ({
  text,
  font: `${italic ? 'italic ' : ''}${weight} ${size}px ${family}`,
  x: box.x,
  width: box.width,
  baseline,
});

/** A line with its runs joined where they look alike; `inkOf` gives the words of each run in turn. */
function lineOf(
  { text, baseline, runs }: TrueLine,
  id: string,
  faces: ReadonlyMap<string, string>,
  inkOf: () => Omit<Word, 'confidence'>[],
): TextLine {
  const joined: TextRun[] = [];
  const words: Word[] = [];
  let end = 0;
  for (const run of runs) {
    const ink = inkOf().map((word) => ({ ...word, confidence: 1 }));
    words.push(...ink);
    const start = text.indexOf(run.text, end);
    const own = text.slice(end, start + run.text.length);
    end = start + run.text.length;
    const box = unionOf(ink.map((word) => word.box));
    const style = styleOf(run, faces.get(run.family)!);
    const link = run.link ? LINK : NO_LINK;
    const last = joined.at(-1);
    if (last && last.link === link && JSON.stringify(last.style) === JSON.stringify(style)) {
      last.text += own;
      last.box = unionOf([last.box, box]);
    } else joined.push({ text: own, box, style, link });
  }
  return { id, box: unionOf(words.map((word) => word.box)), baseline, text, confidence: 1, words, runs: joined };
}

function styleOf(run: TrueRun, family: string): TextRun['style'] {
  const { size, weight, italic, underline, strike, letterSpacing, smallCaps } = run;
  return {
    color: hex(run.color),
    background: hex(run.ground),
    family,
    size,
    weight,
    italic,
    underline,
    strike,
    letterSpacing,
    smallCaps,
  };
}

function unionOf(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((b) => b.x));
  const y = Math.min(...boxes.map((b) => b.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((b) => b.x + b.width)) - x,
    height: Math.max(...boxes.map((b) => b.y + b.height)) - y,
  };
}
