/**
 * Connectionist temporal classification (Graves et al., 2006): from a class for every step to a text.
 * The best class of every step is taken, repeats are joined, blanks dropped.
 */
import { bestClasses, scriptsOf } from './scripts.ts';

/** One character with the steps it was seen at. */
export interface Spotted {
  /** One code point. */
  text: string;
  /** Middle of its evidence, in steps (the first step's middle is 0.5). */
  step: number;
  /** First step and the one after the last. */
  from: number;
  to: number;
  /** Probability, calibrated by the temperature. */
  confidence: number;
}

/**
 * `logits` holds `steps` rows of `charset.length + 1` classes; class 0 is the blank, class i character i - 1.
 * `temperature` divides the logits before the softmax (Guo et al., 2017).
 */
export function decodeCtc(
  logits: Float32Array,
  steps: number,
  charset: readonly string[],
  temperature: number,
): Spotted[] {
  const classes = charset.length + 1;
  const best = bestClasses(logits, steps, scriptsOf(charset), charset.indexOf(' ') + 1);
  const spotted: Spotted[] = [];
  for (let step = 0; step < steps;) {
    const found = best[step]!;
    let to = step + 1;
    while (to < steps && best[to] === found) to++;
    if (found > 0) spotted.push(...dots(spot(logits, step, to, classes, found, charset[found - 1]!, temperature)));
    step = to;
  }
  return spotted;
}

/** An ellipsis as three dots: on the screen they can't be told apart, and dots are what people type. */
function dots(found: Spotted): Spotted[] {
  if (found.text !== '…') return [found];
  return [-1, 0, 1].map((place) => ({ ...found, text: '.', step: found.step + place }));
}

function spot(
  logits: Float32Array,
  from: number,
  to: number,
  classes: number,
  best: number,
  text: string,
  temperature: number,
): Spotted {
  let weight = 0;
  let moment = 0;
  let confidence = 0;
  for (let step = from; step < to; step++) {
    const probability = probabilityOf(logits, step * classes, classes, best, temperature);
    weight += probability;
    moment += probability * (step + 0.5);
    confidence = Math.max(confidence, probability);
  }
  return { text, step: moment / weight, from, to, confidence };
}

/** Further below the best (in logits over temperature), classes add less than a thousandth to the sum. */
const NEGLIGIBLE = -14;

/** Softmax of one class, which is the largest one or near it. */
function probabilityOf(
  logits: Float32Array,
  start: number,
  classes: number,
  best: number,
  temperature: number,
): number {
  const top = logits[start + best]!;
  let sum = 0;
  for (let i = 0; i < classes; i++) {
    const below = (logits[start + i]! - top) / temperature;
    if (below > NEGLIGIBLE) sum += Math.exp(below);
  }
  return 1 / sum;
}
