import { FAMILIES, faceOf, type Family } from './fonts.ts';
import { EDGE_SPREAD, fitFace, type Fit, type FitTarget } from './fit.ts';
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
/** Families that fit the page's longest stretches best go on to be tried on all of them. */
const LONGEST_STRETCHES = 16;
const FINALISTS = 10;
/** A longer stretch than this many characters has no more say in what the page's families are. */
const MOST_SAY = 60;
/** What families have together that the page doesn't (yet) show, in characters. */
const PRIOR_SAY = 12;
const ROUNDS = 4;
/** Weight of the page's families against the stretch's own evidence. */
const PAGE_STRENGTH = 1.5;

/** Finds every stretch's family, weight and size, so that they agree across the page; undefined where no ink is known. */
export function chooseFaces(stretches: Stretch[], targets: FitTarget[], scale: number): (Choice | undefined)[] {
  const spread = EDGE_SPREAD / scale;
  const finalists = pickFinalists(stretches, targets, spread);
  const all = targets.map((target, i) => candidatesOf(stretches[i]!, target, finalists, spread));
  const total = FAMILIES.reduce((sum, family) => sum + family.share, 0);
  let shares = new Map(finalists.map((family) => [family.name, family.share / total]));
  const costOf = (candidate: Candidate): number => candidate.cost - PAGE_STRENGTH * Math.log(shares.get(candidate.family.name)!);
  for (let round = 0; round < ROUNDS; round++) {
    const say = new Map(finalists.map((family) => [family.name, (PRIOR_SAY * family.share) / total]));
    let sum = PRIOR_SAY;
    for (const [i, candidates] of all.entries()) {
      const weight = Math.min(MOST_SAY, targets[i]!.characters.length);
      const odds = softShares(candidates, costOf);
      for (const [name, share] of odds) say.set(name, say.get(name)! + share * weight);
      if (odds.size > 0) sum += weight;
    }
    shares = new Map([...say].map(([name, value]) => [name, value / sum]));
  }
  return all.map((candidates) => candidates.reduce<Candidate | undefined>((best, c) => (!best || costOf(c) < costOf(best) ? c : best), undefined));
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

/** Tries all families on the page's longest stretches, and keeps those that come near to being the best for any of them. */
function pickFinalists(stretches: Stretch[], targets: FitTarget[], spread: number): Family[] {
  const order = targets.map((_, i) => i).sort((a, b) => targets[b]!.characters.length - targets[a]!.characters.length);
  const points = new Map<Family, number>();
  for (const i of order.slice(0, LONGEST_STRETCHES)) {
    const candidates = candidatesOf(stretches[i]!, targets[i]!, FAMILIES, spread);
    const best = new Map<Family, number>();
    for (const { family, cost } of candidates) best.set(family, Math.min(best.get(family) ?? Infinity, cost));
    const least = Math.min(...best.values());
    for (const [family, cost] of best) points.set(family, (points.get(family) ?? 0) + Math.exp((least - cost) / 4));
  }
  const ranked = [...FAMILIES].sort((a, b) => (points.get(b) ?? 0) - (points.get(a) ?? 0)).slice(0, FINALISTS);
  // One of each kind at least, for the short stretches: a code span among running text.
  for (const generic of ['sans-serif', 'serif', 'monospace'] as const)
    for (const family of FAMILIES.filter((f) => f.generic === generic).slice(0, 2)) if (!ranked.includes(family)) ranked.push(family);
  return ranked;
}

function candidatesOf(stretch: Stretch, target: FitTarget, families: readonly Family[], spread: number): Candidate[] {
  const candidates: Candidate[] = [];
  const [bold, italicOdds, serif, monospace] = [stretch.bold, stretch.italic, stretch.serif, stretch.monospace].map(capped) as [number, number, number, number];
  const italic = italicOdds > 0;
  for (const family of families) {
    const kind =
      oddsCost(monospace, family.generic === 'monospace') + (family.generic === 'monospace' ? 0 : oddsCost(serif, family.generic === 'serif'));
    for (const weight of family.weights) {
      const prior = WEIGHT_COSTS[weight];
      if (prior === undefined) continue;
      const fit = fitFace(target, faceOf(family.name, weight, italic), family, spread);
      if (!fit) continue;
      const cost = fit.cost + kind + prior + oddsCost(bold, weight >= BOLD);
      candidates.push({ family, weight, italic, fit, cost });
    }
  }
  return candidates;
}

function capped(odds: number): number {
  return Math.max(-MOST_STYLE_ODDS, Math.min(MOST_STYLE_ODDS, odds));
}

/** Negative log of the probability of `is`, from log odds. */
function oddsCost(odds: number, is: boolean): number {
  return Math.log1p(Math.exp(is ? -odds : odds));
}
