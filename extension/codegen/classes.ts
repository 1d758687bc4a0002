/** Class names: elements of equal style share a class, those of nearly equal style a base class and modifiers. */
import { elements, type Element, type Style } from './element.ts';
import type { Tokens } from './tokens.ts';
import { unique } from './words.ts';

export interface StyleRule {
  name: string;
  style: Style;
}

export interface Classes {
  /** In the order they are first used. */
  rules: StyleRule[];
  of: Map<Element, string[]>;
}

interface Cluster {
  name: string;
  style: Style;
  members: Element[];
}

/** Fewer common declarations than this don't make a class. */
const LEAST_COMMON = 2;

export function classesOf(root: Element, tokens: Tokens): Classes {
  const clusters = clusterByStyle(root);
  const byName = Map.groupBy(clusters, (cluster) => cluster.name);
  const taken = new Set(byName.keys());
  const rules: StyleRule[] = [];
  const of = new Map<Element, string[]>();
  for (const [name, group] of byName) nameGroup(name, group, tokens, taken, rules, of);
  const order = new Map<string, number>();
  for (const element of elements(root))
    for (const name of of.get(element) ?? []) if (!order.has(name)) order.set(name, order.size);
  rules.sort((a, b) => order.get(a.name)! - order.get(b.name)!);
  return { rules, of };
}

function clusterByStyle(root: Element): Cluster[] {
  const bySignature = new Map<string, Cluster>();
  for (const element of elements(root)) {
    if (element.style.size === 0 || element.tag === 'body') continue;
    const signature = `${element.role}|${signatureOf(element.style)}`;
    const cluster = bySignature.get(signature);
    if (cluster) cluster.members.push(element);
    else bySignature.set(signature, { name: '', style: element.style, members: [element] });
  }
  const clusters = [...bySignature.values()];
  for (const cluster of clusters) cluster.name = sharedName(cluster.members);
  return clusters;
}

/** The role that most members have, within the scope they all have. */
function sharedName(members: Element[]): string {
  const role = mostCommon(members.map((element) => element.role));
  const scopes = new Set(members.map((element) => element.scope));
  const [scope] = scopes;
  if (scopes.size > 1 || !scope || role === scope || members[0]!.block || OWN_NAME.has(role)) return role;
  return role.startsWith(`${scope}-`) ? role : `${scope}-${role}`;
}

/** Roles that look the same wherever they are. */
const OWN_NAME = new Set([
  'button',
  'input',
  'select',
  'textarea',
  'checkbox',
  'radio',
  'switch',
  'range',
  'progress',
  'badge',
  'card',
  'nav-link',
  'page-title',
  'nav',
  'header',
  'sidebar',
  'footer',
  'main',
  'form',
  'dialog',
  'strong',
  'em',
  'code',
  'table-scroll',
]);

function mostCommon(names: string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}

const signatureOf = (style: Style, except?: RegExp): string =>
  [...style]
    .filter(([key]) => !except?.test(key))
    .map(([key, value]) => `${key}:${value}`)
    .sort()
    .join(';');

/** What instances of one thing may differ in. */
const VARYING = /white-space|color|^border|image|shadow|^width$|^height$|margin|font-weight|^flex$/;

/** Clusters of one name: those alike but for their colours or sizes share a base class; other looks get names of their own. */
function nameGroup(
  name: string,
  group: Cluster[],
  tokens: Tokens,
  taken: Set<string>,
  rules: StyleRule[],
  of: Map<Element, string[]>,
): void {
  const size = (clusters: Cluster[]): number => clusters.reduce((sum, { members }) => sum + members.length, 0);
  const families = [...Map.groupBy(group, ({ style }) => signatureOf(style, VARYING)).values()].sort(
    (a, b) => size(b) - size(a),
  );
  const reference = families[0]![0]!.style;
  families.forEach((family, i) => {
    const base = i === 0 ? name : variantName(name, family[0]!.style, reference, family, tokens, taken);
    nameFamily(base, family, tokens, taken, rules, of);
  });
}

function nameFamily(
  name: string,
  family: Cluster[],
  tokens: Tokens,
  taken: Set<string>,
  rules: StyleRule[],
  of: Map<Element, string[]>,
): void {
  const assign = (cluster: Cluster, names: string[]): void => {
    for (const member of cluster.members) of.set(member, names);
  };
  family.sort((a, b) => b.members.length - a.members.length);
  const common = commonStyle(family);
  const base = family.length > 1 && common.size >= LEAST_COMMON;
  if (base) rules.push({ name, style: common });
  family.forEach((cluster, i) => {
    const rest: Style = base ? new Map([...cluster.style].filter(([key]) => !common.has(key))) : cluster.style;
    if (rest.size === 0) return assign(cluster, [name]);
    const own = !base && i === 0 ? name : variantName(name, rest, family[0]!.style, [cluster], tokens, taken);
    rules.push({ name: own, style: rest });
    assign(cluster, base ? [name, own] : [own]);
  });
}

function commonStyle(group: Cluster[]): Style {
  const [first, ...others] = group;
  return new Map([...first!.style].filter(([key, value]) => others.every(({ style }) => style.get(key) === value)));
}

/** A word for how it differs: its state, colour, size or weight; else what it says; a number at last. */
function variantName(
  name: string,
  rest: Style,
  reference: Style,
  clusters: Cluster[],
  tokens: Tokens,
  taken: Set<string>,
): string {
  const members = clusters.flatMap((cluster) => cluster.members);
  for (const word of variantWords(rest, reference, members, tokens)) {
    const candidate = `${name}-${word}`;
    if (taken.has(candidate)) continue;
    taken.add(candidate);
    return candidate;
  }
  return unique(name, taken);
}

function* variantWords(rest: Style, reference: Style, members: Element[], tokens: Tokens): Generator<string> {
  const [first] = members;
  const named = first!.slug.split('-').slice(0, 2).join('-');
  if (members.every((member) => member.attributes.has('aria-current'))) yield 'current';
  if (members.every((member) => member.attributes.get('aria-pressed') === 'true')) yield 'selected';
  if (members.every((member) => member.attributes.has('disabled'))) yield 'disabled';
  if ([...rest.keys()].every((key) => /width|flex/.test(key)) && named) yield named;
  for (const key of ['background-color', 'border-left', 'color', 'border-top', 'accent-color']) {
    const color = /#[0-9a-f]{6,8}/.exec(rest.get(key) ?? '')?.[0];
    if (color && tokens.colors.has(color)) yield tokens.colors.get(color)!;
  }
  const [size, usual] = [rest.get('font-size'), reference.get('font-size')].map((value) => parseFloat(value ?? ''));
  if (size && usual && size !== usual) yield size > usual ? 'large' : 'small';
  if (Number(rest.get('font-weight')) >= 600) yield 'strong';
  if (rest.get('text-align') === 'center') yield 'centered';
  if (rest.get('text-align') === 'right') yield 'right';
  const scope = first!.scope;
  if (scope && members.every((member) => member.scope === scope)) yield scope;
  if (named) yield named;
}
