import { find, union } from './union-find.ts';

/** A connected piece of a mask: its bounds `[x0, x1) x [y0, y1)` and the pixels in it. */
export interface Component {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  area: number;
}

export interface Components {
  /** `width * height`: 0 outside the mask, else 1 + the index of the pixel's component. */
  labels: Int32Array;
  list: Component[];
}

/** Connected components (8 neighbours) of the non-zero pixels of a mask of `width * height`. */
export function findComponents(mask: Uint8Array, width: number, height: number): Components {
  const labels = new Int32Array(width * height);
  const parent = new Int32Array(((width * height) >> 1) + 2);
  let count = 0;
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (!mask[i]) continue;
      const west = x > 0 ? labels[i - 1]! : 0;
      const northWest = x > 0 && y > 0 ? labels[i - width - 1]! : 0;
      const north = y > 0 ? labels[i - width]! : 0;
      const northEast = x + 1 < width && y > 0 ? labels[i - width + 1]! : 0;
      const near = north || west || northWest || northEast;
      if (!near) {
        labels[i] = ++count;
        parent[count] = count;
        continue;
      }
      labels[i] = near;
      // North touches all others; without it only the north-east one can be of another set.
      if (!north && northEast && northEast !== near) union(parent, near, northEast);
    }
  return { labels, list: measure(labels, parent, count, width) };
}

/** Replaces the labels by 1, 2, ... and gathers each component's bounds. */
function measure(labels: Int32Array, parent: Int32Array, count: number, width: number): Component[] {
  const list: Component[] = [];
  const final = new Int32Array(count + 1);
  for (let i = 0, x = 0, y = 0; i < labels.length; i++, x++) {
    if (x === width) {
      x = 0;
      y++;
    }
    const label = labels[i]!;
    if (!label) continue;
    const root = find(parent, label);
    if (!final[root]) final[root] = list.push({ x0: x, y0: y, x1: x + 1, y1: y + 1, area: 0 });
    labels[i] = final[root]!;
    const component = list[final[root]! - 1]!;
    component.area++;
    if (x < component.x0) component.x0 = x;
    if (x >= component.x1) component.x1 = x + 1;
    if (y >= component.y1) component.y1 = y + 1;
  }
  return list;
}
