/** Precision, recall and their harmonic mean. */
export interface WordsScore {
  precision: number;
  recall: number;
  f1: number;
}

/**
 * How well a page's words were read: both sides are texts (lines, blocks, whatever), taken apart at white space, lower-cased
 * and compared as multisets, wherever they stand on the page.
 */
export function wordsF1(truth: readonly string[], read: readonly string[]): WordsScore {
  const expected = countWords(truth);
  const found = countWords(read);
  let common = 0;
  for (const [word, count] of found) common += Math.min(count, expected.get(word) ?? 0);
  const precision = ratio(common, total(found));
  const recall = ratio(common, total(expected));
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Words that only one side has, with how often: what to look at next. */
export function wordsApart(
  truth: readonly string[],
  read: readonly string[],
): { missed: string[]; invented: string[] } {
  const expected = countWords(truth);
  const found = countWords(read);
  const surplus = (a: Map<string, number>, b: Map<string, number>): string[] =>
    [...a].flatMap(([word, count]) => Array<string>(Math.max(0, count - (b.get(word) ?? 0))).fill(word));
  return { missed: surplus(expected, found), invented: surplus(found, expected) };
}

function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of texts.join(' ').toLowerCase().split(/\s+/))
    if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function total(counts: Map<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** Of nothing, all. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
