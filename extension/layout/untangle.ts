/** For blocks that no straight cut parts: floats, things laid over others, and what vision got wrong. */
import type { Block, TextBlock } from './block.ts';
import { areaOf, insideShare, sharedX, sharedY, unionOf, type Rect } from './geometry.ts';
import { setLineHeight } from './paragraphs.ts';

export type Untangled =
  /** Without what was laid over the rest, or with texts split in two, a cut may be possible. */
  | { parts?: undefined; items: Block[]; overlays: Block[] }
  /** Two parts that overlap a little; a negative margin puts the second where it belongs, in flow. */
  | { parts: Block[][]; axis: 'row' | 'column'; overlays: Block[] };

/** Only things smaller than this share of what they overlap are laid over it. */
const SMALL = 0.35;

export function untangle(items: Block[]): Untangled {
  const split = splitAroundFloats(items);
  if (split) return { items: split, overlays: [] };
  const over = items.find(
    (b) =>
      isDecoration(b) &&
      items.some((o) => o !== b && overlap(b.rect, o.rect) > 0 && areaOf(b.rect) < SMALL * areaOf(o.rect)),
  );
  const empty =
    over ??
    items.find(
      (b) => b.kind === 'frame' && !b.items.length && items.some((o) => o !== b && overlap(b.rect, o.rect) > 0),
    );
  if (empty) {
    // A filled shape without content that lies across a text would hide it.
    const hides =
      empty.kind === 'frame' &&
      !empty.items.length &&
      items.some((o) => o.kind === 'text' && insideShare(o.rect, empty.rect) > 0.1);
    return { items: items.filter((b) => b !== empty), overlays: hides ? [] : [empty] };
  }
  return leastOverlap(items);
}

function overlap(a: Rect, b: Rect): number {
  return Math.max(0, sharedX(a, b)) * Math.max(0, sharedY(a, b));
}

/** Text always stays in flow; a badge, a dot, an icon or a rule may be laid over what it marks. */
function isDecoration(block: Block): boolean {
  if (block.kind === 'icon' || block.kind === 'image' || block.kind === 'rule') return true;
  return (
    block.kind === 'frame' &&
    block.items.length <= 1 &&
    block.items.every(
      (b) => b.kind === 'icon' || (b.kind === 'text' && b.lines.length === 1 && b.lines[0]!.text.length <= 4),
    )
  );
}

/** A text that runs beside something and then below it is parted where its lines get free. */
function splitAroundFloats(items: Block[]): Block[] | undefined {
  for (const text of items) {
    if (text.kind !== 'text' || text.lines.length < 2) continue;
    const float = items.find(
      (o) =>
        o !== text &&
        o.kind !== 'text' &&
        overlap(o.rect, text.rect) > 0 &&
        text.lines.every((l) => overlap(o.rect, l.ink) < 1),
    );
    if (!float) continue;
    const beside = text.lines.map((l) => sharedY(l.ink, float.rect) > 0);
    const at = beside.findIndex((b, i) => i > 0 && b !== beside[i - 1]);
    if (at > 0)
      return items.flatMap((b) => (b === text ? [partOf(text, 0, at), partOf(text, at, text.lines.length)] : [b]));
  }
  return undefined;
}

function partOf(text: TextBlock, from: number, to: number): TextBlock {
  const lines = text.lines.slice(from, to);
  const widths = lines.map((l) => l.rect.right - l.rect.left);
  const part: TextBlock = {
    ...text,
    rect: unionOf(lines.map((l) => l.rect)),
    lines,
    breaks: new Set([...text.breaks].map((i) => i - from).filter((i) => i >= 0 && i < lines.length - 1)),
    wraps: {
      least: Math.max(...widths),
      most: lines.length > 1 ? Math.max(...widths) + lines[0]!.style.size * 2 : Infinity,
    },
  };
  if (from > 0) delete part.marker;
  setLineHeight(part, text.lineHeight);
  return part;
}

/** The cut in two with the least overlap of the two parts. */
function leastOverlap(items: Block[]): Untangled {
  let best: { parts: Block[][]; axis: 'row' | 'column'; cost: number } | undefined;
  for (const axis of ['column', 'row'] as const) {
    const [start, end] = axis === 'column' ? (['top', 'bottom'] as const) : (['left', 'right'] as const);
    const sorted = [...items].sort((a, b) => a.rect[start] + a.rect[end] - b.rect[start] - b.rect[end]);
    for (let i = 1; i < sorted.length; i++) {
      const [first, second] = [sorted.slice(0, i), sorted.slice(i)];
      const overlapped = Math.max(...first.map((b) => b.rect[end])) - Math.min(...second.map((b) => b.rect[start]));
      // Below each other is the safer way: nothing is squeezed.
      const cost = overlapped * (axis === 'row' ? 1.5 : 1);
      if (!best || cost < best.cost) best = { parts: [first, second], axis, cost };
    }
  }
  return { parts: best!.parts, axis: best!.axis, overlays: [] };
}
