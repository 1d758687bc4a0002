import type { Design } from '../layout/design.ts';
import { layOut } from '../layout/layout.ts';
import { nodesIn } from '../layout/tree.ts';
import type { Scene, TextLine } from '../vision/scene.ts';
import { holds } from './boxes.ts';
import { withChosen } from './chosen.ts';
import { withCurrentEntries } from './current-entry.ts';
import { withMenus } from './looked-menus.ts';
import { withTables } from './table-things.ts';
import { withTabs } from './tabs.ts';
import { findThings } from './things.ts';
import type { Thing } from './things.ts';

/** A Scene as a person takes it in. */
export interface View {
  scene: Scene;
  design: Design;
  things: Thing[];
  /** In reading order. */
  lines: TextLine[];
}

/** Lays a Scene out (some 20 ms for a page) and names what is in it. */
export function viewOf(scene: Scene): View {
  const design = layOut(scene);
  const lines = inReadingOrder(scene, design);
  const things = withTables({
    scene,
    design,
    lines,
    things: withTabs(scene, withChosen(scene, withMenus(scene, withCurrentEntries(scene, findThings(scene, design))))),
  });
  return { scene, design, things, lines };
}

/** Lines go with the texts and controls that they are in; a line that is in none follows the line above it. */
function inReadingOrder(scene: Scene, design: Design): TextLine[] {
  const leaves = [...nodesIn(design.root)].flatMap(({ node }) =>
    node.kind === 'text' ? [node.lines] : node.kind === 'control' ? [[node.source]] : [],
  );
  const order = new Map<TextLine, number>();
  let last = -1;
  for (const line of [...scene.lines].sort((a, b) => a.box.y - b.box.y)) {
    const leaf = leaves.findIndex((boxes) => boxes.some((box) => holds(box, line.box)));
    last = leaf < 0 ? last : leaf;
    order.set(line, last);
  }
  return [...scene.lines].sort((a, b) => order.get(a)! - order.get(b)! || a.baseline - b.baseline || a.box.x - b.box.x);
}
