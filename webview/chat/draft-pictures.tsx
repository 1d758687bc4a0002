import { useState } from 'preact/hooks';
import { Icon } from '../shared/icon.tsx';
import { fill } from '../shared/strings.ts';
import { useChat } from './context.ts';
import type { ChatPicture } from './messages.ts';
import { usePicture } from './use-picture.ts';

interface DraftPicturesProps {
  pictures: readonly ChatPicture[];
  /** The one that is shown large. */
  shown: string | undefined;
  /** Absent where they are all shown large already. */
  onShow?: (sha256: string | undefined) => void;
  /** After one was removed: the focus would be nowhere. */
  onRemoved: () => void;
}

/** Pictures that the next question brings along. */
export function DraftPictures({ pictures, shown, onShow, onRemoved }: DraftPicturesProps) {
  const { strings, post } = useChat();
  if (!pictures.length) return null;
  const remove = (sha256: string) => {
    post({ kind: 'detach', sha256 });
    onRemoved();
  };
  return (
    <ul class="thumbnails" aria-label={strings.attached}>
      {pictures.map((picture) => (
        <li key={picture.sha256} class="thumbnail">
          {onShow ? (
            <button
              type="button"
              class="thumbnail-show"
              aria-expanded={picture.sha256 === shown}
              aria-label={fill(strings.showPicture, picture.name)}
              title={fill(strings.showPicture, picture.name)}
              onClick={() => onShow(picture.sha256 === shown ? undefined : picture.sha256)}
            >
              <Thumbnail picture={picture} />
            </button>
          ) : (
            <Thumbnail picture={picture} />
          )}
          <button
            type="button"
            class="thumbnail-remove"
            aria-label={fill(strings.remove, picture.name)}
            title={fill(strings.remove, picture.name)}
            onClick={() => remove(picture.sha256)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Thumbnail({ picture }: { picture: ChatPicture }) {
  const { state } = useChat();
  const { url } = usePicture(picture);
  const [isBroken, setIsBroken] = useState(false);
  const seen = state.scenes.get(picture.sha256);
  const trouble = seen && 'message' in seen ? seen.message : undefined;
  return (
    <>
      {url && !isBroken ? (
        <img src={url} alt={picture.name} title={picture.name} draggable={false} onError={() => setIsBroken(true)} />
      ) : (
        <span role="img" aria-label={picture.name} title={picture.name}>
          <Icon name="file-media" />
        </span>
      )}
      {trouble !== undefined && (
        <span class="thumbnail-trouble" title={trouble} role="img" aria-label={trouble}>
          <Icon name="warning" />
        </span>
      )}
    </>
  );
}
