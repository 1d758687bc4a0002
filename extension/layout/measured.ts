/** The Scene in CSS pixels, with what every part of layout asks of a line already worked out. */
import type { Element, Picture, Scene, Shape, TextLine, TextStyle } from '../vision/scene.ts';
import { contentArea, faceOf, glyphIndexes } from '../vision/fonts.ts';
import { rectOf, type Rect } from './geometry.ts';

export interface Line {
  id: string;
  /**
   * From the pen's start to its end, and over the font's content area: what the browser reports for the line. Ink
   * boxes differ from letter to letter ("ace" is lower than "bdf"), these don't.
   */
  rect: Rect;
  ink: Rect;
  baseline: number;
  text: string;
  /** Width of its first word with its bearings, CSS px. */
  firstWord: number;
  /** The style that most of its characters have. */
  style: TextStyle;
  /** Share of its characters that look like a link. */
  link: number;
  /** It is a button that nothing is drawn around. */
  isButton?: boolean;
  /** What stands before a list item; then `text` and `rect` are those of the item alone. */
  marker?: Marker;
  source: TextLine;
}

export interface Marker {
  kind: 'disc' | 'circle' | 'square' | 'decimal';
  rect: Rect;
}

export interface Measured {
  page: Rect;
  scale: number;
  lines: Line[];
  shapes: (Shape & { rect: Rect })[];
  elements: (Element & { rect: Rect })[];
  pictures: (Picture & { rect: Rect })[];
}

/** Sizes below this come from noise; text that small can't be read. CSS px. */
const LEAST_SIZE = 5;

export function measure(scene: Scene): Measured {
  const { scale } = scene;
  const placed = <T extends { box: { x: number; y: number; width: number; height: number } }>(items: T[]) =>
    items.map((item) => ({ ...item, rect: rectOf(item.box, scale) })).filter((item) => isProper(item.rect));
  return {
    page: { left: 0, top: 0, right: scene.image.width / scale, bottom: scene.image.height / scale },
    scale,
    lines: scene.lines.filter((line) => line.text.trim() !== '').map((line) => measureLine(line, scale)),
    shapes: placed(scene.shapes),
    elements: placed(scene.elements),
    pictures: placed(scene.pictures),
  };
}

function isProper(r: Rect): boolean {
  return r.right > r.left && r.bottom > r.top;
}

/** A line of the Scene in CSS px. */
export function measureLine(source: TextLine, scale: number): Line {
  const ink = rectOf(source.box, scale);
  const style = dominantStyle(source, ink);
  const baseline = baselineOf(source, style, ink, scale);
  const { ascent, descent } = contentArea(style.family, style.size);
  const [first, last] = [source.runs[0]?.style ?? style, source.runs.at(-1)?.style ?? style];
  const text = source.text.trim();
  const word = source.words[0];
  return {
    id: source.id,
    rect: {
      left: ink.left - leftBearing(text, first),
      top: baseline - ascent,
      right: Math.max(ink.right, ink.left + 1) + rightBearing(text, last),
      bottom: baseline + descent,
    },
    ink,
    baseline,
    text,
    firstWord: word
      ? word.box.width / scale + leftBearing(word.text || text, first) + rightBearing(word.text || text, first)
      : (ink.right - ink.left) * (text.split(' ')[0]!.length / text.length),
    style,
    link: linkShare(source),
    source,
  };
}

function dominantStyle(line: TextLine, ink: Rect): TextStyle {
  let best = line.runs[0];
  for (const run of line.runs) if (run.text.trim().length > best!.text.trim().length) best = run;
  if (best) return best.style.size >= LEAST_SIZE ? best.style : { ...best.style, size: LEAST_SIZE };
  const size = Math.max(LEAST_SIZE, Math.round((ink.bottom - ink.top) / 0.9));
  return {
    color: '#000000',
    background: '#ffffff',
    family: 'sans-serif',
    size,
    weight: 400,
    italic: false,
    underline: false,
    strike: false,
    letterSpacing: 0,
    smallCaps: false,
  };
}

/** As measured; where that can't be right, from the ink's lowest letter. CSS px. */
function baselineOf(source: TextLine, style: TextStyle, ink: Rect, scale: number): number {
  const measured = source.baseline / scale;
  if (measured > ink.top && measured <= ink.bottom + 0.5 * style.size) return measured;
  const { yMin } = faceOf(style.family, style.weight, style.italic);
  let lowest = 0;
  for (const glyph of glyphIndexes(source.text)) {
    const y = glyph < 0 ? 0 : yMin[glyph]!;
    if (y < lowest) lowest = y;
  }
  return Math.round(ink.bottom + lowest * style.size);
}

/** What lies between the pen and the first letter's ink, CSS px. */
function leftBearing(text: string, style: TextStyle): number {
  const bearing = faceOf(style.family, style.weight, style.italic).xMin[glyphIndexes([...text][0]!)[0]!] ?? 0;
  return Number.isFinite(bearing) ? bearing * style.size : 0;
}

/** What lies between the last letter's ink and the pen, with the spacing that follows every letter, CSS px. */
function rightBearing(text: string, style: TextStyle): number {
  const face = faceOf(style.family, style.weight, style.italic);
  const last = glyphIndexes([...text].at(-1)!)[0]!;
  const bearing = (face.advance[last] ?? 0) - (face.xMax[last] ?? 0);
  return (Number.isFinite(bearing) ? bearing * style.size : 0) + style.letterSpacing;
}

function linkShare(line: TextLine): number {
  let [total, linked] = [0, 0];
  for (const run of line.runs) {
    total += run.text.trim().length;
    linked += run.link >= 0.5 ? run.text.trim().length : 0;
  }
  return total ? linked / total : 0;
}
