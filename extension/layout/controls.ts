import type { ElementClass } from '../vision/scene.ts';
import type { ControlBlock } from './block.ts';
import type { ControlNode } from './design.ts';
import { areaOf, heightOf, insideShare, middleY, near, widthOf, type Rect } from './geometry.ts';
import type { Line, Measured } from './measured.ts';

type MeasuredElement = Measured['elements'][number];
type MeasuredShape = Measured['shapes'][number];

const CONTROL_OF: Partial<Record<ElementClass, ControlNode['control']>> = {
  'text-field': 'text',
  'text-area': 'textarea',
  select: 'select',
  checkbox: 'checkbox',
  radio: 'radio',
  switch: 'switch',
  slider: 'range',
  progress: 'progress',
};
/** Controls that show a text of their own. */
const HOLDS_TEXT = new Set<ControlNode['control']>(['text', 'textarea', 'select', 'date', 'search', 'password']);
/** Below this probability an element isn't acted upon: a shape and a text stay what they are. */
const LEAST_CONFIDENCE = 0.4;
/** Two boxes are the same thing from this share of common area on (both ways). */
const SAME = 0.75;

/** Whether two rectangles are one thing found twice. */
export function isSame(a: Rect, b: Rect, share = SAME): boolean {
  return insideShare(a, b) >= share && insideShare(b, a) >= share;
}

/** What is taken up by controls and no longer stands for itself. */
export interface Claims {
  lines: Set<string>;
  shapes: Set<string>;
}

/** Form controls with the shapes and lines that draw them; those are added to `claims`. */
export function controlsOf(measured: Measured, claims: Claims): ControlBlock[] {
  const found: ControlBlock[] = [];
  const byConfidence = measured.elements
    .filter((e) => CONTROL_OF[e.class] && e.confidence >= LEAST_CONFIDENCE)
    .sort((a, b) => b.confidence - a.confidence);
  for (const element of byConfidence) {
    if (found.some((c) => isSame(c.rect, element.rect, 0.5)) || !isPlausible(element, measured)) continue;
    found.push(controlOf(element, measured, claims));
  }
  return found;
}

/** The smallest field that a person could write in. CSS px. */
const LEAST_FIELD = { width: 34, height: 15 };
const FIELDS = new Set<ElementClass>(['text-field', 'text-area', 'select']);
/** Nobody types in bold; a password's dots look bold, but are lower than letters. CSS px. */
const BOLD = 600;
const LEAST_LETTER = 6;
const TOGGLES = new Set<ElementClass>(['checkbox', 'radio', 'switch']);
/** Small glyphs look like toggles to the detector; only what it is surer of is one. */
const LEAST_TOGGLE_CONFIDENCE = 0.6;

/** A switch has a measured track. Fields have a certain size, hold no bold text (titles do), and don't touch two of their
 * like: those are entries of a menu. */
function isPlausible(element: MeasuredElement, { shapes, lines }: Measured): boolean {
  if (TOGGLES.has(element.class))
    return element.confidence >= LEAST_TOGGLE_CONFIDENCE && (element.class !== 'switch' || element.shape !== undefined);
  if (!FIELDS.has(element.class)) return true;
  const { rect } = element;
  if (widthOf(rect) < LEAST_FIELD.width || heightOf(rect) < LEAST_FIELD.height) return false;
  const holds = (line: Line) => insideShare(line.ink, rect) > 0.7 && heightOf(line.ink) >= LEAST_LETTER;
  if (lines.some((line) => line.style.weight >= BOLD && holds(line))) return false;
  const alike = shapes.filter(
    (s) =>
      s.kind !== 'rule' &&
      near(s.rect.left, rect.left, 3) &&
      near(s.rect.right, rect.right, 3) &&
      near(heightOf(s.rect), heightOf(rect), 4),
  );
  const touching = alike.filter((s) =>
    alike.some((o) => o !== s && (near(s.rect.bottom, o.rect.top, 3) || near(s.rect.top, o.rect.bottom, 3))),
  );
  return touching.length < 3;
}

/** What labels inside fields begin with. */
const FIELD_WORDS =
  /^(search|your |enter |e-?mail|password|user ?name|(first|last|full) name|name$|phone|message|subject|type )/i;
const FIELD_HEIGHT = { least: 24, most: 64, area: 240 };
const LEAST_FIELD_WIDTH = 110;

/**
 * Whether a drawn box with one line in it is a field that wasn't found as one: the line starts at the left, much room is
 * left after it, and it reads or looks like a hint.
 */
