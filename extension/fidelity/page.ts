import type { Box } from '../vision/scene.ts';

/** What a rendered page holds, in CSS pixels from the page's top left. */
export interface PageContent {
  width: number;
  height: number;
  /** Border boxes of the elements marked with `data-node`, by id; one element may carry several, parted by spaces. */
  nodes: Record<string, Box>;
  /** Lines of text in document order; one element's text on one visual line. */
  lines: RenderedLine[];
  /** Families that texts ask for first and that aren't installed: another one stands in for them. */
  missingFonts: string[];
}

export interface RenderedLine {
  /** The innermost marked node around it; empty where there is none. */
  node: string;
  text: string;
  /** Tight around the ink, from the font's own glyph bounds. */
  box: Box;
  baseline: number;
  /** Advance width of each word, without the spaces between them. */
  words: { text: string; x: number; width: number }[];
  /** As computed: `rgb(…)` or `rgba(…)`. */
  color: string;
}

/** How the page fares on a phone. */
export interface NarrowContent {
  /** CSS pixels by which it runs over its width. */
  overflow: number;
  /** Texts that lie on another text. */
  overlaps: number;
}

/** Runs in the page, so it may use nothing from outside itself. */
export function readPage(): PageContent {
  interface Piece {
    text: string;
    rect: DOMRect;
  }
  const root = document.documentElement;
  const context = document.createElement('canvas').getContext('2d')!;
  const lines: RenderedLine[] = [];
  const nodes: Record<string, Box> = {};
  const usedBy = new Set<globalThis.Element>();
  const nodeOf = (element: globalThis.Element) =>
    (element.closest('[data-node]')?.getAttribute('data-node') ?? '').split(' ').at(-1)!;
  const isSeen = (element: globalThis.Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  for (const element of document.querySelectorAll('[data-node]')) {
    const rect = element.getBoundingClientRect();
    const box = { x: rect.left + scrollX, y: rect.top + scrollY, width: rect.width, height: rect.height };
    for (const id of element.getAttribute('data-node')!.split(' ')) nodes[id] = box;
  }

  function useFont(style: CSSStyleDeclaration): { ascent: number; descent: number } {
    context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    context.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing;
    context.fontVariantCaps = style.fontVariantCaps as CanvasFontVariantCaps;
    const metrics = context.measureText('x');
    return { ascent: Math.round(metrics.fontBoundingBoxAscent), descent: Math.round(metrics.fontBoundingBoxDescent) };
  }

  /** A family is there if text set in it is wider or narrower than in the fallbacks that it is tried before. */
  function isInstalled(family: string): boolean {
    const sample = 'Mmwli 0Oo@';
    return ['monospace', 'serif'].some((fallback) => {
      context.font = `40px ${fallback}`;
      const { width } = context.measureText(sample);
      context.font = `40px ${family}, ${fallback}`;
      return context.measureText(sample).width !== width;
    });
  }

  function missingFonts(): string[] {
    const generic = /^(serif|sans-serif|monospace|system-ui|ui-.*|cursive|fantasy|math|emoji)$/;
    const firsts = new Set<string>();
    for (const element of usedBy) firsts.add(getComputedStyle(element).fontFamily.split(',')[0]!.trim());
    context.letterSpacing = '0px';
    context.fontVariantCaps = 'normal';
    const named = [...firsts].filter((family) => !generic.test(family));
    return named.filter((family) => !isInstalled(family)).map((family) => family.replace(/^"|"$/g, ''));
  }

  function transformed(text: string, style: CSSStyleDeclaration): string {
    if (style.textTransform === 'uppercase') return text.toUpperCase();
    if (style.textTransform === 'lowercase') return text.toLowerCase();
    if (style.textTransform !== 'capitalize') return text;
    return text.replace(/(^|\s)\S/g, (letter) => letter.toUpperCase());
  }

  function addLine(pieces: Piece[], element: globalThis.Element, style: CSSStyleDeclaration): void {
    usedBy.add(element);
    const text = pieces.map((piece) => piece.text).join(' ');
    const first = pieces[0]!.rect;
    const { ascent, descent } = useFont(style);
    const ink = context.measureText(text);
    const left = first.left + scrollX;
    // A glyph box of the fragment is as high as the font's ascent and descent; what a fallback font adds goes below.
    const baseline = first.top + scrollY + (first.height * ascent) / (ascent + descent);
    // Counted from the last word: justified words lie further apart than the canvas knows.
    const inkRight = pieces.at(-1)!.rect.right + scrollX - (ink.width - ink.actualBoundingBoxRight);
    const inkLeft = left - ink.actualBoundingBoxLeft;
    lines.push({
      node: nodeOf(element),
      text,
      box: {
        x: inkLeft,
        y: baseline - ink.actualBoundingBoxAscent,
        width: Math.max(0, inkRight - inkLeft),
        height: ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent,
      },
      baseline,
      words: pieces.map((piece) => ({ text: piece.text, x: piece.rect.left + scrollX, width: piece.rect.width })),
      color: style.color,
    });
  }

  function readTextNode(node: globalThis.Text, element: globalThis.Element): void {
    const style = getComputedStyle(element);
    let line: Piece[] = [];
    const range = document.createRange();
    for (const match of node.data.matchAll(/\S+/g)) {
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const rect = range.getBoundingClientRect();
      if (rect.width < 0.5 || rect.height < 1) continue;
      const last = line.at(-1)?.rect;
      if (last && (rect.left < last.left || rect.top >= last.bottom)) {
        addLine(line, element, style);
        line = [];
      }
      line.push({ text: transformed(match[0], style), rect });
    }
    if (line.length) addLine(line, element, style);
  }

  /** What a field shows isn't in a text node: it is placed as browsers place it, in the middle or at a text area's top. */
  function readField(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): void {
    const isSelect = field instanceof HTMLSelectElement;
    if (field instanceof HTMLInputElement && /^(checkbox|radio|range|color|file|hidden|image)$/.test(field.type))
      return;
    const value = isSelect ? (field.selectedOptions[0]?.text ?? '') : field.value;
    const shown = value || (isSelect ? '' : field.placeholder);
    if (!shown.trim()) return;
    const style = getComputedStyle(field);
    const { ascent, descent } = useFont(style);
    const rect = field.getBoundingClientRect();
    const side = (name: 'Left' | 'Top') =>
      parseFloat(style[`border${name}Width`]) + parseFloat(style[`padding${name}`]);
    const isArea = field instanceof HTMLTextAreaElement;
    const lineHeight = parseFloat(style.lineHeight) || ascent + descent;
    const top = isArea
      ? rect.top + side('Top') + (lineHeight - ascent - descent) / 2
      : rect.top + (rect.height - ascent - descent) / 2;
    const text = field.type === 'password' && value ? '•'.repeat(value.length) : shown.split('\n')[0]!.trim();
    const width = context.measureText(text).width;
    const room = rect.width - 2 * side('Left');
    const shift = style.textAlign === 'center' ? (room - width) / 2 : style.textAlign === 'right' ? room - width : 0;
    const piece = { text, rect: new DOMRect(rect.left + side('Left') + shift, top, width, ascent + descent) };
    addLine([piece], field, value || isSelect ? style : getComputedStyle(field, '::placeholder'));
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof globalThis.Text) {
      const element = node.parentElement;
      if (!element || element.closest('script, style, noscript, template, select, textarea')) continue;
      if (isSeen(element)) readTextNode(node, element);
    } else if (/^(INPUT|TEXTAREA|SELECT)$/.test(node.nodeName) && isSeen(node as globalThis.Element)) {
      readField(node as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement);
    }
  }
  return { width: root.scrollWidth, height: root.scrollHeight, nodes, lines, missingFonts: missingFonts() };
}

/** Runs in the page, so it may use nothing from outside itself. */
export function readNarrowPage(): NarrowContent {
  const rects: DOMRect[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent?.trim() || !element || element.closest('script, style, noscript, template')) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      // A fifth off above and below: line boxes may touch where glyphs don't.
      if (rect.width < 2 || rect.height < 2) continue;
      rects.push(new DOMRect(rect.x + 1, rect.y + rect.height * 0.2, rect.width - 2, rect.height * 0.6));
    }
  }
  const hit = new Set<DOMRect>();
  for (const [index, a] of rects.entries()) {
    for (const b of rects.slice(index + 1)) {
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) hit.add(a).add(b);
    }
  }
  return { overflow: Math.max(0, document.documentElement.scrollWidth - innerWidth), overlaps: hit.size };
}
