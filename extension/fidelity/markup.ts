/** HTML that needs no more escaping. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Value = Markup | string | number | undefined | false | readonly Value[];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function print(value: Value): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(print).join('');
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/** HTML from a template: every value is escaped, for text and for quoted attributes alike; `undefined` and `false` are empty. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(parts.reduce((text, part, index) => text + print(values[index - 1]) + part));
}
