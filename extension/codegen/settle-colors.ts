/** Colours measured on thin strokes scatter: those that nobody could tell apart become one. */
import { differenceCiede2000 } from 'culori';
import { elements, splitKey, type Element } from './element.ts';
import { COLOR } from './tokens.ts';

/** CIEDE2000 up to which the colours of text and lines are taken for one; they are measured through anti-aliasing. */
const INK_TOLERANCE = 4;
/** For surfaces, which are measured exactly and may differ by little on purpose. */
const GROUND_TOLERANCE = 0.8;

const difference = differenceCiede2000();

/** Replaces each colour in the styles of `root` with the most used one that it can't be told from. */
export function settleColors(root: Element): void {
  const uses = new Map<string, { count: number; ground: boolean }>();
  for (const element of elements(root))
    for (const [key, value] of element.style)
      for (const color of value.match(COLOR) ?? []) {
        const use = uses.get(color) ?? { count: 0, ground: false };
        use.count++;
        use.ground ||= isGround(key);
        uses.set(color, use);
      }
  const settled = new Map<string, string>();
  const kept: string[] = [];
  const ranked = [...uses].sort(
    ([a, x], [b, y]) => Number(y.ground) - Number(x.ground) || y.count - x.count || (a < b ? -1 : 1),
  );
  for (const [color, { ground }] of ranked) {
    const limit = ground ? GROUND_TOLERANCE : INK_TOLERANCE;
    const near = kept
      .filter((other) => other.slice(7) === color.slice(7))
      .map((other) => ({ other, distance: difference(color.slice(0, 7), other.slice(0, 7)) }))
      .filter(({ distance }) => distance <= limit)
      .sort((a, b) => a.distance - b.distance)[0];
    if (near) settled.set(color, near.other);
    else kept.push(color);
  }
  for (const element of elements(root))
    for (const [key, value] of element.style)
      element.style.set(
        key,
        value.replace(COLOR, (color) => settled.get(color) ?? color),
      );
}

const isGround = (key: string): boolean => /^(background|accent)/.test(splitKey(key)[1]);
