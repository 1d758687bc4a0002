import { useEffect, useRef, useState } from 'preact/hooks';
import type { Box } from '../../extension/vision/scene.ts';
import { Button } from '../shared/button.tsx';
import { fill } from '../shared/strings.ts';
import { usePreview } from './context.ts';
import { usePictureUrl, useSize } from './hooks.ts';
import { fitScale } from './zoom.ts';
import { between, byKey, isEnough, type Size } from '../shared/region.ts';

/** Image pixels that an arrow key moves by, and with Ctrl or Command. */
const STEP = 10;
const FINE_STEP = 1;

/** CSS pixels around the picture, as the style sheet has them. */
const PADDING = 16;

/** Lets a person draw on the picture which part of it to take, by mouse or keys. */
export function RegionView({ picture, mime, name }: { picture: Uint8Array; mime: string; name: string }) {
  const { strings, post } = usePreview();
  const url = usePictureUrl(picture, mime);
  const image = useRef<HTMLImageElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>();
  const [room, roomSize] = useSize<HTMLDivElement>();
  const [region, setRegion] = useState<Box>();
  const [start, setStart] = useState<{ x: number; y: number }>();
  useEffect(() => stage.current?.focus(), []);
  const use = () => region && isEnough(region) && post({ kind: 'region', region });
  const pointOf = (event: PointerEvent) => {
    const shown = image.current!.getBoundingClientRect();
    return {
      x: ((event.clientX - shown.left) / shown.width) * size!.width,
      y: ((event.clientY - shown.top) / shown.height) * size!.height,
    };
  };
  const keyDown = (event: KeyboardEvent) => {
    if (!size) return;
    if (event.key === 'Enter') return void use();
    if (event.key === 'Escape') return setRegion(undefined);
    const options = { step: event.ctrlKey || event.metaKey ? FINE_STEP : STEP, resize: event.shiftKey };
    const moved = byKey(region, event.key, options, size);
    if (!moved) return;
    event.preventDefault();
    setRegion(moved);
  };
  const scale = size && fitScale({ width: roomSize.width - 2 * PADDING, height: roomSize.height - PADDING }, size);
  const percent = (value: number, of: number) => `${(value / of) * 100}%`;
  const said = region ? fill(strings.regionSize, region.width, region.height, region.x, region.y) : strings.regionHelp;
  return (
    <div class="region-view">
      <header class="toolbar">
        <div class="toolbar-title">
          <h1>{strings.regionTitle}</h1>
          <span class="muted file-name">{name}</span>
        </div>
        <div class="row">
          <Button primary disabled={!region || !isEnough(region)} onClick={use}>
            {strings.regionUse}
          </Button>
          <Button onClick={() => post({ kind: 'region' })}>{strings.regionWhole}</Button>
          <Button onClick={() => post({ kind: 'cancel' })}>{strings.cancel}</Button>
        </div>
      </header>
      <p class="muted region-help" aria-live="polite">
        {said}
      </p>
      <div class="region-room" ref={room}>
        <div
          class="region-stage"
          ref={stage}
          tabIndex={0}
          role="application"
          aria-label={`${strings.regionTitle}. ${strings.regionHelp}`}
          onKeyDown={keyDown}
          onPointerDown={(event) => {
            if (!size || event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            setStart(pointOf(event));
            setRegion(undefined);
          }}
          onPointerMove={(event) => start && size && setRegion(between(start, pointOf(event), size))}
          onPointerUp={() => setStart(undefined)}
          onDblClick={use}
        >
          <img
            ref={image}
            src={url}
            alt={name}
            draggable={false}
            style={size && scale ? { width: `${size.width * scale}px` } : undefined}
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setSize({ width, height })}
          />
          {region && size && (
            <div
              class="region-box"
              style={{
                left: percent(region.x, size.width),
                top: percent(region.y, size.height),
                width: percent(region.width, size.width),
                height: percent(region.height, size.height),
              }}
            />
          )}
        </div>
      </div>
    </div>
  );
}
