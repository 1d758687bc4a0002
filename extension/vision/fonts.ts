/**
 * Widths and heights of well-known font families: what text of a given style measures before it is drawn. `fonts.json`
 * is made by `models/training/fonts/main.ts`, which says where each family's figures come from.
 */
import data from './fonts.json' with { type: 'json' };

export type Generic = 'sans-serif' | 'serif' | 'monospace';

/** One family of the table. Vertical metrics in ems, all positive. */
export interface Family {
  name: string;
  generic: Generic;
  /** How common it is on pages, in proportion to the others. */
  share: number;
  /** The weights it comes in; widths are known for 400 and 700 and lie between them in proportion. */
  weights: readonly number[];
  ascent: number;
  descent: number;
  lineGap: number;
  xHeight: number;
  capHeight: number;
}

/**
 * The glyphs of one style of one family, in ems, y upwards from the baseline. All arrays are indexed by `glyphIndexes`. NaN
 * where nothing is known: the family has no such character and the browser takes it from another, or it has no ink.
 */
export interface Face {
  advance: Float64Array;
  xMin: Float64Array;
  yMin: Float64Array;
  xMax: Float64Array;
  yMax: Float64Array;
  /** Covered area, square ems. */
  area: Float64Array;
  /** What the browser adds between two ASCII glyphs (kerning, or what a ligature changes): `first * 95 + second`. */
  kerning: Float64Array;
}

export interface FontStyle {
  family: string;
  /** 100 to 900. */
  weight: number;
  italic: boolean;
  /** CSS pixels. */
  size: number;
  /** CSS pixels; 0 where absent. */
  letterSpacing?: number;
}

/** Advance in ems of a character that no table holds: about that of a lower-case letter. */
export const UNKNOWN_ADVANCE = 0.55;
/** Glyphs below this index are ASCII, from the space on. */
export const ASCII_GLYPHS = 95;
/** What a generic family is rendered as by browsers on most systems. */
const GENERIC_FACES: Record<Generic, string> = {
  'sans-serif': 'Arial',
  serif: 'Times New Roman',
  monospace: 'DejaVu Sans Mono',
};

const BASE = data.digits.length;
const BIAS = Math.floor((BASE * BASE) / 2);
const MISSING = BASE * BASE - 1;

const families = new Map<string, Family>();
const sources = new Map<string, (typeof data.families)[number]>();
for (const source of data.families) {
  const { name, share, weights, ascent, descent, lineGap, xHeight, capHeight } = source;
  const generic = source.generic as Generic;
  families.set(name, { name, generic, share, weights, ascent, descent, lineGap, xHeight, capHeight });
  sources.set(source.name, source);
}
const digitOf = new Map([...data.digits].map((digit, value) => [digit, value]));
const charsetIndex = new Map([...data.charset].map((character, index) => [character, index]));

/** All families of the table, the most common first. */
export const FAMILIES: readonly Family[] = [...families.values()].sort((a, b) => b.share - a.share);

/** The family of that name; a generic name, or one that the table doesn't hold, stands for what browsers mostly render. */
export function familyOf(name: string): Family {
  return families.get(name) ?? families.get(GENERIC_FACES[name as Generic] ?? GENERIC_FACES['sans-serif'])!;
}

/**
 * Heights above and below the baseline of an inline box, CSS pixels. Browsers round both to whole pixels
 * (CSS Inline Layout 3, 4.1; Blink's SimpleFontData).
 */
export function contentArea(family: string, size: number): { ascent: number; descent: number } {
  const { ascent, descent } = familyOf(family);
  return { ascent: Math.round(ascent * size), descent: Math.round(descent * size) };
}

/** What `line-height: normal` comes to, in CSS pixels. */
export function lineHeightNormal(family: string, size: number): number {
  const { ascent, descent } = contentArea(family, size);
  return ascent + descent + Math.round(familyOf(family).lineGap * size);
}

/** How far text moves the pen, in CSS pixels, as the browser shapes it (kerning, ligatures, letter spacing). */
export function advance(text: string, style: FontStyle): number {
  const pens = penPositions(glyphIndexes(text), faceOf(style.family, style.weight, style.italic));
  return pens.at(-1)! * style.size + (style.letterSpacing ?? 0) * (pens.length - 1);
}

/** For each code point the place of its glyph in a face's arrays, that of its base letter, or -1. */
export function glyphIndexes(text: string): Int16Array {
  return Int16Array.from(
    [...text],
    (character) => charsetIndex.get(character) ?? charsetIndex.get(baseLetter(character)) ?? -1,
  );
}

/** The pen's place before each glyph and after the last, in ems from the start. */
export function penPositions(glyphs: Int16Array, face: Face): Float64Array {
  const pens = new Float64Array(glyphs.length + 1);
  let pen = 0;
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i]!;
    const step = glyph < 0 ? NaN : face.advance[glyph]!;
    pen += step === step ? step : UNKNOWN_ADVANCE;
    const next = glyphs[i + 1];
    if (next !== undefined && next >= 0 && next < ASCII_GLYPHS && glyph >= 0 && glyph < ASCII_GLYPHS)
      pen += face.kerning[glyph * ASCII_GLYPHS + next]!;
    pens[i + 1] = pen;
  }
  return pens;
}

