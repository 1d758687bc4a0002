/** What a person would name in a picture: controls, links, headings, texts, pictures; from the Scene and the layout of it. */
import type { BoxNode, ControlNode, Design, Node, TextNode } from '../layout/design.ts';
import { isLink, nodesIn, textsOf, wordsOf } from '../layout/tree.ts';
import type { Box, Element, ElementClass, Scene, TextLine } from '../vision/scene.ts';
import { areaOf, holds, likeness } from './boxes.ts';
import { findGroups } from './groups.ts';
import { nameNearby } from './labels.ts';
import { plain } from './plain.ts';

export type ThingKind =
  | ElementClass
  | 'heading'
  | 'text'
  | 'header'
  | 'footer'
  | 'sidebar'
  | 'list'
  | 'bullet'
  | 'form'
  | 'quote'
  | 'caption'
  | 'banner';

export interface Thing {
  kind: ThingKind;
  /** What it says of itself or what labels it; empty where nothing does. */
  name: string;
  /** Image pixels. */
  box: Box;
  confidence: number;
  /** What stands in it: a field's value or hint, all text of a card. */
  text: string;
  /** Set where a field's text is a hint, not a value. */
  hint?: boolean;
  /** Set where a text is the label of a control, which it then names. */
  label?: boolean;
  /** 1 to 6, of a heading. */
  rank?: number;
  state: Element['state'];
  /** The shape that draws it, by id. */
  shape?: string;
  /** Rows of cells, of a table. */
  rows?: string[][];
}

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

/** From which probability on an element that the layout has no place for is told of. */
const SURE: Partial<Record<ElementClass, number>> = {
  'text-field': 0.6,
  'text-area': 0.6,
  select: 0.6,
  checkbox: 0.6,
  radio: 0.6,
  switch: 0.6,
  slider: 0.5,
  progress: 0.5,
  tab: 0.5,
  badge: 0.5,
  avatar: 0.5,
  chart: 0.5,
  card: 0.5,
  dialog: 0.5,
};
/** Two boxes show one thing from this IoU on. */
const SAME = 0.6;
/** Of what the layout found and the detector did not. */
const LAYOUT_CONFIDENCE = 0.6;

/** All things of a picture, in reading order, those that only the Scene has behind the others. */
export function findThings(scene: Scene, design: Design): Thing[] {
  const texts = textsOf(design.root);
  const labels = new Map(texts.flatMap((text) => (text.for ? [[text.for, wordsOf(text)] as const] : [])));
  const things: Thing[] = [];
  for (const { node, around } of nodesIn(design.root)) {
    // What a link or button says is its own.
    if (around.some((box) => box.tag === 'a' || box.tag === 'button')) continue;
    const thing = thingOf(node, scene, labels);
    if (thing) things.push(thing);
    if (node.kind === 'text' && !isLink(node)) things.push(...linksIn(node, scene));
  }
  things.push(...findGroups(scene, design));
  for (const element of scene.elements) {
    const least = SURE[element.class];
    if (least === undefined || element.confidence < least) continue;
    const known = (t: Thing) => t.kind !== 'text' && t.kind !== 'heading' && likeness(t.box, element.box) > SAME;
    if (!things.some(known)) things.push(fromElement(element, scene));
  }
  return things;
}

/** Lines with their middle in a box, from top to bottom. */
export function linesIn(scene: Scene, box: Box): TextLine[] {
  return scene.lines.filter((line) => holds(box, line.box) && areaOf(line.box) <= areaOf(box));
}

function thingOf(node: Node, scene: Scene, labels: ReadonlyMap<string, string>): Thing | undefined {
  if (node.kind === 'control') return fromControl(node, scene, labels.get(node.id) ?? node.label);
  if (node.kind === 'image') return fromPicture(node.source, 'image', node.alt, scene);
  if (node.kind === 'icon') return fromPicture(node.source, 'icon', node.label, scene);
  if (node.tag === 'nav') return { ...named('navigation', node, scene), name: node.label ?? '' };
  if (node.tag === 'button') return named('button', node, scene);
  if (isLink(node)) return named('link', node, scene);
  if (node.kind === 'text') return fromText(node);
  if (node.tag === 'table') return { ...named('table', node, scene), rows: rowsOf(node) };
  return undefined;
}

