import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../shared/button.tsx';
import { fill } from '../shared/strings.ts';
import { useChat } from './context.ts';
import { FindingCard } from './finding-card.tsx';
import { FindingLayer } from './finding-layer.tsx';
import { findingsOf, type Finding } from './findings.ts';
import type { ChatPicture } from './messages.ts';
import { sceneOf } from './chat-state.ts';
import { usePicture } from './use-picture.ts';

/** Times the size that fits. */
const ZOOMS: readonly number[] = [1, 1.5, 2, 3, 4, 6, 8];

/** A picture that was asked about, with what was found in it. */
export function PictureView({ picture }: { picture: ChatPicture }) {
  const { strings, state, post, evidence } = useChat();
  const { url, isGone } = usePicture(picture);
  const [natural, setNatural] = useState<{ width: number; height: number }>();
  const [zoom, setZoom] = useState(1);
  const [showsAll, setShowsAll] = useState(false);
  const [chosen, setChosen] = useState<Finding>();
  const [isBroken, setIsBroken] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const hasAsked = useRef(false);
  const scene = sceneOf(state, picture.sha256);
  const seen = state.scenes.get(picture.sha256);
  const look = () => {
    if (hasAsked.current || scene) return;
    hasAsked.current = true;
    post({ kind: 'look', sha256: picture.sha256 });
  };
  const size = scene?.image ?? natural;
  const lit = evidence?.sha256 === picture.sha256 ? evidence.boxes : undefined;
  const inSight = lit?.[0] ?? chosen?.box;
  useEffect(() => {
    const element = frame.current;
    if (!element || !inSight || !size) return;
    const scale = element.scrollWidth / size.width;
    const middle = { x: (inSight.x + inSight.width / 2) * scale, y: (inSight.y + inSight.height / 2) * scale };
    element.scrollTo({ left: middle.x - element.clientWidth / 2, top: middle.y - element.clientHeight / 2 });
  }, [inSight, zoom]);
  const close = () => {
    setChosen(undefined);
    // The focus was on the card, which goes.
    frame.current?.querySelector<HTMLElement>('.findings')?.focus({ preventScroll: true });
  };
  const step = ZOOMS.indexOf(zoom);
  return (
    <figure class="picture" data-picture={picture.sha256}>
      {isGone && <p class="picture-missing">{strings.gone}</p>}
      {isBroken && <p class="picture-missing">{strings.notShown}</p>}
      {url !== undefined && !isBroken && (
        <div class={zoom > 1 ? 'picture-frame picture-zoomed' : 'picture-frame'} ref={frame} onPointerEnter={look}>
          <div class="picture-layers" style={{ width: `min(${zoom * 100}%, ${(natural?.width ?? 0) * zoom}px)` }}>
            <img
              src={url}
              alt={fill(strings.picture, picture.name)}
              draggable={false}
              onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
                setNatural({ width, height })
              }
              onError={() => setIsBroken(true)}
            />
            {size && (
              <FindingLayer
                name={picture.name}
                size={size}
                findings={scene ? findingsOf(scene) : []}
                showsAll={showsAll}
                lit={lit}
                chosen={chosen}
                onChoose={setChosen}
                onFocus={look}
              />
            )}
          </div>
        </div>
      )}
      <figcaption class="picture-bar">
        <span class="picture-name" dir="auto" title={picture.name}>
          {picture.name}
        </span>
        <IconButton
          icon="inspect"
          label={strings.showFound}
          pressed={showsAll}
          onClick={() => {
            // Where nothing could be seen it is tried again.
            if (seen) hasAsked.current = false;
            look();
            setShowsAll(!showsAll);
          }}
        />
        <IconButton
          icon="zoom-out"
          label={strings.zoomOut}
          disabled={step <= 0}
          onClick={() => setZoom(ZOOMS[step - 1] ?? 1)}
        />
        <IconButton
          icon="zoom-in"
          label={strings.zoomIn}
          disabled={step === ZOOMS.length - 1}
          onClick={() => setZoom(ZOOMS[step + 1] ?? zoom)}
        />
        <IconButton
          icon="link-external"
          label={strings.openLarge}
          onClick={() => post({ kind: 'openPicture', ...picture })}
        />
      </figcaption>
      {showsAll && (
        <p class="picture-found muted" role="status">
          {scene && fill(strings.found, scene.lines.length, scene.elements.length)}
          {!seen && strings.looking}
          {seen && 'message' in seen && seen.message}
        </p>
      )}
      {chosen && scene && <FindingCard scene={scene} finding={chosen} onClose={close} />}
    </figure>
  );
}
