import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/** What a person does to look elsewhere. */
const LEAVING = ['wheel', 'pointerdown', 'keydown', 'touchmove'] as const;

/**
 * Keeps the last child of a list at its top, as the answer grows and pictures come in: an answer is read from its beginning.
 * Lets go when the person looks elsewhere, and takes hold again of the next last child.
 * @param last changes with the last child
 */
export function usePinned(last: string | undefined): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const isPinned = useRef(true);
  const pin = () => {
    const child = list.current?.lastElementChild as HTMLElement | null | undefined;
    if (isPinned.current && list.current && child) list.current.scrollTop = child.offsetTop;
  };
  useLayoutEffect(() => {
    isPinned.current = true;
    pin();
  }, [last]);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const observer = new ResizeObserver(pin);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    const leave = () => (isPinned.current = false);
    for (const kind of LEAVING) element.addEventListener(kind, leave, { passive: true });
    return () => {
      observer.disconnect();
      for (const kind of LEAVING) element.removeEventListener(kind, leave);
    };
  }, [last]);
  return list;
}
