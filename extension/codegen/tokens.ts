/** A page's colours, families and type sizes by name: custom properties in CSS, the theme in Tailwind. */
import { converter } from 'culori';
import type { Design } from '../layout/design.ts';
import { elements, splitKey, type Element } from './element.ts';
import { fontStack, isMonospace } from './fonts.ts';
import { unique } from './words.ts';

export interface Tokens {
  /** `#4e73df` to `primary`. */
  colors: Map<string, string>;
  /** Family as the design names it to `body`, `heading`, `mono`. */
  fonts: Map<string, string>;
}

/** Colours as they stand in declarations. */
export const COLOR = /#[0-9a-f]{8}\b|#[0-9a-f]{6}\b/g;

interface Uses {
  ink: number;
  ground: number;
  line: number;
  shadow: number;
  /** On something to click. */
  action: number;
}

const toOklch = converter('oklch');

/** Names what the styles of `root` use: by what a colour does first, then by its hue. */
export function tokensOf(design: Design, root: Element): Tokens {
  const uses = usesOf(root);
  const colors = new Map<string, string>();
  const taken = new Set<string>();
  const give = (color: string | undefined, name: string): void => {
    if (color && uses.has(color) && !colors.has(color)) colors.set(color, unique(name, taken));
  };
  give(design.text.color, 'text');
  if (design.background.kind === 'solid') give(design.background.color, 'background');
  const ranked = [...uses].sort((a, b) => total(b[1]) - total(a[1]) || (a[0] < b[0] ? -1 : 1));
  const chroma = (color: string): number => toOklch(color)?.c ?? 0;
  const best = (weigh: (use: Uses, color: string) => number): string | undefined => {
    const [top] = ranked
      .filter(([color]) => !colors.has(color))
      .map(([color, use]) => ({ color, weight: weigh(use, color) }))
      .sort((a, b) => b.weight - a.weight);
    return top && top.weight > 0 ? top.color : undefined;
  };
  const lightness = (color: string): number => toOklch(color)?.l ?? 0;
  const ground = design.background.kind === 'solid' ? lightness(design.background.color) : 1;
  const dark = ground < 0.5;
  give(
    best((use, color) => (chroma(color) > COLOURED ? use.action * 3 + use.ground : 0)),
    'primary',
  );
  give(
    best((use, color) =>
      chroma(color) <= COLOURED && !(color === '#ffffff' && use.ink > 1) && lightness(color) > 0.5 !== dark
        ? use.ground
        : 0,
    ),
    'surface',
  );
  give(
    best((use, color) => (chroma(color) <= COLOURED ? use.line : 0)),
    'border',
  );
  give(
    best((use, color) =>
      chroma(color) <= COLOURED && use.ink > use.ground && Math.abs(lightness(color) - ground) > MUTED ? use.ink : 0,
    ),
    'muted',
  );
  for (const [color, use] of ranked)
    if (!colors.has(color))
      colors.set(color, unique(use.shadow > 0 && use.shadow === total(use) ? 'shadow' : hueName(color), taken));
  return { colors, fonts: fontsOf(design, root) };
}

/** OKLCH lightness that muted text keeps from its ground. */
const MUTED = 0.3;

/** OKLCH chroma from which a colour is seen as one. */
const COLOURED = 0.05;

const total = (use: Uses): number => use.ink + use.ground + use.line + use.shadow + use.action;

function usesOf(root: Element): Map<string, Uses> {
  const uses = new Map<string, Uses>();
  for (const element of elements(root)) {
    const clickable = element.tag === 'a' || element.tag === 'button' ? 1 : 0;
    for (const [key, value] of element.style) {
      const [, property] = splitKey(key);
      for (const color of value.match(COLOR) ?? []) {
        const use = uses.get(color) ?? { ink: 0, ground: 0, line: 0, shadow: 0, action: 0 };
        if (/^background|accent/.test(property)) {
          use.ground++;
          use.action += clickable;
        } else if (property === 'box-shadow') use.shadow++;
        else if (property.startsWith('border')) use.line++;
        else if (property === 'color') {
          use.ink++;
          use.action += clickable;
        }
        uses.set(color, use);
      }
    }
  }
  return uses;
}

/** OKLCH hue in degrees up to which a name holds. */
const HUES: [number, string][] = [
  [10, 'pink'],
  [40, 'red'],
  [75, 'orange'],
  [115, 'yellow'],
  [160, 'green'],
  [190, 'teal'],
  [228, 'cyan'],
  [285, 'blue'],
  [320, 'purple'],
  [360, 'pink'],
];

function hueName(color: string): string {
  const { l = 0, c = 0, h = 0 } = toOklch(color.slice(0, 7)) ?? {};
  if (color.length === 9)
    return color.startsWith('#000000')
      ? 'shadow'
      : color.startsWith('#ffffff')
        ? 'glass'
        : `${hueName(color.slice(0, 7))}-sheer`;
  if (l > 0.995) return 'white';
  if (l < 0.05) return 'black';
  const hue = c < 0.03 ? 'gray' : (HUES.find(([limit]) => h < limit)?.[1] ?? 'pink');
  if (l > 0.93) return `${hue}-pale`;
  if (l > 0.8) return `${hue}-light`;
  return l < 0.38 ? `${hue}-dark` : hue;
}

function fontsOf(design: Design, root: Element): Map<string, string> {
  const fonts = new Map([[design.text.family, 'body']]);
  const taken = new Set(['body']);
  for (const element of elements(root)) {
    const family = element.style.get('font-family');
    if (family === undefined || fonts.has(family)) continue;
    const name = isMonospace(family)
      ? 'mono'
      : element.role === 'title'
        ? 'heading'
        : fontStack(family).endsWith(', serif')
          ? 'serif'
          : 'alternate';
    fonts.set(family, unique(name, taken));
  }
  return fonts;
}
