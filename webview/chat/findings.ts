/** What was found in a picture as a person can point at it. Boxes are in image pixels, sizes in CSS pixels. */
import type { Box, Color, Element, Fill, Scene, Shape, TextLine } from '../../extension/vision/scene.ts';

/** Something in a picture that can be chosen. */
export interface Finding {
  id: string;
  kind: 'line' | 'element';
  box: Box;
}

/** All that can be chosen, in reading order: rows from the top, then from the left. */
export function findingsOf({ lines, elements }: Scene): Finding[] {
  const findings: Finding[] = [
    ...elements.map(({ id, box }) => ({ id, kind: 'element' as const, box })),
    ...lines.map(({ id, box }) => ({ id, kind: 'line' as const, box })),
  ];
  return findings.sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}

/** Pixels on the screen around a box that still count as on it: small marks are hard to hit. */
const REACH = 3;

/**
 * The finding at a point, the smallest one; where that is chosen already, what lies around it.
 * @param scale screen pixels for an image pixel
 */
export function findingAt(
  findings: readonly Finding[],
  point: { x: number; y: number },
  scale: number,
  chosen: string | undefined,
): Finding | undefined {
  const reach = REACH / scale;
  const hit = findings
    .filter(
      ({ box: { x, y, width, height } }) =>
        point.x >= x - reach && point.x <= x + width + reach && point.y >= y - reach && point.y <= y + height + reach,
    )
    .sort((a, b) => area(a.box) - area(b.box));
  return hit[hit.findIndex(({ id }) => id === chosen) + 1] ?? hit[0];
}

const area = ({ width, height }: Box): number => width * height;

/** What is known of a finding. */
export interface Knowledge {
  /** Class of an element, or `line`. */
  name: string;
  confidence: number;
  text: string[];
  width: number;
  height: number;
  x: number;
  y: number;
  fonts: { family: string; size: number; weight: number; italic: boolean }[];
  colors: { of: 'color' | 'background' | 'border'; color: Color }[];
  /** CSS; empty where corners are square. */
  radius: string;
  /** CSS; empty where there is none. */
  shadow: string;
  state: Element['state'];
}

export function knowledgeOf(scene: Scene, { id, kind, box }: Finding): Knowledge {
  const { scale } = scene;
  const element = kind === 'element' ? scene.elements.find((each) => each.id === id) : undefined;
  const line = kind === 'line' ? scene.lines.find((each) => each.id === id) : undefined;
  const lines = line ? [line] : scene.lines.filter((each) => isWithin(each.box, box));
  const shape = element?.shape === undefined ? undefined : scene.shapes.find((each) => each.id === element.shape);
  const radius = (shape?.radius ?? [0, 0, 0, 0]).map(rounded);
  const { shadow } = shape ?? {};
  return {
    name: element?.class ?? 'line',
    confidence: element?.confidence ?? line?.confidence ?? 0,
    text: lines.map(({ text }) => text),
    width: rounded(box.width / scale),
    height: rounded(box.height / scale),
    x: rounded(box.x / scale),
    y: rounded(box.y / scale),
    fonts: fontsOf(lines),
    colors: colorsOf(lines, shape),
    radius: radius.some((each) => each > 0) ? [...new Set(radius)].map((each) => `${each}px`).join(' ') : '',
    shadow: shadow ? `${shadow.x}px ${shadow.y}px ${shadow.blur}px ${shadow.spread}px ${shadow.color}` : '',
    state: element?.state ?? {},
  };
}

/** Of the styles within many lines only those that most of the text has are told. */
const MOST_STYLES = 3;

function fontsOf(lines: readonly TextLine[]): Knowledge['fonts'] {
  const fonts = new Map<string, Knowledge['fonts'][number]>();
  for (const { style } of lines.flatMap(({ runs }) => runs)) {
    const { family, size, weight, italic } = style;
    fonts.set(`${family} ${size} ${weight} ${italic}`, { family, size: rounded(size), weight, italic });
  }
  return [...fonts.values()].slice(0, MOST_STYLES);
}

function colorsOf(lines: readonly TextLine[], shape: Shape | undefined): Knowledge['colors'] {
  const styles = lines.flatMap(({ runs }) => runs).map(({ style }) => style);
  const inks = [...new Set(styles.map(({ color }) => color))].slice(0, MOST_STYLES);
  const grounds = shape?.fill ? colorsIn(shape.fill) : [...new Set(styles.map(({ background }) => background))];
  const sides = Object.values(shape?.border ?? {}).map(({ color }) => color);
  return [
    ...inks.map((color) => ({ of: 'color' as const, color })),
    ...grounds.slice(0, MOST_STYLES).map((color) => ({ of: 'background' as const, color })),
    ...[...new Set(sides)].map((color) => ({ of: 'border' as const, color })),
  ];
}

const colorsIn = (fill: Fill): Color[] => (fill.kind === 'solid' ? [fill.color] : fill.stops.map(({ color }) => color));

/** A line belongs to what holds its middle. */
function isWithin(line: Box, box: Box): boolean {
  const x = line.x + line.width / 2;
  const y = line.y + line.height / 2;
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

const rounded = (pixels: number): number => Math.round(pixels * 10) / 10;
