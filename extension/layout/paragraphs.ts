/** Lines of a container to the texts that they are lines of. */
import type { TextBlock } from './block.ts';
import type { Container } from './containment.ts';
import { besideToggle, isToggle } from './controls.ts';
import { middleX, near, sharedX, unionOf, widthOf, type Rect } from './geometry.ts';
import type { Line } from './measured.ts';

type Align = TextBlock['align'];

/** Lines further apart than this many font sizes are hardly of one paragraph. */
const LARGEST_PITCH = 2.1;
/** Beyond this pitch lines only go together when the text runs full, as it does in a double-spaced paragraph. */
const LOOSE_PITCH = 1.75;
const SPACE = 0.28;

export function paragraphsOf(container: Container): TextBlock[] {
  const { items } = container.frame;
  const toggles = items.flatMap((b) => (b.kind === 'control' && isToggle(b) ? [b.rect] : []));
  const starts = new Set(
    container.lines.filter((l) => l.marker ?? toggles.some((t) => besideToggle(t, l.rect) < Infinity)),
  );
  const chains = chainsOf(
    container.lines,
    items.map((b) => b.rect),
    starts,
  );
  return chains.flatMap((chain) => split(chain, container));
}

interface Chain {
  lines: Line[];
  /** How its lines can be aligned: left before centre before right. */
  aligns: Align[];
}

/** Runs of lines below each other in one style and alignment; those in `starts` begin a text of their own. */
function chainsOf(all: Line[], obstacles: Rect[], starts: Set<Line>): Chain[] {
  const lines = [...all].sort((a, b) => a.baseline - b.baseline || a.rect.left - b.rect.left);
  const below = new Map(lines.map((a, i) => [a, nearestBelow(a, lines.slice(i + 1))]));
  const above = new Map<Line, Line[]>();
  for (const [a, b] of below) if (b) above.set(b, [...(above.get(b) ?? []), a]);
  const chains: Chain[] = [];
  const done = new Set<Line>();
  for (const first of lines) {
    if (done.has(first)) continue;
    const chain: Chain = { lines: [first], aligns: ['left', 'center', 'right'] };
    done.add(first);
    for (let a = first; ;) {
      const b = below.get(a);
      if (!b || done.has(b) || above.get(b)!.length > 1 || starts.has(b) || a.isButton || b.isButton) break;
      if (!sameStyle(a, b) || isBetween(a, b, obstacles)) break;
      const aligns = alignsOf(a, b).filter((way) => chain.aligns.includes(way));
      if (!aligns.length) break;
      chain.aligns = aligns;
      chain.lines.push(b);
      done.add(b);
      a = b;
    }
    chains.push(chain);
  }
  return chains;
}

function nearestBelow(a: Line, later: Line[]): Line | undefined {
  for (const b of later) {
    const pitch = b.baseline - a.baseline;
    if (pitch > LARGEST_PITCH * a.style.size) return undefined;
    if (pitch > 0.6 * a.style.size && sharedX(a.rect, b.rect) > 0) return b;
  }
  return undefined;
}

function isBetween(a: Line, b: Line, obstacles: Rect[]): boolean {
  const gap = {
    left: Math.min(a.rect.left, b.rect.left),
    right: Math.max(a.rect.right, b.rect.right),
    top: a.baseline,
    bottom: b.baseline - 0.5 * b.style.size,
  };
  return obstacles.some((o) => sharedX(o, gap) > 1 && o.bottom > gap.top && (o.top + o.bottom) / 2 < gap.bottom);
}

function sameStyle(a: Line, b: Line): boolean {
  return (
    a.source.runs.some((r) =>
      b.source.runs.some((s) => {
        const size = near(r.style.size, s.style.size, sizeTolerance(r.style.size));
        return size && r.style.weight >= 600 === s.style.weight >= 600 && closeColors(r.style.color, s.style.color);
      }),
    ) ||
    (a.source.runs.length === 0 && b.source.runs.length === 0)
  );
}

/** Lines of one text measure alike; a short last line of a title less exactly. CSS px. */
const sizeTolerance = (size: number): number => Math.max(0.75, (size >= 20 ? 0.08 : 0.06) * size);

/** Measured colours of thin glyphs differ a little from line to line. */
function closeColors(a: string, b: string): boolean {
  return [1, 3, 5].every((i) => Math.abs(parseInt(a.slice(i, i + 2), 16) - parseInt(b.slice(i, i + 2), 16)) <= 40);
}

