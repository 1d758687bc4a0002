/** Prints an element tree as HTML. */
import type { Child, Element } from './element.ts';
import type { Classes } from './classes.ts';

const VOID = new Set(['img', 'input', 'br', 'hr']);

/** `mark` adds `data-node`: the ids of the Design nodes that an element stands for. */
export function htmlDocument(
  root: Element,
  classes: Classes,
  { title, language }: { title: string; language: string },
  mark: boolean,
): string {
  return `<!doctype html>
<html lang="${attributeText(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<link rel="stylesheet" href="styles.css">
</head>
${print(root, classes, mark)}
</html>
`;
}

function print(child: Child, classes: Classes, mark: boolean): string {
  if (child.kind === 'text') return escapeText(child.text);
  const names = classes.of.get(child);
  const attributes = [
    ...(names ? [['class', names.join(' ')] as const] : []),
    ...child.attributes,
    ...(mark && child.nodes.length ? [['data-node', child.nodes.join(' ')] as const] : []),
  ];
  const opening = `<${child.tag}${attributes.map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${attributeText(value)}"`)).join('')}>`;
  if (VOID.has(child.tag)) return opening;
  const between = child.inline || child.children.length === 0 ? '' : '\n';
  const first = child.tag === 'pre' || child.tag === 'textarea' ? leadingLine(child) : '';
  return `${opening}${first}${between}${child.children.map((inner) => print(inner, classes, mark)).join(between)}${between}</${child.tag}>`;
}

/** HTML drops a line break that comes right after these tags. */
function leadingLine({ children: [first] }: Element): string {
  return first?.kind === 'text' && first.text.startsWith('\n') ? '\n' : '';
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;');
}

function attributeText(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
