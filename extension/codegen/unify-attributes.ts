/** Attributes and class names of instances: the same in all, or a prop. */
import { propName } from './attributes.ts';
import type { Element } from './element.ts';
import { literal, type JsxElement, type PropValue } from './jsx.ts';
import type { Instances, Module } from './module.ts';
import type { Props } from './props.ts';
import { tailwindClasses } from './tailwind.ts';
import { camel } from './words.ts';

/** Class names that all share, and a prop for those that differ; `top`: on the component's outermost element. */
export function classProp(instances: Instances, props: Props, module: Module, top: boolean): PropValue | undefined {
  const lists = instances.map((element) => element && classList(element, module));
  const present = lists.filter((list) => list !== undefined);
  const common = present[0]!.filter((name) => present.every((list) => list.includes(name)));
  const rests = lists.map((list) => list?.filter((name) => !common.includes(name)));
  if (rests.every((rest) => rest === undefined || rest.length === 0))
    return common.length ? common.join(' ') : undefined;
  const role = instances.find((element) => element)!.role;
  const kind = lookKind(rests.flatMap((rest) => rest ?? []));
  const name = top ? kind : `${camel(role)}${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const column = props.add(
    name,
    'string',
    rests.map((rest) => rest && literal(rest.join(' '))),
    false,
  );
  return { code: common.length ? `\`${common.join(' ')} \${${column}}\`` : column };
}

function lookKind(names: string[]): string {
  const plain = names.map((name) => name.replace(/^.*:/, ''));
  if (plain.every((name) => /^(text|accent)-/.test(name))) return 'color';
  if (plain.every((name) => name.startsWith('bg-'))) return 'background';
  if (plain.every((name) => name.startsWith('border'))) return 'border';
  if (plain.every((name) => /^(w|min-w|max-w)-/.test(name))) return 'width';
  return 'className';
}

/** A native field as browsers draw it: once Preflight has touched its border, they no longer do. */
const NATIVE = ['rounded-[2px]', 'border', 'border-[#767676]', 'bg-white', 'px-[3px]', 'py-[2px]'];

function classList(element: Element, { tokens }: Module): string[] {
  const names = tailwindClasses(element.style, tokens);
  if (element.role.startsWith('native-')) return [...names, ...NATIVE];
  if (element.tag === 'hr' && !element.style.has('border-top')) return ['border-0', ...names];
  return names;
}

export function attributeProps(instances: Instances, props: Props, module: Module, jsx: JsxElement): void {
  const present = instances.filter((element) => element !== undefined);
  const names = new Set(present.flatMap(({ attributes }) => [...attributes.keys()]));
  for (const name of names) {
    const values = instances.map((element) => element?.attributes.get(name));
    const [one] = present;
    const same = present.every((element) => element.attributes.get(name) === one!.attributes.get(name));
    const to = propName(one!, name);
    if (same) jsx.props.push([to, fixedValue(name, one!.attributes.get(name)!, module)]);
    else if (name === 'aria-current') {
      const column = props.add(
        'current',
        'boolean',
        values.map((value) => (value === undefined ? undefined : 'true')),
      );
      jsx.props.push([to, { code: `${column} ? "page" : undefined` }]);
    } else jsx.props.push([to, { code: differing(name, one!, instances, props, module) }]);
  }
}

function fixedValue(name: string, value: string | true, module: Module): PropValue {
  if (name === 'src' && value !== true) return { code: module.picture(value) };
  return value;
}

function differing(name: string, { role, tag }: Element, instances: Instances, props: Props, module: Module): string {
  const values = instances.map((element) => element?.attributes.get(name));
  if (values.some((value) => value === true) || name === 'aria-pressed')
    return props.add(
      name === 'aria-pressed' ? 'selected' : name,
      'boolean',
      values.map((value) => (value === undefined ? undefined : 'true')),
    );
  const texts = values.map((value) => (value === true ? undefined : value));
  if (name === 'src')
    return props.add(
      camel(role),
      'string',
      texts.map((path) => path && module.picture(path)),
    );
  if (name === 'd')
    return props.add(
      'icon',
      'string',
      texts.map((path, i) => path && module.icon(path, instances[i]?.slug ?? '')),
    );
  const own: Record<string, string> = {
    alt: `${camel(role)}Alt`,
    for: 'id',
    id: 'id',
    name: 'id',
    'aria-label': 'label',
    value: tag === 'progress' ? 'percent' : 'value',
    viewBox: 'viewBox',
  };
  const type =
    name.startsWith('aria-') && name !== 'aria-label'
      ? [...new Set(texts.filter((text) => text !== undefined).map(literal))].join(' | ')
      : 'string';
  return props.add(
    own[name] ?? (tag === 'svg' || tag === 'img' ? `${camel(role)}-${name}` : name),
    type,
    texts.map((text) => (text === undefined ? undefined : literal(text))),
  );
}
