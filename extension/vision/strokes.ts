import { median } from './median.ts';
import type { RawWord } from './pixels.ts';

/** Letters and signs that reach below the baseline. */
const DESCENDS = /[gjpqyQJçşţþ,;()[\]{}|/\\@$§¶ηρφχψμβζξдщцрфу]/u;
/** A bar reaches so much further down than letters do, as a share of the line's height; a capital I doesn't. */
const BAR_DEPTH = 0.08;

/**
 * In many fonts `I`, `l` and `|` are the same stroke, told apart by where it ends: a bar reaches below the baseline. Corrects
 * words that are one such stroke by the line's other words, in place.
 */
export function tellStrokes(words: RawWord[], lineHeight: number): void {
  const bottoms = words.filter(
    ({ text }) => !DESCENDS.test(text) && /[\p{L}\p{N}]/u.test(text) && !/^[Il]$/.test(text),
  );
  const baseline = median(bottoms.map(({ box }) => box.y + box.height));
  if (baseline === undefined) return;
  for (const word of words) {
    if (!/^[Il|]$/.test(word.text)) continue;
    const reachesDown = word.box.y + word.box.height > baseline + Math.max(1, BAR_DEPTH * lineHeight);
    word.text = reachesDown ? '|' : 'I';
    word.characters[0]!.text = word.text;
  }
}
