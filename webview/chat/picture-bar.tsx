import { IconButton } from '../shared/button.tsx';
import { useChat } from './context.ts';
import type { ChatPicture } from './messages.ts';

/** Times the size that fits. */
export const ZOOMS = [1, 1.5, 2, 3, 4, 6, 8] as const;

interface PictureBarProps {
  picture: ChatPicture;
  /** In the place of its name. */
  note: string | undefined;
  zoom: number;
  onZoom: (zoom: number) => void;
  showsAll: boolean;
  onShowAll: () => void;
  isDrawing: boolean;
  canDraw: boolean;
  onDraw: () => void;
}

/** What a picture is called, and what can be done with it. */
export function PictureBar({ picture, note, zoom, onZoom, ...props }: PictureBarProps) {
  const { strings, post } = useChat();
  const step = ZOOMS.findIndex((each) => each === zoom);
  return (
    <figcaption class="picture-bar">
      <span class="picture-name" dir="auto" title={picture.name}>
        {note ?? picture.name}
      </span>
      <IconButton
        icon="screen-cut"
        label={strings.askPart}
        pressed={props.isDrawing}
        disabled={!props.canDraw}
        onClick={props.onDraw}
      />
      <IconButton icon="inspect" label={strings.showFound} pressed={props.showsAll} onClick={props.onShowAll} />
      <IconButton
        icon="zoom-out"
        label={strings.zoomOut}
        disabled={step <= 0}
        onClick={() => onZoom(ZOOMS[step - 1] ?? zoom)}
      />
      <IconButton
        icon="zoom-in"
        label={strings.zoomIn}
        disabled={step === ZOOMS.length - 1}
        onClick={() => onZoom(ZOOMS[step + 1] ?? zoom)}
      />
      <IconButton
        icon="wand"
        label={strings.makeComponent}
        onClick={() => post({ kind: 'component', sha256: picture.sha256 })}
      />
      <IconButton
        icon="link-external"
        label={strings.openLarge}
        onClick={() => post({ kind: 'openPicture', ...picture })}
      />
    </figcaption>
  );
}
