import { FAMILIES, faceOf, type Family } from './fonts.ts';
import { fitTarget, type FitTarget } from './edges.ts';
import { EDGE_SPREAD, fitFace, type Fit } from './fit.ts';
import type { Stretch } from './runs.ts';

/** A stretch and the face it was found to be set in. */
export interface Choice {
  family: Family;
  weight: number;
  italic: boolean;
  fit: Fit;
}

interface Candidate extends Choice {
  /** Negative log likelihood of all evidence but the page's. */
  cost: number;
}

/** How unlikely a weight is before anything is measured (negative log). */
const WEIGHT_COSTS: Record<number, number> = { 400: 0, 700: 0.5, 600: 1.5, 500: 2, 300: 2.5, 800: 3, 900: 3 };
/** From this weight on, text is what the reader calls bold. */
const BOLD = 600;
/** Evidence of the reader for a whole stretch is capped (log odds): its errors repeat from word to word. */
const MOST_STYLE_ODDS = 6;
/** Italics are rare: less than this (log odds) doesn't make text italic. */
const ITALIC_ODDS = 1.5;
/** Families that fit the page's longest stretches best go on to be tried on all of them. */
const LONGEST_STRETCHES = 22;
/** So many words tell families apart. */
const ENOUGH_WORDS = 6;
const FINALISTS = 8;
/** A stretch counts no more than this against a family (negative log), and a second family as good as the first is worth this. */
const MOST_LOSS = 20;
const SPARE_LOSS = 2;
/** A longer stretch than this many characters has no more say in what the page's families are. */
const MOST_SAY = 60;
/** What families have together that the page doesn't (yet) show, in characters. */
const PRIOR_SAY = 12;
const ROUNDS = 4;
/** Weight of the page's families against the stretch's own evidence. */
const PAGE_STRENGTH = 4;

/** A stretch with what it could be set in. */
export interface Trial {
  stretch: Stretch;
  target: FitTarget;
  candidates: Candidate[];
}

/** Tries the families on a stretch. `spread`: see `pageFamilies`. */
export function tryFaces(stretch: Stretch, scale: number, { families, spread }: PageFamilies): Trial {
  const target = fitTarget(stretch, scale);
  return { stretch, target, candidates: candidatesOf(stretch, target, families, spread) };
}

/** Every stretch's family, weight and size, such that the page has few families; undefined where no ink is known. */
export function chooseFaces(trials: Trial[], families: readonly Family[]): (Choice | undefined)[] {
  const total = FAMILIES.reduce((sum, family) => sum + family.share, 0);
  let shares = new Map(families.map((family) => [family.name, family.share / total]));
  const costOf = (candidate: Candidate): number =>
    candidate.cost - PAGE_STRENGTH * Math.log(shares.get(candidate.family.name)!);
  for (let round = 0; round < ROUNDS; round++) {
    const say = new Map(families.map((family) => [family.name, (PRIOR_SAY * family.share) / total]));
    let sum = PRIOR_SAY;
    for (const { candidates, target } of trials) {
      const weight = Math.min(MOST_SAY, target.glyphs.length);
      const odds = softShares(candidates, costOf);
      for (const [name, share] of odds) say.set(name, say.get(name)! + share * weight);
      if (odds.size > 0) sum += weight;
    }
    shares = new Map([...say].map(([name, value]) => [name, value / sum]));
  }
  return trials.map(({ candidates }) =>
    candidates.reduce<Candidate | undefined>((best, c) => (!best || costOf(c) < costOf(best) ? c : best), undefined),
  );
}

/** Each family's share of the belief in what a stretch is set in. */
function softShares(candidates: Candidate[], costOf: (candidate: Candidate) => number): Map<string, number> {
  const least = Math.min(...candidates.map(costOf));
  const shares = new Map<string, number>();
  let sum = 0;
  for (const candidate of candidates) {
    const value = Math.exp(least - costOf(candidate));
    shares.set(candidate.family.name, (shares.get(candidate.family.name) ?? 0) + value);
    sum += value;
  }
  for (const [name, value] of shares) shares.set(name, value / sum);
  return shares;
}

/** The families that a page may have, and how exactly text is placed on it. */
export interface PageFamilies {
  families: readonly Family[];
  /** Standard deviation of glyph edges around where they should be, CSS pixels: larger where glyphs are put on whole pixels. */
  spread: number;
}

