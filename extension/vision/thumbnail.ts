import sharp from 'sharp';
import { firstLine } from '../runtime/first-line.ts';
import { PictureError } from './decode.ts';

export interface Thumbnail {
  bytes: Uint8Array;
  mime: string;
  /** Image pixels of the thumbnail. */
  width: number;
  height: number;
}

/** Of 100, tried in turn until the bytes are few enough. */
const QUALITIES = [85, 60, 35, 10];

/**
 * A picture made to fit `width` x `height` pixels, never enlarged, as WebP of at most `bytes` bytes. `content` is encoded,
 * and of a size that `loadPicture` accepts. Throws PictureError where it can't be drawn, or not in so few bytes.
 */
export async function makeThumbnail(
  content: Uint8Array,
  { width, height, bytes }: { width: number; height: number; bytes: number },
): Promise<Thumbnail> {
  for (const quality of QUALITIES) {
    const image = sharp(content, { pages: 1 })
      .autoOrient()
      .resize({ width, height, fit: 'inside', withoutEnlargement: true })
      .webp({ quality, effort: 2 });
    const { data, info } = await image.toBuffer({ resolveWithObject: true }).catch((error: Error) => {
      throw new PictureError(`The picture is damaged or cut short (${firstLine(error)}). Save it again.`);
    });
    if (data.length <= bytes)
      return { bytes: new Uint8Array(data), mime: 'image/webp', width: info.width, height: info.height };
  }
  throw new PictureError(`The picture makes no thumbnail of ${bytes} bytes.`);
}
