import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { BorderSide, Box, Fill, Scene, Shape, TextLine, TextRun } from '../../extension/vision/scene.ts';
import { readPage, type PageBox, type PageTruth, type TextPiece } from './read-page.ts';

/** A gap wider than this many font sizes parts two lines, as a reader would part them. */
const LINE_GAP = 0.9;

/** The Scene that perfect vision would see in a page that is loaded, and its picture (PNG, device scale of the page). */
export async function trueScene(page: Page): Promise<{ scene: Scene; png: Buffer }> {
  const truth = await page.evaluate(readPage);
  const png = await page.screenshot({ fullPage: true, animations: 'disabled' });
  return { scene: sceneOf(truth, png), png };
}

function sceneOf(truth: PageTruth, png: Buffer): Scene {
  const shapes = nest([...truth.boxes].filter((b) => !coversPage(b, truth)).flatMap(shapesOf));
  return {
    version: 'truth',
    image: {
      width: truth.width,
      height: truth.height,
      format: 'png',
      sha256: createHash('sha256').update(png).digest('hex'),
    },
    scale: 1,
    background: fillOf(truth.background, truth.backgroundImage) ?? { kind: 'solid', color: '#ffffff' },
    lines: linesOf(truth.pieces),
    shapes,
    elements: truth.elements.map((e, i) => ({
      id: `e${i}`,
      class: e.class,
      box: e.box,
      confidence: 1,
      shape: shapes.find((s) => s.kind !== 'rule' && sameBox(s.box, e.box))?.id,
      state: {
        ...(e.checked && { checked: true }),
        ...(e.disabled && { disabled: true }),
        ...(e.value !== undefined && { value: e.value }),
      },
    })),
    pictures: truth.pictures.map((p, i) => ({
      id: `p${i}`,
      kind: p.kind,
      box: p.box,
      radius: corners(p.radius),
      color: p.color && hex(p.color),
      solid: p.solid,
      confidence: 1,
    })),
    palette: [],
    medium: 'interface',
    mediumConfidence: 1,
  };
}

function coversPage(box: PageBox, truth: PageTruth): boolean {
  return box.box.width >= truth.width - 1 && box.box.height >= truth.height - 1;
}

/** Pieces of one block that touch on one baseline make a line; each stretch of one style is a run. */
function linesOf(pieces: TextPiece[]): TextLine[] {
  const lines: TextPiece[][] = [];
  const open = new Map<number, TextPiece[]>();
  for (const piece of pieces) {
    const line = open.get(piece.block);
    const last = line?.at(-1);
    const gap = last ? piece.box.x - (last.words.at(-1)!.box.x + last.words.at(-1)!.box.width) : Infinity;
    const near =
      last &&
      gap > -2 &&
      gap < LINE_GAP * Math.max(last.style.size, piece.style.size) &&
      Math.abs(piece.baseline - last.baseline) < 6;
    if (line && near) line.push(piece);
    else {
      const fresh = [piece];
      lines.push(fresh);
      open.set(piece.block, fresh);
    }
  }
  return lines.map((line, i) => {
    const runs: TextRun[] = [];
    for (const p of line) {
      const style = {
        ...p.style,
        color: hex(p.style.color),
        background: hex(p.style.background),
        family: familyOf(p.style.family),
      };
      const previous = runs.at(-1);
      const gap = previous ? p.words[0]!.box.x - (previous.box.x + previous.box.width) : 0;
      const text = (previous && gap > 0.12 * p.style.size ? ' ' : '') + p.text;
      const box = unionOf(p.words.map((w) => w.box));
      if (previous && JSON.stringify(previous.style) === JSON.stringify(style) && previous.link > 0.5 === p.link) {
        previous.text += text;
        previous.box = unionOf([previous.box, box]);
      } else runs.push({ text, box, style, link: p.link ? 0.9 : 0.02 });
    }
    const words = line.flatMap((p) => p.words.map((w) => ({ ...w, confidence: 1 })));
    return {
      id: `l${i}`,
      box: unionOf(words.map((w) => w.box)),
      baseline: line[0]!.baseline,
      text: runs.map((r) => r.text).join(''),
      confidence: 1,
      words,
      runs,
    };
  });
}

