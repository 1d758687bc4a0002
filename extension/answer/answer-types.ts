/** Texts that an answer of a type is made of. */
import type { AnswerType } from './program.ts';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*';
const PATTERNS: Record<Exclude<AnswerType, 'any' | 'person'>, RegExp> = {
  money:
    /\p{Sc}\s?\d[\d.,]*(?:\s?[kmb]\b)?|\d[\d.,]*\s?\p{Sc}|\b(?:free|\d[\d.,]*\s?(?:usd|eur|gbp|chf|dollars|euros))\b/iu,
  date: new RegExp(
    `\\b(?:\\d{1,2}(?:st|nd|rd|th)?[. ]+)?${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?(?: \\d{1,2}:\\d{2})?\\b|\\b\\d{1,2}\\.? ${MONTH}\\.?(?: \\d{4})?\\b|\\b${MONTH} \\d{4}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b|\\b(?:19|20)\\d{2}\\b|\\b(?:today|yesterday|\\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago)\\b`,
    'i',
  ),
  time: /\b\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?/i,
  duration: /\b\d+(?:[.,]\d+)?\s?(?:s|sec\w*|min\w*|h|hrs?|hours?|days?|weeks?|months?|years?)\b/i,
  number: /\d/,
  percentage: /\d[\d.,]*\s?%/,
  email: /[\w.+-]+@[\w-]+\.[\w.]+/,
  phone: /\+?\d[\d ()/.-]{6,}\d/,
  address: /\d+ [A-Z]\w+|\b[A-Z]\w+ \d+\b/,
  link: /\bhttps?:\/\/\S+|\bwww\.\S+/,
};
const NAME =
  /^(?:by |from |author:? |written by |posted by )?(?<name>\p{Lu}[\p{L}'’.-]+(?: (?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|la|el|bin)){1,3})(?:,|$| (?:on|at|·|\||in) )/u;

/** The piece of a text that is of a type; undefined where there is none. */
export function pieceOf(type: AnswerType, text: string): string | undefined {
  if (type === 'any') return text;
  if (type === 'person') return NAME.exec(text.trim())?.groups?.['name'];
  return PATTERNS[type].exec(text)?.[0].trim();
}
