/** Text from a picture, made safe to stand in a sentence. */

/** Control characters, line ends, marks that change a text's direction, and what has no width. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]+/gu;

/** One line of visible characters, cut at a word's end to `most` of them (UTF-16 code units). */
export function plain(text: string, most = 80): string {
  const line = text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')}…`;
}

/** The same in typographic quotation marks; marks of its own become single ones. */
export function quoted(text: string, most = 80): string {
  const own = plain(text, most).replace(/^["“”„«»]+|["“”„«»]+$/g, '');
  return `“${own.replace(/[“”„«»"]/g, '’')}”`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], word = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${word} ${items[items.length - 1]!}`;
}

/** The first `most` of them, and how many more there are: `a, b and 3 more`. */
export function someOf(items: readonly string[], most: number): string {
  if (items.length <= most) return listed(items);
  return `${items.slice(0, most - 1).join(', ')} and ${items.length - most + 1} more`;
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** `no buttons`, `one button`, `14 buttons`. */
export function counted(count: number, one: string, many = plural(one)): string {
  return `${SMALL[count] ?? count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

export function plural(noun: string): string {
  if (/(s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return `${noun}s`;
}
