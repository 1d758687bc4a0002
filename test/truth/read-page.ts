import type { Box, ElementClass } from '../../extension/vision/scene.ts';

/** What a page holds, in CSS pixels from the top left of the document. Made in the page, by `readPage`. */
export interface PageTruth {
  width: number;
  height: number;
  background: string;
  backgroundImage: string;
  pieces: TextPiece[];
  boxes: PageBox[];
  elements: { class: ElementClass; box: Box; checked: boolean; disabled: boolean; value?: number }[];
  pictures: {
    kind: 'image' | 'avatar' | 'icon' | 'chart';
    box: Box;
    radius: number[];
    color?: string;
    solid?: string;
  }[];
}

/** A stretch of one text node on one line. */
export interface TextPiece {
  text: string;
  /** Number of the block that lays the text out: pieces of two blocks are never on one line. */
  block: number;
  baseline: number;
  box: Box;
  words: { text: string; box: Box }[];
  link: boolean;
  style: {
    color: string;
    background: string;
    family: string;
    size: number;
    weight: number;
    italic: boolean;
    underline: boolean;
    strike: boolean;
    letterSpacing: number;
    smallCaps: boolean;
  };
}

export interface PageBox {
  box: Box;
  color: string;
  image: string;
  border: { width: number; style: string; color: string }[];
  radius: number[];
  shadow: string;
}

/**
 * Runs in the page. Text nodes cut at line breaks with the ink's extent from canvas metrics, boxes that paint something,
 * controls, and pictures.
 */
