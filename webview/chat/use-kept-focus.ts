import { useLayoutEffect } from 'preact/hooks';
import type { RefObject } from 'preact';

/** Where what has the focus in a list goes away with a change, the focus goes to what `heir` gives: it would be nowhere. */
export function useKeptFocus(list: RefObject<HTMLElement | null>, heir: () => HTMLElement | null | undefined): void {
  // Before what the component renders is changed in the page.
  const wasWithin = list.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (wasWithin && document.activeElement === document.body) heir()?.focus({ preventScroll: true });
  });
}
