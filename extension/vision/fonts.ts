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
  hasItalic: boolean;
  ascent: number;
  descent: number;
  lineGap: number;
  xHeight: number;
  capHeight: number;
}

/** Extents of ink in ems; y upwards from the baseline. */
export interface InkExtents {
  xMin: number;
  yMin: number;
  xMax: number;
  yMax: number;
}

/** The widths of one style of one family, in ems. */
export interface Face {
  /** Undefined where the family has no such character and the browser would take it from another. */
  advance(character: string): number | undefined;
  /** What the browser adds between two characters: kerning, or the difference that a ligature makes. */
  kerning(first: string, second: string): number;
  /** Undefined for characters that aren't known, and for spaces. */
  ink(character: string): InkExtents | undefined;
  /** Covered area in square ems; undefined as for `ink`. */
  area(character: string): number | undefined;
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

/** Advance of a character that no table holds: about that of a lower-case letter. */
const UNKNOWN_ADVANCE = 0.55;
/** What a generic family is rendered as by browsers on most systems. */
const GENERIC_FACES: Record<Generic, string> = {
  'sans-serif': 'Arial',
  serif: 'Times New Roman',
  monospace: 'DejaVu Sans Mono',
};

const BASE = data.digits.length;
const BIAS = Math.floor((BASE * BASE) / 2);
const MISSING = BASE * BASE - 1;
const FIRST_ASCII = 0x20;

const families = new Map<string, Family>();
const sources = new Map<string, (typeof data.families)[number]>();
for (const source of data.families) {
  const { faces, fallbacks: _, ...metrics } = source;
  const hasItalic = faces.some((face) => face.italic);
  families.set(source.name, { ...metrics, generic: source.generic as Generic, hasItalic });
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

/** A full CSS `font-family` value: `Arial, Helvetica, sans-serif`. */
export function cssFamily(name: string): string {
  const source = sources.get(name);
  const quoted = /^[\w-]+$/.test(name) ? name : `'${name.replaceAll("'", '')}'`;
  return source ? `${quoted}, ${source.fallbacks}` : name in GENERIC_FACES ? name : `${quoted}, sans-serif`;
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
  const pens = penPositions(text, faceOf(style.family, style.weight, style.italic));
  return pens.at(-1)! * style.size + (style.letterSpacing ?? 0) * (pens.length - 1);
}

/** The pen's place before each code point and after the last, in ems from the start. */
export function penPositions(text: string, face: Face): Float64Array {
  const characters = [...text];
  const pens = new Float64Array(characters.length + 1);
  for (const [i, character] of characters.entries()) {
    const next = characters[i + 1];
    pens[i + 1] =
      pens[i]! +
      (face.advance(character) ?? UNKNOWN_ADVANCE) +
      (next === undefined ? 0 : face.kerning(character, next));
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

/** The table's face of that kind; the upright one where a family has no italic of its own (browsers slant it). */
function measuredFace(name: string, weight: 400 | 700, italic: boolean): Face {
  const all = sources.get(name)!.faces;
  const inStyle = all.filter((face) => face.italic === italic);
  const candidates = inStyle.length > 0 ? inStyle : all;
  return decodeFace(candidates.find((face) => face.weight === weight) ?? candidates[0]!);
}

interface PackedFace {
  unitsPerEm: number;
  advances: string;
  ink: string;
  area: string;
  kerning: string;
}

const decoded = new Map<PackedFace, Face>();

function decodeFace(packed: PackedFace): Face {
  const known = decoded.get(packed);
  if (known) return known;
  const em = packed.unitsPerEm;
  const advances = unpack(packed.advances);
  const ink = unpack(packed.ink);
  const areas = unpack(packed.area);
  const kernings = new Map<string, number>();
  for (let at = 0; at < packed.kerning.length; at += 4)
    kernings.set(packed.kerning.slice(at, at + 2), (unpack(packed.kerning.slice(at + 2, at + 4))[0]! - BIAS) / em);
  const asciiIndex = (character: string): number => {
    const code = character.codePointAt(0)!;
    return code < 0x7f ? code - FIRST_ASCII : baseLetter(character).codePointAt(0)! - FIRST_ASCII;
  };
  const face: Face = {
    advance(character) {
      const index = charsetIndex.get(character) ?? charsetIndex.get(baseLetter(character));
      const units = index === undefined ? MISSING : advances[index]!;
      return units === MISSING ? undefined : units / em;
    },
    kerning: (first, second) => kernings.get(first + second) ?? 0,
    ink(character) {
      const at = asciiIndex(character) * 4;
      if (!(at > 0) || at >= ink.length) return undefined;
      const [xMin, yMin, xMax, yMax] = [0, 1, 2, 3].map((i) => (ink[at + i]! - BIAS) / em) as [
        number,
        number,
        number,
        number,
      ];
      return { xMin, yMin, xMax, yMax };
    },
    area(character) {
      const at = asciiIndex(character);
      return at > 0 && at < areas.length ? areas[at]! / 1e4 : undefined;
    },
  };
  decoded.set(packed, face);
  return face;
}

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
  const mix = (a: number | undefined, b: number | undefined): number | undefined =>
    a === undefined || b === undefined ? undefined : a + (b - a) * share;
  return {
    advance: (character) => mix(light.advance(character), bold.advance(character)),
    kerning: (first, second) => mix(light.kerning(first, second), bold.kerning(first, second))!,
    area: (character) => mix(light.area(character), bold.area(character)),
    ink(character) {
      const a = light.ink(character);
      const b = bold.ink(character);
      if (!a || !b) return undefined;
      return {
        xMin: mix(a.xMin, b.xMin)!,
        yMin: mix(a.yMin, b.yMin)!,
        xMax: mix(a.xMax, b.xMax)!,
        yMax: mix(a.yMax, b.yMax)!,
      };
    },
  };
}