/** Tries all families on a sample of the page's stretches, and keeps those that together fit it best (greedy choice). */
export function pageFamilies(stretches: Stretch[], scale: number): PageFamilies {
  const sample = [...stretches].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, LONGEST_STRETCHES);
  const trials = sample.map((stretch) => {
    const start = { ...stretch, to: Math.min(stretch.to, stretch.from + ENOUGH_WORDS) };
    return candidatesOf(start, fitTarget(start, scale), FAMILIES, EDGE_SPREAD / scale, true);
  });
  const residuals = trials
    .flatMap((candidates) => (candidates.length > 0 ? [Math.min(...candidates.map((c) => c.fit.residual))] : []))
    .sort((a, b) => a - b);
  const spread = Math.max(EDGE_SPREAD / scale, residuals[residuals.length >> 1] ?? 0);
  const costs = trials.map((candidates) => {
    const best = new Map<Family, number>();
    for (const { family, cost } of candidates) best.set(family, Math.min(best.get(family) ?? Infinity, cost));
    const least = Math.min(...best.values());
    return FAMILIES.map((family) => Math.min(MOST_LOSS, (best.get(family) ?? Infinity) - least));
  });
  const chosen = new Set<number>();
  const losses = costs.map(() => MOST_LOSS);
  for (let round = 0; round < FINALISTS; round++) {
    const gains = FAMILIES.map(
      (family, f) => costs.reduce((sum, cost, i) => sum + Math.max(0, losses[i]! - cost[f]!), 0) + family.share * 1e-3,
    );
    const next = gains.reduce((best, gain, f) => (!chosen.has(f) && (best < 0 || gain > gains[best]!) ? f : best), -1);
    chosen.add(next);
    costs.forEach((cost, i) => (losses[i] = Math.min(losses[i]!, cost[next]! + SPARE_LOSS)));
  }
  const ranked = [...chosen].map((f) => FAMILIES[f]!);
  // Two of each kind at least, for the short stretches: a code span among running text.
  for (const generic of ['sans-serif', 'serif', 'monospace'] as const)
    for (const family of FAMILIES.filter((f) => f.generic === generic).slice(0, 2))
      if (!ranked.includes(family)) ranked.push(family);
  return { families: ranked, spread };
}

function lengthOf({ line, from, to }: Stretch): number {
  return line.words.slice(from, to).reduce((sum, word) => sum + word.text.length, 0);
}

/** All faces that the stretch may be in. Weights between regular and bold are only tried where their family comes near. */
function candidatesOf(
  stretch: Stretch,
  target: FitTarget,
  families: readonly Family[],
  spread: number,
  quick = false,
): Candidate[] {
  const [bold, serif, monospace] = [capped(stretch.bold), capped(stretch.serif), capped(stretch.monospace)];
  const italic = stretch.italic > ITALIC_ODDS;
  const tryWeights = (family: Family, weights: readonly number[]): Candidate[] => {
    const isMonospace = family.generic === 'monospace';
    const kind = oddsCost(monospace, isMonospace) + (isMonospace ? 0 : oddsCost(serif, family.generic === 'serif'));
    return weights.flatMap((weight) => {
      const fit = fitFace(target, faceOf(family.name, weight, italic), family, spread);
      if (!fit) return [];
      return [
        { family, weight, italic, fit, cost: fit.cost + kind + WEIGHT_COSTS[weight]! + oddsCost(bold, weight >= BOLD) },
      ];
    });
  };
  const main = families.flatMap((family) =>
    tryWeights(
      family,
      family.weights.filter((weight) => weight === 400 || weight === 700),
    ),
  );
  if (quick) return main;
  const least = Math.min(...main.map(({ cost }) => cost));
  const near = new Set(main.filter(({ cost }) => cost < least + NEAR).map(({ family }) => family));
  const others = (family: Family): number[] =>
    family.weights.filter((weight) => weight !== 400 && weight !== 700 && weight in WEIGHT_COSTS);
  return [...main, ...[...near].flatMap((family) => tryWeights(family, others(family)))];
}
/** Costs (negative log likelihood) this far above the least may still come out best at another weight. */
const NEAR = 40;

function capped(odds: number): number {
  return Math.max(-MOST_STYLE_ODDS, Math.min(MOST_STYLE_ODDS, odds));
}

/** Negative log of the probability of `is`, from log odds. */
function oddsCost(odds: number, is: boolean): number {
  return Math.log1p(Math.exp(is ? -odds : odds));
}
