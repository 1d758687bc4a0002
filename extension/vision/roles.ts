import type { Box, ElementClass, Shape } from './scene.ts';
import type { Content } from './content.ts';

/**
 * How much a shape looks like each class from its geometry and content alone, 0 to 1; classes that it can't be are absent.
 * Sizes are CSS pixels: what browsers draw by themselves and common style sheets set.
 */
export function rolesOf(c: Content, besideText: boolean): Partial<Record<ElementClass, number>> {
  const roles: Partial<Record<ElementClass, number>> = {
    checkbox: checkbox(c, besideText),
    radio: radio(c, besideText),
    switch: toggle(c),
    progress: progress(c),
    badge: badge(c),
    select: select(c),
    'text-area': textArea(c),
    'text-field': textField(c),
    button: button(c),
    card: card(c),
  };
  for (const name of Object.keys(roles) as ElementClass[]) if (!roles[name]) delete roles[name];
  return roles;
}

/** Stands out from what it lies on by its fill or a closed border. */
function isDrawn(c: Content): boolean {
  return (
    c.sides >= 3 ||
    Math.abs(c.light - c.ground) > 4 ||
    c.vivid > 40 ||
    c.shape.fill?.kind === 'linear-gradient' ||
    !!c.shape.shadow
  );
}

function isIcon(p: Content['pictures'][number]): boolean {
  return p.kind === 'icon';
}

/** One short text, or one icon, in the middle of a box that hugs it. */
function button(c: Content): number {
  const { width, height, pad, lines, pictures, children } = c;
  if (height < 18 || height > 76 || width < 18 || width > 640 || width < height * 0.8 || !isDrawn(c)) return 0;
  if (children.length > 1 || pictures.length > 2 || !pictures.every(isIcon)) return 0;
  if (Math.abs(pad.top - pad.bottom) > Math.max(6, height * 0.25)) return 0;
  if (lines.length === 0) {
    const square = width <= height * 1.7;
    return pictures.length === 1 && square && Math.abs(pad.left - pad.right) <= 4 && pad.left >= 3 ? 0.6 : 0;
  }
  if (lines.length > 1) return 0;
  // An icon away from the text, at the far end, is a field's or a list's.
  const apart = pictures.some((p) => (gapBetween(p.box, lines[0]!.box) * height) / c.shape.box.height > 20);
  if (apart) return 0;
  const centred = Math.abs(pad.left - pad.right) <= Math.max(6, Math.min(24, width * 0.08));
  if (!centred || pad.left < 3 || pad.top < 2) return 0;
  // A band with a centred title is wide; a button's text fills it more, or the box is coloured and rounded.
  const filled = width - pad.left - pad.right > width * 0.25;
  let score = 0.4;
  if (filled) score += 0.15;
  if (c.radius >= 2) score += 0.15;
  if (c.vivid > 50 || c.light < 110) score += 0.15;
  if (c.sides === 4 && c.vivid <= 50) score += 0.1;
  if (width > 400 && c.vivid <= 50) score -= 0.25;
  // So low and tight it is a badge.
  if (height < 23 && pad.left < 18 && c.sides === 0) score -= 0.3;
  return score;
}

/** Pixels across between two boxes, negative where they overlap. */
function gapBetween(a: Box, b: Box): number {
  return Math.max(a.x - b.x - b.width, b.x - a.x - a.width);
}

/** Pale, flat, wide, with a border or on a darker ground; empty, or with text at the left. */
function textField(c: Content): number {
  const { width, height, pad, lines, children, pictures } = c;
  if (height < 18 || height > 66 || width < 36 || width < height * 1.2 || !isDrawn(c)) return 0;
  if (children.length > 1 || lines.length > 1 || pictures.length > 2 || !pictures.every(isIcon)) return 0;
  const dark = c.ground < 110 && c.light < 110;
  const pale = c.vivid < 40 && (c.light > 200 || dark || c.sides === 4);
  if (!pale || (c.sides > 0 && c.sides < 3) || (width > 1000 && c.radius === 0)) return 0;
  const framed =
    c.sides >= 3 || (c.light > 235 && c.ground < c.light - 3) || (dark && c.light !== c.ground) || c.radius >= 2;
  if (lines.length === 0 && pictures.length === 0)
    return c.sides >= 3 ? 0.75 : framed && (c.light > 225 || dark) ? 0.55 : 0;
  const left = pad.left <= 48 && pad.right > Math.max(pad.left * 1.8, 16) && pad.right > width * 0.15;
  if (!left || Math.abs(pad.top - pad.bottom) > height * 0.3) return 0;
  return c.sides >= 3 ? 0.65 : framed ? 0.4 : 0;
}

function textArea(c: Content): number {
  const { width, height, pad, lines, children, pictures } = c;
  if (
    height < 50 ||
    height > 420 ||
    width < 110 ||
    c.sides < 3 ||
    c.vivid > 40 ||
    children.length ||
    pictures.some((p) => !isIcon(p))
  )
    return 0;
  if (lines.length === 0) return pictures.length > 1 ? 0 : 0.6;
  // Its text begins in the top left corner, and there is room below.
  return pad.left <= 20 && pad.top <= 20 && pad.bottom > Math.max(24, height * 0.35) && lines.length <= 3 ? 0.55 : 0;
}

