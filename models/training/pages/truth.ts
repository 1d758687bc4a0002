import type { CDPSession, Page } from 'playwright-core';
import type { Box } from '../../../extension/vision/scene.ts';
import { measureControls, measureFonts } from './controls.ts';
import type { ControlText } from './controls.ts';
import { classOf, linkAround, stateOf } from './elements.ts';
import type { TrueElement } from './elements.ts';
import { joinRuns } from './lines.ts';
import type { PlacedRun, TrueLine, TrueRun } from './lines.ts';
import { ancestors, captureLayout } from './snapshot.ts';
import type { LaidOut } from './snapshot.ts';
import { groundUnder, seenColor } from './ground.ts';
import { coversOf, isCovered, visiblePart } from './visibility.ts';

/** What a page really shows. All boxes in CSS pixels of the viewport, which must show the whole page. */
export interface PageTruth {
  width: number;
  height: number;
  lines: TrueLine[];
  elements: TrueElement[];
  /** Where it isn't known what is text: turned or vertical writing. */
  ignore: Box[];
}

/** Symbols that list markers and icon fonts draw: shapes, not text. */
const NOT_TEXT = /^[\s\u2022\u25e6\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u2023\u25b8\u25b6\u25be\u25bc\u25b4\u25b2\ue000-\uf8ff]*$/;
const PASSWORD = /^\u2022+$/;
const ICON_FONT = /[\ue000-\uf8ff]|[\u{f0000}-\u{ffffd}]/u;
/** Smaller marks carry no class evidence. CSS pixels. */
const MIN_ELEMENT = 5;

/**
 * Reads lines, elements and states off the laid-out page, leaving out what is hidden, clipped or covered. `dots`: those of
 * passwords are lines too, which a reader isn't taught.
 */
export async function readTruth(page: Page, session: CDPSession, { dots = false } = {}): Promise<PageTruth> {
  const size = page.viewportSize();
  if (!size) throw new Error('the page has no fixed viewport');
  const controls = await page.evaluate(measureControls);
  const nodes = await captureLayout(session);
  const frame = { x: 0, y: 0, ...size };
  const covers = coversOf(nodes);
  const seen = (node: LaidOut, box: Box): Box | undefined => {
    const part = visiblePart(node, box, frame);
    return part && !isCovered(node, part, covers) ? part : undefined;
  };
  const texts = textNodes(nodes);
  const ascents = await ascentShares(page, nodes, controls);
  const elements: TrueElement[] = [];
  const placed: PlacedRun[] = [];
  const ignore: Box[] = [];
  for (const { node, holder } of texts) {
    for (const { text, box } of node.fragments) {
      const part = box.width > 0.5 ? seen(node, box) : undefined;
      if (!part) continue;
      if (ICON_FONT.test(text)) addIconGlyph(elements, holder, part);
      if (NOT_TEXT.test(text)) continue;
      if (isTurned(node)) ignore.push(part);
      else if (part.width > 0.6 * box.width && part.height > 0.6 * box.height)
        placed.push({ run: runOf(node, text, { ...box, x: part.x, width: part.width }, ascents), flow: flowOf(node) });
    }
  }
  const controlNodes = nodes.filter(({ name }) => name === 'input' || name === 'select' || name === 'textarea');
  const byIndex = await controlOrder(page, controlNodes);
  for (const control of controls) {
    const node = byIndex.get(control.index);
    if (node && seen(node, control.box) && (!NOT_TEXT.test(control.text) || (dots && PASSWORD.test(control.text))))
      placed.push({ run: controlRun(control, node, ascents), flow: control });
  }
  for (const node of nodes) {
    const type = classOf(node);
    const part = type && seen(node, node.box);
    if (type && part && Math.min(part.width, part.height) >= MIN_ELEMENT && part.width * part.height > 0.3 * node.box.width * node.box.height)
      elements.push({ class: type, box: part, state: stateOf(node) });
  }
  const lines = joinRuns(placed).sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
  elements.push(...linksOf(lines));
  return { ...size, lines, elements, ignore };
}

function textNodes(nodes: LaidOut[]): { node: LaidOut; holder: LaidOut }[] {
  return nodes.flatMap((node) => (node.fragments.length && node.name !== 'br' ? [{ node, holder: node.parent ?? node }] : []));
}

/** Layout gives controls in document order, but only those that are laid out: pair them through their boxes' order. */
async function controlOrder(page: Page, nodes: LaidOut[]): Promise<Map<number, LaidOut>> {
  const boxes = await page.evaluate(() =>
    [...document.querySelectorAll('input, select, textarea')].map((control) => {
      const { x, y, width } = control.getBoundingClientRect();
      return [x + scrollX, y + scrollY, width] as const;
    }),
  );
  const order = new Map<number, LaidOut>();
  boxes.forEach(([x, y, width], index) => {
    const node = nodes.find(({ box }) => Math.abs(box.x - x) + Math.abs(box.y - y) + Math.abs(box.width - width) < 1.5);
    if (node) order.set(index, node);
  });
  return order;
}

