import { useState } from 'preact/hooks';
import type { Box } from '../../extension/vision/scene.ts';
import { useChat } from './context.ts';
import { findingAt, type Finding } from './findings.ts';

interface FindingLayerProps {
  name: string;
  /** Image pixels. */
  size: { width: number; height: number };
  findings: readonly Finding[];
  showsAll: boolean;
  /** Places that a fact stands on; empty for all of the picture. */
  lit: readonly Box[] | undefined;
  chosen: Finding | undefined;
  onChoose: (finding: Finding | undefined) => void;
  onFocus: () => void;
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Lies over a picture: outlines what was found, and chooses by mouse and keys. */
export function FindingLayer(props: FindingLayerProps) {
  const { name, size, findings, showsAll, lit, chosen, onChoose, onFocus } = props;
  const { strings } = useChat();
  const [hovered, setHovered] = useState<Finding>();
  const at = (event: MouseEvent, from: string | undefined) => {
    const { left, top, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const scale = width / size.width;
    const point = { x: (event.clientX - left) / scale, y: (event.clientY - top) / scale };
    return findingAt(findings, point, scale, from);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onChoose(undefined);
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = findings.findIndex(({ id }) => id === chosen?.id);
    const next = findings[index < 0 ? (step > 0 ? 0 : findings.length - 1) : index + step];
    if (next) onChoose(next);
  };
  const outline = (key: string, kind: string, box: Box) => (
    <div
      key={key}
      class={`mark mark-${kind}`}
      style={{
        left: `${(box.x / size.width) * 100}%`,
        top: `${(box.y / size.height) * 100}%`,
        width: `${(box.width / size.width) * 100}%`,
        height: `${(box.height / size.height) * 100}%`,
      }}
    />
  );
  const isDimmed = lit !== undefined && lit.length > 0;
  return (
    <div
      class="findings"
      tabIndex={0}
      role="application"
      aria-label={name}
      aria-description={strings.foundHelp}
      onFocus={onFocus}
      onPointerMove={(event) => setHovered(at(event, undefined))}
      onPointerLeave={() => setHovered(undefined)}
      onClick={(event) => onChoose(at(event, chosen?.id))}
      onKeyDown={keyDown}
    >
      {showsAll && findings.map(({ id, kind, box }) => outline(`all-${id}`, kind, box))}
      {hovered && hovered.id !== chosen?.id && outline('hovered', 'hovered', hovered.box)}
      {chosen && outline('chosen', 'chosen', chosen.box)}
      {isDimmed && lit.map((box, index) => outline(`lit-${index}`, 'lit', box))}
      {lit?.length === 0 && outline('lit', 'lit', { x: 0, y: 0, ...size })}
    </div>
  );
}
