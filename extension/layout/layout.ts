import type { Scene } from '../vision/scene.ts';
import type { FrameBlock, TextBlock } from './block.ts';
import { contain } from './containment.ts';
import { arrange } from './cuts.ts';
import type { BoxNode, Design } from './design.ts';
import { fillFrame, nodeMaker } from './frames.ts';
import { heightOf, widthOf } from './geometry.ts';
import { commonRatio, setLeading } from './leading.ts';
import { findLists } from './lists.ts';
import { rankHeadings } from './headings.ts';
import { describeImages, tieLabels } from './labels.ts';
import { findLandmarks } from './landmarks.ts';
import { hoistLooks } from './looks.ts';
import { tieMarkers } from './markers.ts';
import { baseOf, NO_EDGES, type Building } from './nodes.ts';
import { languageOf, nameOf, titleOf } from './naming.ts';
import { findMenus } from './menus.ts';
import { paragraphsOf } from './paragraphs.ts';
import { markRepeats } from './repeat.ts';
import { findTables } from './tables.ts';

/** Line height over size where no paragraph shows one. */
const USUAL_RATIO = 1.2;

/** The tree of boxes and texts that a Scene shows; a blank Scene gives an empty page. Lengths of the result in CSS px. */
export function layOut(scene: Scene): Design {
  const page = contain(scene);
  const { scale } = page.measured;
  const texts = new Map<FrameBlock, TextBlock[]>();
  for (const container of page.containers) {
    tieMarkers(container, scale);
    texts.set(container.frame, paragraphsOf(container));
  }
  const all = [...texts.values()].flat();
  const ratio = commonRatio(all) ?? USUAL_RATIO;
  const size = bodySize(all);
  for (const [frame, own] of texts) {
    setLeading(frame, own, ratio, size);
    frame.items.push(...own);
  }
  for (const { frame } of [...page.containers].reverse()) arrangeFrame(frame);
  const b = building(scale);
  const root = rootNode(page.root, b);
  const viewport = { width: widthOf(page.measured.page), height: heightOf(page.measured.page) };
  tieLabels(root, scale);
  findLandmarks(root, b, viewport);
  findMenus(root, b);
  rankHeadings(root);
  describeImages(root);
  const text = hoistLooks(root);
  markRepeats(root);
  const title = titleOf(root);
  return {
    title,
    name: nameOf(root, title),
    language: languageOf(root),
    viewport,
    scale,
    background: page.background,
    text,
    root,
  };
}

function building(scale: number): Building {
  let n = 0;
  return { scale, nextId: () => `n${n++}` };
}

function bodySize(texts: TextBlock[]): number {
  const weights = new Map<number, number>();
  for (const l of texts.flatMap((t) => t.lines))
    weights.set(l.style.size, (weights.get(l.style.size) ?? 0) + l.text.length);
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 16;
}

function arrangeFrame(frame: FrameBlock): void {
  const { block, overlays } = arrange(frame.items);
  if (block) frame.content = findTables(findLists(block));
  frame.overlays.push(...overlays);
}

function rootNode(frame: FrameBlock, b: Building): BoxNode {
  const make = nodeMaker(b);
  const root: BoxNode = {
    ...baseOf(frame.rect, b),
    kind: 'box',
    tag: 'div',
    layout: { kind: 'column', gap: 0, align: 'stretch', justify: 'start' },
    padding: { ...NO_EDGES },
    children: [],
  };
  fillFrame(root, frame, frame.rect, b, make);
  root.width = { kind: 'fill' };
  return root;
}
