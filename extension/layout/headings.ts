/** Which texts are headings and of what rank. Runs while the nodes still carry their full looks. */
import type { BoxNode, Node, TextLook, TextNode } from './design.ts';
import { isLink, nodesIn, textsOf, wordsOf } from './tree.ts';

/** Bold text of the body's size or smaller is a heading only where it is short. Characters. */
const LONGEST_BOLD = 70;
const LONGEST = 160;
const MOST_LINES = 4;
const BOLD = 600;
/** Figures in tiles, prices and contacts are large, and no headings. */
const CONTACT = /\S@\S|:\/\/|^\+?[\d\s()-]{7,}$|\p{Sc}\s?\d/u;
const FIGURE = /^[\p{Sc}+\-−–]?\s?[\d.,:\s]+\s?([%\p{Sc}]|[kKM]|\/?\w{1,3})?$/u;
const RANKS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;
/** Evidence that the texts of one look need on average, and each of them for itself. */
const ENOUGH = 1.2;
const LEAST = 0.7;
/** Evidence that needs no company. */
const SURE = 2;

interface Candidate {
  text: TextNode;
  look: TextLook;
  evidence: number;
}

/**
 * Ranks the headings. What looks alike is alike: the evidence of all texts of one look is weighed together, so that one of
 * them with little below it goes with the rest.
 */
export function rankHeadings(root: BoxNode): void {
  const body = bodyLook(root);
  const looks = new Map<string, Candidate[]>();
  for (const { node, around } of nodesIn(root)) {
    if (node.kind !== 'text' || !isCandidate(node, around)) continue;
    const look = node.look as TextLook;
    const key = `${Math.round(look.size)} ${look.weight >= BOLD} ${look.color} ${isCapitals(node)}`;
    const candidate = { text: node, look, evidence: prominence(node, look, body) + placing(node, look, around) };
    looks.set(key, [...(looks.get(key) ?? []), candidate]);
  }
  const found = [...looks.values()].flatMap((alike) => {
    const mean = alike.reduce((sum, c) => sum + c.evidence, 0) / alike.length;
    return alike.filter((c) => c.evidence >= LEAST && (mean >= ENOUGH || c.evidence >= SURE));
  });
  // Sizes that differ by less than a pixel are one rank.
  const scores = [...new Set(found.map((f) => scoreOf(f.look)))].sort((a, b) => b - a);
  for (const { text, look } of found) {
    if (text.tag === 'a') text.runs = text.runs.map((r) => (r.tag === 'text' ? { ...r, tag: 'a' } : r));
    text.tag = RANKS[Math.min(scores.indexOf(scoreOf(look)), RANKS.length - 1)]!;
  }
}

const scoreOf = (look: TextLook) => Math.round(look.size) + (look.weight >= BOLD ? 0.5 : 0);

const isCapitals = (text: TextNode): boolean => {
  const words = wordsOf(text);
  return words === words.toUpperCase() && words !== words.toLowerCase();
};

function isCandidate(text: TextNode, around: BoxNode[]): boolean {
  if (text.tag !== 'p' && text.tag !== 'a') return false;
  if (around.some((b) => ['button', 'a', 'label', 'td', 'th', 'ul', 'ol', 'nav'].includes(b.tag))) return false;
  if (isLogo(around)) return false;
  const words = wordsOf(text);
  return (
    words.length >= 2 &&
    words.length <= LONGEST &&
    text.lines.length <= MOST_LINES &&
    !FIGURE.test(words) &&
    !CONTACT.test(words) &&
    /\p{L}/u.test(words)
  );
}

/** The site's name in a bar with its links. */
function isLogo(around: BoxNode[]): boolean {
  const bar = around.at(-1);
  return bar?.layout.kind === 'row' && textsOf(bar).filter(isLink).length >= 2;
}

/** Evidence from the text alone: how it stands out of the body, and whether it reads as a sentence. */
function prominence(text: TextNode, look: TextLook, body: { size: number; weight: number }): number {
  const words = wordsOf(text);
  const capitals = isCapitals(text);
  // Capitals are set smaller.
  const larger = (look.size * (capitals ? 1.1 : 1)) / body.size - 1;
  const bold = look.weight >= BOLD && !text.runs.some((r) => (r.look.weight ?? BOLD) < BOLD);
  let evidence = Math.max(-1, Math.min(2.5, 5 * larger));
  if (bold && body.weight < BOLD && words.length <= LONGEST_BOLD) evidence += 1;
  if (isLink(text)) evidence -= 0.4;
  if (/[,;]$/.test(words)) evidence -= 1;
  if (/[.!?…]$/.test(words)) evidence -= words.length > 40 ? 1.2 : 0.4;
  if (words.length > 80) evidence -= 0.6;
  if (text.lines.length > 2) evidence -= 0.4;
  return evidence;
}

/** Evidence from where it stands: a heading has a line to itself and clings to something plainer below it. */
function placing(text: TextNode, look: TextLook, around: BoxNode[]): number {
  const parent = around.at(-1);
  if (!parent) return 0;
  const at = parent.children.indexOf(text);
  if (parent.layout.kind === 'grid' && at < parent.layout.columns.length) {
    const below = parent.children[at + parent.layout.columns.length];
    return below ? introduced(below, look, at) : -2;
  }
  if (parent.layout.kind !== 'column') {
    const others = textsOf(parent).filter((other) => other !== text && /\p{L}/u.test(wordsOf(other)));
    if (others.length > 1) return -2;
    if (others.length && at > 0) return -0.8;
    return (others.length ? 0 : 0.2) + (isHead(parent, around.at(-2)) ? 0.8 : 0);
  }
  const next = parent.children[at + 1];
  if (!next) return isHead(parent, around.at(-2)) ? 0.8 : -0.5;
  if (next.kind === 'control') return -0.6;
  const clings = at > 0 && gapAbove(next, parent) < 0.75 * gapAbove(text, parent);
  return introduced(next, look, at) + (clings ? 0.4 : 0);
}

/** White above a child of a column, beyond the column's own gap. */
const gapAbove = (node: Node, parent: BoxNode): number =>
  node.margin.top + (parent.layout.kind === 'column' ? parent.layout.gap : 0);

/** Evidence from what stands below a text. */
function introduced(next: Node, look: TextLook, at: number): number {
  if (next.kind === 'box' && next.tag === 'hr') return at === 0 ? 1 : 0.5;
  if (next.kind !== 'text') return 0.6;
  const below = next.look as TextLook;
  const bold = below.weight >= BOLD;
  if (below.size > 1.05 * look.size || (bold && look.weight < BOLD)) return -0.4;
  const plainer = below.size < 0.95 * look.size || (!bold && look.weight >= BOLD);
  return plainer ? 0.8 : -0.3;
}

/** A card's head: the first box of a column with more below it. */
function isHead(box: BoxNode, above: BoxNode | undefined): boolean {
  return above?.layout.kind === 'column' && above.children[0] === box && above.children.length > 1;
}

/** Size and weight of most characters. */
export function bodyLook(root: BoxNode): { size: number; weight: number } {
  const counts = new Map<string, { n: number; look: { size: number; weight: number } }>();
  for (const { node } of nodesIn(root)) {
    if (node.kind !== 'text') continue;
    const { size = 16, weight = 400 } = node.look;
    const key = `${Math.round(size)}/${weight >= BOLD}`;
    counts.set(key, { n: (counts.get(key)?.n ?? 0) + wordsOf(node).length, look: { size, weight } });
  }
  return [...counts.values()].sort((a, b) => b.n - a.n)[0]?.look ?? { size: 16, weight: 400 };
}
