/** Figures in texts: amounts of money, shares, counts. */

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  b: 1e9,
  bn: 1e9,
  million: 1e6,
  billion: 1e9,
  thousand: 1e3,
};
const AMOUNT =
  /^[~≈<>]?\s*(?<sign>[-−–+])?\s*(?:\p{Sc}|[A-Z]{2,3}\s)?\s*(?<sign2>[-−–+])?(?<digits>\d[\d.,’'\u00a0\u202f ]*)\s*(?<scale>k|m|bn|b|million|billion|thousand)?\s*(?:\p{Sc}|%|[A-Z]{3}|[a-zµ°]{1,4}\b)?(?:\s?\/\s?\w+| per \w+)?$/iu;

/** The number that a text is, `€1,284.50` as 1284.5; undefined where it says more than one, or is none, such as a date. */
export function amountIn(text: string): number | undefined {
  const match = AMOUNT.exec(text.trim());
  if (!match?.groups) return undefined;
  const { sign, sign2, digits, scale } = match.groups;
  const number = numberIn(digits!);
  if (number === undefined) return undefined;
  const minus = /[-−–]/.test(`${sign ?? ''}${sign2 ?? ''}`);
  return (minus ? -1 : 1) * number * (SCALES[scale?.toLowerCase() ?? ''] ?? 1);
}

/** Digits with points and commas: the last mark before one or two digits, or the only one of its kind, is the decimal point. */
function numberIn(digits: string): number | undefined {
  const bare = digits.replace(/[\s’'\u00a0\u202f]/g, '');
  const marks = bare.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (!last) return Number(bare);
  const tail = bare.slice(bare.lastIndexOf(last) + 1);
  const isMixed = new Set(marks).size > 1;
  const isDecimal = isMixed ? true : marks.length === 1 && tail.length !== 3;
  const whole = isDecimal ? bare.slice(0, bare.lastIndexOf(last)) : bare;
  const number = Number(`${whole.replace(/[.,]/g, '')}${isDecimal ? `.${tail}` : ''}`);
  return Number.isFinite(number) ? number : undefined;
}
