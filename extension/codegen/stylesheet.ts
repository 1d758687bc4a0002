/** Prints classes as a style sheet. */
import type { Element, Style } from './element.ts';
import { elements, NARROW, splitKey } from './element.ts';
import { fontStack } from './fonts.ts';
import type { Classes } from './classes.ts';
import { COLOR, type Tokens } from './tokens.ts';

export function stylesheet(root: Element, classes: Classes, tokens: Tokens): string {
  const sheet: string[] = [variables(tokens), ...reset(root)];
  const body: Style = root.style;
  sheet.push(rule('body', [...RESET_BODY, ...declarations(withoutVariants(body), tokens)]));
  const narrow = new Map<string, string[]>();
  const note = (selector: string, style: Style): void => {
    const own = declarations(variant(style, 'narrow'), tokens);
    if (own.length) narrow.set(own.join(' '), [...(narrow.get(own.join(' ')) ?? []), selector]);
  };
  note('body', body);
  for (const { name, style } of classes.rules) {
    const base = declarations(withoutVariants(style), tokens);
    if (base.length) sheet.push(rule(`.${name}`, base));
    for (const key of pseudoVariants(style))
      sheet.push(rule(`.${name}${key}`, declarations(variant(style, key), tokens)));
    note(`.${name}`, style);
  }
  sheet.push(narrowBlock(root, narrow));
  return sheet.join('\n\n');
}

function variables({ colors, fonts }: Tokens): string {
  return rule(':root', [
    ...[...colors].map(([color, name]) => `--color-${name}: ${color};`),
    ...[...fonts].map(([family, name]) => `--font-${name}: ${fontStack(family)};`),
  ]);
}

const RESET_BODY = ['margin: 0;', 'overflow-wrap: break-word;'];

/** What browsers add by themselves, taken away from the tags that the page has. */
const RESET: [string[], string[]][] = [
  [
    ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    ['margin: 0;', 'font: inherit;'],
  ],
  [['p', 'figure', 'pre'], ['margin: 0;']],
  [
    ['ul', 'ol'],
    ['margin: 0;', 'padding: 0;', 'list-style: none;'],
  ],
  [['fieldset'], ['min-width: 0;', 'margin: 0;', 'padding: 0;', 'border: 0;']],
  [['legend'], ['padding: 0;']],
  [['hr'], ['margin: 0;', 'border: 0;', 'color: inherit;']],
  [['a'], ['color: inherit;', 'text-decoration: none;']],
  [
    ['img', 'svg'],
    ['display: block;', 'max-width: 100%;'],
  ],
  [['img'], ['height: auto;']],
  [['table'], ['border-collapse: collapse;', 'border-spacing: 0;', 'text-align: inherit;']],
  [['td', 'th'], ['padding: 0;']],
  [['button'], ['padding: 0;', 'border: 0;', 'background: none;', 'cursor: pointer;']],
  [
    ['button', 'input', 'select', 'textarea'],
    ['margin: 0;', 'color: inherit;', 'font: inherit;', 'letter-spacing: inherit;'],
  ],
  [['code', 'pre'], ['font: inherit;']],
];

function reset(root: Element): string[] {
  const used = new Set([...elements(root)].map(({ tag }) => tag));
  const rules = [rule('*,\n*::before,\n*::after', ['box-sizing: border-box;'])];
  for (const [tags, body] of RESET) {
    const present = tags.filter((tag) => used.has(tag));
    if (present.length) rules.push(rule(present.join(',\n'), body));
  }
  return rules;
}

/** Tags that shrink below their content on a narrow page. Texts don't: their words would break. */
const SHRINKING = new Set(
  'div header nav main aside footer section article form fieldset ul ol figure img svg input select textarea progress pre'.split(
    ' ',
  ),
);

