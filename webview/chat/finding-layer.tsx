import { useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import type { Box } from '../../extension/vision/scene.ts';
import type { Size } from '../shared/region.ts';
import type { Evidence } from './context.ts';
import { useChat } from './context.ts';
import { findingAt, type Finding } from './findings.ts';
import type { RegionDrawing } from './use-region-drawing.ts';

interface FindingLayerProps {
  layer: RefObject<HTMLDivElement | null>;
  name: string;
  /** Image pixels. */
  size: Size;
  findings: readonly Finding[];
  showsAll: boolean;
  /** Places that a fact stands on; none for all of the picture. */
  lit: Evidence | undefined;
  chosen: Finding | undefined;
  /** Parts that were asked about, and the one that the next question is about. */
  asked: readonly Box[];
  next: Box | undefined;
  drawing: RegionDrawing;
  onChoose: (finding: Finding | undefined) => void;
  onFocus: () => void;
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Lies over a picture: outlines what was found, and chooses or draws by mouse and keys. */
export function FindingLayer(props: FindingLayerProps) {
  const { layer, name, size, findings, showsAll, lit, chosen, asked, next, drawing, onChoose, onFocus } = props;
  const { strings } = useChat();
  const [hovered, setHovered] = useState<Finding>();
  const at = (event: MouseEvent, from: string | undefined) => {
    const { left, top, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const scale = width / size.width;
    const point = { x: (event.clientX - left) / scale, y: (event.clientY - top) / scale };
    return findingAt(findings, point, scale, from);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (drawing.keyDown(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === 'Escape') return onChoose(undefined);
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = findings.findIndex(({ id }) => id === chosen?.id);
    const next = findings[index < 0 ? (step > 0 ? 0 : findings.length - 1) : index + step];
    if (next) onChoose(next);
  };
  const outline = (key: string, kind: string, { x, y, width, height }: Box) => (
    <div
      key={key}
      class={`mark mark-${kind}`}
      style={{ ...placed({ x, y }, size), ...sized({ width, height }, size) }}
    />
  );
  const { drawn, pointer } = drawing;
  return (
    <div
      class="findings"
      ref={layer}
      tabIndex={0}
      role="application"
      aria-label={name}
      aria-description={strings.foundHelp}
      onFocus={onFocus}
      {...pointer}
      onPointerMove={(event) => {
        pointer.onPointerMove(event);
        setHovered(at(event, undefined));
      }}
      onPointerLeave={() => setHovered(undefined)}
      onClick={(event) => drawing.isDrag() || onChoose(at(event, chosen?.id))}
      onKeyDown={keyDown}
    >
      {showsAll && findings.map(({ id, kind, box }) => outline(`all-${id}`, kind, box))}
      {asked.map((box, index) => outline(`asked-${index}`, 'asked', box))}
      {hovered && hovered.id !== chosen?.id && !drawn && outline('hovered', 'hovered', hovered.box)}
      {chosen && !drawn && outline('chosen', 'chosen', chosen.box)}
      {next && !drawn && outline('next', 'next', next)}
      {drawn && outline('drawn', 'drawn', drawn)}
      {lit?.boxes.map((box, index) => outline(`lit-${index}`, 'lit', box))}
      {lit?.boxes.length === 0 && outline('lit', 'lit', { x: 0, y: 0, ...size })}
      {lit?.point && <div class="mark mark-point" style={placed(lit.point, size)} />}
    </div>
  );
}

const placed = ({ x, y }: { x: number; y: number }, { width, height }: Size) => ({
  left: `${(x / width) * 100}%`,
  top: `${(y / height) * 100}%`,
});

const sized = (box: Size, { width, height }: Size) => ({
  width: `${(box.width / width) * 100}%`,
  height: `${(box.height / height) * 100}%`,
});
