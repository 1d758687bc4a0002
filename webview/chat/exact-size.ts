import type { Scene } from '../../extension/vision/scene.ts';
import type { Size } from '../shared/region.ts';

/** Shown otherwise than they are seen: drawn at another size, or as a smaller stand-in. */
const SHOWN_OTHERWISE = ['image/svg+xml', 'image/tiff'];

/**
 * Size of a picture in the pixels that it is seen in; `undefined` until it is certain.
 * @param natural its size as the browser has it
 */
export function exactSize(scene: Scene | undefined, mime: string, natural: Size | undefined): Size | undefined {
  if (scene) return { width: scene.image.width, height: scene.image.height };
  return SHOWN_OTHERWISE.includes(mime) ? undefined : natural;
}
