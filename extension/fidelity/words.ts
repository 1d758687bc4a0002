import type { Scene } from '../vision/scene.ts';
import type { RenderedLine } from './page.ts';

/** A word at its place: centre across and baseline down, CSS pixels. */
export interface PlacedWord {
  text: string;
  x: number;
  baseline: number;
  /** Around its ink as far as known, CSS pixels. */
  box: { x: number; y: number; width: number; height: number };
}

export interface WordMatch {
  read: PlacedWord;
  shown: PlacedWord;
}

/** Case is a matter of style: `text-transform` may draw capitals that the source doesn't have. */
const keyOf = (text: string) => text.normalize('NFKC').toLowerCase();

/** The words that were read from the screenshot. */
export function readWords(scene: Scene): PlacedWord[] {
  return scene.lines.flatMap((line) =>
    line.words.map(({ text, box }) => ({
      text,
      x: (box.x + box.width / 2) / scene.scale,
      baseline: line.baseline / scene.scale,
      box: {
        x: box.x / scene.scale,
        y: box.y / scene.scale,
        width: box.width / scene.scale,
        height: box.height / scene.scale,
      },
    })),
  );
}

/** The words that a rendering shows. */
export function shownWords(lines: readonly RenderedLine[]): PlacedWord[] {
  return lines.flatMap((line) =>
    line.words.flatMap(splitWord).map(({ text, x, width }) => ({
      text,
      x: x + width / 2,
      baseline: line.baseline,
      box: { x, y: line.box.y, width, height: line.box.height },
    })),
  );
}

/** A field's text comes in one piece: its words are as wide as their share of the letters. */
function splitWord(word: RenderedLine['words'][number]): RenderedLine['words'] {
  const parts = [...word.text.matchAll(/\S+/g)];
  if (parts.length < 2) return [word];
  const letter = word.width / word.text.length;
  return parts.map((part) => ({ text: part[0], x: word.x + part.index * letter, width: part[0].length * letter }));
}

/** Pairs equal words one to one, the nearest first. */
export function matchWords(read: readonly PlacedWord[], shown: readonly PlacedWord[]): WordMatch[] {
  const byText = Map.groupBy(shown, (word) => keyOf(word.text));
  const pairs = read.flatMap((word) =>
    (byText.get(keyOf(word.text)) ?? []).map((other) => ({
      read: word,
      shown: other,
      distance: Math.hypot(word.x - other.x, word.baseline - other.baseline),
    })),
  );
  pairs.sort((a, b) => a.distance - b.distance);
  const used = new Set<PlacedWord>();
  return pairs.filter((pair) => {
    if (used.has(pair.read) || used.has(pair.shown)) return false;
    used.add(pair.read).add(pair.shown);
    return true;
  });
}
