/** One family of the table: where its faces are measured, and the CSS that asks for it. */
export interface FamilySource {
  /** The name that a style carries. */
  name: string;
  /** What follows the name in a full CSS stack. */
  fallbacks: string;
  generic: 'sans-serif' | 'serif' | 'monospace';
  /** How common it is on pages, in proportion to the others: a prior for what can't be told apart. */
  share: number;
  /** An npm package under `@fontsource`, or font files of the system (Debian: fonts-liberation, fonts-dejavu-core). */
  source: { fontsource: string } | { files: { regular: string; bold: string; italic?: string; boldItalic?: string } };
}

const LIBERATION = '/usr/share/fonts/truetype/liberation/Liberation';
const DEJAVU = '/usr/share/fonts/truetype/dejavu/DejaVu';
const SANS = 'Arial, sans-serif';
const SERIF = "'Times New Roman', serif";
const MONO = 'monospace';

function liberation(style: string): FamilySource['source'] {
  const file = (face: string): string => `${LIBERATION}${style}-${face}.ttf`;
  return { files: { regular: file('Regular'), bold: file('Bold'), italic: file('Italic'), boldItalic: file('BoldItalic') } };
}

function dejavu(style: string): FamilySource['source'] {
  return { files: { regular: `${DEJAVU}${style}.ttf`, bold: `${DEJAVU}${style}-Bold.ttf` } };
}

function web(name: string, generic: FamilySource['generic'], share = 1, id = name, fallbacks = ''): FamilySource {
  const generics = { 'sans-serif': SANS, serif: SERIF, monospace: MONO };
  return {
    name,
    generic,
    share,
    fallbacks: fallbacks || generics[generic],
    source: { fontsource: id.toLowerCase().replaceAll(' ', '-') },
  };
}

/**
 * Liberation, Gelasio, Carlito and Caladea were drawn to the advance widths of the families they are listed under;
 * DejaVu Sans comes from the same design as Verdana, and DejaVu Sans Mono as Menlo.
 */
export const FAMILIES: FamilySource[] = [
  { name: 'Arial', fallbacks: 'Helvetica, sans-serif', generic: 'sans-serif', share: 20, source: liberation('Sans') },
  { name: 'Times New Roman', fallbacks: 'Times, serif', generic: 'serif', share: 12, source: liberation('Serif') },
  { name: 'Courier New', fallbacks: 'Courier, monospace', generic: 'monospace', share: 6, source: liberation('Mono') },
  { name: 'Verdana', fallbacks: "'DejaVu Sans', sans-serif", generic: 'sans-serif', share: 8, source: dejavu('Sans') },
  { name: 'DejaVu Serif', fallbacks: 'serif', generic: 'serif', share: 3, source: dejavu('Serif') },
  { name: 'DejaVu Sans Mono', fallbacks: 'Menlo, monospace', generic: 'monospace', share: 8, source: dejavu('SansMono') },
  web('Georgia', 'serif', 3, 'Gelasio', 'Gelasio, serif'),
  web('Calibri', 'sans-serif', 2, 'Carlito', 'Carlito, sans-serif'),
  web('Cambria', 'serif', 1, 'Caladea', 'Caladea, serif'),
  web('Inter', 'sans-serif', 6),
  web('Roboto', 'sans-serif', 5),
  web('Open Sans', 'sans-serif', 4),
  web('Lato', 'sans-serif', 3),
  web('Montserrat', 'sans-serif', 3),
  web('Poppins', 'sans-serif', 3),
  web('Nunito', 'sans-serif'),
  web('Source Sans 3', 'sans-serif', 2),
  web('Noto Sans', 'sans-serif', 2),
  web('Noto Serif', 'serif'),
  web('Ubuntu', 'sans-serif'),
  web('Work Sans', 'sans-serif'),
  web('Raleway', 'sans-serif'),
  web('Oswald', 'sans-serif'),
  web('Merriweather', 'serif'),
  web('Playfair Display', 'serif'),
  web('Lora', 'serif'),
  web('PT Serif', 'serif'),
  web('PT Sans', 'sans-serif'),
  web('Roboto Slab', 'serif'),
  web('Roboto Condensed', 'sans-serif'),
  web('Roboto Mono', 'monospace'),
  web('Fira Code', 'monospace'),
  web('Fira Sans', 'sans-serif'),
  web('JetBrains Mono', 'monospace', 2),
  web('Source Code Pro', 'monospace'),
  web('IBM Plex Sans', 'sans-serif'),
  web('IBM Plex Mono', 'monospace'),
  web('DM Sans', 'sans-serif', 2),
  web('Manrope', 'sans-serif'),
  web('Mulish', 'sans-serif'),
  web('Rubik', 'sans-serif'),
  web('Quicksand', 'sans-serif'),
  web('Figtree', 'sans-serif'),
  web('Outfit', 'sans-serif'),
  web('Plus Jakarta Sans', 'sans-serif'),
];
