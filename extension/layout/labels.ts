/** Labels of controls, groups of radio buttons, forms, and what images show. */
import type { BoxNode, ControlNode, ImageNode, Node, TextNode } from './design.ts';
import type { Box } from '../vision/scene.ts';
import { nodesIn, wordsOf } from './tree.ts';

/** A label is this near its field at most, above and left of it. CSS px. */
const ABOVE = 26;
const LEFT = 140;
/** A label is in the box around its control, or in one around that. */
const CLOSE = 2;
const LONGEST_LABEL = 60;
const TOGGLES = new Set<ControlNode['control']>(['checkbox', 'radio', 'switch']);

export function tieLabels(root: BoxNode, scale: number): void {
  const all = [...nodesIn(root)];
  const texts = all.flatMap(({ node, around }) => (node.kind === 'text' && isLabelLike(node, around) ? [node] : []));
  const controls = all.flatMap(({ node }) => (node.kind === 'control' ? [node] : []));
  // Toggles first: the text right of one is no label of the field below.
  const ordered = [...controls].sort((a, b) => Number(TOGGLES.has(b.control)) - Number(TOGGLES.has(a.control)));
  for (const control of ordered) {
    const home = all.find((a) => a.node === control)!.around.slice(-CLOSE)[0]!;
    const free = texts.filter((t) => t.tag !== 'label' && all.some((a) => a.node === t && a.around.includes(home)));
    const label = TOGGLES.has(control.control)
      ? (beside(control, free, scale, 1) ?? beside(control, free, scale, -1))
      : (above(control, free, scale) ?? beside(control, free, scale, -1));
    if (!label) continue;
    label.tag = 'label';
    label.for = control.id;
    setKind(control, wordsOf(label));
  }
  groupRadios(all);
  findForms(root);
}

function isLabelLike(text: TextNode, around: BoxNode[]): boolean {
  const words = wordsOf(text);
  return (
    text.tag === 'p' &&
    text.lines.length <= 2 &&
    words.length <= LONGEST_LABEL &&
    !around.some((b) => b.tag === 'button' || b.tag === 'a')
  );
}

function above(control: ControlNode, texts: TextNode[], scale: number): TextNode | undefined {
  const c = control.source;
  return nearest(texts, (t) => {
    const gap = c.y - (t.y + t.height);
    const level = t.x >= c.x - 14 * scale && t.x < c.x + c.width / 2;
    return level && gap > -6 * scale && gap < ABOVE * scale ? gap : Infinity;
  });
}

/** The text on the right (1) or left (-1) of a control and level with it. */
function beside(control: ControlNode, texts: TextNode[], scale: number, side: 1 | -1): TextNode | undefined {
  const c = control.source;
  return nearest(texts, (t) => {
    const gap = side === 1 ? t.x - (c.x + c.width) : c.x - (t.x + t.width);
    const level =
      Math.abs(t.y + t.height / 2 - c.y - c.height / 2) < Math.max(t.height, Math.min(c.height, 50 * scale)) / 2;
    return level && gap > -2 * scale && gap < (side === 1 ? 24 : LEFT) * scale ? gap : Infinity;
  });
}

function nearest(texts: TextNode[], distance: (box: Box) => number): TextNode | undefined {
  let [best, least]: [TextNode | undefined, number] = [undefined, Infinity];
  for (const text of texts) {
    const d = distance(text.source);
    if (d < least) [best, least] = [text, d];
  }
  return best;
}

function setKind(control: ControlNode, label: string): void {
  if (control.control !== 'text') return;
  if (/passw/i.test(label)) control.control = 'password';
  else if (/e-?mail/i.test(label)) control.control = 'email';
}

/** Radio buttons in one box, or in boxes of one box, are one choice. */
function groupRadios(all: { node: Node; around: BoxNode[] }[]): void {
  const radios = all.filter(
    (a): a is { node: ControlNode; around: BoxNode[] } => a.node.kind === 'control' && a.node.control === 'radio',
  );
  const names = new Map<BoxNode | undefined, string>();
  for (const { node, around } of radios) {
    const home = [...around].reverse().find((box) => radios.filter((r) => r.around.includes(box)).length > 1);
    if (!names.has(home)) names.set(home, `choice-${names.size + 1}`);
    node.group = names.get(home)!;
  }
}

/** The smallest box around all fields near each other and the button that sends them. */
function findForms(root: BoxNode): void {
  const fields = (node: Node) =>
    [...nodesIn(node)].filter(({ node: n }) => n.kind === 'control' && n.control !== 'progress').length;
  const buttons = (node: Node) =>
    [...nodesIn(node)].filter(({ node: n }) => (n.kind === 'box' || n.kind === 'text') && n.tag === 'button').length;
  const visit = (box: BoxNode): boolean => {
    let inside = false;
    for (const child of box.children) if (child.kind === 'box' && visit(child)) inside = true;
    if (inside || box === root || box.tag !== 'div') return inside;
    if (!fields(box) || !buttons(box)) return false;
    box.tag = 'form';
    return true;
  };
  visit(root);
}

/** Says of each image what the text nearest to it says: its caption, or the heading that it stands by. */
export function describeImages(root: BoxNode): void {
  for (const { node, around } of nodesIn(root)) {
    if (node.kind !== 'image' || node.alt) continue;
    node.alt = captionOf(node, around);
  }
}

const LONGEST_ALT = 80;

function captionOf(image: ImageNode, around: BoxNode[]): string {
  for (const box of [...around].reverse().slice(0, 3)) {
    const texts = [...nodesIn(box)].flatMap(({ node }) => (node.kind === 'text' ? [node] : []));
    const heading = texts.find((t) => /^h[1-6]$/.test(t.tag));
    const candidates = heading ? [heading] : texts.filter((t) => wordsOf(t).length <= LONGEST_ALT);
    const middle = image.source.y + image.source.height / 2;
    const near = candidates.sort((a, b) => Math.abs(a.source.y - middle) - Math.abs(b.source.y - middle))[0];
    if (near) return wordsOf(near).slice(0, LONGEST_ALT);
  }
  return '';
}
