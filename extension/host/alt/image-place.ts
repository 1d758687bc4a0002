/** How an alternative text is written, which decides what must be escaped. */
export type AltSyntax = 'markdown' | 'html' | 'jsx' | 'template';

/** An image in a text. All places are UTF-16 code units from the text's start. */
export interface ImagePlace {
  start: number;
  end: number;
  syntax: AltSyntax;
  /** What names the picture: written out, or the name of what was imported. Absent where that is only known when it runs. */
  source?: { text: string } | { name: string };
  /** `missing`: it has none. `empty`: it says that there is nothing to say. `written`: it has one, or code makes one. */
  alt: 'missing' | 'empty' | 'written';
  /** Where an alternative text goes, in place of what is there, and what must stand around it. */
  slot: { start: number; end: number; before: string; after: string };
}

/** An attribute of a tag. */
export interface Attribute {
  /** As written: `alt`, `:alt`, `[attr.alt]`. */
  name: string;
  /** Without quotes or braces; `undefined` where it has none. */
  value?: string;
  /** Whether the value is code. */
  isCode: boolean;
  start: number;
  end: number;
}

/** Tags and components that show one picture and take its `alt`. */
const IMAGE_TAGS = new Set([
  'img',
  'Image',
  'NextImage',
  'NuxtImg',
  'nuxt-img',
  'StaticImage',
  'v-img',
  'enhanced:img',
]);
export const isImageTag = (name: string): boolean => IMAGE_TAGS.has(name) || name.toLowerCase() === 'img';

const ALT = /^(?:alt|:alt|v-bind:alt|x-bind:alt|bind:alt|\[alt\]|\[attr\.alt\])$/i;
const SOURCE = /^(?:src|:src|v-bind:src|x-bind:src|bind:src|\[src\]|ngsrc|data-src)$/i;
/** Attributes that may bring any other. */
const SPREAD = /^(?:\.\.\.|v-bind$)/;

interface Tag {
  start: number;
  end: number;
  nameEnd: number;
  attributes: readonly Attribute[];
  syntax: AltSyntax;
}

/** @param text that the tag is in */
export function placeOfTag(tag: Tag, text: string): ImagePlace {
  const { attributes, start, end, syntax } = tag;
  const alt = attributes.find(({ name }) => ALT.test(name));
  const source = attributes.find(({ name, value }) => SOURCE.test(name) && value);
  const places = source && sourceOf(source);
  return {
    start,
    end,
    syntax,
    ...(places ? { source: places } : {}),
    alt: stateOf(alt, attributes),
    slot: alt ? { start: alt.start, end: alt.end, before: 'alt="', after: '"' } : slotBehind(source, tag, text),
  };
}

function stateOf(alt: Attribute | undefined, attributes: readonly Attribute[]): ImagePlace['alt'] {
  // Decoration that says so needs no words.
  if (attributes.some(({ name, value }) => name === 'role' && /^(?:presentation|none)$/.test(value ?? '')))
    return 'written';
  if (attributes.some(({ name, value }) => name === 'aria-hidden' && value !== 'false')) return 'written';
  if (!alt) return attributes.some(({ name }) => SPREAD.test(name)) ? 'written' : 'missing';
  const value = alt.value?.trim() ?? '';
  return value === '' || (alt.isCode && /^(["'`])\s*\1$/.test(value)) ? 'empty' : 'written';
}

/** Code names a picture where it is one string, alone or in a call, or the name of an import. */
function sourceOf({ value = '', isCode }: Attribute): ImagePlace['source'] {
  if (!isCode) return { text: value.replace(/&amp;/g, '&') };
  const strings = [...value.matchAll(/"([^"\\\n]+)"|'([^'\\\n]+)'|`([^`\\$]+)`/g)];
  if (strings.length === 1) return { text: (strings[0]![1] ?? strings[0]![2] ?? strings[0]![3])! };
  const name = /^\s*([A-Za-z_$][\w$]*)(?:\.(?:src|default))?\s*$/.exec(value)?.[1];
  return name && !strings.length ? { name } : undefined;
}

/** Behind the source, set apart as that is: by a space, or on a line of its own. */
function slotBehind(source: Attribute | undefined, { nameEnd }: Tag, text: string): ImagePlace['slot'] {
  const at = source?.end ?? nameEnd;
  const gap = source && /\s+$/.exec(text.slice(nameEnd, source.start))?.[0];
  return { start: at, end: at, before: `${gap?.includes('\n') ? gap : ' '}alt="`, after: '"' };
}

/** What a module imports under a name, as a picture's source; `undefined` where it is made otherwise. */
export function importedAs(name: string, text: string): string | undefined {
  const escaped = name.replace(/\$/g, '\\$');
  const imported = new RegExp(String.raw`\bimport\s+${escaped}\s+from\s*(["'])([^"'\n]+)\1`).exec(text)?.[2];
  const required = String.raw`\b(?:const|let|var)\s+${escaped}\s*=\s*(?:(?:require|new\s+URL)\s*\(\s*)?(["'])([^"'\n]+)\1`;
  return imported ?? new RegExp(required).exec(text)?.[2];
}
