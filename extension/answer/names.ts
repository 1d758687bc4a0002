/** Names that stand in pictures, found in questions. */
import type { Scene } from '../vision/scene.ts';
import { QUESTION_WORDS } from './question-words.ts';
import { normalized, tellingWords, tokens } from './words.ts';
import { QUESTION_VOCABULARY } from './wordings.ts';

export interface Names {
  /** Normalized, the longest first. */
  phrases: readonly string[];
  /** As they stand, those that begin with a capital and may be taken for words of a question. */
  capitals: readonly string[];
  /** All words of all texts. */
  words: ReadonlySet<string>;
}

export const NO_NAMES: Names = { phrases: [], capitals: [], words: new Set() };

/** Words and letters of a name that a question may hold as it stands. */
const MOST_WORDS = 8;
const LEAST_LETTERS = 3;

export function namesIn(scenes: readonly Scene[]): Names {
  const texts = scenes.flatMap(({ lines }) =>
    lines.flatMap((line) => [line.text, ...line.runs.map((run) => run.text)]),
  );
  const phrases = new Set(texts.map((text) => normalized(text).replace(/^[\s.,:;*•·–—-]+|[\s.,:;*?!•·–—-]+$/g, '')));
  const bare = (text: string) => text.replace(/^[\s.,:;*•·–—-]+|[\s.,:;*?!•·–—-]+$/g, '');
  return {
    capitals: [...new Set(texts.map(bare))]
      .filter(
        (text) =>
          /^\p{Lu}/u.test(text) &&
          text.length >= LEAST_LETTERS &&
          tokens(text).length <= MOST_WORDS &&
          !isName(normalized(text)),
      )
      .sort((a, b) => b.length - a.length),
    phrases: [...phrases].filter(isName).sort((a, b) => b.length - a.length),
    words: new Set(texts.flatMap(tokens)),
  };
}

/** Whether a text names something, rather than being made of the words that questions are made of. */
function isName(text: string): boolean {
  const words = tokens(text);
  if (text.length < LEAST_LETTERS || words.length > MOST_WORDS || /["“”«»„]/.test(text)) return false;
  // A word alone may be any word, but for figures, codes and files.
  if (words.length === 1) return /[\d_@#]|\p{L}\.\p{L}/u.test(text);
  return words.some((word) => /\d/.test(word) || (!QUESTION_WORDS.has(word) && tellingWords(word)[0] === word));
}

/** A question, normalized, with the names in it in quotation marks; what is quoted already stays. */
export function quotingNames(question: string, { phrases, capitals }: Names): string {
  const asSaid = capitals.find((name) => isNamedIn(question, name));
  let text = normalized(
    asSaid
      ? question
          .replace(asSaid, `“${asSaid}”`)
          .replace(/["“”]+“|”["“”]+/g, (marks) => (marks.includes('“') ? '“' : '”'))
      : question,
  );
  const found: string[] = [];
  for (const phrase of phrases) {
    const at = placeOf(phrase, text);
    if (at < 0) continue;
    found.push(phrase);
    text = `${text.slice(0, at)}◊${found.length - 1}◊${text.slice(at + phrase.length)}`;
  }
  return text
    .replace(/["“”«»„]◊(\d+)◊["“”«»„]/g, '◊$1◊')
    .replace(/(["“”«»„])([^"“”«»„]*)(["“”«»„])/g, (whole: string) =>
      whole.replace(/◊(\d+)◊/g, (_, i: string) => found[Number(i)]!),
    )
    .replace(/◊(\d+)◊/g, (_, i: string) => `“${found[Number(i)]!}”`);
}

/** Whether a question holds a name as it stands. At the start of a sentence any word has a capital, names and others. */
function isNamedIn(question: string, name: string): boolean {
  const at = placeOf(name, question);
  if (at < 0) return false;
  if (at > 0 && !/[.?!] *$/.test(question.slice(0, at))) return true;
  return (
    /^(?:[,:]|['’]s\b| -)/.test(question.slice(at + name.length)) || !QUESTION_VOCABULARY.has(tokens(name)[0] ?? '')
  );
}

/** Where a phrase stands as whole words; -1 where it doesn't. */
function placeOf(phrase: string, text: string): number {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const isWhole = !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + phrase.length] ?? '');
    if (isWhole) return at;
  }
  return -1;
}
