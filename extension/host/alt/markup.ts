import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/html';
import { isImageTag, placeOfTag, type Attribute, type ImagePlace } from './image-place.ts';
import { maskBraces } from './mask-braces.ts';
import { parse } from './parse.ts';

/**
 * Images of an HTML document or of a template: Vue, or Svelte where braces hold code.
 * @param offset of the text in what it is a part of
 */
export function imagesInMarkup(text: string, language: 'html' | 'vue' | 'svelte', offset = 0): ImagePlace[] {
  const parsed = language === 'svelte' ? maskBraces(text) : text;
  const syntax = language === 'html' ? 'html' : 'template';
  const found: ImagePlace[] = [];
  parse(parser, parsed).iterate({
    enter({ node }) {
      if (node.name !== 'TagName' || !/^(?:OpenTag|SelfClosingTag)$/.test(node.parent?.name ?? '')) return;
      const tag = node.parent!;
      if (!isImageTag(text.slice(node.from, node.to))) return;
      const attributes = tag.getChildren('Attribute').map((each) => attributeOf(each, text));
      const { from: start, to: end } = tag;
      found.push(moved(placeOfTag({ start, end, nameEnd: node.to, attributes, syntax }, text), offset));
    },
  });
  return found;
}

function attributeOf(node: SyntaxNode, text: string): Attribute {
  const { from: start, to: end } = node;
  const nameNode = node.getChild('AttributeName');
  const written = nameNode ? text.slice(nameNode.from, nameNode.to) : '';
  // Svelte's `{alt}` is `alt={alt}`, and `{...rest}` may bring any.
  const short = /^\{\s*(\.\.\.|\w+)[^]*\}$/.exec(written)?.[1];
  if (short) return { name: short, value: short, isCode: true, start, end };
  const valueNode = node.getChild('AttributeValue') ?? node.getChild('UnquotedAttributeValue');
  if (!valueNode) return { name: written, isCode: false, start, end };
  const value = text.slice(valueNode.from, valueNode.to).replace(/^(["'])([^]*)\1$/, '$2');
  const braces = /^\{([^]*)\}$/.exec(value);
  const isCode = braces !== null || /^(?::|\[|v-bind:|x-bind:|bind:)/.test(written);
  return { name: written, value: braces?.[1] ?? value, isCode, start, end };
}

function moved(place: ImagePlace, offset: number): ImagePlace {
  if (!offset) return place;
  const { slot } = place;
  return {
    ...place,
    start: place.start + offset,
    end: place.end + offset,
    slot: { ...slot, start: slot.start + offset, end: slot.end + offset },
  };
}
