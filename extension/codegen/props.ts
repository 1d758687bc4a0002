/** The props of a component under construction: one column for each, one row for each instance. */
import type { PropValue } from './jsx.ts';
import { plainCode } from './marks.ts';
import { identifier, unique } from './words.ts';

interface Column {
  name: string;
  type: string;
  /** JavaScript expressions; `undefined` where the instance has none. */
  codes: (string | undefined)[];
  /** It says which instance it is, as a text does and a look doesn't. */
  telling: boolean;
}

export class Props {
  readonly size: number;
  private columns: Column[] = [];

  constructor(size: number) {
    this.size = size;
  }

  /** Name of a prop with these values: one that has them already, or a new one. */
  add(name: string, type: string, codes: (string | undefined)[], telling = true): string {
    const same = this.columns.find(
      (column) => column.type === type && column.codes.every((code, i) => isSame(code, codes[i])),
    );
    if (same) return same.name;
    const taken = new Set(this.names());
    const column = { name: freeName(identifier(name, 'value'), taken), type, codes, telling };
    this.columns.push(column);
    return column.name;
  }

  /** The one value that all have, else a prop. */
  value(name: string, codes: (string | undefined)[]): PropValue {
    return codes.every((code) => code === codes[0]) ? { code: codes[0]! } : { code: this.add(name, 'string', codes) };
  }

  names(): string[] {
    return this.columns.map(({ name }) => name);
  }

  /** A prop that is there exactly where `has` is, and is never an empty text. */
  presentLike(has: (string | undefined)[]): string | undefined {
    return this.columns.find(
      ({ type, codes }) =>
        type !== 'boolean' &&
        codes.every((code, i) => (code === undefined) === (has[i] === undefined) && code !== '""'),
    )?.name;
  }

  /** The only prop's name, where all that a row holds is one text, different in each. */
  single(): string | undefined {
    const [column, ...others] = this.columns;
    return column && others.length === 0 && isKey(column) ? column.name : undefined;
  }

  /** A prop that tells rows apart. */
  key(): string | undefined {
    return this.columns.find(isKey)?.name;
  }

  /** Each instance's data as an expression. */
  rows(): string[] {
    const single = this.single();
    return Array.from({ length: this.size }, (_, i) => {
      if (single) return this.columns[0]!.codes[i]!;
      const fields = this.columns.flatMap(({ name, codes }) =>
        codes[i] === undefined ? [] : [`${name}: ${codes[i]}`],
      );
      return `{ ${fields.join(', ')} }`;
    });
  }

  /** Members of its interface. */
  members(): string[] {
    return this.columns.map(({ name, type, codes }) => `${name}${codes.includes(undefined) ? '?' : ''}: ${type};`);
  }

  save(): number {
    return this.columns.length;
  }

  restore(length: number): void {
    this.columns.length = length;
  }
}

/** Names for the second and third of a kind, before they are numbered. */
const NEXT: Record<string, string[]> = {
  label: ['detail', 'note'],
  value: ['amount'],
  text: ['detail', 'note'],
  title: ['subtitle'],
  link: ['secondLink'],
};

function freeName(name: string, taken: Set<string>): string {
  return [name, ...(NEXT[name] ?? [])].find((each) => !taken.has(each)) ?? unique(name, taken, '');
}

/** Equal but for the notes in them. */
const isSame = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined ? a === b : plainCode(a) === plainCode(b);

function isKey({ type, codes, telling }: Column): boolean {
  return (
    telling && type === 'string' && codes.every((code) => code?.startsWith('"')) && new Set(codes).size === codes.length
  );
}