function alignsOf(a: Line, b: Line): Align[] {
  const tolerance = Math.max(2, 0.13 * a.style.size);
  const ways: Align[] = [];
  if (near(a.rect.left, b.rect.left, tolerance)) ways.push('left');
  if (near(middleX(a.rect), middleX(b.rect), tolerance)) ways.push('center');
  if (near(a.rect.right, b.rect.right, tolerance)) ways.push('right');
  return ways;
}

/** A chain cut where its pitch changes and where a line broke although the next word had room. */
function split(chain: Chain, container: Container): TextBlock[] {
  const align = chain.aligns[0]!;
  const room = roomFor(chain, align, container);
  return regularStretches(chain.lines).flatMap((lines) => {
    const blocks: TextBlock[] = [];
    let [start, breaks] = [0, new Set<number>()];
    const close = (end: number) => {
      blocks.push(textBlock(lines.slice(start, end), breaks, align));
      [start, breaks] = [end, new Set()];
    };
    for (let i = 1; i < lines.length; i++) {
      const [a, b] = [lines[i - 1]!, lines[i]!];
      if (wraps(a, b, lines, room)) continue;
      if (isOneText(a, b)) breaks.add(i - 1 - start);
      else close(i);
    }
    close(lines.length);
    return blocks;
  });
}

function regularStretches(lines: Line[]): Line[][] {
  const stretches: Line[][] = [];
  let current = [lines[0]!];
  let pitch: number | undefined;
  for (let i = 1; i < lines.length; i++) {
    const step = lines[i]!.baseline - lines[i - 1]!.baseline;
    const next = i + 1 < lines.length ? lines[i + 1]!.baseline - lines[i]!.baseline : undefined;
    const slack = Math.max(1.2, 0.06 * (pitch ?? step));
    // Where the lines that follow are closer together, this step parts two paragraphs.
    const wide = pitch === undefined && next !== undefined && next < step - slack;
    if (wide || (pitch !== undefined && Math.abs(step - pitch) > slack)) {
      stretches.push(current);
      current = [lines[i]!];
      pitch = undefined;
    } else {
      current.push(lines[i]!);
      pitch ??= step;
    }
  }
  return [...stretches, current];
}

/** The widest that a line of the chain could be, from what else stands in its column, and whether anything tells. */
function roomFor(chain: Chain, align: Align, container: Container): { width: number; known: boolean } {
  const box = unionOf(chain.lines.map((l) => l.rect));
  const size = chain.lines[0]!.style.size;
  const others = [
    ...container.lines.filter((l) => !chain.lines.includes(l)).map((l) => l.rect),
    ...container.frame.items.map((b) => b.rect),
  ];
  // Things beside the chain end its column.
  const beside = others.filter((r) => r.top < box.bottom && r.bottom > box.top && r.left > box.right - 1);
  const end = Math.min(...beside.map((r) => r.left), Infinity);
  const aligned = (r: Rect) =>
    align === 'center'
      ? near(middleX(r), middleX(box), 3)
      : align === 'right'
        ? near(r.right, box.right, 3)
        : near(r.left, box.left, 3);
  const evidence = others.filter((r) => aligned(r) && r.right <= end);
  let width = Math.max(widthOf(box), ...evidence.map(widthOf));
  let known = width > widthOf(box) + size;
  const { frame } = container;
  const drawn = frame.shape.fill ?? frame.shape.border ?? frame.shape.shadow;
  if (drawn && align === 'left' && !beside.length) {
    const inner = frame.rect.right - (box.left - frame.rect.left) - box.left;
    if (box.left - frame.rect.left < 0.25 * widthOf(frame.rect) && inner > width) [width, known] = [inner, true];
  }
  return { width, known };
}

