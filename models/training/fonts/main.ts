/**
 * Makes `extension/vision/fonts.json`: advance widths, ink, kerning and vertical metrics of well-known families.
 *   node fonts/main.ts        (in models/training; needs Debian's fonts-liberation and fonts-dejavu-core)
 * `extension/vision/fonts.ts` reads it and says how its strings are packed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FAMILIES, type FamilySource } from './families.ts';
import { openFaces, type Face } from './faces.ts';
import { measureOutline } from './outline.ts';

/** Digits of the packed numbers: printable ASCII without the quote and the backslash, which JSON would escape. */
const DIGITS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((c) => c !== '"' && c !== '\\')
  .join('');
const BASE = DIGITS.length;
/** Added to what can be negative. */
const BIAS = Math.floor((BASE * BASE) / 2);
const MISSING = BASE * BASE - 1;

const ASCII = characters(0x20, 0x7e);
/** Left out: as wide as their base letter, which is looked up in their place. */
const ACCENTED = /[ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ]/gu;
const CHARSET =
  ASCII + characters(0xa1, 0xff).replace(ACCENTED, '') + characters(0x391, 0x3c9) + 'Ѐ' + characters(0x401, 0x45f) + 'ĞğİıŁłŒœŠšŸŽž‐–—‘’‚“”„†‡•…‰‹›€№™←↑→↓−≈≠≤≥■●★✓✔✕×';

/** Kerning pairs kept for a face, those first that matter most in running text. */
const KERNING_PAIRS = 420;
/** Kerning is kept in steps of this part of an em: 0.02 px at 16 px. */
const KERNING_STEPS = 400;
/** Letters by how often they stand in running text; the rest counts as rare. */
const BY_FREQUENCY = ' etaoinshrdlcumwfgypbvk.,TASIWPCMBFHYDELRONG-x1j0q2z';

function characters(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))
    .filter((c) => /^[\p{L}\p{N}\p{P}\p{S} ]$/u.test(c))
    .join('');
}

function pack(value: number): string {
  const whole = Math.round(value);
  if (whole < 0 || whole > MISSING) throw new RangeError(`${value} doesn't fit two digits`);
  return DIGITS[Math.floor(whole / BASE)]! + DIGITS[whole % BASE]!;
}

function frequency(character: string): number {
  const rank = BY_FREQUENCY.indexOf(character);
  return 1 / ((rank < 0 ? BY_FREQUENCY.length + 20 : rank) + 20);
}

/** For each amount (in steps) the pairs that have it, those of one first character together: `{ "-18": ["AVW", "Ta"] }`. */
function packKerning(face: Face): Record<string, string[]> {
  const pairs: { first: string; second: string; steps: number; weight: number }[] = [];
  for (const first of ASCII)
    for (const second of ASCII) {
      const steps = Math.round((face.pairAdjustment(first, second) / face.unitsPerEm) * KERNING_STEPS);
      const weight = Math.abs(steps) * frequency(first) * frequency(second);
      if (steps !== 0) pairs.push({ first, second, steps, weight });
    }
  pairs.sort((a, b) => b.weight - a.weight);
  const groups = new Map<number, Map<string, string>>();
  for (const { first, second, steps } of pairs.slice(0, KERNING_PAIRS)) {
    const group = groups.get(steps) ?? new Map<string, string>();
    group.set(first, (group.get(first) ?? first) + second);
    groups.set(steps, group);
  }
  return Object.fromEntries([...groups].sort(([a], [b]) => a - b).map(([steps, group]) => [steps, [...group.values()]]));
}

function packFace(face: Face): object {
  const chars = [...CHARSET];
  const advances = chars.map((c) => pack(face.advance(c) ?? MISSING)).join('');
  let ink = '';
  let area = '';
  for (const c of ASCII) {
    const box = measureOutline(face.path(c), face.unitsPerEm) ?? { xMin: 0, yMin: 0, xMax: 0, yMax: 0, area: 0 };
    ink += [box.xMin, box.yMin, box.xMax, box.yMax].map((v) => pack(v + BIAS)).join('');
    // In ten-thousandths of a square em.
    area += pack((box.area / face.unitsPerEm ** 2) * 1e4);
  }
  return { weight: face.weight, italic: face.italic, unitsPerEm: face.unitsPerEm, advances, ink, area, kerning: packKerning(face) };
}

function packFamily(family: FamilySource): object {
  const { faces, weights } = openFaces(family);
  const vertical = faces[0]!.vertical;
  const round = (value: number): number => Math.round(value * 1e5) / 1e5;
  return {
    name: family.name,
    fallbacks: family.fallbacks,
    generic: family.generic,
    share: family.share,
    weights,
    ascent: round(vertical.ascent),
    descent: round(vertical.descent),
    lineGap: round(vertical.lineGap),
    xHeight: round(vertical.xHeight),
    capHeight: round(vertical.capHeight),
    faces: faces.map(packFace),
  };
}

const out = fileURLToPath(new URL('../../../extension/vision/fonts.json', import.meta.url));
const families = FAMILIES.map((family) => JSON.stringify(packFamily(family)));
writeFileSync(
  out,
  `{"digits":${JSON.stringify(DIGITS)},"kerningSteps":${KERNING_STEPS},"charset":${JSON.stringify(CHARSET)},"families":[\n${families.join(',\n')}\n]}\n`,
);
console.log(`${out}: ${families.length} families, ${Math.round(readFileSync(out).length / 1024)} KB`);
