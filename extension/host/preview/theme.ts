/** A component's Tailwind theme in a project that may have one of its own. */

/** Custom properties by name, without their dashes: `color-primary`. */
export type Tokens = Map<string, string>;

/** All that style sheets declare, in `@theme` and anywhere else. */
export function declaredIn(css: string): Tokens {
  return new Map([...css.matchAll(/--([\w-]+)\s*:\s*([^;}]+)/g)].map(([, name, value]) => [name!, value!.trim()]));
}

/** What stands in the `@theme`s of a style sheet. */
export function themeOf(css: string): Tokens {
  return declaredIn([...css.matchAll(/@theme\b[^{;]*\{([^}]*)\}/g)].map(([, block]) => block).join('\n'));
}

/** Whether a style sheet is one that Tailwind 4 starts from. */
export const isTailwindEntry = (css: string): boolean => TAILWIND_IMPORT.test(css);

const TAILWIND_IMPORT = /^[ \t]*@import\s+(?:url\(\s*)?['"]tailwindcss(?:\/[\w./-]*)?['"][^;\n]*;/m;

/** What a project's style sheets declare: all custom properties, and those that are Tailwind's. */
export interface ProjectTokens {
  declared: Tokens;
  theme: Tokens;
}

/** New names for our tokens: the project's own for what it has of the same value, others where it has ours with another one. */
export function renamesFor(own: Tokens, { declared: project, theme }: ProjectTokens): Map<string, string> {
  const renames = new Map<string, string>();
  for (const [name, value] of own) {
    if (theme.get(name) === value) continue;
    const kind = name.split('-')[0]!;
    const known = [...theme].find(([other, its]) => its === value && other.startsWith(`${kind}-`));
    if (known) {
      renames.set(name, known[0]);
      continue;
    }
    if (!project.has(name)) continue;
    const base = name.replace(/-\d+$/, '');
    let number = 2;
    const isTaken = (candidate: string) =>
      project.has(candidate) || own.has(candidate) || [...renames.values()].includes(candidate);
    while (isTaken(`${base}-${number}`)) number++;
    renames.set(name, `${base}-${number}`);
  }
  return renames;
}

/** The style sheet of a component's theme: tokens that the project lacks, under their new names. Empty where it has all. */
export function themeSheet(own: Tokens, { theme }: ProjectTokens, renames: ReadonlyMap<string, string>): string {
  const lacking = [...own].filter(([name, value]) => theme.get(renames.get(name) ?? name) !== value);
  if (!lacking.length) return '';
  return `@theme {\n${lacking.map(([name, value]) => `  --${renames.get(name) ?? name}: ${value};`).join('\n')}\n}\n`;
}

/** Classes and variables of Tailwind that name a colour or a family, within a string of nothing but classes. */
const CLASSES = /(["'`])((?:[^"'`\\$\n]|\$\{[^}]*\})*)\1/g;
const WORD = /^(?:\$\{[^}]*\}|[!a-z@*[][^\sA-Z]*(?:\[[^\s\]]*\][^\s]*)?)$/;

/** Source code with its classes after renamed tokens. Other strings stay as they are. */
export function renameTokens(code: string, renames: ReadonlyMap<string, string>): string {
  if (!renames.size) return code;
  return code.replace(CLASSES, (whole, quote: string, text: string) => {
    const words = text.split(/\s+/).filter(Boolean);
    if (!words.length || !words.every((word) => WORD.test(word))) return whole;
    return `${quote}${text.replace(/\S+/g, (word) => renameWord(word, renames))}${quote}`;
  });
}

function renameWord(word: string, renames: ReadonlyMap<string, string>): string {
  const variables = word.replace(/var\(--([\w-]+)\)/g, (whole, name: string) =>
    renames.has(name) ? `var(--${renames.get(name)})` : whole,
  );
  const match =
    /^((?:[^\s[\]]+:)*!?)(bg|text|border(?:-[trblxyse])?|accent|from|via|to|fill|stroke|font)-([a-z][\w-]*)((?:\/.*)?)$/.exec(
      variables,
    );
  if (!match) return variables;
  const [, before, utility, name, after] = match as unknown as [string, string, string, string, string];
  const kind = utility === 'font' ? 'font' : 'color';
  const renamed = renames.get(`${kind}-${name}`);
  return renamed ? `${before}${utility}-${renamed.slice(kind.length + 1)}${after}` : variables;
}

/** Where in Tailwind's entry an `@import` of `path` goes, behind the imports that are there, and its text; none if it is there. */
export function importEdit(entry: string, path: string): { offset: number; text: string } | undefined {
  if (entry.includes(`'${path}'`) || entry.includes(`"${path}"`)) return undefined;
  let offset = 0;
  for (const match of entry.matchAll(/^[ \t]*@import\b[^;]*;[ \t]*\r?\n?/gm)) offset = match.index + match[0].length;
  const isEnded = offset === 0 || entry[offset - 1] === '\n';
  return { offset, text: `${isEnded ? '' : '\n'}@import '${path}';\n` };
}
