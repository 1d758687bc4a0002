import { colorDistance } from './pixels.ts';
import type { Maps, Pixels } from './pixels.ts';
import { measureLine } from './measure-line.ts';
import type { InkLine } from './measure-line.ts';
import { proposeLines } from './propose.ts';
import type { Box } from './scene.ts';

/** Pieces nearer than this, in line heights, are parts of one word: the network broke it. */
const BROKEN_WORD_GAP = 0.25;
/** Share of the lower piece's height that two pieces of a line have in common. */
const SAME_ROW = 0.6;
/** Grounds further apart (0 to 255) are those of two things. */
const SAME_GROUND = 24;

/** Finds the lines of text: the network proposes, pixels decide. In reading order: from the top, then from the left. */
export function findLines(pixels: Pixels, maps: Maps): InkLine[] {
  const cell = maps.stride * maps.scale;
  const pieces = proposeLines(maps).flatMap((proposal) => measureLine(pixels, proposal, cell));
  return mergePieces(pixels, pieces, cell).sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}

/** Joins pieces until none are parts of one: what was proposed twice, and words that were broken. */
function mergePieces(pixels: Pixels, pieces: InkLine[], cell: number): InkLine[] {
  let rest = [...pieces].sort((a, b) => a.box.x - b.box.x);
  for (let i = 0; i < rest.length; i++) {
    const line = rest[i]!;
    const partners = rest.filter((other, k) => k > i && arePieces(line, other));
    if (partners.length === 0) continue;
    const joined = joinPieces(pixels, [line, ...partners], cell);
    rest = rest.filter((other) => other !== line && !partners.includes(other));
    rest.push(joined);
    rest.sort((a, b) => a.box.x - b.box.x);
    i = -1;
  }
  return rest;
}

function arePieces(a: InkLine, b: InkLine): boolean {
  const across = overlap(a.box.x, a.box.width, b.box.x, b.box.width);
  const down = overlap(a.box.y, a.box.height, b.box.y, b.box.height);
  const lower = Math.min(a.box.height, b.box.height);
  const narrower = Math.min(a.box.width, b.box.width);
  if (across > 0.5 * narrower && down > 0.5 * lower) return true;
  const higher = Math.max(a.box.height, b.box.height);
  return (
    -across <= BROKEN_WORD_GAP * higher &&
    down >= SAME_ROW * lower &&
    colorDistance(a.background, b.background) <= SAME_GROUND
  );
}

/** Length that two stretches share; negative: the gap between them. */
function overlap(a: number, aLength: number, b: number, bLength: number): number {
  return Math.min(a + aLength, b + bLength) - Math.max(a, b);
}

/** Measures them as one; where pixels part them again they were two lines that touch, and the larger part stands for all. */
function joinPieces(pixels: Pixels, pieces: InkLine[], cell: number): InkLine {
  const { x, y, width, height } = unionBox(pieces.map(({ box }) => box));
  // A core is about the middle half of a line.
  const proposal = { x0: x, x1: x + width, y0: y + height / 4, y1: y + (height * 3) / 4 };
  const [joined] = measureLine(pixels, proposal, cell).sort((a, b) => b.box.width - a.box.width);
  return joined ?? pieces[0]!;
}

function unionBox(boxes: Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
