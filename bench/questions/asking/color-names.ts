import { converter } from 'culori';

const toOklch = converter('oklch');
/** Middles of what people call a colour, degrees of hue in OKLCH; a name is given only near its middle. */
const HUES: [string, number, number][] = [
  ['red', 8, 32],
  ['orange', 48, 72],
  ['yellow', 88, 112],
  ['green', 134, 160],
  ['blue', 236, 275],
  ['purple', 292, 318],
  ['pink', 340, 365],
];

/** What everybody would call a colour; undefined where people would differ. */
export function colorName(hex: string): string | undefined {
  const color = toOklch(hex);
  if (!color) return undefined;
  const { l, c, h = 0 } = color;
  if (c < 0.02) return l > 0.97 ? 'white' : l < 0.25 ? 'black' : l > 0.45 && l < 0.85 ? 'grey' : undefined;
  if (c < 0.09 || l < 0.35) return undefined;
  return HUES.find(([, from, to]) => (h >= from && h <= to) || (h + 360 >= from && h + 360 <= to))?.[0];
}
