import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ComponentResult } from '../../extension/engine/protocol.ts';
import type { Box } from '../../extension/vision/scene.ts';
import { IconButton } from '../shared/button.tsx';
import { fill } from '../shared/strings.ts';
import { Tabs } from '../shared/tabs.tsx';
import { neighbour, nodeAt } from './code-map.ts';
import { usePreview } from './context.ts';
import { DifferenceView } from './difference-view.tsx';
import { useSize } from './hooks.ts';
import { Outlines } from './outlines.tsx';
import { Pane } from './pane.tsx';
import { RenderingFrame, type Rendered } from './rendering-frame.tsx';
import { Screenshot } from './screenshot.tsx';
import { SliderView } from './slider-view.tsx';
import { Splitter, USUAL_SHARE } from './splitter.tsx';
import { fitScale, scaleFor, ZOOMS } from './zoom.ts';

type Mode = 'side' | 'slider' | 'difference';

interface PicturesProps {
  result: ComponentResult;
  selected: readonly string[];
  /** Image pixels: what to bring into sight, large enough to read. */
  spot: Box | undefined;
  onSelect: (nodes: readonly string[]) => void;
}

/** Screenshot and rendering beside each other, over each other, or their difference; pieces can be selected in both. */
export function Pictures({ result, selected, spot, onSelect }: PicturesProps) {
  const { strings } = usePreview();
  const [mode, setMode] = useState<Mode>('side');
  const [zoom, setZoom] = useState(1);
  const [share, setShare] = useState(USUAL_SHARE);
  const [hovered, setHovered] = useState<string>();
  const [rendered, setRendered] = useState<Rendered>();
  const [room, roomSize] = useSize<HTMLDivElement>();
  const left = useRef<HTMLDivElement>(null);
  const right = useRef<HTMLDivElement>(null);
  const { viewport, scene } = result;
  const page = { width: viewport.width, height: Math.max(viewport.height, rendered?.height ?? 0) };
  const sides = mode === 'side' && roomSize.width >= NARROW ? 2 : 1;
  const across = (roomSize.width - PADDING - GAP * (sides - 1)) / sides - BORDER;
  const fitted = fitScale({ width: across, height: window.innerHeight * share }, page);
  const scale = fitted * zoom;
  const pieces = useMemo(
    () => new Map(result.nodes.map(({ id, box }) => [id, scaled(box, 1 / scene.scale)])),
    [result],
  );
  const shown = rendered?.boxes ?? pieces;
  const focus = spot && scaled(spot, 1 / scene.scale);

  useLayoutEffect(() => {
    if (focus) setZoom((now) => Math.max(now, scaleFor(focus, fitted)));
  }, [spot]);
  useLayoutEffect(() => {
    const target = focus ?? (selected[0] === undefined ? undefined : pieces.get(selected[0]));
    for (const pane of [left.current, right.current]) if (pane && target) bringIntoSight(pane, target, scale);
  }, [spot, selected.join(' '), scale, mode]);

  const select = (id: string | undefined) => onSelect(id === undefined ? [] : [id]);
  const outlines = (boxes: ReadonlyMap<string, Box>, label: string) => (
    <Outlines
      boxes={boxes}
      scale={scale}
      selected={selected}
      hovered={hovered}
      spot={boxes === pieces ? focus : undefined}
      label={`${label}. ${strings.picturesHelp}`}
      find={(point) => nodeAt(result.nodes, boxes, point)}
      step={(key) => neighbour(result.nodes, selected[0], key)}
      onHover={setHovered}
      onSelect={select}
    />
  );
  const screenshot = <Screenshot result={result} scale={scale} />;
  const frame = <RenderingFrame result={result} height={page.height} scale={scale} onRendered={setRendered} />;
  const size = { width: page.width * scale, height: page.height * scale };
  const said = selected[0] === undefined ? undefined : rendered?.words.get(selected[0]);
  return (
    <section class="pictures" aria-label={strings.view} style={{ '--pictures-room': `${share * 100}vh` }}>
      <div class="panel-head">
        <Tabs<Mode>
          label={strings.view}
          panel="pictures"
          selected={mode}
          onSelect={setMode}
          tabs={[
            { id: 'side', label: strings.sideBySide },
            { id: 'slider', label: strings.slider },
            { id: 'difference', label: strings.difference },
          ]}
        />
        <div class="row zoom">
          <IconButton
            icon="zoom-out"
            label={strings.zoomOut}
            disabled={zoom <= ZOOMS[0]!}
            onClick={() => setZoom(ZOOMS.findLast((each) => each < zoom) ?? zoom)}
          />
          <span class="muted zoom-value">{Math.round(scale * 100)} %</span>
          <IconButton
            icon="zoom-in"
            label={strings.zoomIn}
            disabled={zoom >= ZOOMS.at(-1)!}
            onClick={() => setZoom(ZOOMS.find((each) => each > zoom) ?? zoom)}
          />
          <IconButton icon="screen-full" label={strings.zoomFit} disabled={zoom === 1} onClick={() => setZoom(1)} />
        </div>
      </div>
      <div class={`room room-${sides === 2 ? 'two' : 'one'}`} id="pictures" role="tabpanel" ref={room}>
        {mode === 'side' && (
          <>
            <Pane caption={strings.screenshot} size={size} scroller={left} follows={right}>
              {screenshot}
              {outlines(pieces, strings.screenshot)}
            </Pane>
            <Pane caption={strings.rendering} size={size} scroller={right} follows={left}>
              {frame}
              {outlines(shown, strings.rendering)}
            </Pane>
          </>
        )}
        {mode === 'slider' && (
          <SliderView size={size} scroller={left} screenshot={screenshot} rendering={frame}>
            {outlines(pieces, strings.slider)}
          </SliderView>
        )}
        {mode === 'difference' && (
          <DifferenceView result={result} scale={scale} scroller={left}>
            {outlines(pieces, strings.difference)}
          </DifferenceView>
        )}
      </div>
      <Splitter share={share} onMove={setShare} />
      <p class="visually-hidden" aria-live="polite">
        {said && fill(strings.selected, said.element, said.text)}
      </p>
    </section>
  );
}

/** CSS pixels below which the two stand above each other. */
const NARROW = 420;
/** CSS pixels as the style sheet has them: left and right of the panes, between them, and at both sides of one. */
const PADDING = 32;
const GAP = 12;
const BORDER = 2;

const scaled = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x * by,
  y: y * by,
  width: width * by,
  height: height * by,
});

function bringIntoSight(pane: HTMLElement, box: Box, scale: number): void {
  const { x, y, width, height } = scaled(box, scale);
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = pane;
  const isSeen =
    y >= scrollTop &&
    y + height <= scrollTop + clientHeight &&
    x >= scrollLeft &&
    x + width <= scrollLeft + clientWidth;
  if (isSeen) return;
  pane.scrollTo({
    left: x + width / 2 - clientWidth / 2,
    top: y + Math.min(height, clientHeight) / 2 - clientHeight / 2,
  });
}
