/** What holds other things: the page's regions, cards, lists, forms. */
import type { BoxNode, Design, Node } from '../layout/design.ts';
import { nodesIn, textsOf, wordsOf } from '../layout/tree.ts';
import type { Box, Scene, Shape } from '../vision/scene.ts';
import { areaOf, bottom, holds } from './boxes.ts';
import { bannersOf } from './banners.ts';
import { listsOf } from './bullets.ts';
import { cardsOf } from './cards.ts';
import { plain } from './plain.ts';
import type { Thing, ThingKind } from './things.ts';

/** A bar across the page: so wide, of the page's width, and at most so high, in CSS px. */
const BAR_WIDTH = 0.6;
const BAR_HEIGHT = 160;
/** A bar at the side: so high, of the page's height, and at most so wide, of its width. */
const SIDEBAR_HEIGHT = 0.5;
const SIDEBAR_WIDTH = 0.35;
/** What the layout says it is, and what only looks like it. */
const TOLD = 0.85;
const LOOKED = 0.7;

const REGION_TAGS: Partial<Record<BoxNode['tag'], ThingKind>> = {
  header: 'header',
  footer: 'footer',
  aside: 'sidebar',
  form: 'form',
  dialog: 'dialog',
};

/** Groups that the layout tells of or that look like it; `things` are all others. */
export function findGroups(scene: Scene, design: Design, things: readonly Thing[]): Thing[] {
  const boxes = [...nodesIn(design.root)].flatMap(({ node }) => (node.kind === 'box' ? [node] : []));
  const isSeen = (kind: ThingKind) => things.some((thing) => thing.kind === kind);
  const told = boxes.flatMap((node) => {
    const kind = REGION_TAGS[node.tag];
    return kind && !(kind === 'dialog' && isSeen(kind)) ? [group(kind, node.source, node, TOLD)] : [];
  });
  const isMissing = (kind: ThingKind) => !told.some((thing) => thing.kind === kind);
  const bars = barsOf(scene)
    .filter(({ kind }) => isMissing(kind))
    .map(({ kind, box }) => looked(kind, box, scene));
  return [
    ...told,
    ...bars,
    ...listsOf(scene, design, [...things, ...bars]),
    ...captionsOf(design),
    ...cardsOf(scene, boxes, things),
    ...bannersOf(scene, things),
  ];
}

const looked = (kind: ThingKind, box: Box, scene: Scene): Thing => ({
  kind,
  name: '',
  box,
  confidence: LOOKED,
  text: scene.lines
    .filter((line) => holds(box, line.box))
    .map(({ text }) => text)
    .join(' '),
  state: {},
});

function group(kind: ThingKind, box: Box, node: Node, confidence: number): Thing {
  const texts = textsOf(node);
  const heading = texts.find(({ tag }) => /^h[1-6]$/.test(tag)) ?? texts[0];
  return {
    kind,
    name: plain(heading ? wordsOf(heading) : ''),
    box,
    confidence,
    text: texts.map(wordsOf).filter(Boolean).join(' '),
    state: {},
  };
}

/** Bars along the page's edges, by their shapes. */
function barsOf({ shapes, image, scale }: Scene): { kind: ThingKind; box: Box }[] {
  const solid = shapes.filter((shape): shape is Shape => shape.kind === 'rectangle' && shape.fill !== undefined);
  const across = solid.filter(({ box }) => box.width >= BAR_WIDTH * image.width && box.height <= BAR_HEIGHT * scale);
  const header = across.filter(({ box }) => box.y <= 4 * scale).sort((a, b) => areaOf(b.box) - areaOf(a.box))[0];
  const footer = across
    .filter(({ box }) => bottom(box) >= image.height - 4 * scale)
    .sort((a, b) => areaOf(b.box) - areaOf(a.box))[0];
  const sidebar = solid
    .filter(
      ({ box }) =>
        box.height >= SIDEBAR_HEIGHT * image.height &&
        box.width <= SIDEBAR_WIDTH * image.width &&
        (box.x <= 4 * scale || box.x + box.width >= image.width - 4 * scale),
    )
    .sort((a, b) => areaOf(b.box) - areaOf(a.box))[0];
  return [
    ...(header ? [{ kind: 'header' as const, box: header.box }] : []),
    ...(footer && footer !== header ? [{ kind: 'footer' as const, box: footer.box }] : []),
    ...(sidebar ? [{ kind: 'sidebar' as const, box: sidebar.box }] : []),
  ];
}

const captionsOf = (design: Design): Thing[] =>
  textsOf(design.root).flatMap((text) =>
    text.tag === 'figcaption' ? [group('caption', text.source, text, text.confidence)] : [],
  );
