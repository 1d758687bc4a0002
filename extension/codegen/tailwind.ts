/** Declarations as Tailwind v4 classes: values of the scale where they fit exactly, arbitrary ones where none does. */
import { splitKey, type Style } from './element.ts';
import { rank } from './stylesheet.ts';
import { KEYWORDS, RADII, SPACED, TYPE_SCALE, WEIGHTS } from './tailwind-scale.ts';
import { COLOR, type Tokens } from './tokens.ts';

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** Classes in the order that style sheets use: outside in. */
export function tailwindClasses(style: Style, tokens: Tokens): string[] {
  const wide = style.get('white-space') === 'nowrap' && style.get('narrow/white-space') === 'normal';
  const rest = [...style].filter(
    ([key, value]) => !PREFLIGHT.has(`${key}:${value}`) && !(wide && key.endsWith('white-space')),
  );
  const byVariant = Map.groupBy(rest, ([key]) => splitKey(key)[0]);
  const classes: string[] = [];
  for (const [variant, entries] of byVariant) {
    const plain: Style = new Map(entries.map(([key, value]) => [splitKey(key)[1], value]));
    for (const name of classesOf(plain, tokens)) classes.push(prefix(variant) + name);
  }
  if (wide) classes.push('sm:whitespace-nowrap');
  return classes;
}

/** What Tailwind's Preflight makes of every element. */
const PREFLIGHT = new Set([
  ...['top', 'right', 'bottom', 'left'].flatMap((side) => [`border-${side}:0`, `padding-${side}:0`]),
  'border-radius:0',
  'background-color:transparent',
]);

const PREFIXES: Record<string, string> = {
  '': '',
  narrow: 'max-sm:',
  '::placeholder': 'placeholder:',
  '::before': 'before:',
  ':checked': 'checked:',
  ':checked::before': 'checked:before:',
};

const prefix = (variant: string): string => PREFIXES[variant] ?? `[&${variant}]:`;

function classesOf(style: Style, tokens: Tokens): string[] {
  const rest = new Map(style);
  const found: [order: number, name: string][] = [];
  const add = (property: string, ...names: string[]): void => {
    for (const name of names) found.push([rank(property), name]);
  };
  for (const name of ['padding', 'margin'] as const) add(name, ...sideClasses(name, rest));
  add('border', ...borderClasses(rest, tokens));
  add('font-size', ...typeClasses(rest));
  add('gap', ...gapClasses(rest));
  for (const [property, value] of rest) add(property, utility(property, value, tokens));
  return found.sort(([a], [b]) => a - b).map(([, name]) => name);
}

/** A length on Tailwind's spacing scale of 4 px; `undefined` where it falls between half steps. */
function step(value: string): string | undefined {
  if (value === '0') return '0';
  const length = /^(-?[\d.]+)px$/.exec(value);
  if (!length) return undefined;
  const px = Number(length[1]);
  if (Math.abs(px) === 1) return 'px';
  return px % 2 === 0 ? String(Math.abs(px) / 4) : undefined;
}

/** `p` and `16px` to `p-4`; `-ml` for negative ones; `w-[347px]` off the scale. */
function spaced(name: string, value: string): string {
  const at = step(value);
  if (at === undefined) return `${name}-[${arbitrary(value)}]`;
  return value.startsWith('-') ? `-${name}-${at}` : `${name}-${at}`;
}

const arbitrary = (value: string): string => value.replaceAll(' ', '_');

/** Takes a side property's four longhands out of `rest`. */
function sideClasses(property: 'padding' | 'margin', rest: Style): string[] {
  const letter = property.charAt(0);
  const [top, right, bottom, left] = SIDES.map((side) => take(rest, `${property}-${side}`));
  if (top !== undefined && top === right && top === bottom && top === left) return [spaced(letter, top)];
  const names: string[] = [];
  if (left !== undefined && left === right) names.push(spaced(`${letter}x`, left));
  if (top !== undefined && top === bottom) names.push(spaced(`${letter}y`, top));
  if (top !== undefined && top !== bottom) names.push(spaced(`${letter}t`, top));
  if (right !== undefined && left !== right) names.push(spaced(`${letter}r`, right));
  if (bottom !== undefined && top !== bottom) names.push(spaced(`${letter}b`, bottom));
  if (left !== undefined && left !== right) names.push(spaced(`${letter}l`, left));
  return names;
}

function take(rest: Style, key: string): string | undefined {
  const value = rest.get(key);
  rest.delete(key);
  return value;
}

