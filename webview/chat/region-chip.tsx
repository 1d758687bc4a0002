import { Crop } from '../shared/crop.tsx';
import { Icon } from '../shared/icon.tsx';
import { fill } from '../shared/strings.ts';
import { sceneOf } from './chat-state.ts';
import { useChat } from './context.ts';
import type { ChatPicture, Region } from './messages.ts';
import { useEvidence } from './use-evidence.ts';
import { useNaturalSize } from './use-natural-size.ts';
import { usePicture } from './use-picture.ts';

/** Screen pixels that the crop takes at most. */
const CROP = { width: 96, height: 40 };

interface RegionChipProps {
  region: Region;
  picture: ChatPicture;
  label: string;
  onRemove?: () => void;
}

/** The part of a picture that a question is about; lights it up, and goes there. */
export function RegionChip({ region, picture, label, onRemove }: RegionChipProps) {
  const { strings, state } = useChat();
  const { url } = usePicture(picture);
  const natural = useNaturalSize(url);
  const size = sceneOf(state, picture.sha256)?.image ?? natural;
  const { lighting, go } = useEvidence({ sha256: region.sha256, boxes: [region.box] });
  const { width, height } = region.box;
  return (
    <div class="region-chip">
      <button type="button" class="region-chip-place" {...lighting} onClick={(event) => go(event.currentTarget)}>
        {size && <Crop box={region.box} picture={url} image={size} most={CROP} />}
        <span class="region-chip-text">
          <span dir="auto">{label}</span>
          <span class="muted">{fill(strings.sizeValue, Math.round(width), Math.round(height))}</span>
        </span>
      </button>
      {onRemove && (
        <button
          type="button"
          class="icon-button"
          aria-label={strings.removePart}
          title={strings.removePart}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
