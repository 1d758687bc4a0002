import { usePreview } from './context.ts';

interface SplitterProps {
  /** Share of the window's height above it, 0 to 1. */
  share: number;
  onMove: (share: number) => void;
}

export const LEAST_SHARE = 0.15;
export const MOST_SHARE = 0.85;
const STEP = 0.04;

/** The edge between pictures and code, moved by mouse or arrow keys; a double click puts it back. */
export function Splitter({ share, onMove }: SplitterProps) {
  const { strings } = usePreview();
  const move = (to: number) => onMove(Math.max(LEAST_SHARE, Math.min(MOST_SHARE, to)));
  return (
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={strings.splitter}
      aria-valuemin={LEAST_SHARE * 100}
      aria-valuemax={MOST_SHARE * 100}
      aria-valuenow={Math.round(share * 100)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) move(share + event.movementY / window.innerHeight);
      }}
      onDblClick={() => move(USUAL_SHARE)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        move(share + (event.key === 'ArrowUp' ? -STEP : STEP));
      }}
    />
  );
}

/** Of the window's height for the pictures: what leaves half of it to the code. */
export const USUAL_SHARE = 0.46;
