import { fill } from '../shared/strings.ts';
import type { Fact } from './answer-pieces.ts';
import { useChat } from './context.ts';
import { PlainText } from './plain-text.tsx';
import { picturesOf } from './shown-pictures.ts';

/** Facts that are less sure say so. */
const SURE = 0.6;

interface FactViewProps {
  fact: Fact;
  /** SHA-256 of the pictures that it counts through. */
  about: readonly string[];
  /** Whether Tab stops here. */
  isStop: boolean;
}

/** A piece of an answer that stands on something: lights up where, and goes there. */
export function FactView({ fact, about, isStop }: FactViewProps) {
  const { strings, state, light } = useChat();
  const sha256 = about[fact.picture];
  if (sha256 === undefined) return <PlainText text={fact.text} />;
  const name = picturesOf(state.conversation).find((picture) => picture.sha256 === sha256)?.name ?? '';
  const place = [strings.factWhole, strings.factPlace][fact.boxes.length] ?? strings.factPlaces;
  const isUnsure = fact.confidence < SURE;
  const doubt = isUnsure ? ` · ${fill(strings.unsure, Math.round(fact.confidence * 100))}` : '';
  const on = (element: HTMLElement) => light({ sha256, boxes: fact.boxes, ...peekFrom(element, sha256) });
  const off = () => light(undefined);
  const go = (element: HTMLElement) => {
    light({ sha256, boxes: fact.boxes });
    pictureBefore(element, sha256)?.scrollIntoView({ block: 'nearest', behavior: scrolling() });
  };
  return (
    <span
      class={isUnsure ? 'fact fact-unsure' : 'fact'}
      role="button"
      tabIndex={isStop ? 0 : -1}
      title={fill(place, name, fact.boxes.length) + doubt}
      onMouseEnter={(event) => on(event.currentTarget)}
      onMouseLeave={off}
      onFocus={(event) => on(event.currentTarget)}
      onBlur={off}
      onClick={(event) => go(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        go(event.currentTarget);
      }}
    >
      <PlainText text={fact.text} />
    </span>
  );
}

/** The picture shown last before an element. */
function pictureBefore(element: HTMLElement, sha256: string): HTMLElement | undefined {
  const shown = [...document.querySelectorAll<HTMLElement>('[data-picture]')];
  return shown
    .filter((each) => each.dataset['picture'] === sha256)
    .findLast((each) => each.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** Where to show what a fact stands on, if its picture is less than half in sight. */
function peekFrom(fact: HTMLElement, sha256: string): { peek?: 'above' | 'below' } {
  const picture = pictureBefore(fact, sha256)?.querySelector('.picture-frame')?.getBoundingClientRect();
  const thread = fact.closest('.thread')?.getBoundingClientRect();
  if (!picture || !thread) return {};
  const inSight = Math.min(picture.bottom, thread.bottom) - Math.max(picture.top, thread.top);
  if (inSight > picture.height / 2) return {};
  const middle = thread.top + thread.height / 2;
  return { peek: fact.getBoundingClientRect().top > middle ? 'above' : 'below' };
}

const scrolling = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches || document.body.classList.contains('vscode-reduce-motion')
    ? 'instant'
    : 'smooth';
