/** JSX as a small tree, and its printing. Text is data: whatever could be read as syntax is written as a string literal. */

export type Jsx = JsxElement | JsxText | JsxCode;

export interface JsxElement {
  kind: 'element';
  tag: string;
  /** From `Marks`. */
  note: string;
  props: [name: string, value: PropValue][];
  children: Jsx[];
  /** White space between its children is content. */
  inline: boolean;
}

export interface JsxText {
  kind: 'text';
  text: string;
}

/** An expression, without its braces. */
export interface JsxCode {
  kind: 'code';
  code: string;
}

export type PropValue = string | true | { code: string };

/** A JavaScript string literal; Prettier picks the quotes. */
export const literal = (text: string): string =>
  JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** As a child of an element, or (`top`) as an expression of its own. */
export function printJsx(node: Jsx, top = false): string {
  if (node.kind === 'text') return printText(node.text);
  if (node.kind === 'code') return top ? node.code : `{${node.code}}`;
  const props = node.props.map(([name, value]) => ` ${printProp(name, value)}`).join('');
  if (node.children.length === 0) return `<${node.tag}${node.note}${props} />`;
  const between = node.inline ? '' : '\n';
  return `<${node.tag}${node.note}${props}>${between}${node.children.map((child) => printJsx(child)).join(between)}${between}</${node.tag}>`;
}

function printProp(name: string, value: PropValue): string {
  if (value === true) return name;
  if (typeof value === 'object') return `${name}={${value.code}}`;
  return PLAIN_ATTRIBUTE.test(value) ? `${name}="${value}"` : `${name}={${literal(value)}}`;
}

/** No quotes, entities, backslashes or anything invisible. */
const PLAIN_ATTRIBUTE = /^[^"&\\{}\p{C}\p{Zl}\p{Zp}]*$/u;

/** Plain words stand as they are; JSX would trim or join other white space, and read braces, tags and entities. */
function printText(text: string): string {
  const plain =
    /^[^{}<>&\\\p{C}\p{Zl}\p{Zp}\u00a0]*$/u.test(text) && text === text.trim() && !/\s{2}|[\n\t]/.test(text);
  if (plain && text !== '') return text;
  const [, before = '', middle = '', after = ''] = /^( ?)(.*?)( ?)$/s.exec(text) ?? [];
  const inner = middle !== '' && /^[^{}<>&\\\p{C}\p{Zl}\p{Zp}\u00a0]*$/u.test(middle) && !/\s{2}|[\n\t]/.test(middle);
  if (!inner) return `{${literal(text)}}`;
  return `${before ? '{" "}' : ''}${middle}${after ? '{" "}' : ''}`;
}