export function readPage(): PageTruth {
  const sx = scrollX;
  const sy = scrollY;
  const canvas = document.createElement('canvas').getContext('2d')!;
  const visible = (el: globalThis.Element) => el.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const transparent = (color: string) => /rgba\(.*, 0\)|transparent/.test(color);
  const boxOf = (r: DOMRect): Box => ({ x: r.left + sx, y: r.top + sy, width: r.width, height: r.height });
  const blocks = new Map<globalThis.Element, number>();

  const blockOf = (el: globalThis.Element): number => {
    let e = el;
    while (e.parentElement && getComputedStyle(e).display === 'inline') e = e.parentElement;
    if (!blocks.has(e)) blocks.set(e, blocks.size);
    return blocks.get(e)!;
  };

  const underneath = (el: globalThis.Element): string => {
    for (let e: globalThis.Element | null = el; e; e = e.parentElement) {
      const color = getComputedStyle(e).backgroundColor;
      if (!transparent(color)) return color;
      // Whatever is drawn on a gradient stands out from it.
      if (getComputedStyle(e).backgroundImage !== 'none') return 'rgb(254, 254, 254)';
    }
    return 'rgb(255, 255, 255)';
  };

  const decorated = (el: globalThis.Element, kind: string): boolean => {
    for (let e: globalThis.Element | null = el; e; e = e.parentElement) {
      if (getComputedStyle(e).textDecorationLine.includes(kind)) return true;
      if (getComputedStyle(e).display !== 'inline') return false;
    }
    return false;
  };

  const styleOf = (el: globalThis.Element): TextPiece['style'] => {
    const s = getComputedStyle(el);
    return {
      color: s.color,
      background: underneath(el),
      family: s.fontFamily,
      size: parseFloat(s.fontSize),
      weight: Number(s.fontWeight),
      italic: s.fontStyle === 'italic',
      underline: decorated(el, 'underline'),
      strike: decorated(el, 'line-through'),
      letterSpacing: parseFloat(s.letterSpacing) || 0,
      smallCaps: s.fontVariantCaps === 'small-caps',
    };
  };

  /** The ink of a word drawn in a style with its origin at x on a baseline. */
  const inkOf = (text: string, x: number, baseline: number, advance: number): Box => {
    const m = canvas.measureText(text);
    // The canvas knows nothing of letter spacing or hinted advances: stretch its ink to the measured advance.
    const left = x - m.actualBoundingBoxLeft;
    const right = x + advance - (m.width - m.actualBoundingBoxRight);
    const top = baseline - m.actualBoundingBoxAscent;
    return {
      x: left,
      y: top,
      width: Math.max(1, right - left),
      height: Math.max(1, m.actualBoundingBoxAscent + m.actualBoundingBoxDescent),
    };
  };

  const transformed = (text: string, how: string): string =>
    how === 'uppercase'
      ? text.toUpperCase()
      : how === 'lowercase'
        ? text.toLowerCase()
        : how === 'capitalize'
          ? text.replace(/\b\p{L}/gu, (c) => c.toUpperCase())
          : text;

  const pieces: TextPiece[] = [];
  const piecesOf = (node: Text, el: globalThis.Element) => {
    const computed = getComputedStyle(el);
    canvas.font = `${computed.fontStyle} ${computed.fontWeight} ${computed.fontSize} ${computed.fontFamily}`;
    const raw = node.data;
    const ascent = Math.round(canvas.measureText('x').fontBoundingBoxAscent);
    const range = document.createRange();
    let piece: TextPiece | undefined;
    let lastTop = NaN;
    for (const m of raw.matchAll(/\S+/g)) {
      range.setStart(node, m.index);
      range.setEnd(node, m.index + m[0].length);
      const r = range.getClientRects()[0];
      if (!r || r.width < 0.5 || r.height < 1) continue;
      const baseline = r.top + sy + ascent;
      const text = transformed(m[0], computed.textTransform);
      const spacing = parseFloat(computed.letterSpacing) || 0;
      const box = inkOf(text, r.left + sx, baseline, r.width - spacing);
      if (!piece || Math.abs(r.top - lastTop) > 2) {
        piece = {
          text: '',
          block: blockOf(el),
          baseline,
          box,
          words: [],
          link: Boolean(el.closest('a')),
          style: styleOf(el),
        };
        pieces.push(piece);
        lastTop = r.top;
      }
      piece.text += (piece.text ? ' ' : '') + text;
      piece.words.push({ text, box });
    }
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const el = node.parentElement;
    if (!el || /^(script|style|noscript|template|option|textarea)$/i.test(el.tagName) || !visible(el)) continue;
    piecesOf(node as Text, el);
  }

  const boxes: PageBox[] = [];
  const elements: PageTruth['elements'] = [];
  const pictures: PageTruth['pictures'] = [];
  const classOf = (el: globalThis.Element): ElementClass | undefined => {
    const hint = el.getAttribute('data-class') as ElementClass | null;
    if (hint) return hint;
    const tag = el.tagName.toLowerCase();
    const type = (el.getAttribute('type') ?? 'text').toLowerCase();
    if (tag === 'button' || (tag === 'input' && /^(submit|button|reset)$/.test(type))) return 'button';
    if (tag === 'input') {
      if (type === 'checkbox' || type === 'radio') return type;
      if (type === 'range') return 'slider';
      return type === 'hidden' ? undefined : 'text-field';
    }
    if (tag === 'textarea') return 'text-area';
    if (tag === 'select' || tag === 'progress' || tag === 'table') return tag;
    if (tag === 'nav') return 'navigation';
    if (tag === 'a') {
      const s = getComputedStyle(el);
      return !transparent(s.backgroundColor) || parseFloat(s.borderTopWidth) > 0 ? 'button' : 'link';
    }
    return undefined;
  };

  /** The text a control shows, which is no text node of the page. */
  const shownBy = (el: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement) => {
    const s = getComputedStyle(el);
    const isSelect = el instanceof HTMLSelectElement;
    const button = /^(submit|button|reset)$/.test(el.type);
    const held = isSelect
      ? (el.selectedOptions[0]?.text ?? '')
      : el.type === 'password'
        ? '•'.repeat(el.value.length)
        : el.value;
    const text = held || (isSelect ? '' : el.placeholder);
    if (!text || /^(checkbox|radio|range|color|file)$/.test(el.type)) return;
    canvas.font = `${s.fontStyle} ${s.fontWeight} ${s.fontSize} ${s.fontFamily}`;
    const m = canvas.measureText(text);
    const r = el.getBoundingClientRect();
    const inner = r.left + sx + parseFloat(s.borderLeftWidth) + parseFloat(s.paddingLeft) + (isSelect ? 4 : 0);
    const x = button ? r.left + sx + (r.width - m.width) / 2 : inner;
    const [a, d] = [Math.round(m.fontBoundingBoxAscent), Math.round(m.fontBoundingBoxDescent)];
    const top =
      el instanceof HTMLTextAreaElement
        ? r.top + sy + parseFloat(s.paddingTop) + 1
        : r.top + sy + (r.height - a - d) / 2;
    const baseline = Math.round(top + a);
    const style = { ...styleOf(el), color: held ? s.color : 'rgb(117, 117, 117)' };
    let cursor = x;
    const words = text.split(/\s+/).map((word) => {
      const advance = canvas.measureText(word).width;
      const box = inkOf(word, cursor, baseline, advance);
      cursor += advance + canvas.measureText(' ').width;
      return { text: word, box };
    });
    pieces.push({ text, block: -1 - elements.length, baseline, box: words[0]!.box, words, link: false, style });
  };

  for (const el of document.body.querySelectorAll('*')) {
    if (!visible(el) || el.parentElement?.closest('svg')) continue;
    const r = el.getBoundingClientRect();
    if (r.width < 1 || r.height < 1) continue;
    const s = getComputedStyle(el);
    const box = boxOf(r);
    const tag = el.tagName.toLowerCase();
    const radius = [
      s.borderTopLeftRadius,
      s.borderTopRightRadius,
      s.borderBottomRightRadius,
      s.borderBottomLeftRadius,
    ].map((v) =>
      Math.min(
        parseFloat(v) * (v.endsWith('%') ? Math.min(r.width, r.height) / 100 : 1),
        Math.min(r.width, r.height) / 2,
      ),
    );
    const photo = /url\(/.test(s.backgroundImage);
    if (tag === 'img' || tag === 'svg' || tag === 'canvas' || tag === 'video' || photo) {
      const small = tag === 'svg' && r.width <= 48 && r.height <= 48;
      const hint = el.getAttribute('data-picture') as 'chart' | 'avatar' | null;
      pictures.push({
        kind: hint ?? (small ? 'icon' : 'image'),
        box,
        radius,
        color: small ? s.color : undefined,
        solid: el.getAttribute('data-solid') ?? undefined,
      });
      if (!photo) continue;
    }
    const sides = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => ({
      width:
        s[`border${side}Style`] === 'none' || transparent(s[`border${side}Color`])
          ? 0
          : parseFloat(s[`border${side}Width`]),
      style: s[`border${side}Style`],
      color: s[`border${side}Color`],
    }));
    const under = el.parentElement ? underneath(el.parentElement) : 'rgb(255, 255, 255)';
    const painted = !transparent(s.backgroundColor) && s.backgroundColor !== under;
    const gradient = /gradient\(/.test(s.backgroundImage);
    const native = /^(checkbox|radio|range)$/.test((el as HTMLInputElement).type) && s.appearance !== 'none';
    if (!native && (painted || gradient || sides.some((b) => b.width > 0) || s.boxShadow !== 'none'))
      boxes.push({
        box,
        color: painted ? s.backgroundColor : '',
        image: gradient ? s.backgroundImage : '',
        border: sides,
        radius,
        shadow: s.boxShadow,
      });
    const kind = classOf(el);
    if (!kind) continue;
    const input = el as HTMLInputElement;
    elements.push({
      class: kind,
      box,
      checked: input.checked === true,
      disabled: input.disabled === true,
      value: tag === 'progress' ? input.valueAsNumber || undefined : undefined,
    });
    if (tag === 'input' || tag === 'select' || tag === 'textarea') shownBy(input);
  }
  const root = getComputedStyle(document.documentElement);
  const body = getComputedStyle(document.body);
  const from = transparent(root.backgroundColor) && root.backgroundImage === 'none' ? body : root;
  return {
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
    background: transparent(from.backgroundColor) ? 'rgb(255, 255, 255)' : from.backgroundColor,
    backgroundImage: from.backgroundImage,
    pieces,
    boxes,
    elements,
    pictures,
  };
}