function familyOf(list: string): string {
  return list.split(',')[0]!.replace(/["']/g, '').trim();
}

/** A painted box as vision sees it: lone border sides are rules, the rest is one rectangle or ellipse. */
function shapesOf(b: PageBox): Shape[] {
  const fill = fillOf(b.color, b.image);
  const drawn = b.border.filter((s) => s.width > 0);
  const shadow = shadowOf(b.shadow);
  if (!fill && !shadow && drawn.length && drawn.length < 3) {
    return b.border.flatMap((s, i) => (s.width > 0 ? [ruleOf(b.box, i, s.width, hex(s.color))] : []));
  }
  const side = (i: number): BorderSide | undefined => {
    const s = b.border[i]!;
    return s.width > 0
      ? { width: s.width, style: s.style === 'dashed' || s.style === 'dotted' ? s.style : 'solid', color: hex(s.color) }
      : undefined;
  };
  const round =
    b.radius.every((r) => r >= Math.min(b.box.width, b.box.height) / 2 - 0.5) &&
    Math.abs(b.box.width - b.box.height) < 2;
  const thin = Math.min(b.box.width, b.box.height) <= 3 && !drawn.length;
  const border = drawn.length ? { top: side(0), right: side(1), bottom: side(2), left: side(3) } : undefined;
  return [
    {
      id: '',
      kind: thin ? 'rule' : round ? 'ellipse' : 'rectangle',
      box: b.box,
      fill,
      border,
      radius: corners(b.radius),
      shadow,
      confidence: 1,
    },
  ];
}

function ruleOf(box: Box, side: number, width: number, color: string): Shape {
  const at: Box =
    side === 0
      ? { ...box, height: width }
      : side === 1
        ? { ...box, x: box.x + box.width - width, width }
        : side === 2
          ? { ...box, y: box.y + box.height - width, height: width }
          : { ...box, width };
  return { id: '', kind: 'rule', box: at, fill: { kind: 'solid', color }, confidence: 1 };
}

function nest(shapes: Shape[]): Shape[] {
  shapes.forEach((s, i) => (s.id = `s${i}`));
  for (const s of shapes) {
    const around = shapes.filter(
      (o) =>
        o !== s &&
        o.kind !== 'rule' &&
        contains(o.box, s.box) &&
        (area(o.box) > area(s.box) || shapes.indexOf(o) < shapes.indexOf(s)),
    );
    s.parent = around.sort((a, b) => area(a.box) - area(b.box) || shapes.indexOf(b) - shapes.indexOf(a))[0]?.id;
  }
  return shapes;
}

function fillOf(color: string, image: string): Fill | undefined {
  const m = /linear-gradient\((.*)\)/.exec(image);
  if (m) {
    const parts = m[1]!.split(/,(?![^(]*\))/).map((p) => p.trim());
    const angle = /^-?[\d.]+deg$/.test(parts[0]!)
      ? parseFloat(parts.shift()!)
      : parts[0]!.startsWith('to right')
        ? (parts.shift(), 90)
        : 180;
    return {
      kind: 'linear-gradient',
      angle,
      stops: parts.map((p, i) => ({ offset: i / (parts.length - 1), color: hex(p) })),
    };
  }
  return color ? { kind: 'solid', color: hex(color) } : undefined;
}

function shadowOf(shadow: string): Shape['shadow'] {
  const m = /^(rgba?\([^)]*\)) (-?[\d.]+)px (-?[\d.]+)px ([\d.]+)px (-?[\d.]+)px$/.exec(shadow);
  return m
    ? { color: hex(m[1]!), x: Number(m[2]), y: Number(m[3]), blur: Number(m[4]), spread: Number(m[5]) }
    : undefined;
}

function corners(r: number[]): Shape['radius'] {
  return r.some((v) => v > 0) ? [r[0]!, r[1]!, r[2]!, r[3]!] : undefined;
}

function hex(css: string): string {
  const n = css.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0];
  const byte = (v: number) => Math.round(v).toString(16).padStart(2, '0');
  const alpha = n[3] !== undefined && n[3] < 1 ? byte(n[3] * 255) : '';
  return `#${n.slice(0, 3).map(byte).join('')}${alpha}`;
}

function unionOf(boxes: Box[]): Box {
  const x = Math.min(...boxes.map((b) => b.x));
  const y = Math.min(...boxes.map((b) => b.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((b) => b.x + b.width)) - x,
    height: Math.max(...boxes.map((b) => b.y + b.height)) - y,
  };
}

const area = (b: Box) => b.width * b.height;
const sameBox = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.width - b.width) + Math.abs(a.height - b.height) < 4;
const contains = (a: Box, b: Box) =>
  b.x >= a.x - 1 && b.y >= a.y - 1 && b.x + b.width <= a.x + a.width + 1 && b.y + b.height <= a.y + a.height + 1;
