import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/javascript';
import { isImageTag, placeOfTag, type Attribute, type ImagePlace } from './image-place.ts';
import { parse } from './parse.ts';

const jsx = parser.configure({ dialect: 'jsx ts' });

/** Images of a JavaScript or TypeScript module with JSX. */
export function imagesInJsx(text: string): ImagePlace[] {
  const found: ImagePlace[] = [];
  parse(jsx, text).iterate({
    enter({ node }) {
      if (node.name !== 'JSXSelfClosingTag' && node.name !== 'JSXOpenTag') return;
      const name =
        node.getChild('JSXBuiltin') ?? node.getChild('JSXIdentifier') ?? node.getChild('JSXMemberExpression');
      if (!name || !isImageTag(text.slice(name.from, name.to))) return;
      const attributes = [
        ...node.getChildren('JSXAttribute').map((each) => attributeOf(each, text)),
        ...node.getChildren('JSXSpreadAttribute').map(({ from, to }) => ({
          name: '...',
          isCode: true,
          start: from,
          end: to,
        })),
      ];
      const { from: start, to: end } = node;
      found.push(placeOfTag({ start, end, nameEnd: name.to, attributes, syntax: 'jsx' }, text));
    },
  });
  return found;
}

function attributeOf(node: SyntaxNode, text: string): Attribute {
  const { from: start, to: end } = node;
  const nameNode = node.firstChild!;
  const name = text.slice(nameNode.from, nameNode.to);
  const string = node.getChild('JSXAttributeValue');
  const code = node.getChild('JSXEscape');
  const valueNode = string ?? code;
  if (!valueNode) return { name, isCode: false, start, end };
  return { name, value: text.slice(valueNode.from + 1, valueNode.to - 1), isCode: code !== null, start, end };
}
