/** Names made of what a design says. Text from an image is data: only ASCII letters and digits get through. */

const SMALL_WORDS = new Set(
  'a an and the of for to in on at by with your our my is are it this that you we i'.split(' '),
);

/** The first few telling words of a text in kebab case, `''` where it has none. Starts with a letter. */
export function slug(text: string, limit = 3): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => /^[a-z][a-z0-9]*$/.test(word) && word.length <= MAX_WORD);
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return telling.slice(0, limit).join('-');
}

/** Longer ones are misread or not words. */
const MAX_WORD = 16;

/** `StatCard` to `stat-card`. */
export function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
}

/** `stat-card` to `StatCard`. */
export function pascal(name: string): string {
  return kebab(name)
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** `stat-card` to `statCard`. */
export function camel(name: string): string {
  const whole = pascal(name);
  return whole.charAt(0).toLowerCase() + whole.slice(1);
}

/** Words of the language, and names that the generated code uses itself. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false ' +
    'finally for function if implements import in instanceof interface let new null package private protected public return ' +
    'static super switch this throw true try typeof undefined var void while with yield key ref children icons index'
  ).split(' '),
);

/** A JavaScript identifier after `name`, which may be anything. `kind` names what it is for, where `name` can't alone. */
export function identifier(name: string, kind: string): string {
  const found = camel(camel(name).replace(/^[^a-z]+/i, ''));
  if (!found) return kind;
  return RESERVED.has(found) ? camel(`${found}-${kind}`) : found;
}

/** `name`, or the first of `name-2`, `name-3`, … that is not taken; takes it. */
export function unique(name: string, taken: Set<string>, separator = '-'): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name}${separator}${n}`;
  taken.add(free);
  return free;
}