function addIconGlyph(elements: TrueElement[], holder: LaidOut, box: Box): void {
  for (const node of [holder, ...ancestors(holder)]) if (node.attributes.get('data-class') === 'icon') return;
  elements.push({ class: 'icon', box, state: {} });
}

function isTurned(node: LaidOut): boolean {
  if (node.style['writing-mode'] !== 'horizontal-tb') return true;
  for (const { style } of ancestors(node)) {
    const [a = 1, b = 0, c = 0, d = 1] = !style.transform || style.transform === 'none' ? [] : (/\(([^)]*)\)/.exec(style.transform)?.[1] ?? '').split(',').map(Number);
    if (Math.abs(b) + Math.abs(c) > 0.02 || a <= 0 || d <= 0) return true;
  }
  return false;
}

/** Where a text's neighbours on the line may join it: the block that its inline boxes flow in. */
function flowOf(node: LaidOut): LaidOut {
  for (const above of ancestors(node)) {
    if (above.name === '::marker') return above.parent ?? above;
    if (above.style.display !== 'inline' && above.style.display !== 'contents') return above;
  }
  return node;
}

function fontOf(style: { style: string; weight: string; size: string; family: string }): string {
  return `${style.style} ${style.weight} ${style.size} ${style.family}`;
}

function nodeFont({ style }: LaidOut): string {
  return fontOf({ style: style['font-style'], weight: style['font-weight'], size: style['font-size'], family: style['font-family'] });
}

/** For each font in use, the share of its content area that lies above the baseline. */
async function ascentShares(page: Page, nodes: LaidOut[], controls: ControlText[]): Promise<Map<string, number>> {
  const fonts = [...new Set([...nodes.filter((node) => node.fragments.length).map(nodeFont), ...controls.map(({ font }) => fontOf(font))])];
  const metrics = await page.evaluate(measureFonts, fonts);
  return new Map(fonts.map((font, i) => [font, share(metrics[i])]));
}

function share([ascent, descent]: [number, number] = [4, 1]): number {
  return ascent + descent > 0 ? ascent / (ascent + descent) : 0.8;
}

function runOf(node: LaidOut, text: string, box: Box, ascents: Map<string, number>): TrueRun {
  const { style } = node;
  const decorations = [node, ...ancestors(node)].map((at) => at.style['text-decoration-line']).join(' ');
  return {
    text: text.trim(),
    box: trimmed(text, box),
    baseline: box.y + box.height * (ascents.get(nodeFont(node)) ?? 0.8),
    size: parseFloat(style['font-size']) || 16,
    color: seenColor(node, style.color),
    family: style['font-family'],
    weight: Number(style['font-weight']),
    italic: style['font-style'] !== 'normal',
    underline: decorations.includes('underline'),
    strike: decorations.includes('line-through'),
    letterSpacing: parseFloat(style['letter-spacing']) || 0,
    smallCaps: style['font-variant-caps'] === 'small-caps',
    link: linkAround(node) !== undefined,
    selected: isSelected(linkAround(node)),
    ground: groundUnder(node),
  };
}

/** Takes the spaces at both ends off a box, at the quarter em that most fonts' spaces have. */
function trimmed(text: string, box: Box): Box {
  const space = Math.min(0.25 * box.height * 0.87, box.width / Math.max(1, text.length));
  const before = (text.length - text.trimStart().length) * space;
  const after = (text.length - text.trimEnd().length) * space;
  return { ...box, x: box.x + before, width: Math.max(1, box.width - before - after) };
}

function controlRun({ text, box, color, font }: ControlText, node: LaidOut, ascents: Map<string, number>): TrueRun {
  return {
    text,
    box,
    baseline: box.y + box.height * (ascents.get(fontOf(font)) ?? 0.8),
    size: parseFloat(font.size),
    color: seenColor(node, color),
    family: font.family,
    weight: Number(font.weight),
    italic: font.style !== 'normal',
    underline: false,
    strike: false,
    letterSpacing: 0,
    smallCaps: false,
    link: false,
    selected: false,
    ground: groundUnder(node),
  };
}

function isSelected(link: LaidOut | undefined): boolean {
  return link !== undefined && stateOf(link).selected === true;
}

/** Each stretch of a line that is a link; neighbouring runs of links join. */
function linksOf(lines: TrueLine[]): TrueElement[] {
  return lines.flatMap(({ runs }) =>
    runs.filter(({ link }) => link).map(({ box, selected }): TrueElement => ({ class: 'link', box, state: selected ? { selected } : {} })),
  );
}
