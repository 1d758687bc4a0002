import { useRef, useState } from 'preact/hooks';
import type { Box } from '../../extension/vision/scene.ts';
import { between, byKey, enough, isEnough, type Size } from '../shared/region.ts';

/** Screen pixels that a press must move by to draw: a hand isn't still as it clicks. */
const DRAG = 4;
/** Image pixels that an arrow key moves by, and with Ctrl or Command. */
const STEP = 10;
const FINE_STEP = 1;

export interface RegionDrawing {
  /** As far as it is drawn. */
  drawn: Box | undefined;
  /** Whether keys draw it. */
  isKeyed: boolean;
  /** Begins to draw by keys. */
  begin: () => void;
  cancel: () => void;
  take: () => void;
  /** @returns whether the key was for it */
  keyDown: (event: KeyboardEvent) => boolean;
  pointer: Record<'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel', (event: PointerEvent) => void>;
  /** Whether the press that a click ends drew something. */
  isDrag: () => boolean;
}

/**
 * Draws a rectangle on a picture, by mouse or keys.
 * @param size of the picture in image pixels; nothing can be drawn until it is known
 * @param from where keys begin, for another place than the middle
 */
export function useRegionDrawing(
  size: Size | undefined,
  from: Box | undefined,
  onTake: (region: Box) => void,
): RegionDrawing {
  const [drawn, setDrawn] = useState<Box>();
  const [isKeyed, setIsKeyed] = useState(false);
  const press = useRef<{ screen: Point; image: Point } | undefined>(undefined);
  const hasMoved = useRef(false);
  const cancel = () => {
    press.current = undefined;
    setDrawn(undefined);
    setIsKeyed(false);
  };
  const end = (region: Box | undefined) => {
    cancel();
    if (region && isEnough(region)) onTake(region);
  };
  const begin = () => {
    if (!size) return;
    setIsKeyed(true);
    setDrawn(from ? enough(from, size) : byKey(undefined, 'ArrowRight', { step: STEP, resize: false }, size));
  };
  const drawnTo = (event: PointerEvent) =>
    press.current && size && between(press.current.image, pointOf(event, size), size);
  return {
    drawn,
    isKeyed,
    begin,
    cancel,
    take: () => end(drawn),
    keyDown(event) {
      if (!size) return false;
      if (!isKeyed) {
        if (!event.shiftKey || !event.key.startsWith('Arrow')) return false;
        begin();
        return true;
      }
      const options = { step: event.ctrlKey || event.metaKey ? FINE_STEP : STEP, resize: event.shiftKey };
      const moved = byKey(drawn, event.key, options, size);
      if (moved) setDrawn(moved);
      else if (event.key === 'Enter') end(drawn);
      else if (event.key === 'Escape') cancel();
      else return false;
      return true;
    },
    pointer: {
      onPointerDown(event) {
        hasMoved.current = false;
        // Fingers scroll.
        if (!size || event.button !== 0 || event.pointerType === 'touch') return;
        press.current = { screen: { x: event.clientX, y: event.clientY }, image: pointOf(event, size) };
      },
      onPointerMove(event) {
        if (!press.current || !size) return;
        const { screen } = press.current;
        if (!hasMoved.current && Math.hypot(event.clientX - screen.x, event.clientY - screen.y) < DRAG) return;
        if (!hasMoved.current) (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
        hasMoved.current = true;
        setIsKeyed(false);
        setDrawn(drawnTo(event));
      },
      onPointerUp(event) {
        const region = hasMoved.current ? drawnTo(event) : undefined;
        // Too little to look at was a click by an unsteady hand.
        hasMoved.current = region !== undefined && isEnough(region);
        end(region);
      },
      onPointerCancel: cancel,
    },
    isDrag: () => hasMoved.current,
  };
}

interface Point {
  x: number;
  y: number;
}

function pointOf(event: PointerEvent, { width }: Size): Point {
  const shown = (event.currentTarget as HTMLElement).getBoundingClientRect();
  const scale = shown.width / width;
  return { x: (event.clientX - shown.left) / scale, y: (event.clientY - shown.top) / scale };
}
