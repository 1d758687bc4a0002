import { readFileSync } from 'node:fs';
import type { Random } from './random.ts';

/** Draws words by frequency, flattened so that rare words come up too. */
const FLATTENING = 0.55;

interface WordList {
  words: string[];
  cumulative: Float64Array;
}

/** The words of data/reader/words.json (made by reader/words.py). */
export class Words {
  private readonly lists = new Map<string, WordList>();
  readonly latin: string[];

  constructor(file: string) {
    const raw = JSON.parse(readFileSync(file, 'utf8')) as Record<string, [string, number][]>;
    for (const [language, entries] of Object.entries(raw)) {
      const cumulative = new Float64Array(entries.length);
      let sum = 0;
      entries.forEach(([, frequency], i) => (cumulative[i] = sum += frequency ** FLATTENING));
      this.lists.set(language, { words: entries.map(([word]) => word), cumulative });
    }
    this.latin = [...this.lists.keys()].filter((l) => !['en', 'el', 'ru', 'uk', 'bg', 'mk'].includes(l));
  }

  draw(language: string, random: Random): string {
    const list = this.lists.get(language);
    if (!list) throw new Error(`no words of ${language}`);
    const target = random.next() * list.cumulative[list.cumulative.length - 1]!;
    let low = 0;
    let high = list.cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list.cumulative[middle]! < target) low = middle + 1;
      else high = middle;
    }
    const word = list.words[low]!;
    // The lists are lower-case, but nobody writes the pronoun so; and seen alone it is hard to tell from a bar.
    return language === 'en' ? word.replace(/^i(?=$|')/, 'I') : word;
  }
}
