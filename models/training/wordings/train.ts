/**
 * `node wordings/train.ts`: learns from `phrasings.json` how questions are put, and writes `extension/answer/wordings.json`; seeded,
 * some minutes. `--evaluate` prints instead the share of phrasings that is put right by a model that hasn't seen them (every
 * fifth is held out in turn).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NO_NAMES } from '../../../extension/answer/names.ts';
import { plainWording } from '../../../extension/answer/wording.ts';
import { featuresOf, marked } from '../../../extension/answer/wordings.ts';
import type { WordingClass } from '../../../extension/answer/wordings.ts';

interface Phrasings {
  /** Values of the slots that are words of the language; all others are names. */
  slots: Record<string, string[]>;
  /** Asks that rules alone are for. */
  skip: string[];
  /**
   * For each ask its ways, and the one that rules understand: `null` where no picture tells, empty for questions of many kinds
   * that rules know best. `follows`: it asks of the last answer.
   */
  asks: Record<string, { text: string | null; follows?: true; ways: string[] }>;
}
interface Example {
  features: string[];
  label: string;
}
interface Model {
  classes: string[];
  features: string[];
  weights: Float32Array;
}

const OUT = path.join(import.meta.dirname, '../../../extension/answer/wordings.json');
const FOLDS = 5;
/** Each phrasing is filled so many times: names differ, and some stand in no picture, so in no quotation marks. */
const COPIES = 6;
const UNQUOTED = 0.2;
/** Features of fewer examples tell nothing. */
const LEAST_SEEN = 13;
/** Phrasings that a word stands in, for it to be known as a word. */
const LEAST_PHRASINGS = 8;
const EPOCHS = 14;
const RATE = 0.5;
const DECAY = 2e-5;
const ABSENT = ['glorp', 'blafoo widget', 'kremlin', 'zonk', 'trellis pane'];

let state = 7;
/** A linear congruential generator: the same model from the same phrasings. */
const random = (): number => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x80000000;
const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;

function examplesOf(way: string, label: string, slots: Phrasings['slots'], copies: number): Example[] {
  return Array.from({ length: copies }, () => {
    const isAbsent = random() < UNQUOTED;
    const text = way.replace(/["“”]?\{(\w+)\}["“”]?/g, (_, slot: string) =>
      slots[slot] ? pick(slots[slot]) : isAbsent ? pick(ABSENT) : '“name”',
    );
    return { features: featuresOf(marked(plainWording(text, NO_NAMES)).words), label };
  });
}

/** Multinomial logistic regression by stochastic gradient descent. */
function train(examples: readonly Example[]): Model {
  const classes = [...new Set(examples.map(({ label }) => label))];
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const features = [...seen].flatMap(([feature, count]) => (count >= LEAST_SEEN ? [feature] : []));
  const index = new Map(features.map((feature, i) => [feature, i]));
  const rows = examples.map((example) => ({
    on: example.features.flatMap((feature) => index.get(feature) ?? []),
    label: classes.indexOf(example.label),
  }));
  const weights = new Float32Array(features.length * classes.length);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE / (1 + epoch / 2);
    for (let step = 0; step < rows.length; step++) {
      const { on, label } = pick(rows);
      const scale = 1 / Math.sqrt(on.length || 1);
      const chances = softmax(logitsOf({ classes, features, weights }, on));
      for (let c = 0; c < classes.length; c++) {
        const slope = (chances[c]! - (c === label ? 1 : 0)) * rate * scale;
        for (const row of on) {
          const at = row * classes.length + c;
          weights[at]! -= slope + rate * DECAY * weights[at]!;
        }
      }
    }
  }
  return { classes, features, weights };
}

function logitsOf({ classes, weights }: Model, on: readonly number[]): number[] {
  const scale = 1 / Math.sqrt(on.length || 1);
  return classes.map((_, c) => scale * on.reduce((sum, row) => sum + weights[row * classes.length + c]!, 0));
}

function softmax(logits: readonly number[]): number[] {
  const most = Math.max(...logits);
  const exponents = logits.map((logit) => Math.exp(logit - most));
  const total = exponents.reduce((sum, each) => sum + each, 0);
  return exponents.map((each) => each / total);
}

/** Names of the slots that are names, in the order of a way. */
const namesIn = (way: string, slots: Phrasings['slots']): string[] =>
  [...way.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot!).filter((slot) => !slots[slot]);

/** `the last item of the menu` asks for the one at a place that is said. */
function labelOf(way: string, text: string | null, follows: true | undefined, slots: Phrasings['slots']): string {
  const placed = text?.replace(/\b(?:first|last)(?= in the \{where\})/, (place) => (new RegExp(`\\b${place}\\b`).test(way) ? '{nth}' : place)) ?? null;
  const label: WordingClass = { text: placed, slots: text ? namesIn(way, slots) : [], ...(follows && { follows }) };
  return JSON.stringify(label);
}

/** Words that so many phrasings are put in are no slips of the pen. */
function vocabularyOf(ways: readonly string[]): string[] {
  const seen = new Map<string, number>();
  for (const way of ways)
    for (const word of new Set(way.toLowerCase().replace(/\{\w+\}/g, ' ').match(/[a-z]{3,}/g))) seen.set(word, (seen.get(word) ?? 0) + 1);
  return [...seen].flatMap(([word, count]) => (count >= LEAST_PHRASINGS ? [word] : [])).sort();
}

function evaluate(all: readonly { way: string; label: string }[], slots: Phrasings['slots'], asks: number): void {
  let [right, sure, surelyRight] = [0, 0, 0];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = train(all.filter((_, i) => i % FOLDS !== fold).flatMap(({ way, label }) => examplesOf(way, label, slots, COPIES)));
    const index = new Map(model.features.map((feature, i) => [feature, i]));
    for (const { way, label } of all.filter((_, i) => i % FOLDS === fold)) {
      const [example] = examplesOf(way, label, slots, 1);
      const chances = softmax(logitsOf(model, example!.features.flatMap((feature) => index.get(feature) ?? [])));
      const best = Math.max(...chances);
      const isRight = model.classes[chances.indexOf(best)] === label;
      right += Number(isRight);
      sure += Number(best >= 0.5);
      surelyRight += Number(best >= 0.5 && isRight);
    }
  }
  console.log(`${all.length} phrasings of ${asks} asks: ${(right / all.length).toFixed(3)} right, ${(surelyRight / sure).toFixed(3)} of the ${(sure / all.length).toFixed(2)} it is sure of`);
}

function main(): void {
  const { slots, skip, asks } = JSON.parse(readFileSync(path.join(import.meta.dirname, 'phrasings.json'), 'utf8')) as Phrasings;
  const all = Object.entries(asks).flatMap(([id, { text, follows, ways }]) =>
    skip.includes(id) ? [] : ways.map((way) => ({ way, label: labelOf(way, text, follows, slots) })),
  );
  if (process.argv.includes('--evaluate')) return evaluate(all, slots, Object.keys(asks).length);
  const model = train(all.flatMap(({ way, label }) => examplesOf(way, label, slots, COPIES)));
  const scale = model.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  const bytes = Int8Array.from(model.weights, (weight) => Math.round(weight / scale));
  const classes = model.classes.map((label) => JSON.parse(label) as WordingClass);
  const words = vocabularyOf(all.map(({ way }) => way));
  const written = { classes, features: model.features, words, scale, weights: Buffer.from(bytes.buffer).toString('base64') };
  writeFileSync(OUT, `${JSON.stringify(written)}\n`);
}

main();
