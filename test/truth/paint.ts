import type { Box } from '../../extension/vision/scene.ts';

/** What a page paints but text, in CSS pixels from the top left of the document. Made in the page, by `readPaint`. */
export interface PagePaint {
  width: number;
  height: number;
  background: string;
  backgroundImage: string;
  /** In painting order. */
  boxes: PaintedBox[];
  pictures: PaintedPicture[];
}

export interface PaintedBox {
  box: Box;
  /** Empty where it lets all through. */
  color: string;
  /** A gradient, or empty. */
  image: string;
  /** Clockwise from the top. */
  border: { width: number; style: string; color: string }[];
  radius: number[];
  shadow: string;
}

export interface PaintedPicture {
  kind: 'image' | 'avatar' | 'icon' | 'chart';
  box: Box;
  radius: number[];
  color?: string;
  solid?: string;
}

/** Runs in the page; all it uses lies within its own body. Boxes that paint something, pictures, bullets before list items. */
export function readPaint(): PagePaint {
  const transparent = (color: string) => /rgba\(.*, 0\)|transparent/.test(color);
  const visible = (el: Element) => el.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const boxOf = (r: DOMRect): Box => ({ x: r.left + scrollX, y: r.top + scrollY, width: r.width, height: r.height });

  const underneath = (el: Element): string => {
    for (let e: Element | null = el; e; e = e.parentElement) {
      const color = getComputedStyle(e).backgroundColor;
      if (!transparent(color)) return color;
      // Whatever is drawn on a gradient stands out from it.
      if (getComputedStyle(e).backgroundImage !== 'none') return 'rgb(254, 254, 254)';
    }
    return 'rgb(255, 255, 255)';
  };

  /** What frames that cut off leave of a box. */
  const shownPart = (el: Element): Box | undefined => {
    const r = el.getBoundingClientRect();
    let [left, top, right, bottom] = [r.left, r.top, r.right, r.bottom];
    for (let e = el.parentElement; e && e !== document.body; e = e.parentElement) {
      if (/^(visible|)$/.test(getComputedStyle(e).overflowX)) continue;
      const frame = e.getBoundingClientRect();
      [left, top] = [Math.max(left, frame.left), Math.max(top, frame.top)];
      [right, bottom] = [Math.min(right, frame.right), Math.min(bottom, frame.bottom)];
    }
    if (right - left < 1 || bottom - top < 1) return undefined;
    return { x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top };
  };

  const boxes: PaintedBox[] = [];
  const pictures: PaintedPicture[] = [];
  const radiusOf = (s: CSSStyleDeclaration, { width, height }: Box) =>
    [s.borderTopLeftRadius, s.borderTopRightRadius, s.borderBottomRightRadius, s.borderBottomLeftRadius].map((v) =>
      Math.min(parseFloat(v) * (v.endsWith('%') ? Math.min(width, height) / 100 : 1), Math.min(width, height) / 2),
    );

  const pictureKind = (el: Element, box: Box): PaintedPicture['kind'] | undefined => {
    const declared = el.getAttribute('data-picture') ?? el.getAttribute('data-class');
    if (declared === 'none') return undefined;
    if (declared === 'chart' || declared === 'avatar' || declared === 'icon') return declared;
    return el.tagName === 'svg' && box.width <= 56 && box.height <= 56 ? 'icon' : 'image';
  };

  /** Discs and squares before list items, as Chromium draws them. */
  const addBullet = (item: Element, s: CSSStyleDeclaration) => {
    if (s.display !== 'list-item' || !/^(disc|circle|square)$/.test(s.listStyleType)) return;
    const range = document.createRange();
    range.selectNodeContents(item);
    const line = range.getClientRects()[0];
    if (!line) return;
    const context = document.createElement('canvas').getContext('2d')!;
    context.font = `${s.fontStyle} ${s.fontWeight} ${s.fontSize} ${s.fontFamily}`;
    const ascent = Math.round(context.measureText('x').fontBoundingBoxAscent);
    const offset = Math.floor((ascent * 2) / 3);
    const size = Math.floor((offset + 1) / 2);
    const box = {
      x: line.left + scrollX - offset - 8,
      y: line.top + scrollY + Math.floor((3 * (ascent - offset)) / 2),
      width: size,
      height: size,
    };
    const none = { width: 0, style: 'none', color: '' };
    const round = s.listStyleType === 'square' ? 0 : size / 2;
    const radius = [round, round, round, round];
    boxes.push({ box, color: s.color, image: '', border: [none, none, none, none], radius, shadow: 'none' });
  };

  for (const el of document.body.querySelectorAll('*')) {
    if (!visible(el) || el.parentElement?.closest('svg')) continue;
    const r = el.getBoundingClientRect();
    const box = r.width < 1 || r.height < 1 ? undefined : shownPart(el);
    if (!box) continue;
    const s = getComputedStyle(el);
    const tag = el.tagName.toLowerCase();
    if (tag === 'li') addBullet(el, s);
    const radius = radiusOf(s, box);
    const photo = /url\(/.test(s.backgroundImage) && !/^(select|input)$/.test(tag);
    if (tag === 'img' || tag === 'svg' || tag === 'canvas' || tag === 'video' || photo) {
      const kind = pictureKind(el, box);
      const solid = el.getAttribute('data-solid') ?? undefined;
      if (kind) pictures.push({ kind, box, radius, color: kind === 'icon' ? s.color : undefined, solid });
      if (!photo) continue;
    }
    const border = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => {
      const hidden = s[`border${side}Style`] === 'none' || transparent(s[`border${side}Color`]);
      const width = hidden ? 0 : parseFloat(s[`border${side}Width`]);
      return { width, style: s[`border${side}Style`], color: s[`border${side}Color`] };
    });
    const under = el.parentElement ? underneath(el.parentElement) : 'rgb(255, 255, 255)';
    const painted = !transparent(s.backgroundColor) && s.backgroundColor !== under;
    const gradient = /gradient\(/.test(s.backgroundImage);
    const native = /^(checkbox|radio|range)$/.test((el as HTMLInputElement).type) && s.appearance !== 'none';
    if (native || !(painted || gradient || border.some((b) => b.width > 0) || s.boxShadow !== 'none')) continue;
    const color = painted ? s.backgroundColor : '';
    boxes.push({ box, color, image: gradient ? s.backgroundImage : '', border, radius, shadow: s.boxShadow });
  }
  const root = getComputedStyle(document.documentElement);
  const body = getComputedStyle(document.body);
  const from = transparent(root.backgroundColor) && root.backgroundImage === 'none' ? body : root;
  const { x, y, width, height } = boxOf(document.documentElement.getBoundingClientRect());
  return {
    width: Math.max(innerWidth, Math.round(x + width)),
    height: Math.max(innerHeight, Math.round(y + height)),
    background: transparent(from.backgroundColor) ? 'rgb(255, 255, 255)' : from.backgroundColor,
    backgroundImage: from.backgroundImage,
    boxes,
    pictures,
  };
}
