import type { ComponentResult } from '../../extension/engine/protocol.ts';
import { usePreview } from './context.ts';
import { usePictureUrl } from './hooks.ts';

/** The screenshot, `scale` screen pixels for a CSS pixel. */
export function Screenshot({ result, scale }: { result: ComponentResult; scale: number }) {
  const { strings } = usePreview();
  const url = usePictureUrl(result.screenshot);
  const { image, scale: own } = result.scene;
  return (
    <img
      class="layer"
      src={url}
      alt={strings.screenshot}
      draggable={false}
      style={{ width: `${(image.width / own) * scale}px`, height: `${(image.height / own) * scale}px` }}
    />
  );
}
