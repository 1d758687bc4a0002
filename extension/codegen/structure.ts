/**
 * Tags that HTML allows where they stand: a Design's tags, corrected for the content model (HTML Living Standard, section 4)
 * and for what assistive technology expects of a page: one `main`, text within landmarks, named controls.
 */
import type { BoxNode, Design, Node } from '../layout/design.ts';

interface Around {
  /** Within a link or button, in which no other may stand. */
  interactive: boolean;
  /** Only phrasing content may stand here: in buttons, labels and links. */
  phrasing: boolean;
  inForm: boolean;
  inLandmark: boolean;
  parent?: string;
  first: boolean;
}

/** Node id to tag, for boxes and texts. `root` has `body`, or `main` where the page has no landmark of its own. */
export function tagsOf(design: Design): Map<string, string> {
  const tags = new Map<string, string>();
  const main = mainOf(design.root);
  const seen = { main: false };
  const visit = (node: Node, around: Around): void => {
    if (node.kind !== 'box' && node.kind !== 'text') return;
    let tag: string = node === main ? 'main' : node.tag;
    if (tag === 'main') {
      if (seen.main) tag = 'section';
      seen.main = true;
    }
    tag = allowed(tag, node, around);
    tags.set(node.id, tag);
    if (node.kind === 'text') return;
    const inside: Around = {
      interactive: around.interactive || tag === 'a' || tag === 'button',
      phrasing: around.phrasing || tag === 'button' || tag === 'label' || tag === 'a',
      inForm: around.inForm || tag === 'form',
      inLandmark: around.inLandmark || LANDMARKS.has(tag),
      parent: tag,
      first: true,
    };
    const list = tag === 'ul' || tag === 'ol';
    if (list && !node.children.every((child) => (child.kind === 'box' && DIVS.has(child.tag)) || isItem(child))) {
      tags.set(node.id, 'div');
      inside.parent = 'div';
    }
    node.children.forEach((child, i) => visit(child, { ...inside, first: i === 0 }));
  };
  visit(design.root, { interactive: false, phrasing: false, inForm: false, inLandmark: false, first: true });
  if (tags.get(design.root.id) !== 'main') tags.set(design.root.id, 'body');
  return tags;
}

const LANDMARKS = new Set(['main', 'header', 'footer', 'nav', 'aside', 'dialog']);
/** What may become an item when its parent is a list. */
const DIVS = new Set(['li', 'div', 'article', 'section']);
const TABLE_PARTS: Record<string, string[]> = {
  thead: ['table'],
  tbody: ['table'],
  tr: ['table', 'thead', 'tbody'],
  td: ['tr'],
  th: ['tr'],
};

function isItem(node: Node): boolean {
  return node.kind === 'text' && (node.tag === 'li' || node.tag === 'p' || node.tag === 'span');
}

function allowed(tag: string, node: Node, around: Around): string {
  const { parent } = around;
  if (parent === 'ul' || parent === 'ol') return 'li';
  if (tag === 'li') return node.kind === 'text' ? 'p' : 'div';
  if (TABLE_PARTS[tag] && !TABLE_PARTS[tag].includes(parent ?? '')) return node.kind === 'text' ? 'p' : 'div';
  if (tag === 'legend' && (parent !== 'fieldset' || !around.first)) return 'p';
  if (tag === 'figcaption' && parent !== 'figure') return 'p';
  if (around.interactive && (tag === 'a' || tag === 'button' || tag === 'label')) return 'span';
  if (around.phrasing && tag === 'label') return 'span';
  if (around.inForm && tag === 'form') return 'div';
  if (around.phrasing && tag !== 'a' && tag !== 'button' && tag !== 'code') return 'span';
  if (tag === 'aside' && around.inLandmark) return 'div';
  return tag;
}

/**
 * The box that holds the page's own content. Without one that says so it is the root, if nothing on the page is a landmark,
 * or the largest of the root's children that is none.
 */
function mainOf(root: BoxNode): BoxNode | undefined {
  if (find(root, (box) => box.tag === 'main')) return undefined;
  if (!find(root, (box) => LANDMARKS.has(box.tag))) return root;
  let parent = root;
  for (let depth = 0; depth < 3; depth++) {
    const boxes = parent.children.filter(
      (child): child is BoxNode => child.kind === 'box' && !LANDMARKS.has(child.tag),
    );
    const largest = boxes.sort((a, b) => b.source.width * b.source.height - a.source.width * a.source.height)[0];
    if (!largest) return undefined;
    if (!find(largest, (box) => LANDMARKS.has(box.tag)))
      return largest.tag === 'div' || largest.tag === 'section' ? largest : undefined;
    parent = largest;
  }
  return undefined;
}

function find(box: BoxNode, test: (box: BoxNode) => boolean): BoxNode | undefined {
  if (test(box)) return box;
  for (const child of box.children) {
    const found = child.kind === 'box' ? find(child, test) : undefined;
    if (found) return found;
  }
  return undefined;
}
