import { LONGEST_QUESTION, normalized } from './words.ts';

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const NOUN = '(?:picture|image|screenshot|screen|photo)';

/** The pictures that a question names, by place or file name, else all; and the question with `the picture` in their place. */
export function picturesMeant(names: readonly string[], question: string): { meant: number[]; question: string } {
  const all = names.map((_, i) => i);
  // With its capitals: names begin with them.
  let rest = question.slice(0, LONGEST_QUESTION);
  const take = (pattern: RegExp): boolean => {
    if (!pattern.test(rest)) return false;
    rest = rest.replace(pattern, ' the picture ').replace(/\s+/g, ' ');
    return true;
  };
  const meant = all.filter((i) => {
    const name = normalized(names[i]!).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const byName =
      /\.\w+$/.test(name) && take(new RegExp(`(?<![\\w.-])(?:the )?(?:${NOUN} )?["“']?${name}["”']?(?![\\w-])`, 'i'));
    const place = i === names.length - 1 ? `${PLACES[i] ?? 'last'}|last` : PLACES[i];
    const byPlace = take(new RegExp(`\\b(?:the )?(?:(?:${place}) ${NOUN}|${NOUN} (?:number )?${i + 1})\\b`, 'i'));
    return byName || byPlace;
  });
  return { meant: meant.length ? meant : all, question: rest };
}
