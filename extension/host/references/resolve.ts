import path from 'node:path/posix';

/** What a prefix of a module's name stands for: `@/*` for `/shop/src/*`, with the part for `*` between. */
export interface Alias {
  before: string;
  after: string;
  /** Absolute paths with forward slashes, each with one `*` where the alias has one. */
  targets: string[];
}

export interface Place {
  /** Path of the document that holds the reference, absolute, with forward slashes (`/c:/shop/a.md` on Windows). */
  document: string;
  /** Of the workspace folder that the document is in. */
  root?: string;
  aliases: readonly Alias[];
}

/** Where frameworks and people put files that are named from the site's or the project's root. */
const SERVED = [
  'public',
  'static',
  'assets',
  'src',
  'src/assets',
  'app/assets',
  'app/assets/images',
  'images',
  'img',
  'media',
  'www',
  'node_modules',
];

/** Aliases that frameworks have without writing them down in a project, from the project's root. */
const USUAL_ALIASES: Record<string, string[]> = {
  '@/': ['src/', '', 'resources/js/', 'resources/'],
  '~/': ['', 'src/', 'app/'],
  '@@/': [''],
  '~~/': [''],
  '@site/': [''],
  '$lib/': ['src/lib/'],
};

/**
 * Paths that a reference may mean, the likeliest first; absolute, with forward slashes. Never those of another machine: asking
 * for one could send it the person's credentials.
 */
export function candidates(value: string, place: Place): string[] {
  const paths = spellings(value).flatMap((spelling) => placesOf(spelling, place));
  return [...new Set(paths)].filter((each) => each.startsWith('/') && !each.startsWith('//'));
}

/** As it stands; without a query or hash; with its escapes undone. */
function spellings(value: string): string[] {
  const plain = value.replace(/[?#].*$/s, '');
  return [...new Set([value, plain, decoded(value), decoded(plain)])].filter(Boolean);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function placesOf(value: string, place: Place): string[] {
  const file = /^file:(?:\/\/(?:localhost)?(?=\/))?(\/(?!\/).*)$/i.exec(value)?.[1];
  if (file) return [path.normalize(file)];
  if (/^[a-z][a-z\d+.-]+:/i.test(value)) return [];
  if (/^[a-z]:[\\/]/i.test(value)) return [path.normalize(`/${value.replaceAll('\\', '/')}`)];
  const name = value.replaceAll('\\', '/');
  if (name.startsWith('//')) return [];
  const folder = path.dirname(place.document);
  if (name.startsWith('/')) return [...below(name.slice(1), folder, place.root), path.normalize(name)];
  const aliased = place.aliases.flatMap(({ before, after, targets }) => {
    if (!name.startsWith(before) || !name.endsWith(after) || name.length < before.length + after.length) return [];
    const rest = name.slice(before.length, name.length - after.length);
    return targets.map((target) => path.normalize(target.replace('*', () => rest)));
  });
  const usual = Object.entries(USUAL_ALIASES).flatMap(([prefix, targets]) => {
    // Webpack's `~@/a.png` in style sheets.
    const start = [prefix, `~${prefix}`].find((each) => name.startsWith(each));
    if (!start) return [];
    return ancestors(folder, place.root).flatMap((each) =>
      targets.map((target) => path.join(each, target, name.slice(start.length))),
    );
  });
  const beside = path.join(folder, name);
  // `./a.png` in code that runs elsewhere is meant from there.
  if (/^\.{1,2}\//.test(name)) return [beside, ...ancestors(folder, place.root).map((each) => path.join(each, name))];
  return [...aliased, beside, ...usual, ...below(name.replace(/^~/, ''), folder, place.root)];
}

/** In a folder and those around it, up to the workspace's, and in what each of them serves. */
function below(name: string, folder: string, root: string | undefined): string[] {
  return ancestors(folder, root).flatMap((each) => [
    path.join(each, name),
    ...SERVED.map((served) => path.join(each, served, name)),
  ]);
}

/** The folder and those around it, up to the workspace's; itself only outside of any. */
export function ancestors(folder: string, root: string | undefined): string[] {
  if (root === undefined || !`${folder}/`.startsWith(root.endsWith('/') ? root : `${root}/`)) return [folder];
  const found = [folder];
  while (found.at(-1) !== path.normalize(root) && found.at(-1) !== '/') found.push(path.dirname(found.at(-1)!));
  return found;
}
