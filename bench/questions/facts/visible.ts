import type { Box } from '../../../extension/vision/scene.ts';

/** Runs in the page. The viewport must show all of it. */

/** A thing must be seen to this share of its area. */
const SEEN = 0.95;
/** CSS pixels. */
const SMALLEST = 4;

/** A thing's box where it can be seen whole: shown, inside the page, not cut off, and nothing over it. */
export function seenBox(el: Element): Box | undefined {
  if (!el.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return undefined;
  const r = el.getBoundingClientRect();
  if (r.width < SMALLEST || r.height < SMALLEST || opacityOf(el) < 0.3) return undefined;
  let [left, top] = [Math.max(0, r.left), Math.max(0, r.top)];
  let [right, bottom] = [Math.min(innerWidth, r.right), Math.min(innerHeight, r.bottom)];
  for (let around = el.parentElement; around && around !== document.body; around = around.parentElement) {
    if (/^(visible|)$/.test(getComputedStyle(around).overflowX) || around === document.documentElement) continue;
    const frame = around.getBoundingClientRect();
    [left, top] = [Math.max(left, frame.left), Math.max(top, frame.top)];
    [right, bottom] = [Math.min(right, frame.right), Math.min(bottom, frame.bottom)];
  }
  if (right <= left || bottom <= top || (right - left) * (bottom - top) < SEEN * r.width * r.height) return undefined;
  const points: [number, number][] = [
    [0.5, 0.5],
    [0.12, 0.3],
    [0.88, 0.7],
  ];
  if (!points.every(([x, y]) => isOnTop(el, left + x * (right - left), top + y * (bottom - top)))) return undefined;
  return { x: r.left, y: r.top, width: r.width, height: r.height };
}

function isOnTop(el: Element, x: number, y: number): boolean {
  const hit = document.elementFromPoint(x, y);
  return (
    hit !== null && (hit === el || el.contains(hit) || hit.contains(el) || hit.closest('label')?.contains(el) === true)
  );
}

/** What an element and all around it let through. */
export function opacityOf(el: Element): number {
  let opacity = 1;
  for (let e: Element | null = el; e; e = e.parentElement) opacity *= Number(getComputedStyle(e).opacity);
  return opacity;
}

/** Whether a layer lies over the page: what is under it can be seen, but not well. */
export function isOverlaid(): boolean {
  return [...document.body.querySelectorAll<HTMLElement>('*')].some((el) => {
    const style = getComputedStyle(el);
    if (!/absolute|fixed/.test(style.position)) return false;
    const r = el.getBoundingClientRect();
    return r.width > 0.8 * innerWidth && r.height > 50 && style.visibility === 'visible' && el.children.length > 0;
  });
}

/** Whether something of it may be seen. */
export function isPartlySeen(el: Element): boolean {
  if (!el.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const r = el.getBoundingClientRect();
  return r.width > 0 && r.height > 0 && r.right > 0 && r.left < innerWidth && r.bottom > 0 && r.top < innerHeight;
}
