/** What a page is called, and in what language it speaks. */
import type { BoxNode } from './design.ts';
import { nodesIn, textsOf, wordsOf } from './tree.ts';

const LONGEST_TITLE = 70;
const WORDS_IN_NAME = 4;

export function titleOf(root: BoxNode): string {
  const texts = textsOf(root);
  for (const rank of ['h1', 'h2', 'h3']) {
    const heading = texts.find((t) => t.tag === rank);
    if (heading) return shorten(wordsOf(heading));
  }
  return shorten(texts.map(wordsOf).find((w) => /\p{L}{3}/u.test(w)) ?? '');
}

function shorten(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  return `${title.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')}…`;
}

/** PascalCase: what kind of page it is where that can be told, else its title. */
export function nameOf(root: BoxNode, title: string): string {
  const controls = [...nodesIn(root)].flatMap(({ node }) => (node.kind === 'control' ? [node.control] : []));
  const texts = textsOf(root);
  const said = texts.map(wordsOf).join(' ');
  if (controls.includes('password') && texts.length < 25) {
    if (/register|sign up|create (an )?account/i.test(title)) return 'RegisterForm';
    return 'SignInForm';
  }
  const isDashboard =
    /dashboard/i.test(title) ||
    (/dashboard|overview/i.test(said.slice(0, 200)) &&
      [...nodesIn(root)].some(({ node }) => node.kind === 'box' && node.repeat?.name === 'Card'));
  if (isDashboard) return 'Dashboard';
  const words =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];
  const telling = words.filter((w) => !/^(a|an|the|of|and|to|in|for|is|that|with)$/i.test(w));
  const name = telling
    .slice(0, WORDS_IN_NAME)
    .map((w) => w[0]!.toUpperCase() + w.slice(1).toLowerCase())
    .join('');
  return name.length > 2 ? name : 'Page';
}

/** Words that are common in one language and rare in the others. */
const COMMON: Record<string, RegExp> = {
  en: /\b(the|and|of|to|with|for|you|your|is|are|this|from|by)\b/gi,
  de: /\b(der|die|das|und|nicht|mit|für|ist|auf|eine[rnm]?|von|zu|sie|wir)\b/gi,
  fr: /\b(le|la|les|des|et|est|pour|dans|une|vous|nous|avec|sur|du)\b/gi,
  es: /\b(el|los|las|que|para|con|una|por|del|más|su|y)\b/gi,
  it: /\b(il|gli|che|per|con|una|della|sono|di|nel|più)\b/gi,
  pt: /\b(os|que|para|com|uma|não|mais|dos|em|você|seu)\b/gi,
  nl: /\b(het|een|van|en|voor|niet|zijn|met|op|je|wij)\b/gi,
  sv: /\b(och|att|det|som|för|inte|med|är|på|av|till)\b/gi,
  pl: /\b(nie|jest|się|na|do|oraz|dla|przez|jak|że)\b/gi,
};

/** BCP 47. */
export function languageOf(root: BoxNode): string {
  const said = textsOf(root).map(wordsOf).join(' ');
  const count = (pattern: RegExp) => said.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (count(/\p{Script=Cyrillic}/gu) > letters / 2) return /[іїєґ]/i.test(said) ? 'uk' : 'ru';
  if (count(/\p{Script=Greek}/gu) > letters / 2) return 'el';
  const [best] = Object.entries(COMMON)
    .map(([language, words]) => ({ language, n: count(words) }))
    .sort((a, b) => b.n - a.n);
  return best && best.n > 0 ? best.language : 'en';
}
