import type { FontCatalog, Family } from './fonts.ts';
import type { Random } from './random.ts';

/** Weights from here on are labelled bold. */
export const BOLD_FROM = 600;

export interface ItemStyle {
  family: Family;
  /** CSS pixels. */
  size: number;
  weight: number;
  italic: boolean;
  /** Text lies on a gradient or a picture-like background. */
  textured: boolean;
  css: string;
  /** Background colour, RGB. */
  background: Rgb;
  dark: boolean;
}

export type Rgb = [number, number, number];

export const rgb = (c: Rgb): string => `rgb(${c.map(Math.round).join(',')})`;

function luminance(c: Rgb): number {
  const [r, g, b] = c.map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4)) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG contrast ratio, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const grey = (random: Random, low: number, high: number): Rgb => {
  const v = random.int(low, high);
  return random.chance(0.5)
    ? [v, v, v]
    : [v, Math.min(255, v + random.int(0, 8)), Math.min(255, v + random.int(0, 18))];
};
const anyColor = (random: Random): Rgb => [random.int(0, 255), random.int(0, 255), random.int(0, 255)];

function background(random: Random): Rgb {
  return random.weighted<() => Rgb>([
    [38, () => [255, 255, 255]],
    [18, () => grey(random, 225, 254)],
    [16, () => grey(random, 5, 70)],
    [18, () => anyColor(random)],
    [6, () => anyColor(random).map((v) => 255 - v / 8) as Rgb],
  ])();
}

/** A text colour that can be told from the background; low contrast (placeholders, disabled text) is rare but there. */
export function inkColor(random: Random, behind: Rgb): Rgb {
  const least = random.weighted([
    [1, 1.5],
    [2, 2.2],
    [4, 3],
    [8, 4.5],
  ]);
  const light = luminance(behind) > 0.3;
  for (let tries = 0; tries < 60; tries++) {
    const color = random.weighted<() => Rgb>([
      [4, () => (light ? [0, 0, 0] : [255, 255, 255])],
      [6, () => (light ? grey(random, 10, 110) : grey(random, 160, 255))],
      [2, () => grey(random, 90, 190)],
      [5, () => anyColor(random)],
    ])();
    if (contrast(color, behind) >= least) return color;
  }
  return light ? [0, 0, 0] : [255, 255, 255];
}

function fontSize(random: Random, scale: number): number {
  const whole = random.weighted<() => number>([
    [
      78,
      () =>
        random.weighted([
          [1, 11],
          [3, 12],
          [3, 13],
          [5, 14],
          [3, 15],
          [6, 16],
          [1.5, 17],
          [2, 18],
          [1, 19],
          [2, 20],
        ]),
    ],
    [scale > 1.4 ? 6 : 3, () => random.int(9, 10)],
    [13, () => random.int(21, 36)],
    [3, () => random.int(37, 64)],
  ])();
  return random.chance(0.25) ? whole + random.pick([0.2, 0.4, 0.5, 0.8, -0.2, -0.4]) : whole;
}

/** CSS that stands behind a text: flat, a gradient, or one of the sheet's pictures. */
function backdrop(random: Random, color: Rgb, textured: boolean, pictures: number): string {
  if (!textured) return `background:${rgb(color)};`;
  const near = (): Rgb => color.map((v) => Math.max(0, Math.min(255, v + random.range(-60, 60)))) as Rgb;
  if (random.chance(0.5))
    return `background:linear-gradient(${random.int(0, 360)}deg,${rgb(near())},${rgb(color)},${rgb(near())});`;
  const veil = `rgba(${color.map(Math.round).join(',')},${random.range(0.45, 0.85).toFixed(2)})`;
  return `background:linear-gradient(${veil},${veil}),var(--picture${random.int(0, pictures - 1)});background-position:${random.int(0, 300)}px ${random.int(0, 300)}px;`;
}

/** Share of a sheet's texts set in one of the system's families (Helvetica, Times and their kin). */
const SYSTEM_SHARE = 0.3;

/** Families for one sheet: few, since each costs loading time. */
export function sheetFamilies(random: Random, catalog: FontCatalog): { web: Family[]; system: Family[] } {
  const some = <T>(items: T[], count: number): T[] => {
    const rest = [...items];
    return Array.from(
      { length: Math.min(count, rest.length) },
      () => rest.splice(random.int(0, rest.length - 1), 1)[0]!,
    );
  };
  return {
    web: some(catalog.web, 12),
    system: catalog.system.length ? [...catalog.system.slice(0, 2), ...some(catalog.system.slice(2), 3)] : [],
  };
}

const FALLBACKS = [
  "'FreeSans','FreeSerif'",
  "'FreeSerif','FreeSans'",
  "'Noto Sans Symbols 2','Noto Sans Symbols','FreeSans'",
  "'Noto Sans Math','FreeMono','FreeSans'",
  "'FreeMono','FreeSans'",
];

export function itemStyle(
  random: Random,
  families: { web: Family[]; system: Family[] },
  scale: number,
  pictures: number,
): ItemStyle {
  const family =
    families.system.length && random.chance(SYSTEM_SHARE) ? random.pick(families.system) : random.pick(families.web);
  const size = fontSize(random, scale);
  const heavy = random.chance(0.27);
  const weights = family.weights.filter((w) =>
    heavy ? w >= BOLD_FROM : w >= (size < 14 ? 400 : 300) && w < BOLD_FROM,
  );
  const weight = weights.length
    ? random.pick(weights.includes(400) && random.chance(0.6) ? [400] : weights)
    : random.pick(family.weights);
  const italic = family.italic && random.chance(0.08);
  const color = background(random);
  const textured = random.chance(0.08);
  const spacing = random.chance(0.1)
    ? `letter-spacing:${random.pick(['-0.5px', '-0.02em', '0.02em', '0.05em', '0.1em', '1px', '2px', '0.15em'])};`
    : '';
  const gaps = random.chance(0.05) ? `word-spacing:${random.range(0.1, 1).toFixed(2)}em;` : '';
  const lines = random.chance(0.09)
    ? `text-decoration:${random.weighted([
        [8, 'underline'],
        [1, 'line-through'],
        [1, 'underline dotted'],
        [1, 'underline 2px'],
      ])};`
    : '';
  const caps = random.chance(0.012) ? 'font-variant:small-caps;' : '';
  const shadow = random.chance(0.02)
    ? `text-shadow:${random.int(0, 2)}px ${random.int(0, 2)}px ${random.int(0, 3)}px rgba(0,0,0,.4);`
    : '';
  const smooth = random.chance(0.05) ? `opacity:${random.range(0.5, 0.9).toFixed(2)};` : '';
  const css =
    `font:${italic ? 'italic ' : ''}${weight} ${size}px '${family.name}',${random.pick(FALLBACKS)};color:${rgb(inkColor(random, color))};` +
    backdrop(random, color, textured, pictures) +
    spacing +
    gaps +
    lines +
    caps +
    shadow +
    smooth;
  return { family, size, weight, italic, textured, css, background: color, dark: luminance(color) < 0.3 };
}
