import { around, bottom } from './boxes.ts';
import { plain } from './plain.ts';
import type { Thing } from './things.ts';

/** Lines of one link are this near, in heights of a line, and begin as far left. Image pixels. */
const NEAR = 0.9;
const LEVEL = 4;
const STARTS_SMALL = /^\p{Ll}/u;

/** Links that go on in the next line, which begins with a small letter, as one. */
export function wholeLinks(things: readonly Thing[]): Thing[] {
  const links = things.filter(({ kind }) => kind === 'link').sort((a, b) => a.box.y - b.box.y);
  const parts = new Set<Thing>();
  const whole = new Map<Thing, Thing>();
  for (const first of links) {
    if (parts.has(first) || !first.text || STARTS_SMALL.test(first.text)) continue;
    const lines = [first];
    for (const link of links) {
      const last = lines.at(-1)!;
      const gap = link.box.y - bottom(last.box);
      const isNext = gap > -2 && gap < NEAR * last.box.height && Math.abs(link.box.x - first.box.x) < LEVEL;
      if (isNext && STARTS_SMALL.test(link.text) && !parts.has(link)) {
        lines.push(link);
        parts.add(link);
      }
    }
    if (lines.length === 1) continue;
    const text = lines.map((line) => line.text).join(' ');
    const confidence = Math.min(...lines.map((line) => line.confidence));
    whole.set(first, { ...first, box: around(lines.map(({ box }) => box)), text, name: plain(text), confidence });
  }
  return things.filter((thing) => !parts.has(thing)).map((thing) => whole.get(thing) ?? thing);
}