export function looksLikeField(rect: Rect, lines: Line[], isBordered: boolean): 'text' | 'textarea' | undefined {
  const [line] = lines;
  if (!line || lines.length > 1 || line.link > 0.5 || widthOf(rect) < LEAST_FIELD_WIDTH) return undefined;
  const [before, after] = [line.rect.left - rect.left, rect.right - line.rect.right];
  if (before > 0.2 * widthOf(rect) || after < 0.35 * widthOf(rect) || before < 3) return undefined;
  const says = FIELD_WORDS.test(line.text);
  if (line.style.weight >= BOLD || !(isBordered ? says || isPlaceholder(line) : says && isPlaceholder(line)))
    return undefined;
  const height = heightOf(rect);
  const middle = Math.abs(middleY(line.rect) - middleY(rect)) < 0.12 * height;
  if (middle && height >= FIELD_HEIGHT.least && height <= FIELD_HEIGHT.most) return 'text';
  return says && !middle && height > FIELD_HEIGHT.most && height <= FIELD_HEIGHT.area && line.rect.top - rect.top < 30
    ? 'textarea'
    : undefined;
}

function controlOf(element: MeasuredElement, measured: Measured, claims: Claims): ControlBlock {
  const control = CONTROL_OF[element.class]!;
  const shape = shapeOf(element, measured.shapes);
  const rect = shape?.rect ?? element.rect;
  const inside = measured.shapes.filter((s) => s !== shape && s.kind !== 'rule' && insideShare(s.rect, rect) > 0.8);
  const lines = HOLDS_TEXT.has(control) ? measured.lines.filter((l) => insideShare(l.ink, rect) > 0.7) : [];
  for (const line of lines) claims.lines.add(line.id);
  for (const s of shape ? [shape, ...inside] : inside) claims.shapes.add(s.id);
  const filled = fillOfTrack(control, inside);
  const ratio = element.state.value ?? (filled && widthOf(filled.rect) / widthOf(rect));
  return {
    kind: 'control',
    rect,
    control: controlNamed(control, lines),
    lines,
    ...(shape && { shape }),
    ...(element.state.checked !== undefined && { checked: element.state.checked }),
    ...(element.state.disabled && { disabled: true }),
    ...((control === 'range' || control === 'progress') && { ratio: Math.min(1, ratio ?? 0.5) }),
    ...(filled?.fill?.kind === 'solid' && { accent: filled.fill.color }),
  };
}

function shapeOf(element: MeasuredElement, shapes: MeasuredShape[]): MeasuredShape | undefined {
  const named = shapes.find((s) => s.id === element.shape);
  if (named) return named;
  return shapes.find((s) => s.kind !== 'rule' && isSame(s.rect, element.rect));
}

/** The part of a bar that is filled from the left. */
function fillOfTrack(control: ControlNode['control'], inside: MeasuredShape[]): MeasuredShape | undefined {
  if (control !== 'progress' && control !== 'range') return undefined;
  return inside.filter((s) => s.fill).sort((a, b) => a.rect.left - b.rect.left || areaOf(b.rect) - areaOf(a.rect))[0];
}

/** Distance of a password's dots, in their diameters, as browsers draw them. */
const DOT_PITCH = 1.3;
const FEWEST_DOTS = 3;
const DOTS = /^[•●∙·*]{3,}$/;

/** How many dots stand in the place of a password's letters, whatever they were read as; 0 where the line is letters. */
export function dotsIn(line: Line): number {
  if (DOTS.test(line.text)) return line.text.length;
  const [width, height] = [widthOf(line.ink), heightOf(line.ink)];
  const count = Math.round(width / (DOT_PITCH * height));
  return height < LEAST_LETTER && count >= FEWEST_DOTS && line.text.split(' ').length === 1 ? count : 0;
}

/** A text field's kind from what stands in it. */
export function controlNamed(control: ControlNode['control'], lines: Line[]): ControlNode['control'] {
  if (control !== 'text') return control;
  if (lines.length === 1 && dotsIn(lines[0]!)) return 'password';
  const text = lines.map((l) => l.text).join(' ');
  if (/^(your |confirm |repeat )?password$/i.test(text)) return 'password';
  if (/^search\b/i.test(text)) return 'search';
  if (/^\S+@\S+\.\w+$/.test(text) || /\be-?mail\b/i.test(text)) return 'email';
  return 'text';
}

/** Whether what stands in a field looks like a hint rather than a value: paler than ink on paper would be. */
export function isPlaceholder(line: Line): boolean {
  const contrast = Math.abs(luma(line.style.color) - luma(line.style.background));
  return contrast < PALE;
}

/** Of 255. `#757575` on white, the browsers' own colour for placeholders, is at 138; Bootstrap's #6c757d at 139. */
const PALE = 165;

function luma(color: string): number {
  const at = (i: number) => parseInt(color.slice(i, i + 2), 16) || 0;
  return 0.299 * at(1) + 0.587 * at(3) + 0.114 * at(5);
}

/** Checkboxes and the like stand in a line of text; fields have a height of their own. */
export function isToggle(block: ControlBlock): boolean {
  return block.control === 'checkbox' || block.control === 'radio' || block.control === 'switch';
}

/** How well a line reads as the text beside a toggle: smaller is better, `Infinity` when it doesn't. CSS px. */
export function besideToggle(toggle: Rect, line: Rect): number {
  const gap = line.left - toggle.right;
  const level = Math.abs(middleY(line) - middleY(toggle)) < heightOf(line) * 0.6;
  return level && gap > -2 && gap < 24 ? gap : Infinity;
}
