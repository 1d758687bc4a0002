import { ELEMENT_CLASSES } from './scene.ts';
import type { Box, Element, ElementClass, Picture, Shape } from './scene.ts';
import type { Maps, Pixels, RawLine } from './pixels.ts';
import { contentsOf, overlapOf, within } from './content.ts';
import type { Content } from './content.ts';
import { filledPart, knobOf, rolesOf } from './roles.ts';
import { meanIn } from './evidence.ts';
import { proposeElements } from './proposals.ts';
import { findMarks } from './marks.ts';
import { findSliders } from './sliders.ts';
import { findTables } from './grids.ts';

/** Below this an element isn't worth naming. */
const MIN_CONFIDENCE = 0.35;
/** Classes of which a shape is at most one. */
const EXCLUSIVE: readonly ElementClass[] = [
  'button',
  'text-field',
  'text-area',
  'select',
  'checkbox',
  'radio',
  'switch',
  'slider',
  'badge',
  'progress',
  'tab',
];
const MARKS: readonly ElementClass[] = ['checkbox', 'radio', 'switch'];
/** Elements of one kind that share so much are one. */
const SAME = 0.5;

export interface ElementInput {
  pixels: Pixels;
  shapes: readonly Shape[];
  pictures: readonly Picture[];
  lines: readonly RawLine[];
  /** Colour of the page, `#rrggbb`. */
  background: string;
  /** Image pixels a CSS pixel. */
  scale: number;
  maps?: Maps;
}

/**
 * Names what a person would name: controls from the shapes that draw them, pictures, tables, and what the network sees
 * besides. Rules on geometry and text make the first judgement; where there are maps they confirm, correct or add to it.
 */
export function findElements(input: ElementInput): Element[] {
  const contents = contentsOf(input.shapes, input.pictures, input.lines, input.background, input.scale);
  const found: Draft[] = [
    ...contents.flatMap((c) => fromShape(c, input)),
    ...findMarks(input),
    ...findSliders(input),
    ...findTables(input),
    ...input.pictures.map((p) => ({ class: p.kind, box: p.box, confidence: p.confidence, state: {} })),
  ];
  if (input.maps) found.push(...proposeElements(input.maps, input));
  return distinct(found).map((e, i) => ({ id: `e${i}`, ...e }));
}

export type Draft = Omit<Element, 'id'>;

/** The best of the exclusive classes for a shape, and any others it may be. */
function fromShape(c: Content, input: ElementInput): Draft[] {
  const scores = rolesOf(c, isBesideText(c.shape.box, input));
  if (input.maps) weigh(scores, input.maps, c.shape.box);
  const drafts: Draft[] = [];
  const control = best(scores, EXCLUSIVE);
  if (control) drafts.push(draft(control, scores[control]!, c, input));
  for (const name of ELEMENT_CLASSES) {
    const score = scores[name];
    if (score && score >= MIN_CONFIDENCE && !EXCLUSIVE.includes(name)) drafts.push(draft(name, score, c, input));
  }
  return drafts;
}

/**
 * Brings the network's mean probability over the box in, for every class that it or the rules name: agreement makes surer,
 * silence makes a rule's word a little less sure, and a class that only the network sees counts less than it says.
 */
function weigh(scores: Partial<Record<ElementClass, number>>, maps: Maps, box: Box): void {
  for (const name of ELEMENT_CLASSES) {
    const rule = scores[name] ?? 0;
    const seen = maps.channels.includes(name) ? meanIn(maps, name, box) : 0;
    if (rule) scores[name] = rule * (SILENT + (1 - SILENT) * seen) + (1 - rule) * AGREED * seen;
    else if (seen >= 0.5) scores[name] = seen * ALONE;
  }
}

/** What is left of a rule's score where the network sees nothing, how much of the rest its agreement gives, and its word alone. */
const SILENT = 0.75;
const AGREED = 0.9;
const ALONE = 0.7;

function best(scores: Partial<Record<ElementClass, number>>, of: readonly ElementClass[]): ElementClass | undefined {
  let winner: ElementClass | undefined;
  for (const name of of) if ((scores[name] ?? 0) > (winner ? scores[winner]! : MIN_CONFIDENCE)) winner = name;
  return winner;
}

function draft(name: ElementClass, confidence: number, c: Content, input: ElementInput): Draft {
  return {
    class: name,
    box: c.shape.box,
    confidence: Math.round(confidence * 100) / 100,
    shape: c.shape.id,
    state: stateOf(name, c, input.maps),
  };
}

function stateOf(name: ElementClass, c: Content, maps?: Maps): Element['state'] {
  const state: Element['state'] = {};
  if (name === 'checkbox' || name === 'radio')
    state.checked = c.pictures.length + c.children.length > 0 || (c.vivid > 60 && c.sides === 0);
  if (name === 'switch') {
    const knob = knobOf(c);
    state.checked = knob ? knob.box.x + knob.box.width / 2 > c.shape.box.x + c.shape.box.width / 2 : c.vivid > 60;
  }
  if (name === 'progress') {
    const part = filledPart(c);
    if (part) state.value = Math.round((part.box.width / c.shape.box.width) * 100) / 100;
  }
  if (maps && meanIn(maps, 'disabled', c.shape.box) > 0.5) state.disabled = true;
  if (maps && meanIn(maps, 'selected', c.shape.box) > 0.5) state.selected = true;
  return state;
}

/** Whether a line of text stands on a small box's row, near its right (or left) side: its label. */
export function isBesideText(box: Box, { lines, scale }: Pick<ElementInput, 'lines' | 'scale'>): boolean {
  return lines.some((l) => {
    const level =
      Math.abs(l.box.y + l.box.height / 2 - box.y - box.height / 2) < Math.max(box.height, l.box.height) * 0.6;
    const gap = l.box.x - box.x - box.width;
    const before = box.x - l.box.x - l.box.width;
    return level && ((gap > 0 && gap < 24 * scale) || (before > 0 && before < 14 * scale));
  });
}

/** Keeps the surest of elements that stand for one thing; a control's parts (a field's chevron) stay. */
function distinct(drafts: Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const d of [...drafts].sort((a, b) => b.confidence - a.confidence)) {
    if (d.confidence < MIN_CONFIDENCE) continue;
    const rival = (k: Draft): boolean =>
      (k.class === d.class || (EXCLUSIVE.includes(k.class) && EXCLUSIVE.includes(d.class))) &&
      overlapOf(k.box, d.box) > SAME;
    // What was named from ink, such as a radio button, and a checkbox's tick, are no icons.
    const drawn = (k: Draft): boolean => d.class === 'icon' && MARKS.includes(k.class) && within(d.box, k.box);
    const nested = (k: Draft): boolean => d.class === 'button' && k.class === 'button' && within(d.box, k.box);
    if (!kept.some((k) => rival(k) || drawn(k) || nested(k))) kept.push(d);
  }
  return kept.sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}
