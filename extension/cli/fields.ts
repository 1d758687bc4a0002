import type { Design } from '../layout/design.ts';
import { nodesIn } from '../layout/tree.ts';
import type { Box } from '../vision/scene.ts';

/** Where a person types or chooses: what stands there is a value or a hint, not text of the page. */
const FIELDS = new Set<string>(['text', 'password', 'email', 'search', 'number', 'date', 'textarea', 'select']);

/** The boxes of a design's fields, in image pixels. */
export function fieldBoxes(design: Design): Box[] {
  const nodes = [...nodesIn(design.root)].map(({ node }) => node);
  return nodes.filter((node) => node.kind === 'control' && FIELDS.has(node.control)).map(({ source }) => source);
}

/** Whether the middle of `box` lies in `field`. */
export function isWithin(box: Box, field: Box): boolean {
  const x = box.x + box.width / 2 - field.x;
  const y = box.y + box.height / 2 - field.y;
  return x > 0 && x < field.width && y > 0 && y < field.height;
}
