import type { Block, FrameBlock, TextBlock } from './block.ts';
import { heightOf, sharedX } from './geometry.ts';
import { setLineHeight } from './paragraphs.ts';

/** Text much larger than the rest is set tighter. */
const TIGHT = 1.25;
const LARGE = 1.5;

/** Line height over font size that most text of several lines has; `undefined` where there is none. */
export function commonRatio(texts: TextBlock[]): number | undefined {
  const weights = new Map<number, number>();
  for (const t of texts) {
    if (t.lines.length < 2) continue;
    const ratio = Math.round((t.lineHeight / t.lines[0]!.style.size) * 20) / 20;
    weights.set(ratio, (weights.get(ratio) ?? 0) + t.lines.reduce((n, l) => n + l.text.length, 0));
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/**
 * One line of text doesn't show its line height. It gets that of the page's paragraphs as far as the room above and
 * below allows, so that margins stay positive and texts of one size agree.
 */
export function setLeading(frame: FrameBlock, texts: TextBlock[], ratio: number, bodySize: number): void {
  const natural = new Map<Block, { top: number; bottom: number }>(
    texts.map((t) => [t, { top: t.rect.top, bottom: t.rect.bottom }]),
  );
  for (const t of texts) {
    if (t.lines.length > 1) continue;
    const { size } = t.lines[0]!.style;
    const content = heightOf(t.lines[0]!.rect);
    const wanted = (size > LARGE * bodySize ? Math.min(ratio, TIGHT) : ratio) * size;
    const own = natural.get(t)!;
    const roomBeside = (gapTo: (o: { top: number; bottom: number }) => number, edge: number) => {
      let room = edge;
      for (const o of [...texts, ...frame.items]) {
        if (o === t || sharedX(o.rect, t.rect) <= 0) continue;
        const gap = gapTo(natural.get(o) ?? o.rect);
        if (gap > -0.5 * content)
          room = Math.min(room, o.kind === 'text' && (o as TextBlock).lines.length === 1 ? gap / 2 : gap);
      }
      return room;
    };
    const above = roomBeside((o) => own.top - o.bottom, own.top - frame.rect.top);
    const below = roomBeside((o) => o.top - own.bottom, frame.rect.bottom - own.bottom);
    const half = Math.max(0, Math.floor(Math.min((wanted - content) / 2, above, below)));
    setLineHeight(t, content + 2 * half);
  }
}
