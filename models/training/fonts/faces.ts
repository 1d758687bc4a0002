import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { create } from 'fontkit';
import type { FamilySource } from './families.ts';
import type { PathCommand } from './outline.ts';

const require = createRequire(import.meta.url);
/** Files of a fontsource package that a face is put together from. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'greek'];

/** What is used of a fontkit font. */
interface Font {
  unitsPerEm: number;
  hhea: { ascent: number; descent: number; lineGap: number };
  'OS/2': {
    typoAscender: number;
    typoDescender: number;
    typoLineGap: number;
    xHeight?: number;
    capHeight?: number;
    fsSelection: { useTypoMetrics?: boolean };
  };
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { advanceWidth: number; path: { commands: PathCommand[] } };
  layout(text: string): { advanceWidth: number };
}

/** One face, from as many files as it is cut into. Lengths in font units, `vertical` in ems. */
export interface Face {
  weight: number;
  italic: boolean;
  unitsPerEm: number;
  vertical: { ascent: number; descent: number; lineGap: number; xHeight: number; capHeight: number };
  /** Undefined where the face has no such glyph. */
  advance(character: string): number | undefined;
  path(character: string): PathCommand[];
  /** Kerning and ligatures: how much wider the shaped pair is than its two advances. */
  pairAdjustment(first: string, second: string): number;
}

/** The faces of a family that are measured (regular, bold and their italics) and all the weights it comes in. */
export function openFaces(family: FamilySource): { faces: Face[]; weights: number[] } {
  if ('files' in family.source) {
    const { regular, bold, italic, boldItalic } = family.source.files;
    const faces = [openFace([regular], 400, false), openFace([bold], 700, false)];
    if (italic) faces.push(openFace([italic], 400, true));
    if (boldItalic) faces.push(openFace([boldItalic], 700, true));
    return { faces, weights: [400, 700] };
  }
  const id = family.source.fontsource;
  const folder = path.dirname(require.resolve(`@fontsource/${id}/metadata.json`));
  const { weights, styles } = JSON.parse(readFileSync(path.join(folder, 'metadata.json'), 'utf8')) as {
    weights: number[];
    styles: string[];
  };
  const faces: Face[] = [];
  for (const style of ['normal', 'italic'])
    // Bold italics are rare; their widths are near those of the upright bold.
    for (const weight of style === 'normal' ? [400, 700] : [400]) {
      const files = SUBSETS.map((s) => path.join(folder, 'files', `${id}-${s}-${weight}-${style}.woff2`)).filter(existsSync);
      if (styles.includes(style) && weights.includes(weight) && files.length > 0)
        faces.push(openFace(files, weight, style === 'italic'));
    }
  return { faces, weights };
}

function openFace(files: string[], weight: number, italic: boolean): Face {
  const fonts = files.map((file) => create(readFileSync(file)) as unknown as Font);
  const main = fonts[0]!;
  const fontOf = (c: string): Font | undefined => fonts.find((font) => font.hasGlyphForCodePoint(c.codePointAt(0)!));
  const glyphOf = (c: string) => fontOf(c)?.glyphForCodePoint(c.codePointAt(0)!);
  return {
    weight,
    italic,
    unitsPerEm: main.unitsPerEm,
    vertical: verticalMetrics(main),
    advance: (c) => glyphOf(c)?.advanceWidth,
    path: (c) => glyphOf(c)?.path.commands ?? [],
    pairAdjustment(first, second) {
      const font = fontOf(first);
      if (!font || font !== fontOf(second)) return 0;
      const alone = glyphOf(first)!.advanceWidth + glyphOf(second)!.advanceWidth;
      return font.layout(first + second).advanceWidth - alone;
    },
  };
}

/** As Chromium takes them from a font: `hhea`, or the typographic metrics where OS/2 asks for those. */
function verticalMetrics(font: Font): Face['vertical'] {
  const os2 = font['OS/2'];
  const em = font.unitsPerEm;
  const typo = os2.fsSelection.useTypoMetrics;
  const heightOf = (c: string): number => Math.max(...font.glyphForCodePoint(c.codePointAt(0)!).path.commands.map((p) => p.args.at(-1) ?? 0));
  return {
    ascent: (typo ? os2.typoAscender : font.hhea.ascent) / em,
    descent: -(typo ? os2.typoDescender : font.hhea.descent) / em,
    lineGap: (typo ? os2.typoLineGap : font.hhea.lineGap) / em,
    xHeight: heightOf('x') / em,
    capHeight: heightOf('H') / em,
  };
}
