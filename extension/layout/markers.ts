/** Bullets and numbers before list items: found as small shapes, as glyphs of their own, or as the first word of a line. */
import type { Container } from './containment.ts';
import type { FrameBlock } from './block.ts';
import { heightOf, middleY, widthOf, type Rect } from './geometry.ts';
import { measureLine, type Line, type Marker } from './measured.ts';

const GLYPHS: Record<string, Marker['kind']> = {
  '•': 'disc',
  '●': 'disc',
  '◦': 'circle',
  '○': 'circle',
  '▪': 'square',
  '■': 'square',
};
/** Bullets are drawn about a third of the font's size wide; larger dots are something of their own. */
const LARGEST_BULLET = 0.62;
/** Distance from a bullet to its text in font sizes: browsers leave half to a whole one. */
const BULLET_GAP = { least: 0.15, most: 2 };

/** Takes the markers out of a container's lines and items and ties each to the line that it stands before. */
export function tieMarkers(container: Container, scale: number): void {
  tieShapes(container);
  tieGlyphLines(container);
  container.lines = container.lines.map((line) => {
    const kind = GLYPHS[line.text[0]!];
    return kind && !line.marker && /^\S\s+\S/.test(line.text) ? withoutFirstWord(line, kind, scale) : line;
  });
  tieNumbers(container, scale);
}

function isBulletSized(rect: Rect, line: Line): boolean {
  const most = LARGEST_BULLET * line.style.size;
  return widthOf(rect) <= most && heightOf(rect) <= most && Math.abs(widthOf(rect) - heightOf(rect)) <= 2.5;
}

/** A marker's middle is level with the middle of lower-case letters. */
function isBefore(rect: Rect, line: Line): boolean {
  const gap = line.rect.left - rect.right;
  const { size } = line.style;
  const level = Math.abs(middleY(rect) - (line.baseline - 0.27 * size)) < 0.25 * size;
  return level && gap >= BULLET_GAP.least * size && gap <= BULLET_GAP.most * size;
}

function tieShapes(container: Container): void {
  const dots = container.frame.items.filter(
    (b): b is FrameBlock => b.kind === 'frame' && b.items.length === 0 && widthOf(b.rect) < 20,
  );
  const pairs = dots.flatMap((dot) => {
    const line = container.lines.find((l) => !l.marker && isBulletSized(dot.rect, l) && isBefore(dot.rect, l));
    return line ? [{ dot, line }] : [];
  });
  // A lone dot before a text is a sign of its own, a status for example.
  if (pairs.length < 2) return;
  for (const { dot, line } of pairs) {
    const round = (dot.shape.radius?.[0] ?? 0) > 1;
    line.marker = { kind: !round ? 'square' : dot.shape.fill ? 'disc' : 'circle', rect: dot.rect };
    container.frame.items.splice(container.frame.items.indexOf(dot), 1);
  }
}

/** A line that is a bullet and nothing else. */
function tieGlyphLines(container: Container): void {
  for (const glyph of container.lines.filter((l) => l.text in GLYPHS)) {
    const line = container.lines.find((l) => l !== glyph && !l.marker && isBefore(glyph.ink, l));
    if (!line) continue;
    line.marker = { kind: GLYPHS[glyph.text]!, rect: glyph.ink };
    container.lines.splice(container.lines.indexOf(glyph), 1);
  }
}

/** `1.`, `2.` and so on before lines that follow each other; numbers of headings with text between them aren't a list. */
function tieNumbers(container: Container, scale: number): void {
  const numbered = container.lines
    .map((line) => ({ line, number: Number(/^(\d{1,2})\.\s+\S/.exec(line.text)?.[1] ?? NaN) }))
    .filter((n) => n.number >= 1)
    .sort((a, b) => a.line.baseline - b.line.baseline);
  const members = new Set<Line>();
  for (const a of numbered) {
    const b = numbered.find(
      (n) =>
        n.number === a.number + 1 &&
        n.line.baseline > a.line.baseline &&
        Math.abs(textLeft(n.line) - textLeft(a.line)) < 3,
    );
    if (!b) continue;
    const between = container.lines.filter((l) => l.baseline > a.line.baseline && l.baseline < b.line.baseline);
    if (between.some((l) => l.rect.left < textLeft(a.line) - 3 && l.rect.right > a.line.rect.left)) continue;
    members.add(a.line).add(b.line);
  }
  container.lines = container.lines.map((line) =>
    members.has(line) ? withoutFirstWord(line, 'decimal', scale) : line,
  );
}

function textLeft(line: Line): number {
  const words = line.source.words;
  return words.length > 1
    ? line.ink.left + ((words[1]!.box.x - words[0]!.box.x) / words[0]!.box.width) * line.firstWord
    : line.rect.left;
}

/** The line after its marker, measured anew. */
function withoutFirstWord(line: Line, kind: Marker['kind'], scale: number): Line {
  const { source } = line;
  const [first, ...words] = source.words;
  const start = words[0];
  if (!first || !start) return line;
  let cut = source.text.trimStart().indexOf(' ') + 1 + (source.text.length - source.text.trimStart().length);
  const runs = source.runs.flatMap((run) => {
    const text = cut >= run.text.length ? '' : run.text.slice(cut).replace(cut > 0 ? /^\s+/ : /^$/, '');
    cut = Math.max(0, cut - run.text.length);
    return text ? [{ ...run, text }] : [];
  });
  const { box } = source;
  const rest = { ...box, x: start.box.x, width: box.x + box.width - start.box.x };
  const item = measureLine({ ...source, words, runs, text: runs.map((r) => r.text).join(''), box: rest }, scale);
  const rect = {
    left: line.ink.left,
    top: line.ink.top,
    right: line.ink.left + first.box.width / scale,
    bottom: line.ink.bottom,
  };
  return { ...item, ...(line.isButton && { isButton: true }), marker: { kind, rect } };
}
