/** Fill, border, corners and shadow as declarations. */
import type { BorderSide, Fill } from '../vision/scene.ts';
import type { BoxNode } from '../layout/design.ts';
import { px, type Style } from './element.ts';

interface Decorated {
  fill?: Fill;
  border?: BoxNode['border'];
  radius?: BoxNode['radius'];
  shadow?: BoxNode['shadow'];
}

export const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** `plain` is for tags the browser draws itself (fields): what isn't there must be taken away. */
export function decorate(node: Decorated, plain = false): Style {
  const style: Style = new Map();
  if (node.fill) for (const [key, value] of fillStyle(node.fill)) style.set(key, value);
  else if (plain) style.set('background-color', 'transparent');
  for (const side of SIDES) {
    const border = node.border?.[side];
    if (border && border.width > 0) style.set(`border-${side}`, borderValue(border));
    else if (plain) style.set(`border-${side}`, '0');
  }
  const radius = node.radius?.map(px);
  if (radius?.some((corner) => corner !== '0'))
    style.set('border-radius', radius.every((corner) => corner === radius[0]) ? radius[0]! : radius.join(' '));
  else if (plain) style.set('border-radius', '0');
  if (node.shadow) {
    const { x, y, blur, spread, color } = node.shadow;
    style.set('box-shadow', [px(x), px(y), px(blur), ...(spread ? [px(spread)] : []), color].join(' '));
  }
  return style;
}

/** A background as its longhand. */
export function fillStyle(fill: Fill): Style {
  if (fill.kind === 'solid') return new Map([['background-color', fill.color]]);
  const stops = fill.stops.map(({ offset, color }, i, all) => {
    const implied = i / Math.max(1, all.length - 1);
    return Math.abs(offset - implied) < 0.005 ? color : `${color} ${Math.round(offset * 1000) / 10}%`;
  });
  return new Map([['background-image', `linear-gradient(${Math.round(fill.angle)}deg, ${stops.join(', ')})`]]);
}

function borderValue({ width, style, color }: BorderSide): string {
  return `${px(width)} ${style} ${color}`;
}
