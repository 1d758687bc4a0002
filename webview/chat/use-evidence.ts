import { useChat, type Evidence } from './context.ts';

/** Where an element points at when the mouse or the focus is on it. */
export interface Lighting {
  onMouseEnter: (event: { currentTarget: HTMLElement }) => void;
  onMouseLeave: () => void;
  onFocus: (event: { currentTarget: HTMLElement }) => void;
  onBlur: () => void;
}

type Place = Omit<Evidence, 'peek'>;

/** Handlers that light up a place in a picture, and one that goes there. */
export function useEvidence(place: Place): { lighting: Lighting; go: (element: HTMLElement) => void } {
  const { light } = useChat();
  const on = ({ currentTarget }: { currentTarget: HTMLElement }) =>
    light({ ...place, ...peekFrom(currentTarget, place.sha256) });
  const off = () => light(undefined);
  return {
    lighting: { onMouseEnter: on, onMouseLeave: off, onFocus: on, onBlur: off },
    go(element) {
      light(place);
      pictureFor(element, place.sha256)?.scrollIntoView({ block: 'nearest', behavior: scrolling() });
    },
  };
}

/** The picture shown last before an element, or else the first one: that of the next question stands behind none. */
function pictureFor(element: HTMLElement, sha256: string): HTMLElement | undefined {
  const shown = [...document.querySelectorAll<HTMLElement>('[data-picture]')].filter(
    (each) => each.dataset['picture'] === sha256,
  );
  return shown.findLast((each) => each.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) ?? shown[0];
}

/** Where to show the place, if its picture is less than half in sight. */
function peekFrom(element: HTMLElement, sha256: string): Pick<Evidence, 'peek'> {
  const picture = pictureFor(element, sha256)?.querySelector('.picture-frame')?.getBoundingClientRect();
  const thread = document.querySelector('.thread')?.getBoundingClientRect();
  if (!picture || !thread) return {};
  const inSight = Math.min(picture.bottom, thread.bottom) - Math.max(picture.top, thread.top);
  if (inSight > picture.height / 2) return {};
  const middle = thread.top + thread.height / 2;
  return { peek: element.getBoundingClientRect().top > middle ? 'above' : 'below' };
}

const scrolling = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches || document.body.classList.contains('vscode-reduce-motion')
    ? 'instant'
    : 'smooth';