function borderClasses(rest: Style, tokens: Tokens): string[] {
  const values = SIDES.map((side) => take(rest, `border-${side}`));
  const present = values.filter((value) => value !== undefined);
  if (present.length === 0) return [];
  const names: string[] = [];
  const all = present.length === 4 && new Set(present).size === 1;
  const parsed = values.map((value) => (value && value !== '0' ? /^(\S+) (\S+) (\S+)$/.exec(value) : null));
  const colors = new Set(parsed.flatMap((match) => (match ? [match[3]!] : [])));
  const styles = new Set(parsed.flatMap((match) => (match ? [match[2]!] : [])));
  SIDES.forEach((side, i) => {
    if (values[i] === undefined || (all && i > 0)) return;
    const at = all ? 'border' : `border-${side.charAt(0)}`;
    const width = parsed[i]?.[1] ?? '0';
    names.push(
      width === '1px' ? at : /^\d+px$/.test(width) || width === '0' ? `${at}-${parseInt(width)}` : `${at}-[${width}]`,
    );
    if (colors.size > 1) names.push(`${at}-${colorName(parsed[i]![3]!, tokens)}`);
  });
  const [style] = styles;
  if (style && style !== 'solid') names.push(`border-${style}`);
  const [color] = colors;
  if (colors.size === 1 && color) names.push(`border-${colorName(color, tokens)}`);
  return names;
}

function typeClasses(rest: Style): string[] {
  const size = take(rest, 'font-size');
  const leading = take(rest, 'line-height');
  const height = leading === undefined ? undefined : step(leading);
  const written = leading === undefined ? undefined : (height ?? `[${leading}]`);
  if (size === undefined) return written === undefined ? [] : [`leading-${written}`];
  const [name, usual] = TYPE_SCALE[size] ?? [`[${size}]`, 0];
  if (written === undefined || leading === `${usual}px`) return [`text-${name}`];
  return [`text-${name}/${written}`];
}

function gapClasses(rest: Style): string[] {
  const [row, column] = [rest.get('row-gap'), rest.get('column-gap')];
  if (row === undefined || row !== column) return [];
  rest.delete('row-gap');
  rest.delete('column-gap');
  return [spaced('gap', row)];
}

export function colorName(color: string, { colors }: Tokens): string {
  const name = colors.get(color);
  return name === undefined ? `[${color}]` : name;
}

const colorValues = (value: string, { colors }: Tokens): string =>
  arbitrary(value.replace(COLOR, (color) => (colors.has(color) ? `var(--color-${colors.get(color)})` : color)));

function utility(property: string, value: string, tokens: Tokens): string {
  const keyword = KEYWORDS[`${property}:${value}`];
  if (keyword) return keyword;
  if (SPACED[property]) return spaced(SPACED[property], value);
  switch (property) {
    case 'flex':
      return /^\d+$/.test(value) ? `flex-${value}` : `flex-[${arbitrary(value)}]`;
    case 'grid-template-columns':
      return gridColumns(value);
    case 'color':
      return `text-${colorName(value, tokens)}`;
    case 'background-color':
      return `bg-${colorName(value, tokens)}`;
    case 'accent-color':
      return `accent-${colorName(value, tokens)}`;
    case 'background-image':
      return gradient(value, tokens);
    case 'box-shadow':
      return `shadow-[${colorValues(value, tokens)}]`;
    case 'border-radius':
      return RADII[value] ? `rounded-${RADII[value]}` : `rounded-[${arbitrary(value)}]`;
    case 'font-family':
      return `font-${tokens.fonts.get(value) ?? 'body'}`;
    case 'font-weight':
      return WEIGHTS[value] ? `font-${WEIGHTS[value]}` : `font-[${value}]`;
    case 'letter-spacing':
      return `tracking-[${value}]`;
    case 'content':
      return `content-[${value}]`;
    default:
      return `[${property}:${colorValues(value, tokens)}]`;
  }
}

function gridColumns(value: string): string {
  const even = /^repeat\((\d+), minmax\(0, 1fr\)\)$/.exec(value);
  if (even) return `grid-cols-${even[1]}`;
  if (value === 'minmax(0, 1fr)') return 'grid-cols-1';
  return `grid-cols-[${arbitrary(value.replaceAll(', ', ','))}]`;
}

const DIRECTIONS: Record<string, string> = { '0': 'to-t', '90': 'to-r', '180': 'to-b', '270': 'to-l' };

/** In sRGB, as CSS mixes by itself; Tailwind's own default is Oklab.. */
function gradient(value: string, tokens: Tokens): string {
  const plain = /^linear-gradient\((\d+)deg, (#\w+), (#\w+)\)$/.exec(value);
  if (!plain) return `bg-[${colorValues(value.replaceAll(', ', ','), tokens)}]`;
  const [, angle = '', from = '', to = ''] = plain;
  const direction = Number(angle) % 90 === 0 ? DIRECTIONS[angle] : angle;
  return `bg-linear-${direction}/srgb from-${colorName(from, tokens)} to-${colorName(to, tokens)}`;
}
