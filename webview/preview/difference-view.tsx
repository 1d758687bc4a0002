import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { ComponentResult } from '../../extension/engine/protocol.ts';
import { Notice } from '../shared/notice.tsx';
import { fill } from '../shared/strings.ts';
import { usePreview } from './context.ts';
import { difference } from './difference-pixels.ts';
import { usePixels } from './hooks.ts';
import { Pane } from './pane.tsx';

interface DifferenceProps {
  result: ComponentResult;
  scale: number;
  scroller: RefObject<HTMLDivElement | null>;
  children: ComponentChildren;
}

/** The screenshot in pale grey, what the rendering has otherwise in one strong colour. */
export function DifferenceView({ result, scale, scroller, children }: DifferenceProps) {
  const { strings } = usePreview();
  const canvas = useRef<HTMLCanvasElement>(null);
  const screenshot = usePixels(result.screenshot);
  const rendering = usePixels(result.rendering);
  const marked = useMemo(
    () => (screenshot && rendering ? difference(screenshot, rendering) : undefined),
    [screenshot, rendering],
  );
  useLayoutEffect(() => {
    if (!marked || !canvas.current) return;
    const { width, height, data } = marked;
    canvas.current.width = width;
    canvas.current.height = height;
    canvas.current.getContext('2d')!.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  }, [marked]);
  if (!result.rendering)
    return (
      <div class="single">
        <Notice kind="info">{result.unchecked ?? strings.noRendering}</Notice>
      </div>
    );
  if (!marked) return <div class="single" aria-busy="true" />;
  const onScreen = (pixels: number) => (pixels / result.scene.scale) * scale;
  const size = { width: onScreen(marked.width), height: onScreen(marked.height) };
  return (
    <div class="single">
      <p class="slider-bar muted">{fill(strings.differs, (marked.share * 100).toFixed(1))}</p>
      <Pane size={size} scroller={scroller}>
        <canvas
          class="layer"
          ref={canvas}
          role="img"
          aria-label={strings.difference}
          style={{ width: `${size.width}px`, height: `${size.height}px` }}
        />
        {children}
      </Pane>
    </div>
  );
}
