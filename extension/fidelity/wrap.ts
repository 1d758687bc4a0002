import type { Design, Node, TextLook, TextNode } from '../layout/design.ts';
import type { Box } from '../vision/scene.ts';
import { toCss } from './drift.ts';
import { TOLERANCE } from './edits.ts';
import type { Edit } from './edits.ts';
import type { RenderedLine } from './page.ts';
import { median } from '../vision/median.ts';

/** Widths are tried from the widest wanted line up to this many CSS px more. */
const MOST_ROOM = 80;
/** A wanted and a wrapped line end at one place if they are this close, CSS px for a hundred of the line's width. */
const END_TOLERANCE = 3;

/**
 * What to change in texts themselves: the width at which they wrap, and their line height. Texts whose family isn't installed
 * are left alone: they are right where it is.
 */
export function textEdits(
  design: Design,
  lines: ReadonlyMap<string, RenderedLine[]>,
  missingFonts: ReadonlySet<string>,
): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: Node, look: TextLook): void => {
    if (node.kind === 'box') node.children.forEach((child) => visit(child, { ...look, ...node.text }));
    if (node.kind !== 'text' || !node.lines.length) return;
    const shown = lines.get(node.id);
    const own = { ...look, ...node.look };
    if (!shown?.length || missingFonts.has(own.family)) return;
    const edit = textEdit(node, shown, own, design.scale);
    if (edit) edits.push(edit);
  };
  visit(design.root, design.text);
  return edits;
}

function textEdit(node: TextNode, shown: readonly RenderedLine[], look: TextLook, scale: number): Edit | undefined {
  const wanted = node.lines.map((line) => toCss(line, scale));
  if (wanted.length !== shown.length || !sameEnds(wanted, shown)) {
    const width = widthToWrapAt(wanted, shown);
    return width === undefined ? undefined : { node: node.id, property: 'lines-width', by: width };
  }
  if (wanted.length < 2) return undefined;
  const middle = (box: Box) => box.y + box.height / 2;
  const off = (index: number) => middle(shown[index]!.box) - middle(wanted[index]!);
  const pitchError = (off(wanted.length - 1) - off(0)) / (wanted.length - 1);
  const isOff = Math.abs(pitchError * (wanted.length - 1)) >= TOLERANCE;
  return isOff && look.lineHeight - pitchError >= look.size * 0.8
    ? { node: node.id, property: 'line-height', by: -pitchError }
    : undefined;
}

const close = (a: number, b: number) => Math.abs(a - b) <= Math.max(2, (END_TOLERANCE * Math.max(a, b)) / 100);

function sameEnds(wanted: readonly Box[], shown: readonly RenderedLine[]): boolean {
  return wanted.every((line, index) => close(line.width, shown[index]!.box.width));
}

/** Widths of the lines that words make in a column of `room` CSS px, with explicit breaks ignored. */
function wrap(words: readonly number[], space: number, room: number): number[] {
  const lines: number[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last + space + word <= room) lines[lines.length - 1] = last + space + word;
    else lines.push(word);
  }
  return lines;
}

/** A whole number of CSS px at which the words wrap as they do in the screenshot: multiples of 8, 4 and 2 are preferred. */
export function widthToWrapAt(wanted: readonly Box[], shown: readonly RenderedLine[]): number | undefined {
  const words = shown.flatMap((line) => line.words.map((word) => word.width));
  const space = spaceOf(shown);
  if (space === undefined) return undefined;
  const widest = Math.max(...wanted.map((line) => line.width));
  const fitting: number[] = [];
  for (let room = Math.floor(widest) - 2; room <= widest + MOST_ROOM; room++) {
    const lines = wrap(words, space, room);
    if (lines.length !== wanted.length) continue;
    if (lines.every((width, index) => close(width, wanted[index]!.width))) fitting.push(room);
  }
  for (const step of [8, 4, 2]) {
    const even = fitting.find((room) => room % step === 0);
    if (even !== undefined) return even;
  }
  return fitting[0];
}

/** Median of the spaces between words. */
function spaceOf(lines: readonly RenderedLine[]): number | undefined {
  const spaces = lines.flatMap((line) =>
    line.words.slice(1).map((word, index) => word.x - line.words[index]!.x - line.words[index]!.width),
  );
  return median(spaces);
}
