import type { ComponentChildren, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { usePreview } from './context.ts';
import { Pane } from './pane.tsx';
import type { Size } from '../shared/region.ts';

interface SliderProps {
  size: Size;
  scroller: RefObject<HTMLDivElement | null>;
  screenshot: ComponentChildren;
  rendering: ComponentChildren;
  children: ComponentChildren;
}

/** The screenshot over the rendering, up to an edge that can be moved. */
export function SliderView({ size, scroller, screenshot, rendering, children }: SliderProps) {
  const { strings } = usePreview();
  const [share, setShare] = useState(50);
  return (
    <div class="single">
      <div class="slider-bar">
        <span>{strings.screenshot}</span>
        <input
          type="range"
          min={0}
          max={100}
          value={share}
          aria-label={strings.sliderLabel}
          onInput={(event) => setShare(Number(event.currentTarget.value))}
        />
        <span>{strings.rendering}</span>
      </div>
      <Pane size={size} scroller={scroller}>
        {rendering}
        <div class="layer slider-top" style={{ clipPath: `inset(0 ${100 - share}% 0 0)` }}>
          {screenshot}
        </div>
        {children}
        <div
          class="slider-edge"
          style={{ left: `${share}%` }}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={(event) => {
            if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
            const { left, width } = event.currentTarget.parentElement!.getBoundingClientRect();
            setShare(Math.max(0, Math.min(100, ((event.clientX - left) / width) * 100)));
          }}
        />
      </Pane>
    </div>
  );
}
