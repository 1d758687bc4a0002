/** What the detector saw, as things: it says what they are, the texts in and by them what they are called. */
import { wcagContrast } from 'culori';
import type { Box, Element, ElementClass, Scene, Shape } from '../vision/scene.ts';
import { areaOf, holds, likeness, middleX, right, smallest } from './boxes.ts';
import { asLabel, labelOf } from './labels.ts';
import { styleOf } from './looks.ts';
import { plain } from './plain.ts';
import { wholeLinks } from './link-lines.ts';
import { linesIn, saidIn } from './said-in.ts';
import type { Thing } from './things.ts';
import { FIELDS, TOGGLES } from './kinds.ts';

/** From this probability on an element is told of whatever the layout made of it. */
export const CERTAIN = 0.9;
/** From this one on it is told of where the layout has nothing else there. */
const LIKELY = 0.5;
/** Small ones are told from nothing at all, and so from less on. */
const LIKELY_SMALL = 0.4;
const LIKELY_DISC = 0.35;
const SMALL: readonly ElementClass[] = ['radio', 'switch'];
/** Boxes of one class with this IoU show one thing. */
const SAME = 0.6;
/** A chart is no smaller, its axis no farther aside, CSS px, and has so many figures. */
const LEAST_CHART = 80;
const AXIS = 60;
const TICKS = 3;
const FIGURE = /^[+\-−–]?\p{Sc}?\d[\d.,]*\s?[%kKM\p{Sc}]?$/u;
/** A picture with more of its area in text isn't one. */
const TEXT_SHARE = 0.2;
/** Words of less contrast (WCAG) are meant to be passed over: of a hundred buttons that work one has less. */
const PALE = 2.7;
/** These say their own names. */
const OWN_TEXT: readonly ElementClass[] = ['button', 'link', 'tab', 'badge'];
const MEASURES: readonly ElementClass[] = ['slider', 'progress'];
/** A plate under a link that makes a button of it: so much higher and wider than its text, in heights of it. */
const PLATE = { least: 1.3, most: 4.5, aside: 9 };

/** The text of a button is in its middle, give or take: in heights of it. */
const CENTRED = 0.6;

/** Things of a Scene's likely elements, the most confident of those that show one thing. */
export function elementThings(scene: Scene): Thing[] {
  const likely = scene.elements
    .map((element) => (isChart(element, scene) ? { ...element, class: 'chart' as const } : element))
    .filter((element) => element.confidence >= leastOf(element, scene) && !isText(element, scene))
    .sort((a, b) => b.confidence - a.confidence);
  const kept: Element[] = [];
  for (const element of likely) if (!kept.some((other) => isSameThing(other, element))) kept.push(element);
  const plated = kept.filter((element) => !isOfPlate(element, kept, scene));
  return wholeLinks(plated.map((element) => thingOf(element, scene, plated)));
}

/** A picture with the figures of an axis one below the other. */
function isChart({ class: kind, confidence, box }: Element, { lines, scale }: Scene): boolean {
  if (kind !== 'image' || confidence >= CERTAIN || Math.min(box.width, box.height) < LEAST_CHART * scale) return false;
  const near = { x: box.x - AXIS * scale, y: box.y, width: box.width + 2 * AXIS * scale, height: box.height };
  const figures = lines.filter((line) => FIGURE.test(line.text.trim()) && holds(near, line.box));
  return figures.some(
    (one) => figures.filter((other) => Math.abs(right(other.box) - right(one.box)) < 4 * scale).length >= TICKS,
  );
}

/** How likely an element has to be to be told of: a disc in the place of an avatar speaks for one. */
function leastOf({ class: kind, box }: Element, { shapes }: Scene): number {
  if (SMALL.includes(kind)) return LIKELY_SMALL;
  const isDisc =
    kind === 'avatar' && shapes.some((shape) => shape.kind === 'ellipse' && likeness(shape.box, box) > SAME);
  return isDisc ? LIKELY_DISC : LIKELY;
}

/** What was taken for a picture since nothing better fitted, and is mostly text: a badge, a cell. */
function isText({ class: kind, confidence, box }: Element, scene: Scene): boolean {
  if (kind !== 'image' || confidence >= CERTAIN) return false;
  const inked = linesIn(scene, box).reduce((sum, line) => sum + areaOf(line.box), 0);
  return inked > TEXT_SHARE * areaOf(box);
}