/** What keeps a narrow page from scrolling sideways, as rules. */
export function narrowBase(root: Element): string[] {
  const used = [...new Set([...elements(root)].map(({ tag }) => tag))];
  const shrinking = used.filter((tag) => SHRINKING.has(tag));
  const rules = ['* { max-width: 100%; }'];
  if (shrinking.length) rules.push(`${shrinking.join(',\n')} { min-width: 0; }`);
  if (used.includes('table')) rules.push('table { min-width: 560px; max-width: none; }');
  return rules;
}

function narrowBlock(root: Element, narrow: Map<string, string[]>): string {
  const rules = narrowBase(root);
  for (const [body, selectors] of narrow) rules.push(`${selectors.join(',\n')} { ${body} }`);
  return `@media (max-width: ${NARROW}px) {\n${rules.join('\n\n')}\n}`;
}

const rule = (selector: string, body: string[]): string => `${selector} {\n${body.join('\n')}\n}`;

function withoutVariants(style: Style): Style {
  return new Map([...style].filter(([key]) => splitKey(key)[0] === ''));
}

function variant(style: Style, name: string): Style {
  return new Map(
    [...style].flatMap(([key, value]) => (splitKey(key)[0] === name ? [[splitKey(key)[1], value] as const] : [])),
  );
}

function pseudoVariants(style: Style): string[] {
  return [...new Set([...style.keys()].map((key) => splitKey(key)[0]))].filter((name) => name.startsWith(':'));
}

/** Declarations in the usual order, longhands joined, with custom properties in place of colours and families. */
function declarations(style: Style, tokens: Tokens): string[] {
  const joined = joinSides(joinSides(joinSides(style, 'margin'), 'padding'), 'border');
  if (joined.has('row-gap') && joined.get('row-gap') === joined.get('column-gap')) {
    joined.set('gap', joined.get('row-gap')!);
    joined.delete('row-gap');
    joined.delete('column-gap');
  }
  return [...joined]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(
      ([property, value]) =>
        `${property.replace('text-decoration-line', 'text-decoration')}: ${tokenValue(property, value, tokens)};`,
    );
}

function tokenValue(property: string, value: string, { colors, fonts }: Tokens): string {
  if (property === 'font-family') return `var(--font-${fonts.get(value)})`;
  return value.replace(COLOR, (color) => (colors.has(color) ? `var(--color-${colors.get(color)})` : color));
}

const SIDES = ['top', 'right', 'bottom', 'left'];

/** Four sides to a shorthand; two opposite ones to their logical pair. */
function joinSides(style: Style, name: string): Style {
  const result = new Map(style);
  const values = SIDES.map((side) => style.get(`${name}-${side}`));
  const [top, right, bottom, left] = values;
  const drop = (...sides: string[]): void => sides.forEach((side) => result.delete(`${name}-${side}`));
  if (values.every((value) => value !== undefined)) {
    if (name === 'border' && new Set(values).size > 1) return result;
    const short =
      right === left ? (top === bottom ? (top === right ? [top] : [top, right]) : [top, right, bottom]) : values;
    drop(...SIDES);
    result.set(name, short.join(' '));
    return result;
  }
  if (top !== undefined && top === bottom) {
    drop('top', 'bottom');
    result.set(`${name}-block`, top);
  }
  if (left !== undefined && left === right) {
    drop('left', 'right');
    result.set(`${name}-inline`, left);
  }
  return result;
}

/** Outside in: place, layout, size, space, ground, type. */
const ORDER =
  'content appearance position top right bottom left display flex-direction flex-wrap grid-template-columns align-items justify-content gap row-gap column-gap flex flex-shrink align-self justify-self table-layout width min-width max-width height min-height max-height object-fit margin padding overflow resize border border-radius background-color background-image box-shadow accent-color list-style-type vertical-align font-family font-size font-weight font-style font-variant-caps line-height letter-spacing color text-align text-decoration-line text-transform white-space cursor'.split(
    ' ',
  );

export function rank(property: string): number {
  const exact = ORDER.indexOf(property);
  if (exact >= 0) return exact;
  const family = ORDER.indexOf(property.split('-')[0]!);
  return family >= 0 ? family + 0.5 : ORDER.length;
}
