/**
 * Anti-unification (Plotkin, 1970) of element trees: the most specific template that all instances of a thing match, with a
 * prop where they differ. A single element is its own template, without props.
 */
import { elements, textOf, type Child, type Element } from './element.ts';
import { plainCode } from './marks.ts';
import { literal, printJsx, type Jsx, type JsxElement } from './jsx.ts';
import type { Instances, Module } from './module.ts';
import { Props } from './props.ts';
import { plural } from './roles.ts';
import { attributeProps, classProp } from './unify-attributes.ts';
import { camel, pascal } from './words.ts';

/** Instances that differ in more than texts, attributes, looks and parts left out. */
class Mismatch extends Error {}

export function toJsx(element: Element, module: Module): Jsx {
  return template([element], new Props(1), module);
}

function template(instances: Instances, props: Props, module: Module, top = false): JsxElement {
  const present = instances.filter((element) => element !== undefined);
  const [first] = present;
  if (!first || present.some(({ tag }) => tag !== first.tag)) throw new Mismatch();
  if (!top && instances.length === 1 && module.isSection(first)) return section(first, module);
  const nodes = present.flatMap((element) => element.nodes);
  const note = module.marks.note('draws', nodes);
  const jsx: JsxElement = { kind: 'element', tag: first.tag, note, props: [], children: [], inline: first.inline };
  const classes = classProp(instances, props, module, top);
  if (classes !== undefined) jsx.props.push(['className', classes]);
  attributeProps(instances, props, module, jsx);
  if (module.mark && present.some(({ nodes }) => nodes.length > 0))
    jsx.props.push([
      'data-node',
      props.value(
        'node',
        instances.map((element) => element && literal(element.nodes.join(' '))),
      ),
    ]);
  if (first.tag === 'textarea') {
    if (present.some(({ children }) => children.length > 0))
      jsx.props.push([
        'defaultValue',
        props.value(
          'value',
          instances.map((element) => element && literal(textOf(element))),
        ),
      ]);
  } else jsx.children = childrenOf(instances, props, module, first.prop ?? (top ? 'label' : first.role));
  return jsx;
}

function section(element: Element, module: Module): JsxElement {
  const props = new Props(1);
  const name = module.component(pascal(element.role), props, template([element], props, module, true));
  return {
    kind: 'element',
    tag: name,
    note: module.marks.note('calls', element.nodes),
    props: [],
    children: [],
    inline: false,
  };
}

/** `name`: for a prop that is their text. */
function childrenOf(instances: Instances, props: Props, module: Module, name: string): Jsx[] {
  const present = instances.filter((element) => element !== undefined);
  if (present.every(({ repeat }) => repeat)) {
    const restore = module.savepoint();
    const saved = props.save();
    try {
      return repeated(instances, props, module, name);
    } catch (error) {
      if (!(error instanceof Mismatch)) throw error;
      restore();
      props.restore(saved);
    }
  }
  return slots(
    instances,
    instances.map((element) => element?.children),
    props,
    module,
    name,
  );
}

/** Children before, the list of instances mapped over its data, children after. */
function repeated(instances: Instances, props: Props, module: Module, name: string): Jsx[] {
  const lists = instances.map(
    (element) => element && element.children.slice(element.repeat!.from, element.repeat!.from + element.repeat!.count),
  );
  const items = lists
    .flatMap((list) => list ?? [])
    .map((child) => {
      if (child.kind !== 'element') throw new Mismatch();
      return child;
    });
  const { repeat } = instances.find((element) => element)!;
  const own = new Props(items.length);
  const body = template(items, own, module, true);
  const component = module.component(repeat!.name, own, body);
  const rows = own.rows().map((row, i) => module.marks.note('holds', nodesOf(items[i]!)) + row);
  const offsets = lists.map((_, i) => lists.slice(0, i).reduce((sum, list) => sum + (list?.length ?? 0), 0));
  const codes = lists.map((list, i) => list && `[${rows.slice(offsets[i], offsets[i]! + list.length).join(', ')}]`);
  const call = module.marks.note(
    'calls',
    items.flatMap((item) => item.nodes),
  );
  const list = mapped(component, call, own, codes, props, module);
  const before = slots(
    instances,
    instances.map((element) => element?.children.slice(0, element.repeat!.from)),
    props,
    module,
    name,
  );
  const after = slots(
    instances,
    instances.map((element) => element?.children.slice(element.repeat!.from + element.repeat!.count)),
    props,
    module,
    name,
  );
  return [...before, { kind: 'code', code: list }, ...after];
}