/** A field with a chevron at its right end. */
function select(c: Content): number {
  const { shape, width, height, pictures, lines } = c;
  if (height < 17 || height > 60 || width < 34 || lines.length > 1 || !isDrawn(c) || c.children.length > 1) return 0;
  const right = shape.box.x + shape.box.width;
  const scale = shape.box.width / width;
  const chevron = pictures.filter(
    (p) =>
      isIcon(p) &&
      p.box.width <= 18 * scale &&
      p.box.height <= 20 * scale &&
      right - p.box.x - p.box.width <= 22 * scale &&
      right - p.box.x <= 34 * scale,
  );
  if (chevron.length !== 1 || pictures.length > 2) return 0;
  const line = lines[0];
  if (line && (line.box.x - shape.box.x) / scale > 40) return 0;
  if (line && (shape.box.x + shape.box.width - line.box.x - line.box.width) / scale < 12) return 0;
  return c.vivid > 60 ? 0.35 : c.sides >= 3 ? 0.75 : 0.5;
}

function checkbox(c: Content, besideText: boolean): number {
  const { width, height, radius } = c;
  if (!isSmallSquare(width, height) || c.lines.length || radius > width * 0.36) return 0;
  if (c.sides < 4 && !(c.vivid > 60 && c.pictures.length === 1)) return 0;
  return besideText ? 0.7 : 0.45;
}

function radio(c: Content, besideText: boolean): number {
  const { width, height, radius } = c;
  if (!isSmallSquare(width, height) || c.lines.length || radius < width * 0.42) return 0;
  if (c.sides < 3 && !(c.children.length === 1 && isDot(c.children[0]!, c.shape))) return 0;
  return besideText ? 0.7 : 0.4;
}

/** In the middle of its parent, and about half as wide. */
function isDot({ box }: Shape, { box: around }: Shape): boolean {
  const level = Math.abs(box.y + box.height / 2 - around.y - around.height / 2) <= 1.5;
  return (
    level && Math.abs(box.x + box.width / 2 - around.x - around.width / 2) <= 1.5 && box.width <= around.width * 0.75
  );
}

function isSmallSquare(width: number, height: number): boolean {
  return width >= 10 && width <= 28 && Math.abs(width - height) <= 1;
}

/** The knob of a switch: round, about as high as its track, at one of its ends. */
export function knobOf(c: Content): Shape | undefined {
  return c.children.find(({ kind, box }) => {
    const near = Math.min(box.x - c.shape.box.x, c.shape.box.x + c.shape.box.width - box.x - box.width);
    return kind === 'ellipse' && box.height >= c.shape.box.height * 0.5 && near <= c.shape.box.height * 0.35;
  });
}

function toggle(c: Content): number {
  const { width, height } = c;
  if (height < 12 || height > 40 || width < height * 1.4 || width > height * 2.6 || c.radius < height * 0.42) return 0;
  return knobOf(c) ? 0.8 : 0;
}

/** The filled part of a track: from its left end, as high as itself. */
export function filledPart(c: Content): Shape | undefined {
  const { box, border } = c.shape;
  const edge = 2 + (border?.left?.width ?? 0) * 2;
  return c.children.find(
    (s) =>
      s.kind === 'rectangle' &&
      Math.abs(s.box.x - box.x) <= edge &&
      Math.abs(s.box.height - box.height) <= 2 * edge &&
      s.box.width < box.width,
  );
}

function progress(c: Content): number {
  const { width, height } = c;
  if (height < 3 || height > 36 || width < 36 || width < height * 2.5 || c.children.length > 2) return 0;
  if (c.lines.some((l) => !/^\d{1,3}\s*%$/.test(l.text))) return 0;
  return filledPart(c) ? 0.75 : 0;
}

/** A small coloured pill or box close around a word or number. */
function badge(c: Content): number {
  const { width, height, lines, pad } = c;
  if (
    height < 10 ||
    height > 27 ||
    width > 150 ||
    lines.length !== 1 ||
    c.pictures.length ||
    c.children.length ||
    !isDrawn(c)
  )
    return 0;
  const text = lines[0]!.box.height * (height / c.shape.box.height);
  if (text > 13 || Math.abs(pad.left - pad.right) > 4 || pad.left > 14) return 0;
  const tight = pad.top + pad.bottom <= text * 1.6 + 3;
  return tight ? (c.radius >= 2 ? 0.6 : 0.4) + (height <= 22 ? 0.1 : -0.1) : 0;
}

function card(c: Content): number {
  const { width, height, lines, pictures, children } = c;
  if (width < 110 || height < 64 || lines.length + pictures.length + children.length < 2) return 0;
  if (c.sides === 4 || c.shape.shadow) return 0.6;
  return c.radius >= 3 ? 0.5 : 0;
}
