/** A size measured on a stretch of text. */
export interface SizeEvidence {
  /** CSS pixels. */
  size: number;
  /** Standard error, CSS pixels. */
  error: number;
  /** Characters: how much say it has in what sizes the page has. */
  weight: number;
}

interface Likely {
  size: number;
  prior: number;
}

/** Farther than this many standard errors from every likely size, a size is what was measured. */
const FARTHEST = 4.5;
/** What a size that nobody would expect is worth, beside a whole number's 1; per likely size in reach. */
const UNEXPECTED = 0.001;
/** Characters that a page's sizes have before any is measured. */
const PRIOR_SAY = 6;
const ROUNDS = 4;
/** Weight of the page's sizes against the stretch's own evidence. */
const PAGE_STRENGTH = 1;

/**
 * Sizes that style sheets ask for, with how likely: whole and half pixels, twentieths of a rem, points (CSS Values 4: 4/3 px), and the
 * HTML standard's headings (1.17, 0.83 and 0.67 em of 16 px) and form controls (13.333 px).
 */
const LIKELY: Likely[] = [
  ...range(8, 100).map((size) => ({ size, prior: size > 40 && size % 2 ? 0.3 : 1 })),
  ...range(8, 40).map((half) => ({ size: half + 0.5, prior: 0.12 })),
  ...range(10, 60)
    .filter((i) => (i * 0.8) % 1 > 1e-6)
    .map((i) => ({ size: i * 0.8, prior: 0.2 })),
  ...range(7, 30)
    .filter((points) => points % 3)
    .map((points) => ({ size: (points * 4) / 3, prior: 0.1 })),
  { size: 40 / 3, prior: 0.4 },
  { size: 18.72, prior: 0.4 },
  { size: 13.28, prior: 0.15 },
  { size: 10.72, prior: 0.15 },
  // 0.875, 0.75 and 0.85 of 15, 17 and 13 px, and of 14 px.
  ...[12.25, 13.125, 11.375, 14.875, 11.9, 13.6, 12.75, 11.05].map((size) => ({ size, prior: 0.05 })),
].map(({ size, prior }) => ({ size: Math.round(size * 1000) / 1000, prior }));

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** The likeliest size for each measured one, given that a page has few; rounded to hundredths where none is likely. */
export function settleSizes(evidence: SizeEvidence[]): number[] {
  const options = evidence.map(optionsFor);
  let shares = new Map<number, number>();
  const scoreOf = (option: Option): number =>
    option.fit * (PRIOR_SHARE * option.prior + (option.expected ? (shares.get(option.size) ?? 0) : 0)) ** PAGE_STRENGTH;
  for (let round = 0; round < ROUNDS; round++) {
    const say = new Map<number, number>();
    let total = PRIOR_SAY;
    for (const [i, list] of options.entries()) {
      const sum = list.reduce((s, option) => s + scoreOf(option), 0);
      for (const option of list)
        say.set(option.size, (say.get(option.size) ?? 0) + (evidence[i]!.weight * scoreOf(option)) / sum);
      total += evidence[i]!.weight;
    }
    shares = new Map([...say].map(([size, value]) => [size, value / total]));
  }
  return options.map((list) => list.reduce((best, option) => (scoreOf(option) > scoreOf(best) ? option : best)).size);
}
/** A likely size that the page hasn't shown yet, against one that all of it has. */
const PRIOR_SHARE = 0.05;

interface Option {
  size: number;
  prior: number;
  /** Likelihood, 1 where it is what was measured. */
  fit: number;
  /** Whether style sheets ask for it. What nobody expects isn't made likelier by having been measured. */
  expected: boolean;
}

function optionsFor({ size, error }: SizeEvidence): Option[] {
  const near = LIKELY.filter((likely) => Math.abs(likely.size - size) <= FARTHEST * error);
  const options = near.map((likely) => ({
    ...likely,
    fit: Math.exp(-(((likely.size - size) / error) ** 2) / 2),
    expected: true,
  }));
  return [...options, { size: Math.round(size * 100) / 100, prior: UNEXPECTED, fit: 1, expected: false }];
}
