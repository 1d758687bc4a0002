import type { Box } from '../../extension/vision/scene.ts';
import type { Size } from './region.ts';

interface CropProps {
  /** Image pixels. */
  box: Box;
  /** Address of the whole picture; nothing is shown until there is one. */
  picture: string | undefined;
  /** Of the whole picture, image pixels. */
  image: Size;
  /** Screen pixels: the most that it may take, surroundings included. */
  most: Size;
}

/** Image pixels of the surroundings that are shown. */
const AROUND = 4;

/** A part of a picture in small. Says nothing to a screen reader. */
export function Crop({ box, picture, image, most }: CropProps) {
  const width = box.width + 2 * AROUND;
  const height = box.height + 2 * AROUND;
  const scale = Math.min(most.height / height, most.width / width);
  return (
    <span class="crop" aria-hidden="true" style={{ width: `${width * scale}px`, height: `${height * scale}px` }}>
      <img
        src={picture}
        alt=""
        // Else it is an empty frame for a moment.
        decoding="sync"
        draggable={false}
        style={{
          width: `${image.width * scale}px`,
          height: `${image.height * scale}px`,
          left: `${(AROUND - box.x) * scale}px`,
          top: `${(AROUND - box.y) * scale}px`,
        }}
      />
    </span>
  );
}
