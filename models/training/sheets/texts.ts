import { readFileSync, readdirSync, existsSync } from 'node:fs';
import path from 'node:path';
import type { Faker } from '@faker-js/faker';
import type { Random } from './random.ts';
import { inlineToken, token } from './tokens.ts';
import type { Words } from './words.ts';

const LATIN_LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** The flattened frequencies make the pronoun rarer than it is on pages that tell something. */
const PRONOUN_SHARE = 0.012;
/** Share of words that own something. */
const POSSESSIVE_SHARE = 0.04;
/** Share of texts whose quotation marks and apostrophes are the printer's, as publishing systems set them. */
const TYPOGRAPHIC_SHARE = 0.5;
/** Shortest README worth quoting from, in characters. */
const README_LENGTH = 1500;

/** Sentences of the README files of the npm packages under `folder`: prose with real punctuation. */
export function readmeSentences(folder: string): string[] {
  const packages = readdirSync(folder).flatMap((name) =>
    name.startsWith('@') ? readdirSync(path.join(folder, name)).map((sub) => path.join(name, sub)) : [name],
  );
  const sentences = new Set<string>();
  for (const name of packages) {
    const file = path.join(folder, name, 'README.md');
    if (name.startsWith('@fontsource') || !existsSync(file)) continue;
    const text = readFileSync(file, 'utf8');
    if (text.length < README_LENGTH) continue;
    for (const line of text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').split('\n')) {
      const clean = line
        .replace(/^[#>*\-\s|]+/, '')
        .replace(/[*`]{1,3}/g, '')
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      if (clean.length > 15 && clean.length < 400 && !clean.includes('http')) sentences.add(clean);
    }
  }
  return [...sentences];
}

/** Straight marks turned to the side they stand on. */
function typographic(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{N}.,!?…])'/gu, '’')
    .replace(/'(?=\p{L})/gu, '‘')
    .replace(/(?<=[\p{L}\p{N}.,!?…)])"/gu, '”')
    .replace(/"(?=[\p{L}\p{N}(])/gu, '“');
}

/** Makes the texts of sheets. Every text uses the reader's charset only. */
export class Texts {
  private readonly allowed: Set<string>;
  private readonly rare: string[];
  private readonly words: Words;
  private readonly sentences: string[];

  constructor(charset: string, words: Words, sentences: string[]) {
    this.allowed = new Set(charset);
    this.rare = [...charset].filter((c) => c !== ' ');
    this.words = words;
    this.sentences = sentences;
  }

  /** One line of text of at most `limit` characters. */
  draw(random: Random, faker: Faker, limit: number): string {
    for (;;) {
      const raw = this.raw(random, faker, limit);
      const text = this.clean(random.chance(TYPOGRAPHIC_SHARE) ? typographic(raw) : raw, limit);
      if (text) return text;
    }
  }

  private raw(random: Random, faker: Faker, limit: number): string {
    return random.weighted<() => string>([
      [34, () => this.phrase(random, faker, 'en')],
      [18, () => this.quote(random, limit)],
      [24, () => token(random, faker)],
      [5, () => this.single(random)],
      [4, () => this.scramble(random)],
      [8, () => this.phrase(random, faker, random.pick(this.words.latin))],
      [
        5,
        () =>
          this.phrase(
            random,
            faker,
            random.weighted([
              [5, 'ru'],
              [2, 'uk'],
              [1, 'bg'],
              [1, 'mk'],
            ]),
          ),
      ],
      [3, () => this.phrase(random, faker, 'el')],
      [1.8, () => this.sprinkle(random)],
    ])();
  }

  /** Keeps what the reader can write, cut at a word's end. */
  private clean(text: string, limit: number): string {
    let kept = [...text.normalize('NFC').replace(/\u00a0/g, ' ')].filter((c) => this.allowed.has(c)).join('');
    kept = kept.replace(/ +/g, ' ').trim();
    if (kept.length <= limit) return kept;
    const cut = kept.lastIndexOf(' ', limit);
    return kept.slice(0, cut > limit / 3 ? cut : limit).trim();
  }

  private phrase(random: Random, faker: Faker, language: string): string {
    const count = random.weighted<number>([
      [26, 1],
      [18, 2],
      [14, 3],
      [20, random.int(4, 7)],
      [22, random.int(8, 16)],
    ]);
    const words = Array.from({ length: count }, () =>
      random.chance(0.06) ? inlineToken(random, faker) : this.word(language, random),
    );
    const style = random.weighted<'sentence' | 'lower' | 'title' | 'upper'>(
      count > 5
        ? [
            [6, 'sentence'],
            [3, 'lower'],
            [0.6, 'title'],
            [0.4, 'upper'],
          ]
        : [
            [4, 'sentence'],
            [3, 'lower'],
            [3, 'title'],
            [1.6, 'upper'],
          ],
    );
    const capital = (w: string) => w.charAt(0).toLocaleUpperCase() + w.slice(1);
    if (style === 'upper') return words.join(' ').toLocaleUpperCase();
    if (style === 'title') return words.map(capital).join(' ');
    return this.punctuate(words, random, style === 'sentence', capital);
  }

  private word(language: string, random: Random): string {
    if (language === 'en' && random.chance(PRONOUN_SHARE)) return 'I';
    const word = this.words.draw(language, random);
    return language === 'en' && random.chance(POSSESSIVE_SHARE) ? `${word}'s` : word;
  }

  /** Prose marks: commas, stops that start a new sentence, quotation marks, brackets, dashes. */
  private punctuate(words: string[], random: Random, sentence: boolean, capital: (w: string) => string): string {
    let start = sentence;
    const out = words.map((word, i) => {
      let w = start || random.chance(0.08) ? capital(word) : word;
      start = false;
      if (random.chance(0.03)) {
        const [open, close] = random.pick([
          '“”',
          '‘’',
          '""',
          "''",
          '()',
          '()',
          '[]',
          '«»',
          '„“',
          '{}',
          '<>',
          '**',
          '``',
          '‹›',
        ]);
        w = open! + w + close!;
      }
      if (i === words.length - 1) return w;
      const mark = random.weighted([
        [82, ''],
        [9, ','],
        [3, '.'],
        [1, ':'],
        [1, ';'],
        [0.7, '!'],
        [0.7, '?'],
        [1, ' –'],
        [1, ' —'],
        [0.5, '—'],
        [0.6, ' -'],
        [0.6, ' &'],
        [0.5, ' /'],
        [0.4, '…'],
        [0.3, ' +'],
        [0.3, ' ='],
        [0.4, ' |'],
        [0.4, ' ·'],
        [0.3, ' •'],
        [0.3, '-'],
        [0.3, ' ©'],
        [0.4, '®'],
        [0.3, '™'],
      ]);
      if ('.!?'.includes(mark) && mark) start = sentence;
      return w + mark;
    });
    const end = random.weighted([
      [55, ''],
      [25, '.'],
      [4, ','],
      [4, ':'],
      [3, '!'],
      [3, '?'],
      [2, '…'],
      [1, '...'],
      [1, ';'],
      [1, '-'],
      [1, '*'],
    ]);
    return (
      out.join(' ').replace(/([—-]) /g, (m) => (random.chance(0.2) ? m[0]! : m)) +
      (sentence || random.chance(0.3) ? end : '')
    );
  }

  private quote(random: Random, limit: number): string {
    const words = random.pick(this.sentences).split(' ');
    const from = random.chance(0.4) ? 0 : random.int(0, Math.max(0, words.length - 2));
    const count = random.weighted<number>([
      [2, random.int(1, 3)],
      [3, random.int(4, 8)],
      [4, limit],
    ]);
    return words.slice(from, from + count).join(' ');
  }

  private single(random: Random): string {
    return random.weighted<() => string>([
      [4, () => String(random.int(0, 9))],
      [3, () => random.pick([...LATIN_LETTERS.toUpperCase()])],
      [1, () => random.pick([...LATIN_LETTERS])],
      [2, () => random.pick([...'+-|/×✕…•·?!*&@#$€£%:,.>‹›<«»→←↑↓▾▸▼▶✓★☆≡—–~='])],
      [2, () => String(random.int(10, 99))],
    ])();
  }

  /** Letters and digits in no known order, so that the reader looks rather than guesses. */
  private scramble(random: Random): string {
    const alphabet = random.pick([
      LATIN_LETTERS + LATIN_LETTERS.toUpperCase() + '0123456789',
      LATIN_LETTERS + '0123456789',
      LATIN_LETTERS.toUpperCase() + '0123456789',
      'Il1|!i[]/jtfrJ7',
      '0OoQCcGDeao68B',
      'vVwWxXyYzZsS5kKuUnmrnrm',
      '.,:;\'"`-_~^*°·•!|',
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ!?#$%&*+-=()[]{}<>/\\|@:;,.\'"`~^_',
    ]);
    return Array.from({ length: random.int(2, 9) }, () => random.pick([...alphabet])).join('');
  }

  /** Any characters of the charset, so that the rarest are seen too. */
  private sprinkle(random: Random): string {
    const word = this.words.draw('en', random);
    const sign = random.pick(this.rare);
    return random.pick([
      sign,
      `${word} ${sign}`,
      `${sign} ${word}`,
      word + sign,
      Array.from({ length: random.int(2, 6) }, () => random.pick(this.rare)).join(''),
    ]);
  }
}