/** Whether b goes on where a had no room left. */
function wraps(a: Line, b: Line, lines: Line[], room: { width: number; known: boolean }): boolean {
  const { size } = a.style;
  const needed = widthOf(a.rect) + SPACE * size + b.firstWord;
  const pitch = (b.baseline - a.baseline) / size;
  const widest = Math.max(...lines.map((l) => widthOf(l.rect)));
  const full = lines.slice(0, -1).every((l) => widthOf(l.rect) > 0.75 * widest);
  if (needed < room.width - Math.max(1.5, MEASURING * size)) {
    // A paragraph may be narrower than its column, by a width of its own; no line of it then had room for the next word.
    const ragged = lines.some(
      (l, i) => i + 1 < lines.length && widthOf(l.rect) + SPACE * size + lines[i + 1]!.firstWord < widest - 0.5,
    );
    return !ragged && full && evidenceOfWrap(a, b, pitch, full) >= SENTENCE;
  }
  if (pitch > LOOSE_PITCH && !(full && (room.known || lines.length > 2))) return false;
  // Entries of a menu are short links of their own.
  if (a.link > 0.9 && b.link > 0.9 && !/^\p{Ll}/u.test(b.text)) return full && widest > TEXT_COLUMN * size;
  if (room.known && room.width > TEXT_COLUMN * size && widthOf(a.rect) > 0.6 * room.width) return true;
  return evidenceOfWrap(a, b, pitch, full) > 0;
}

/** Columns narrower than this many font sizes hold entries rather than sentences. */
const TEXT_COLUMN = 14;

/** Error of measured widths in font sizes. */
const MEASURING = 0.08;

/** Evidence from which on two lines are one sentence although their column had room. */
const SENTENCE = 2;

/** Where nothing tells how wide the column is: how a wrapped sentence looks, against two texts below each other. */
function evidenceOfWrap(a: Line, b: Line, pitch: number, full: boolean): number {
  let score = 0;
  if (/^[\p{Ll},;)]/u.test(b.text)) score += 2;
  if (/^\p{Lu}/u.test(b.text)) score -= 0.5;
  if (/[.!?:]["”']?$/.test(a.text)) score -= 1;
  if (/[,;]$|\b(the|a|an|and|of|to|in|for|with|or|by|on|at)$/i.test(a.text)) score += 1.5;
  score += pitch <= 1.35 ? 1 : pitch > 1.6 ? -1 : 0;
  if (full) score += 0.5;
  if (a.link > 0.9 && b.link > 0.9) score -= 1;
  if (a.style.size >= 22) score += 1;
  if (a.text.split(' ').length <= 2) score -= 1;
  return score;
}

/** Lines of an address or a verse: one text with forced breaks. Links below each other are texts of their own. */
function isOneText(a: Line, b: Line): boolean {
  const links = a.link > 0.9 || b.link > 0.9;
  const sameLook =
    a.style.weight >= 600 === b.style.weight >= 600 &&
    closeColors(a.style.color, b.style.color) &&
    a.style.italic === b.style.italic;
  return !links && sameLook && (b.baseline - a.baseline) / a.style.size <= 1.5;
}

function textBlock(lines: Line[], breaks: Set<number>, align: Align): TextBlock {
  const rects = lines.map((l) => l.rect);
  const least = Math.max(...rects.map(widthOf));
  let most = Infinity;
  lines.forEach((a, i) => {
    const b = lines[i + 1];
    if (b && !breaks.has(i)) most = Math.min(most, widthOf(a.rect) + SPACE * a.style.size + b.firstWord);
  });
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const pitch =
    lines.length > 1 ? (last.baseline - first.baseline) / (lines.length - 1) : first.rect.bottom - first.rect.top;
  const rounded = near(pitch, Math.round(pitch), 0.2) ? Math.round(pitch) : Math.round(pitch * 10) / 10;
  const block: TextBlock = {
    kind: 'text',
    rect: { ...unionOf(rects), top: first.rect.top, bottom: first.rect.top },
    lines,
    lineHeight: rounded,
    align: lines.length > 1 ? align : 'left',
    wraps: { least, most: Math.max(most, least + 1) },
    breaks,
    ...(first.marker && { marker: first.marker }),
    ...(first.isButton && { isButton: true }),
  };
  setLineHeight(block, rounded);
  return block;
}

/**
 * Gives a text its line height and with it the box that its lines fill: half the leading on each side (CSS 2, 10.8.1),
 * of an odd one the smaller half above, as Chromium does.
 */
export function setLineHeight(block: TextBlock, lineHeight: number): void {
  const [first, last] = [block.lines[0]!, block.lines.at(-1)!];
  block.lineHeight = lineHeight;
  const lead = Math.floor((lineHeight - (first.rect.bottom - first.rect.top)) / 2);
  block.rect.top = first.rect.top - lead;
  block.rect.bottom = Math.max(block.rect.top + lineHeight * block.lines.length, last.baseline);
}
