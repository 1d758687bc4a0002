import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Families that are only evaluated with. The fonts of bench/ (Liberation, DejaVu and what shares their outlines) are in no list at all. */
export const HELD_OUT = [
  'mulish',
  'barlow',
  'libre-franklin',
  'commissioner',
  'gelasio',
  'alegreya',
  'red-hat-mono',
  'wix-madefor-text',
];

/** Same outlines as a family that is held out. */
const FORBIDDEN = ['arimo', 'tinos', 'cousine'];
/** Symbols only: used to fall back on, never as a family of its own. */
const SYMBOL_FAMILIES = ['noto-sans-symbols', 'noto-sans-symbols-2', 'noto-sans-math'];

export interface Family {
  /** As CSS names it. */
  name: string;
  /** Undefined where the family is neither clearly (display, handwriting). */
  serif?: boolean;
  mono: boolean;
  weights: number[];
  italic: boolean;
  /** Stylesheets (file URLs) that declare it; none for a system family. */
  sheets: { url: string; weight: number; italic: boolean }[];
}

interface Metadata {
  family: string;
  weights: number[];
  styles: string[];
  category: string;
}

const FONTSOURCE = path.join(import.meta.dirname, '../node_modules/@fontsource');

function webFamily(id: string): Family {
  const folder = path.join(FONTSOURCE, id);
  const meta = JSON.parse(readFileSync(path.join(folder, 'metadata.json'), 'utf8')) as Metadata;
  const italic = meta.styles.includes('italic');
  const sheets = meta.weights.flatMap((weight) =>
    (italic ? [false, true] : [false]).map((slanted) => ({
      url: pathToFileURL(path.join(folder, `${weight}${slanted ? '-italic' : ''}.css`)).href,
      weight,
      italic: slanted,
    })),
  );
  const serif =
    meta.category === 'serif' ? true : meta.category === 'sans-serif' || id.includes('sans') ? false : undefined;
  return { name: meta.family, serif, mono: meta.category === 'monospace', weights: meta.weights, italic, sheets };
}

function systemFamily(name: string, serif: boolean, mono = false): Family {
  return { name, serif, mono, weights: [400, 700], italic: true, sheets: [] };
}

/** Debian's fonts-urw-base35 and fonts-freefont-ttf: what pages that ask for Helvetica, Times or Courier look like. */
const SYSTEM_FAMILIES = [
  systemFamily('Nimbus Sans', false),
  systemFamily('Nimbus Roman', true),
  systemFamily('Nimbus Mono PS', true, true),
  systemFamily('FreeSans', false),
  systemFamily('FreeSerif', true),
  systemFamily('FreeMono', true, true),
  systemFamily('Nimbus Sans Narrow', false),
  systemFamily('URW Gothic', false),
  systemFamily('URW Bookman', true),
  systemFamily('C059', true),
  systemFamily('P052', true),
];

export interface FontCatalog {
  web: Family[];
  system: Family[];
  symbols: Family[];
}

/** The families to train with, or those held out. */
export function fontCatalog(heldOut: boolean): FontCatalog {
  const ids = readdirSync(FONTSOURCE).filter((id) => !FORBIDDEN.includes(id) && !SYMBOL_FAMILIES.includes(id));
  return {
    web: ids.filter((id) => HELD_OUT.includes(id) === heldOut).map(webFamily),
    system: heldOut ? [] : SYSTEM_FAMILIES,
    symbols: SYMBOL_FAMILIES.map(webFamily),
  };
}
