/** What labels a control: the text right of a toggle, above or left of everything else, or at the start of its row. */
import type { Box, ElementClass, Scene, TextLine } from '../vision/scene.ts';
import { areaOf, bottom, gapBetween, holds, middleX, middleY, right, smallest } from './boxes.ts';
import { FIELDS, TOGGLES } from './kinds.ts';

/** A label is no farther away than this: above, and to a side. CSS px. */
const ABOVE = 28;
const ASIDE = 24;
const LEFT = 48;
const LEFT_COLON = 200;
/** The one text of a row labels its one control from as far as this. CSS px. */
const ROW = 900;
/** Longer texts are sentences, and large ones headings: neither labels anything. Characters and CSS px. */
const LONGEST = 40;
const LARGEST = 18;
/** How far a label above may begin left of what it labels. CSS px. */
const INDENT = 14;
const LABELLED_OR_BUTTONS: readonly ElementClass[] = [...TOGGLES, ...FIELDS, 'button', 'slider', 'progress', 'tab'];
const SURE = 0.5;
/** Words of a label, at most: more are a sentence that happens to stand there. */
const MOST_LABEL_WORDS = 8;
const REQUIRED = /\*\s*$|^\*|\(?\brequired\b\)?\s*$/i;
const OPTIONAL = /\boptional\b/i;

export interface Label {
  /** Empty where nothing labels it. */
  text: string;
  /** Whether the label says that it has to be filled in; undefined where it says nothing of that. */
  required?: boolean;
}

/** The label of what is at `box`, by where texts stand. */
export function labelOf(scene: Scene, kind: ElementClass, box: Box): Label {
  const text = nameNearby(scene, kind, box);
  const said = `${text} ${markBy(scene, box, text)}`;
  const required = OPTIONAL.test(said) ? false : REQUIRED.test(said.trim()) ? true : undefined;
  return { text, ...(required !== undefined && { required }) };
}

/** A label without what ends it; empty for a sentence. */
export function asLabel(text: string): string {
  const bare = text.replace(/\s*\((?:required|optional)\)\s*$/i, '').replace(/[\s:*.…]+$/, '');
  return bare.split(/\s+/).length > MOST_LABEL_WORDS ? '' : bare;
}

/** The text that labels what is at `box`: right or left of a toggle, above or left of everything else; empty where none does. */
export function nameNearby(scene: Scene, kind: ElementClass, box: Box): string {
  const outside = scene.lines.filter((line) => isLabelLike(line) && !isWithin(line.box, box));
  const isToggle = TOGGLES.includes(kind);
  const beside = (line: TextLine, gap: number, most: number) =>
    Math.abs(middleY(line.box) - middleY(box)) < Math.max(box.height, line.box.height) / 2 &&
    gap > -2 &&
    gap < most * scene.scale
      ? gap
      : Infinity;
  const onRight = (line: TextLine) => beside(line, line.box.x - right(box), ASIDE);
  const onLeft = (line: TextLine) => beside(line, box.x - right(line.box), line.text.endsWith(':') ? LEFT_COLON : LEFT);
  const above = (line: TextLine) => {
    const gap = box.y - bottom(line.box);
    const level = line.box.x >= box.x - INDENT * scene.scale && line.box.x < middleX(box);
    return level && gap > -2 && gap < ABOVE * scene.scale ? gap : Infinity;
  };
  const label = isToggle
    ? (nearest(outside, onRight) ?? nearest(outside, onLeft))
    : (nearest(outside, above) ?? nearest(outside, onLeft));
  return label?.text ?? atStartOfRow(scene, box)?.text ?? '';
}

/** Where a control stands at the end of a row, the text at its start: of `Dark mode` and a switch far right of it. */
function atStartOfRow(scene: Scene, box: Box): TextLine | undefined {
  const panel = smallest(
    scene.shapes.filter(
      (shape) => holds(shape.box, box) && areaOf(shape.box) > 2 * areaOf(box) && shape.box.width > 2 * box.width,
    ),
  )?.box;
  const controls = scene.elements.filter((e) => LABELLED_OR_BUTTONS.includes(e.class) && e.confidence >= SURE);
  const isBetween = (other: Box, line: TextLine) =>
    middleX(other) > right(line.box) && middleX(other) < box.x && Math.abs(middleY(other) - middleY(box)) < box.height;
  const free = scene.lines.filter(
    (line) => (!panel || holds(panel, line.box)) && !controls.some((other) => holds(other.box, line.box)),
  );
  const level = nearest(free, (line) => {
    const gap = box.x - right(line.box);
    const isLevel = line.box.y < bottom(box) + 2 * scene.scale && bottom(line.box) > box.y - 2 * scene.scale;
    const isFree = !controls.some((other) => isBetween(other.box, line));
    return gap >= 0 && gap <= ROW * scene.scale && isLevel && isFree ? gap : Infinity;
  });
  const title = level && topOf(level, free);
  return title && isLabelLike(title) ? title : undefined;
}

/** The first line of a block: of a name with its explanation below, the name. */
function topOf(line: TextLine, lines: readonly TextLine[]): TextLine {
  const above = lines.find(
    (other) =>
      other !== line &&
      Math.abs(other.box.x - line.box.x) < 4 &&
      bottom(other.box) <= line.box.y + 2 &&
      line.box.y - bottom(other.box) < line.box.height * 1.2,
  );
  return above ? topOf(above, lines) : line;
}

/** `*` or `required` right after a label, where it was read as a text of its own. */
function markBy(scene: Scene, box: Box, label: string): string {
  const line = scene.lines
    .filter(({ text }) => text === label)
    .sort((a, b) => gapBetween(a.box, box) - gapBetween(b.box, box))[0];
  const mark =
    line &&
    scene.lines.find(
      (other) =>
        /^(?:\*|\(?(?:required|optional)\)?)$/i.test(other.text.trim()) &&
        Math.abs(middleY(other.box) - middleY(line.box)) < line.box.height &&
        other.box.x >= right(line.box) - 2 &&
        other.box.x - right(line.box) < LEFT * scene.scale,
    );
  return mark?.text ?? '';
}

function isLabelLike({ text, runs }: TextLine): boolean {
  return (
    text.length <= LONGEST &&
    /[\p{L}\p{N}]/u.test(text) &&
    runs.every((run) => run.style.size <= LARGEST && run.link < 0.5)
  );
}

/** Whether a line begins inside a box or goes through it. */
function isWithin(line: Box, box: Box): boolean {
  const across = right(line) > box.x && line.x < right(box);
  return across && bottom(line) > box.y + box.height * 0.2 && line.y < bottom(box) - box.height * 0.2;
}

function nearest(lines: readonly TextLine[], distance: (line: TextLine) => number): TextLine | undefined {
  let [best, least]: [TextLine | undefined, number] = [undefined, Infinity];
  for (const line of lines) {
    const far = distance(line);
    if (far < least) [best, least] = [line, far];
  }
  return best;
}
