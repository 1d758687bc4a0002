/** Which texts are headings and of what rank. Runs while the nodes still carry their full looks. */
import type { BoxNode, TextLook, TextNode } from './design.ts';
import { isLink, nodesIn, textsOf, wordsOf } from './tree.ts';

/** Size over the body's from which a text that stands alone is a heading. */
const LARGER = 1.17;
/** Bold text of the body's size is a heading only where it is short and something stands below it. Characters. */
const LONGEST_BOLD = 70;
const LONGEST = 160;
const BOLD = 600;
/** Figures in tiles and prices are large, and no headings. */
const FIGURE = /^[\p{Sc}+\-−–]?\s?[\d.,:\s]+\s?([%\p{Sc}]|[kKM]|\/?\w{1,3})?$/u;
const RANKS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

export function rankHeadings(root: BoxNode): void {
  const body = bodyLook(root);
  const found: { text: TextNode; score: number }[] = [];
  for (const { node, around } of nodesIn(root)) {
    if (node.kind !== 'text' || !isCandidate(node, around)) continue;
    const look = node.look as TextLook;
    const bolder = look.weight >= BOLD && body.weight < BOLD;
    const large = look.size >= LARGER * body.size;
    if (large && look.weight < BOLD && look.size < MUCH_LARGER * body.size && isSentence(wordsOf(node))) continue;
    if (isLogo(around)) continue;
    const small = (bolder && introduces(node, around, body)) || isUnderlined(node, around);
    if (large ? node.tag !== 'a' || look.size >= MUCH_LARGER * body.size : small)
      found.push({ text: node, score: scoreOf(look) });
  }
  // Sizes that differ by less than a pixel are one rank.
  const scores = [...new Set(found.map((f) => f.score))].sort((a, b) => b - a);
  for (const { text, score } of found) {
    if (text.tag === 'a') text.runs = text.runs.map((r) => (r.tag === 'text' ? { ...r, tag: 'a' } : r));
    text.tag = RANKS[Math.min(scores.indexOf(score), RANKS.length - 1)]!;
  }
}

/** A lead paragraph is larger than the body, too, but reads as a sentence. */
const MUCH_LARGER = 1.45;
const isSentence = (words: string): boolean => words.length > 60 || /[.!?…]$/.test(words);

/** The site's name in a bar with its links. */
function isLogo(around: BoxNode[]): boolean {
  const bar = around.at(-1);
  return bar?.layout.kind === 'row' && textsOf(bar).filter(isLink).length >= 2;
}

const scoreOf = (look: TextLook) => Math.round(look.size) + (look.weight >= BOLD ? 0.5 : 0);

function isCandidate(text: TextNode, around: BoxNode[]): boolean {
  if (text.tag !== 'p' && text.tag !== 'a') return false;
  if (around.some((b) => ['button', 'a', 'label', 'td', 'th', 'ul', 'ol', 'nav'].includes(b.tag))) return false;
  const words = wordsOf(text);
  return (
    words.length >= 2 &&
    words.length <= LONGEST &&
    text.lines.length <= 4 &&
    !FIGURE.test(words) &&
    /\p{L}/u.test(words)
  );
}

/** All of it is bold, it is short, and what follows in its column is plainer. */
function introduces(text: TextNode, around: BoxNode[], body: { size: number }): boolean {
  const look = text.look as TextLook;
  const words = wordsOf(text);
  // Capitals are set smaller.
  const least = words === words.toUpperCase() ? 0.75 : 0.9;
  if (look.size < least * body.size || words.length > LONGEST_BOLD || text.lines.length > 1) return false;
  if (text.runs.some((r) => r.look.weight !== undefined && r.look.weight < BOLD) || /[.,;]$/.test(words)) return false;
  const parent = around.at(-1);
  if (!parent) return false;
  if (isHead(parent, text, around.at(-2))) return true;
  if (parent.layout.kind !== 'column' || text.tag === 'a') return false;
  const next = parent.children[parent.children.indexOf(text) + 1];
  if (!next || next.kind === 'control') return false;
  return !(next.kind === 'text' && (next.look.weight ?? 400) >= BOLD && (next.look.size ?? 0) >= look.size);
}

/** A card's head: the first of what it holds, with nothing worded in it but the text. */
function isHead(box: BoxNode, text: TextNode, above: BoxNode | undefined): boolean {
  if (above?.layout.kind !== 'column' || above.children[0] !== box || above.children.length < 2) return false;
  return !textsOf(box).some((other) => other !== text && /\p{L}/u.test(wordsOf(other)));
}

/** A short text right above a rule, with more below it: the head of a column. */
function isUnderlined(text: TextNode, around: BoxNode[]): boolean {
  const parent = around.at(-1);
  if (parent?.layout.kind !== 'column' || text.lines.length > 1 || wordsOf(text).length > 40 || text.tag === 'a')
    return false;
  const at = parent.children.indexOf(text);
  const [rule, after] = [parent.children[at + 1], parent.children[at + 2]];
  return at === 0 && rule?.kind === 'box' && rule.tag === 'hr' && after !== undefined;
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
