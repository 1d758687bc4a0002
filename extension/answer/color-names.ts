import { converter } from 'culori';
import type { Color } from '../vision/scene.ts';

const toOklch = converter('oklch');

/** OKLCH chroma below which a colour is a grey, and lightness of black, white, dark and light. */
const GREY = 0.035;
const BLACK = 0.24;
const WHITE = 0.955;
const DARK = 0.42;
const LIGHT = 0.84;
/** Chroma up to which dark colours are black, and the lightest white. */
const TINT = { black: 0.034, white: 0.03 };
/** Lightness below which every colour is black. */
const BLACKEST = 0.13;

/** Where each hue begins, in degrees of OKLCH. */
const HUES: readonly (readonly [number, string])[] = [
  [0, 'pink'],
  [14, 'red'],
  [41, 'orange'],
  [78, 'yellow'],
  [118, 'green'],
  [166, 'teal'],
  [212, 'blue'],
  [284, 'purple'],
  [331, 'pink'],
];

/** What a person would call it: `dark green`, `light grey`, `orange`. */
export function nameColor(color: Color): string {
  const { l, c, h = 0 } = toOklch(color) ?? { l: 0, c: 0 };
  if (l < BLACKEST || (l < BLACK && c < TINT.black)) return 'black';
  if (l > WHITE && c < TINT.white) return 'white';
  const shade = l < DARK ? 'dark ' : l > LIGHT ? 'light ' : '';
  if (c < GREY) return `${shade}grey`;
  const hue = HUES.findLast(([start]) => h >= start)![1];
  if (hue === 'orange' && l < 0.62) return `${shade}brown`;
  if (hue === 'yellow' && l < 0.6) return 'olive';
  // Yellows are light by nature.
  return hue === 'yellow' ? hue : `${shade}${hue}`;
}

/** The names of colours in order, each once. */
export function nameColors(colors: readonly Color[]): string[] {
  return [...new Set(colors.map(nameColor))];
}
