import { useEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../shared/strings.ts';
import { useChat, useNextQuestion } from './context.ts';
import { FindingCard } from './finding-card.tsx';
import { FindingLayer } from './finding-layer.tsx';
import { findingsOf, type Finding } from './findings.ts';
import type { ChatPicture } from './messages.ts';
import { PictureBar, ZOOMS } from './picture-bar.tsx';
import { sceneOf } from './chat-state.ts';
import { exactSize } from './exact-size.ts';
import { enough } from '../shared/region.ts';
import { usePicture } from './use-picture.ts';
import { useRegionDrawing } from './use-region-drawing.ts';

/** A picture that is asked about, with what was found in it, and the parts of it that questions are about. */
export function PictureView({ picture }: { picture: ChatPicture }) {
  const { strings, state, post, evidence } = useChat();
  const { region, mark } = useNextQuestion();
  const { sha256 } = picture;
  const { url, isGone } = usePicture(picture);
  const [natural, setNatural] = useState<{ width: number; height: number }>();
  const [zoom, setZoom] = useState<number>(ZOOMS[0]);
  const [showsAll, setShowsAll] = useState(false);
  const [chosen, setChosen] = useState<Finding>();
  const [isBroken, setIsBroken] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const hasAsked = useRef(false);
  const scene = sceneOf(state, sha256);
  const seen = state.scenes.get(sha256);
  const look = () => {
    if (hasAsked.current || scene) return;
    hasAsked.current = true;
    post({ kind: 'look', sha256 });
  };
  const size = scene?.image ?? natural;
  const exact = exactSize(scene, picture.mime, natural);
  const drawing = useRegionDrawing(exact, chosen?.box, (box) => {
    setChosen(undefined);
    mark({ sha256, box });
  });
  const lit = evidence?.sha256 === sha256 ? evidence : undefined;
  const inSight = lit?.boxes[0] ?? drawing.drawn ?? chosen?.box;
  useEffect(() => {
    const element = frame.current;
    // The mouse draws where it is.
    if (!element || !inSight || !size || (drawing.drawn && !drawing.isKeyed)) return;
    const scale = element.scrollWidth / size.width;
    const middle = { x: (inSight.x + inSight.width / 2) * scale, y: (inSight.y + inSight.height / 2) * scale };
    element.scrollTo({ left: middle.x - element.clientWidth / 2, top: middle.y - element.clientHeight / 2 });
  }, [inSight, zoom]);
  const close = () => {
    setChosen(undefined);
    // The focus was on the card, which goes.
    layer.current?.focus({ preventScroll: true });
  };
  const drawn =
    drawing.drawn &&
    fill(strings.regionDrawn, drawing.drawn.width, drawing.drawn.height, drawing.drawn.x, drawing.drawn.y);
  const asked = state.conversation?.exchanges.flatMap((each) => each.region ?? []) ?? [];
  return (
    <figure class="picture" data-picture={sha256}>
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
                layer={layer}
                name={picture.name}
                size={size}
                findings={scene ? findingsOf(scene) : []}
                showsAll={showsAll}
                lit={lit}
                chosen={chosen}
                asked={asked.filter((each) => each.sha256 === sha256).map(({ box }) => box)}
                next={region?.sha256 === sha256 ? region.box : undefined}
                drawing={drawing}
                onChoose={setChosen}
                onFocus={look}
              />
            )}
          </div>
        </div>
      )}
      <PictureBar
        picture={picture}
        // Nothing may move under the mouse that draws.
        note={drawing.isKeyed ? undefined : drawn}
        zoom={zoom}
        onZoom={setZoom}
        showsAll={showsAll}
        onShowAll={() => {
          // Where nothing could be seen it is tried again.
          if (seen) hasAsked.current = false;
          look();
          setShowsAll(!showsAll);
        }}
        isDrawing={drawing.isKeyed}
        canDraw={exact !== undefined && url !== undefined && !isBroken}
        onDraw={() => {
          if (drawing.isKeyed) return drawing.cancel();
          drawing.begin();
          layer.current?.focus({ preventScroll: true });
        }}
      />
      {drawing.isKeyed && (
        <p class="picture-found muted" role="status">
          {`${drawn} · ${strings.regionHelp}`}
        </p>
      )}
      {showsAll && !drawing.isKeyed && (
        <p class="picture-found muted" role="status">
          {scene && fill(strings.found, scene.lines.length, scene.elements.length)}
          {!seen && strings.looking}
          {seen && 'message' in seen && seen.message}
        </p>
      )}
      {chosen && scene && !drawing.isKeyed && (
        <FindingCard
          scene={scene}
          finding={chosen}
          onClose={close}
          onAsk={() => mark({ sha256, box: enough(chosen.box, scene.image) })}
          onComponent={() => post({ kind: 'component', sha256, thing: chosen.box })}
        />
      )}
    </figure>
  );
}
