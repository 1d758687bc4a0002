/** The React module being written, as the code that writes parts of it sees it. */
import type { Element } from './element.ts';
import type { Jsx } from './jsx.ts';
import type { Marks } from './marks.ts';
import type { Props } from './props.ts';
import type { Tokens } from './tokens.ts';

/** What turns elements to JSX needs of the module it writes. */
export interface Module {
  tokens: Tokens;
  mark: boolean;
  marks: Marks;
  /** Identifier of an imported picture. */
  picture(path: string): string;
  /** Expression for an icon's path that differs between instances. */
  icon(path: string, name: string): string;
  /** Declares the component for a template and returns its name. */
  component(name: string, props: Props, body: Jsx): string;
  /** Declares a constant of data and returns its name. */
  data(name: string, type: string, code: string): string;
  /** Whether an element is taken out into a component of its own. */
  isSection(element: Element): boolean;
  /** Remembers what is declared so far; the function returned takes back what came after. */
  savepoint(): () => void;
}

/** One entry for each instance of a thing; `undefined` where an instance lacks this part of it. */
export type Instances = (Element | undefined)[];
