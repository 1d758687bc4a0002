/** Text style said once: on the page, then on the boxes whose texts share what differs from it. */
import type { BoxNode, Design, Node, TextLook } from './design.ts';

const KEYS = [
  'family',
  'size',
  'weight',
  'italic',
  'lineHeight',
  'letterSpacing',
  'color',
  'align',
  'underline',
  'strike',
  'transform',
] as const;
/** Decorations aren't inherited in CSS; they stay where they are. */
const OWN = new Set<keyof TextLook>(['underline', 'strike']);

export const DEFAULT_LOOK: TextLook = {
  family: 'sans-serif',
  size: 16,
  weight: 400,
  italic: false,
  lineHeight: 24,
  letterSpacing: 0,
  color: '#000000',
  align: 'left',
  underline: false,
  strike: false,
  transform: 'none',
};

interface Styled {
  look: Partial<TextLook>;
  /** Characters. */
  weight: number;
}

/** Moves the texts' full looks up: to `Design.text` what most have, to boxes what all of theirs have. */
export function hoistLooks(root: BoxNode): Design['text'] {
  const texts = textsIn(root);
  const common = { ...DEFAULT_LOOK, ...mostCommon(texts) };
  for (const key of OWN) Object.assign(common, { [key]: false });
  common.align = 'left';
  const inherit = (node: Node, inherited: TextLook): void => {
    if (node.kind === 'text' || node.kind === 'control') {
      node.look = without(node.look, inherited);
      return;
    }
    if (node.kind !== 'box') return;
    const shared = node === root ? {} : sharedBy(textsIn(node), inherited);
    if (Object.keys(shared).length && node.children.length) node.text = shared;
    const next = { ...inherited, ...shared };
    for (const child of node.children) inherit(child, next);
  };
  inherit(root, common);
  return common;
}

function textsIn(node: Node): Styled[] {
  if (node.kind === 'text') return [{ look: node.look, weight: node.runs.reduce((n, r) => n + r.text.length, 0) }];
  if (node.kind === 'control') return Object.keys(node.look).length ? [{ look: node.look, weight: 1 }] : [];
  return node.kind === 'box' ? node.children.flatMap(textsIn) : [];
}

/** The family, size and so on of most characters, all from texts of the commonest size and family. */
function mostCommon(texts: Styled[]): Partial<TextLook> {
  const most = (of: (look: Partial<TextLook>) => unknown, among: Styled[]) => {
    const counts = new Map<string, { n: number; look: Partial<TextLook> }>();
    for (const t of among) {
      const key = JSON.stringify(of(t.look));
      counts.set(key, { n: (counts.get(key)?.n ?? 0) + t.weight, look: t.look });
    }
    return [...counts.values()].sort((a, b) => b.n - a.n)[0]?.look ?? {};
  };
  const body = most((l) => [l.size, l.family], texts);
  const alike = texts.filter((t) => t.look.size === body.size && t.look.family === body.family);
  const look: Partial<TextLook> = {};
  for (const key of KEYS) Object.assign(look, { [key]: most((l) => l[key], alike)[key] });
  return look;
}

function sharedBy(texts: Styled[], inherited: TextLook): Partial<TextLook> {
  const shared: Partial<TextLook> = {};
  if (texts.length < 2) return shared;
  for (const key of KEYS) {
    if (OWN.has(key)) continue;
    const first = texts[0]!.look[key];
    if (first !== undefined && first !== inherited[key] && texts.every((t) => t.look[key] === first))
      Object.assign(shared, { [key]: first });
  }
  return shared;
}

function without(look: Partial<TextLook>, inherited: TextLook): Partial<TextLook> {
  const own: Partial<TextLook> = {};
  for (const key of KEYS)
    if (look[key] !== undefined && look[key] !== inherited[key]) Object.assign(own, { [key]: look[key] });
  return own;
}
