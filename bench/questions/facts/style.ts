import type { Fact } from '../facts.ts';
import { opacityOf } from './visible.ts';

/** Runs in the page: computed styles as colours and sizes that can be asked for. */

type Rgba = [number, number, number, number];

function parse(css: string): Rgba | undefined {
  const numbers = /^rgba?\(([^)]*)\)$/
    .exec(css)?.[1]
    ?.split(/[,/ ]+/)
    .map(Number);
  if (!numbers || numbers.length < 3 || numbers.some(Number.isNaN)) return undefined;
  return [numbers[0]!, numbers[1]!, numbers[2]!, numbers[3] ?? 1];
}

function hex([r, g, b]: Rgba): string {
  return `#${[r, g, b].map((v) => Math.round(v).toString(16).padStart(2, '0')).join('')}`;
}

function over(top: Rgba, under: Rgba): Rgba {
  const a = top[3];
  return [0, 1, 2, 3].map((i) => (i === 3 ? 1 : top[i]! * a + under[i]! * (1 - a))) as Rgba;
}

/** The one colour that lies under what an element holds; undefined over gradients and pictures. */
export function groundOf(el: Element): Rgba | undefined {
  const layers: Rgba[] = [];
  for (let e: Element | null = el; e; e = e.parentElement) {
    const style = getComputedStyle(e);
    if (style.backgroundImage !== 'none' && e.tagName !== 'SELECT') return undefined;
    const color = parse(style.backgroundColor);
    if (!color) return undefined;
    if (color[3] > 0) layers.push(color);
    if (color[3] === 1) break;
  }
  return layers.reduceRight<Rgba>((under, layer) => over(layer, under), [255, 255, 255, 1]);
}

/** The ground that an element has of its own, as `#rrggbb`. */
export function fillOf(el: Element): string | undefined {
  const own = parse(getComputedStyle(el).backgroundColor);
  const ground = groundOf(el);
  return own && own[3] > 0 && ground && opacityOf(el) === 1 ? hex(ground) : undefined;
}

/** The page's own colour. */
export function pageColor(): string | undefined {
  const root = groundOf(document.body);
  return root && hex(root);
}

/** How an element's words look, each of it only where all of them are alike. */
export function inkOf(el: Element): Pick<Fact, 'color' | 'size' | 'family' | 'weight' | 'ground'> {
  const holders = new Set<Element>();
  const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.textContent?.trim() && node.parentElement?.checkVisibility()) holders.add(node.parentElement);
  if (el instanceof HTMLInputElement) holders.add(el);
  if (!holders.size) return {};
  const looks = [...holders].map((holder) => {
    const style = getComputedStyle(holder);
    const ground = groundOf(holder);
    const color = parse(style.color);
    const solid = color && ground && opacityOf(holder) === 1 && style.textShadow === 'none';
    return {
      color: solid ? hex(over(color, ground)) : undefined,
      ground: ground && hex(ground),
      size: parseFloat(style.fontSize),
      family: style.fontFamily.split(',')[0]!.replace(/["']/g, '').trim(),
      weight: Number(style.fontWeight),
    };
  });
  const common = <K extends keyof (typeof looks)[number]>(key: K) =>
    looks.every((look) => look[key] === looks[0]![key]) ? looks[0]![key] : undefined;
  return {
    color: common('color'),
    ground: common('ground'),
    size: common('size'),
    family: common('family'),
    weight: common('weight'),
  };
}
