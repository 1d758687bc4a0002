import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useChat } from './context.ts';
import type { ChatPicture } from './messages.ts';
import { peekAt } from './peek.ts';
import { sceneOf } from './chat-state.ts';
import { picturesOf } from './shown-pictures.ts';
import { usePicture } from './use-picture.ts';

/** Shows what a fact stands on while its picture is out of sight. */
export function EvidencePeek() {
  const { state, evidence } = useChat();
  const picture = picturesOf(state.conversation).find(({ sha256 }) => sha256 === evidence?.sha256);
  if (!picture || !evidence?.boxes.length || evidence.peek === undefined) return null;
  return <Peek picture={picture} />;
}

/** The picture's place was said already by the fact itself: nothing here is read out. */
function Peek({ picture }: { picture: ChatPicture }) {
  const { state, evidence } = useChat();
  const { url } = usePicture(picture);
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const [natural, setNatural] = useState<{ width: number; height: number }>();
  useLayoutEffect(() => {
    if (frame.current) setRoom({ width: frame.current.clientWidth, height: frame.current.clientHeight });
  }, []);
  const scene = sceneOf(state, picture.sha256);
  const size = scene?.image ?? natural;
  const boxes = evidence?.boxes ?? [];
  const place = size && boxes[0] && peekAt(boxes[0], size, room, 1 / (scene?.scale ?? devicePixelRatio));
  return (
    <div class={`peek peek-${evidence?.peek}`} ref={frame} aria-hidden="true">
      <img
        src={url}
        alt=""
        decoding="sync"
        onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setNatural({ width, height })}
        style={
          place
            ? { left: `${place.left}px`, top: `${place.top}px`, width: `${size.width * place.scale}px` }
            : { visibility: 'hidden' }
        }
      />
      {place &&
        boxes.map(({ x, y, width, height }, index) => (
          <div
            key={index}
            class="mark mark-lit"
            style={{
              left: `${place.left + x * place.scale}px`,
              top: `${place.top + y * place.scale}px`,
              width: `${width * place.scale}px`,
              height: `${height * place.scale}px`,
            }}
          />
        ))}
    </div>
  );
}
