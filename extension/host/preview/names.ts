/** `SignInForm` as `sign-in-form`. */
export const kebab = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();

/**
 * The name, or with the first number from 2 that nothing has yet. Case is no difference: on some file systems it is none.
 * @param ending is put behind the number: `.tsx`
 */
export function freeName(name: string, taken: Iterable<string>, ending = ''): string {
  const known = new Set([...taken].map((each) => each.toLowerCase()));
  for (let number = 1; ; number++) {
    const candidate = `${name}${number === 1 ? '' : number}${ending}`;
    if (!known.has(candidate.toLowerCase())) return candidate;
  }
}

/** Path from one folder to a file, both relative to the same root and with forward slashes, as modules write it: `./a/b.css`. */
export function modulePath(fromFolder: string, toFile: string): string {
  const from = fromFolder.split('/').filter(Boolean);
  const to = toFile.split('/').filter(Boolean);
  while (from.length && to.length > 1 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return [...(from.length ? from.map(() => '..') : ['.']), ...to].join('/');
}
