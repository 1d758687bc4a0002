import type { Box } from '../../extension/vision/scene.ts';
import type { Point } from './code-map.ts';

interface OutlinesProps {
  /** By node, CSS pixels of the page. */
  boxes: ReadonlyMap<string, Box>;
  /** Screen pixels for a CSS pixel. */
  scale: number;
  selected: readonly string[];
  hovered: string | undefined;
  spot: Box | undefined;
  /** Accessible name. */
  label: string;
  find: (point: Point) => string | undefined;
  /** Where an arrow key leads. */
  step: (key: string) => string | undefined;
  onHover: (node: string | undefined) => void;
  onSelect: (node: string | undefined) => void;
}

/** Lies over a picture: outlines what is pointed at and what is selected, and selects by mouse and keys. */
export function Outlines(props: OutlinesProps) {
  const { boxes, scale, selected, hovered, spot, label, find, step, onHover, onSelect } = props;
  const at = (event: MouseEvent) => {
    const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return find({ x: (event.clientX - left) / scale, y: (event.clientY - top) / scale });
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onSelect(undefined);
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const next = step(event.key);
    if (next !== undefined) onSelect(next);
  };
  const outline = (box: Box | undefined, kind: string, key: string) =>
    box && <div key={key} class={`outline outline-${kind}`} style={placed(box, scale)} />;
  return (
    <div
      class="outlines"
      tabIndex={0}
      role="application"
      aria-label={label}
      onPointerMove={(event) => onHover(at(event))}
      onPointerLeave={() => onHover(undefined)}
      onClick={(event) => onSelect(at(event))}
      onKeyDown={keyDown}
    >
      {selected.map((id) => outline(boxes.get(id), 'selected', id))}
      {hovered !== undefined && !selected.includes(hovered) && outline(boxes.get(hovered), 'hovered', 'hovered')}
      {outline(spot, 'spot', 'spot')}
    </div>
  );
}

const placed = ({ x, y, width, height }: Box, scale: number) => ({
  left: `${x * scale}px`,
  top: `${y * scale}px`,
  width: `${width * scale}px`,
  height: `${height * scale}px`,
});
