import type { LaidOut } from './snapshot.ts';
import { ancestors } from './snapshot.ts';

type Rgba = [number, number, number, number];

/** Whatever is drawn on a gradient or a picture stands out from it. */
const NO_ONE_COLOR = 'rgb(254, 254, 254)';
const WHITE: Rgba = [255, 255, 255, 1];

/** The colour that lies under what a node draws, as CSS writes it. */
export function groundUnder(node: LaidOut): string {
  const layers: Rgba[] = [];
  for (const at of [node, ...ancestors(node)]) {
    if (!at.style['background-color']) continue;
    const color = parse(at.style['background-color']);
    // The arrow of a select is a picture too.
    if (at.style['background-image'] !== 'none' && at.name !== 'select') return NO_ONE_COLOR;
    color[3] *= opacityAt(at);
    if (color[3] > 0) layers.push(color);
    if (color[3] === 1) break;
  }
  return css(layers.reduceRight<Rgba>((under, layer) => over(layer, under), WHITE));
}

/** A colour with what shines through it where it, or what it is in, isn't opaque. */
export function seenColor(node: LaidOut, color: string): string {
  const own = parse(color);
  own[3] *= opacityAt(node);
  return own[3] === 1 ? color : css(over(own, parse(groundUnder(node))));
}

function opacityAt(node: LaidOut): number {
  return [node, ...ancestors(node)].reduce((product, { style }) => product * (style.opacity === '' ? 1 : Number(style.opacity)), 1);
}

function parse(color: string): Rgba {
  const numbers = color.match(/[\d.]+/g)?.map(Number) ?? [];
  return [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0, numbers[3] ?? 1];
}

function over(top: Rgba, under: Rgba): Rgba {
  const mixed = (i: 0 | 1 | 2): number => top[i] * top[3] + under[i] * (1 - top[3]);
  return [mixed(0), mixed(1), mixed(2), 1];
}

function css([r, g, b]: Rgba): string {
  return `rgb(${Math.round(r)}, ${Math.round(g)}, ${Math.round(b)})`;
}
