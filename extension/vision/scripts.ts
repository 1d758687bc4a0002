/**
 * One script a word: letters that look the same in Latin, Greek and Cyrillic (A, Α, А) are told apart by their neighbours,
 * as in the whole-script confusables of Unicode Technical Standard 39.
 */

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u];
/** Script of what all scripts share: digits, punctuation, the blank. */
const COMMON = SCRIPTS.length;
/** Logits by which a word must read better in another script than its line's: single letters say nothing by themselves. */
const LINE_SCRIPT_BONUS = 3;

const cache = new WeakMap<readonly string[], Uint8Array>();

/** The script of each class of a reader: class 0 is the blank, class i character i - 1 of the charset. */
export function scriptsOf(charset: readonly string[]): Uint8Array {
  const known = cache.get(charset);
  if (known) return known;
  const scriptOf = (character: string) => {
    const script = SCRIPTS.findIndex((pattern) => pattern.test(character));
    return script < 0 ? COMMON : script;
  };
  const scripts = Uint8Array.from([COMMON, ...charset.map(scriptOf)]);
  cache.set(charset, scripts);
  return scripts;
}

/** For each step and script, the best class that it allows and that class's logit. */
interface BestOfScript {
  classes: Uint16Array;
  logits: Float32Array;
}

function bestOfScripts(logits: Float32Array, steps: number, scripts: Uint8Array): BestOfScript {
  const classes = new Uint16Array(steps * COMMON);
  const best = new Float32Array(steps * COMMON);
  const tops = new Float32Array(COMMON + 1);
  const found = new Uint16Array(COMMON + 1);
  for (let step = 0, at = 0; step < steps; step++) {
    tops.fill(-Infinity);
    for (let i = 0; i < scripts.length; i++, at++) {
      const script = scripts[i]!;
      if (logits[at]! > tops[script]!) {
        tops[script] = logits[at]!;
        found[script] = i;
      }
    }
    for (let script = 0; script < COMMON; script++) {
      const own = tops[script]! > tops[COMMON]!;
      classes[step * COMMON + script] = found[own ? script : COMMON]!;
      best[step * COMMON + script] = tops[own ? script : COMMON]!;
    }
  }
  return { classes, logits: best };
}

/** The likeliest script over some steps; `preferred` gets a bonus. */
function likeliestScript({ logits }: BestOfScript, from: number, to: number, preferred = -1): number {
  const sums = new Float64Array(COMMON);
  if (preferred >= 0) sums[preferred] = LINE_SCRIPT_BONUS;
  for (let step = from; step < to; step++)
    for (let script = 0; script < COMMON; script++) sums[script]! += logits[step * COMMON + script]!;
  return sums.indexOf(Math.max(...sums));
}

/**
 * The likeliest class of every step, when each word keeps to one script. `logits` holds `steps` rows of `scripts.length`
 * classes; `space` is the class that parts words.
 */
export function bestClasses(logits: Float32Array, steps: number, scripts: Uint8Array, space: number): Uint16Array {
  const best = bestOfScripts(logits, steps, scripts);
  const ofLine = likeliestScript(best, 0, steps);
  const chosen = new Uint16Array(steps);
  for (let from = 0; from < steps;) {
    let to = from;
    while (to < steps && best.classes[to * COMMON + ofLine] !== space) to++;
    const script = likeliestScript(best, from, to, ofLine);
    for (let step = from; step < to; step++) chosen[step] = best.classes[step * COMMON + script]!;
    if (to < steps) chosen[to] = space;
    from = to + 1;
  }
  return chosen;
}
