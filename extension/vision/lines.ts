import { colorDistance } from './pixels.ts';
import type { Maps, Pixels } from './pixels.ts';
import { measureLine } from './measure-line.ts';
import type { InkLine } from './measure-line.ts';
import { proposeDoubtful, proposeLines } from './propose.ts';
import type { Proposal } from './propose.ts';

/** Pieces nearer than this, in their heights, are parts of one word: the network broke it. */
const BROKEN_WORD_GAP = 0.25;
/** Share of the lower piece's height that two pieces of a line have in common. */
const SAME_ROW = 0.6;
/** Pieces of one line aren't much higher than each other, but for a full stop or an accent that was proposed by itself. */
const HIGHEST_RATIO = 2.2;
/** Grounds further apart (0 to 255) are those of two things. */
const SAME_GROUND = 24;

/** A line that the reader has to be sure of: what the network takes for an `icon` may be a number, ink `between` two lines a sign. */
export interface FoundLine extends InkLine {
  doubt?: 'icon' | 'between';
}

/** Two lines of a row are looked between if they are no further apart, in heights of the lower one. */
const WIDEST_GAP = 7;
/** Signs between texts are set in the size of the texts, which don't differ by more. */
const SAME_HEIGHT = 1.7;
/** Signs are no higher than this, in em; rules are. */
const TALLEST = 1.5;

/** Finds the lines of text: the network proposes, pixels decide. In reading order: from the top, then from the left. */
export function findLines(pixels: Pixels, maps: Maps): FoundLine[] {
  const sure = measureAll(pixels, proposeLines(maps));
  const found: FoundLine[] = sure.map(({ line }) => line);
  const add = (proposals: Proposal[], doubt: 'icon' | 'between') => {
    const lines = measureAll(pixels, proposals).filter(
      ({ line, proposal }) => line.box.height <= TALLEST * proposal.em,
    );
    found.push(
      ...lines.map(({ line }) => ({ ...line, doubt })).filter((line) => !found.some((other) => touches(line, other))),
    );
  };
  add(proposeBetween(sure), 'between');
  add(proposeDoubtful(maps), 'icon');
  return found.sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}

/** Proposals in the gaps between neighbours of a row: lone signs (a bar, an ampersand) are too little for the network. */
function proposeBetween(pieces: readonly Piece[]): Proposal[] {
  return pieces.flatMap(({ line: { box, background }, proposal }) => {
    const end = box.x + box.width;
    const next = pieces
      .map(({ line }) => line)
      .filter(({ box: b }) => b.x >= end && overlap(box.y, box.height, b.y, b.height) > SAME_ROW * box.height)
      .sort((a, b) => a.box.x - b.box.x)[0];
    if (!next || colorDistance(background, next.background) > SAME_GROUND) return [];
    const [lower, higher] = [Math.min(box.height, next.box.height), Math.max(box.height, next.box.height)];
    const gap = next.box.x - end;
    if (gap < BROKEN_WORD_GAP * higher || gap > WIDEST_GAP * lower || higher > SAME_HEIGHT * lower) return [];
    return [{ ...proposal, x0: end + 1, x1: next.box.x - 1 }];
  });
}

function measureAll(pixels: Pixels, proposals: Proposal[]): Piece[] {
  const pieces = proposals.flatMap((proposal) => measureLine(pixels, proposal).map((line) => ({ line, proposal })));
  return mergePieces(pixels, pieces);
}

function touches({ box: a }: InkLine, { box: b }: InkLine): boolean {
  return overlap(a.x, a.width, b.x, b.width) > 0 && overlap(a.y, a.height, b.y, b.height) > 0;
}

interface Piece {
  line: InkLine;
  proposal: Proposal;
}

/** Joins pieces until none are parts of one: what was proposed twice, and words that were broken. */
function mergePieces(pixels: Pixels, pieces: Piece[]): Piece[] {
  const rest = [...pieces].sort((a, b) => a.line.box.x - b.line.box.x);
  const done: Piece[] = [];
  for (let piece = rest.shift(); piece; piece = rest.shift()) {
    const at = rest.findIndex(({ line }) => isInside(piece!.line, line) || arePieces(piece!.line, line));
    const other = rest[at];
    const joined =
      other && (isInside(piece.line, other.line) ? larger(piece, other) : joinPieces(pixels, piece, other));
    if (joined) rest.splice(at, 1, joined);
    else done.push(piece);
  }
  return done;
}

function larger(a: Piece, b: Piece): Piece {
  return a.line.box.width * a.line.box.height >= b.line.box.width * b.line.box.height ? a : b;
}

/** Whether one of them is (nearly) all within the other: proposed twice. */
function isInside(a: InkLine, b: InkLine): boolean {
  const across = overlap(a.box.x, a.box.width, b.box.x, b.box.width);
  const down = overlap(a.box.y, a.box.height, b.box.y, b.box.height);
  return across > 0.8 * Math.min(a.box.width, b.box.width) && down > 0.8 * Math.min(a.box.height, b.box.height);
}

function arePieces(a: InkLine, b: InkLine): boolean {
  const across = overlap(a.box.x, a.box.width, b.box.x, b.box.width);
  const down = overlap(a.box.y, a.box.height, b.box.y, b.box.height);
  const lower = Math.min(a.box.height, b.box.height);
  const higher = Math.max(a.box.height, b.box.height);
  const isNear = -across <= BROKEN_WORD_GAP * higher && down >= SAME_ROW * lower && higher <= HIGHEST_RATIO * lower;
  return isNear && colorDistance(a.background, b.background) <= SAME_GROUND;
}

/** Length that two stretches share; negative: the gap between them. */
function overlap(a: number, aLength: number, b: number, bLength: number): number {
  return Math.min(a + aLength, b + bLength) - Math.max(a, b);
}

/** Measures them as one; undefined where pixels part them again: then they are two lines. */
function joinPieces(pixels: Pixels, a: Piece, b: Piece): Piece | undefined {
  const main = a.line.box.width >= b.line.box.width ? a : b;
  const left = Math.min(a.line.box.x, b.line.box.x);
  const right = Math.max(a.line.box.x + a.line.box.width, b.line.box.x + b.line.box.width);
  const proposal = { ...main.proposal, x0: left, x1: right };
  const lines = measureLine(pixels, proposal);
  const [line] = lines;
  return line && lines.length === 1 && line.box.x <= left && line.box.x + line.box.width >= right
    ? { line, proposal }
    : undefined;
}
