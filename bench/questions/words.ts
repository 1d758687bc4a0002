import type { Phrasings } from './phrasings/phrasings.ts';
import type { Random } from './random.ts';

/** Shares of questions that are typed in a hurry. */
const LOWER_CASE = 0.3;
const WITHOUT_MARK = 0.2;
const WITH_TYPO = 0.06;
/** Shares of questions with something said before and behind them. */
const OPENED = 0.2;
const CLOSED = 0.12;

/** Puts an ask into words: one phrasing of those there are, its slots filled, as people type it. */
export function inWords(
  id: string,
  slots: Readonly<Record<string, string>>,
  phrasings: Phrasings,
  random: Random,
  bare = false,
): string {
  const ways = phrasings.asks[id];
  if (!ways) throw new Error(`no phrasing for ${id}`);
  const names = Object.keys(slots);
  const usable = ways.filter((way) => names.every((name) => slots[name] !== '' || !way.includes(`{${name}}`)));
  let text = random.pick(usable);
  // Typos befall what people write, not what they copy.
  if (random.chance(WITH_TYPO)) text = withTypo(text, random);
  const fill = (_: string, name: string) =>
    name === 'kind' ? random.pick(phrasings.nouns[slots.kind!] ?? []) : (slots[name] ?? '');
  text = text.replace(/\{(\w+)\}/g, fill).replace(/\s+/g, ' ');
  const opener = bare || !random.chance(OPENED) ? '' : random.pick(phrasings.openers);
  const closer = bare || !random.chance(CLOSED) ? '' : random.pick(phrasings.closers);
  if (closer) text = text.replace(/\?$/, '') + closer;
  text = opener && !/[.!]\s*$/.test(opener) ? opener + text : opener + capital(text, opener !== '');
  if (random.chance(LOWER_CASE)) text = lowerCase(text);
  return random.chance(WITHOUT_MARK) ? text.replace(/[?.]$/, '') : text;
}

const capital = (text: string, really: boolean): string =>
  really ? text.charAt(0).toUpperCase() + text.slice(1) : text;

/** What stands in quotation marks was copied. */
function lowerCase(text: string): string {
  return text.replace(/"[^"]*"|[^"]+/g, (part) => (part.startsWith('"') ? part : part.toLowerCase()));
}

/** Two letters of a longer word change places, or one of them is left out or doubled. */
function withTypo(text: string, random: Random): string {
  const words = [...text.matchAll(/(?<![{\w])[a-z]{5,}(?![\w}])/gi)];
  if (!words.length) return text;
  const { index, 0: word } = random.pick(words);
  const i = 1 + random.below(word.length - 3);
  const [a, b] = [word[i]!, word[i + 1]!];
  const wrong = random.pick([b + a, a, a + a + b]);
  return text.slice(0, index) + word.slice(0, i) + wrong + word.slice(i + 2) + text.slice(index + word.length);
}
