/** What the layout made of a picture, as things: texts, headings, controls, links, pictures. */
import type { BoxNode, ControlNode, Design, Node, TextNode } from '../layout/design.ts';
import { isLink, nodesIn, textsOf, wordsOf } from '../layout/tree.ts';
import type { Box, ElementClass, Scene } from '../vision/scene.ts';
import { holds } from './boxes.ts';
import { asLabel, nameNearby } from './labels.ts';
import { plain } from './plain.ts';
import type { Thing } from './things.ts';

const CLASS_OF: Record<ControlNode['control'], ElementClass> = {
  text: 'text-field',
  password: 'text-field',
  email: 'text-field',
  search: 'text-field',
  number: 'text-field',
  date: 'text-field',
  textarea: 'text-area',
  select: 'select',
  checkbox: 'checkbox',
  radio: 'radio',
  switch: 'switch',
  range: 'slider',
  progress: 'progress',
};
/** Of what the layout found and the detector did not. */
const LAYOUT_CONFIDENCE = 0.6;
/** A run looks like a link from this probability on. */
const LINK = 0.5;
/** Links of these need not look like links. */
const BARS: readonly BoxNode['tag'][] = ['nav', 'header', 'footer', 'aside', 'ul'];
/** A link set so much larger than the page's text is a heading, too. */
const HEADING_SIZE = 1.25;
/** An empty date field shows how a date is written. */
const DATE_HINT = /^(?:mm|dd|yyyy|tt|jjjj)[/.-](?:mm|dd)[/.-](?:yyyy|dd|jjjj)$/i;
/** More words than these are no heading. */
const MOST_HEADING_WORDS = 12;

/** Things of a Design, in its order, which is that of reading. */
export function layoutThings(scene: Scene, design: Design): Thing[] {
  const labels = new Map(
    textsOf(design.root).flatMap((text) => (text.for ? [[text.for, wordsOf(text)] as const] : [])),
  );
  const things: Thing[] = [];
  for (const { node, around } of nodesIn(design.root)) {
    // What a link or button says is its own.
    if (around.some((box) => box.tag === 'a' || box.tag === 'button')) continue;
    if (isLink(node) && !looksLikeLink(node, around, scene)) {
      if (node.kind === 'text') things.push(fromText(node));
      continue;
    }
    const thing = thingOf(node, scene, labels);
    if (thing) things.push(thing);
    if (node.kind === 'text' && isLink(node)) things.push(...headingOf(node, scene, design));
    if (node.kind === 'text' && !isLink(node)) things.push(...linksIn(node, scene));
  }
  return things;
}

function looksLikeLink(node: Node, around: readonly BoxNode[], scene: Scene): boolean {
  const runs = scene.lines.filter((line) => holds(node.source, line.box)).flatMap((line) => line.runs);
  return runs.some(({ link }) => link >= LINK) || around.some(({ tag }) => BARS.includes(tag));
}

function thingOf(node: Node, scene: Scene, labels: ReadonlyMap<string, string>): Thing | undefined {
  if (node.kind === 'control') return fromControl(node, scene, labels.get(node.id) ?? node.label);
  if (node.kind === 'image') return bare('image', node.source, node.alt);
  if (node.kind === 'icon') return bare('icon', node.source, node.label);
  if (node.tag === 'nav') return { ...named('navigation', node), name: node.label ?? '' };
  if (node.tag === 'button') return named('button', node);
  if (isLink(node)) return named('link', node);
  if (node.kind === 'text') return fromText(node);
  if (node.tag === 'table') return { ...named('table', node), name: '' };
  return undefined;
}

const bare = (kind: ElementClass, box: Box, name: string): Thing => ({
  kind,
  name: plain(name),
  box,
  confidence: LAYOUT_CONFIDENCE,
  text: '',
  state: {},
});

function named(kind: ElementClass, node: BoxNode | TextNode): Thing {
  const text = textsOf(node).map(wordsOf).filter(Boolean).join(' ');
  const isSelected = node.state?.current === true || node.state?.selected === true;
  const name = text || ('label' in node && node.label) || '';
  return { ...bare(kind, node.source, name), text, state: isSelected ? { selected: true } : {} };
}

function fromText(node: TextNode): Thing {
  const rank = /^h([1-6])$/.exec(node.tag)?.[1];
  const text = wordsOf(node);
  return {
    kind: rank ? 'heading' : 'text',
    name: plain(text),
    box: node.source,
    confidence: node.confidence,
    text,
    state: {},
    ...(rank && { rank: Number(rank) }),
    ...(node.for && { label: true }),
  };
}

/** Titles of posts lead to them: a link that is set as large as a heading is one. */
function headingOf(node: TextNode, scene: Scene, design: Design): Thing[] {
  const runs = scene.lines.filter((line) => holds(node.source, line.box)).flatMap((line) => line.runs);
  const size = Math.max(0, ...runs.map(({ style }) => style.size));
  const text = wordsOf(node);
  if (size < HEADING_SIZE * design.text.size || text.split(' ').length > MOST_HEADING_WORDS) return [];
  return [{ ...fromText(node), kind: 'heading', rank: 3 }];
}

/** Links within a text: their boxes are those of the Scene's runs. */
function linksIn(node: TextNode, scene: Scene): Thing[] {
  return node.runs
    .filter((run) => run.tag === 'a')
    .map((run) => {
      const text = run.text.trim();
      const seen = scene.lines
        .filter((line) => holds(node.source, line.box))
        .flatMap((line) => line.runs)
        .find((r) => text.startsWith(r.text.trim()) || r.text.trim().startsWith(text));
      return {
        ...bare('link', seen?.box ?? node.source, text),
        confidence: seen && seen.link >= LINK ? seen.link : LAYOUT_CONFIDENCE,
        text,
      };
    });
}

function fromControl(node: ControlNode, scene: Scene, label: string): Thing {
  const kind = CLASS_OF[node.control];
  const said = node.value ?? node.placeholder ?? '';
  const isHint = node.value === undefined && node.placeholder !== undefined;
  const hint = isHint || DATE_HINT.test(said.trim());
  return {
    ...bare(kind, node.source, asLabel(label) || asLabel(nameNearby(scene, kind, node.source))),
    text: said,
    ...(hint && { hint }),
    state: {
      ...(node.checked !== undefined && { checked: node.checked }),
      ...(node.disabled && { disabled: true }),
      ...(node.ratio !== undefined && { value: node.ratio }),
    },
  };
}