const faces = new Map<string, Face>();

/** The widths of a style. A weight that the family doesn't come in is drawn as the browser would: with the nearest it has. */
export function faceOf(name: string, weight: number, italic: boolean): Face {
  const family = familyOf(name);
  const drawn = nearestWeight(family, weight);
  const key = `${family.name}/${drawn}/${italic}`;
  let face = faces.get(key);
  if (!face) {
    const light = measuredFace(family.name, 400, italic);
    const bold = measuredFace(family.name, 700, italic);
    face = drawn === 400 ? light : drawn === 700 ? bold : blend(light, bold, (drawn - 400) / 300);
    faces.set(key, face);
  }
  return face;
}

/** CSS Fonts 4, 5.2, for weights a family may lack. */
function nearestWeight(family: Family, weight: number): number {
  const has = family.weights;
  if (has.includes(weight)) return weight;
  const lighter = has.filter((w) => w < weight).at(-1);
  const bolder = has.find((w) => w > weight);
  if (weight >= 400 && weight <= 500) return has.find((w) => w > weight && w <= 500) ?? lighter ?? bolder!;
  return (weight < 400 ? (lighter ?? bolder) : (bolder ?? lighter))!;
}

/** The table's face of that kind, or else one of the same weight: browsers slant it, and real italics aren't far from it in width. */
function measuredFace(name: string, weight: 400 | 700, italic: boolean): Face {
  const all = sources.get(name)!.faces;
  const alike = all.filter((face) => face.weight === weight);
  return decodeFace(alike.find((face) => face.italic === italic) ?? alike[0] ?? all[0]!);
}

interface PackedFace {
  unitsPerEm: number;
  advances: string;
  ink: string;
  area: string;
  /** By amount: strings of a first character and all second ones. */
  kerning: Record<string, string[] | undefined>;
}

const decoded = new Map<PackedFace, Face>();

function decodeFace(packed: PackedFace): Face {
  const known = decoded.get(packed);
  if (known) return known;
  const em = packed.unitsPerEm;
  const ink = unpack(packed.ink);
  const areas = unpack(packed.area);
  // Letters with accents have the ink of their base, which is all that is asked of it: where it begins and ends.
  const inkOf = [...data.charset].map((character) => charsetIndex.get(baseLetter(character)) ?? -1);
  const extent = (side: number): Float64Array =>
    Float64Array.from(inkOf, (glyph) =>
      glyph > 0 && glyph < ASCII_GLYPHS ? (ink[glyph * 4 + side]! - BIAS) / em : NaN,
    );
  const face: Face = {
    advance: Float64Array.from(unpack(packed.advances), (units) => (units === MISSING ? NaN : units / em)),
    xMin: extent(0),
    yMin: extent(1),
    xMax: extent(2),
    yMax: extent(3),
    area: Float64Array.from(inkOf, (glyph) => (glyph > 0 && glyph < ASCII_GLYPHS ? areas[glyph]! / AREA_UNITS : NaN)),
    kerning: new Float64Array(ASCII_GLYPHS * ASCII_GLYPHS),
  };
  for (let i = 0; i < inkOf.length; i++)
    if (face.advance[i] !== face.advance[i]) face.advance[i] = face.advance[inkOf[i]!] ?? NaN;
  for (const [steps, groups] of Object.entries(packed.kerning))
    for (const group of groups ?? []) {
      const [first, ...seconds] = glyphIndexes(group);
      for (const second of seconds) face.kerning[first! * ASCII_GLYPHS + second] = Number(steps) / data.kerningSteps;
    }
  decoded.set(packed, face);
  return face;
}
/** The table's areas are in these parts of a square em. */
const AREA_UNITS = 1e4;

/** Two digits a number, see the script that makes the table. */
function unpack(text: string): Uint16Array {
  const numbers = new Uint16Array(text.length / 2);
  for (let i = 0; i < numbers.length; i++)
    numbers[i] = digitOf.get(text[2 * i]!)! * BASE + digitOf.get(text[2 * i + 1]!)!;
  return numbers;
}

function baseLetter(character: string): string {
  return character.normalize('NFD')[0]!;
}

/** A weight between (or beyond) two measured ones: variable fonts interpolate outlines linearly. */
function blend(light: Face, bold: Face, share: number): Face {
  const mix = (of: (face: Face) => Float64Array): Float64Array =>
    of(light).map((a, i) => a + (of(bold)[i]! - a) * share);
  return {
    advance: mix((face) => face.advance),
    xMin: mix((face) => face.xMin),
    yMin: mix((face) => face.yMin),
    xMax: mix((face) => face.xMax),
    yMax: mix((face) => face.yMax),
    area: mix((face) => face.area),
    kerning: mix((face) => face.kerning),
  };
}
