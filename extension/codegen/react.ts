/** A React module: one exported component, smaller ones for what repeats and for the page's sections. */
import { elements, type Element } from './element.ts';
import { printJsx } from './jsx.ts';
import { Marks, plainCode, type Mark } from './marks.ts';
import type { Module } from './module.ts';
import type { Tokens } from './tokens.ts';
import { toJsx } from './unify.ts';
import { identifier, pascal, unique } from './words.ts';

/** Pages of fewer elements than this are one component. */
const LARGE_PAGE = 40;
/** Landmarks of fewer elements aren't worth a component. */
const LARGE_SECTION = 8;

const SECTIONS = new Set(['header', 'nav', 'aside', 'footer', 'section', 'form', 'article']);

/** Names that a component must not take. */
const GLOBALS = [
  'Array',
  'Map',
  'Set',
  'Object',
  'Date',
  'Error',
  'String',
  'Number',
  'Symbol',
  'Promise',
  'ReactNode',
  'Fragment',
  'JSON',
  'Math',
];

/**
 * Source of `name.tsx`, not yet formatted, and what its elements (those that aren't fragments) and the entries of its arrays
 * stand for, in their order in the source.
 */
export function reactModule(
  name: string,
  root: Element,
  tokens: Tokens,
  mark: boolean,
): { code: string; marks: Mark[] } {
  const marks = new Marks();
  let merges: [kept: string, left: string][] = [];
  const taken = new Set([name, 'icons', ...GLOBALS]);
  let components: { name: string; shape: string; code: string }[] = [];
  let data: string[] = [];
  const pictures = new Map<string, string>();
  const icons = new Map<string, string>();
  const iconNames = new Set<string>();
  const large = [...elements(root)].length >= LARGE_PAGE;
  const module: Module = {
    tokens,
    mark,
    marks,
    picture(path) {
      const known = pictures.get(path);
      if (known) return known;
      const own = unique(identifier(path.replace(/^.*\//, '').replace(/\.\w+$/, ''), 'picture'), taken, '');
      pictures.set(path, own);
      return own;
    },
    icon(path, slug) {
      if (!icons.has(path)) icons.set(path, unique(identifier(slug, 'icon'), iconNames, ''));
      return `icons.${icons.get(path)!}`;
    },
    component(wanted, props, body) {
      const shape = `${props.members().join(' ')} ${printJsx(body, true)}`;
      const same = components.find((component) => plainCode(component.shape) === plainCode(shape));
      if (same) {
        merges.push([same.shape, shape]);
        return same.name;
      }
      const own = unique(pascal(identifier(wanted, 'item')), taken, '');
      const members = props.members();
      const type = members.length ? `interface ${own}Props { ${members.join(' ')} }\n\n` : '';
      const parameters = members.length ? `{ ${props.names().join(', ')} }: ${own}Props` : '';
      components.push({
        name: own,
        shape,
        code: `${type}function ${own}(${parameters}) {\nreturn (${printJsx(body, true)});\n}`,
      });
      return own;
    },
    data(wanted, type, code) {
      const own = unique(identifier(wanted, 'items'), taken, '');
      data.push(`const ${own}: ${type} = ${code};`);
      return own;
    },
    isSection: (element) => large && SECTIONS.has(element.tag) && [...elements(element)].length >= LARGE_SECTION,
    savepoint() {
      const saved = { components: [...components], data: [...data], merges: [...merges] };
      return () => {
        components = saved.components;
        data = saved.data;
        merges = saved.merges;
      };
    },
  };
  const body = printJsx(toJsx(root, module), true);
  for (const [kept, left] of merges) marks.merge(kept, left);
  const types = [...components.map(({ code }) => code), ...data].some((code) => code.includes('ReactNode'))
    ? "import type { ReactNode } from 'react';"
    : '';
  const imports = [...pictures].map(([path, identifier]) => `import ${identifier} from './${path}';`);
  const paths = icons.size
    ? `const icons = { ${[...icons].map(([path, key]) => `${key}: '${path}'`).join(', ')} };`
    : '';
  const source = [
    [types, ...imports].filter(Boolean).join('\n'),
    paths,
    ...data,
    `export function ${name}() {\nreturn (${body});\n}`,
    ...components.map(({ code }) => code),
  ]
    .filter(Boolean)
    .join('\n\n');
  return marks.takeOut(source);
}
