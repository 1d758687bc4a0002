import type { ComponentChildren, RefObject } from 'preact';
import type { Size } from '../shared/region.ts';

interface PaneProps {
  caption?: string;
  /** Of the content, screen pixels. */
  size: Size;
  scroller: RefObject<HTMLDivElement | null>;
  /** The other pane's scroller: it goes where this one goes. */
  follows?: RefObject<HTMLDivElement | null>;
  children: ComponentChildren;
}

/** A picture in a frame of its own that scrolls. */
export function Pane({ caption, size, scroller, follows, children }: PaneProps) {
  const scrolled = (event: Event) => {
    const { scrollLeft, scrollTop } = event.currentTarget as HTMLElement;
    const other = follows?.current;
    if (other && (other.scrollLeft !== scrollLeft || other.scrollTop !== scrollTop))
      other.scrollTo({ left: scrollLeft, top: scrollTop });
  };
  return (
    <figure class="pane">
      {caption && <figcaption class="pane-caption">{caption}</figcaption>}
      <div class="pane-scroll" ref={scroller} onScroll={scrolled}>
        <div class="pane-content" style={{ width: `${size.width}px`, height: `${size.height}px` }}>
          {children}
        </div>
      </div>
    </figure>
  );
}