/** The expression that maps a component over its data: of a constant, or of a prop where each instance has its own. */
function mapped(
  component: string,
  note: string,
  own: Props,
  codes: (string | undefined)[],
  props: Props,
  module: Module,
): string {
  const names = own.names();
  if (names.length === 0 && codes.every((code) => plainCode(code ?? '') === plainCode(codes[0] ?? ''))) {
    const count = own.size / codes.length;
    return `Array.from({ length: ${count} }, (_, index) => <${component}${note} key={index} />)`;
  }
  const item = camel(component.replace(/\d+$/, ''));
  const type = own.single() ? 'string[]' : `${component}Props[]`;
  const list =
    codes.length === 1
      ? module.data(camel(plural(item)), type, codes[0]!)
      : props.add(camel(plural(item)), type, codes);
  const single = own.single();
  if (single) return `${list}.map((${single}) => <${component}${note} key={${single}} ${single}={${single}} />)`;
  const key = own.key();
  const parameters = key ? item : `(${item}, index)`;
  return `${list}.map(${key ? `(${parameters})` : parameters} => <${component}${note} key={${key ? `${item}.${key}` : 'index'}} {...${item}} />)`;
}

/** Of an element and all below it. */
const nodesOf = (element: Element): string[] => [...elements(element)].flatMap(({ nodes }) => nodes);

/** One slot for each child; what some instances lack becomes conditional. */
function slots(
  instances: Instances,
  lists: (Child[] | undefined)[],
  props: Props,
  module: Module,
  name: string,
): Jsx[] {
  const aligned = align(lists);
  if (!aligned) return [contentProp(lists, props, module)];
  return aligned.map((slot) => {
    const lacking = slot.some((child, i) => child === undefined && instances[i] !== undefined);
    const saved = props.save();
    const restore = module.savepoint();
    try {
      return lacking ? conditional(slot, props, module, name) : slotJsx(slot, props, module, name);
    } catch (error) {
      if (!(error instanceof Mismatch)) throw error;
      props.restore(saved);
      restore();
      return contentProp(
        slot.map((child) => child && [child]),
        props,
        module,
      );
    }
  });
}

function slotJsx(slot: (Child | undefined)[], props: Props, module: Module, name: string): Jsx {
  const first = slot.find((child) => child !== undefined)!;
  if (slot.some((child) => child && child.kind !== first.kind)) throw new Mismatch();
  if (first.kind === 'element') return template(slot as Instances, props, module);
  const texts = slot.map((child) => child && textOf(child));
  if (texts.every((text) => text === texts[0])) return { kind: 'text', text: first.text };
  return {
    kind: 'code',
    code: props.add(
      name,
      'string',
      texts.map((text) => (text === undefined ? undefined : literal(text))),
    ),
  };
}

function conditional(slot: (Child | undefined)[], props: Props, module: Module, name: string): Jsx {
  const jsx = slotJsx(slot, props, module, name);
  const has = slot.map((child) => (child === undefined ? undefined : 'true'));
  const first = slot.find((child) => child !== undefined)!;
  const role = first.kind === 'element' ? first.role : 'text';
  const test = props.presentLike(has) ?? props.add(`has${pascal(role)}`, 'boolean', has);
  return { kind: 'code', code: `${test} && (${jsx.kind === 'text' ? literal(jsx.text) : printJsx(jsx, true)})` };
}

/** Last resort: each instance brings its own JSX. */
function contentProp(lists: (Child[] | undefined)[], props: Props, module: Module): Jsx {
  const codes = lists.map((list) => {
    if (list === undefined) return undefined;
    const nodes = list.map((child): Jsx => (child.kind === 'text' ? child : toJsx(child, module)));
    return nodes.length === 1 && nodes[0]!.kind !== 'text'
      ? printJsx(nodes[0]!, true)
      : `<>${nodes.map((node) => printJsx(node)).join('')}</>`;
  });
  return { kind: 'code', code: props.add('content', 'ReactNode', codes) };
}

/** Aligns children to those of the longest list, of which all others must be subsequences; by role, else by tag, else by place. */
function align(lists: (Child[] | undefined)[]): (Child | undefined)[][] | undefined {
  const longest = lists.reduce<Child[]>((best, list) => (list && list.length > best.length ? list : best), []);
  for (const key of [roleKey, tagKey]) {
    const rows = lists.map((list) => list && subsequence(list, longest, key));
    if (rows.every((row, i) => row !== null || lists[i] === undefined))
      return longest.map((_, at) => rows.map((row) => row?.[at]));
  }
  const even = lists.every((list) => list === undefined || list.length === longest.length);
  return even ? longest.map((_, at) => lists.map((list) => list?.[at])) : undefined;
}

const tagKey = (child: Child): string => (child.kind === 'text' ? 'text' : child.tag);
const roleKey = (child: Child): string => (child.kind === 'text' ? 'text' : `${child.tag} ${child.role}`);

function subsequence(list: Child[], within: Child[], key: (child: Child) => string): (Child | undefined)[] | null {
  let next = 0;
  const row = within.map((child) => (next < list.length && key(list[next]!) === key(child) ? list[next++] : undefined));
  return next === list.length ? row : null;
}