function named(kind: ElementClass, node: BoxNode | TextNode, scene: Scene): Thing {
  const text = saidIn(node);
  const element = elementAt(scene, node.source, [kind]);
  const isSelected = node.state?.current === true || node.state?.selected === true;
  return {
    kind,
    name: plain((kind === 'table' ? '' : text) || ('label' in node && node.label) || ''),
    box: element?.box ?? node.source,
    confidence: element?.confidence ?? LAYOUT_CONFIDENCE,
    text,
    state: { ...element?.state, ...(isSelected && { selected: true }) },
    ...(element?.shape && { shape: element.shape }),
  };
}

const saidIn = (node: BoxNode | TextNode): string => textsOf(node).map(wordsOf).filter(Boolean).join(' ');

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
        kind: 'link',
        name: plain(text),
        box: seen?.box ?? node.source,
        confidence: seen?.link ?? LAYOUT_CONFIDENCE,
        text,
        state: {},
      };
    });
}

function fromControl(node: ControlNode, scene: Scene, label: string): Thing {
  const kind = CLASS_OF[node.control];
  const element = elementAt(scene, node.source, [kind]);
  const hint = node.value === undefined && node.placeholder !== undefined;
  const said = node.value ?? node.placeholder ?? '';
  return {
    kind,
    name: plain(asLabel(label) || asLabel(nameNearby(scene, kind, node.source)) || (hint ? asLabel(said) : '')),
    box: element?.box ?? node.source,
    confidence: element?.confidence ?? LAYOUT_CONFIDENCE,
    text: said,
    ...(hint && { hint }),
    state: {
      ...element?.state,
      ...(node.checked !== undefined && { checked: node.checked }),
      ...(node.disabled && { disabled: true }),
      ...(node.ratio !== undefined && { value: node.ratio }),
    },
    ...(element?.shape && { shape: element.shape }),
  };
}

/** Words of a label, at most: more are a sentence that happens to stand there. */
const MOST_LABEL_WORDS = 8;

/** A label without what ends it; empty for a sentence. */
function asLabel(text: string): string {
  const bare = text.replace(/[\s:*.…]+$/, '');
  return bare.split(/\s+/).length > MOST_LABEL_WORDS ? '' : bare;
}

function fromPicture(box: Box, kind: 'image' | 'icon', name: string, scene: Scene): Thing {
  const element = elementAt(scene, box, ['image', 'icon', 'avatar', 'chart']);
  return {
    kind: kind === 'icon' ? kind : (element?.class ?? kind),
    name: plain(name),
    box,
    confidence: element?.confidence ?? LAYOUT_CONFIDENCE,
    text: '',
    state: {},
  };
}

function fromElement(element: Element, scene: Scene): Thing {
  const inside = linesIn(scene, element.box).map((line) => line.text);
  const isToggle = ['checkbox', 'radio', 'switch'].includes(element.class);
  const text = isToggle ? '' : inside.join(' ');
  const isOwn = element.class === 'badge' || element.class === 'tab';
  const isGroup = element.class === 'card' || element.class === 'dialog';
  const name = isOwn ? text : isGroup ? (inside[0] ?? '') : asLabel(nameNearby(scene, element.class, element.box));
  const { box, confidence, state, shape } = element;
  return { kind: element.class, name: plain(name), box, confidence, text, state, ...(shape && { shape }) };
}

function elementAt(scene: Scene, box: Box, classes: readonly ElementClass[]): Element | undefined {
  return scene.elements
    .filter((e) => classes.includes(e.class) && likeness(e.box, box) > SAME)
    .sort((a, b) => likeness(b.box, box) - likeness(a.box, box))[0];
}

function rowsOf(table: BoxNode): string[][] {
  const rows = [...nodesIn(table)].flatMap(({ node }) => (node.kind === 'box' && node.tag === 'tr' ? [node] : []));
  return rows.map((row) => row.children.map(cellText));
}

function cellText(cell: Node): string {
  if (cell.kind === 'control') return cell.value ?? '';
  return cell.kind === 'box' || cell.kind === 'text' ? saidIn(cell) : '';
}
