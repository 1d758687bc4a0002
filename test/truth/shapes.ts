import type { BorderSide, Box, Fill, Shape } from '../../extension/vision/scene.ts';
import type { PaintedBox } from './paint.ts';

/** A painted box as vision sees it: lone border sides are rules, the rest is one rectangle or ellipse. */
export function shapesOf(b: PaintedBox): Shape[] {
  const fill = fillOf(b.color, b.image);
  const drawn = b.border.filter((s) => s.width > 0);
  const shadow = shadowOf(b.shadow);
  if (!fill && !shadow && drawn.length && drawn.length < 3) {
    return b.border.flatMap((s, i) => (s.width > 0 ? [ruleOf(b.box, i, s.width, hex(s.color))] : []));
  }
  const side = (i: number): BorderSide | undefined => {
    const s = b.border[i]!;
    return s.width > 0
      ? { width: s.width, style: s.style === 'dashed' || s.style === 'dotted' ? s.style : 'solid', color: hex(s.color) }
      : undefined;
  };
  const round =
    b.radius.every((r) => r >= Math.min(b.box.width, b.box.height) / 2 - 0.5) &&
    Math.abs(b.box.width - b.box.height) < 2;
  const thin = Math.min(b.box.width, b.box.height) <= 3 && !drawn.length;
  const border = drawn.length ? { top: side(0), right: side(1), bottom: side(2), left: side(3) } : undefined;
  return [
    {
      id: '',
      kind: thin ? 'rule' : round ? 'ellipse' : 'rectangle',
      box: b.box,
      fill,
      border,
      radius: corners(b.radius),
      shadow,
      confidence: 1,
    },
  ];
}

function ruleOf(box: Box, side: number, width: number, color: string): Shape {
  const at: Box =
    side === 0
      ? { ...box, height: width }
      : side === 1
        ? { ...box, x: box.x + box.width - width, width }
        : side === 2
          ? { ...box, y: box.y + box.height - width, height: width }
          : { ...box, width };
  return { id: '', kind: 'rule', box: at, fill: { kind: 'solid', color }, confidence: 1 };
}

/** Numbers shapes and nests them by containment. */
export function nest(shapes: Shape[]): Shape[] {
  shapes.forEach((s, i) => (s.id = `s${i}`));
  for (const s of shapes) {
    const around = shapes.filter(
      (o) =>
        o !== s &&
        o.kind !== 'rule' &&
        contains(o.box, s.box) &&
        (area(o.box) > area(s.box) || shapes.indexOf(o) < shapes.indexOf(s)),
    );
    s.parent = around.sort((a, b) => area(a.box) - area(b.box) || shapes.indexOf(b) - shapes.indexOf(a))[0]?.id;
  }
  return shapes;
}

export function fillOf(color: string, image: string): Fill | undefined {
  const m = /linear-gradient\((.*)\)/.exec(image);
  if (m) {
    const parts = m[1]!.split(/,(?![^(]*\))/).map((p) => p.trim());
    const angle = /^-?[\d.]+deg$/.test(parts[0]!)
      ? parseFloat(parts.shift()!)
      : parts[0]!.startsWith('to right')
        ? (parts.shift(), 90)
        : 180;
    return {
      kind: 'linear-gradient',
      angle,
      stops: parts.map((p, i) => ({ offset: i / (parts.length - 1), color: hex(p) })),
    };
  }
  return color ? { kind: 'solid', color: hex(color) } : undefined;
}

function shadowOf(shadow: string): Shape['shadow'] {
  const m = /^(rgba?\([^)]*\)) (-?[\d.]+)px (-?[\d.]+)px ([\d.]+)px (-?[\d.]+)px$/.exec(shadow);
  return m
    ? { color: hex(m[1]!), x: Number(m[2]), y: Number(m[3]), blur: Number(m[4]), spread: Number(m[5]) }
    : undefined;
}

export function corners(r: number[]): Shape['radius'] {
  return r.some((v) => v > 0) ? [r[0]!, r[1]!, r[2]!, r[3]!] : undefined;
}

/** Lower-case `#rrggbb`, or `#rrggbbaa`, of a computed colour. */
export function hex(css: string): string {
  const n = css.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0];
  const byte = (v: number) => Math.round(v).toString(16).padStart(2, '0');
  const alpha = n[3] !== undefined && n[3] < 1 ? byte(n[3] * 255) : '';
  return `#${n.slice(0, 3).map(byte).join('')}${alpha}`;
}

const area = (b: Box) => b.width * b.height;
export const sameBox = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.width - b.width) + Math.abs(a.height - b.height) < 4;
const contains = (a: Box, b: Box) =>
  b.x >= a.x - 1 && b.y >= a.y - 1 && b.x + b.width <= a.x + a.width + 1 && b.y + b.height <= a.y + a.height + 1;