/** Parts of a bar are bars in it; all else at one place is one thing, but for an icon in a button and the like. */
function isSameThing(a: Element, b: Element): boolean {
  if (a.class === b.class) return likeness(a.box, b.box) > SAME;
  const others: readonly ElementClass[] = ['icon', 'navigation', 'card', 'dialog', 'table', 'chart', 'image'];
  return !others.includes(a.class) && !others.includes(b.class) && likeness(a.box, b.box) > SAME;
}

/** A button whose words were seen as a link, too, or whose plate as a menu, is one thing. */
function isOfPlate(element: Element, elements: readonly Element[], scene: Scene): boolean {
  const { class: kind, box, confidence } = element;
  if (confidence >= CERTAIN || (kind !== 'link' && kind !== 'navigation')) return false;
  return elements.some(
    (other) =>
      other.class === 'button' &&
      (kind === 'link'
        ? holds(other.box, box) && saidIn(scene, other.box) === saidIn(scene, box)
        : likeness(other.box, box) > SAME),
  );
}

function thingOf(element: Element, scene: Scene, elements: readonly Element[]): Thing {
  const { class: kind, box, confidence, state, shape } = element;
  const isDisabled = kind === 'button' && confidence < 1 && isPale(scene, box);
  const base = {
    kind,
    box,
    confidence,
    state: { ...state, ...(isDisabled && { disabled: true }) },
    ...(shape && { shape }),
  };
  if (OWN_TEXT.includes(kind)) {
    const badges = elements.filter((e) => e.class === 'badge' && e !== element && holds(box, e.box));
    const text = saidIn(
      scene,
      box,
      badges.map((badge) => badge.box),
    );
    const plate = kind === 'link' ? plateOf(scene, box, elements) : undefined;
    if (plate) return { ...base, kind: 'button', box: plate.box, shape: plate.id, name: plain(text), text };
    return { ...base, name: plain(text), text };
  }
  const label = labelOf(scene, kind, box);
  const name = plain(asLabel(label.text));
  const required = label.required === undefined ? {} : { required: label.required };
  if (TOGGLES.includes(kind))
    return { ...base, name, text: '', state: { ...state, ...required, checked: state.checked ?? false } };
  if (MEASURES.includes(kind)) return { ...base, name, text: '' };
  if (FIELDS.includes(kind)) return { ...base, name, text: saidIn(scene, box), state: { ...state, ...required } };
  const text = saidIn(scene, box);
  return { ...base, name: '', text };
}

/** Whether words can hardly be read: those of a button that can't be pressed. */
function isPale(scene: Scene, box: Box): boolean {
  const style = styleOf(scene, { box });
  return style !== undefined && wcagContrast(style.color, style.background) < PALE;
}

/** What is drawn under a link so that it looks like a button; entries of a menu are marked like that and stay links. */
function plateOf(scene: Scene, box: Box, elements: readonly Element[]): Shape | undefined {
  if (elements.some((e) => e.class === 'navigation' && holds(e.box, box))) return undefined;
  const [height] = scene.lines.filter((line) => holds(box, line.box)).map((line) => line.box.height);
  if (height === undefined) return undefined;
  return smallest(
    scene.shapes
      .filter((shape) => shape.kind === 'rectangle' && holds(shape.box, box) && isFramed(shape, scene))
      .filter(
        (shape) =>
          shape.box.height >= PLATE.least * height &&
          shape.box.height <= PLATE.most * height &&
          shape.box.width <= box.width + 2 * PLATE.aside * height &&
          // Cells have their text at one side.
          Math.abs(middleX(shape.box) - middleX(box)) < CENTRED * height &&
          scene.lines.filter((line) => holds(shape.box, line.box)).length === 1,
      ),
  );
}

/** It has a frame, or another fill than what is around it. */
function isFramed({ border, fill, parent }: Shape, { shapes, background }: Scene): boolean {
  const sides = [border?.top, border?.right, border?.bottom, border?.left].filter(Boolean).length;
  const under = shapes.find(({ id }) => id === parent)?.fill ?? background;
  return sides === 4 || (fill !== undefined && JSON.stringify(fill) !== JSON.stringify(under));
}
